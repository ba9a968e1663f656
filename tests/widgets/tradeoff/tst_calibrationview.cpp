// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

#include "widgets/plots/qcp.h"
#include "widgets/tradeoff/calibrationplot.h"
#include "widgets/tradeoff/calibrationview.h"

#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSlider>
#include <QTabBar>

using namespace adaplens;

/// "As fast as is safe": runs, and what the slider shows of one without another.
class TestCalibrationView : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownTradeoffPage> m_shown;

    CalibrationView &view() { return *m_shown->page->calibration(); }
    QAbstractButton *button(const char *name) { return m_shown->find<QAbstractButton>(name); }
    QString text(const char *name)
    {
        const auto *label = m_shown->find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QSlider *slider() { return m_shown->find<QSlider>("lossSlider"); }
    QString openTexts(const QString &name)
    {
        QFile file(m_shown->file(name));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("%s cannot be written.", qPrintable(file.fileName()));
        }
        m_shown->find<QLineEdit>("calibrationData")->setText(file.fileName());
        QTest::keyClick(m_shown->find<QLineEdit>("calibrationData"), Qt::Key_Return);
        return file.fileName();
    }
    void run()
    {
        QTest::mouseClick(button("calibrateButton"), Qt::LeftButton);
        QTRY_VERIFY(!view().run().running());
    }
    void showView()
    {
        m_shown->show();
        m_shown->find<QTabBar>("tradeoffViews")->setCurrentIndex(1);
        m_shown->openModel(m_shown->file(QStringLiteral("model")));
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.setAccepted(false);
        QApplication::sendEvent(m_shown->page.get(), &enter);
        if (enter.isAccepted()) {
            QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(m_shown->page.get(), &event);
        }
    }
    int marks(const char *name)
    {
        const QCustomPlot *plot = view().plot()->plot();
        for (int i = 0; i < plot->graphCount(); ++i) {
            if (plot->graph(i)->name() == QLatin1String(name)) {
                return plot->graph(i)->dataCount();
            }
        }
        return 0;
    }

private Q_SLOTS:
    void init() { m_shown = std::make_unique<ShownTradeoffPage>(); }
    void cleanup() { m_shown.reset(); }

    void beforeARunItSaysWhatItIs()
    {
        m_shown->show();
        m_shown->find<QTabBar>("tradeoffViews")->setCurrentIndex(1);
        QVERIFY(view().isVisible());
        QCOMPARE(text("calibrationModel"), QStringLiteral("No model is open."));
        QVERIFY(!button("calibrateButton")->isEnabled() && !slider()->isEnabled());
        m_shown->openModel(QStringLiteral("model"));
        QCOMPARE(text("calibrationModel"), QStringLiteral("Model: model"));
        QVERIFY(!button("calibrateButton")->isEnabled()); // no texts yet
        openTexts(QStringLiteral("dev.tsv"));
        QVERIFY(button("calibrateButton")->isEnabled() && slider()->isEnabled());
        QVERIFY(text("calibratedAnswer").contains(QStringLiteral("Open labelled texts")));
        for (const char *name : {"useCalibrated", "saveCalibrated", "exportCalibration"}) {
            QVERIFY2(!button(name)->isEnabled(), name);
        }
        QVERIFY(!m_shown->page->figure());
    }

    void aModelWithoutThresholdsIsTold()
    {
        m_shown->show();
        m_shown->find<QTabBar>("tradeoffViews")->setCurrentIndex(1);
        m_shown->openModel(QStringLiteral("plain"));
        openTexts(QStringLiteral("dev.tsv"));
        QVERIFY2(text("calibrationModel").startsWith(QStringLiteral("plain drops no tokens by thresholds")),
                 qPrintable(text("calibrationModel")));
        QVERIFY(!button("calibrateButton")->isEnabled() && !slider()->isEnabled());
        m_shown->openModel(QStringLiteral("model"));
        QVERIFY(button("calibrateButton")->isEnabled() && slider()->isEnabled());
    }

    void aRunCanBeCancelledAndBegunAgain()
    {
        showView();
        const QString texts = openTexts(QStringLiteral("dev.tsv"));
        m_shown->log->hold = true;
        button("calibrateButton")->setFocus();
        QTest::keyClick(button("calibrateButton"), Qt::Key_Space);
        QTRY_COMPARE(view().run().progress().done, std::size_t{84});
        QVERIFY(view().run().running());
        auto *cancel = button("cancelCalibration");
        QVERIFY(cancel->isEnabled() && cancel->hasFocus());
        QCOMPARE(m_shown->log->lastRequest().data.path, std::filesystem::path(texts.toStdString()));
        QCOMPARE(m_shown->log->lastRequest().model.filename(), std::filesystem::path("model"));
        QVERIFY(!button("calibrateButton")->isEnabled());
        QCOMPARE(text("calibrationProgress"), QStringLiteral("84 of 1,000 texts · 41 s left"));
        QTest::keyClick(cancel, Qt::Key_Space);
        QTRY_VERIFY(!view().run().running());
        QCOMPARE(m_shown->log->stopped.load(), 1);
        QVERIFY(!view().shown() && !cancel->isEnabled());
        QVERIFY(button("calibrateButton")->hasFocus());
        m_shown->log->hold = false;
        run();
        QCOMPARE(m_shown->log->started.load(), 2);
        QVERIFY(view().shown());
        QCOMPARE(text("calibrationProgress"), QStringLiteral("1,000 texts answered"));
        run();
        QCOMPARE(m_shown->log->started.load(), 3);
    }

    void theSliderShowsWhatQualifiesWithoutAnotherRun()
    {
        showView();
        openTexts(QStringLiteral("dev.tsv"));
        run();
        QCOMPARE(text("calibratedSpeedup"), QStringLiteral("1.67\u202F×"));
        QVERIFY(text("calibratedAnswer").endsWith(QStringLiteral("times 0.75")));
        QCOMPARE(
            text("calibratedMeasured"),
            QStringLiteral("Accuracy lost: 0.20\u202F% (2 right answers turned wrong, 0 wrong ones turned right, of "
                           "1,000) · p = 0.0073"));
        QVERIFY(text("calibratedPromise").contains(QStringLiteral("at most 1\u202F% of the answers")) &&
                text("calibratedPromise").contains(QStringLiteral("confidence of 90\u202F%")));
        QVERIFY2(text("calibratedConditions").startsWith(QStringLiteral("n = 1,000 · plain model right on 90.00")) &&
                     text("calibratedConditions").endsWith(QStringLiteral("2 threads · batches of 32 · A processor")),
                 qPrintable(text("calibratedConditions")));
        QCOMPARE(marks("qualified"), 2);
        QCOMPARE(marks("failed"), 3);
        QCOMPARE(marks("chosen"), 1);

        slider()->setValue(20); // 2 %
        QCOMPARE(text("calibratedSpeedup"), QStringLiteral("2.00\u202F×"));
        QVERIFY(text("calibratedMeasured").startsWith(QStringLiteral("Accuracy lost: 0.30\u202F% (6 right")));
        QCOMPARE(marks("qualified"), 3);
        m_shown->find<QDoubleSpinBox>("lossNumber")->setValue(4.5);
        QCOMPARE(slider()->value(), 45);
        QCOMPARE(view().shown()->calibration.loss, 0.045);
        QCOMPARE(text("calibratedSpeedup"), QStringLiteral("2.50\u202F×"));
        m_shown->find<QTabBar>("confidence")->setCurrentIndex(3);
        QCOMPARE(view().shown()->calibration.confidence, 0.99);
        QCOMPARE(text("calibratedSpeedup"), QStringLiteral("2.00\u202F×"));
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Right);
        QCOMPARE(view().shown()->calibration.loss, 0.046);
        QCOMPARE(m_shown->log->started.load(), 1);
    }

    void whereNoneQualifiesItSaysWhatItWouldTake()
    {
        showView();
        openTexts(QStringLiteral("dev.tsv"));
        run();
        slider()->setValue(1);
        QCOMPARE(text("calibratedSpeedup"), QStringLiteral("none"));
        QCOMPARE(
            text("calibratedAnswer"),
            QStringLiteral("With 1000 examples, none of them lost at the safest scale, the promise cannot be made; at "
                           "that rate it would take 2302."));
        QVERIFY(text("calibratedMeasured").isEmpty());
        QVERIFY(!button("useCalibrated")->isEnabled() && !button("saveCalibrated")->isEnabled());
        QVERIFY(button("exportCalibration")->isEnabled());
        QCOMPARE(marks("qualified"), 0);
        QCOMPARE(marks("chosen"), 0);
        QVERIFY(m_shown->page->figure());
    }

    void aPromiseChosenAfterLookingIsToldUntilOtherTextsAreRun()
    {
        showView();
        slider()->setValue(20); // before looking: that is what counts
        openTexts(QStringLiteral("dev.tsv"));
        run();
        QVERIFY(text("calibratedCaveat").isEmpty());
        slider()->setValue(30);
        QVERIFY2(text("calibratedCaveat").contains(QStringLiteral("before looking, 2\u202F% and 90\u202F%")),
                 qPrintable(text("calibratedCaveat")));
        slider()->setValue(20);
        QVERIFY(!text("calibratedCaveat").isEmpty());
        run(); // the same texts again
        QVERIFY(!text("calibratedCaveat").isEmpty());
        openTexts(QStringLiteral("others.tsv"));
        slider()->setValue(50);
        run();
        QVERIFY(text("calibratedCaveat").isEmpty());
        m_shown->find<QTabBar>("confidence")->setCurrentIndex(0);
        QVERIFY(text("calibratedCaveat").contains(QStringLiteral("5\u202F% and 90\u202F%")));
        openTexts(QStringLiteral("dev.tsv")); // seen already
        run();
        QVERIFY(text("calibratedCaveat").contains(QStringLiteral("before looking, 2\u202F% and 90\u202F%")));
    }

    void whatFailsLeavesEverythingAsItWas()
    {
        showView();
        openTexts(QStringLiteral("dev.tsv"));
        run();
        QSignalSpy messages(m_shown->page.get(), &Page::message);
        const auto before = view().run().result();
        const QString figures = text("calibratedMeasured"), header = view().shown()->data;
        openTexts(QStringLiteral("broken.tsv"));
        m_shown->log->fail = true;
        run();
        QCOMPARE(messages.count(), 1);
        QCOMPARE(messages[0][0].value<MessageBar::Kind>(), MessageBar::Kind::Error);
        QCOMPARE(messages[0][1].toString(), QStringLiteral("Line 85 of the set cannot be read."));
        QCOMPARE(view().run().result(), before);
        QCOMPARE(text("calibratedMeasured"), figures);
        QCOMPARE(view().shown()->data, header);
        QVERIFY(button("calibrateButton")->isEnabled() && button("useCalibrated")->isEnabled());
    }

    void theModelIsOpenedWithTheThresholdsChosen()
    {
        showView();
        openTexts(QStringLiteral("dev.tsv"));
        run();
        QSignalSpy models(m_shown->page.get(), &Page::modelRequested), messages(m_shown->page.get(), &Page::message);
        QTest::mouseClick(button("useCalibrated"), Qt::LeftButton);
        QCOMPARE(models.count(), 0); // there is no such folder
        QCOMPARE(messages[0][0].value<MessageBar::Kind>(), MessageBar::Kind::Error);
        QDir(m_shown->folder.path()).mkdir(QStringLiteral("model"));
        m_shown->openModel(QStringLiteral("plain")); // the window's model is another one by now
        slider()->setValue(20);
        QTest::mouseClick(button("useCalibrated"), Qt::LeftButton);
        QCOMPARE(models.count(), 1);
        QCOMPARE(models[0][0].toString(), m_shown->file(QStringLiteral("model")));
        QCOMPARE(models[0][1].value<std::vector<double>>(), (std::vector<double>{0.4, 0.6, 0.8}));
    }

    void thePlotIsReadByPointerAndKeys()
    {
        showView();
        openTexts(QStringLiteral("dev.tsv"));
        run();
        CalibrationPlot &plot = *view().plot();
        QVERIFY(plot.toolTipAt(plot.placeOf(4)).contains(QStringLiteral("100 right answers turned wrong")));
        QVERIFY(plot.toolTipAt(plot.placeOf(4)).contains(QStringLiteral("does not keep the promise")));
        QVERIFY(plot.toolTipAt(plot.placeOf(1)).contains(QStringLiteral("the fastest that keeps the promise")));
        QVERIFY(plot.toolTipAt({1, 1}).isEmpty());
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.current(), std::optional<std::size_t>(4));
        QVERIFY(plot.caption().startsWith(QStringLiteral("thresholds times 2: does not keep the promise · 4.00")));
        QCOMPARE(plot.accessibleDescription(), plot.caption());
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.current(), std::optional<std::size_t>(4));
        QTest::mouseClick(plot.plot(), Qt::LeftButton, {}, plot.placeOf(0).toPoint());
        QCOMPARE(plot.current(), std::optional<std::size_t>(0));
        QTest::keyClick(&plot, Qt::Key_Escape);
        QVERIFY(!plot.current() && plot.caption().startsWith(QStringLiteral("filled")));
    }

    void textsAreDroppedHereAndSweepsThere()
    {
        showView();
        const QString texts = openTexts(QStringLiteral("dev.tsv"));
        auto *path = m_shown->find<QLineEdit>("calibrationData");
        path->clear();
        drop(texts);
        QCOMPARE(path->text(), texts);
        const QString folder = m_shown->file(QStringLiteral("reviews"));
        QDir().mkpath(folder + QStringLiteral("/pos"));
        drop(folder);
        QCOMPARE(path->text(), folder);
        adaplens::writeFile(m_shown->file(QStringLiteral("m/config.json")).toStdString(), "{}");
        drop(m_shown->file(QStringLiteral("m"))); // a model is the window's
        QCOMPARE(path->text(), folder);
        m_shown->find<QTabBar>("tradeoffViews")->setCurrentIndex(0);
        drop(texts);
        QCOMPARE(path->text(), folder);
    }

    void theNextStartFindsItAsItWas()
    {
        showView();
        const QString texts = openTexts(QStringLiteral("dev.tsv"));
        slider()->setValue(25);
        m_shown->find<QTabBar>("confidence")->setCurrentIndex(2);
        m_shown->reopen();
        QVERIFY(view().isVisible());
        QCOMPARE(m_shown->find<QLineEdit>("calibrationData")->text(), texts);
        QCOMPARE(slider()->value(), 25);
        QCOMPARE(m_shown->find<QTabBar>("confidence")->currentIndex(), 2);
    }
};

QTEST_MAIN(TestCalibrationView)
#include "tst_calibrationview.moc"
