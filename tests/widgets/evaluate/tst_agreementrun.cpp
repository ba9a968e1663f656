// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagreement.h"
#include "widgets/evaluate/agreementrun.h"
#include "widgets/evaluate/agreementrunner.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using adaplens::test::fakeAgreement;
using adaplens::test::FakeAgreementLog;

/// Runs on a thread of their own: results arrive in order, stopping keeps what there is, failing restores what was.
class TestAgreementRun : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakeAgreementLog> m_log;

private Q_SLOTS:
    void init() { m_log = std::make_shared<FakeAgreementLog>(); }

    void runsToItsEnd()
    {
        AgreementRun run(fakeAgreement(m_log));
        QSignalSpy finished(&run, &AgreementRun::finished), failed(&run, &AgreementRun::failed);
        run.start({});
        QVERIFY(run.running());
        QVERIFY(finished.wait());
        QVERIFY(!run.running());
        QVERIFY(run.report()->complete);
        QCOMPARE(run.report()->documents, std::size_t{60});
        QCOMPARE(run.progress().documents, std::size_t{60});
        QVERIFY(failed.isEmpty());
        // Another one after it, on a new thread.
        run.start({});
        QVERIFY(finished.wait());
        QCOMPARE(m_log->started, 2);
    }

    void aSecondStartDoesNothing()
    {
        m_log->hold = true;
        AgreementRun run(fakeAgreement(m_log));
        run.start({});
        run.start({});
        QTRY_VERIFY(run.report());
        QCOMPARE(m_log->started, 1);
        QVERIFY(!run.report()->complete);
        QCOMPARE(run.progress().total, std::size_t{60});
        m_log->hold = false;
        QTRY_VERIFY(!run.running());
        QVERIFY(run.report()->complete);
    }

    void stoppingKeepsThePartialReport()
    {
        QTemporaryDir folder;
        m_log->hold = true;
        AgreementRun run(fakeAgreement(m_log));
        QSignalSpy cancelled(&run, &AgreementRun::cancelled);
        AgreementRequest request;
        request.options.resumeFile = folder.filePath(QStringLiteral("resume")).toStdString();
        run.start(request);
        QTRY_VERIFY(run.report());
        run.cancel();
        QVERIFY(run.stopping());
        QVERIFY(cancelled.wait());
        QVERIFY(!run.running());
        QCOMPARE(m_log->stopped, 1);
        QCOMPARE(run.report()->documents, std::size_t{20});
        QVERIFY(!run.report()->complete);
    }

    void failingRestoresTheOldReport()
    {
        AgreementRun run(fakeAgreement(m_log));
        QSignalSpy finished(&run, &AgreementRun::finished), failed(&run, &AgreementRun::failed);
        run.start({});
        QVERIFY(finished.wait());
        const AgreementRun::ReportPointer old = run.report();
        m_log->fail = true;
        run.start({});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().toString(), QStringLiteral("Line 21 of the set cannot be read."));
        QCOMPARE(run.report(), old);
        m_log->early = true;
        run.start({});
        QVERIFY(failed.wait());
        QCOMPARE(run.report(), old);
    }

    void closingWhileRunningDoesNotHang()
    {
        QTemporaryDir folder;
        m_log->hold = true;
        {
            AgreementRun run(fakeAgreement(m_log));
            AgreementRequest request;
            request.options.resumeFile = folder.filePath(QStringLiteral("resume")).toStdString();
            run.start(request);
            QTRY_COMPARE(m_log->started, 1);
        }
        QCOMPARE(m_log->stopped, 1);
    }

    void resumeFilesTellSettingsApart()
    {
        QTemporaryDir folder;
        AgreementRequest request;
        request.model = folder.path().toStdString();
        request.data.path = folder.path().toStdString();
        std::set<std::filesystem::path> names{resumeFileOf(request, "cache")};
        QVERIFY(names.count(resumeFileOf(request, "cache")) == 1);
        QCOMPARE(names.begin()->parent_path(), std::filesystem::path("cache"));
        const auto changed = [&](auto change) {
            AgreementRequest other = request;
            change(other);
            QVERIFY(names.insert(resumeFileOf(other, "cache")).second);
        };
        changed([](AgreementRequest &r) { r.data.split = "test"; });
        changed([](AgreementRequest &r) { r.data.limit = 5; });
        changed([](AgreementRequest &r) { r.options.methods.pop_back(); });
        changed([](AgreementRequest &r) { r.options.mode = adaplens::AgreementMode::DocumentsWords; });
        changed([](AgreementRequest &r) { r.options.selection = {adaplens::Selection::Kind::TopK, 5, 0}; });
        changed([](AgreementRequest &r) { r.options.goldClass = false; });
        changed([](AgreementRequest &r) { r.options.raw = true; });
        changed([](AgreementRequest &r) { r.options.fromAdapler = true; });
        changed([](AgreementRequest &r) { r.options.dropped = adaplens::DroppedScore::LastSeen; });
        changed([](AgreementRequest &r) { r.options.faithfulness = true; });
        changed([](AgreementRequest &r) { r.options.seed = 8; });
        AgreementRequest same = request;
        same.options.resamples = 7; // the interval is drawn anew in the end
        QVERIFY(names.count(resumeFileOf(same, "cache")) == 1);
        QFile config(folder.filePath(QStringLiteral("config.json")));
        QVERIFY(config.open(QIODevice::WriteOnly) && config.write("{}") == 2);
        config.close();
        changed([](AgreementRequest &) {}); // another version of the model
    }
};

QTEST_MAIN(TestAgreementRun)
#include "tst_agreementrun.moc"
