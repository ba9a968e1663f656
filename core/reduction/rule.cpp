// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/rule_p.h"

#include "core/encoder/operations.h"
#include "core/error.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/forced_p.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

struct Entry {
    const char *name;
    RulePointer (*usual)();
    RulePointer (*read)(JsonBinder &section); ///< from its section of config.json
};

constexpr std::array entries = {
    Entry{"none", noRule, [](JsonBinder &) { return noRule(); }},
    Entry{"adapler", [] { return adaplerRule({}); }, readAdaplerRule},
};

const Entry *entryNamed(const std::string &name)
{
    const auto *const found = std::ranges::find_if(entries, [&](const Entry &entry) { return name == entry.name; });
    return found == entries.end() ? nullptr : found;
}

std::string listOfNames()
{
    std::string list;
    for (const Entry &entry : entries) {
        list += (list.empty() ? "\"" : ", \"") + std::string(entry.name) + '"';
    }
    return list;
}

} // namespace

void ReductionRule::setThresholds(Weights &, const std::vector<double> &) const
{
    throw Error("The model drops no tokens, so it has no thresholds to set; omit eta.");
}

double ReductionRule::operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const
{
    double total = 0;
    for (const std::uint32_t n : alive.subspan(1)) {
        total += attentionOperations(info, n) + feedForwardOperations(info, n);
    }
    return total;
}

RulePointer ruleNamed(const std::string &name)
{
    const Entry *entry = entryNamed(name);
    if (entry == nullptr) {
        throw Error("\"%1\" is no way to drop tokens; known are %2.", name, listOfNames());
    }
    return entry->usual();
}

RulePointer readRule(JsonBinder &config)
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

std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info, const Interventions &interventions)
{
    const ReductionRule &rule = ruleOf(info);
    if (interventions.eta.empty()) {
        return withForced(rule.reducer(weights, info), info, interventions.forced);
    }
    Weights changed = weights; // handles only
    rule.setThresholds(changed, interventions.eta);
    return withForced(rule.reducer(changed, info), info, interventions.forced);
}

void forEachTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit)
{
    forEachEncoderTensor(weights, info, visit);
    for (const TensorSpec &spec : ruleOf(info).tensors(info)) {
        visit(spec, weights.rule[spec.name]);
    }
}

} // namespace adaplens
