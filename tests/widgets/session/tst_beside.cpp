// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "tests/support/fakeanalyser.h"
#include "tests/support/gui/settled.h"
#include "tests/support/temporaryfolder.h"
#include "widgets/session/beside.h"

#include <QSignalSpy>
#include <QTest>

using adaplens::Trace;
using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;
using adaplens::test::settled;

/// A second model beside the first one: it follows text, precision and thresholds, and floors follow the model.
class TestBeside : public QObject {
    Q_OBJECT

private:
    struct Pair {
        explicit Pair(const Loader &loader) : first(loader), second(loader), beside(first, second) {}
        void openFirst(const std::filesystem::path &folder, const std::vector<double> &thresholds = {})
        {
            QSignalSpy opened(&first, &Session::modelOpened);
            first.open(folder, adaplens::Precision::Float32, thresholds);
            QVERIFY(opened.wait());
        }
        void open(const QString &what)
        {
            beside.open(what);
            QTRY_COMPARE(beside.what(), what);
        }
        void read(const QString &text)
        {
            first.setText(text, std::nullopt);
            QTRY_VERIFY(shows(text));
        }
        bool shows(const QString &text) const
        {
            const auto has = [&text](const Session &session) {
                return session.trace() && !session.busy() && session.trace()->text == text.toStdString();
            };
            return has(first) && has(second);
        }
        Session first, second;
        Beside beside;
    };
    static std::vector<std::size_t> kept(const Session &session)
    {
        std::vector<std::size_t> counts;
        for (const adaplens::LayerTrace &layer : session.trace()->layers) {
            counts.push_back(layer.keptCount());
        }
        return counts;
    }
    std::shared_ptr<FakeLog> m_log;

private Q_SLOTS:
    void init() { m_log = std::make_shared<FakeLog>(); }

    void choicesAreFloorsNothingDroppedOrModels()
    {
        QCOMPARE(BesideChoice::of(QStringLiteral("attention-topk")).dropping.floor, std::string("attention-topk"));
        QVERIFY(BesideChoice::of(QStringLiteral("attention-topk")).folder.empty());
        QVERIFY(BesideChoice::of(QStringLiteral("none")).dropping.nothing);
        QCOMPARE(BesideChoice::of(QStringLiteral("/a/model")).folder, std::filesystem::path("/a/model"));
        QVERIFY_EXCEPTION_THROWN((void)BesideChoice::of(QStringLiteral("no such model")), adaplens::Error);
    }

    void floorsOfARealModelKeepAsManyTokensAsItDoes()
    {
        const adaplens::test::TemporaryFolder folder;
        adaplens::test::writeTinyModel(folder.path(), {});
        Pair pair(classifierLoader());
        pair.openFirst(folder.path());
        for (const char *floor : {"random", "attention-topk", "first", "last"}) {
            pair.open(QString::fromLatin1(floor));
            pair.read(QStringLiteral("a good film and not a bad one, says ") + QString::fromLatin1(floor));
            QCOMPARE(pair.second.trace()->rule.name, std::string(floor));
            QVERIFY(pair.first.trace()->survivors.size() < pair.first.trace()->encoding.pieces.size());
            QCOMPARE(kept(pair.second), kept(pair.first));
        }
        pair.open(QStringLiteral("none"));
        pair.read(QStringLiteral("a good film"));
        QVERIFY(!pair.second.trace()->drops);
        QCOMPARE(pair.second.trace()->reduced.logits, pair.first.trace()->plain.logits);
    }

    void itFollowsTheFirstModelAndItsThresholds()
    {
        Pair pair(fakeLoader(m_log));
        pair.openFirst("one");
        pair.open(QStringLiteral("first"));
        pair.read(QStringLiteral("a gorgeous film"));
        QCOMPARE(kept(pair.second), kept(pair.first));
        const auto before = kept(pair.first);
        pair.openFirst("two", {0.1, 0.1, 0.1});
        QTRY_COMPARE(pair.second.trace()->model, std::string("two"));
        QTRY_VERIFY(pair.shows(QStringLiteral("a gorgeous film")));
        QVERIFY(kept(pair.first) != before);
        QCOMPARE(kept(pair.second), kept(pair.first));
        QCOMPARE(pair.second.trace()->rule.name, std::string("first"));
        pair.open(QStringLiteral("none")); // which knows no thresholds
        QTRY_VERIFY(pair.second.trace() && !pair.second.trace()->drops);
        QCOMPARE(pair.second.thresholds(), std::vector<double>());
    }

    void anotherModelStaysWhereItIs()
    {
        Pair pair(fakeLoader(m_log));
        pair.openFirst("one");
        pair.open(QStringLiteral("/models/other"));
        pair.read(QStringLiteral("a gorgeous film"));
        pair.openFirst("two");
        QVERIFY(settled(pair.second.background()));
        QCOMPARE(m_log->opened, 3);
        QCOMPARE(pair.second.trace()->model, std::string("other"));
        pair.first.open("two", adaplens::Precision::BFloat16);
        QTRY_COMPARE(pair.second.precision(), adaplens::Precision::BFloat16);
    }

    void whatIsOpenedLateShowsTheWindowAtHand()
    {
        Pair pair(fakeLoader(m_log));
        pair.openFirst("one");
        pair.first.setText(QStringLiteral("word ").repeated(100), std::nullopt);
        pair.first.setWindow(1);
        QTRY_VERIFY(pair.first.trace() && !pair.first.busy());
        QCOMPARE(pair.first.trace()->windows, std::size_t{2});
        pair.open(QStringLiteral("none"));
        QTRY_VERIFY(pair.second.trace() && !pair.second.busy());
        QCOMPARE(pair.second.trace()->window, std::size_t{1});
    }

    void itWaitsForTheFirstModel()
    {
        Pair pair(fakeLoader(m_log));
        pair.beside.open(QStringLiteral("random"));
        QVERIFY(settled(pair.second.background()));
        QCOMPARE(m_log->opened, 0);
        pair.openFirst("one");
        QTRY_COMPARE(pair.beside.what(), QStringLiteral("random"));
    }

    void aFailingSecondModelLeavesTheFirstAlone()
    {
        Pair pair(fakeLoader(m_log));
        QSignalSpy failed(&pair.beside, &Beside::failed), firstFailed(&pair.first, &Session::openFailed);
        pair.openFirst("one");
        pair.first.setText(QStringLiteral("a gorgeous film"), std::nullopt);
        QTRY_VERIFY(pair.first.trace());
        const auto trace = pair.first.trace();
        pair.beside.open(QStringLiteral("/models/broken"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("config.json")));
        QVERIFY(pair.beside.what().isEmpty());
        pair.open(QStringLiteral("/models/other"));
        QTRY_VERIFY(pair.shows(QStringLiteral("a gorgeous film")));
        pair.beside.open(QStringLiteral("/models/broken"));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(pair.beside.what(), QStringLiteral("/models/other")); // it stays
        QCOMPARE(pair.second.trace()->model, std::string("other"));
        pair.beside.open(QStringLiteral("no such model"));
        QCOMPARE(failed.size(), 3);
        QCOMPARE(firstFailed.size(), 0);
        QCOMPARE(pair.first.trace()->encoding.pieces.size(), trace->encoding.pieces.size());
    }

    void aPlainModelHasNoFloors()
    {
        Pair pair(fakeLoader(m_log));
        pair.openFirst("one");
        pair.open(QStringLiteral("last"));
        QSignalSpy failed(&pair.beside, &Beside::failed);
        pair.openFirst("plain");
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("plain")));
        QVERIFY(pair.beside.what().isEmpty());
        QVERIFY(!pair.second.model());
    }

    void nothingArrivesAfterClosing()
    {
        Pair pair(fakeLoader(m_log));
        pair.openFirst("one");
        pair.open(QStringLiteral("random"));
        pair.read(QStringLiteral("a gorgeous film"));
        QSignalSpy changed(&pair.beside, &Beside::changed);
        pair.first.setText(QStringLiteral("slow going"), std::nullopt);
        QTRY_COMPARE(m_log->started, 4);
        pair.beside.open({});
        QCOMPARE(changed.size(), 1);
        QVERIFY(!pair.second.trace());
        QVERIFY(!pair.second.busy());
        QVERIFY(settled(pair.second.background()));
        QVERIFY(!pair.second.trace());
        QCOMPARE(m_log->alive, 1); // its model is given back
        pair.beside.open(QStringLiteral("random"));
        pair.beside.close();
        QVERIFY(settled(pair.second.background()));
        QVERIFY(pair.beside.what().isEmpty());
        QVERIFY(!pair.second.model());
    }
};

QTEST_GUILESS_MAIN(TestBeside)

#include "tst_beside.moc"
