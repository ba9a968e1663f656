// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/session.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

/// Token scores of a session's text by all methods, for the pages that show them: computed on the session's thread,
/// which must outlive this, while one of those pages is to be seen, and dropped when text, model, weights or class change. The methods that take
/// a fraction of a second come together; slow ones are asked for one by one, with an estimate beforehand.
class Attributions : public QObject {
    Q_OBJECT

public:
    using AttributionPointer = std::shared_ptr<const adaplens::Attribution>;

    explicit Attributions(Session &session, QObject *parent = nullptr);

    /// The methods that the model at hand has, in the order in which they are listed everywhere.
    [[nodiscard]] std::vector<adaplens::ScoreMethod> methods() const;

    /// A page wants scores from now on, and no longer: to be called when it is shown and hidden.
    void addViewer(const QObject *page);
    void removeViewer(const QObject *page);

    /// Attention and gradients from the AdapLeR weights with nothing dropped, instead of from the plain twin.
    void setFromAdapler(bool fromAdapler);
    [[nodiscard]] bool fromAdapler() const { return m_fromAdapler; }
    /// The class explained; empty = the predicted one.
    void setTarget(std::optional<std::size_t> target);
    [[nodiscard]] std::optional<std::size_t> target() const { return m_target; }

    /// The scores of session.trace(): of the quick methods, and of those slow ones that were asked for, as they come.
    /// Null while there are none; while the session is busy those of the trace still shown.
    [[nodiscard]] const AttributionPointer &result() const { return m_result; }
    /// One method of them, or null.
    [[nodiscard]] const adaplens::TokenScores *scores(adaplens::ScoreMethod method) const;
    /// Scores are being computed, quick or slow.
    [[nodiscard]] bool busy() const { return m_scoring.running(); }

    enum class State { Idle, Waiting, Running, Done };
    [[nodiscard]] State state(adaplens::ScoreMethod method) const;
    /// Seconds that a slow method will take; empty until it is known.
    [[nodiscard]] std::optional<double> estimate(adaplens::ScoreMethod method) const;
    /// Asks for a slow method of the text at hand; several are computed one after the other.
    void compute(adaplens::ScoreMethod method);
    /// Stops or forgets a slow method.
    void cancel(adaplens::ScoreMethod method);

Q_SIGNALS:
    void changed();      ///< result() is another one, or gone
    void stateChanged(); ///< something was started, has ended, or its estimate is known
    void progress(adaplens::ScoreMethod method, std::size_t done, std::size_t total);
    void failed(const QString &message);

private:
    void stop();
    void reset();
    void restart();
    /// Asks for what is wanted and not there.
    void update();
    void request(const std::vector<adaplens::ScoreMethod> &methods,
                 const std::vector<adaplens::ScoreMethod> &estimates);
    void take(const AttributionResult &result);
    void takeFailure(const QString &message);

    Session &m_session;
    QSet<const QObject *> m_viewers;
    bool m_fromAdapler = false;
    std::optional<std::size_t> m_target;
    AttributionPointer m_result;
    std::map<adaplens::ScoreMethod, double> m_estimates;
    std::deque<adaplens::ScoreMethod> m_slow; // asked for; the first of them may be under way
    bool m_slowUnderWay = false;
    bool m_failed = false; // for this text: not tried again
    Requests m_scoring;
};
