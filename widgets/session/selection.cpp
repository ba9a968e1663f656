// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/selection.h"

void Selection::setLayer(std::size_t layer)
{
    set(layer, m_place);
}

void Selection::setPlace(const std::optional<adaplens::TextPlace> &place)
{
    set(m_layer, place);
}

void Selection::set(std::size_t layer, const std::optional<adaplens::TextPlace> &place)
{
    if (assign(layer, place)) {
        Q_EMIT changed();
    }
}

bool Selection::assign(std::size_t layer, const std::optional<adaplens::TextPlace> &place)
{
    if (layer == m_layer && place == m_place) {
        return false;
    }
    m_layer = layer;
    m_place = place;
    return true;
}
