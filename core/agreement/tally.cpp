// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/tally_p.h"

#include "core/error.h"
#include "core/measure/bootstrap.h"
#include "core/measure/flops.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace adaplens {

namespace {

/// Sums over documents: instances, marked shares, then the terms of every method and layer.
using Sums = std::vector<double>;
constexpr std::size_t headSums = 2;

/// A metric from the sums, averaged over the layers of a method: `blocks` are where the terms of each layer begin.
double valueOf(const MetricInfo &metric, std::span<const double> sums, std::span<const std::size_t> blocks)
{
    double total = 0;
    for (const std::size_t block : blocks)
        total += metric.value(TermSums(sums.subspan(headSums + block, termCount), sums[0]));
    return blocks.empty() ? 0 : total / static_cast<double>(blocks.size());
}

/// The sums over all documents, and over those that each resample drew.
class Resampled {
public:
    Resampled(const std::vector<const DocumentNumbers *> &documents, std::size_t width, const BootstrapOptions &options)
        : m_options(options)
    {
        std::vector<double> rows; // one a document
        rows.reserve(documents.size() * width);
        for (const DocumentNumbers *document : documents) {
            rows.insert(rows.end(), {static_cast<double>(document->instances), document->markedShare});
            rows.insert(rows.end(), document->terms.begin(), document->terms.end());
        }
        const auto sum = [&](std::span<const std::uint32_t> times) {
            Sums sums(width);
            for (std::size_t d = 0; d < documents.size(); ++d) {
                const double weight = times.empty() ? 1 : times[d];
                if (weight == 0)
                    continue;
                const double *row = rows.data() + d * width;
                for (std::size_t i = 0; i < width; ++i)
                    sums[i] += weight * row[i];
            }
            return sums;
        };
        m_whole = sum({});
        if (!documents.empty())
            forEachResample(documents.size(), options,
                            [&](std::span<const std::uint32_t> times) { m_drawn.push_back(sum(times)); });
    }

    /// A number that follows from sums, with its interval.
    template <typename Statistic>
    Interval interval(const Statistic &statistic) const
    {
        std::vector<double> drawn;
        drawn.reserve(m_drawn.size());
        for (const Sums &sums : m_drawn)
            drawn.push_back(statistic(sums));
        return percentileInterval(statistic(m_whole), std::move(drawn), m_options.level);
    }

    /// Instances that ERASER's scorer counts, as the mean over blocks.
    std::size_t predicted(std::span<const std::size_t> blocks) const
    {
        double total = 0;
        for (const std::size_t block : blocks)
            total += m_whole[headSums + block + static_cast<std::size_t>(MetricTerm::Predicted)];
        return static_cast<std::size_t>(std::llround(total / static_cast<double>(blocks.size())));
    }

private:
    BootstrapOptions m_options;
    Sums m_whole;
    std::vector<Sums> m_drawn;
};

/// Where the terms of each layer of each method begin.
std::vector<std::vector<std::size_t>> blocksOf(const std::vector<ScoreMethod> &methods, std::size_t layers)
{
    std::vector<std::vector<std::size_t>> blocks;
    std::size_t next = 0;
    for (const ScoreMethod method : methods) {
        auto &list = blocks.emplace_back();
        for (std::size_t l = 0; l < (hasLayers(method) ? layers : 1); ++l) {
            list.push_back(next);
            next += termCount;
        }
    }
    return blocks;
}

} // namespace

void AgreementTally::add(DocumentNumbers document)
{
    m_instances += document.instances;
    m_documents.push_back(std::move(document));
}

void AgreementTally::fill(AgreementReport &report, std::size_t resamples) const
{
    // Sums are rounded, and draws go by place: both must not depend on the order in which documents came.
    std::vector<const DocumentNumbers *> all, counted;
    for (const DocumentNumbers &document : m_documents)
        all.push_back(&document);
    std::ranges::stable_sort(all, [](const DocumentNumbers *a, const DocumentNumbers *b) {
        return std::tie(a->key, a->terms) < std::tie(b->key, b->terms);
    });

    double flopsPlain = 0, flopsReduced = 0;
    report.documents = all.size();
    report.instances = m_instances;
    report.withoutRationale = report.fullyMarked = report.splitSpans = 0;
    report.predicted = report.correct = report.correctPlain = 0;
    for (const DocumentNumbers *document : all) {
        report.withoutRationale += document->withoutRationale;
        report.fullyMarked += document->fullyMarked;
        report.splitSpans += document->splitSpans;
        if (!document->rationale)
            ++report.skipped[message("documents without a rationale").text()];
        else if (!document->correct)
            ++report.skipped[message("labels that are none of the model's (only their prediction is left out)").text()];
        if (document->correct) {
            ++report.predicted;
            report.correct += *document->correct ? 1 : 0;
            report.correctPlain += document->correctPlain.value_or(false) ? 1 : 0;
        }
        flopsPlain += document->flopsPlain;
        flopsReduced += document->flopsReduced;
        if (!document->terms.empty())
            counted.push_back(document);
    }
    report.speedup = flopsReduced > 0 ? flopsPlain / flopsReduced : 1;

    const auto &methods = m_options.methods;
    const auto blocks = blocksOf(methods, m_layers);
    const std::size_t terms = blocks.empty() ? 0 : blocks.back().back() + termCount;
    const Resampled sums(counted, headSums + terms, {.resamples = resamples, .seed = m_options.seed});
    report.baseRate = sums.interval([](const Sums &s) { return s[0] > 0 ? s[1] / s[0] : 0; });

    const auto cp = static_cast<std::size_t>(std::ranges::find_if(methods, isOwnScore) - methods.begin());
    const bool hasCp = cp < methods.size();
    const auto values = [&](std::size_t method, std::span<const std::size_t> own,
                            std::span<const std::size_t> contribution) {
        MetricValues result;
        for (const MetricInfo &metric : allMetrics()) {
            if ((metric.basis == MetricBasis::CpSize && !hasCp) ||
                (metric.basis == MetricBasis::Erasure && !m_options.faithfulness))
                continue;
            MetricValue value;
            value.n = metric.basis == MetricBasis::EraserCount ? sums.predicted(own) : m_instances;
            value.interval = sums.interval([&](const Sums &s) { return valueOf(metric, s, own); });
            if (hasCp && method != cp)
                value.cpDifference = sums.interval(
                    [&](const Sums &s) { return valueOf(metric, s, contribution) - valueOf(metric, s, own); });
            result.emplace(metric.metric, value);
        }
        return result;
    };
    report.methods.resize(methods.size());
    for (std::size_t m = 0; m < methods.size(); ++m) {
        MethodAgreement &method = report.methods[m];
        method.method = methods[m];
        method.layers.clear();
        const std::span<const std::size_t> cpBlocks = hasCp ? std::span(blocks[cp]) : std::span<const std::size_t>();
        method.mean = values(m, blocks[m], cpBlocks);
        if (!hasLayers(methods[m])) {
            method.layers.push_back(method.mean);
            continue;
        }
        for (std::size_t l = 0; l < blocks[m].size(); ++l)
            method.layers.push_back(
                values(m, std::span(blocks[m]).subspan(l, 1), hasCp ? cpBlocks.subspan(l, 1) : cpBlocks));
    }
}

void AgreementTally::fillPadded(AgreementReport &report, const ModelInfo &model, const ModelInfo &plain) const
{
    // Where a document takes several windows, these are as long as the run allows; what they cost is known at once, and
    // a document takes no more memory than another.
    const bool several = std::ranges::any_of(m_documents, [](const DocumentNumbers &d) { return d.windows > 1; });
    std::vector<std::uint32_t> alive;
    PaddedFlops padded;
    for (const DocumentNumbers &document : m_documents) {
        if (document.flopsPlain > 0 && document.windows == 0)
            return;
        padded.reduced += document.flopsPadded;
        padded.plain +=
            document.windows > 1 ? static_cast<double>(document.windows) * flopsPlain(plain, m_options.maxLength) : 0;
        alive.insert(alive.end(), document.alive.begin(), document.alive.end());
    }
    const PaddedFlops single = flopsAllPadded(model, plain, alive, several ? m_options.maxLength : 0);
    padded.plain += single.plain;
    padded.reduced += single.reduced;
    report.speedupPadded = padded.speedup();
    report.longest = several ? m_options.maxLength : single.longest;
}

} // namespace adaplens
