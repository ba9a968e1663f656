// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/weights_p.h"
#include "core/io/jsonbinder_p.h"
#include "core/reduction/interventions.h"
#include "core/reduction/reducer_p.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// A way to decide which tokens stay, with its settings: all that a model has beside encoder and head. A rule is one
/// file here and one line in rule.cpp. config.json names it, "adaplens": {"reduction": NAME}, and holds its settings
/// in a section of that name; its tensors' names begin with "NAME.".
class ReductionRule {
public:
    virtual ~ReductionRule() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// Its section of config.json.
    [[nodiscard]] virtual OrderedJson settings() const { return nullptr; }
    /// Its tensors in a model of this shape, in a fixed order.
    [[nodiscard]] virtual std::vector<TensorSpec> tensors(const ModelInfo &) const { return {}; }
    /// A tensor as training starts from it, float32.
    [[nodiscard]] virtual at::Tensor initial(const TensorSpec &, at::Generator &) const { return {}; }
    /// What is wrong with the values of its tensors, to stand behind a file's name; empty if nothing is.
    [[nodiscard]] virtual std::optional<Message> problem(const Weights &) const { return {}; }
    /// Gives the model other thresholds, one a layer. Throws Error where it has none or they do not fit.
    virtual void setThresholds(Weights &weights, const std::vector<double> &values) const;
    /// What decides in a forward pass; it shares the weights.
    [[nodiscard]] virtual std::unique_ptr<Reducer> reducer(const Weights &weights, const ModelInfo &info) const = 0;
    /// Exact operations of all layers and of the rule itself. `alive` = n_0 .. n_L: tokens entering each layer before
    /// its drop, and after the last. This is the sum of the layers, each on what it keeps.
    [[nodiscard]] virtual double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const;
};

using RulePointer = std::shared_ptr<const ReductionRule>;

/// The rule that keeps every token: "none".
[[nodiscard]] RulePointer noRule();
/// The rule of that name with its usual settings. Throws Error listing the names there are.
[[nodiscard]] RulePointer ruleNamed(const std::string &name);
/// The rule that a config.json asks for: the one that it names or, in files that name none, the one that has a section.
[[nodiscard]] RulePointer readRule(JsonBinder &config);
/// The name of the rule that a file's tensor belongs to; empty if to none.
[[nodiscard]] std::string ruleOwning(const std::string &tensor);

void setRule(ModelInfo &info, RulePointer rule);
/// The rule of a model.
[[nodiscard]] const ReductionRule &ruleOf(const ModelInfo &info);
/// What decides in passes of a model, with a user's interventions. Throws Error if these do not fit the model.
[[nodiscard]] std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info,
                                                   const Interventions &interventions = {});

/// Calls `visit` for every tensor of a model, in a fixed order: encoder, head, rule. The one list: loading, saving and
/// optimisers use it.
void forEachTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit);

} // namespace adaplens
