// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/agree.h"

#include "core/measure/timing.h"
#include "core/error.h"
#include "core/agreement/document_p.h"
#include "core/agreement/eraserpredictions_p.h"
#include "core/agreement/resume_p.h"
#include "core/model/classifier_p.h"
#include "core/reduction/names.h"

#include <algorithm>

namespace adaplens {

namespace {

double pauseOf(const AgreementCallbacks &callbacks)
{
    return std::chrono::duration<double, std::milli>(callbacks.partialPause).count();
}

/// One agreement run under way.
class AgreementRun {
public:
    AgreementRun(Classifier &classifier, Reader &reader, const AgreementOptions &options,
                 const AgreementCallbacks &callbacks, std::stop_token stop)
        : m_classifier(classifier),
          m_reader(reader),
          m_options(options),
          m_callbacks(callbacks),
          m_stop(std::move(stop)),
          m_tally(m_options, classifier.info().layers)
    {
        const ModelInfo &info = classifier.info();
        if (options.methods.empty())
            throw Error("No method was chosen, so there is nothing to measure.");
        if (!info.adaptive && options.selection.kind == Selection::Kind::Model)
            throw Error("Model %1 keeps every token, so there is no decision of its own to select by; choose uniform, "
                        "top-<number> or top-<percent>%.",
                        info.name);
        m_options.maxLength = options.maxLength == 0 ? info.maxLength : std::min(options.maxLength, info.maxLength);
        std::size_t rows = 0;
        for (const ScoreMethod method : options.methods)
            rows += hasLayers(method) ? info.layers : 1;
        if (!options.eraserOut.empty())
            checkEraserOut();
        if (!options.resumeFile.empty()) {
            m_resume.emplace(options.resumeFile, info, classifier.precision(), m_options, rows * termCount);
            m_sources = m_resume->sources();
        }
        if (!options.eraserOut.empty())
            m_eraser.emplace(m_options, info);
        m_measurer.emplace(m_classifier, m_options, m_eraser ? &*m_eraser : nullptr, m_stop);
    }

    std::optional<AgreementReport> run()
    {
        while (!m_stop.stop_requested()) {
            const auto example = m_reader.next();
            if (!example)
                return finished();
            const std::uint64_t key = keyOf(*example);
            const DocumentNumbers *known = m_resume ? m_resume->finished(m_tally.documents(), key) : nullptr;
            if (known != nullptr) {
                m_seconds += known->seconds;
                m_left.addKnown(known->pieces);
                if (m_eraser)
                    m_eraser->replay();
                m_tally.add(*known);
                report();
                continue;
            }
            const Stopwatch watch;
            auto document = m_measurer->measure(*example);
            if (!document)
                break;
            if (m_sources.empty())
                m_sources = m_measurer->sources();
            document->key = key;
            document->seconds = watch.milliseconds() / 1000;
            m_seconds += document->seconds;
            m_left.add(document->pieces, document->seconds);
            if (m_resume)
                m_resume->append(*document, m_sources);
            m_tally.add(std::move(*document));
            report();
        }
        return std::nullopt;
    }

private:
    void checkEraserOut() const
    {
        if (m_options.mode != AgreementMode::DocumentsWords)
            throw Error(
                "ERASER predictions are over the words of whole documents; they need the mode documents-words.");
    }

    void report()
    {
        if (m_callbacks.progress) {
            m_callbacks.progress({m_tally.documents(), m_tally.instances(), m_options.total,
                                  m_left.seconds(m_tally.documents(), m_options.total)});
        }
        // Drawing intervals takes longer the more there is: a partial report costs a fiftieth of the time at most.
        if (m_callbacks.partial && m_tally.instances() > 0 && m_sincePartial.milliseconds() >= m_partialPause) {
            const Stopwatch watch;
            constexpr std::size_t fewResamples = 100;
            m_callbacks.partial(reportOf(std::min(fewResamples, m_options.resamples), false));
            constexpr double share = 50;
            m_partialPause = std::max(pauseOf(m_callbacks), share * watch.milliseconds());
            m_sincePartial = Stopwatch();
        }
    }

    AgreementReport reportOf(std::size_t resamples, bool complete) const
    {
        const ModelInfo &info = m_classifier.info();
        AgreementReport result;
        result.model = info.name;
        result.rule = namesOf(info).name;
        if (info.adaptive)
            result.ownScore = namesOf(info).score;
        result.data = m_options.data;
        result.split = m_options.split;
        result.twin = ClassifierAccess::plainIsTwin(m_classifier) ? "twin" : "same weights";
        result.options = m_options;
        m_tally.fill(result, resamples);
        m_tally.fillPadded(result, info, ClassifierAccess::plain(m_classifier).info);
        for (std::size_t m = 0; m < result.methods.size() && m < m_sources.size(); ++m)
            result.methods[m].source = m_sources[m];
        for (const auto &[reason, number] : m_reader.skipped())
            result.skipped[reason] += number;
        result.conditions = conditionsHere(m_classifier.precision());
        result.conditions.seconds = m_seconds;
        result.complete = complete;
        return result;
    }

    AgreementReport finished()
    {
        if (m_tally.instances() == 0) {
            throw Error(m_tally.documents() == 0
                            ? message("The data set holds no example, so there is nothing to measure.")
                            : message("None of the %1 examples read has a rationale to compare with; agreement needs "
                                      "texts of which a part, and not all, is marked.",
                                      m_tally.documents()));
        }
        if (m_eraser)
            m_eraser->commit();
        return reportOf(m_options.resamples, true);
    }

    Classifier &m_classifier;
    Reader &m_reader;
    AgreementOptions m_options;
    const AgreementCallbacks &m_callbacks;
    std::stop_token m_stop;
    AgreementTally m_tally;
    std::optional<ResumeFile> m_resume;
    std::optional<EraserFiles> m_eraser;
    std::optional<DocumentMeasurer> m_measurer;
    std::vector<std::string> m_sources; ///< of the methods, as the scores say
    double m_seconds = 0;               ///< of all documents, those of an earlier run too
    TimeLeft m_left;
    Stopwatch m_sincePartial;
    double m_partialPause = pauseOf(m_callbacks); ///< milliseconds
};

} // namespace

std::optional<AgreementReport> agree(Classifier &classifier, Reader &reader, const AgreementOptions &options,
                                     const AgreementCallbacks &callbacks, std::stop_token stop)
{
    return AgreementRun(classifier, reader, options, callbacks, std::move(stop)).run();
}

} // namespace adaplens
