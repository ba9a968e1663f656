// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/tally_p.h"

#include "core/measure/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace adaplens {

namespace {

/// Sums over documents: instances, marked shares, then the parts of every method and layer.
using Sums = std::vector<double>;
constexpr std::size_t headSums = 2;

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/// A metric of one method and layer from the sums; `block` = where its parts begin.
double valueOf(Metric metric, std::span<const double> sums, std::size_t block)
{
    const double instances = sums[0];
    const auto sum = [&](Part part) { return sums[headSums + block + static_cast<std::size_t>(part)]; };
    const auto mean = [&](Part part) { return ratio(sum(part), instances); };
    switch (metric) {
    case Metric::AP:
        return mean(Part::Ap);
    case Metric::AUPRC:
        return mean(Part::Auprc);
    case Metric::RocAuc:
        return mean(Part::RocAuc);
    case Metric::FPR:
        return mean(Part::Fpr);
    case Metric::TPR:
        return mean(Part::Tpr);
    case Metric::Selected:
        return mean(Part::SelectedShare);
    case Metric::FprAtCpSize:
        return mean(Part::FprAtCpSize);
    case Metric::PrecisionAtCpSize:
        return mean(Part::PrecisionAtCpSize);
    case Metric::TokenPrecisionMicro:
        return ratio(sum(Part::TruePositives), sum(Part::SelectedTokens));
    case Metric::TokenRecallMicro:
        return ratio(sum(Part::TruePositives), sum(Part::MarkedTokens));
    case Metric::TokenF1Micro:
        return ratio(2 * sum(Part::TruePositives), sum(Part::SelectedTokens) + sum(Part::MarkedTokens));
    case Metric::TokenF1Macro:
        return ratio(sum(Part::F1), sum(Part::Predicted));
    case Metric::IouF1: {
        // ERASER: F1 of the mean precision (where anything is predicted) and the mean recall (where anything is
        // marked).
        const double precision = ratio(sum(Part::IouPrecision), sum(Part::IouPredicted));
        const double recall = ratio(sum(Part::IouRecall), sum(Part::IouMarked));
        return ratio(2 * precision * recall, precision + recall);
    }
    case Metric::Comprehensiveness:
        return mean(Part::Comprehensiveness);
    case Metric::Sufficiency:
        return mean(Part::Sufficiency);
    case Metric::AopcComprehensiveness:
        return mean(Part::AopcComprehensiveness);
    case Metric::AopcSufficiency:
        return mean(Part::AopcSufficiency);
    }
    return 0;
}

/// The same, averaged over the layers of a method: `blocks` are where the parts of each layer begin.
double valueOf(Metric metric, std::span<const double> sums, std::span<const std::size_t> blocks)
{
    double total = 0;
    for (const std::size_t block : blocks)
        total += valueOf(metric, sums, block);
    return blocks.empty() ? 0 : total / static_cast<double>(blocks.size());
}

bool needsCp(Metric metric)
{
    return metric == Metric::FprAtCpSize || metric == Metric::PrecisionAtCpSize;
}

bool isFaithfulness(Metric metric)
{
    return metric >= Metric::Comprehensiveness;
}

bool isEraserHard(Metric metric)
{
    return metric >= Metric::TokenPrecisionMicro && metric <= Metric::IouF1;
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
            rows.insert(rows.end(), document->parts.begin(), document->parts.end());
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
            total += m_whole[headSums + block + static_cast<std::size_t>(Part::Predicted)];
        return static_cast<std::size_t>(std::llround(total / static_cast<double>(blocks.size())));
    }

private:
    BootstrapOptions m_options;
    Sums m_whole;
    std::vector<Sums> m_drawn;
};

/// Where the parts of each layer of each method begin.
std::vector<std::vector<std::size_t>> blocksOf(const std::vector<ScoreMethod> &methods, std::size_t layers)
{
    std::vector<std::vector<std::size_t>> blocks;
    std::size_t next = 0;
    for (const ScoreMethod method : methods) {
        auto &list = blocks.emplace_back();
        for (std::size_t l = 0; l < (hasLayers(method) ? layers : 1); ++l) {
            list.push_back(next);
            next += partCount;
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
        return std::tie(a->key, a->parts) < std::tie(b->key, b->parts);
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
            ++report.skipped["documents without a rationale"];
        else if (!document->correct)
            ++report.skipped["labels that are none of the model's (only their prediction is left out)"];
        if (document->correct) {
            ++report.predicted;
            report.correct += *document->correct ? 1 : 0;
            report.correctPlain += document->correctPlain.value_or(false) ? 1 : 0;
        }
        flopsPlain += document->flopsPlain;
        flopsReduced += document->flopsReduced;
        if (!document->parts.empty())
            counted.push_back(document);
    }
    report.speedup = flopsReduced > 0 ? flopsPlain / flopsReduced : 1;

    const auto &methods = m_options.methods;
    const auto blocks = blocksOf(methods, m_layers);
    const std::size_t parts = blocks.empty() ? 0 : blocks.back().back() + partCount;
    const Resampled sums(counted, headSums + parts, {.resamples = resamples, .seed = m_options.seed});
    report.baseRate = sums.interval([](const Sums &s) { return ratio(s[1], s[0]); });

    const auto cp = static_cast<std::size_t>(std::ranges::find(methods, ScoreMethod::Contribution) - methods.begin());
    const bool hasCp = cp < methods.size();
    const auto values = [&](std::size_t method, std::span<const std::size_t> own,
                            std::span<const std::size_t> contribution) {
        MetricValues result;
        for (const Metric metric : allMetrics()) {
            if ((needsCp(metric) && !hasCp) || (isFaithfulness(metric) && !m_options.faithfulness))
                continue;
            MetricValue value;
            value.n = isEraserHard(metric) ? sums.predicted(own) : m_instances;
            value.interval = sums.interval([&](const Sums &s) { return valueOf(metric, s, own); });
            if (hasCp && method != cp)
                value.cpDifference = sums.interval(
                    [&](const Sums &s) { return valueOf(metric, s, contribution) - valueOf(metric, s, own); });
            result.emplace(metric, value);
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

} // namespace adaplens
