// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace {

bool expands(const QLayoutItem *item)
{
    return item->widget() && item->widget()->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
}

int widthOf(const QLayoutItem *item)
{
    return expands(item) ? item->minimumSize().width() : item->sizeHint().width();
}

} // namespace

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + spacing();
            height = std::max(height, item->sizeHint().height());
        }
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            size = size.expandedTo(item->minimumSize());
        }
    }
    return size;
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    int y = rect.top();
    for (qsizetype first = 0; first < m_items.size();) {
        // One line: as many as fit, centred on each other.
        int x = rect.left(), height = 0;
        qsizetype end = first;
        for (; end < m_items.size(); ++end) {
            const QLayoutItem *item = m_items[end];
            if (item->isEmpty()) {
                continue;
            }
            const int width = std::min(widthOf(item), rect.width());
            if (x > rect.left() && x + width > rect.left() + rect.width()) {
                break;
            }
            x += width + spacing();
            height = std::max(height, item->sizeHint().height());
        }
        int left = std::max(0, rect.left() + rect.width() - (x - spacing())); // for the first that takes it
        x = rect.left();
        for (; first < end; ++first) {
            QLayoutItem *item = m_items[first];
            if (item->isEmpty()) {
                continue;
            }
            QSize size(std::min(widthOf(item), rect.width()), item->sizeHint().height());
            if (expands(item)) {
                size.rwidth() += std::exchange(left, 0);
            }
            if (place) {
                const QRect at(QPoint(x, y + (height - size.height()) / 2), size);
                item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, at));
            }
            x += size.width() + spacing();
        }
        y += height > 0 ? height + spacing() : 0;
    }
    return std::max(0, y - rect.top() - spacing());
}
