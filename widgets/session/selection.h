// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

/// What the user points at, shared by all views: a layer and, within the trace's encoding, a piece. Views that show
/// words highlight the word of the piece. Setting what is already set emits nothing.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] std::size_t layer() const { return m_layer; }
    [[nodiscard]] std::optional<std::size_t> piece() const { return m_piece; }

    void setLayer(std::size_t layer);
    void setPiece(std::optional<std::size_t> piece);
    void set(std::size_t layer, std::optional<std::size_t> piece);

Q_SIGNALS:
    void changed();

private:
    std::size_t m_layer = 0;
    std::optional<std::size_t> m_piece;
};
