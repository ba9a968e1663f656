// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/encoder_p.h"

#include <algorithm>
#include <utility>

namespace adaplens {

Layout::Layout(std::vector<std::int64_t> offsets) : m_offsets(std::move(offsets))
{
    for (std::int64_t b = 0; b < sequences(); ++b) {
        m_longest = std::max(m_longest, length(b));
        m_uniform = m_uniform && length(b) == length(0);
    }
    if (!m_uniform) {
        m_places = at::empty({rows()}, at::kLong);
        auto *place = m_places.data_ptr<std::int64_t>();
        for (std::int64_t b = 0; b < sequences(); ++b) {
            for (std::int64_t i = 0; i < length(b); ++i) {
                *place++ = b * m_longest + i;
            }
        }
    }
}

Layout Layout::ofLengths(std::span<const std::int64_t> lengths)
{
    std::vector<std::int64_t> offsets{0};
    for (const std::int64_t length : lengths) {
        offsets.push_back(offsets.back() + length);
    }
    return Layout(std::move(offsets));
}

at::Tensor Layout::firstRows() const
{
    return at::tensor(at::IntArrayRef(m_offsets.data(), m_offsets.size() - 1), at::kLong);
}

at::Tensor Layout::pad(const at::Tensor &rows, double fill) const
{
    std::vector<std::int64_t> shape(rows.sizes().begin(), rows.sizes().end());
    shape[0] = m_longest;
    shape.insert(shape.begin(), sequences());
    if (m_uniform) {
        return rows.reshape(shape);
    }
    std::vector<std::int64_t> flat(rows.sizes().begin(), rows.sizes().end());
    flat[0] = sequences() * m_longest;
    return at::full(flat, fill, rows.options()).index_copy(0, m_places.to(rows.device()), rows).reshape(shape);
}

at::Tensor Layout::unpad(const at::Tensor &padded) const
{
    const at::Tensor flat = padded.flatten(0, 1);
    return m_uniform ? flat : flat.index_select(0, m_places.to(padded.device()));
}

BatchInput BatchInput::of(std::span<const Encoding *const> batch)
{
    std::vector<std::int64_t> lengths;
    for (const Encoding *encoding : batch) {
        lengths.push_back(static_cast<std::int64_t>(encoding->pieces.size()));
    }
    BatchInput input{Layout::ofLengths(lengths), {}, {}, {}};
    input.ids = at::empty({input.layout.rows()}, at::kLong);
    input.positions = at::empty_like(input.ids);
    input.segments = at::empty_like(input.ids);
    auto *id = input.ids.data_ptr<std::int64_t>();
    auto *position = input.positions.data_ptr<std::int64_t>();
    auto *segment = input.segments.data_ptr<std::int64_t>();
    for (const Encoding *encoding : batch) {
        std::int64_t place = 0;
        for (const Piece &piece : encoding->pieces) {
            *id++ = piece.id;
            *position++ = place++;
            *segment++ = piece.segment;
        }
    }
    return input;
}

} // namespace adaplens
