// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

#include "widgets/controls/choices.h"
#include "widgets/tradeoff/pointchips.h"
#include "widgets/tradeoff/pointscard.h"
#include "widgets/tradeoff/sweepcontrols.h"
#include "widgets/tradeoff/sweeplist.h"
#include "widgets/tradeoff/tradeofffigure.h"
#include "widgets/tradeoff/tradeoffplot.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QDropEvent>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace adaplens;

/// The page from sweeps to points, and from points to models.
class TestTradeoffPage : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownTradeoffPage> m_shown;

    TradeoffPage &page() { return *m_shown->page; }
    const Tradeoff &tradeoff() { return *page().controls()->shown(); }
    std::size_t placeOf(const std::string &id)
    {
        for (std::size_t i = 0; i < tradeoff().points.size(); ++i) {
            if (tradeoff().at(i).id == id) {
                return i;
            }
        }
        qFatal("%s is not shown.", id.c_str());
    }
    QTableView &table() { return *page().points()->table(); }
    QStringList shownTitles()
    {
        QStringList titles;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            titles << table().model()->index(row, 0).data().toString();
        }
        return titles;
    }
    void selectTab(const char *name, int index) { m_shown->find<QTabBar>(name)->setCurrentIndex(index); }

private Q_SLOTS:
    void init() { m_shown = std::make_unique<ShownTradeoffPage>(); }
    void cleanup() { m_shown.reset(); }

    void withoutSweepsItSaysHowToMakeOne()
    {
        m_shown->writePublished();
        m_shown->show();
        const auto *hint = m_shown->find<QLabel>("sweepHint");
        QVERIFY(hint->isVisible());
        QVERIFY2(hint->text().contains(QStringLiteral("adaplens-cli sweep")) &&
                     hint->text().contains(QStringLiteral("SST-2")),
                 qPrintable(hint->text()));
        QCOMPARE(tradeoff().points.size(), std::size_t{2});
        const auto *aside = m_shown->find<QLabel>("publishedAside");
        QVERIFY(aside->isVisible() && aside->text().contains(QStringLiteral("2 published points")));
        selectTab("speedAxis", 1);
        QVERIFY(m_shown->find<QLabel>("publishedAside")->text().contains(QStringLiteral("1 published point cannot")));
        page().openSweep(m_shown->write(QStringLiteral("mine")));
        QVERIFY(!hint->isVisible());
    }

    void withoutAnythingItSaysSoToo()
    {
        m_shown->show();
        QVERIFY(m_shown->find<QLabel>("sweepHint")->isVisible());
        QVERIFY(tradeoff().points.empty());
        QVERIFY(!m_shown->find<QAbstractButton>("savePoints")->isEnabled());
        QVERIFY(!page().figure());
        page().exportTo(m_shown->file(QStringLiteral("nothing.csv")));
        QVERIFY(!QFile::exists(m_shown->file(QStringLiteral("nothing.csv"))));
    }

    void whatShipsIsThereAtFirst()
    {
        m_shown->write(QStringLiteral("sweeps/b"), "Movies");
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->writePublished();
        QVERIFY(tradeoff().points.empty()); // read when the page is first shown
        m_shown->show();
        const SweepList &list = *page().controls()->list();
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.at(0).name, QStringLiteral("a"));
        QCOMPARE(page().controls()->dataName(), QStringLiteral("SST-2"));
        QCOMPARE(tradeoff().sweeps.size(), std::size_t{2}); // with the published points
        QCOMPARE(shownTitles().size(), 9);
        QVERIFY(m_shown->find<QLabel>("tradeoffConditions")->text().contains(QStringLiteral("n = 872")));
        QVERIFY(m_shown->find<QLabel>("pointsState")->text().contains(QStringLiteral("2 points not run or failed")));
        auto *view = m_shown->find<QListView>("sweeps");
        QVERIFY(!view->isRowHidden(0) && view->isRowHidden(1));
        choose(m_shown->find<QComboBox>("dataSet"), QStringLiteral("movies"));
        QVERIFY(view->isRowHidden(0) && !view->isRowHidden(1));
        QCOMPARE(tradeoff().sweeps.size(), std::size_t{1});
        QVERIFY(!m_shown->find<QWidget>("published")->isVisible());
    }

    void ofSeveralThatShipTheLargestIsShown()
    {
        const std::string models = m_shown->folder.path().toStdString();
        Sweep small = test::handMadeSweep(models, "a few");
        small.points.resize(2);
        m_shown->write(QStringLiteral("sweeps/a"), small); // read first
        m_shown->write(QStringLiteral("sweeps/b"), test::handMadeSweep(models, "many"));
        m_shown->show();
        QCOMPARE(m_shown->page->controls()->dataName(), QStringLiteral("many"));
    }

    void aDamagedFileIsToldInTheBar()
    {
        m_shown->write(QStringLiteral("sweeps/good"));
        adaplens::writeFile(m_shown->file(QStringLiteral("sweeps/bad/sweep.json")).toStdString(), "{\"schema\": 3");
        QSignalSpy messages(&page(), &Page::message);
        m_shown->show();
        QCOMPARE(messages.count(), 1);
        QVERIFY2(messages[0][1].toString().contains(QStringLiteral("bad/sweep.json")),
                 qPrintable(messages[0][1].toString()));
        QCOMPARE(page().controls()->list()->rowCount(), 1); // the other one is there all the same
        page().openSweep(m_shown->file(QStringLiteral("absent/sweep.json")));
        QCOMPARE(messages.count(), 2);
        QCOMPARE(messages[1][0].value<MessageBar::Kind>(), MessageBar::Kind::Error);
        QVERIFY(messages[1][1].toString().contains(QStringLiteral("absent/sweep.json")));
        QCOMPARE(page().controls()->list()->rowCount(), 1);
    }

    void theSwitchesChooseAxesSplitAndMethods()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->writePublished();
        m_shown->show();
        const auto chosen = [this]() -> const TradeoffChoices & { return tradeoff().choices; };
        QCOMPARE(chosen().split, QStringLiteral("dev"));
        QVERIFY(chosen().speed == SpeedAxis::Flops && chosen().score == ScoreAxis::Accuracy);
        m_shown->find<QCheckBox>("padded")->click();
        QVERIFY(chosen().speed == SpeedAxis::FlopsPadded);
        selectTab("speedAxis", 1);
        QVERIFY(chosen().speed == SpeedAxis::Time);
        QVERIFY(!m_shown->find<QCheckBox>("padded")->isEnabled());
        selectTab("scoreAxis", 1);
        QVERIFY(chosen().score == ScoreAxis::F1);
        m_shown->find<QCheckBox>("intervals")->click();
        QVERIFY(!chosen().intervals);
        selectTab("split", 1);
        QCOMPARE(chosen().split, QStringLiteral("test"));
        QCOMPARE(shownTitles(),
                 (QStringList{QStringLiteral("AdapLeR"), QStringLiteral("PoWER-BERT"), QStringLiteral("ToP")}));
        QTest::mouseClick(page().controls()->methods()->chip("adapler"), Qt::LeftButton);
        QCOMPARE(shownTitles(), (QStringList{QStringLiteral("PoWER-BERT"), QStringLiteral("ToP")}));
        m_shown->find<QCheckBox>("published")->click();
        QVERIFY(tradeoff().points.empty());
        QVERIFY(!page().controls()->methods()->chip("top")); // there is none any longer
        page().controls()->list()->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(tradeoff().points.empty());
    }

    void f1IsOfferedWhereThereIsAny()
    {
        Sweep plain = test::handMadeSweep("/m");
        for (SweepPoint &point : plain.points) {
            point.f1.reset();
        }
        m_shown->write(QStringLiteral("sweeps/a"), plain);
        m_shown->show();
        auto *score = m_shown->find<QTabBar>("scoreAxis");
        QVERIFY(!score->isTabEnabled(1));
        for (SweepPoint &point : plain.points) {
            point.f1 = std::exchange(point.accuracy, std::nullopt);
        }
        plain.data = "MRPC";
        page().openSweep(m_shown->write(QStringLiteral("mrpc"), plain));
        QVERIFY(score->isTabEnabled(1) && !score->isTabEnabled(0));
        QVERIFY(tradeoff().choices.score == ScoreAxis::F1);
    }

    void oneSelectionInPlotAndTable()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->show();
        const auto wanted = placeOf("adapler-1-dev");
        table().sortByColumn(0, Qt::DescendingOrder);
        Q_EMIT page().plot()->pointChosen(wanted);
        QCOMPARE(page().points()->pointOf(table().currentIndex()), std::optional(wanted));
        QVERIFY(m_shown->find<QAbstractButton>("openPoint")->isEnabled());
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(page().selected() && page().selected() != wanted);
        QCOMPARE(page().points()->pointOf(table().currentIndex()), page().selected());
        page().select(wanted);
        m_shown->find<QCheckBox>("padded")->click(); // the same points, drawn anew
        QCOMPARE(page().selected(), std::optional(wanted));
        QCOMPARE(page().points()->pointOf(table().currentIndex()), std::optional(wanted));
        QTest::mouseClick(page().controls()->methods()->chip("bert"), Qt::LeftButton);
        QCOMPARE(page().selected(), std::optional(placeOf("adapler-1-dev")));
        QTest::mouseClick(page().controls()->methods()->chip("adapler"), Qt::LeftButton);
        QVERIFY(!page().selected());
        QVERIFY(!table().currentIndex().isValid());
    }

    void theTableIsSortedByNumbers()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->show();
        int accuracy = 0;
        while (table().model()->headerData(accuracy, Qt::Horizontal).toString() != QLatin1String("Accuracy")) {
            ++accuracy;
        }
        table().sortByColumn(accuracy, Qt::DescendingOrder);
        QCOMPARE(table().model()->index(0, accuracy).data().toString(), QStringLiteral("0.9000"));
        QCOMPARE(table().model()->index(1, accuracy).data().toString(), QStringLiteral("0.8950"));
        QCOMPARE(table().model()->index(4, accuracy).data().toString(), QStringLiteral("0.8000"));
        QCOMPARE(table().model()->index(5, accuracy).data().toString(), QString()); // not run
    }

    void aPointOpensItsModel()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->writePublished();
        m_shown->show();
        QSignalSpy models(&page(), &Page::modelRequested), messages(&page(), &Page::message);
        QDir(m_shown->folder.path()).mkdir(QStringLiteral("adapler"));
        const auto lastMessage = [&messages] { return messages.last()[1].toString(); };
        page().select(placeOf("adapler-2-dev"));
        QTest::mouseClick(m_shown->find<QAbstractButton>("openPoint"), Qt::LeftButton);
        QCOMPARE(models.count(), 1);
        QCOMPARE(models[0][0].toString(), m_shown->file(QStringLiteral("adapler")));
        QCOMPARE(models[0][1].value<std::vector<double>>(), (std::vector<double>{0.5, 1, 0.25}));
        QVERIFY2(lastMessage().contains(QStringLiteral("eta scale 2")), qPrintable(lastMessage()));

        page().openPoint(placeOf("random-at-adapler-1-dev")); // a floor: the model whose budget it has
        QCOMPARE(models.count(), 2);
        QCOMPARE(models[1][0].toString(), m_shown->file(QStringLiteral("adapler")));
        QCOMPARE(models[1][1].value<std::vector<double>>(), (std::vector<double>{0.25, 0.5, 0.125}));
        QVERIFY(lastMessage().contains(QStringLiteral("Random tokens is a floor")));

        page().openPoint(placeOf("bert-dev"));
        QCOMPARE(models.count(), 2); // there is no such folder
        QCOMPARE(messages.last()[0].value<MessageBar::Kind>(), MessageBar::Kind::Error);
        QVERIFY(lastMessage().contains(m_shown->file(QStringLiteral("bert"))));

        page().select(placeOf("power-paper"));
        QVERIFY(!m_shown->find<QAbstractButton>("openPoint")->isEnabled());
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(models.count(), 2);
        QVERIFY(lastMessage().contains(QStringLiteral("published")));
        page().openPoint(placeOf("distil-dev"));
        QVERIFY(lastMessage().contains(QStringLiteral("names no model of DistilBERT")));
    }

    void ownSweepsStandBesideAndComeBack()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->show();
        const QString own = m_shown->write(QStringLiteral("own")), gone = m_shown->write(QStringLiteral("gone"));
        page().openSweep(m_shown->file(QStringLiteral("own"))); // the folder will do
        page().openSweep(own);                                  // the same again
        page().openSweep(gone);
        SweepList *list = page().controls()->list();
        QCOMPARE(list->rowCount(), 3);
        QCOMPARE(tradeoff().sweeps.size(), std::size_t{3});
        auto *view = m_shown->find<QListView>("sweeps");
        view->setCurrentIndex(list->index(0, 0));
        QVERIFY(!m_shown->find<QAbstractButton>("removeSweep")->isEnabled()); // it ships with the program
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(list->rowCount(), 3);
        selectTab("speedAxis", 1);
        QTest::mouseClick(page().controls()->methods()->chip("random"), Qt::LeftButton);
        QVERIFY(QFile::remove(gone));
        m_shown->reopen();
        list = page().controls()->list();
        QCOMPARE(list->rowCount(), 2);
        QCOMPARE(list->at(1).path, own);
        QVERIFY(tradeoff().choices.speed == SpeedAxis::Time);
        QVERIFY(!shownTitles().contains(QStringLiteral("Random tokens")));
        QVERIFY(!page().controls()->methods()->chip("random")->isChecked());
        m_shown->find<QListView>("sweeps")->setCurrentIndex(list->index(1, 0));
        QTest::mouseClick(m_shown->find<QAbstractButton>("removeSweep"), Qt::LeftButton);
        QCOMPARE(list->rowCount(), 1);
        QVERIFY(QFile::exists(own));
    }

    void sweepsCanBeDropped()
    {
        m_shown->show();
        const auto drop = [this](const QString &path) {
            QMimeData dropped;
            dropped.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent entering(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&page(), &entering);
            if (entering.isAccepted()) {
                QDropEvent dropping(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, {});
                QCoreApplication::sendEvent(&page(), &dropping);
            }
            return entering.isAccepted();
        };
        QVERIFY(drop(m_shown->write(QStringLiteral("file"))));
        m_shown->write(QStringLiteral("folder"));
        QVERIFY(drop(m_shown->file(QStringLiteral("folder"))));
        QCOMPARE(page().controls()->list()->rowCount(), 2);
        QVERIFY(!drop(m_shown->folder.path())); // a folder without a sweep: perhaps a model
        QVERIFY(!drop(m_shown->file(QStringLiteral("config.json"))));
    }

    void theFigureIsThatOfTheScreen()
    {
        m_shown->write(QStringLiteral("sweeps/a"));
        m_shown->show();
        const auto drawing = page().figure();
        QVERIFY(drawing);
        QCOMPARE(drawing->title, QStringLiteral("Accuracy over speed-up: SST-2, dev"));
        const QByteArray before = renderDrawing(*drawing, FigureFormat::Svg);
        QCOMPARE(renderDrawing(tradeoffFigure(tradeoff()), FigureFormat::Svg), before);
        QTest::mouseClick(page().controls()->methods()->chip("adapler"), Qt::LeftButton);
        QVERIFY(renderDrawing(*page().figure(), FigureFormat::Svg) != before);
    }
};

QTEST_MAIN(TestTradeoffPage)
#include "tst_tradeoffpage.moc"
