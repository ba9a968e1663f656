// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/style/palette.h"
#include "widgets/trace/layerbar.h"
#include "widgets/inspect/tokentextarea.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSlider>
#include <QTest>

using namespace adaplens;
using TracePointer = std::shared_ptr<const Trace>;
using Look = TokenTextArea::Look;

class TestTokenText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheUsersOwnText();
    void wordsFadeAtTheLayerThatDropsThem();
    void paintsWhatItSays();
    void sliderAndSelectionAreOne();
    void playWalksThroughTheLayers();
    void keyboardAndMouse();
    void unreadTextIsGreyAndCounted();
    void hugeTexts();
    void pairsAndRightToLeft();
    void brokenText();
    void nothingToShow();
};

namespace {

TracePointer shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

struct View {
    TraceSource source;
    TokenTextArea area{source};
    LayerBar bar{source};

    explicit View(Trace trace = test::handMadeTrace())
    {
        source.setTrace(shared(std::move(trace)));
        QObject::connect(&area, &TokenTextArea::playRequested, &bar, &LayerBar::toggle);
        area.resize(800, 160);
        bar.resize(800, 40);
        area.show();
        bar.show();
    }
    TokenTextArea *operator->() { return &area; }
    /// Where a piece is painted, in viewport coordinates.
    [[nodiscard]] QRectF pieceRect(std::size_t piece) const
    {
        QRect rect;
        for (const PieceText::Span &span : area.shown().spans) {
            for (qsizetype at = span.begin; span.piece == piece && at < span.end; ++at) {
                rect |= area.characterRect(at);
            }
        }
        return rect;
    }
};

QImage imageOf(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Darkest pixel, 0 to 255, of a rectangle.
int darkest(const QImage &image, const QRectF &rect)
{
    int result = 255;
    const QRect area = rect.toAlignedRect().intersected(image.rect());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            result = std::min(result, qGray(image.pixel(x, y)));
        }
    }
    return result;
}

} // namespace

void TestTokenText::showsTheUsersOwnText()
{
    Trace trace = test::handMadeTrace();
    View view(trace);
    QCOMPARE(view->shown().text, QString::fromStdString(trace.text));
    QCOMPARE(view->shown().spans.size(), 10); // all pieces but [CLS] and [SEP]
    const auto &word = view->shown().spans[5];
    QCOMPARE(view->shown().text.mid(word.begin, word.end - word.begin), QStringLiteral("un"));
    QVERIFY(view->note().isEmpty());
    QCOMPARE(view->shown().spanAt(0), qsizetype(0));
    QCOMPARE(view->shown().spanAt(1), qsizetype(-1)); // the blank after "A"
    QCOMPARE(view->shown().spanAt(9999), qsizetype(-1));
}

void TestTokenText::wordsFadeAtTheLayerThatDropsThem()
{
    const Trace trace = test::handMadeTrace();
    View view(trace);
    for (std::size_t layer = 0; layer < 3; ++layer) {
        view.source.selectLayer(layer);
        for (std::size_t piece = 0; piece < trace.encoding.pieces.size(); ++piece) {
            const auto dropped = test::droppedAt(trace, piece);
            const Look expected = !dropped || *dropped > layer ? Look::Kept
                                  : *dropped == layer          ? Look::DroppedHere
                                                               : Look::Gone;
            QCOMPARE(view->lookOf(piece), expected);
        }
        QVERIFY(view.area.caption().contains(QStringLiteral("after layer %1").arg(layer + 1)));
    }
}

void TestTokenText::paintsWhatItSays()
{
    View view;
    const auto ink = [&](std::size_t piece) { return darkest(imageOf(*view->viewport()), view.pieceRect(piece)); };
    view.source.selectLayer(0);
    const QRectF place = view.pieceRect(4); // "film", dropped at layer 2
    const int kept = ink(4);
    view.source.selectLayer(2);
    QVERIFY(ink(4) > kept + 60);
    QCOMPARE(view.pieceRect(4), place); // fading moves nothing
    QVERIFY(ink(3) < 60);               // "fine" reaches the prediction
    const QColor below = Palette(view->palette()).below();
    const QRectF truly = view.pieceRect(2); // dropped at layer 3: struck through in blue
    const QImage image = imageOf(*view->viewport());
    bool struck = false;
    for (int y = static_cast<int>(truly.top()); y < static_cast<int>(truly.bottom()); ++y) {
        const QColor at = image.pixelColor(static_cast<int>(truly.left()) + 1, y);
        struck = struck || (at.blue() - at.red() > 60 && std::abs(at.blue() - below.blue()) < 60);
    }
    QVERIFY(struck);
}

void TestTokenText::sliderAndSelectionAreOne()
{
    View view;
    QSlider *slider = view.bar.slider();
    QCOMPARE(slider->minimum(), 1);
    QCOMPARE(slider->maximum(), 3);
    view.source.selectLayer(1);
    QCOMPARE(slider->value(), 2);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(view.source.layer(), std::size_t(2));
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(view.source.layer(), std::size_t(0));
    QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() - 10, slider->height() / 2});
    QCOMPARE(view.source.layer(), std::size_t(2));
    // Of a trace with fewer layers the last is selected.
    Trace shorter = test::handMadeTrace();
    shorter.layers.resize(2);
    view.source.setTrace(shared(shorter));
    QCOMPARE(slider->maximum(), 2);
    QCOMPARE(slider->value(), 2);
    QCOMPARE(view.source.layer(), std::size_t(1));
}

void TestTokenText::playWalksThroughTheLayers()
{
    View view;
    LayerBar *bar = &view.bar;
    view.source.selectLayer(2);
    bar->play();
    QVERIFY(bar->isPlaying());
    QCOMPARE(view.source.layer(), std::size_t(0));
    QTRY_COMPARE_WITH_TIMEOUT(view.source.layer(), std::size_t(1), 3 * LayerBar::stepMilliseconds);
    QTRY_COMPARE_WITH_TIMEOUT(view.source.layer(), std::size_t(2), 3 * LayerBar::stepMilliseconds);
    QVERIFY(!bar->isPlaying());
    QTest::keyClick(&view.area, Qt::Key_Space);
    QVERIFY(bar->isPlaying());
    view.source.setTrace(nullptr);
    QVERIFY(!bar->isPlaying());
    QVERIFY(!bar->isEnabled());
}

void TestTokenText::keyboardAndMouse()
{
    View view;
    TokenTextArea *area = &view.area;
    QTest::keyClick(area, Qt::Key_Home);
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(1));
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(area, Qt::Key_Right);
    }
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(6));
    QTest::keyClick(area, Qt::Key_Right);
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(9)); // past all of "unforgettable"
    QTest::keyClick(area, Qt::Key_Left);
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(6));
    QTest::keyClick(area, Qt::Key_Down);
    QCOMPARE(view.source.layer(), std::size_t(1));
    QVERIFY(area->accessibleDescription().contains(QStringLiteral("unforgettable")));
    QTest::keyClick(area, Qt::Key_End);
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(10));
    QTest::mouseClick(area->viewport(), Qt::LeftButton, {}, view.pieceRect(4).center().toPoint());
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(4));
    QTest::mouseClick(area->viewport(), Qt::LeftButton, {}, {area->viewport()->width() - 2, 10});
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(4));
    // [CLS] has no place in the text; stepping on from it starts at the first word.
    view.source.selectPiece(0);
    QTest::keyClick(area, Qt::Key_Right);
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(1));
}

void TestTokenText::unreadTextIsGreyAndCounted()
{
    Trace trace = test::handMadeTrace();
    trace.text += " and then more of it";
    trace.encoding.cutWords = 5;
    trace.encoding.cutPieces = 6;
    View view(trace);
    QCOMPARE(view->shown().text, QString::fromStdString(trace.text));
    QCOMPARE(view->shown().unread.size(), 1);
    const auto [begin, end] = view->shown().unread.first();
    QCOMPARE(view->shown().text.mid(begin, end - begin), QStringLiteral(" and then more of it"));
    QVERIFY2(view->note().contains(QStringLiteral("5 words")), qPrintable(view->note()));
}

void TestTokenText::hugeTexts()
{
    Trace trace = test::handMadeTrace();
    trace.text.append(10'000'000, ' ');
    for (std::size_t i = 50; i < trace.text.size(); i += 6) {
        trace.text.replace(i, 5, "hello");
    }
    trace.encoding.cutWords = 1'600'000;
    QElapsedTimer timer;
    timer.start();
    View view(trace);
    (void)imageOf(view.area);
    qInfo("10 MB of text: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 20000); // a hang, not a pace
    QVERIFY(view->shown().text.size() < 5000);
    QVERIFY(view->shown().hiddenAfter > 9'000'000);
    QVERIFY(view->note().contains(QStringLiteral("not shown")));

    // One word, and one gap, of a megabyte each.
    Trace wide = test::handMadeTrace();
    wide.text = std::string(1'000'000, 'x') + std::string(1'000'000, ' ') + "end";
    wide.encoding.words = {{{0, 1'000'000}, 0}, {{2'000'000, 2'000'003}, 0}};
    wide.encoding.pieces.resize(3);
    wide.encoding.pieces[1].source = {0, 1'000'000};
    wide.encoding.pieces[1].word = 0;
    wide.encoding.pieces[2].source = {2'000'000, 2'000'003};
    wide.encoding.pieces[2].word = 1;
    wide.layers.clear();
    View other(wide);
    QVERIFY(other->shown().text.size() < 3000);
    QVERIFY(other->shown().text.endsWith(QStringLiteral("end")));
}

void TestTokenText::pairsAndRightToLeft()
{
    Trace trace = test::handMadeTrace();
    trace.pair = "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xE4\xBD\xA0\xE5\xA5\xBD"; // Arabic, then Chinese
    Piece arabic = trace.encoding.pieces[3];
    arabic.segment = 1;
    arabic.source = {0, 10};
    arabic.word = 8;
    Piece chinese = arabic;
    chinese.source = {11, 17};
    chinese.word = 9;
    trace.encoding.words.push_back({{0, 10}, 1});
    trace.encoding.words.push_back({{11, 17}, 1});
    trace.encoding.pieces.push_back(arabic);
    trace.encoding.pieces.push_back(chinese);
    View view(trace);
    const QRectF first = view.pieceRect(12), second = view.pieceRect(13);
    // The paragraph runs from the right: the first word stands right of the second, below the first text.
    QVERIFY(first.left() > second.left());
    QVERIFY(first.top() > view.pieceRect(1).bottom());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, first.center().toPoint());
    QCOMPARE(view.source.piece(), std::optional<std::size_t>(12));
}

void TestTokenText::brokenText()
{
    Trace trace = test::handMadeTrace();
    using namespace std::string_literals;
    trace.text = "A\r\ntruly\xFF\0 fine\n\n film\xE2\x80\xA8, unforgettab"s; // with the NUL inside
    View view(trace); // byte ranges that no longer fit the text must not crash
    (void)imageOf(view.area);
    QVERIFY(view->shown().text.startsWith(QStringLiteral("A \ntruly\uFFFD\uFFFD fine\n\n")));
    trace.encoding.pieces[5].source = {1000, 2000};
    trace.encoding.pieces[6].source = {2, 1};
    view.source.setTrace(shared(trace));
    (void)imageOf(view.area);
}

void TestTokenText::nothingToShow()
{
    View view;
    view.source.setTrace(nullptr);
    (void)imageOf(view.area);
    QVERIFY(view.area.caption().isEmpty());
    QTest::keyClick(&view.area, Qt::Key_Right);
    QTest::keyClick(&view.area, Qt::Key_Down);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {30, 10});
    view.source.setTrace(shared(Trace()));
    (void)imageOf(view.area);
    view.area.resize(0, 0);
    (void)imageOf(view.area);
    view.source.setTrace(shared(test::handMadePlainTrace()));
    QVERIFY(view.area.caption().contains(QStringLiteral("drops nothing")));
}

QTEST_MAIN(TestTokenText)
#include "tst_tokentext.moc"
