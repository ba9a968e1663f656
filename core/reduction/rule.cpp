// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/rule_p.h"

#include "core/encoder/operations.h"
#include "core/error.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/floor_p.h"
#include "core/reduction/forced_p.h"
#include "core/reduction/names.h"
#include "core/reduction/power_p.h"
#include "core/reduction/trbert_p.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

struct Entry {
    const char *name;
    RulePointer (*usual)();
    RulePointer (*read)(JsonBinder &section); ///< from its section of config.json
    const FloorMethod &(*floor)() = nullptr;  ///< where it can also run at the budget of another rule
};

template <const FloorMethod &(*method)()>
constexpr Entry floorEntry(const char *name)
{
    return {name, [] { return floorRule(method(), {}); },
            [](JsonBinder &section) { return readFloorRule(method(), section); }, method};
}

constexpr std::array entries = {
    Entry{"none", noRule, [](JsonBinder &) { return noRule(); }},
    Entry{"adapler", [] { return adaplerRule({}); }, readAdaplerRule},
    Entry{"power", [] { return powerRule({}); }, readPowerRule},
    Entry{"trbert", [] { return trbertRule({}); }, readTrbertRule},
    floorEntry<randomFloor>("random"),
    floorEntry<attentionFloor>("attention-topk"),
    floorEntry<firstFloor>("first"),
    floorEntry<lastFloor>("last"),
};

const Entry *entryNamed(const std::string &name)
{
    const auto *const found = std::ranges::find_if(entries, [&](const Entry &entry) { return name == entry.name; });
    return found == entries.end() ? nullptr : found;
}

const Entry &floorNamed(const std::string &name)
{
    const Entry *entry = entryNamed(name);
    if (entry == nullptr || entry->floor == nullptr) {
        std::string list;
        for (const std::string &known : floorNames()) {
            list += (list.empty() ? "\"" : ", \"") + known + '"';
        }
        throw Error("\"%1\" is no floor; known are %2.", name, list);
    }
    return *entry;
}

std::string listOfNames()
{
    std::string list;
    for (const Entry &entry : entries) {
        list += (list.empty() ? "\"" : ", \"") + std::string(entry.name) + '"';
    }
    return list;
}

/// The thresholds of a rule that has one in each layer, harsher by a factor each.
std::vector<double> scaledByLayer(const ReductionRule &rule, const Weights &weights, const std::vector<double> &scales)
{
    std::vector<double> thresholds = rule.thresholds(weights);
    if (!rule.hasLayerThresholds() || thresholds.size() != scales.size()) {
        throw Error("%1 factors were given, one for each layer, but the model has %2 thresholds.", scales.size(),
                    thresholds.size());
    }
    for (std::size_t l = 0; l < scales.size(); ++l) {
        if (scales[l] != 1) {
            thresholds[l] = rule.scaledThresholds(weights, scales[l])[l];
        }
    }
    return thresholds;
}

} // namespace

std::vector<double> ReductionRule::scaledThresholds(const Weights &, double) const
{
    throw Error("The model drops no tokens by a threshold, so there is none to scale.");
}

std::shared_ptr<const ReductionRule> ReductionRule::withThresholds(Weights &, const ModelInfo &,
                                                                   const std::vector<double> &) const
{
    throw Error("The model drops no tokens by a threshold, so there is none to set; omit eta.");
}

double ReductionRule::operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const
{
    double total = 0;
    for (const std::uint32_t n : alive.subspan(1)) {
        total += attentionOperations(info, n) + feedForwardOperations(info, n);
    }
    return total;
}

std::vector<std::uint32_t> ReductionRule::padded(const ModelInfo &, std::span<const std::uint32_t> alive,
                                                 std::uint32_t length) const
{
    std::vector<std::uint32_t> result(alive.begin(), alive.end());
    result.front() = length;
    return result;
}

double operationsDroppingAfterAttention(const ModelInfo &info, std::span<const std::uint32_t> alive)
{
    double total = 0;
    for (std::size_t l = 0; l + 1 < alive.size(); ++l) {
        total += attentionOperations(info, alive[l]) + feedForwardOperations(info, alive[l + 1]);
    }
    return total;
}

Message costOfDroppingAfterAttention()
{
    return message("Attention works on the pieces that enter a layer, the feed-forward part on those that stay; adding "
                   "up the attention received is not counted.");
}

RulePointer ruleNamed(const std::string &name)
{
    const Entry *entry = entryNamed(name);
    if (entry == nullptr) {
        throw Error("\"%1\" is no way to drop tokens; known are %2.", name, listOfNames());
    }
    return entry->usual();
}

RulePointer readRule(JsonBinder &config, const ModelInfo &info)
{
    std::string name;
    config.section("adaplens", [&](JsonBinder &own) {
        own.value("reduction", name);
        if (!name.empty()) {
            (void)own.guarded("reduction", [&] { return ruleNamed(name); });
        }
    });
    if (name.empty()) {
        const auto *const found =
            std::ranges::find_if(entries, [&](const Entry &entry) { return config.has(entry.name); });
        name = found == entries.end() ? "none" : found->name;
    }
    const Entry &entry = *entryNamed(name);
    RulePointer rule = entry.usual();
    if (rule->settings() != nullptr && !config.has(name)) {
        config.fail("adaplens.reduction", message("it is \"%1\", but there is no \"%1\" section", name));
    }
    config.section(name, [&](JsonBinder &section) { rule = entry.read(section); });
    rule->checkFits(config, info);
    return rule;
}

std::string ruleOwning(const std::string &tensor)
{
    for (const Entry &entry : entries) {
        if (tensor.starts_with(std::string(entry.name) + '.')) {
            return entry.name;
        }
    }
    return {};
}

void setRule(ModelInfo &info, RulePointer rule)
{
    info.adaptive = rule->name() != noRule()->name();
    info.rule = std::move(rule);
}

const ReductionRule &ruleOf(const ModelInfo &info)
{
    static const RulePointer none = noRule();
    return info.rule ? *info.rule : *none;
}

RuleNames namesOf(const ModelInfo &model)
{
    return ruleOf(model).names();
}

std::optional<RuleNames> namesOfRule(const std::string &rule)
{
    const Entry *entry = entryNamed(rule);
    return entry == nullptr ? std::nullopt : std::optional(entry->usual()->names());
}

RulePointer ruleWith(const Interventions &interventions, Weights &weights, const ModelInfo &info)
{
    const auto fits = [](double scale) { return scale > 0 && scale <= 1e6; };
    if (!fits(interventions.scale) || !std::ranges::all_of(interventions.layerScales, fits)) {
        throw Error("Thresholds are scaled by a number above 0.");
    }
    RulePointer current = info.rule ? info.rule : noRule();
    const auto change = [&](const std::vector<double> &thresholds) {
        if (RulePointer other = current->withThresholds(weights, info, thresholds)) {
            current = std::move(other);
        }
    };
    if (!interventions.eta.empty()) {
        change(interventions.eta);
    }
    if (interventions.scale != 1) {
        change(current->scaledThresholds(weights, interventions.scale));
    }
    if (!interventions.layerScales.empty()) {
        change(scaledByLayer(*current, weights, interventions.layerScales));
    }
    return current;
}

std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info, const Interventions &interventions)
{
    Weights changed = weights; // handles only
    const RulePointer current = ruleWith(interventions, changed, info);
    return withForced(current->reducer(changed, info), info, interventions.forced);
}

std::vector<std::string> floorNames()
{
    std::vector<std::string> names;
    for (const Entry &entry : entries) {
        if (entry.floor != nullptr) {
            names.emplace_back(entry.name);
        }
    }
    return names;
}

ModelInfo withFloor(ModelInfo model, const std::string &rule)
{
    setRule(model, floorNamed(rule).usual());
    return model;
}

std::unique_ptr<Reducer> makeFloor(const FloorRun &floor, const ModelInfo &info)
{
    const Entry &entry = floorNamed(floor.rule);
    for (const std::vector<std::uint32_t> &alive : floor.alive) {
        if (alive.size() != info.layers + 1) {
            throw Error(
                "A floor needs the tokens that each of the %1 layers of model %2 keeps; it was given %3 numbers.",
                info.layers, info.name, alive.size());
        }
    }
    return floorReducer(entry.floor(), {floor.alive.begin(), floor.alive.end()}, floor.seed, info);
}

void forEachTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit)
{
    forEachEncoderTensor(weights, info, visit);
    for (const TensorSpec &spec : ruleOf(info).tensors(info)) {
        visit(spec, weights.rule[spec.name]);
    }
}

} // namespace adaplens
