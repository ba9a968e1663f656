// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

#include "widgets/controls/messagebar.h"
#include "widgets/train/curveplot.h"
#include "widgets/train/epochtable.h"

#include <QComboBox>

using adaplens::test::contentOf;
using State = TrainingRun::State;

/// The page from a filled form to a model, with the real engine.
class TestTrainPage : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownTrainPage> m_shown;

    [[nodiscard]] CurvePlot *plot(const char *card) const
    {
        return m_shown->find<QWidget>(card)->findChild<CurvePlot *>();
    }
    [[nodiscard]] EpochTable *table() const { return m_shown->find<EpochTable>("epochTable"); }
    void startHeldAt(int batch)
    {
        m_shown->hold->at = batch;
        m_shown->click("trainStartButton");
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->hold->seen.load(), batch, 60000);
    }
    void goOn()
    {
        m_shown->hold->at = 0;
        QTRY_VERIFY_WITH_TIMEOUT(m_shown->ended(), 60000);
    }

private Q_SLOTS:
    void init()
    {
        m_shown = std::make_unique<ShownTrainPage>();
        m_shown->show();
    }
    void cleanup() { m_shown.reset(); }
    void nothingStartsWithoutAWholePathToWriteTo();
    void aRunGoesFromTheFormToAModel();
    void pauseAndResumeAreButtons();
    void aRunOfAnEarlierDayIsResumed();
    void startingOverIsAskedFor();
    void aFolderSomebodyTrainsIntoIsLeftAlone();
    void wrongDataIsTold();
    void aFailedRunIsTold();
    void anyRunCanBeWatched();
    void anEpochIsChosenEverywhere();
    void theWindowMayCloseOnceTheResumePointIsThere();
    void theKeyboardStaysWithWhatCanBeDone();
    void theFormComesBackWithoutItsFolder();
};

void TestTrainPage::nothingStartsWithoutAWholePathToWriteTo()
{
    const QAbstractButton *start = m_shown->button("trainStartButton");
    QVERIFY(!start->isEnabled());
    m_shown->fill();
    QVERIFY(start->isEnabled());
    for (const char *path : {"", "run", "./run"}) {
        m_shown->typePath("trainOut", QLatin1String(path));
        QVERIFY2(!start->isEnabled(), path);
    }
    m_shown->typePath("trainOut", m_shown->file("run"));
    QTRY_VERIFY(start->isEnabled());
    m_shown->find<QLineEdit>("trainLabels")->setText(QStringLiteral("positive"));
    QVERIFY(!start->isEnabled());
    QVERIFY(!QFileInfo::exists(m_shown->file("run")));
}

void TestTrainPage::aRunGoesFromTheFormToAModel()
{
    m_shown->fill();
    QVERIFY2(m_shown->text("trainDataFound").startsWith(QStringLiteral("TSV · 160 texts · negative: ")),
             qPrintable(m_shown->text("trainDataFound")));
    QCOMPARE(m_shown->find<QLineEdit>("trainLabels")->text(), QStringLiteral("negative, positive"));
    startHeldAt(30); // the last batch of a step is always told
    QVERIFY(!m_shown->button("trainStartButton")->isEnabled());
    QVERIFY(!m_shown->page->form()->data()->isEnabled());
    QTRY_VERIFY2(m_shown->text("runState").contains(QStringLiteral("fine-tune · epoch 2 of 2 · batch 30 of 30")),
                 qPrintable(m_shown->text("runState")));
    QVERIFY2(m_shown->text("runState").contains(QStringLiteral("whole run: about ")),
             qPrintable(m_shown->text("runState")));
    QTRY_COMPARE(plot("lossCard")->curves().size(), std::size_t{1});
    QTRY_COMPARE(table()->rowCount(), 1);
    goOn();

    QCOMPARE(m_shown->messages->count(), 1);
    QVERIFY(m_shown->messages->first().at(1).toString().contains(QStringLiteral("run/model")));
    const auto stored = adaplens::configOfRun(m_shown->task.out);
    QCOMPARE(stored.labels, m_shown->task.labels);
    QCOMPARE(stored.data.front().holdout, 0.25);
    QCOMPARE(stored.data.front().batch, std::size_t{8});
    QCOMPARE(stored.name, std::string("run"));
    QTRY_COMPARE(table()->rowCount(), 4);
    QCOMPARE(table()->item(0, EpochTable::Step)->text(), QStringLiteral("fine-tune"));
    QCOMPARE(table()->item(3, EpochTable::Step)->text(), QStringLiteral("adapler"));
    QTRY_VERIFY((table()->item(2, EpochTable::Chosen)->text() == QStringLiteral("chosen")) !=
                (table()->item(3, EpochTable::Chosen)->text() == QStringLiteral("chosen")));
    // The curves are those of the record: 30 batches of each step that learns, on one axis.
    const auto &loss = plot("lossCard")->curves();
    QCOMPARE(loss.size(), std::size_t{3}); // saliency has none, and no points
    QCOMPARE(loss[0].x.size(), std::size_t{30});
    QCOMPARE(loss[2].x.front(), 31.0);
    QVERIFY(!loss[0].reduced && loss[2].reduced);
    QCOMPARE(plot("keptCard")->curves().size(), std::size_t{1});
    QCOMPARE(plot("accuracyCard")->curves()[2].x, (std::vector<double>{45, 60}));
    QCOMPARE(plot("thresholdsCard")->curves().size(), std::size_t{2}); // both epochs of the last step
    QCOMPARE(plot("layersCard")->curves().back().y, m_shown->page->shown().record().steps.back().results.back().kept);
    QVERIFY(m_shown->text("runState").startsWith(QStringLiteral("ended · adapler: epoch ")));

    QSignalSpy model(m_shown->page.get(), &Page::modelRequested);
    QVERIFY(m_shown->button("inspectModelButton")->isEnabled());
    m_shown->click("inspectModelButton");
    QCOMPARE(model.count(), 1);
    QCOMPARE(model.first().first().toString(), m_shown->file("run/model"));
    QTRY_VERIFY(m_shown->text("trainOutNote").contains(QStringLiteral("finished run"))); // looked at in the background
    QVERIFY(!m_shown->button("trainStartButton")->isEnabled());
}

void TestTrainPage::pauseAndResumeAreButtons()
{
    QVERIFY(adaplens::train(
                [this] {
                    adaplens::TrainConfig other = m_shown->task;
                    other.out = m_shown->file("undisturbed").toStdString();
                    return other;
                }(),
                adaplens::withNeeds("adapler"), adaplens::Existing::Refuse, {})
                .finished);
    m_shown->fill();
    startHeldAt(12);
    m_shown->click("trainPauseButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->page->run().state(), State::Paused, 60000);
    QCOMPARE(m_shown->button("trainStartButton")->text(), QStringLiteral("Resume"));
    QVERIFY(m_shown->button("trainStartButton")->isEnabled());
    QVERIFY(!m_shown->button("trainPauseButton")->isEnabled());
    QVERIFY(m_shown->button("trainCancelButton")->isEnabled());
    QVERIFY(!m_shown->page->form()->data()->isEnabled());
    QTRY_VERIFY(m_shown->text("runState").startsWith(QStringLiteral("stopped · fine-tune")));
    m_shown->click("trainStartButton");
    goOn();
    QCOMPARE(m_shown->button("trainStartButton")->text(), QStringLiteral("Start"));
    for (const char *name : {"fine-tune/log.jsonl", "adapler/log.jsonl", "model/model.safetensors"}) {
        const std::string content = contentOf(m_shown->task.out / name);
        QVERIFY2(!content.empty() && content == contentOf(m_shown->file("undisturbed").toStdString() + '/' + name),
                 name);
    }
}

void TestTrainPage::aRunOfAnEarlierDayIsResumed()
{
    m_shown->fill();
    startHeldAt(5);
    m_shown->reopen(); // without a question: the window was killed
    QVERIFY(QFileInfo::exists(m_shown->file("run/fine-tune/resume.safetensors")));
    QVERIFY(m_shown->find<QLineEdit>("trainOut")->text().isEmpty());
    QVERIFY(!m_shown->button("trainStartButton")->isEnabled());
    m_shown->typePath("trainOut", m_shown->file("run"));
    QTRY_COMPARE(m_shown->button("trainStartButton")->text(), QStringLiteral("Resume"));
    QVERIFY(m_shown->text("trainOutNote").contains(QStringLiteral("unfinished run")));
    QTRY_COMPARE(plot("lossCard")->curves().size(), std::size_t{1}); // it is shown at once
    // Whatever the form says now: the run has its own settings.
    m_shown->find<QSpinBox>("trainBatch")->setValue(3);
    m_shown->hold->at = 0;
    m_shown->click("trainStartButton");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_shown->file("run/model/config.json")), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->ended(), 60000);
    QCOMPARE(adaplens::configOfRun(m_shown->task.out).data.front().batch, std::size_t{8});
}

void TestTrainPage::startingOverIsAskedFor()
{
    m_shown->fill();
    startHeldAt(5);
    m_shown->click("trainCancelButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->ended(), 60000);
    QTRY_VERIFY(m_shown->button("trainOverButton")->isVisible());
    const std::string before = contentOf(m_shown->task.out / "fine-tune" / "log.jsonl");
    m_shown->click("trainOverButton");
    QVERIFY(m_shown->page->questions()->isVisible());
    m_shown->answer(0);
    QVERIFY(!m_shown->page->questions()->isVisible());
    QVERIFY(m_shown->ended());
    QCOMPARE(contentOf(m_shown->task.out / "fine-tune" / "log.jsonl"), before);
    m_shown->find<QSpinBox>("trainSeed")->setValue(8); // another run
    m_shown->hold->at = 0;
    m_shown->click("trainOverButton");
    m_shown->answer(1);
    QCOMPARE(m_shown->page->run().state(), State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->ended(), 60000);
    QVERIFY(contentOf(m_shown->task.out / "fine-tune" / "log.jsonl").substr(0, before.size()) != before);
    QVERIFY(QFileInfo::exists(m_shown->file("run/model")));
    QCOMPARE(adaplens::configOfRun(m_shown->task.out).seed, std::uint64_t{8});
}

void TestTrainPage::aFolderSomebodyTrainsIntoIsLeftAlone()
{
    m_shown->fill();
    std::atomic<bool> goOn = false, begun = false;
    std::jthread other([&] {
        (void)adaplens::train(m_shown->task, {"fine-tune"}, adaplens::Existing::Refuse,
                              [&](const adaplens::TrainProgress &) {
                                  begun = true;
                                  while (!goOn) {
                                      std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                  }
                              });
    });
    const auto released = qScopeGuard([&goOn] { goOn = true; });
    QTRY_VERIFY_WITH_TIMEOUT(begun.load(), 60000);
    m_shown->typePath("trainOut", {});
    m_shown->typePath("trainOut", m_shown->file("run"));
    QTRY_VERIFY(m_shown->text("trainOutNote").contains(QStringLiteral("Another program trains")));
    QVERIFY(!m_shown->button("trainStartButton")->isEnabled());
    QVERIFY(!m_shown->button("trainOverButton")->isVisible());
    QTRY_VERIFY2(m_shown->text("runState").startsWith(QStringLiteral("fine-tune · epoch 1 of 2")), // but it is shown
                 qPrintable(m_shown->text("runState")));
}

void TestTrainPage::wrongDataIsTold()
{
    const auto tells = [this](const QString &path, const char *what) {
        m_shown->messages->clear();
        m_shown->typePath("trainData", path);
        QTRY_COMPARE(m_shown->messages->count(), 1);
        QCOMPARE(m_shown->messages->first().first().value<MessageBar::Kind>(), MessageBar::Kind::Error);
        QVERIFY2(m_shown->messages->first().at(1).toString().contains(QLatin1String(what)),
                 qPrintable(m_shown->messages->first().at(1).toString()));
        QVERIFY(!m_shown->page->form()->isComplete());
    };
    m_shown->fill();
    tells(m_shown->file("absent.tsv"), "absent.tsv");
    QFile uneven(m_shown->file("uneven.csv"));
    QVERIFY(uneven.open(QIODevice::WriteOnly));
    uneven.write("text,label\ngood,0\nbad,1,2\n");
    uneven.close();
    tells(uneven.fileName(), "uneven.csv', line 3");
    tells(m_shown->file("backbone"), "backbone");
    QVERIFY(m_shown->text("trainDataFound").contains(QStringLiteral("cannot be read")));
}

void TestTrainPage::aFailedRunIsTold()
{
    m_shown->fill();
    m_shown->find<QLineEdit>("trainLabels")->setText(QStringLiteral("one, two"));
    m_shown->click("trainStartButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->messages->count(), 1, 60000);
    QVERIFY2(m_shown->messages->first().at(1).toString().contains(QStringLiteral("is none of the model's classes")),
             qPrintable(m_shown->messages->first().at(1).toString()));
    QVERIFY(m_shown->ended());
    QVERIFY(!QFileInfo::exists(m_shown->file("run/config.json")));
    QTRY_VERIFY(m_shown->button("trainStartButton")->isEnabled());
    // What the form itself cannot mean is told before anything begins.
    m_shown->find<QLineEdit>("trainLabels")->setText(QStringLiteral("negative, positive"));
    m_shown->find<QSpinBox>("train/adapler/epochs")->setValue(0);
    m_shown->messages->clear();
    m_shown->click("trainStartButton");
    QCOMPARE(m_shown->messages->count(), 1);
    QVERIFY(m_shown->messages->first().at(1).toString().contains(QStringLiteral("adapler.epochs")));
    QVERIFY(m_shown->ended());
}

void TestTrainPage::anyRunCanBeWatched()
{
    adaplens::TrainConfig other = m_shown->task;
    other.out = m_shown->file("other").toStdString();
    QVERIFY(adaplens::train(other, {"fine-tune"}, adaplens::Existing::Refuse, {}).finished);
    m_shown->fill();
    startHeldAt(5);
    m_shown->page->watch(m_shown->file("backbone"));
    QTRY_COMPARE(m_shown->messages->count(), 1);
    QVERIFY(m_shown->messages->first().at(1).toString().contains(
        QStringLiteral("is not the configuration of a training run")));
    QTRY_VERIFY(m_shown->text("runState").contains(QStringLiteral("of 30"))); // the own one stays
    QVERIFY(!m_shown->button("ownRunButton")->isVisible());

    m_shown->page->watch(m_shown->file("other"));
    QTRY_COMPARE(table()->rowCount(), 2);
    QVERIFY(m_shown->text("runState").startsWith(QStringLiteral("ended · fine-tune: epoch ")));
    QVERIFY(!m_shown->button("inspectModelButton")->isEnabled());
    m_shown->click("ownRunButton");
    QTRY_VERIFY(m_shown->text("runState").contains(QStringLiteral("of 30")));
    QTRY_COMPARE(table()->rowCount(), 0);
    goOn();
}

void TestTrainPage::anEpochIsChosenEverywhere()
{
    QVERIFY(adaplens::train(m_shown->task, adaplens::withNeeds("adapler"), adaplens::Existing::Refuse, {}).finished);
    m_shown->page->watch(m_shown->file("run"));
    QTRY_COMPARE(table()->rowCount(), 4);
    QVERIFY(table()->selectionModel()->selectedRows().isEmpty()); // the latest is followed
    QCOMPARE(plot("layersCard")->curves().size(), std::size_t{2});
    table()->selectRow(2);
    QCOMPARE(plot("layersCard")->curves().size(), std::size_t{1});
    QCOMPARE(plot("layersCard")->curves().front().y, m_shown->page->shown().record().steps.back().results.front().kept);
    QTest::keyClick(plot("lossCard"), Qt::Key_Left);
    QCOMPARE(table()->selectionModel()->selectedRows().first().row(), 1);
    QVERIFY(plot("layersCard")->curves().empty()); // an epoch of fine-tuning drops nothing
    QTest::keyClick(plot("lossCard"), Qt::Key_Escape);
    QVERIFY(table()->selectionModel()->selectedRows().isEmpty());
    QCOMPARE(plot("layersCard")->curves().size(), std::size_t{2});
    const QString tip = plot("accuracyCard")->toolTipAt(QPointF(plot("accuracyCard")->rect().center()));
    QVERIFY2(tip.contains(QStringLiteral("batch")), qPrintable(tip));
}

void TestTrainPage::theWindowMayCloseOnceTheResumePointIsThere()
{
    int closed = 0;
    const auto close = [&closed] { ++closed; };
    QVERIFY(m_shown->page->mayClose(close));
    m_shown->fill();
    startHeldAt(5);
    QVERIFY(!m_shown->page->mayClose(close));
    QVERIFY(m_shown->page->questions()->isVisible());
    m_shown->answer(0); // goes on
    QVERIFY(m_shown->page->run().isAtWork());
    QVERIFY(!m_shown->page->mayClose(close));
    m_shown->answer(1);
    QVERIFY(!m_shown->page->mayClose(close)); // asked again meanwhile: it is on its way
    QTRY_COMPARE_WITH_TIMEOUT(closed, 1, 60000);
    QVERIFY(QFileInfo::exists(m_shown->file("run/fine-tune/resume.safetensors")));
    QVERIFY(m_shown->page->mayClose(close));
}

void TestTrainPage::theKeyboardStaysWithWhatCanBeDone()
{
    m_shown->page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_shown->page.get()));
    m_shown->fill();
    m_shown->hold->at = 5;
    m_shown->button("trainStartButton")->setFocus();
    QTest::keyClick(m_shown->button("trainStartButton"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->hold->seen.load(), 5, 60000);
    QVERIFY(m_shown->button("trainPauseButton")->hasFocus());
    QTest::keyClick(m_shown->button("trainPauseButton"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->page->run().state(), State::Paused, 60000);
    QVERIFY(m_shown->button("trainStartButton")->hasFocus());
}

void TestTrainPage::theFormComesBackWithoutItsFolder()
{
    m_shown->fill();
    m_shown->reopen();
    QCOMPARE(m_shown->find<QLineEdit>("trainData")->text(), m_shown->file("reviews.tsv"));
    QCOMPARE(m_shown->find<QLineEdit>("trainBackbone")->text(), m_shown->file("backbone"));
    QTRY_VERIFY(m_shown->page->form()->data()->found());
    QVERIFY(m_shown->find<QLineEdit>("trainOut")->text().isEmpty());
    QVERIFY(!m_shown->button("trainStartButton")->isEnabled());
}

QTEST_MAIN(TestTrainPage)
#include "tst_trainpage.moc"
