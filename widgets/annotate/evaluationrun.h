// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationset.h"
#include "core/model/identity.h"
#include "widgets/annotate/textevaluation.h"
#include "widgets/session/requests.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <optional>
#include <unordered_map>

/// Evaluates the texts of a data set, on a thread and with a model of its own: what the user types elsewhere neither
/// waits for it nor stops it.
class EvaluationRun : public QObject {
    Q_OBJECT

public:
    explicit EvaluationRun(TextEvaluatorLoader loader, QObject *parent = nullptr);

    /// Another model, or another version of it: all evaluations are forgotten and the run ends.
    void setModel(const adaplens::ModelIdentity &model);
    /// No folder = none yet.
    [[nodiscard]] const adaplens::ModelIdentity &model() const { return m_model; }
    /// Asks for the evaluation of texts, after those that are already waited for. One that waits is replaced.
    void request(const std::vector<AnnotatedText> &texts);
    /// Ends the run; the evaluations that are there stay.
    void cancel();
    /// Ends the run and forgets everything but the model.
    void clear();

    [[nodiscard]] bool running() const { return !m_waiting.empty(); }
    [[nodiscard]] std::size_t done() const { return m_done; }
    [[nodiscard]] std::size_t total() const { return m_done + m_waiting.size(); }
    /// From the pace so far; empty at the beginning.
    [[nodiscard]] std::optional<double> secondsLeft() const;
    /// What the model says of a text, or null while that is not known.
    [[nodiscard]] const TextEvaluation *evaluation(std::uint64_t key) const;

Q_SIGNALS:
    void evaluated(std::uint64_t key);
    void cleared();
    void progressed(); ///< running(), done() or total() is another
    void failed(const QString &message);

private:
    struct Holder;
    void next();
    void take(std::uint64_t key, std::optional<TextEvaluation> evaluation);

    const TextEvaluatorLoader m_loader;
    adaplens::ModelIdentity m_model;
    std::unordered_map<std::uint64_t, TextEvaluation> m_evaluations;
    std::deque<AnnotatedText> m_waiting; // the first of them is under way
    std::size_t m_done = 0;
    QElapsedTimer m_clock;
    std::shared_ptr<Holder> m_holder; // the model, on the background thread
    Background m_background;          // last but one: its thread ends before the rest goes
    Requests m_evaluating{m_background};
};
