// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/selection.h"

void Selection::setLayer(std::size_t layer)
{
    set(layer, m_piece);
}

void Selection::setPiece(std::optional<std::size_t> piece)
{
    set(m_layer, piece);
}

void Selection::set(std::size_t layer, std::optional<std::size_t> piece)
{
    if (layer == m_layer && piece == m_piece) {
        return;
    }
    m_layer = layer;
    m_piece = piece;
    Q_EMIT changed();
}
