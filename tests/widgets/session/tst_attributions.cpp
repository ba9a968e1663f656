// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyser.h"
#include "tests/support/gui/settled.h"
#include "widgets/session/attributions.h"
#include "widgets/session/rationale.h"

#include <QSignalSpy>
#include <QTest>

using adaplens::ScoreMethod;
using adaplens::test::FakeAnalyser;
using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;
using State = Attributions::State;

/// Scores of all methods: computed only while a page wants them, for the text of the moment, never for an old one.
class TestAttributions : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakeLog> m_log;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Attributions> m_scores;

    void open(const char *folder)
    {
        QSignalSpy opened(m_session.get(), &Session::modelOpened);
        m_session->open(folder);
        QVERIFY(opened.wait());
    }
    void analyse(const QString &text)
    {
        QSignalSpy analysed(m_session.get(), &Session::analysed);
        m_session->setText(text, std::nullopt);
        QTRY_VERIFY(!analysed.isEmpty() && !m_session->busy());
    }

private Q_SLOTS:
    void init()
    {
        m_log = std::make_shared<FakeLog>();
        m_session = std::make_unique<Session>(fakeLoader(m_log));
        m_scores = std::make_unique<Attributions>(*m_session);
        open("model");
    }
    void cleanup()
    {
        m_scores.reset();
        m_session.reset();
    }

    void nothingIsComputedUnlessAPageWantsIt()
    {
        analyse(QStringLiteral("a gorgeous film"));
        QVERIFY(adaplens::test::settled(m_session->background()));
        QCOMPARE(m_log->scorings, 0);
        QVERIFY(!m_scores->result());
        m_scores->addViewer(this);
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(m_log->scorings, 1);
        m_scores->removeViewer(this);
        analyse(QStringLiteral("another text"));
        QVERIFY(adaplens::test::settled(m_session->background()));
        QCOMPARE(m_log->scorings, 1);
        QVERIFY(!m_scores->result());
    }

    void quickMethodsComeTogether()
    {
        m_scores->addViewer(this);
        analyse(QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(m_log->scorings, 1);
        for (const ScoreMethod method : m_scores->methods()) {
            const adaplens::TokenScores *scores = m_scores->scores(method);
            QCOMPARE(scores != nullptr, !adaplens::isSlow(method));
            QCOMPARE(m_scores->state(method), scores ? State::Done : State::Idle);
            if (!scores) {
                QCOMPARE(m_scores->estimate(method), std::optional(12.0));
                continue;
            }
            QCOMPARE(scores->layers.front().size(), std::size_t{5});
            double sum = 0;
            for (std::size_t i = 0; i < 5; ++i) {
                sum += FakeAnalyser::score(method, 0, i);
            }
            QCOMPARE(scores->layers[0][2], static_cast<float>(FakeAnalyser::score(method, 0, 2) / sum));
        }
        // A repeated timing is another trace of the same text: its scores stay.
        const auto before = m_scores->result();
        QSignalSpy timed(m_session.get(), &Session::timed);
        QVERIFY(timed.wait(5000));
        QCOMPARE(m_scores->result(), before);
    }

    void aModelWithoutAPredictorHasNoContributions()
    {
        open("plain");
        m_scores->addViewer(this);
        analyse(QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_scores->result());
        QVERIFY(!m_scores->scores(ScoreMethod::Contribution));
        QVERIFY(m_scores->scores(ScoreMethod::Attention));
        const auto methods = m_scores->methods();
        QVERIFY(std::find(methods.begin(), methods.end(), ScoreMethod::Contribution) == methods.end());
    }

    void weightsAndClassAreAskedForAnew()
    {
        m_scores->addViewer(this);
        analyse(QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(m_scores->scores(ScoreMethod::Saliency)->source, std::string("plain twin"));
        m_scores->setFromAdapler(true);
        QVERIFY(!m_scores->result());
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(m_scores->scores(ScoreMethod::Saliency)->source, std::string("AdapLeR model"));
        m_scores->setTarget(0);
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(m_scores->scores(ScoreMethod::Saliency)->target, std::optional<std::size_t>(0));
        open("other");
        QVERIFY(!m_scores->target()); // a class of the old model
    }

    void slowMethodsComeOnDemandOneAfterTheOther()
    {
        m_scores->addViewer(this);
        analyse(QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_scores->result());
        QSignalSpy progress(m_scores.get(), &Attributions::progress);
        m_scores->compute(ScoreMethod::LeaveOneOut);
        m_scores->compute(ScoreMethod::IntegratedGradients);
        QCOMPARE(m_scores->state(ScoreMethod::LeaveOneOut), State::Running);
        QCOMPARE(m_scores->state(ScoreMethod::IntegratedGradients), State::Waiting);
        QTRY_COMPARE(m_scores->state(ScoreMethod::IntegratedGradients), State::Done);
        QCOMPARE(m_scores->state(ScoreMethod::LeaveOneOut), State::Done);
        QCOMPARE(m_log->slowScorings, 2);
        QCOMPARE(progress.count(), 2);
        QCOMPARE(progress.first().at(2).value<std::size_t>(), std::size_t{4});
        QVERIFY(m_scores->scores(ScoreMethod::Attention)); // what was there is still there
        std::vector<ScoreMethod> order;
        for (const adaplens::TokenScores &scores : m_scores->result()->scores) {
            order.push_back(scores.method);
        }
        QCOMPARE(order, m_scores->methods());
    }

    void aSlowMethodCanBeCancelled()
    {
        m_scores->addViewer(this);
        analyse(QStringLiteral("an endless film"));
        QTRY_VERIFY(m_scores->result());
        m_scores->compute(ScoreMethod::LeaveOneOut);
        m_scores->compute(ScoreMethod::IntegratedGradients);
        QTRY_COMPARE(m_log->slowScorings, 1);
        m_scores->cancel(ScoreMethod::IntegratedGradients);
        m_scores->cancel(ScoreMethod::LeaveOneOut);
        QTRY_COMPARE(m_log->scoringsCancelled, 1);
        QCOMPARE(m_scores->state(ScoreMethod::LeaveOneOut), State::Idle);
        QVERIFY(!m_scores->busy());
        QVERIFY(!m_scores->scores(ScoreMethod::LeaveOneOut));
        QVERIFY(m_scores->scores(ScoreMethod::Attention));
    }

    void typingStopsWhatIsUnderWayAndOldScoresNeverAppear()
    {
        m_scores->addViewer(this);
        analyse(QStringLiteral("an endless film"));
        QTRY_VERIFY(m_scores->result());
        m_scores->compute(ScoreMethod::LeaveOneOut);
        QTRY_COMPARE(m_log->slowScorings, 1);
        m_session->setText(QStringLiteral("the other text is longer"), std::nullopt);
        QCOMPARE(m_scores->state(ScoreMethod::LeaveOneOut), State::Idle);
        QTRY_COMPARE(m_log->scoringsCancelled, 1);
        QTRY_VERIFY(m_session->trace()->text == "the other text is longer" && m_scores->result());
        QCOMPARE(m_scores->scores(ScoreMethod::Attention)->layers.front().size(), std::size_t{7});
        QVERIFY(!m_scores->scores(ScoreMethod::LeaveOneOut));

        // Scores that lie ready, but undelivered, when the next text arrives are dropped, too.
        const int before = m_log->scorings;
        m_scores->setTarget(0);
        adaplens::test::doneUndelivered(m_session->background());
        QCOMPARE(m_log->scorings, before + 1);
        std::vector<std::size_t> sizes;
        connect(m_scores.get(), &Attributions::changed, this, [&] {
            if (m_scores->result()) {
                sizes.push_back(m_scores->result()->scores.front().layers.front().size());
            }
        });
        m_session->setText(QStringLiteral("short"), std::nullopt);
        QTRY_VERIFY(!sizes.empty());
        QVERIFY(adaplens::test::settled(m_session->background()));
        QCOMPARE(sizes, std::vector<std::size_t>{3});
    }

    void aFailureIsToldOnceAndTheNextTextIsScored()
    {
        QSignalSpy failed(m_scores.get(), &Attributions::failed);
        m_scores->addViewer(this);
        analyse(QStringLiteral("a brittle film"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_scores->result());
        QVERIFY(!m_scores->busy());
        analyse(QStringLiteral("a sturdy film"));
        QTRY_VERIFY(m_scores->result());
        QCOMPARE(failed.count(), 1);
    }

    void aModelThatCannotBeOpenedLetsScoresBeFinished()
    {
        analyse(QStringLiteral("a gorgeous film"));
        m_scores->addViewer(this);
        m_session->open("broken"); // stops the scoring
        QSignalSpy failed(m_session.get(), &Session::openFailed);
        QVERIFY(failed.wait());
        QTRY_VERIFY(m_scores->result());
    }

    void aRationaleBelongsToItsText()
    {
        HumanRationale rationale(*m_session);
        QSignalSpy changed(&rationale, &HumanRationale::changed);
        rationale.set("a gorgeous film", {{2, 10}}, "positive");
        analyse(QStringLiteral("a gorgeous film"));
        QVERIFY(rationale.belongsTo(*m_session->trace()));
        QCOMPARE(changed.count(), 1);
        m_session->setText(QStringLiteral("a gorgeous film!"), std::nullopt);
        QCOMPARE(changed.count(), 2);
        QVERIFY(rationale.spans().empty());
        QVERIFY(rationale.label().empty());
        QVERIFY(!rationale.belongsTo(*m_session->trace()));
    }
};

QTEST_MAIN(TestAttributions)
#include "tst_attributions.moc"
