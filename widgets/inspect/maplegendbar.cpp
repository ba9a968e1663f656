// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/maplegendbar.h"

#include "widgets/controls/keepfitted.h"
#include "widgets/inspect/tokenmap.h"

#include <QPainter>

#include <cmath>

MapLegendBar::MapLegendBar(const TokenMapView &first, const TokenMapView &second, QWidget *parent)
    : QWidget(parent), m_first(first), m_second(second)
{
    for (const TokenMapView *map : {&first, &second}) {
        connect(map, &TokenMapView::legendChanged, this, [this] {
            fit();
            update();
        });
    }
    keepFitted(this, [this] { fit(); });
}

const TokenMapView &MapLegendBar::map() const
{
    const auto drops = [](const TokenMapView &map) { return map.model().trace() && map.model().trace()->drops; };
    return !drops(m_first) && drops(m_second) ? m_second : m_first;
}

void MapLegendBar::fit()
{
    // How high it is depends on its width, which a main window does not ask about.
    setFixedHeight(static_cast<int>(std::ceil(map().legendHeight(width()))));
}

void MapLegendBar::paintEvent(QPaintEvent *)
{
    if (map().model().trace()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        map().paintLegend(painter, width());
    }
}
