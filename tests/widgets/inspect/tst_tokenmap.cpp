// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/tokenmap.h"

#include <QBuffer>
#include <QPainter>
#include <QPicture>
#include <QScrollBar>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

using namespace adaplens;
using TracePointer = std::shared_ptr<const Trace>;
using Mode = TokenMapModel::Mode;

Q_DECLARE_METATYPE(TracePointer)

class TestTokenMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paintsTheTrace_data();
    void paintsTheTrace();
    void paintsNotchesAndThePrediction();
    void nothingToShow();
    void busyDimsThePicture();
    void cellsStayWhenValuesChange();
    void labelsAreNeverCut_data();
    void labelsAreNeverCut();
    void paintsOnlyWhatIsInView();
    void thePredictionKeepsItsShareInLowRows_data();
    void thePredictionKeepsItsShareInLowRows();
    void tinyViewports();
};

namespace {

TracePointer shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

QPalette darkPalette()
{
    QPalette palette(QColor(40, 42, 48));
    palette.setColor(QPalette::Base, QColor(35, 38, 44));
    palette.setColor(QPalette::Text, QColor(230, 232, 236));
    palette.setColor(QPalette::Highlight, QColor(88, 150, 240));
    return palette;
}

QImage imageOf(TokenMapView &view)
{
    return view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

bool near(const QColor &a, const QColor &b, int tolerance = 3)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

/// Share of the pixels of a rectangle that have a colour.
double share(const QImage &image, const QRect &rect, const QColor &colour)
{
    int hits = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            hits += near(image.pixelColor(x, y), colour, 6) ? 1 : 0;
        }
    }
    return static_cast<double>(hits) / (rect.width() * rect.height());
}

} // namespace

void TestTokenMap::paintsTheTrace_data()
{
    QTest::addColumn<TracePointer>("trace");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<ColourScale>("scale");
    QTest::addColumn<bool>("dark");
    const auto drops = shared(test::handMadeTrace());
    QTest::newRow("words") << drops << Mode::Words << ColourScale::Relative << false;
    QTest::newRow("pieces") << drops << Mode::Pieces << ColourScale::Relative << false;
    QTest::newRow("absolute") << drops << Mode::Words << ColourScale::Absolute << false;
    QTest::newRow("dark") << drops << Mode::Words << ColourScale::Relative << true;
    QTest::newRow("dark, absolute pieces") << drops << Mode::Pieces << ColourScale::Absolute << true;
    QTest::newRow("plain") << shared(test::handMadePlainTrace()) << Mode::Words << ColourScale::Relative << false;
}

void TestTokenMap::paintsTheTrace()
{
    QFETCH(TracePointer, trace);
    QFETCH(Mode, mode);
    QFETCH(ColourScale, scale);
    QFETCH(bool, dark);
    TraceSource source;
    TokenMapView view(source);
    if (dark) {
        view.setPalette(darkPalette());
    }
    source.setTrace(trace);
    view.setMode(mode);
    view.setColourScale(scale);
    view.resize(1100, 600);
    view.show();
    const QImage image = imageOf(view);
    const Palette colours(view.palette());
    QCOMPARE(colours.dark(), dark);
    const auto columns = adaplens::columns(*trace, mode == Mode::Pieces);
    for (int layer = 0; layer < view.model().rowCount(); ++layer) {
        for (int column = 0; column < view.model().columnCount(); ++column) {
            const WordScore score =
                scoreOf(*trace, columns[static_cast<std::size_t>(column)], static_cast<std::size_t>(layer));
            const CellState state = view.cellState(layer, column);
            const WordScore &shown = view.model().cell(layer, column).score;
            QCOMPARE(shown.fate, score.fate);
            QCOMPARE(shown.raw, score.raw);
            QCOMPARE(shown.adjusted, score.adjusted);
            QCOMPARE(shown.ratio(), score.ratio());
            QCOMPARE(state.hatched, score.fate == Fate::Gone);
            const QColor expected = state.hatched ? colours.gone()
                                    : scale == ColourScale::Relative
                                        ? colours.relative(std::log2(static_cast<double>(score.ratio())))
                                        : colours.absolute(static_cast<double>(score.adjusted));
            QCOMPARE(state.fill, expected);
            const QRect cell = view.cellRect(layer, column);
            QVERIFY(view.viewport()->rect().contains(cell));
            // The left edge of a cell carries no sign: there its ground shows.
            const QRect edge(cell.left() + 3, cell.center().y() - 4, 3, 6);
            if (state.hatched) {
                const double ground = share(image, cell.adjusted(4, 4, -4, -4), expected);
                QVERIFY(ground > 0.4 && ground < 0.95); // the rest are the lines of the hatching
            } else {
                QVERIFY2(near(image.pixelColor(edge.center()), expected),
                         qPrintable(QStringLiteral("layer %1, column %2").arg(layer).arg(column)));
            }
        }
    }
}

void TestTokenMap::paintsNotchesAndThePrediction()
{
    const auto trace = shared(test::handMadeTrace());
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(trace);
    view.setMode(Mode::Pieces);
    view.resize(1100, 600);
    const QImage image = imageOf(view);
    const Palette colours(view.palette());
    for (int column = 0; column < view.model().columnCount(); ++column) {
        const auto dropped = test::droppedAt(*trace, static_cast<std::size_t>(column));
        for (int layer = 0; layer < 3; ++layer) {
            const CellState state = view.cellState(layer, column);
            QCOMPARE(state.notch, dropped && *dropped == static_cast<std::size_t>(layer));
            if (!state.hatched) {
                const QRect cell = view.cellRect(layer, column);
                const QRect foot(cell.center().x() - 6, cell.bottom() - 12, 12, 10);
                QCOMPARE(share(image, foot, Palette::inkOn(state.fill)) > 0.05, state.notch);
            }
        }
        const QRect end = view.cellRect(3, column).adjusted(4, 4, -4, -4);
        QCOMPARE(share(image, end, colours.reachedSoft()) > 0.9, !dropped.has_value());
        QCOMPARE(share(image, end, colours.card()) > 0.9, dropped.has_value());
    }
}

void TestTokenMap::nothingToShow()
{
    TraceSource source;
    TokenMapView view(source);
    view.resize(500, 300);
    (void)imageOf(view);
    QVERIFY(view.caption().isEmpty());
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {200, 150});
    view.zoomFit();
    source.setTrace(shared(Trace()));
    (void)imageOf(view);
    source.setTrace(shared(test::handMadeTrace()));
    QVERIFY(!view.caption().isEmpty());
    source.setTrace(nullptr);
    (void)imageOf(view);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
}

void TestTokenMap::busyDimsThePicture()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    const QPoint at = view.cellRect(0, 3).topLeft() + QPoint(8, 12);
    const QColor clear = imageOf(view).pixelColor(at);
    source.setBusy(true);
    QVERIFY(!view.isDimmed()); // not before it takes long
    QTRY_VERIFY(view.isDimmed());
    const QColor dimmed = imageOf(view).pixelColor(at);
    QVERIFY(near(dimmed, Palette::mix(clear, Palette(view.palette()).card(), 0.55), 4));
    source.setBusy(false);
    QCOMPARE(imageOf(view).pixelColor(at), clear);
}

void TestTokenMap::cellsStayWhenValuesChange()
{
    TraceSource source;
    TokenMapView view(source);
    Trace trace = test::handMadeTrace();
    source.setTrace(shared(trace));
    view.resize(900, 600);
    const QRect before = view.cellRect(1, 5);
    for (LayerTrace &layer : trace.layers) {
        std::reverse(layer.raw.begin(), layer.raw.end());
        layer.adjusted = layer.raw;
    }
    source.setTrace(shared(trace));
    QCOMPARE(view.cellRect(1, 5), before);
    view.setColourScale(ColourScale::Absolute);
    QCOMPARE(view.cellRect(1, 5), before);
}

void TestTokenMap::labelsAreNeverCut_data()
{
    QTest::addColumn<double>("points");
    QTest::newRow("small") << 8.0;
    QTest::newRow("large") << 22.0;
}

void TestTokenMap::labelsAreNeverCut()
{
    QFETCH(double, points);
    Trace trace = test::handMadeTrace();
    trace.text += " Donaudampfschifffahrtsgesellschaftskapitaensmuetze";
    trace.encoding.words.push_back({{39, trace.text.size()}, 0});
    Piece piece = trace.encoding.pieces[3];
    piece.word = static_cast<int>(trace.encoding.words.size()) - 1;
    trace.encoding.pieces.push_back(piece);
    TraceSource source;
    TokenMapView view(source);
    QFont font = view.font();
    font.setPointSizeF(points);
    view.setFont(font);
    source.setTrace(shared(trace));
    view.resize(2400, 1400);
    const QImage image = imageOf(view);
    const QColor card = Palette(view.palette()).card();
    // No ink touches the edges of the viewport, where a label that is cut would.
    QCOMPARE(share(image, {0, 0, image.width(), 2}, card), 1.0);
    const QRect last = view.cellRect(-1, view.model().columnCount() - 1);
    QVERIFY(share(image, {last.left(), 0, last.width() * 3, last.top()}, card) < 0.995);
    QCOMPARE(share(image, {image.width() - 2, 0, 2, last.top()}, card), 1.0);
}

void TestTokenMap::paintsOnlyWhatIsInView()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::longTrace(512, 12)));
    view.resize(1440, 900);
    view.show();
    const auto operations = [&view] {
        QPicture picture;
        view.viewport()->render(&picture);
        return picture.size();
    };
    const auto visible = operations();
    const QImage part = imageOf(view);
    QVERIFY(share(part, part.rect(), Palette(view.palette()).card()) < 0.9);
    // Four times as long a text costs no more, as no more of it is in view.
    source.setTrace(shared(test::longTrace(2048, 12)));
    QVERIFY2(operations() < visible * 3 / 2, qPrintable(QString::number(operations())));
    source.setTrace(shared(test::longTrace(512, 12)));
    view.zoomFit();
    QVERIFY(operations() > 2 * visible);
}

void TestTokenMap::thePredictionKeepsItsShareInLowRows_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<std::string>("label");
    QTest::newRow("low rows") << 330 << std::string("positive");
    QTest::newRow("high rows") << 1200 << std::string("positive");
    QTest::newRow("a long name") << 1200 << std::string(300, 'x');
}

void TestTokenMap::thePredictionKeepsItsShareInLowRows()
{
    QFETCH(const int, height);
    QFETCH(const std::string, label);
    Trace trace = test::longTrace(60, 12);
    trace.labels.at(trace.reduced.label) = label;
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(trace));
    view.resize(900, height);
    QBuffer drawing;
    QSvgGenerator svg; // keeps text as text
    svg.setOutputDevice(&drawing);
    svg.setSize(view.size());
    QPainter painter(&svg);
    view.viewport()->render(&painter);
    painter.end();
    const QString painted = QString::fromUtf8(drawing.data());
    QVERIFY2(painted.contains(QStringLiteral("Prediction")), qPrintable(painted.left(2000)));
    QVERIFY(painted.contains(view.model().predictionShare()));
}

void TestTokenMap::tinyViewports()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::longTrace(60, 12)));
    for (const QSize size : {QSize(1, 1), QSize(0, 0), QSize(40, 30), QSize(5000, 20)}) {
        view.resize(size);
        (void)imageOf(view);
        view.zoomFit();
        view.zoomBy(0.0001);
        view.zoomReset();
    }
}

QTEST_MAIN(TestTokenMap)
#include "tst_tokenmap.moc"
