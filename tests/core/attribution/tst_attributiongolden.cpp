// SPDX-License-Identifier: GPL-3.0-or-later
// Token scores against Hugging Face, autograd and Captum; values made by tests/data/attribution_golden.py.
#include "core/attribution/attribute.h"
#include "tests/core/golden.h"

using namespace adaplens;

namespace {

constexpr double tolerance = 1e-5;

at::Tensor flat(const std::vector<std::vector<float>> &layers)
{
    std::vector<float> all;
    for (const auto &row : layers) {
        all.insert(all.end(), row.begin(), row.end());
    }
    return golden::flat(all);
}

/// Rows made to sum to 1.
at::Tensor shares(const nlohmann::json &layers)
{
    const at::Tensor rows = golden::flat(layers).view({static_cast<std::int64_t>(layers.size()), -1});
    return rows / rows.sum(1, true);
}

} // namespace

TEST_CASE("scores equal those of Hugging Face, autograd and Captum")
{
    for (const std::string name : {"cased-2x32", "uncased-3x48", "cased-2x64"}) {
        CAPTURE(name);
        const auto folder = golden::folder("hf_parity") / name;
        const auto classifier = Classifier::open(folder);
        const auto encodings = golden::encodingsOf(golden::readJson(folder / "inputs.json"));
        const auto expected = golden::readJson(golden::folder("attribution") / (name + ".json"));
        REQUIRE(expected.size() == encodings.size());
        for (std::size_t i = 0; i < encodings.size(); ++i) {
            CAPTURE(i);
            for (std::size_t target = 0; target < classifier->info().labels.size(); ++target) {
                CAPTURE(target);
                const auto result = attribute(
                    *classifier, encodings[i],
                    {.methods = {ScoreMethod::Attention, ScoreMethod::AttentionReceived, ScoreMethod::Rollout,
                                 ScoreMethod::Saliency, ScoreMethod::IntegratedGradients, ScoreMethod::LeaveOneOut},
                     .target = target});
                REQUIRE(result.has_value());
                CHECK(golden::distance(golden::flat(result->plain.logits), golden::flat(expected[i]["logits"])) <=
                      tolerance);
                for (std::size_t m = 0; m < 3; ++m) {
                    const TokenScores &scores = result->scores[m];
                    CAPTURE(nameOf(scores.method));
                    CHECK(golden::distance(flat(scores.layers), golden::flat(expected[i][nameOf(scores.method)])) <=
                          tolerance);
                }
                const auto &ofClass = expected[i]["classes"][target];
                CHECK(golden::distance(flat(result->scores[3].layers), shares(ofClass["saliency"])) <= tolerance);
                CHECK(golden::distance(flat(result->scores[4].layers), golden::flat(ofClass["ig"])) <= tolerance);
                CHECK(std::abs(*result->scores[4].completeness - ofClass["ig_completeness"].get<double>()) <=
                      tolerance);
                CHECK(golden::distance(flat(result->scores[5].layers), golden::flat(ofClass["loo"])) <= tolerance);
            }
        }
    }
}
