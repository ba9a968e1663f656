// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/dropframes.h"
#include "widgets/style/palette.h"

#include <QTest>

#include <algorithm>

using namespace adaplens;

/// The text on its way through the layers, a picture a step.
class TestDropFrames : public QObject {
    Q_OBJECT

    static QString svgOf(const Drawing &frame) { return QString::fromUtf8(renderDrawing(frame, FigureFormat::Svg)); }

    /// How often an SVG paints with a colour.
    static qsizetype countOf(const QString &svg, const char *part, const QColor &colour)
    {
        return svg.count(QStringLiteral("%1=\"%2\"").arg(QLatin1String(part), colour.name()));
    }

private Q_SLOTS:
    void everyStepHasItsPicture();
    void whatALayerDropsIsOutlined();
    void plainModelsPiecesAndLongTexts();
};

void TestDropFrames::everyStepHasItsPicture()
{
    const Trace trace = test::handMadeTrace();
    const std::vector<Drawing> frames = dropFrames(trace);
    QCOMPARE(frames.size(), trace.layers.size() + 2);
    for (const Drawing &frame : frames) {
        QCOMPARE(frame.size, frames.front().size);
    }
    QVERIFY(svgOf(frames[0]).contains(QStringLiteral("Before layer 1: 12 tokens")));
    QVERIFY(svgOf(frames[1]).contains(QStringLiteral("After layer 1: 10 of 12 tokens left")));
    QVERIFY(svgOf(frames[3]).contains(QStringLiteral("After layer 3: 2 of 12 tokens left")));
    QVERIFY(svgOf(frames[4]).contains(QStringLiteral("Prediction: positive")));
    QVERIFY(svgOf(frames[4]).contains(QStringLiteral("from 2 of 12 tokens")));
}

void TestDropFrames::whatALayerDropsIsOutlined()
{
    const Trace trace = test::handMadeTrace();
    const std::vector<Drawing> frames = dropFrames(trace);
    const std::vector<Column> words = columns(trace, false);
    for (std::size_t layer = 0; layer < trace.layers.size(); ++layer) {
        const auto dropped = std::ranges::count_if(
            words, [&](const Column &word) { return scoreOf(trace, word, layer).fate == Fate::Dropped; });
        QVERIFY(dropped > 0);
        QCOMPARE(countOf(svgOf(frames[layer + 1]), "stroke", Palette::paper().below()), dropped);
    }
    QCOMPARE(countOf(svgOf(frames.front()), "stroke", Palette::paper().below()), 0);
    QCOMPARE(countOf(svgOf(frames.back()), "stroke", Palette::paper().below()), 0);
    QCOMPARE(countOf(svgOf(frames.back()), "fill", Palette::paper().reachedSoft()), 2); // [CLS] and "fine"
}

void TestDropFrames::plainModelsPiecesAndLongTexts()
{
    const Trace plain = test::handMadePlainTrace();
    QCOMPARE(dropFrames(plain).size(), plain.layers.size() + 1);
    QVERIFY(
        svgOf(dropFrames(test::handMadeTrace(), TokenMapModel::Mode::Pieces)[0]).contains(QStringLiteral("##table")));
    const Trace trace = test::longTrace(500, 12);
    const std::vector<Drawing> frames = dropFrames(trace);
    QVERIFY(frames.front().size.height() > 500);
    QVERIFY(!renderDrawing(frames.back(), FigureFormat::Png, 1).isEmpty());
}

QTEST_MAIN(TestDropFrames)
#include "tst_dropframes.moc"
