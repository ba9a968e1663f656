// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/rule_p.h"

namespace adaplens {

namespace {

class NoRule final : public ReductionRule {
public:
    [[nodiscard]] RuleNames names() const override
    {
        return {.name = "none",
                .title = message("Plain model"),
                .score = "none",
                .scoreTitle = message("none"),
                .thresholdTitle = message("none"),
                .keptBy = KeptBy::Nothing,
                .explanation = message("This model drops nothing: every layer reads every piece.")};
    }
    [[nodiscard]] std::unique_ptr<Reducer> reducer(const Weights &, const ModelInfo &) const override
    {
        return std::make_unique<Reducer>();
    }
    [[nodiscard]] std::vector<std::uint32_t> padded(const ModelInfo &, std::span<const std::uint32_t> alive,
                                                    std::uint32_t length) const override
    {
        return std::vector<std::uint32_t>(alive.size(), length); // padding goes nowhere
    }
};

} // namespace

RulePointer noRule()
{
    static const auto rule = std::make_shared<const NoRule>();
    return rule;
}

} // namespace adaplens
