// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/removingpass_p.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

namespace {

/// The tokens of a batch that are still there: their states, where each sequence lies, which piece each row is.
class Alive {
public:
    Alive(at::Tensor rows, const BatchInput &texts) : m_rows(std::move(rows)), m_layout(texts.layout), m_texts(texts)
    {
        for (std::int64_t b = 0; b < m_layout.sequences(); ++b) {
            for (std::int64_t i = 0; i < m_layout.length(b); ++i) {
                m_pieces.push_back(static_cast<std::uint32_t>(i));
            }
        }
    }

    [[nodiscard]] const at::Tensor &rows() const { return m_rows; }
    [[nodiscard]] const Layout &layout() const { return m_layout; }
    [[nodiscard]] AliveTokens tokens() const { return {m_layout, m_pieces, m_texts}; }
    void setRows(at::Tensor rows) { m_rows = std::move(rows); }

    /// Takes out the rows that a rule drops.
    void drop(const std::vector<std::uint8_t> &kept)
    {
        std::vector<std::int64_t> places, offsets{0};
        std::vector<std::uint32_t> pieces;
        for (std::int64_t b = 0; b < m_layout.sequences(); ++b) {
            for (std::int64_t i = m_layout.begin(b); i < m_layout.begin(b + 1); ++i) {
                if (kept[static_cast<std::size_t>(i)] != 0) {
                    places.push_back(i);
                    pieces.push_back(m_pieces[static_cast<std::size_t>(i)]);
                }
            }
            offsets.push_back(static_cast<std::int64_t>(places.size()));
        }
        if (pieces.size() == m_pieces.size()) {
            return;
        }
        m_rows = m_rows.index_select(0, at::tensor(places, at::kLong).to(m_rows.device()));
        m_layout = Layout(std::move(offsets));
        m_pieces = std::move(pieces);
    }

    [[nodiscard]] std::vector<std::uint32_t> piecesOf(std::int64_t b) const { return part(m_pieces, b); }
    template <typename T>
    [[nodiscard]] std::vector<T> part(const std::vector<T> &perRow, std::int64_t b) const
    {
        if (perRow.empty()) {
            return {};
        }
        return {perRow.begin() + m_layout.begin(b), perRow.begin() + m_layout.begin(b + 1)};
    }

private:
    at::Tensor m_rows;
    Layout m_layout;
    const BatchInput &m_texts;
    std::vector<std::uint32_t> m_pieces;
};

void countLengths(const Layout &layout, ReducedPass &pass)
{
    pass.alive.resize(static_cast<std::size_t>(layout.sequences()));
    for (std::int64_t b = 0; b < layout.sequences(); ++b) {
        pass.alive[static_cast<std::size_t>(b)].push_back(static_cast<std::uint32_t>(layout.length(b)));
    }
}

/// Appends one layer to every sequence's record. Where nothing is decided, all share alike.
void recordLayer(const Alive &alive, const std::optional<Decision> &decision, DropPlace place, ReducedPass &pass)
{
    for (std::size_t b = 0; b < pass.layers.size(); ++b) {
        const auto sequence = static_cast<std::int64_t>(b);
        LayerTrace layer;
        layer.alive = alive.piecesOf(sequence);
        layer.drop = decision ? place : DropPlace::Nowhere;
        if (decision) {
            layer.raw = alive.part(decision->raw, sequence);
            layer.adjusted = alive.part(decision->adjusted, sequence);
            layer.kept = alive.part(decision->kept, sequence);
            layer.forced = alive.part(decision->forced, sequence);
            layer.threshold = decision->thresholds[b];
            layer.scale = decision->scales.empty() ? 1 : decision->scales[b];
        } else {
            layer.raw.assign(layer.alive.size(), 1.0F / static_cast<float>(layer.alive.size()));
            layer.adjusted = layer.raw;
            layer.kept.assign(layer.alive.size(), 1);
        }
        pass.layers[b].push_back(std::move(layer));
    }
}

/// Records what is decided in a layer, if that is wanted, and takes out what is dropped.
void obey(const std::optional<Decision> &decision, DropPlace place, bool record, Alive &alive, ReducedPass &pass)
{
    if (record) {
        recordLayer(alive, decision, place, pass);
    }
    if (decision) {
        for (std::size_t b = 0; b < pass.nearTies.size(); ++b) {
            pass.nearTies[b] += decision->nearTies[b];
        }
        alive.drop(decision->kept);
    }
}

std::optional<ReducedPass> run(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                               const Reducer &reducer, bool record, const PassOptions &options,
                               const std::stop_token &stop)
{
    const auto sequences = static_cast<std::size_t>(batch.layout.sequences());
    ReducedPass pass;
    pass.nearTies.resize(sequences);
    pass.layers.resize(record ? sequences : 0);
    countLengths(batch.layout, pass);

    Alive alive(embed(weights, info, batch, options), batch);
    for (std::size_t l = 0; l < info.layers; ++l) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const bool after = reducer.needsReceivedAttention();
        const std::optional<Decision> before = reducer.beforeAttention(l, alive.rows(), alive.tokens());
        obey(before, DropPlace::BeforeAttention, record && (before || !after), alive, pass);
        at::Tensor received;
        alive.setRows(runAttention(weights.layers[l], info, alive.rows(), alive.layout(), options, {}, nullptr,
                                   after ? &received : nullptr));
        if (after) {
            obey(reducer.afterAttention(l, received, alive.tokens()), DropPlace::AfterAttention, record && !before,
                 alive, pass);
        }
        alive.setRows(runFeedForward(weights.layers[l], info, alive.rows(), options));
        countLengths(alive.layout(), pass);
    }
    pass.logits = classify(weights, alive.rows(), alive.layout(), options);
    for (std::size_t b = 0; record && b < sequences; ++b) {
        pass.survivors.push_back(alive.piecesOf(static_cast<std::int64_t>(b)));
    }
    return pass;
}

} // namespace

std::optional<ReducedPass> runReduced(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                                      const Reducer &reducer, bool record, const PassOptions &options,
                                      const std::stop_token &stop)
{
    const at::NoGradGuard guard;
    return run(weights, info, batch, reducer, record, options, stop);
}

ReducedPass runRemoving(const Weights &weights, const ModelInfo &info, const BatchInput &batch, const Reducer &reducer,
                        const PassOptions &options)
{
    return *run(weights, info, batch, reducer, false, options, {});
}

} // namespace adaplens
