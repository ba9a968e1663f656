// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/floor_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/reduction/best_p.h"
#include "core/reduction/lists_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace adaplens {

namespace {

/// What a floor leaves of each text: the same for all, or as another rule did.
class Budget {
public:
    explicit Budget(const FloorSettings &settings) : m_keep(settings.keep), m_share(settings.keepShare) {}
    explicit Budget(std::vector<std::vector<std::uint32_t>> alive) : m_alive(std::move(alive)) {}

    /// Tokens that layer `layer` leaves of text `b`, which has `length`; at least 1.
    [[nodiscard]] std::size_t of(std::size_t layer, std::int64_t b, std::int64_t length) const
    {
        if (!m_alive.empty()) {
            return std::max<std::size_t>(1, m_alive.at(static_cast<std::size_t>(b)).at(layer + 1));
        }
        if (!m_keep.empty()) {
            return m_keep.at(layer);
        }
        if (!m_share.empty()) {
            return static_cast<std::size_t>(std::max(1.0, std::round(m_share.at(layer) * static_cast<double>(length))));
        }
        return std::numeric_limits<std::size_t>::max();
    }

private:
    std::vector<std::size_t> m_keep;
    std::vector<double> m_share;
    std::vector<std::vector<std::uint32_t>> m_alive;
};

class FloorReducer final : public Reducer {
public:
    FloorReducer(const FloorMethod &method, Budget budget, std::uint64_t seed, std::string name)
        : m_method(method), m_budget(std::move(budget)), m_seed(seed), m_name(std::move(name))
    {
    }

    [[nodiscard]] bool needsReceivedAttention() const override { return m_method.scores == nullptr; }
    std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &,
                                            const AliveTokens &alive) const override
    {
        if (m_method.scores == nullptr) {
            return std::nullopt;
        }
        Decision decision;
        for (std::int64_t b = 0; b < alive.layout.sequences(); ++b) {
            keepBest(m_method.scores(alive, b, m_seed), most(layer, b, alive), decision);
        }
        return decision;
    }
    std::optional<Decision> afterAttention(std::size_t layer, const at::Tensor &received,
                                           const AliveTokens &alive) const override
    {
        const std::vector<float> significance = valuesOf(received);
        requireFiniteScores(significance, m_name);
        Decision decision;
        for (std::int64_t b = 0; b < alive.layout.sequences(); ++b) {
            keepBest(std::span(significance)
                         .subspan(static_cast<std::size_t>(alive.layout.begin(b)),
                                  static_cast<std::size_t>(alive.layout.length(b))),
                     most(layer, b, alive), decision);
        }
        return decision;
    }

private:
    [[nodiscard]] std::size_t most(std::size_t layer, std::int64_t b, const AliveTokens &alive) const
    {
        return m_budget.of(layer, b, alive.texts.layout.length(b));
    }

    const FloorMethod &m_method;
    Budget m_budget;
    std::uint64_t m_seed;
    std::string m_name;
};

class FloorRule final : public ReductionRule {
public:
    FloorRule(const FloorMethod &method, FloorSettings settings) : m_method(method), m_settings(std::move(settings)) {}

    [[nodiscard]] RuleNames names() const override { return m_method.names; }
    [[nodiscard]] OrderedJson settings() const override { return toOrderedJson(m_settings); }
    void checkFits(const JsonBinder &config, const ModelInfo &info) const override
    {
        const std::string &name = m_method.names.name;
        if (m_settings.keep.empty() == m_settings.keepShare.empty()) {
            config.fail(name, message("one of \"%1\" and \"%2\" should say how many tokens each layer keeps", "keep",
                                      "keep_share"));
        }
        if (m_settings.keep.empty()) {
            requireOnePerLayer(
                config, name + ".keep_share", m_settings.keepShare, info,
                [](double share) { return share > 0 && share <= 1; }, message("numbers above 0 and of at most 1"));
        } else {
            requireOnePerLayer(
                config, name + ".keep", m_settings.keep, info, [](std::size_t tokens) { return tokens >= 1; },
                message("whole numbers of at least 1"));
        }
    }
    [[nodiscard]] std::unique_ptr<Reducer> reducer(const Weights &, const ModelInfo &info) const override
    {
        return std::make_unique<FloorReducer>(m_method, Budget(m_settings), m_settings.seed, info.name);
    }
    [[nodiscard]] double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const override
    {
        return m_method.scores == nullptr ? operationsDroppingAfterAttention(info, alive)
                                          : ReductionRule::operations(info, alive);
    }

private:
    const FloorMethod &m_method;
    FloorSettings m_settings;
};

} // namespace

void bindJson(JsonBinder &json, FloorSettings &settings)
{
    const auto list = [&](const char *key, auto &values) {
        if (!json.isWriting() || !values.empty()) {
            json.value(key, values);
        }
    };
    list("keep", settings.keep);
    list("keep_share", settings.keepShare);
    json.value("seed", settings.seed);
}

RulePointer floorRule(const FloorMethod &method, const FloorSettings &settings)
{
    return std::make_shared<const FloorRule>(method, settings);
}

RulePointer readFloorRule(const FloorMethod &method, JsonBinder &section)
{
    FloorSettings settings;
    bindJson(section, settings);
    return floorRule(method, settings);
}

std::unique_ptr<Reducer> floorReducer(const FloorMethod &method, std::vector<std::vector<std::uint32_t>> alive,
                                      std::uint64_t seed, const ModelInfo &info)
{
    return std::make_unique<FloorReducer>(method, Budget(std::move(alive)), seed, info.name);
}

} // namespace adaplens
