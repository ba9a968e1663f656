// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldrun.h"
#include "tests/support/traintask.h"
#include "widgets/train/trainingrun.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using adaplens::test::contentOf;
using State = TrainingRun::State;

/// Runs of the engine on a thread of their own: started, paused, resumed, cancelled.
class TestTrainingRun : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Hold> m_hold;
    TrainRequest m_request;

    [[nodiscard]] std::filesystem::path file(const char *name) const { return m_request.config.out / name; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hold = std::make_shared<Hold>();
        m_request = {adaplens::test::trainTask(m_folder->path().toStdString()), "adapler", {}};
    }

    void pausedAndResumedItEndsAsUndisturbed()
    {
        TrainRequest undisturbed = m_request;
        undisturbed.config.out = m_folder->filePath(QStringLiteral("undisturbed")).toStdString();
        QVERIFY(adaplens::train(undisturbed.config, adaplens::withNeeds("adapler"), undisturbed.existing, {}).finished);

        TrainingRun run(heldRunner(m_hold));
        QSignalSpy finished(&run, &TrainingRun::finished);
        // 30 batches of fine-tuning, 30 of saliency, 30 of AdapLeR.
        for (const int at : {7, 20, 40, 70, 80}) {
            m_hold->at = at;
            if (run.state() == State::Idle) {
                run.start(m_request);
            } else {
                run.resume();
            }
            QCOMPARE(run.state(), State::Running);
            QTRY_COMPARE_WITH_TIMEOUT(m_hold->seen.load(), at, 60000);
            run.pause();
            QCOMPARE(run.state(), State::Pausing);
            QVERIFY(run.isAtWork());
            QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Paused, 60000);
            QVERIFY(!run.isAtWork());
        }
        m_hold->at = 0;
        run.resume();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        QCOMPARE(run.state(), State::Idle);
        for (const char *name :
             {"model/model.safetensors", "adapler/log.jsonl", "adapler/report.json", "fine-tune/log.jsonl"}) {
            QVERIFY2(!contentOf(file(name)).empty(), name);
            QVERIFY2(contentOf(file(name)) == contentOf(undisturbed.config.out / name), name);
        }
    }

    void progressTellsTheStepAndAfterTwentyBatchesTheWholeRun()
    {
        TrainingRun run(heldRunner(m_hold));
        m_hold->at = 19;
        run.start(m_request);
        QTRY_COMPARE_WITH_TIMEOUT(m_hold->seen.load(), 19, 60000);
        QTRY_VERIFY(run.progress());
        QCOMPARE(run.progress()->step, std::string("fine-tune"));
        QCOMPARE(run.progress()->epochs, std::size_t{2});
        QCOMPARE(run.progress()->total, std::int64_t{30});
        QVERIFY(!run.secondsLeft());
        m_hold->at = 30;
        QTRY_COMPARE_WITH_TIMEOUT(m_hold->seen.load(), 30, 60000);
        QTRY_VERIFY(run.secondsLeft());
        QVERIFY(*run.secondsLeft() > 0); // saliency and AdapLeR are still to come
        run.cancel();
        QCOMPARE(run.state(), State::Cancelling);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, 60000);
        QVERIFY(std::filesystem::exists(file("fine-tune")));
    }

    void aPausedRunCanBeCancelled()
    {
        TrainingRun run(heldRunner(m_hold));
        m_hold->at = 3;
        run.start(m_request);
        QTRY_COMPARE_WITH_TIMEOUT(m_hold->seen.load(), 3, 60000);
        run.start(m_request); // does nothing
        run.pause();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Paused, 60000);
        run.cancel();
        QCOMPARE(run.state(), State::Idle);
        QVERIFY(std::filesystem::exists(file("fine-tune/resume.safetensors")));
    }

    void failingIsToldInASentence()
    {
        TrainingRun run(engineRunner());
        QSignalSpy failed(&run, &TrainingRun::failed);
        m_request.config.backbone = "/no/such/folder";
        run.start(m_request);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("/no/such/folder")));
        QCOMPARE(run.state(), State::Idle);
        QVERIFY(!std::filesystem::exists(m_request.config.out));
    }

    void itsEndWritesAResumePoint()
    {
        m_hold->at = 5;
        {
            TrainingRun run(heldRunner(m_hold));
            run.start(m_request);
            QTRY_COMPARE_WITH_TIMEOUT(m_hold->seen.load(), 5, 60000);
        }
        QVERIFY(std::filesystem::exists(file("fine-tune/resume.safetensors")));
    }
};

QTEST_GUILESS_MAIN(TestTrainingRun)
#include "tst_trainingrun.moc"
