// SPDX-License-Identifier: GPL-3.0-or-later
// How the page shares its space out: panels as high as their contents, until the user sizes them.
#include "widgets/inspect/inspectpage.h"

#include "widgets/controls/card.h"
#include "widgets/controls/label.h"
#include "widgets/inspect/tokentext.h"
#include "widgets/inspect/tokentextarea.h"

#include <QDataStream>
#include <QEvent>
#include <QSplitter>
#include <QStyle>

#include <algorithm>

void InspectPage::resetLayout()
{
    for (CardDock *panel : m_panels) {
        const bool below = panel == m_panels.at(m_panels.size() - 1) || panel == m_panels.at(m_panels.size() - 2);
        panel->setFloating(false);
        addDockWidget(below ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, panel,
                      below ? Qt::Horizontal : Qt::Vertical);
        panel->setVisible(panel != m_hintDock || !m_hint->text().isEmpty());
    }
    m_textFitted = true;
    m_panelsFitted = true;
    fitPanels();
    fitText();
}

void InspectPage::refit()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            fitPanels();
            fitText();
        },
        Qt::QueuedConnection);
}

void InspectPage::fitPanels()
{
    if (!m_panelsFitted) {
        return;
    }
    QList<CardDock *> right, bottom;
    for (CardDock *panel : m_panels) {
        if (panel->isVisibleTo(this) && !panel->isFloating()) {
            (dockWidgetArea(panel) == Qt::BottomDockWidgetArea ? bottom : right).append(panel);
        }
    }
    if (!bottom.isEmpty()) {
        resizeDocks({bottom.first()}, {std::min(bottom.first()->wantedHeight(), height() * 2 / 11)}, Qt::Vertical);
        resizeDocks({bottom.begin(), bottom.end()}, QList<int>(bottom.size(), width()), Qt::Horizontal);
    }
    if (right.isEmpty()) {
        return;
    }
    QList<int> heights;
    const int character = fontMetrics().averageCharWidth();
    resizeDocks({right.first()}, {std::min(character * 50, width() * 3 / 10)}, Qt::Horizontal);
    // Every panel as high as its content; the rest goes to the word, whose rows are as many as the model's layers.
    int rest =
        height() - style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent) * static_cast<int>(right.size() - 1);
    for (const CardDock *panel : right) {
        heights.append(panel->wantedHeight());
        rest -= heights.last();
    }
    if (const auto word = right.indexOf(m_wordDock); word >= 0 && rest > 0) {
        heights[word] += rest;
    }
    resizeDocks({right.begin(), right.end()}, heights, Qt::Vertical);
}

void InspectPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        refit();
    }
}

void InspectPage::fitText()
{
    if (!m_textFitted) {
        return;
    }
    const int room = m_splitter->height() - m_splitter->handleWidth();
    const QWidget *card = m_splitter->widget(0);
    const int frame = card->minimumSizeHint().height() - m_text->area()->minimumSizeHint().height();
    const int wanted = frame + m_text->area()->contentHeight();
    const int least = card->minimumSizeHint().height();
    // The map comes first where there is little room.
    // A text that is scrolled anyway gets less than one that can be seen whole.
    const int share = wanted <= room * 2 / 5 ? room * 2 / 5 : room * 3 / 10;
    const int most = std::min(share, room - 19 * fontMetrics().height());
    const int text = std::clamp(wanted, least, std::max(least, most));
    m_splitter->setSizes({text, room - text});
}

QByteArray InspectPage::arrangement() const
{
    QByteArray bytes;
    QDataStream(&bytes, QIODevice::WriteOnly) << m_textFitted << m_panelsFitted << m_splitter->saveState();
    return bytes;
}

void InspectPage::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray sizes;
    stream >> m_textFitted >> m_panelsFitted >> sizes;
    if (!m_textFitted) {
        m_splitter->restoreState(sizes);
    }
    fitPanels();
    fitText();
}

bool InspectPage::event(QEvent *event)
{
    // A press that no panel takes is on the space between two of them: the user sets their sizes.
    if (event->type() == QEvent::MouseButtonPress) {
        m_panelsFitted = false;
    }
    return Page::event(event);
}

void InspectPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    refit();
}
