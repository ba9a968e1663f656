// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/spotlight.h"

#include "widgets/controls/card.h"

#include <QAbstractScrollArea>
#include <QMainWindow>
#include <QMouseEvent>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace {

constexpr int stateVersion = 1; // of a state that lives as long as the window

bool hasTitle(const QWidget *widget)
{
    if (const auto *card = qobject_cast<const Card *>(widget)) {
        return card->header() != nullptr;
    }
    const auto *dock = qobject_cast<const CardDock *>(widget);
    return dock != nullptr && !dock->isFloating();
}

} // namespace

Spotlight::Spotlight(QMainWindow *page) : QObject(page), m_page(page) {}

QList<QWidget *> Spotlight::cards() const
{
    QList<QWidget *> all;
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (hasTitle(widget) && widget->isVisibleTo(m_page)) {
            all.append(widget);
        }
    }
    // Not by their places, which differ by a few pixels from time to time.
    std::ranges::stable_partition(all, [this](const QWidget *card) {
        return m_page->centralWidget() != nullptr && m_page->centralWidget()->isAncestorOf(card);
    });
    return all;
}

QWidget *Spotlight::cardOf(QWidget *inside) const
{
    for (QWidget *widget = inside; widget != nullptr && widget != m_page; widget = widget->parentWidget()) {
        if (hasTitle(widget)) {
            return widget;
        }
    }
    return nullptr;
}

void Spotlight::hideBeside(QWidget *widget)
{
    QWidget *around = widget->parentWidget();
    if (qobject_cast<QAbstractScrollArea *>(around) != nullptr) {
        return; // what is beside it there are scroll bars
    }
    if (auto *splitter = qobject_cast<QSplitter *>(around)) {
        m_sizes.append({splitter, splitter->saveState()});
    }
    for (QObject *child : around->children()) {
        auto *beside = qobject_cast<QWidget *>(child);
        const bool ours = beside != nullptr && beside != widget && !beside->isWindow() && !beside->isHidden() &&
                          qobject_cast<QSplitterHandle *>(beside) == nullptr;
        // A page's own helpers, such as tabs over panels, come and go with what they serve.
        const bool part =
            around != m_page || beside == m_page->centralWidget() || qobject_cast<QDockWidget *>(beside) != nullptr;
        if (ours && part) {
            m_hidden.append(beside);
        }
    }
}

void Spotlight::show(QWidget *card)
{
    if (card == m_card) {
        return;
    }
    m_page->setUpdatesEnabled(false);
    if (m_card != nullptr) {
        const auto order = m_order;
        showAll();
        m_order = order;
    } else {
        m_order.clear();
        for (QWidget *each : cards()) {
            m_order.append(each);
        }
    }
    m_state = m_page->saveState(stateVersion);
    m_card = card;
    for (QWidget *widget = card; widget != m_page; widget = widget->parentWidget()) {
        hideBeside(widget);
    }
    for (const auto &beside : std::as_const(m_hidden)) {
        beside->hide();
    }
    m_page->setUpdatesEnabled(true);
}

void Spotlight::showAll()
{
    if (m_hidden.isEmpty() && m_state.isEmpty()) {
        return;
    }
    m_card = nullptr;
    for (const auto &beside : std::as_const(m_hidden)) {
        if (beside != nullptr) {
            beside->show();
        }
    }
    m_hidden.clear();
    m_page->restoreState(m_state, stateVersion);
    m_state.clear();
    for (const Sizes &sizes : std::as_const(m_sizes)) {
        if (sizes.splitter != nullptr) {
            sizes.splitter->restoreState(sizes.state);
        }
    }
    m_sizes.clear();
    m_order.clear();
}

void Spotlight::toggle(QWidget *card)
{
    if (card == m_card) {
        showAll();
    } else {
        show(card);
    }
}

void Spotlight::step(int direction)
{
    QList<QWidget *> all;
    if (m_card == nullptr) {
        all = cards();
    } else {
        for (const auto &each : std::as_const(m_order)) {
            if (each != nullptr) {
                all.append(each);
            }
        }
    }
    if (all.isEmpty()) {
        return;
    }
    const qsizetype next = m_card != nullptr ? all.indexOf(m_card) + direction : direction > 0 ? 0 : all.size() - 1;
    if (next < 0 || next >= all.size()) {
        showAll();
    } else {
        show(all[next]);
    }
}

void Spotlight::listen()
{
    for (CardHeader *header : m_page->findChildren<CardHeader *>()) {
        header->removeEventFilter(this);
        header->installEventFilter(this);
    }
}

bool Spotlight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        if (QWidget *card = cardOf(static_cast<QWidget *>(watched))) {
            toggle(card);
            return true; // a panel would tear itself off
        }
    }
    return QObject::eventFilter(watched, event);
}
