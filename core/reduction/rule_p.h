// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/weights_p.h"
#include "core/io/jsonbinder_p.h"
#include "core/reduction/floors.h"
#include "core/reduction/interventions.h"
#include "core/reduction/reducer_p.h"
#include "core/trace/rulenames.h"

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
    /// What it and its scores are called.
    [[nodiscard]] virtual RuleNames names() const = 0;
    [[nodiscard]] std::string name() const { return names().name; }
    /// Its section of config.json.
    [[nodiscard]] virtual OrderedJson settings() const { return nullptr; }
    /// Throws the binder's Error where its settings, read from a config.json, do not fit a model of this shape.
    virtual void checkFits(const JsonBinder &, const ModelInfo &) const {}
    /// Its tensors in a model of this shape, in a fixed order.
    [[nodiscard]] virtual std::vector<TensorSpec> tensors(const ModelInfo &) const { return {}; }
    /// A tensor as training starts from it, float32.
    [[nodiscard]] virtual at::Tensor initial(const TensorSpec &, at::Generator &) const { return {}; }
    /// What is wrong with the values of its tensors, to stand behind a file's name; empty if nothing is.
    [[nodiscard]] virtual std::optional<Message> problem(const Weights &) const { return {}; }
    /// Whether it has thresholds, which those below are about.
    [[nodiscard]] virtual bool hasThresholds() const { return false; }
    /// Whether there is one in each layer.
    [[nodiscard]] virtual bool hasLayerThresholds() const { return hasThresholds(); }
    /// Its thresholds, as withThresholds() takes them; empty where it has none.
    [[nodiscard]] virtual std::vector<double> thresholds(const Weights &) const { return {}; }
    /// Gives a model other thresholds, of the kind and number that the rule has: eta of each layer (AdapLeR), the tokens
    /// that each keeps (PoWER-BERT), one probability (TR-BERT). Changes the rule's tensors or returns a rule with other
    /// settings; null where it stays this one. Throws Error where there are none or they do not fit.
    [[nodiscard]] virtual std::shared_ptr<const ReductionRule> withThresholds(Weights &weights, const ModelInfo &info,
                                                                              const std::vector<double> &values) const;
    /// Its own thresholds, harsher by this factor, within the range that it allows. Throws Error where there are none.
    [[nodiscard]] virtual std::vector<double> scaledThresholds(const Weights &weights, double scale) const;
    /// What decides in a forward pass; it shares the weights.
    [[nodiscard]] virtual std::unique_ptr<Reducer> reducer(const Weights &weights, const ModelInfo &info) const = 0;
    /// Exact operations of all layers and of the rule itself. `alive` = n_0 .. n_L: tokens entering each layer before
    /// its drop, and after the last. This is the sum of the layers, each on what it keeps: dropped before attention.
    [[nodiscard]] virtual double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const;
    /// n_0 .. n_L if the text were padded to `length`, as published speed-ups count. Here padding enters the first
    /// layer and goes there.
    [[nodiscard]] virtual std::vector<std::uint32_t> padded(const ModelInfo &info, std::span<const std::uint32_t> alive,
                                                            std::uint32_t length) const;
};

using RulePointer = std::shared_ptr<const ReductionRule>;

/// Operations of all layers where tokens go between attention and feed-forward part: attention on all that enter.
[[nodiscard]] double operationsDroppingAfterAttention(const ModelInfo &info, std::span<const std::uint32_t> alive);
/// The same for readers, RuleNames::cost.
[[nodiscard]] Message costOfDroppingAfterAttention();

/// The rule that keeps every token: "none".
[[nodiscard]] RulePointer noRule();
/// The rule of that name with its usual settings. Throws Error listing the names there are.
[[nodiscard]] RulePointer ruleNamed(const std::string &name);
/// The rule that a config.json asks for: the one that it names or, in files that name none, the one that has a section.
/// `info`: the model's shape, which the rule's settings must fit.
[[nodiscard]] RulePointer readRule(JsonBinder &config, const ModelInfo &info);
/// The name of the rule that a file's tensor belongs to; empty if to none.
[[nodiscard]] std::string ruleOwning(const std::string &tensor);

void setRule(ModelInfo &info, RulePointer rule);
/// The rule of a model.
[[nodiscard]] const ReductionRule &ruleOf(const ModelInfo &info);
/// The rule of a model with the thresholds that the interventions ask for; those that are tensors are replaced in
/// `weights`, a copy of the model's. Throws Error if they do not fit the model.
[[nodiscard]] RulePointer ruleWith(const Interventions &interventions, Weights &weights, const ModelInfo &info);
/// What decides in passes of a model, with a user's interventions. Throws Error if these do not fit the model.
[[nodiscard]] std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info,
                                                   const Interventions &interventions = {});

/// What decides in plain passes of a model over a batch whose texts a floor shortens. Throws Error if there is no floor
/// of that name or the numbers do not fit.
[[nodiscard]] std::unique_ptr<Reducer> makeFloor(const FloorRun &floor, const ModelInfo &info);

/// Calls `visit` for every tensor of a model, in a fixed order: encoder, head, rule. The one list: loading, saving and
/// optimisers use it.
void forEachTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit);

} // namespace adaplens
