// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/evaluationrun.h"

#include "widgets/session/failure.h"

#include <utility>

namespace {

/// Texts after which the pace is taken as known.
constexpr std::size_t paceAfter = 3;

} // namespace

/// Touched by the background thread only.
struct EvaluationRun::Holder {
    adaplens::ModelIdentity model;
    TextEvaluator evaluate;
};

EvaluationRun::EvaluationRun(TextEvaluatorLoader loader, QObject *parent)
    : QObject(parent), m_loader(std::move(loader)), m_holder(std::make_shared<Holder>())
{
}

void EvaluationRun::setModel(const adaplens::ModelIdentity &model)
{
    m_model = model;
    clear();
}

void EvaluationRun::clear()
{
    m_evaluations.clear();
    cancel();
    Q_EMIT cleared();
}

void EvaluationRun::cancel()
{
    m_evaluating.drop();
    m_waiting.clear();
    m_done = 0;
    Q_EMIT progressed();
}

void EvaluationRun::request(const std::vector<AnnotatedText> &texts)
{
    if (m_model.folder.empty() || texts.empty()) {
        return;
    }
    const bool begins = !running();
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (std::size_t i = 1; i < m_waiting.size(); ++i) { // the first is under way as it was
        places[m_waiting[i].key] = i;
    }
    for (const AnnotatedText &text : texts) {
        if (const auto at = places.find(text.key); at != places.end()) {
            m_waiting[at->second] = text;
        } else {
            m_waiting.push_back(text);
        }
    }
    if (begins) {
        m_done = 0;
        m_clock.start();
        next();
    }
    Q_EMIT progressed();
}

void EvaluationRun::next()
{
    // One request a text, so that what is asked for meanwhile is known; a round trip takes microseconds.
    const AnnotatedText &text = m_waiting.front();
    m_evaluating.start(
        [loader = m_loader, holder = m_holder, model = m_model,
         example = text.example](const std::stop_token &stop, const Requests::Post &) -> std::optional<TextEvaluation> {
            if (!holder->evaluate || holder->model != model) {
                holder->evaluate = nullptr; // before the other one takes room
                holder->evaluate = loader(model.folder, model.precision, stop);
                if (!holder->evaluate) {
                    return std::nullopt;
                }
                holder->model = model;
            }
            try {
                return holder->evaluate(*example, stop);
            } catch (...) { // a text that cannot be read is told in its row
                TextEvaluation evaluation;
                evaluation.failure = describeException().toStdString();
                return evaluation;
            }
        },
        [this, key = text.key](std::optional<TextEvaluation> evaluation) { take(key, std::move(evaluation)); },
        [this](const QString &message) {
            cancel();
            Q_EMIT failed(message);
        });
}

void EvaluationRun::take(std::uint64_t key, std::optional<TextEvaluation> evaluation)
{
    if (evaluation) {
        m_evaluations[key] = std::move(*evaluation);
        ++m_done;
    }
    m_waiting.pop_front();
    Q_EMIT evaluated(key);
    if (m_waiting.empty()) {
        m_done = 0;
    } else {
        next();
    }
    Q_EMIT progressed();
}

std::optional<double> EvaluationRun::secondsLeft() const
{
    if (m_done < paceAfter) {
        return std::nullopt;
    }
    const double pace = static_cast<double>(m_clock.elapsed()) / 1000.0 / static_cast<double>(m_done);
    return pace * static_cast<double>(m_waiting.size());
}

const TextEvaluation *EvaluationRun::evaluation(std::uint64_t key) const
{
    const auto at = m_evaluations.find(key);
    return at == m_evaluations.end() ? nullptr : &at->second;
}
