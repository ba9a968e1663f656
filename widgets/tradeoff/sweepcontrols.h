// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QWidget>

class Label;
class PointChips;
class QCheckBox;
class QComboBox;
class QListView;
class QTabBar;
class QToolButton;
class SweepList;

/// What is shown, and over what: data set, sweeps, split, axes, methods. It offers what the sweeps at hand have.
class SweepControls : public QWidget {
    Q_OBJECT

public:
    explicit SweepControls(QWidget *parent = nullptr);

    [[nodiscard]] SweepList *list() const { return m_list; }
    void setPublished(std::vector<NamedSweep> published);
    /// Turns to the data set with most points.
    void chooseLargest();
    /// Adds a sweep that the user has opened, and turns to its data set.
    void open(const NamedSweep &sweep);

    /// Never null.
    [[nodiscard]] const std::shared_ptr<const Tradeoff> &shown() const { return m_shown; }
    /// The data set that is shown, as its sweep or its published points call it; empty without any.
    [[nodiscard]] QString dataName() const;
    /// Whether there is a sweep of it, checked or not.
    [[nodiscard]] bool hasSweep() const;
    [[nodiscard]] PointChips *methods() const { return m_methods; }

    [[nodiscard]] QByteArray state() const;
    void setState(const QByteArray &state);

Q_SIGNALS:
    void changed(); ///< shown() is another one
    void openRequested();

private:
    void makeLayout();
    void connectParts();
    /// Offers what there is, and takes over what is chosen.
    void refresh();
    void offerDataSets();
    void offerSplits(const QStringList &splits);
    void offerScores(const std::vector<NamedSweep> &sweeps);
    void removeCurrent();
    void tellPublished(bool any);
    [[nodiscard]] QString dataKeyShown() const;
    [[nodiscard]] TradeoffChoices choices() const;

    SweepList *m_list;
    std::vector<NamedSweep> m_published;
    QComboBox *m_data;
    QListView *m_view;
    QToolButton *m_open, *m_remove;
    QTabBar *m_split, *m_speed, *m_score;
    QCheckBox *m_padded, *m_intervals, *m_showPublished;
    PointChips *m_methods;
    Label *m_splitCaption, *m_aside;
    std::shared_ptr<const Tradeoff> m_shown = std::make_shared<const Tradeoff>();
    bool m_refreshing = false;
};
