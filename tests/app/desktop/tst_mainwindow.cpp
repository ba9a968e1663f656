// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "core/trace/tracejson.h"
#include "tests/support/tinymodel.h"
#include "tests/support/withoutinstructions.h"
#include "widgets/inspect/aliveplot.h"
#include "widgets/controls/card.h"
#include "widgets/inspect/costview.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/trace/layerbar.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/inspect/wordview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSlider>
#include <QSvgRenderer>

#include <cmath>

namespace {

const auto sentence = QStringLiteral("not a good film, the bad film is good");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The main window on a small random model that really drops tokens, from keys to pixels and files.
class TestMainWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_models;

    QString model(const QString &name) const { return m_models.filePath(name); }
    void writeModel(const QString &name, adaplens::test::TinyModel form = {})
    {
        form.name = name.toStdString();
        adaplens::test::writeTinyModel(model(name).toStdString(), form);
    }
    void compareCells(const QImage &picture);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_fixture.reset(); }
    void paintsEveryCellAsTheTraceSays();
    void computesInThePrecisionChosen();
    void theSliderMovesAllViews();
    void theTextPlaysTheLayers();
    void aWordSelectedInTheMapIsSelectedEverywhere();
    void exportsCanBeReadBack();
    void aBrokenModelLeavesTheOldAnalysis();
    void anotherModelAnalysesTheSameText();
    void aPlainModelDropsNothing();
    void aPairModelShowsTheSecondBox();
    void tellsOfUnknownWords();
    void aLongTextIsReadInParts();
    void theTrialModelAnswersAtOnce();
};

void TestMainWindow::initTestCase()
{
    writeModel(QStringLiteral("tiny"));
    adaplens::test::TinyModel plain;
    plain.adaptive = false;
    writeModel(QStringLiteral("plain"), plain);
    adaplens::test::TinyModel pairs;
    pairs.pairs = true;
    pairs.labels = {"different", "same"};
    writeModel(QStringLiteral("pairs"), pairs);
    adaplens::test::TinyModel many;
    many.labels = {"comp.graphics",
                   "rec.sport.hockey",
                   "talk.politics.misc",
                   "sci.space",
                   "soc.religion.christian",
                   "alt.atheism",
                   "rec.autos",
                   "sci.med",
                   "misc.forsale",
                   "a class whose name is far too long for any panel"};
    writeModel(QStringLiteral("many"), many);
}

void TestMainWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>(classifierLoader());
    QSignalSpy opened(&m_fixture->session(), &Session::modelOpened);
    m_fixture->window().start(model(QStringLiteral("tiny")), sentence);
    QVERIFY(opened.wait(20000));
    QTRY_VERIFY(m_fixture->shows(sentence));
}

void TestMainWindow::compareCells(const QImage &picture)
{
    const TokenMapView &map = *m_fixture->page().map();
    const adaplens::Trace &trace = *m_fixture->session().trace();
    const auto columns = adaplens::columns(trace, map.mode() == TokenMapModel::Mode::Pieces);
    QCOMPARE(map.model().columnCount(), static_cast<int>(columns.size()));
    QCOMPARE(map.model().rowCount(), static_cast<int>(trace.layers.size()));
    int dropped = 0, gone = 0, seen = 0;
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const adaplens::WordScore score = adaplens::scoreOf(trace, columns[c], l);
            const CellState state = map.cellState(static_cast<int>(l), static_cast<int>(c));
            const adaplens::WordScore &shown = map.model().cell(static_cast<int>(l), static_cast<int>(c)).score;
            QCOMPARE(shown.fate, score.fate);
            QCOMPARE(shown.adjusted, score.adjusted);
            QCOMPARE(shown.raw, score.raw);
            QCOMPARE(shown.ratio(), score.ratio());
            QCOMPARE(state.hatched, score.fate == adaplens::Fate::Gone);
            dropped += score.fate == adaplens::Fate::Dropped ? 1 : 0;
            gone += score.fate == adaplens::Fate::Gone ? 1 : 0;
            if (state.hatched) {
                continue;
            }
            const Palette colours(map.palette());
            const QColor wanted = colours.relative(std::log2(static_cast<double>(score.ratio())));
            QCOMPARE(state.fill.rgb(), wanted.rgb());
            // A place in the cell that no arrow, ring or mark of parts covers.
            const QRect cell = map.cellRect(static_cast<int>(l), static_cast<int>(c));
            const QPoint place(cell.left() + cell.width() / 5, cell.center().y());
            const bool scrolledOut = !map.toolTipAt(place).contains(QStringLiteral("entering layer"));
            if (picture.rect().contains(place) && !scrolledOut) {
                QCOMPARE(QColor(picture.pixel(place)).name(), wanted.name());
                ++seen;
            }
        }
    }
    QVERIFY(dropped > 0); // the model drops, or this would show nothing
    QVERIFY(gone > 0);
    QVERIFY(seen > 0);
}

void TestMainWindow::paintsEveryCellAsTheTraceSays()
{
    TokenMapView &map = *m_fixture->page().map();
    compareCells(map.viewport()->grab().toImage());
    m_fixture->type(QStringLiteral("the film is bad, not good"));
    compareCells(map.viewport()->grab().toImage());
    map.setMode(TokenMapModel::Mode::Pieces);
    compareCells(map.viewport()->grab().toImage());
}

void TestMainWindow::computesInThePrecisionChosen()
{
    using adaplens::Precision;
    const auto choose = [this](const QString &name) {
        auto *action = m_fixture->window().findChild<QAction *>(name);
        QVERIFY(action);
        action->trigger();
        QVERIFY(action->isChecked());
    };
    const auto computesIn = [this](Precision precision) {
        return m_fixture->shows(sentence) && m_fixture->session().trace()->precision == precision;
    };
    const auto *cost = m_fixture->page().findChild<CostView *>();
    QVERIFY(computesIn(Precision::Float32));
    QVERIFY(!cost->conditions().contains(QStringLiteral("float32"))); // nothing is said of the usual

    choose(QStringLiteral("int8"));
    const Precision used = adaplens::usable(Precision::Int8);
    QTRY_VERIFY(m_fixture->session().precision() == Precision::Int8 && computesIn(used));
    QCOMPARE(cost->conditions().contains(QStringLiteral("int8")), used == Precision::Int8);
    QCOMPARE(m_fixture->window().messageBar()->isVisible(), used != Precision::Int8);
    m_fixture->reopen();
    m_fixture->window().start(model(QStringLiteral("tiny")), sentence);
    QTRY_VERIFY(computesIn(used)); // remembered

    const adaplens::test::WithoutInstructions less("none");
    choose(QStringLiteral("bfloat16"));
    QTRY_VERIFY(m_fixture->window().messageBar()->isVisible());
    QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("bfloat16")));
    QTRY_VERIFY(computesIn(Precision::Float32));
}

void TestMainWindow::theSliderMovesAllViews()
{
    InspectPage &page = m_fixture->page();
    m_fixture->session().selectLayer(0);
    QSlider *slider = page.layerBar()->slider();
    slider->setFocus();
    for (std::size_t layer = 1; layer < 3; ++layer) {
        QCoreApplication::processEvents(); // plots are drawn in the next turn of the loop
        const QImage before = page.panels()->alive()->grab().toImage();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(m_fixture->session().layer(), layer);
        const QString name = QStringLiteral("layer %1").arg(layer + 1);
        QVERIFY(page.text()->caption().contains(name));
        QVERIFY(page.panels()->scores()->caption().contains(name));
        QTRY_VERIFY(page.panels()->alive()->grab().toImage() != before);
        const int column = page.map()->model().columnOf(m_fixture->session().piece());
        QVERIFY(page.map()->cellState(static_cast<int>(layer), column).selected);
        QVERIFY(!page.map()->cellState(static_cast<int>(layer) - 1, column).selected);
        // The text shows what the trace says is left after this layer.
        const adaplens::LayerTrace &at = m_fixture->session().trace()->layers[layer];
        for (std::size_t i = 0; i < at.alive.size(); ++i) {
            QCOMPARE(page.text()->lookOf(at.alive[i]),
                     at.kept[i] != 0 ? TokenTextArea::Look::Kept : TokenTextArea::Look::DroppedHere);
        }
    }
}

void TestMainWindow::theTextPlaysTheLayers()
{
    InspectPage &page = m_fixture->page();
    m_fixture->session().selectLayer(2); // the last
    QTest::keyClick(page.text(), Qt::Key_Space);
    QVERIFY(page.layerBar()->isPlaying());
    QCOMPARE(m_fixture->session().layer(), std::size_t{0});
    QTest::keyClick(page.text(), Qt::Key_Space);
    QVERIFY(!page.layerBar()->isPlaying());
}

void TestMainWindow::aWordSelectedInTheMapIsSelectedEverywhere()
{
    InspectPage &page = m_fixture->page();
    TokenMapView &map = *page.map();
    const int column = 3; // [CLS] not a good
    QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, map.cellRect(0, column).center());
    const auto piece = map.model().column(column).pieces.front();
    QCOMPARE(m_fixture->session().piece(), std::optional<std::size_t>(piece));
    QCOMPARE(m_fixture->session().layer(), std::size_t{0});
    QCOMPARE(page.panels()->word()->word(), QStringLiteral("“good”"));
    // And from the keyboard: the next word.
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(page.panels()->word()->word(), QStringLiteral("“film”"));
    // An edit before it moves the word; the selection goes along.
    m_fixture->type(QStringLiteral("really, ") + sentence);
    QCOMPARE(page.panels()->word()->word(), QStringLiteral("“film”"));
}

void TestMainWindow::exportsCanBeReadBack()
{
    MessageBar *bar = m_fixture->window().messageBar();
    const adaplens::Trace &trace = *m_fixture->session().trace();

    const QString json = m_fixture->file(QStringLiteral("trace.json"));
    m_fixture->window().exportTo(json);
    QVERIFY(bar->message().contains(QStringLiteral("trace.json")));
    const auto written = adaplens::traceToJson(trace);
    QCOMPARE(QJsonDocument::fromJson(contentOf(json)), QJsonDocument::fromJson(QByteArray::fromStdString(written)));
    QVERIFY(QJsonDocument::fromJson(contentOf(json)).object().contains(QStringLiteral("layers")));

    const QString csv = m_fixture->file(QStringLiteral("trace.csv"));
    m_fixture->window().exportTo(csv);
    std::size_t rows = 0;
    for (const adaplens::LayerTrace &layer : trace.layers) {
        rows += layer.alive.size();
    }
    QCOMPARE(contentOf(csv).count('\n'), static_cast<qsizetype>(rows + 1));

    // Of the trace, whichever page is open, as columns of the map are.
    for (const auto mode : {TokenMapModel::Mode::Words, TokenMapModel::Mode::Pieces}) {
        m_fixture->window().inspectPage()->map()->setMode(mode);
        const QString page = m_fixture->file(QStringLiteral("page.html"));
        m_fixture->window().exportTo(page);
        const std::size_t columns = adaplens::columns(trace, mode == TokenMapModel::Mode::Pieces).size();
        QCOMPARE(contentOf(page).count("<th scope=\"col\""), static_cast<qsizetype>(columns));
        QVERIFY(contentOf(page).contains("lang=\"en"));
    }
    m_fixture->window().inspectPage()->map()->setMode(TokenMapModel::Mode::Words);

    const QString svg = m_fixture->file(QStringLiteral("map.svg"));
    m_fixture->window().exportTo(svg);
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QVERIFY(!renderer.defaultSize().isEmpty());

    const QString png = m_fixture->file(QStringLiteral("map.png"));
    m_fixture->window().exportTo(png);
    QVERIFY(!QImage(png).isNull());

    const QString layers = m_fixture->file(QStringLiteral("layers.svg"));
    m_fixture->window().exportLayers(layers);
    QVERIFY(bar->message().contains(QStringLiteral("layers.svg")));
    QVERIFY(QSvgRenderer(layers).isValid());
    m_fixture->window().exportLayers(m_fixture->file(QStringLiteral("layers.doc")));
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);

    const QString moving = m_fixture->file(QStringLiteral("moving.gif"));
    m_fixture->window().exportAnimation(moving);
    QVERIFY(bar->message().contains(QStringLiteral("moving.gif")));
    QCOMPARE(QImageReader(moving).imageCount(), static_cast<int>(trace.layers.size()) + 2);
    m_fixture->window().exportAnimation(m_fixture->file(QStringLiteral("moving.doc")));
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    m_fixture->window().exportFrames(m_fixture->file(QStringLiteral("frame.png")));
    QVERIFY(!QImage(m_fixture->file(QStringLiteral("frame-1.png"))).isNull());

    m_fixture->window().exportTo(m_fixture->file(QStringLiteral("no such folder/map.doc")));
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    QVERIFY(bar->isVisible());
}

void TestMainWindow::aBrokenModelLeavesTheOldAnalysis()
{
    const auto trace = m_fixture->session().trace();
    QVERIFY(QFile::copy(model(QStringLiteral("tiny/config.json")), m_fixture->file(QStringLiteral("config.json"))));
    m_fixture->window().openModel(m_fixture->folder());
    MessageBar *bar = m_fixture->window().messageBar();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    QVERIFY(!bar->message().isEmpty());
    QCOMPARE(m_fixture->session().trace()->text, trace->text);
    QVERIFY(m_fixture->label(QStringLiteral("modelTitle")).startsWith(QStringLiteral("tiny")));
    m_fixture->type(QStringLiteral("good")); // and it goes on working
}

void TestMainWindow::anotherModelAnalysesTheSameText()
{
    m_fixture->window().openModel(model(QStringLiteral("many")));
    QTRY_COMPARE(m_fixture->session().trace()->model, std::string("many"));
    QCOMPARE(QString::fromStdString(m_fixture->session().trace()->text), sentence);
    QVERIFY(m_fixture->label(QStringLiteral("modelLine")).contains(QStringLiteral("10")));
    // Ten classes are reached by scrolling; the panel asks for no more width than with two.
    QTRY_VERIFY(m_fixture->page().panels()->prediction()->height() >=
                m_fixture->page().panels()->prediction()->sizeHint().height());
    QVERIFY(m_fixture->page().panels()->prediction()->accessibleDescription().contains(QStringLiteral("sci.space")));
}

void TestMainWindow::aPlainModelDropsNothing()
{
    m_fixture->window().openModel(model(QStringLiteral("plain")));
    QTRY_VERIFY(!m_fixture->session().trace()->drops);
    QVERIFY(m_fixture->label(QStringLiteral("modelLine")).contains(QStringLiteral("drops nothing")));
    QCOMPARE(m_fixture->session().trace()->score, adaplens::ScoreKind::Attention);
    m_fixture->session().setPlainScore(adaplens::ScoreKind::Saliency);
    QTRY_COMPARE(m_fixture->session().trace()->score, adaplens::ScoreKind::Saliency);
}

void TestMainWindow::aPairModelShowsTheSecondBox()
{
    InputView *input = m_fixture->page().input();
    QVERIFY(!input->pairBox()->isVisible());
    m_fixture->window().openModel(model(QStringLiteral("pairs")));
    QTRY_VERIFY(input->pairBox()->isVisible());
    input->pairBox()->setFocus();
    QTest::keyClicks(input->pairBox(), QStringLiteral("bad film"));
    QTRY_COMPARE(m_fixture->session().trace()->pair, std::optional<std::string>("bad film"));
}

void TestMainWindow::tellsOfUnknownWords()
{
    InputView *input = m_fixture->page().input();
    QVERIFY(!input->status().contains(QStringLiteral("[UNK]")));
    const QString text = QStringLiteral("good 電影 很 好 看");
    input->setTexts(text, std::nullopt);
    QTRY_VERIFY(m_fixture->shows(text));
    QVERIFY(!input->status().contains(QStringLiteral("none unknown")));
    QVERIFY(input->warning().contains(QStringLiteral("[UNK]")));
    m_fixture->type(sentence);
    QVERIFY(input->warning().isEmpty());
}

void TestMainWindow::aLongTextIsReadInParts()
{
    const QString text = QStringLiteral("the good film is not a bad film. ").repeated(20).trimmed();
    m_fixture->page().input()->setTexts(text, std::nullopt);
    QTRY_VERIFY(m_fixture->shows(text));
    const std::size_t windows = m_fixture->session().trace()->windows;
    QVERIFY(windows > 1);
    QTest::keyClick(&m_fixture->window(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->session().trace()->window, std::size_t{1});
    QVERIFY(m_fixture->page().input()->status().contains(QStringLiteral("part 2 of %1").arg(windows)));
    QVERIFY(m_fixture->session().trace()->encoding.covered.begin > 0);
    compareCells(m_fixture->page().map()->viewport()->grab().toImage());
}

void TestMainWindow::theTrialModelAnswersAtOnce()
{
    const auto trial = QStringLiteral(ADAPLENS_SHARED_DIR "/models/trial-sst2");
    if (!QFileInfo::exists(trial)) {
        QSKIP("../shared/models/trial-sst2 is absent");
    }
    m_fixture->window().openModel(trial);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->session().trace()->model, std::string("trial-sst2"), 30000);
    const QString review =
        QStringLiteral("It's not the ultimate Depression-era gangster movie, but the acting is gorgeous.");
    m_fixture->page().input()->setTexts(review, std::nullopt);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(review), 30000);
    const adaplens::Trace &trace = *m_fixture->session().trace();
    QCOMPARE(trace.labels[trace.reduced.label], std::string("positive"));
    QVERIFY(trace.cost.speedup() > 1);
    compareCells(m_fixture->page().map()->viewport()->grab().toImage());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
