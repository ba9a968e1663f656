// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"

#include "core/error.h"
#include "core/evaluation/examplequeue_p.h"
#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/model/vote_p.h"
#include "core/stopped_p.h"
#include "core/sweep/riskcontrol.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace adaplens {

namespace {

/// One calibration under way.
class Run {
public:
    Run(Classifier &classifier, Reader &reader, const CalibrateOptions &options, std::stop_token stop)
        : m_classifier(classifier),
          m_reader(reader),
          m_options(options),
          m_stop(std::move(stop)),
          m_queue(classifier, reader, options.protocol, options.maxLength, options.batch, m_stop)
    {
        const ModelInfo &info = classifier.info();
        if (classifier.thresholds().empty()) {
            throw Error("Model %1 drops no tokens by thresholds, so there are none to choose; name one that does.",
                        info.name);
        }
        const auto share = [](double value) { return value > 0 && value < 1; };
        if (!share(options.loss) || !share(options.confidence)) {
            throw Error("The loss allowed and the confidence are numbers between 0 and 1.");
        }
        m_result.model = info.name;
        m_result.plainModel = info.hasTwin ? "twin" : "same weights";
        m_result.loss = options.loss;
        m_result.confidence = options.confidence;
        m_result.protocol = options.protocol;
        m_result.maxLength = m_queue.maxLength();
        m_result.conditions = conditionsHere(classifier.precision(), m_queue.batch());
        addScales();
    }

    Calibration run()
    {
        bool more = true;
        while (more) {
            more = m_queue.fill();
            m_documents.clear();
            for (const ExampleQueue::Document &document : m_queue.documents()) {
                m_documents.push_back({document, 0, {}, std::vector<Vote>(m_scaled.size())});
            }
            for (const std::span<ExampleQueue::Sequence> batch : m_queue.batches()) {
                runBatch(batch);
                report();
            }
        }
        if (m_result.n == 0) {
            throw Error("The data set holds no example with a label, so there is nothing to calibrate with.");
        }
        decide(m_result);
        m_result.truncated = m_queue.truncated();
        m_result.skipped = m_reader.skipped();
        m_result.conditions.seconds = m_watch.milliseconds() / 1000;
        return std::move(m_result);
    }

private:
    struct Document {
        ExampleQueue::Document example;
        std::size_t seen = 0; ///< windows
        Vote plain;
        std::vector<Vote> reduced; ///< one a scale
    };

    void addScales()
    {
        std::vector<double> scales = m_options.scales;
        std::ranges::sort(scales);
        for (const double scale : scales) {
            auto scaled = m_classifier.scaled(scale);
            std::vector<double> thresholds = scaled->thresholds();
            const auto same = [&](const CalibratedScale &known) { return known.thresholds == thresholds; };
            if (std::ranges::none_of(m_result.scales, same)) {
                m_result.scales.push_back({.scale = scale, .thresholds = std::move(thresholds)});
                m_scaled.push_back(std::move(scaled));
            }
        }
        if (m_scaled.empty()) {
            throw Error("No scale of the thresholds was named, so there is nothing to calibrate.");
        }
    }

    void runBatch(std::span<ExampleQueue::Sequence> queued)
    {
        std::vector<Encoding> batch;
        for (ExampleQueue::Sequence &sequence : queued) {
            batch.push_back(std::move(sequence.encoding));
        }
        const std::vector<Outcome> plain = orStop(m_classifier.runBatch(batch, Pass::Plain, m_stop));
        for (std::size_t i = 0; i < batch.size(); ++i) {
            m_documents[queued[i].document].plain.add(plain[i].logits);
            m_result.flopsPlain += flopsPlain(m_classifier.info(), batch[i].pieces.size());
            m_pieces += batch[i].pieces.size();
        }
        for (std::size_t s = 0; s < m_scaled.size(); ++s) {
            const std::vector<Outcome> reduced = orStop(m_scaled[s]->runBatch(batch, Pass::Reduced, m_stop));
            for (std::size_t i = 0; i < batch.size(); ++i) {
                m_documents[queued[i].document].reduced[s].add(reduced[i].logits);
                m_result.scales[s].flops += flopsReduced(m_scaled[s]->info(), reduced[i].alive);
            }
        }
        for (const ExampleQueue::Sequence &sequence : queued) {
            Document &document = m_documents[sequence.document];
            if (++document.seen == document.example.windows) {
                close(document);
            }
        }
    }

    void close(const Document &document)
    {
        const bool right = document.plain.winner() == document.example.gold;
        ++m_result.n;
        m_result.correctPlain += right ? 1 : 0;
        for (std::size_t s = 0; s < m_scaled.size(); ++s) {
            const bool rightReduced = document.reduced[s].winner() == document.example.gold;
            m_result.scales[s].lost += right && !rightReduced ? 1 : 0;
            m_result.scales[s].won += !right && rightReduced ? 1 : 0;
        }
    }

    void report() const
    {
        if (m_options.progress) {
            TimeLeft left;
            left.add(m_pieces, m_watch.milliseconds() / 1000);
            m_options.progress({m_result.n, m_options.total, left.seconds(m_result.n, m_options.total)});
        }
    }

    Classifier &m_classifier;
    Reader &m_reader;
    const CalibrateOptions &m_options;
    std::stop_token m_stop;
    Calibration m_result;
    ExampleQueue m_queue;
    std::vector<std::unique_ptr<Classifier>> m_scaled; ///< as m_result.scales
    std::vector<Document> m_documents;
    std::size_t m_pieces = 0;
    Stopwatch m_watch;
};

} // namespace

std::vector<double> scalesBetween(double low, double high, std::size_t count)
{
    std::vector<double> scales;
    for (std::size_t i = 0; i < count; ++i) {
        const double place = count == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(count - 1);
        scales.push_back(low * std::pow(high / low, place));
    }
    return scales;
}

std::vector<double> usualScales()
{
    return scalesBetween(0.25, 4, 9);
}

void decide(Calibration &calibration)
{
    std::vector<double> pValues;
    for (CalibratedScale &scale : calibration.scales) {
        scale.pValue = hoeffdingBentkus(static_cast<double>(scale.lost), calibration.n, calibration.loss);
        pValues.push_back(scale.pValue);
    }
    const double delta = 1 - calibration.confidence;
    const std::size_t qualified = fixedSequence(pValues, delta);
    for (std::size_t s = 0; s < calibration.scales.size(); ++s) {
        calibration.scales[s].qualifies = s < qualified;
    }
    calibration.chosen.reset();
    calibration.needed.reset();
    calibration.neededWithoutLoss.reset();
    if (qualified > 0) {
        calibration.chosen = qualified - 1;
    } else if (calibration.n > 0 && !calibration.scales.empty()) {
        const double rate = static_cast<double>(calibration.scales.front().lost) / static_cast<double>(calibration.n);
        calibration.needed = examplesNeeded(rate, calibration.loss, delta);
        calibration.neededWithoutLoss = examplesNeeded(0, calibration.loss, delta);
    }
}

std::optional<Calibration> calibrate(Classifier &classifier, Reader &reader, const CalibrateOptions &options,
                                     std::stop_token stop)
{
    return stoppable([&] { return Run(classifier, reader, options, std::move(stop)).run(); });
}

} // namespace adaplens
