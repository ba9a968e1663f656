// SPDX-License-Identifier: GPL-3.0-or-later
// Samples of a batch and the policy loss, by hand, against finite differences and against the exact gradient.
#include "core/train/policygradient_p.h"

#include "core/model/checkpoint_p.h"
#include "core/reduction/reducedpass_p.h"
#include "core/reduction/trbert_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <numeric>

using namespace adaplens;

namespace {

using Kept = std::vector<std::uint8_t>;

/// A random model in double, and a batch of texts of different lengths.
struct Setting {
    explicit Setting(std::size_t layers = 4)
    {
        const test::TemporaryFolder folder;
        test::writeTinyModel(folder.path(), {.layers = layers, .reduction = "trbert", .twin = false});
        model = readCheckpoint(folder.path());
        forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            tensor = tensor.to(at::kDouble).requires_grad_(true);
            tensors.emplace_back(spec.name, tensor);
        });
        options.pass.products = at::kDouble;
        add({2, 60, 61, 62, 63, 64, 65, 3});
        add({2, 70, 71, 3});
    }
    void add(const std::vector<std::int32_t> &ids)
    {
        encodings.push_back(golden::encodingOf(ids, std::vector<int>(ids.size(), 0)));
    }
    [[nodiscard]] SampledPass run(const ChooseTokens &choose) const
    {
        return runSampled(model.weights, model.info, BatchInput::of(golden::pointersTo(encodings)), options, choose);
    }
    /// - log p(label) of each pass, all labels 1.
    [[nodiscard]] static at::Tensor losses(const SampledPass &pass)
    {
        return crossEntropies(pass.logits, at::ones({pass.logits.size(0)}, at::kLong), {});
    }

    Checkpoint model;
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    std::vector<Encoding> encodings;
    SampledOptions options;
};

/// Answers each selector with what was noted for it.
ChooseTokens answer(const std::vector<Kept> &ofSelectors)
{
    return [ofSelectors](const SelectorView &view) { return ofSelectors.at(view.selector); };
}

/// A pass that was not run: what a loss is computed from.
SampledPass madeUp(const std::vector<std::int64_t> &lengths, const std::vector<double> &logits, const Kept &kept)
{
    SampledPass pass;
    pass.selectors.push_back({Layout::ofLengths(lengths), at::tensor(logits, at::kDouble).requires_grad_(true), kept});
    return pass;
}

/// Every way to keep some of a text's tokens but the first, which stays.
std::vector<Kept> waysToKeep(std::size_t tokens)
{
    std::vector<Kept> ways;
    for (std::size_t bits = 0; bits < std::size_t{1} << (tokens - 1); ++bits) {
        Kept kept{1};
        for (std::size_t i = 0; i + 1 < tokens; ++i) {
            kept.push_back((bits >> i) % 2 == 1 ? 1 : 0);
        }
        ways.push_back(kept);
    }
    return ways;
}

/// Probability of a selector's decision about one text.
double probabilityOf(const SelectorDraw &draw)
{
    double product = 1;
    for (std::int64_t i = 1; i < draw.layout.rows(); ++i) {
        const double p = 1 / (1 + std::exp(-draw.logits[i].item<double>()));
        product *= draw.kept[static_cast<std::size_t>(i)] != 0 ? p : 1 - p;
    }
    return product;
}

} // namespace

TEST_CASE("rewards by hand")
{
    SampledPass pass;
    pass.shares = {{1.0, 0.5}, {0.5, 0.25}};
    const at::Tensor rewards = rewardsOf(pass, at::tensor({0.125F, 2.0F}), 2.0);
    CHECK(golden::distance(rewards, at::tensor({-0.125 - 1.5, -2 - 0.75})) < 1e-15);
}

TEST_CASE("the policy loss by hand")
{
    // Two samples of one text, [CLS] and two tokens. Rewards 1 and 2: advantages -0.5 and 0.5.
    const double x = 0.4, y = -1.1;
    const SampledPass pass = madeUp({3, 3}, {9, x, y, 9, x, y}, {1, 1, 0, 1, 0, 0});
    const auto cost = [](double logit, bool kept) { return std::log(1 + std::exp(kept ? -logit : logit)); };
    const double expected =
        (-0.5 * (cost(x, true) + cost(y, false)) / 3 + 0.5 * (cost(x, false) + cost(y, false)) / 3) / 2;
    const at::Tensor loss = policyLoss(pass, at::tensor({1.0, 2.0}), 2);
    CHECK(loss.item<double>() == doctest::Approx(expected).epsilon(1e-12));
    const at::Tensor gradient = torch::autograd::grad({loss}, {pass.selectors[0].logits}).front();
    CHECK(gradient[0].item<double>() == 0); // nothing was decided about [CLS]
    // x was kept in the worse sample and dropped in the better: down it goes.
    CHECK(gradient[1].item<double>() > 0);
    CHECK(gradient[4].item<double>() > 0);

    // A second text has its own baseline.
    SampledPass two = madeUp({2, 3, 2, 3}, {9, x, 9, x, y, 9, x, 9, x, y}, {1, 1, 1, 1, 0, 1, 1, 1, 0, 0});
    const at::Tensor both = policyLoss(two, at::tensor({50.0, 1.0, 50.0, 2.0}), 2);
    CHECK(both.item<double>() == doctest::Approx(expected / 2).epsilon(1e-12));
    // A second selector adds its own.
    two.selectors.push_back(madeUp({1, 3, 1, 3}, {9, 9, x, y, 9, 9, x, y}, {1, 1, 1, 0, 1, 1, 0, 0}).selectors[0]);
    CHECK(policyLoss(two, at::tensor({50.0, 1.0, 50.0, 2.0}), 2).item<double>() ==
          doctest::Approx(expected).epsilon(1e-12));
}

TEST_CASE("entropy is a bit where all is open, and none where all is decided")
{
    CHECK(meanEntropy(madeUp({3}, {50, 0, 0}, {})) == doctest::Approx(1));
    CHECK(meanEntropy(madeUp({3}, {0, 60, -60}, {})) == doctest::Approx(0));
    const double p = 0.2;
    CHECK(meanEntropy(madeUp({2, 1, 2}, {7, std::log(p / (1 - p)), 7, 7, std::log((1 - p) / p)}, {})) ==
          doctest::Approx(-p * std::log2(p) - (1 - p) * std::log2(1 - p)).epsilon(1e-5));
    CHECK(meanEntropy(madeUp({1, 1}, {0, 0}, {})) == 0);
}

TEST_CASE("tokens are drawn each with its own probability")
{
    at::manual_seed(4);
    constexpr std::int64_t count = 20000;
    std::vector<float> probabilities;
    std::vector<std::uint32_t> pieces(4 * count);
    for (std::int64_t i = 0; i < count; ++i) {
        probabilities.insert(probabilities.end(), {0.0F, 0.2F, 0.9F, 1.0F});
    }
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{4 * count});
    const Kept kept = drawTokens({0, layout, probabilities, pieces});
    for (std::size_t i = 0; i < 4; ++i) {
        double sum = 0;
        for (std::size_t k = i; k < kept.size(); k += 4) {
            sum += kept[k];
        }
        CHECK(std::abs(sum / count - static_cast<double>(probabilities[i])) < (i == 0 || i == 3 ? 1e-12 : 0.012));
    }
    CHECK(drawTokens({0, layout, probabilities, pieces}) != kept);
    at::manual_seed(4);
    CHECK(drawTokens({0, layout, probabilities, pieces}) == kept);
}

TEST_CASE("the first sample of each text keeps the best of a ranking, as many as expected")
{
    // Two texts, of which the second has lost its piece 1; two samples. Probabilities but [CLS]'s: 1.4, so one token,
    // and 1.6, so two.
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{4, 4, 4, 4});
    const std::vector<float> probabilities{0.9F, 0.2F, 0.3F, 0.9F, 0.1F, 0.5F, 0.5F, 0.6F, 1, 1, 1, 1, 1, 1, 1, 1};
    const std::vector<std::uint32_t> pieces{0, 1, 2, 3, 0, 2, 3, 4, 0, 1, 2, 3, 0, 2, 3, 4};
    const std::vector<std::vector<float>> ranking{{0.9F, 0.0F, 0.3F, 0.3F}, {0, 9, 0.2F, 0.1F, 0.3F}};
    Kept kept{1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0};
    imitate({0, layout, probabilities, pieces}, ranking, kept);
    kept[0] = kept[4] = 1; // decided elsewhere
    CHECK(kept == Kept{1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0});
}

TEST_CASE("samples are passes of their own: each gives the logits and the shares that it has alone")
{
    Setting s;
    const at::NoGradGuard guard;
    s.options.samples = 3;
    at::manual_seed(2);
    const SampledPass all = s.run(drawTokens);
    REQUIRE(all.selectors.size() == 2);
    REQUIRE(all.logits.size(0) == 6);
    double places = 0;
    std::size_t differing = 0;
    for (std::int64_t q = 0; q < 6; ++q) {
        Setting one;
        one.options.samples = 1;
        one.encodings = {s.encodings[static_cast<std::size_t>(q % 2)]};
        std::vector<Kept> kept;
        for (const SelectorDraw &draw : all.selectors) {
            kept.emplace_back(draw.kept.begin() + draw.layout.begin(q), draw.kept.begin() + draw.layout.begin(q + 1));
        }
        const SampledPass alone = one.run(answer(kept));
        CHECK(golden::distance(alone.logits[0], all.logits[q]) < 1e-12);
        const double length = q % 2 == 0 ? 8 : 4;
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(alone.shares[i][0] == all.shares[i][static_cast<std::size_t>(q)]);
            CHECK(alone.shares[i][0] == std::accumulate(kept[i].begin(), kept[i].end(), 0) / length);
        }
        places += (1 + alone.shares[0][0] + 2 * alone.shares[1][0]) * length / 4;
        differing += golden::distance(all.logits[q], all.logits[q % 2]) > 1e-3 ? 1 : 0;
    }
    CHECK(all.places == doctest::Approx(places / (3 * 12)));
    CHECK(differing >= 2);
}

TEST_CASE("decisions at the threshold give what inference gives, and [CLS] stays whatever is said")
{
    Setting s;
    const at::NoGradGuard guard;
    s.options.samples = 1;
    const auto threshold = [](const SelectorView &view) {
        Kept kept;
        for (const float p : view.probabilities) {
            kept.push_back(p >= 0.5F ? 1 : 0);
        }
        kept[0] = 0;
        return kept;
    };
    const SampledPass found = s.run(threshold);
    const auto expected = runReduced(s.model.weights, s.model.info, BatchInput::of(golden::pointersTo(s.encodings)),
                                     *makeReducer(s.model.weights, s.model.info), false, s.options.pass);
    CHECK(golden::distance(found.logits, expected->logits) < 1e-12);
    CHECK(found.shares[0][0] * 8 == expected->alive[0][2]);
    CHECK(found.shares[1][1] * 4 == expected->alive[1][4]);
    CHECK(found.places < 1);
}

TEST_CASE("gradients of the policy loss against central differences, the decisions held")
{
    for (const bool frozen : {true, false}) {
        CAPTURE(frozen);
        Setting s;
        s.options.samples = 3;
        s.options.frozen = frozen;
        at::manual_seed(7);
        const SampledPass pass = s.run(drawTokens);
        CHECK(pass.logits.requires_grad() != frozen);
        const at::Tensor rewards = rewardsOf(pass, Setting::losses(pass), 0.6);
        const at::Tensor value = policyLoss(pass, rewards, 3);
        const ChooseTokens again = answer({pass.selectors[0].kept, pass.selectors[1].kept});
        std::vector<at::Tensor> inputs;
        for (const auto &[name, tensor] : s.tensors) {
            inputs.push_back(tensor);
        }
        const std::vector<at::Tensor> gradients = torch::autograd::grad({value}, inputs, {}, false, false, true);
        std::size_t followed = 0;
        const at::NoGradGuard guard;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const std::string &name = s.tensors[i].first;
            CAPTURE(name);
            if (frozen) {
                REQUIRE(gradients[i].defined() == s.model.weights.rule.contains(name));
            }
            if (!gradients[i].defined()) {
                continue;
            }
            ++followed;
            auto generator = at::make_generator<at::CPUGeneratorImpl>(11);
            const at::Tensor direction = at::empty(inputs[i].sizes(), at::kDouble).normal_(0, 1, generator);
            constexpr double step = 1e-6;
            inputs[i].add_(direction, step);
            const double up = policyLoss(s.run(again), rewards, 3).item<double>();
            inputs[i].add_(direction, -2 * step);
            const double down = policyLoss(s.run(again), rewards, 3).item<double>();
            inputs[i].add_(direction, step);
            CHECK((gradients[i] * direction).sum().item<double>() ==
                  doctest::Approx((up - down) / (2 * step)).epsilon(1e-6));
        }
        CHECK(followed > (frozen ? 7U : 20U));
    }
}

TEST_CASE("the mean of many estimates is the exact gradient of the expected reward")
{
    // One text of four tokens: all decisions of both selectors can be gone through. The first selector's loss is scaled
    // by 1 / 4, the second's by 1 / (tokens alive), both by (S - 1) / S since a sample is part of its own baseline.
    constexpr double alpha = 0.8;
    constexpr std::size_t samples = 8, rounds = 200;
    Setting s;
    s.encodings.clear();
    s.add({2, 70, 71, 3});
    s.options.frozen = true;
    const std::vector<std::string> names{"trbert.selector.0.dense.weight", "trbert.selector.0.score.bias",
                                         "trbert.selector.1.dense.weight", "trbert.selector.1.score.bias"};
    /// sum over all decisions of P(first) * P(second | first) * reward / (tokens that the moving selector decides about).
    /// Exact where only that selector is changed: nothing before it moves.
    const auto expectedReward = [&](std::size_t moving) {
        double sum = 0;
        s.options.samples = 1;
        for (const Kept &first : waysToKeep(4)) {
            const auto alive = static_cast<std::size_t>(std::accumulate(first.begin(), first.end(), 0));
            for (const Kept &second : waysToKeep(alive)) {
                const SampledPass pass = s.run(answer({first, second}));
                const double reward = rewardsOf(pass, Setting::losses(pass), alpha).item<double>();
                const double tokens = moving == 0 ? 4 : static_cast<double>(alive);
                sum += probabilityOf(pass.selectors[0]) * probabilityOf(pass.selectors[1]) * reward / tokens;
            }
        }
        return sum;
    };
    std::vector<std::vector<double>> exact(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const at::NoGradGuard guard;
        at::Tensor tensor = s.model.weights.rule.at(names[i]).detach().flatten();
        for (const std::int64_t k : {std::int64_t{0}, tensor.numel() - 1}) {
            constexpr double step = 1e-5;
            tensor[k] += step;
            const double up = expectedReward(i / 2);
            tensor[k] -= 2 * step;
            const double down = expectedReward(i / 2);
            tensor[k] += step;
            exact[i].push_back(-(up - down) / (2 * step) * (samples - 1) / samples);
        }
    }
    std::vector<std::vector<std::vector<double>>> found(names.size());
    s.options.samples = samples;
    s.encodings.resize(100, s.encodings.front());
    at::manual_seed(9);
    for (std::size_t r = 0; r < rounds; ++r) {
        const SampledPass pass = s.run(drawTokens);
        const at::Tensor loss = policyLoss(pass, rewardsOf(pass, Setting::losses(pass), alpha), samples);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const at::Tensor gradient =
                torch::autograd::grad({loss}, {s.model.weights.rule.at(names[i])}, {}, true).front().flatten();
            found[i].push_back({gradient[0].item<double>(), gradient[gradient.numel() - 1].item<double>()});
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t k = 0; k < 2; ++k) {
            CAPTURE(names[i].c_str());
            CAPTURE(k);
            double mean = 0, squares = 0;
            for (const auto &round : found[i]) {
                mean += round[k] / rounds;
                squares += round[k] * round[k] / rounds;
            }
            const double error = std::sqrt((squares - mean * mean) / rounds);
            CHECK(std::abs(mean - exact[i][k]) < 4 * error);
            CHECK(error < 0.1 * std::abs(exact[i][k]));
        }
    }
}
