// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspect/textandmap.h"

#include <QWidget>

class BesideNumbers;
class Card;
class MapLegendBar;
class QSplitter;
class TraceSource;

/// The middle of the page: one analysis of a text, or two next to each other, which share selection, scrolling and size,
/// under a card that compares them.
class SideBySide : public QWidget {
    Q_OBJECT

public:
    SideBySide(TraceSource &first, TraceSource &second, QWidget *parent = nullptr);

    void setTwo(bool two);
    [[nodiscard]] bool isTwo() const { return m_two; }

    [[nodiscard]] const TextAndMap &first() const { return m_left; }
    [[nodiscard]] const TextAndMap &second() const { return m_right; }
    [[nodiscard]] BesideNumbers *numbers() const { return m_numbers; }

Q_SIGNALS:
    void closeRequested();

private:
    void lock();
    void levelHeaders();

    TraceSource &m_firstSource, &m_secondSource;
    TextAndMap m_left, m_right;
    BesideNumbers *m_numbers;
    MapLegendBar *m_legend;
    Card *m_card;
    QSplitter *m_splitter;
    bool m_two = false;
};
