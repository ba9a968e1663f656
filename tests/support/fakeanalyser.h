// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/reduction/names.h"
#include "tests/support/tinymodel.h"
#include "widgets/session/analyser.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <sstream>
#include <thread>

namespace adaplens::test {

/// What a fake analyser did, seen from the test's thread.
struct FakeLog {
    std::atomic<int> opened = 0, started = 0, finished = 0, cancelled = 0, timings = 0;
    std::atomic<int> alive = 0;         ///< analysers that exist
    std::atomic<int> version = 1;       ///< of the files in every folder
    std::atomic<bool> released = false; ///< texts that hold "held" are held no longer
    std::atomic<int> scorings = 0, scoringsCancelled = 0, slowScorings = 0;
};

/// A model without weights: words are split at blanks, a word's score is its length, and a layer drops what scores
/// below half the uniform level, or below eta of it where it is given. Text that holds "slow" runs until it is stopped,
/// "held" until FakeLog::released, "bad" fails.
/// Scores of methods are made up, but always the same (see score()). Of a text that holds "endless" the slow methods
/// run until they are stopped, of "brittle" scoring fails.
class FakeAnalyser final : public Analyser {
public:
    FakeAnalyser(std::shared_ptr<FakeLog> log, const std::filesystem::path &folder,
                 Precision precision = Precision::Float32)
        : m_log(std::move(log))
    {
        if (folder.filename() == "broken") {
            throw Error(folder.string() + " holds no config.json; choose a folder with a BERT model.");
        }
        m_info.folder = folder;
        m_identity = {folder, precision, std::to_string(m_log->version)};
        m_info.name = folder.filename().string();
        m_info.trainedOn = "made-up sentences";
        m_info.language = "English";
        m_info.labels = {"negative", "positive"};
        m_info.pairs = m_info.name == "pairs";
        m_info.adaptive = m_info.name != "plain";
        m_info.layers = 3;
        if (m_info.adaptive) {
            setTinyRule(m_info, "adapler");
        }
        m_info.maxLength = 64;
        ++m_log->opened;
        ++m_log->alive;
    }
    ~FakeAnalyser() override { --m_log->alive; }
    FakeAnalyser(const FakeAnalyser &) = delete;
    FakeAnalyser &operator=(const FakeAnalyser &) = delete;

    const ModelInfo &info() const override { return m_info; }
    const ModelIdentity &identity() const override { return m_identity; }

    std::optional<Trace> run(const AnalysisRequest &request, std::stop_token stop) override
    {
        ++m_log->started;
        if (request.text.find("bad") != std::string::npos) {
            throw Error("This text cannot be read.");
        }
        const bool slow = request.text.find("slow") != std::string::npos;
        const bool held = request.text.find("held") != std::string::npos;
        while (!stop.stop_requested() && (slow || (held && !m_log->released))) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stop.stop_requested()) {
            ++m_log->cancelled;
            return std::nullopt;
        }
        m_log->timings += request.options.timingRuns > 1 ? 1 : 0;
        Trace trace = traceOf(request);
        ++m_log->finished;
        return trace;
    }

    /// What method `method` says about piece `piece` at a layer, before all are made to sum to 1: 1 to 7.
    [[nodiscard]] static double score(ScoreMethod method, std::size_t layer, std::size_t piece)
    {
        return 1.0 + static_cast<double>((3 * piece * (static_cast<std::size_t>(method) + 1) + 2 * layer) % 7);
    }

    std::optional<AttributionResult> attribute(const AttributionRequest &request, std::stop_token stop) override
    {
        ++m_log->scorings;
        const auto has = [&request](const char *word) {
            const auto &pieces = request.encoding.pieces;
            return std::any_of(pieces.begin(), pieces.end(), [word](const Piece &piece) { return piece.text == word; });
        };
        if (has("brittle")) {
            throw Error("This text cannot be scored.");
        }
        Attribution all;
        for (const ScoreMethod method : request.options.methods) {
            const bool single = method == ScoreMethod::IntegratedGradients || method == ScoreMethod::LeaveOneOut;
            m_log->slowScorings += single ? 1 : 0;
            if (single && request.options.progress) {
                request.options.progress(1, 4);
            }
            while (single && has("endless") && !stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            if (stop.stop_requested()) {
                ++m_log->scoringsCancelled;
                return std::nullopt;
            }
            all.scores.push_back(scoresOf(method, request));
        }
        all.reduced.probabilities = {0.12F, 0.88F};
        all.plain.probabilities = {0.1F, 0.9F};
        all.reduced.label = all.plain.label = 1;
        all.kept.assign(m_info.layers, std::vector<std::uint8_t>(request.encoding.pieces.size(), 1));
        AttributionResult result;
        result.attribution = std::make_shared<const Attribution>(std::move(all));
        result.estimates.assign(request.estimates.size(), 12.0);
        return result;
    }

private:
    [[nodiscard]] TokenScores scoresOf(ScoreMethod method, const AttributionRequest &request) const
    {
        TokenScores scores;
        scores.method = method;
        if (method == ScoreMethod::Contribution || request.options.fromAdapler) {
            scores.source = "AdapLeR model";
        } else if (method != ScoreMethod::Random) {
            scores.source = "plain twin";
        }
        const bool single = method == ScoreMethod::IntegratedGradients || method == ScoreMethod::LeaveOneOut ||
                            method == ScoreMethod::Random;
        if (method == ScoreMethod::Saliency || (single && method != ScoreMethod::Random)) {
            scores.target = request.options.target.value_or(1);
        }
        const std::size_t n = request.encoding.pieces.size();
        for (std::size_t l = 0; l < (single ? 1 : m_info.layers); ++l) {
            std::vector<float> layer(n);
            double sum = 0;
            for (std::size_t i = 0; i < n; ++i) {
                sum += score(method, l, i);
            }
            for (std::size_t i = 0; i < n; ++i) {
                layer[i] = static_cast<float>(score(method, l, i) / sum);
            }
            scores.layers.push_back(std::move(layer));
        }
        return scores;
    }

    [[nodiscard]] Trace traceOf(const AnalysisRequest &request) const
    {
        Trace trace;
        trace.model = m_info.name;
        trace.text = request.text;
        trace.pair = request.pair;
        trace.labels = m_info.labels;
        trace.drops = m_info.adaptive && !request.options.plain;
        if (!request.options.floor.empty()) {
            trace.rule = *namesOfRule(request.options.floor);
        }
        trace.score = trace.drops ? ScoreKind::Contribution : request.options.plainScore;
        trace.plainModel = "same weights";
        trace.reduced = {.logits = {-1, 1}, .probabilities = {0.12F, 0.88F}, .label = 1};
        trace.plain = {.logits = {-1.2F, 1}, .probabilities = {0.1F, 0.9F}, .label = 1};
        trace.cost = {.flopsPlain = 4e8,
                      .flopsReduced = 2e8,
                      .msPlain = 6,
                      .msReduced = 4,
                      .runs = request.options.timingRuns,
                      .threads = 1,
                      .device = "cpu"};
        fillPieces(trace, request);
        fillLayers(trace, request.options.interventions.eta, !request.options.floor.empty());
        return trace;
    }

    void fillPieces(Trace &trace, const AnalysisRequest &request) const
    {
        std::vector<ByteRange> words;
        for (std::size_t at = 0; (at = trace.text.find_first_not_of(" \n\t", at)) != std::string::npos;) {
            const std::size_t end = std::min(trace.text.find_first_of(" \n\t", at), trace.text.size());
            words.push_back({at, end});
            at = end;
        }
        const std::size_t room = m_info.maxLength - 2;
        trace.windows = std::max<std::size_t>(1, (words.size() + room - 1) / room);
        trace.window = std::min(request.window, trace.windows - 1);
        Encoding &encoding = trace.encoding;
        encoding.pieces.push_back({.text = "[CLS]", .id = 2, .source = {}, .special = true});
        const std::size_t last = std::min(words.size(), (trace.window + 1) * room);
        for (std::size_t w = trace.window * room; w < last; ++w) {
            const std::string text = trace.text.substr(words[w].begin, words[w].end - words[w].begin);
            encoding.pieces.push_back({.text = text,
                                       .id = 5,
                                       .source = words[w],
                                       .word = static_cast<int>(encoding.words.size()),
                                       .unknown = text == "???"});
            encoding.words.push_back({.source = words[w], .segment = 0});
        }
        encoding.pieces.push_back({.text = "[SEP]", .id = 3, .source = {}, .special = true});
        if (!encoding.words.empty()) {
            encoding.covered = {encoding.words.front().source.begin, encoding.words.back().source.end};
        }
    }

    /// `floor`: as many stay, but the first ones.
    void fillLayers(Trace &trace, const std::vector<double> &eta, bool floor) const
    {
        std::vector<std::size_t> budget;
        if (floor) {
            Trace own = trace;
            fillLayers(own, eta, false);
            for (const LayerTrace &layer : own.layers) {
                budget.push_back(layer.keptCount());
            }
        }
        std::vector<std::uint32_t> alive(trace.encoding.pieces.size());
        for (std::size_t i = 0; i < alive.size(); ++i) {
            alive[i] = static_cast<std::uint32_t>(i);
        }
        for (std::size_t l = 0; l < m_info.layers; ++l) {
            LayerTrace layer;
            layer.alive = alive;
            float sum = 0;
            for (const std::uint32_t piece : alive) {
                sum += static_cast<float>(trace.encoding.pieces[piece].text.size());
            }
            const float harshness = eta.empty() ? 0.5F * static_cast<float>(l + 1) : static_cast<float>(eta[l]);
            layer.threshold = trace.drops ? harshness / static_cast<float>(alive.size()) : 0.0F;
            std::vector<std::uint32_t> kept;
            for (const std::uint32_t piece : alive) {
                layer.raw.push_back(static_cast<float>(trace.encoding.pieces[piece].text.size()) / sum);
                const bool keep = floor ? kept.size() < budget[l] : piece == 0 || layer.raw.back() >= layer.threshold;
                layer.kept.push_back(keep ? 1 : 0);
                if (keep) {
                    kept.push_back(piece);
                }
            }
            layer.adjusted = layer.raw;
            trace.layers.push_back(std::move(layer));
            alive = std::move(kept);
        }
        trace.survivors = std::move(alive);
    }

    std::shared_ptr<FakeLog> m_log;
    ModelInfo m_info;
    ModelIdentity m_identity;
};

/// A loader of fakes. The folder's name is the model's; "broken" cannot be opened, "pairs" takes two texts, "plain"
/// drops nothing.
[[nodiscard]] inline Loader fakeLoader(std::shared_ptr<FakeLog> log)
{
    return [log = std::move(log)](const std::filesystem::path &folder, Precision precision, const std::stop_token &) {
        return std::make_unique<FakeAnalyser>(log, folder, precision);
    };
}

} // namespace adaplens::test
