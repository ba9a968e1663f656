// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/method.h"

#include "core/attribution/attributor_p.h"
#include "core/named.h"

#include <algorithm>
#include <iterator>

namespace adaplens {

std::unique_ptr<Attributor> makeContribution();
std::unique_ptr<Attributor> makeAttention();
std::unique_ptr<Attributor> makeAttentionReceived();
std::unique_ptr<Attributor> makeRollout();
std::unique_ptr<Attributor> makeSaliency();
std::unique_ptr<Attributor> makeIntegratedGradients();
std::unique_ptr<Attributor> makeLeaveOneOut();
std::unique_ptr<Attributor> makeRandom();

namespace {

/// What holds of a method besides its name.
struct Traits {
    bool layers = true;    ///< scores each layer anew
    bool slow = false;     ///< many passes a text
    bool ownScore = false; ///< what the model drops tokens by
    bool usual = false;    ///< compared unless others are asked for
};

/// One line a method, in the order in which they are listed everywhere.
struct MethodEntry {
    ScoreMethod method;
    const char *name, *title;
    std::unique_ptr<Attributor> (*make)();
    Traits traits;
};

constexpr MethodEntry entries[] = {
    {ScoreMethod::Contribution, "cp", "CP", makeContribution, {.ownScore = true, .usual = true}},
    {ScoreMethod::Attention, "attention", "Attention", makeAttention, {.usual = true}},
    {ScoreMethod::AttentionReceived, "attention-received", "Attention received", makeAttentionReceived, {}},
    {ScoreMethod::Rollout, "rollout", "Rollout", makeRollout, {.usual = true}},
    {ScoreMethod::Saliency, "saliency", "Saliency", makeSaliency, {.usual = true}},
    {ScoreMethod::IntegratedGradients,
     "ig",
     "Integrated gradients",
     makeIntegratedGradients,
     {.layers = false, .slow = true}},
    {ScoreMethod::LeaveOneOut, "loo", "Leave one out", makeLeaveOneOut, {.layers = false, .slow = true}},
    {ScoreMethod::Random, "random", "Random", makeRandom, {.layers = false, .usual = true}},
};

const MethodEntry &entryOf(ScoreMethod method)
{
    const auto *const found = std::ranges::find(entries, method, &MethodEntry::method);
    if (found == std::end(entries))
        throw Error("There is no scoring method number %1.", static_cast<int>(method));
    return *found;
}

std::vector<ScoreMethod> methodsWhere(bool (*wanted)(const Traits &))
{
    std::vector<ScoreMethod> methods;
    for (const MethodEntry &entry : entries)
        if (wanted(entry.traits))
            methods.push_back(entry.method);
    return methods;
}

} // namespace

std::unique_ptr<Attributor> makeAttributor(ScoreMethod method)
{
    return entryOf(method).make();
}

const char *nameOf(ScoreMethod method)
{
    return entryOf(method).name;
}

const char *titleOf(ScoreMethod method)
{
    return entryOf(method).title;
}

ScoreMethod scoreMethodNamed(const std::string &name)
{
    return named(allScoreMethods(), name, message("scoring method"));
}

const std::vector<ScoreMethod> &allScoreMethods()
{
    static const std::vector<ScoreMethod> methods = methodsWhere([](const Traits &) { return true; });
    return methods;
}

std::vector<ScoreMethod> usualScoreMethods()
{
    return methodsWhere([](const Traits &traits) { return traits.usual; });
}

bool hasLayers(ScoreMethod method)
{
    return entryOf(method).traits.layers;
}

bool isSlow(ScoreMethod method)
{
    return entryOf(method).traits.slow;
}

bool isOwnScore(ScoreMethod method)
{
    return entryOf(method).traits.ownScore;
}

} // namespace adaplens
