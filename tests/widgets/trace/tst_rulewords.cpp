// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/rulewords.h"

#include "core/reduction/names.h"
#include "tests/support/handmadetrace.h"

#include <QTest>

using namespace adaplens;

namespace {

/// The hand-made trace as if another rule had made it.
Trace traceOf(const char *rule, float scale = 1, DropPlace place = DropPlace::BeforeAttention)
{
    Trace trace = test::handMadeTrace();
    trace.rule = *namesOfRule(rule);
    for (LayerTrace &layer : trace.layers) {
        layer.scale = scale;
        layer.drop = place;
    }
    return trace;
}

} // namespace

/// A view's sentences on a layer, in the words of the rule that made the trace.
class TestRuleWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adapler()
    {
        const Trace trace = traceOf("adapler"); // 12 pieces, threshold 0.5 / 12
        const RuleWords words(trace);
        QCOMPARE(words.score(), QStringLiteral("contribution"));
        QCOMPARE(words.scored(0, 0.25F, 3), QStringLiteral("contribution 0.250"));
        QCOMPARE(words.threshold(), QStringLiteral("threshold δ"));
        QVERIFY(words.hasLine(0));
        QVERIFY(qAbs(words.line(0) - 0.5) < 1e-6);
        QCOMPARE(words.shortLine(0), QStringLiteral("δ 0.50/n"));
        QCOMPARE(words.lineOf(0, 1), QStringLiteral("threshold 0.042"));
        QCOMPARE(words.lineOf(0, 2), QStringLiteral("threshold 0.042 for each piece"));
        QVERIFY(words.deeds(0).join(QLatin1Char('\n')).contains(QStringLiteral("δ = 0.50/12 = 0.042")));
        QVERIFY(words.deeds(0).last().contains(QStringLiteral("before the attention")));
        QCOMPARE(words.droppedHere(), QStringLiteral("dropped here, before attention"));
        QVERIFY(words.caption(QStringLiteral("word"), true)
                    .startsWith(QStringLiteral("contribution of each word entering each layer")));
        QCOMPARE(words.layerCaption(1), QStringLiteral("contribution, layer 2, × uniform; dropped below the line"));
    }

    void power()
    {
        Trace trace = traceOf("power", 2, DropPlace::AfterAttention);
        trace.layers[1].threshold = 0; // all that is left stays
        trace.layers[1].kept.assign(trace.layers[1].kept.size(), 1);
        trace.layers[2].kept = {1, 0, 0, 0, 0, 0, 0};
        const RuleWords words(trace);
        QCOMPARE(words.scored(0, 0.25F, 3), QStringLiteral("significance 0.500")); // in attention received
        QCOMPARE(words.threshold(), QStringLiteral("retention"));
        QCOMPARE(words.shortLine(0), QStringLiteral("≥ 0.50/n"));
        QCOMPARE(words.lineOf(0, 1), QStringLiteral("the 10 best pieces stay, from 0.083 on"));
        QVERIFY(words.deeds(0).join(QLatin1Char('\n')).contains(QStringLiteral("by significance (retention)")));
        QVERIFY(words.deeds(0).last().contains(QStringLiteral("after the attention, before the feed-forward part")));
        QVERIFY(!words.hasLine(1));
        QCOMPARE(words.shortLine(1), QString());
        QCOMPARE(words.lineOf(1, 1), QStringLiteral("all pieces stay"));
        QVERIFY(words.layerCaption(1).endsWith(QStringLiteral("all pieces stay")));
        QCOMPARE(words.lineOf(2, 1), QStringLiteral("only [CLS] stays"));
        trace.encoding.pieces.front().text = "<s>"; // as RoBERTa calls it
        QCOMPARE(words.lineOf(2, 1), QStringLiteral("only <s> stays"));
        QVERIFY(words.deeds(2).join(QLatin1Char('|')).contains(QStringLiteral("<s> always stays")));
        QCOMPARE(words.droppedHere(), QStringLiteral("dropped here, after attention"));
        QVERIFY(words.caption(QStringLiteral("piece"), false)
                    .startsWith(QStringLiteral("significance of each piece in each layer's attention")));
        QVERIFY(words.layerCaption(0).startsWith(QStringLiteral("significance, layer 1")));
    }

    void trbert()
    {
        Trace trace = traceOf("trbert", 6); // 6 * 0.5 / 12 = 0.25
        trace.layers[0].drop = DropPlace::Nowhere;
        trace.layers[0].threshold = 0;
        trace.layers[1].threshold = 0.05F;
        const RuleWords words(trace);
        QVERIFY(!words.hasScores(0));
        QVERIFY(words.hasScores(1));
        QVERIFY(!words.hasLine(0));
        QCOMPARE(words.lineOf(0, 1), QStringLiteral("this layer decides nothing"));
        QCOMPARE(words.shortLine(0), QString());
        QVERIFY(words.deeds(0).last().contains(QStringLiteral("decides nothing")));
        QVERIFY(words.layerCaption(0).contains(QStringLiteral("decides nothing")));
        // A probability is each piece's own: those of a word are not added up.
        QCOMPARE(words.scored(1, 0.1F, 1), QStringLiteral("probability to be kept 0.600"));
        QCOMPARE(words.scored(1, 0.1F, 2), QStringLiteral("probability to be kept 0.300, mean of the pieces"));
        QCOMPARE(words.lineOf(1, 1), QStringLiteral("threshold 0.300"));
        QCOMPARE(words.shortLine(1), QStringLiteral("p ≥ 0.30"));
        QVERIFY(words.deeds(1).join(QLatin1Char('\n')).contains(QStringLiteral("is at least 0.300")));
    }

    void plain()
    {
        const Trace trace = test::handMadePlainTrace();
        const RuleWords words(trace);
        QCOMPARE(words.score(), QStringLiteral("attention"));
        QVERIFY(words.hasScores(0));
        QVERIFY(!words.hasLine(0));
        QCOMPARE(words.deeds(0), QStringList(QStringLiteral("this model drops nothing")));
        QVERIFY(words.caption(QStringLiteral("word"), true).startsWith(QStringLiteral("attention to each word")));
        QVERIFY(words.layerCaption(0).contains(QStringLiteral("drops nothing")));
    }

    /// Of every rule there is.
    void allRulesSpeak_data()
    {
        QTest::addColumn<QString>("score");
        QTest::newRow("adapler") << QStringLiteral("contribution");
        QTest::newRow("power") << QStringLiteral("significance");
        QTest::newRow("trbert") << QStringLiteral("probability to be kept");
        QTest::newRow("random") << QStringLiteral("random number");
        QTest::newRow("attention-topk") << QStringLiteral("significance");
        QTest::newRow("first") << QStringLiteral("position");
        QTest::newRow("last") << QStringLiteral("position");
    }
    void allRulesSpeak()
    {
        QFETCH(const QString, score);
        const Trace trace = traceOf(QTest::currentDataTag());
        const RuleWords words(trace);
        QCOMPARE(words.score(), score);
        QVERIFY(!words.threshold().isEmpty());
        QVERIFY(!words.shortLine(0).isEmpty());
        QVERIFY(words.deeds(0).size() >= 3);
    }
};

QTEST_MAIN(TestRuleWords)
#include "tst_rulewords.moc"
