// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyser.h"
#include "tests/support/gui/settled.h"
#include "widgets/session/session.h"

#include <QSignalSpy>
#include <QTest>

#include <semaphore>

using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// The session's promises: new requests stop old ones, old results never appear, errors leave what was there, closing
/// down never hangs.
class TestSession : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakeLog> m_log;

    void openModel(Session &session, const char *folder = "model")
    {
        QSignalSpy opened(&session, &Session::modelOpened);
        session.open(folder);
        QVERIFY(opened.wait());
    }

    void analyse(Session &session, const QString &text)
    {
        QSignalSpy analysed(&session, &Session::analysed);
        session.setText(text, std::nullopt);
        QVERIFY(analysed.wait());
        QVERIFY(session.trace() != nullptr);
        QCOMPARE(QString::fromStdString(session.trace()->text), text);
    }

private Q_SLOTS:
    void init() { m_log = std::make_shared<FakeLog>(); }

    void analysesTheTextOfTheMoment()
    {
        Session session(fakeLoader(m_log));
        QSignalSpy busy(&session, &Session::busyChanged);
        openModel(session);
        QCOMPARE(session.model()->name, std::string("model"));
        QVERIFY(session.trace() == nullptr);
        analyse(session, QStringLiteral("a gorgeous film"));
        QVERIFY(!session.busy());
        QVERIFY(!busy.isEmpty());
        QCOMPARE(session.trace()->cost.runs, 1);
        session.setText(QStringLiteral("  "), std::nullopt);
        QVERIFY(session.trace() == nullptr);
    }

    void textGivenBeforeTheModelWaitsForIt()
    {
        Session session(fakeLoader(m_log));
        session.setText(QStringLiteral("early words"), std::nullopt);
        QCOMPARE(m_log->started, 0);
        QSignalSpy analysed(&session, &Session::analysed);
        session.open("model");
        session.setText(QStringLiteral("early words too"), std::nullopt);
        QVERIFY(analysed.wait());
        QCOMPARE(session.trace()->text, std::string("early words too"));
    }

    void thresholdsAreThoseOfTheModelOpenedWithThem()
    {
        Session session(fakeLoader(m_log));
        QSignalSpy opened(&session, &Session::modelOpened), failed(&session, &Session::openFailed);
        const auto thresholdOf = [&session](std::size_t layer) {
            return session.trace()->layers[layer].threshold *
                   static_cast<float>(session.trace()->layers[layer].alive.size());
        };
        session.open("model", adaplens::Precision::Float32, {0.0625, 0.125, 0.25});
        QVERIFY(session.thresholds().empty()); // it is not there yet
        QVERIFY(opened.wait());
        QCOMPARE(session.thresholds(), (std::vector<double>{0.0625, 0.125, 0.25}));
        analyse(session, QStringLiteral("a gorgeous film"));
        QCOMPARE(thresholdOf(0), 0.0625F);
        session.open("broken", adaplens::Precision::Float32, {0.5, 0.5, 0.5});
        QVERIFY(failed.wait());
        analyse(session, QStringLiteral("another film"));
        QCOMPARE(thresholdOf(0), 0.0625F); // the model before it, as it was
        openModel(session, "other");
        QVERIFY(session.thresholds().empty());
        analyse(session, QStringLiteral("a third film"));
        QCOMPARE(thresholdOf(0), 0.5F);
    }

    void typingRunsOnlyTheLastText()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        QSignalSpy analysed(&session, &Session::analysed);
        QString text;
        for (const QChar c : QStringLiteral("gorgeous")) {
            session.setText(text += c, std::nullopt);
        }
        QVERIFY(analysed.wait());
        QCOMPARE(m_log->started, 1);
        QCOMPARE(session.trace()->text, std::string("gorgeous"));
    }

    void aNewTextStopsTheRunUnderWay()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        session.setText(QStringLiteral("slow one"), std::nullopt);
        QTRY_COMPARE(m_log->started, 1);
        QVERIFY(session.busy());
        analyse(session, QStringLiteral("quick one"));
        QCOMPARE(m_log->cancelled, 1);
    }

    void oldResultsNeverAppear()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        session.setText(QStringLiteral("held first"), std::nullopt);
        QTRY_COMPARE(m_log->started, 1);
        m_log->released = true;
        adaplens::test::doneUndelivered(session.background());
        QCOMPARE(m_log->finished, 1);
        std::vector<std::string> seen;
        connect(&session, &Session::analysed, this, [&] { seen.push_back(session.trace()->text); });
        session.setText(QStringLiteral("second"), std::nullopt);
        QTRY_VERIFY(!seen.empty());
        QCOMPARE(seen, std::vector<std::string>{"second"}); // results arrive in order: an old one would stand first
    }

    void afterAPauseTheTimingIsRepeated()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        QSignalSpy timed(&session, &Session::timed);
        analyse(session, QStringLiteral("a gorgeous film"));
        const std::weak_ptr<const adaplens::Trace> old = session.trace();
        QVERIFY(timed.wait(5000));
        QCOMPARE(session.trace()->cost.runs, Session::timingRuns);
        QVERIFY(old.expired()); // the old trace is let go
    }

    void aBrokenModelLeavesTheOldAnalysis()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        analyse(session, QStringLiteral("a gorgeous film"));
        const auto trace = session.trace();
        QSignalSpy failed(&session, &Session::openFailed);
        session.open("broken");
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("config.json")));
        QCOMPARE(session.trace(), trace);
        QCOMPARE(session.model()->name, std::string("model"));
        QVERIFY(!session.busy());
        analyse(session, QStringLiteral("and it still works"));
    }

    void aBrokenModelDuringARunLetsTheRunEnd()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        QSignalSpy analysed(&session, &Session::analysed);
        session.setText(QStringLiteral("held text"), std::nullopt);
        QTRY_COMPARE(m_log->started, 1);
        session.open("broken");
        m_log->released = true;
        QTRY_VERIFY(!analysed.isEmpty());
        QCOMPARE(session.trace()->text, std::string("held text"));
    }

    void aModelThatIsReplacedWhileItOpensSaysNothing()
    {
        std::binary_semaphore begun(0), go(0);
        const Loader fake = fakeLoader(m_log);
        Session session([&](const std::filesystem::path &folder, adaplens::Precision precision,
                            const std::stop_token &stop) -> std::unique_ptr<Analyser> {
            if (folder == "slow and broken") {
                begun.release();
                go.acquire();
                throw adaplens::Error("slow and broken holds no config.json");
            }
            return fake(folder, precision, stop);
        });
        QSignalSpy failed(&session, &Session::openFailed), opened(&session, &Session::modelOpened);
        session.open("slow and broken");
        begun.acquire();
        session.open("B");
        go.release();
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.model()->name, std::string("B"));
        QCOMPARE(failed.count(), 0);
    }

    void aFolderThatWasTrainedAnewIsAnotherModel()
    {
        Session session(fakeLoader(m_log));
        QVERIFY(!session.identity());
        openModel(session);
        const auto before = session.identity();
        QVERIFY(before);
        openModel(session);
        QCOMPARE(session.identity(), before);
        m_log->version = 2;
        openModel(session);
        QVERIFY(session.identity() != before);
    }

    void aFailureNamesItsFolder()
    {
        Session session(fakeLoader(m_log));
        QSignalSpy failed(&session, &Session::openFailed);
        session.open("models/broken");
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).toString(), QStringLiteral("models/broken"));
    }

    void closingTellsAModelThatLoadsToStop()
    {
        std::binary_semaphore begun(0);
        std::atomic<bool> stopped = false;
        auto session = std::make_unique<Session>([&](const std::filesystem::path &, adaplens::Precision,
                                                     const std::stop_token &stop) -> std::unique_ptr<Analyser> {
            begun.release();
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
            stopped = true;
            return nullptr;
        });
        session->open("endless");
        begun.acquire();
        session.reset(); // hangs where the loader is not told
        QVERIFY(stopped);
    }

    void modelsOpenedInARowEndWithTheLast()
    {
        Session session(fakeLoader(m_log));
        session.setText(QStringLiteral("some text"), std::nullopt);
        QSignalSpy analysed(&session, &Session::analysed);
        for (const char *name : {"one", "two", "broken", "three"}) {
            session.open(name);
        }
        QTRY_VERIFY(session.trace() != nullptr && session.trace()->model == "three");
        QCOMPARE(session.model()->name, std::string("three"));
        QTRY_COMPARE(m_log->alive, 1);
        QCOMPARE(analysed.count(), 1);
    }

    void aTextThatFailsClearsTheAnalysis()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        analyse(session, QStringLiteral("fine"));
        QSignalSpy failed(&session, &Session::failed);
        session.setText(QStringLiteral("bad"), std::nullopt);
        QVERIFY(failed.wait());
        QVERIFY(session.trace() == nullptr);
        analyse(session, QStringLiteral("fine again"));
    }

    void windowsOfALongTextAreReached()
    {
        Session session(fakeLoader(m_log));
        openModel(session);
        analyse(session, QStringLiteral("word ").repeated(150));
        QCOMPARE(session.trace()->windows, std::size_t{3});
        QSignalSpy analysed(&session, &Session::analysed);
        session.setWindow(2);
        QVERIFY(analysed.wait());
        QCOMPARE(session.trace()->window, std::size_t{2});
        analyse(session, QStringLiteral("word ").repeated(100));
        QCOMPARE(session.trace()->window, std::size_t{0});
    }

    void closingDuringARunDoesNotHang()
    {
        auto session = std::make_unique<Session>(fakeLoader(m_log));
        openModel(*session);
        session->setText(QStringLiteral("slow"), std::nullopt);
        QTRY_COMPARE(m_log->started, 1);
        session.reset(); // hangs where the run is not told
        QCOMPARE(m_log->alive, 0);
        QCoreApplication::processEvents(); // nothing is delivered to what is gone
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
