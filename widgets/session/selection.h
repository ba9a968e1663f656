// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/place.h"

#include <QObject>

#include <optional>

/// What the user points at, shared by all views of a trace: a layer and a place in the text, in bytes, so that it means
/// the same under another model. Setting what is already set emits nothing.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] std::size_t layer() const { return m_layer; }
    [[nodiscard]] const std::optional<adaplens::TextPlace> &place() const { return m_place; }

    void setLayer(std::size_t layer);
    void setPlace(const std::optional<adaplens::TextPlace> &place);
    void set(std::size_t layer, const std::optional<adaplens::TextPlace> &place);

Q_SIGNALS:
    void changed();

private:
    friend class TraceSource; // tells of another trace before it tells of what is selected in it
    bool assign(std::size_t layer, const std::optional<adaplens::TextPlace> &place);

    std::size_t m_layer = 0;
    std::optional<adaplens::TextPlace> m_place;
};
