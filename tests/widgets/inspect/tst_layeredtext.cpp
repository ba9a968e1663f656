// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/layeredtext.h"
#include "widgets/style/palette.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace adaplens;

/// The text once for each layer, as a figure.
class TestLayeredText : public QObject {
    Q_OBJECT

    static QByteArray svgOf(const Trace &trace, TokenMapModel::Mode mode = TokenMapModel::Mode::Words)
    {
        return renderDrawing(layeredTextDrawing(trace, mode), FigureFormat::Svg);
    }

    /// The pieces of text in an SVG, from top to bottom.
    static QStringList textsOf(const QByteArray &svg)
    {
        QXmlStreamReader reader(svg);
        QStringList texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters && !reader.text().trimmed().isEmpty()) {
                texts << reader.text().trimmed().toString();
            }
        }
        return reader.hasError() ? QStringList() : texts;
    }

private Q_SLOTS:
    void aWordStandsInTheLayersThatItEnters();
    void whatALayerDropsIsStruckOut();
    void groundsAreAsStrongAsScores();
    void aSecondTextIsToldApart();
    void piecesAndPlainModels();
    void longTextsAndEmptyOnes();
};

void TestLayeredText::aWordStandsInTheLayersThatItEnters()
{
    const QStringList texts = textsOf(svgOf(test::handMadeTrace()));
    // Each layer that it enters, and the prediction where it reaches that.
    QCOMPARE(texts.count(QStringLiteral("A")), 1);
    QCOMPARE(texts.count(QStringLiteral("film")), 2);
    QCOMPARE(texts.count(QStringLiteral("truly")), 3);
    QCOMPARE(texts.count(QStringLiteral("fine")), 4);
    QCOMPARE(texts.count(QStringLiteral("[CLS]")), 4);
    QCOMPARE(texts.count(QStringLiteral("Layer 3")), 1);
    QCOMPARE(texts.count(QStringLiteral("Prediction")), 1);
    QCOMPARE(texts.count(QStringLiteral("first text")), 0);
}

void TestLayeredText::whatALayerDropsIsStruckOut()
{
    // "A" and "," in the first layer, "film" and "!" in the second, "truly", "unforgettable", the emoji and [SEP] in the
    // third: a line of SVG through each.
    const QByteArray svg = svgOf(test::handMadeTrace());
    QCOMPARE(svg.count("text-decoration=\"line-through\"") + svg.count("<polyline"), 8);
}

void TestLayeredText::groundsAreAsStrongAsScores()
{
    Trace trace = test::handMadeTrace();
    const auto strongest = std::ranges::max_element(trace.layers[0].raw);
    const QByteArray before = renderDrawing(layeredTextDrawing(trace), FigureFormat::Png, 1);
    *strongest *= 2; // all others are weaker then, against the strongest
    const QByteArray after = renderDrawing(layeredTextDrawing(trace), FigureFormat::Png, 1);
    const QImage a = QImage::fromData(before), b = QImage::fromData(after);
    QVERIFY(!a.isNull());
    QCOMPARE(a.size(), b.size());
    QVERIFY(a != b);
    // The strongest word of a layer has the full ground, whatever its score.
    const QRgb full = Palette::paper().above().rgb();
    for (const QImage &image : {a, b}) {
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                pixels += image.pixel(x, y) == full ? 1 : 0;
            }
        }
        QVERIFY(pixels > 100);
    }
}

void TestLayeredText::aSecondTextIsToldApart()
{
    Trace trace = test::handMadeTrace();
    trace.pair = "unforgettable";
    const QSizeF onOneLine = layeredTextDrawing(trace).size;
    for (std::size_t i = 6; i < trace.encoding.pieces.size(); ++i) {
        trace.encoding.pieces[i].segment = 1;
    }
    const Drawing drawing = layeredTextDrawing(trace);
    QVERIFY(drawing.size.height() > onOneLine.height()); // a line of its own, in every layer
    const QStringList texts = textsOf(renderDrawing(drawing, FigureFormat::Svg));
    QCOMPARE(texts.count(QStringLiteral("first text")), 1);
    QCOMPARE(texts.count(QStringLiteral("second text")), 1);
}

void TestLayeredText::piecesAndPlainModels()
{
    const QStringList pieces = textsOf(svgOf(test::handMadeTrace(), TokenMapModel::Mode::Pieces));
    QCOMPARE(pieces.count(QStringLiteral("##table")), 2);
    const QStringList plain = textsOf(svgOf(test::handMadePlainTrace()));
    QCOMPARE(plain.count(QStringLiteral("A")), 4);
    QVERIFY(!plain.join(u' ').contains(QStringLiteral("struck out")));
}

void TestLayeredText::longTextsAndEmptyOnes()
{
    const Trace trace = test::longTrace(512, 12);
    const Drawing drawing = layeredTextDrawing(trace);
    QCOMPARE(drawing.size.width(), layeredTextDrawing(test::longTrace(40, 12)).size.width()); // it fits a page
    QVERIFY(!QImage::fromData(renderDrawing(drawing, FigureFormat::Png, 1)).isNull());
    QVERIFY(!renderDrawing(layeredTextDrawing(Trace()), FigureFormat::Svg).isEmpty());
}

QTEST_MAIN(TestLayeredText)

#include "tst_layeredtext.moc"
