// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"
#include "tests/support/gui/settled.h"
#include "tests/support/handmadesweep.h"
#include "widgets/tradeoff/sweepcontrols.h"
#include "widgets/tradeoff/tradeoffpage.h"

#include <QDir>
#include <QSignalSpy>

#include <semaphore>

using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// Which model the window works with after openings that fail, take their time, or overtake each other.
class TestOpenModels : public QObject {
    Q_OBJECT

private:
    QString m_embedded;

private Q_SLOTS:
    void initTestCase() { m_embedded = qEnvironmentVariable("ADAPLENS_MODEL"); }
    void cleanup() { qputenv("ADAPLENS_MODEL", m_embedded.toLocal8Bit()); }

    void aSlowBrokenModelDoesNotTakeTheNextOneWithIt()
    {
        std::binary_semaphore begun(0), go(0);
        const Loader fake = fakeLoader(std::make_shared<FakeLog>());
        WindowFixture fixture([&](const std::filesystem::path &folder, adaplens::Precision precision,
                                  const std::stop_token &stop) -> std::unique_ptr<Analyser> {
            if (folder.filename() == "A") {
                begun.release();
                go.acquire();
                throw adaplens::Error("A holds no config.json");
            }
            return fake(folder, precision, stop);
        });
        fixture.window().openModel(QStringLiteral("/models/A"));
        begun.acquire();
        fixture.window().openModel(QStringLiteral("/models/B"));
        go.release();
        QTRY_VERIFY(fixture.session().model());
        QVERIFY(adaplens::test::settled(fixture.session().background()));
        QCOMPARE(fixture.session().model()->name, std::string("B"));
        QVERIFY(!fixture.window().messageBar()->isVisible());
        fixture.window().setPrecision(adaplens::Precision::BFloat16); // opens the model at hand, which is B
        QTRY_VERIFY(!fixture.session().busy());
        QCOMPARE(fixture.session().model()->name, std::string("B"));
        const QStringList known = Preferences(fixture.settings()).recentModels();
        QCOMPARE(known, QStringList(QStringLiteral("/models/B")));
    }

    void aBrokenModelLeavesTheOneBeforeRemembered()
    {
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        QDir(fixture.folder()).mkdir(QStringLiteral("good"));
        fixture.window().openModel(fixture.file(QStringLiteral("good")));
        QTRY_VERIFY(fixture.session().model());
        fixture.window().openModel(fixture.file(QStringLiteral("broken")));
        QTRY_VERIFY(fixture.window().messageBar()->isVisible());
        QVERIFY(fixture.window().messageBar()->message().contains(QStringLiteral("config.json")));
        fixture.reopen();
        fixture.window().start({}, {});
        QTRY_VERIFY(fixture.session().model());
        QCOMPARE(fixture.session().model()->name, std::string("good"));
    }

    void withoutAModelTheEmbeddedOneIsOpenedAndTheErrorStays()
    {
        qputenv("ADAPLENS_MODEL", QByteArray(ADAPLENS_SOURCE_DIR "/resources"));
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        fixture.window().start(QStringLiteral("/models/broken"), QStringLiteral("a text"));
        QTRY_VERIFY(fixture.shows(QStringLiteral("a text")));
        QCOMPARE(fixture.session().model()->name, std::string("resources"));
        QVERIFY(fixture.window().messageBar()->isVisible());
        QVERIFY(fixture.window().messageBar()->message().contains(QStringLiteral("broken")));
    }

    void aPointOfASweepIsOpenedWithItsThresholds()
    {
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        MainWindow &window = fixture.window();
        QDir(fixture.folder()).mkdir(QStringLiteral("adapler"));
        const adaplens::Sweep sweep = adaplens::test::handMadeSweep(fixture.folder().toStdString(), "a set of its own");
        fixture.write(QStringLiteral("sweep.json"),
                      QByteArray::fromStdString(toJson(sweep, fixture.folder().toStdString())));
        fixture.clickPage(QStringLiteral("tradeoff"));
        auto *page = qobject_cast<TradeoffPage *>(window.currentPage());
        QVERIFY(page);
        page->openSweep(fixture.file(QStringLiteral("sweep.json")));
        auto *splits = page->controls()->findChild<QTabBar *>(QStringLiteral("split"));
        QVERIFY(splits && splits->tabText(0) == QStringLiteral("dev")); // what ships may have left another one chosen
        splits->setCurrentIndex(0);
        page->openPoint(2); // AdapLeR at scale 1
        QCOMPARE(window.currentPage(), window.inspectPage());
        QTRY_VERIFY(fixture.session().model() && !fixture.session().busy());
        QCOMPARE(fixture.session().model()->name, std::string("adapler"));
        QCOMPARE(fixture.session().thresholds(), sweep.points[2].thresholds);
        QVERIFY(fixture.label(QStringLiteral("modelLine"))
                    .startsWith(QStringLiteral("with thresholds chosen on the Trade-off page")));
        QVERIFY(window.messageBar()->message().contains(QStringLiteral("eta scale 1")));
        window.setPrecision(adaplens::Precision::BFloat16); // opens it anew
        QTRY_VERIFY(!fixture.session().busy());
        QCOMPARE(fixture.session().thresholds(), sweep.points[2].thresholds);
        window.openModel(fixture.file(QStringLiteral("broken")));
        QTRY_VERIFY(!fixture.session().busy());
        window.setPrecision(adaplens::Precision::Float32);
        QTRY_VERIFY(!fixture.session().busy());
        QCOMPARE(fixture.session().thresholds(), sweep.points[2].thresholds);
        window.openModel(fixture.file(QStringLiteral("adapler"))); // by the menu: its own
        QTRY_VERIFY(!fixture.session().busy());
        QVERIFY(fixture.session().thresholds().empty());
        QVERIFY(!fixture.label(QStringLiteral("modelLine")).contains(QStringLiteral("sweep")));
    }

    /// However the folder is written: it is tried once.
    void anEmbeddedModelThatCannotBeOpenedIsTriedOnce_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("relative") << QByteArray("./");
        QTest::newRow("with dots") << QByteArray("./../") + QDir::current().dirName().toLocal8Bit();
        QTest::newRow("slash at its end") << QDir::currentPath().toLocal8Bit() + '/';
    }
    void anEmbeddedModelThatCannotBeOpenedIsTriedOnce()
    {
        QFETCH(const QByteArray, folder);
        qputenv("ADAPLENS_MODEL", folder);
        std::atomic<int> tried = 0;
        WindowFixture fixture([&](const std::filesystem::path &, adaplens::Precision,
                                  const std::stop_token &) -> std::unique_ptr<Analyser> {
            ++tried;
            throw adaplens::Error("There is no config.json.");
        });
        fixture.window().start({}, QStringLiteral("a text"));
        QTRY_VERIFY(fixture.window().messageBar()->isVisible());
        QVERIFY(adaplens::test::settled(fixture.session().background()));
        QVERIFY(adaplens::test::settled(fixture.session().background())); // what the failure asked for is done, too
        QCOMPARE(tried.load(), 1);
        QVERIFY(fixture.label(QStringLiteral("modelLine")).contains(QStringLiteral("no model is open")));
    }
};

QTEST_MAIN(TestOpenModels)
#include "tst_openmodels.moc"
