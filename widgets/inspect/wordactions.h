// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <cstdint>
#include <vector>

class QAction;
class TraceSource;
class WhatIf;
class QWidget;

/// What a user can decide about the selected word: keep it from the selected layer on, drop it there, or leave it to the
/// model. Keys and menu of the views that are given it.
class WordActions : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    WordActions(WhatIf &whatIf, TraceSource &source, QObject *parent = nullptr);

    /// Gives a view that shows the source their keys and a menu of them.
    void addTo(QWidget *view) const;
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }

Q_SIGNALS:
    void decided(); ///< the user has used one of them

private:
    QAction *make(const char *name, const QKeySequence &key, void (WordActions::*function)());
    void update();
    void keep();
    void drop();
    void release();
    /// From where on it would be kept: the selected layer, or the earlier one that takes it away.
    [[nodiscard]] std::size_t keptFrom() const;
    /// An earlier layer than the selected one has dropped it.
    [[nodiscard]] bool isGone() const;
    /// The pieces of the selected word but for [CLS]; empty where nothing can be decided.
    [[nodiscard]] std::vector<std::uint32_t> pieces() const;

    WhatIf &m_whatIf;
    TraceSource &m_source;
    QAction *m_keep, *m_drop, *m_release;
    QList<QAction *> m_actions;
};
