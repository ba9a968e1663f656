// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/bench.h"

#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/error.h"
#include "core/bench/bench_p.h"
#include "core/model/boundary_p.h"
#include "core/model/classifier_p.h"
#include "core/stopped_p.h"

#include <algorithm>

namespace adaplens {

namespace {

/// A set's texts, in batches of like length.
struct Texts {
    std::vector<Encoding> encodings;
    std::vector<std::vector<std::uint32_t>> alive; ///< of each: n_0 .. n_L; empty without a reduced pass
};

Timing timingOf(const std::vector<double> &milliseconds)
{
    const auto [least, most] = std::ranges::minmax(milliseconds);
    return {median(milliseconds), least, most, milliseconds.size()};
}

class Bench {
public:
    Bench(Classifier &classifier, const BenchOptions &options, std::stop_token stop)
        : m_classifier(classifier), m_options(options), m_stop(std::move(stop))
    {
    }

    BenchReport run()
    {
        const Stopwatch watch;
        BenchReport report;
        report.model = m_classifier.info().name;
        report.adaptive = m_classifier.info().adaptive;
        report.conditions = conditionsHere(m_classifier.precision(), std::max<std::size_t>(m_options.batch, 1));
        std::vector<Texts> texts;
        for (const BenchSet &set : m_options.sets) {
            texts.push_back(read(set.source)); // what cannot be read is said before anything is measured
        }
        const bool curve = report.adaptive && !texts.empty();
        m_steps = m_options.lengths.size() + (curve ? 1 : 0) + texts.size() * (m_options.runs + 1);
        plain(report.plain);
        if (curve) {
            measureCurve(texts);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            report.sets.push_back({});
            report.sets.back().name = m_options.sets[i].name;
            set(texts[i], report.conditions.batch, report.sets.back());
        }
        report.packed = packedProducts();
        report.conditions.seconds = watch.milliseconds() / 1000;
        return report;
    }

private:
    Texts read(const DataSource &source) const
    {
        DataSource all = source;
        all.unlabelled = true;
        const auto reader = openReader(all);
        Texts texts;
        while (auto example = reader->next()) {
            std::optional<std::string_view> pair;
            if (example->pair) {
                pair = *example->pair;
            }
            texts.encodings.push_back(m_classifier.encode(example->text, pair, m_options.maxLength));
            stopIfAsked(m_stop);
        }
        if (texts.encodings.empty()) {
            throw Error("%1 holds no text, so there is nothing to measure.", source.path.string());
        }
        std::ranges::stable_sort(texts.encodings, {}, [](const Encoding &e) { return e.pieces.size(); });
        return texts;
    }

    void step()
    {
        ++m_done;
        if (m_options.progress) {
            m_options.progress(m_done, m_steps);
        }
    }

    /// Times passes over `n` pieces on each of the paths, by turns.
    std::vector<Timing> timePaths(const PlainPaths &paths, std::size_t n, double seconds)
    {
        const Stopwatch watch;
        std::vector<std::vector<double>> milliseconds(paths.count());
        constexpr std::size_t counted = 2; // of a turn, after one that warms the caches for its own weights
        for (std::size_t turn = 0; milliseconds.back().size() < m_options.runs || watch.milliseconds() < 1000 * seconds;
             ++turn) {
            for (std::size_t p = 0; p < paths.count(); ++p) {
                for (std::size_t i = 0; i <= counted; ++i) {
                    const Stopwatch one;
                    stopIfAsked(m_stop);
                    paths.run(p, n, m_stop);
                    if (turn > 0 && i > 0) { // the first turn makes code, threads and memory ready
                        milliseconds[p].push_back(one.milliseconds());
                    }
                }
            }
        }
        std::vector<Timing> timings;
        std::ranges::transform(milliseconds, std::back_inserter(timings), timingOf);
        return timings;
    }

    void plain(PlainBench &result)
    {
        const PlainPaths paths =
            m_options.bertBase ? PlainPaths::ofBertBase(m_classifier.precision()) : PlainPaths::ofModel(m_classifier);
        const ModelInfo &info = paths.info();
        result.weights = info.name;
        result.layers = info.layers;
        result.hidden = info.hidden;
        result.heads = info.heads;
        result.intermediate = info.intermediate;
        for (const std::size_t n : m_options.lengths) {
            if (n <= info.maxLength) {
                const std::vector<Timing> timings = timePaths(paths, n, m_options.seconds);
                result.n.push_back(n);
                result.packed.push_back(timings.front());
                result.libtorchLinear.push_back(timings.back());
                if (timings.size() > 2) {
                    result.packedFloat32.push_back(timings[1]);
                }
            }
            step();
        }
    }

    /// Times the model's plain pass over lengths up to the longest text.
    void measureCurve(const std::vector<Texts> &sets)
    {
        std::size_t longest = 1;
        for (const Texts &texts : sets) {
            longest = std::max(longest, texts.encodings.back().pieces.size());
        }
        const PlainPaths paths = PlainPaths::ofModel(m_classifier, true);
        for (std::size_t n = 1, previous = 0; previous < longest;) {
            m_curve.add(static_cast<double>(n), timePaths(paths, n, m_options.seconds / 3).front().median);
            previous = n;
            // 1, 2, 3, 4, 6, 8, 12, 16, 24, ...
            n = std::min(n < 4 ? n + 1 : (n & (n - 1)) == 0 ? n + n / 2 : n + n / 3, longest);
        }
        step();
    }

    void set(Texts &texts, std::size_t batch, SetBench &result)
    {
        result.texts = texts.encodings.size();
        std::vector<double> times[4];
        for (std::size_t round = 0; round <= m_options.runs; ++round) {
            double sums[4] = {};
            for (std::size_t begin = 0, turn = round; begin < texts.encodings.size(); begin += batch, ++turn) {
                const auto part =
                    std::span<const Encoding>(texts.encodings).subspan(begin, std::min(batch, result.texts - begin));
                for (const std::size_t size : {part.size(), std::size_t{1}}) {
                    // Whichever pass comes second finds warm caches, so they take turns.
                    for (const Pass pass :
                         {turn % 2 == 0 ? Pass::Plain : Pass::Reduced, turn % 2 == 0 ? Pass::Reduced : Pass::Plain}) {
                        if (pass == Pass::Reduced && !m_classifier.info().adaptive) {
                            continue;
                        }
                        const bool first = round == 0 && size == 1 && pass == Pass::Reduced;
                        const std::size_t which = (size == 1 ? 2 : 0) + (pass == Pass::Reduced ? 1 : 0);
                        runTexts(part, size, pass, sums[which], first ? &texts.alive : nullptr);
                    }
                    if (part.size() == 1) {
                        sums[0] = sums[2], sums[1] = sums[3];
                        break;
                    }
                }
            }
            for (std::size_t i = 0; i < 4 && round > 0; ++i) { // the first round is not counted
                times[i].push_back(sums[i]);
            }
            step();
        }
        result.plain = timingOf(times[0]);
        result.singlePlain = timingOf(times[2]);
        if (m_classifier.info().adaptive) {
            result.reduced = timingOf(times[1]);
            result.singleReduced = timingOf(times[3]);
        }
        count(texts, result);
    }

    /// Runs texts `size` at a time and adds the milliseconds.
    void runTexts(std::span<const Encoding> texts, std::size_t size, Pass pass, double &milliseconds,
                  std::vector<std::vector<std::uint32_t>> *alive)
    {
        for (std::size_t begin = 0; begin < texts.size(); begin += size) {
            const Stopwatch watch;
            auto outcomes = orStop(m_classifier.runBatch(texts.subspan(begin, size), pass, m_stop));
            milliseconds += watch.milliseconds();
            for (std::size_t i = 0; i < outcomes.size() && alive != nullptr; ++i) {
                alive->push_back(std::move(outcomes[i].alive));
            }
        }
    }

    void count(const Texts &texts, SetBench &result) const
    {
        const ModelInfo &info = m_classifier.info();
        for (const Encoding &encoding : texts.encodings) {
            result.pieces += static_cast<double>(encoding.pieces.size()) / static_cast<double>(result.texts);
            result.flopsPlain += flopsPlain(ClassifierAccess::plain(m_classifier).info, encoding.pieces.size());
        }
        for (const auto &alive : texts.alive) {
            result.flopsReduced += flopsReduced(info, alive);
            result.predictedPlain += m_curve.at(alive.front());
            result.floor += m_curve.at(1);
            for (std::size_t l = 1; l < alive.size(); ++l) {
                result.predictedReduced += m_curve.at(alive[l]) / static_cast<double>(info.layers);
            }
        }
    }

    Classifier &m_classifier;
    const BenchOptions &m_options;
    std::stop_token m_stop;
    Curve m_curve; ///< milliseconds of a plain pass over n pieces
    std::size_t m_done = 0, m_steps = 0;
};

} // namespace

std::optional<BenchReport> bench(Classifier &classifier, const BenchOptions &options, std::stop_token stop)
{
    return translatingErrors(message("Measuring model %1", classifier.info().name), [&] {
        return stoppable([&] { return Bench(classifier, options, std::move(stop)).run(); });
    });
}

} // namespace adaplens
