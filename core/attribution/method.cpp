// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/method.h"

#include "core/attribution/attributor_p.h"
#include "core/error.h"

#include <algorithm>

namespace adaplens {

namespace {

const MethodEntry &entryOf(ScoreMethod method)
{
    const auto &all = scoreMethods();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &entry) { return entry.method == method; });
    if (found == all.end()) {
        throw Error("There is no scoring method number " + std::to_string(static_cast<int>(method)) + ".");
    }
    return *found;
}

} // namespace

const std::vector<MethodEntry> &scoreMethods()
{
    static const std::vector<MethodEntry> entries = {
        {ScoreMethod::Contribution, "cp", true, makeContribution},
        {ScoreMethod::Attention, "attention", true, makeAttention},
        {ScoreMethod::AttentionReceived, "attention-received", true, makeAttentionReceived},
        {ScoreMethod::Rollout, "rollout", true, makeRollout},
        {ScoreMethod::Saliency, "saliency", true, makeSaliency},
        {ScoreMethod::IntegratedGradients, "ig", false, makeIntegratedGradients},
        {ScoreMethod::LeaveOneOut, "loo", false, makeLeaveOneOut},
        {ScoreMethod::Random, "random", false, makeRandom},
    };
    return entries;
}

std::unique_ptr<Attributor> makeAttributor(ScoreMethod method)
{
    return entryOf(method).make();
}

const char *nameOf(ScoreMethod method)
{
    return entryOf(method).name;
}

ScoreMethod scoreMethodNamed(const std::string &name)
{
    std::string known;
    for (const MethodEntry &entry : scoreMethods()) {
        if (name == entry.name) {
            return entry.method;
        }
        known += (known.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw Error("There is no scoring method \"" + name + "\"; the methods are " + known + ".");
}

const std::vector<ScoreMethod> &allScoreMethods()
{
    static const std::vector<ScoreMethod> methods = [] {
        std::vector<ScoreMethod> all;
        for (const MethodEntry &entry : scoreMethods()) {
            all.push_back(entry.method);
        }
        return all;
    }();
    return methods;
}

bool hasLayers(ScoreMethod method)
{
    return entryOf(method).layers;
}

} // namespace adaplens
