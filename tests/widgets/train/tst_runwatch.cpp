// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/traintask.h"
#include "widgets/train/runwatch.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

/// A run that somebody else trains is followed from its files.
class TestRunWatch : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void followsARunThatAnotherThreadTrains()
    {
        const adaplens::TrainConfig config = adaplens::test::trainTask(m_folder->path().toStdString());
        RunWatch watch;
        watch.watch(file("run"), false); // not there yet
        std::atomic<bool> goOn = false;
        std::jthread training([&] {
            int batches = 0;
            (void)adaplens::train(config, adaplens::withNeeds("adapler"), adaplens::Existing::Refuse,
                                  [&](const adaplens::TrainProgress &) {
                                      while (++batches == 10 && !goOn) {
                                          std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                          --batches;
                                      }
                                  });
        });
        QTRY_VERIFY_WITH_TIMEOUT(!watch.record().steps.empty() && watch.record().steps.front().batches >= 9, 60000);
        QVERIFY(watch.record().underWay);
        QVERIFY(!watch.record().hasModel);
        goOn = true;
        training.join();
        QTRY_VERIFY_WITH_TIMEOUT(watch.record().hasModel && !watch.record().underWay, 60000);
        QVERIFY(watch.record().hasFinished("adapler"));
        QCOMPARE(watch.record().steps.back().results.size(), std::size_t{2});
        QVERIFY(watch.rate().batchesPerSecond());
    }

    void whatIsNoRunIsToldAndTheOneBeforeStays()
    {
        const adaplens::TrainConfig config = adaplens::test::trainTask(m_folder->path().toStdString());
        QVERIFY(adaplens::train(config, {"fine-tune"}, adaplens::Existing::Refuse, {}).finished);
        RunWatch watch;
        QSignalSpy failed(&watch, &RunWatch::failed);
        watch.watch(file("run"), true);
        QTRY_COMPARE_WITH_TIMEOUT(watch.record().steps.size(), std::size_t{1}, 60000);
        watch.watch(file("backbone"), true);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("backbone")));
        QCOMPARE(watch.folder(), file("run"));
        QCOMPARE(watch.record().steps.size(), std::size_t{1});
    }

    void aDamagedLogIsTold()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("run/fine-tune")));
        QFile log(file("run/fine-tune/log.jsonl"));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("no log\n");
        log.close();
        RunWatch watch;
        QSignalSpy failed(&watch, &RunWatch::failed);
        watch.watch(file("run"), false);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("log.jsonl, line 1")));
        QVERIFY(watch.folder().isEmpty());
    }

    void itRestsWhereNobodyLooks()
    {
        RunWatch watch, other; // the other one goes on looking
        for (RunWatch *each : {&watch, &other}) {
            each->watch(file("run"), false);
        }
        watch.setActive(false);
        const auto write = [this](const char *name) {
            QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(file(name)).path()));
            QFile empty(file(name));
            QVERIFY(empty.open(QIODevice::WriteOnly));
        };
        write("run/config.json"); // may still be seen by the look that watch() began with
        QTRY_VERIFY(other.record().isRun);
        write("run/model/config.json");
        QTRY_VERIFY(other.record().hasModel);
        QVERIFY(!watch.record().hasModel);
        watch.setActive(true);
        QTRY_VERIFY(watch.record().hasModel);
    }
};

QTEST_GUILESS_MAIN(TestRunWatch)
#include "tst_runwatch.moc"
