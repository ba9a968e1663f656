// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class FactorSlider;
class Label;
class QGridLayout;
class QToolButton;
class QVBoxLayout;
class Session;
class WhatIf;

/// The panel "What if": how much harsher the thresholds are than the model's own, the words about which the user
/// decides, what the changes do to the answer, and the way back.
class WhatIfView : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive it.
    WhatIfView(WhatIf &whatIf, Session &session, QWidget *parent = nullptr);

    [[nodiscard]] FactorSlider *allLayers() const { return m_all; }
    [[nodiscard]] const QList<FactorSlider *> &layers() const { return m_layers; }
    /// What the changes do, in sentences; empty where nothing is changed.
    [[nodiscard]] QString outcome() const;

Q_SIGNALS:
    void heightChanged(); ///< it has other rows

private:
    void showChanges();
    void makeLayers(std::size_t count);
    void listForced();

    WhatIf &m_whatIf;
    Session &m_session;
    Label *m_nothing, *m_outcome;
    QWidget *m_thresholds, *m_each, *m_words;
    FactorSlider *m_all;
    QToolButton *m_eachButton, *m_reset;
    QGridLayout *m_grid;
    QVBoxLayout *m_list;
    QList<FactorSlider *> m_layers;
};
