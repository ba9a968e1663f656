// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/style/format.h"
#include "widgets/trace/tokenmapmodel.h"

#include <QTest>

using namespace adaplens;
using TracePointer = std::shared_ptr<const Trace>;

Q_DECLARE_METATYPE(TracePointer)

class TestTokenMapModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheTraces_data();
    void everyCellIsTheTraces();
    void tellsTheStoryOfAWord();
    void marksUnknownPieces();
    void saysThatAPlainModelDropsNothing();
    void emptyTraces();
    void formatsNumbers();
    void formatsWords();
};

namespace {

TracePointer shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

} // namespace

void TestTokenMapModel::everyCellIsTheTraces_data()
{
    QTest::addColumn<TracePointer>("trace");
    QTest::addColumn<TokenMapModel::Mode>("mode");
    QTest::newRow("words") << shared(test::handMadeTrace()) << TokenMapModel::Mode::Words;
    QTest::newRow("pieces") << shared(test::handMadeTrace()) << TokenMapModel::Mode::Pieces;
    QTest::newRow("plain") << shared(test::handMadePlainTrace()) << TokenMapModel::Mode::Words;
    QTest::newRow("long") << shared(test::longTrace(512, 12)) << TokenMapModel::Mode::Words;
}

void TestTokenMapModel::everyCellIsTheTraces()
{
    QFETCH(TracePointer, trace);
    QFETCH(TokenMapModel::Mode, mode);
    TokenMapModel model;
    model.setTrace(trace);
    model.setMode(mode);
    const auto columns = adaplens::columns(*trace, mode == TokenMapModel::Mode::Pieces);
    QCOMPARE(model.columnCount(), static_cast<int>(columns.size()));
    QCOMPARE(model.rowCount(), static_cast<int>(trace->layers.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto &pieces = columns[static_cast<std::size_t>(column)].pieces;
            const WordScore score =
                scoreOf(*trace, columns[static_cast<std::size_t>(column)], static_cast<std::size_t>(row));
            const WordScore &shown = model.cell(row, column).score;
            QCOMPARE(shown.fate, score.fate);
            QCOMPARE(shown.raw, score.raw);
            QCOMPARE(shown.adjusted, score.adjusted);
            QCOMPARE(shown.ratio(), score.ratio());
            int here = 0, before = 0;
            bool reached = false;
            for (const std::uint32_t piece : pieces) {
                const auto dropped = test::droppedAt(*trace, piece);
                here += dropped && *dropped == static_cast<std::size_t>(row) ? 1 : 0;
                before += dropped && *dropped < static_cast<std::size_t>(row) ? 1 : 0;
                reached = reached || !dropped;
                QCOMPARE(model.columnOf(piece), column);
            }
            QCOMPARE(model.cell(row, column).droppedHere, here);
            QCOMPARE(model.cell(row, column).droppedBefore, before);
            QCOMPARE(model.reached(column), reached);
            QVERIFY(!model.toolTip(row, column).isEmpty());
            QVERIFY(!model.sentence(row, column).isEmpty());
        }
    }
}

void TestTokenMapModel::tellsTheStoryOfAWord()
{
    TokenMapModel model;
    model.setTrace(shared(test::handMadeTrace()));
    const int film = model.columnOf(4), split = model.columnOf(6), fine = model.columnOf(3);
    QCOMPARE(model.label(film), QStringLiteral("film"));
    QCOMPARE(model.layerName(1), QStringLiteral("Layer 2"));
    QCOMPARE(model.layerSummary(0), QStringLiteral("12 → 10  δ 0.50/n"));
    QCOMPARE(model.columnOf(7), split);
    QCOMPARE(model.columnOf(99), -1);
    QCOMPARE(model.columnOf(std::nullopt), -1);

    const QString before = model.toolTip(0, film);
    QVERIFY2(before.contains(QStringLiteral("“film” · entering layer 1")), qPrintable(before));
    QVERIFY(before.contains(QStringLiteral("threshold 0.042")));
    QVERIFY(before.contains(QStringLiteral("dropped later: layer 2")));
    QVERIFY(model.toolTip(1, film).contains(QStringLiteral("dropped here")));
    QVERIFY(model.toolTip(2, film).contains(QStringLiteral("gone: dropped at layer 2")));
    QVERIFY(model.toolTip(2, fine).contains(QStringLiteral("reaches the prediction")));
    const QString partly = model.toolTip(1, split);
    QVERIFY2(partly.contains(QStringLiteral("1 of 3 pieces dropped here")), qPrintable(partly));
    QVERIFY(partly.contains(QStringLiteral("##table")));
    QCOMPARE(model.dropLayer(film), std::optional<std::size_t>(1));
    QCOMPARE(model.dropLayer(fine), std::optional<std::size_t>());
    QVERIFY(model.sentence(0, film).endsWith(QStringLiteral("dropped later at layer 2.")));
    QVERIFY(model.rowToolTip(0).contains(QStringLiteral("12 tokens")));
    auto roberta = std::make_shared<Trace>(*model.trace());
    roberta->encoding.pieces.front().text = "<s>"; // which would strike out the rest of the tip
    model.setTrace(roberta);
    QVERIFY(model.rowToolTip(0).contains(QStringLiteral("&lt;s&gt; always stays")));
    QVERIFY(!model.rowToolTip(0).contains(QStringLiteral("<s>")));
    const QFontMetricsF metrics{QFont()};
    QVERIFY(model.predictionSummary(metrics, 1000).startsWith(QStringLiteral("positive 97")));
    QVERIFY(model.predictionShare().startsWith(QStringLiteral("97")));
}

void TestTokenMapModel::marksUnknownPieces()
{
    TokenMapModel model;
    model.setTrace(shared(test::handMadeTrace()));
    const int emoji = model.columnOf(9);
    QCOMPARE(model.label(emoji), QString::fromUtf8("\xF0\x9F\x98\x80"));
    QVERIFY(model.toolTip(0, emoji).contains(QStringLiteral("[UNK]")));
    model.setMode(TokenMapModel::Mode::Pieces);
    QCOMPARE(model.label(model.columnOf(9)), QStringLiteral("[UNK]"));
    QVERIFY(model.toolTip(0, model.columnOf(9)).contains(QString::fromUtf8("\xF0\x9F\x98\x80")));
}

void TestTokenMapModel::saysThatAPlainModelDropsNothing()
{
    TokenMapModel model;
    model.setTrace(shared(test::handMadePlainTrace()));
    QCOMPARE(model.layerSummary(0), QStringLiteral("12 tokens"));
    QVERIFY(model.toolTip(0, 2).contains(QStringLiteral("attention")));
    QVERIFY(model.toolTip(0, 2).contains(QStringLiteral("drops nothing")));
    QVERIFY(model.sentence(0, 2).contains(QStringLiteral("drops nothing")));
}

void TestTokenMapModel::emptyTraces()
{
    TokenMapModel model;
    QCOMPARE(model.rowCount(), 0);
    model.setTrace(shared(Trace()));
    QCOMPARE(model.columnCount(), 0);
    model.setTrace(shared(test::handMadeTrace()));
    QVERIFY(model.columnCount() > 0);
    model.setTrace(nullptr);
    QCOMPARE(model.columnCount(), 0);
    QCOMPARE(model.columnOf(0), -1);
}

void TestTokenMapModel::formatsNumbers()
{
    QCOMPARE(format::score(0.118), QStringLiteral("0.118"));
    QCOMPARE(format::score(0.00195), QStringLiteral("0.0019"));
    QCOMPARE(format::score(0), QStringLiteral("0.000"));
    QCOMPARE(format::times(1.44), QStringLiteral("1.4\u202F×"));
    QCOMPARE(format::times(0.04), QStringLiteral("0.04\u202F×"));
    QCOMPARE(format::times(14.2), QStringLiteral("14\u202F×"));
    QCOMPARE(format::percent(0.5), QStringLiteral("50\u202F%"));
    QCOMPARE(format::percent(0.9971), QStringLiteral("99.7\u202F%"));
    QCOMPARE(format::percent(1), QStringLiteral("100\u202F%"));
    QCOMPARE(format::tokens(1), QStringLiteral("1 token"));
    QCOMPARE(format::words(3), QStringLiteral("3 words"));
}

void TestTokenMapModel::formatsWords()
{
    QCOMPARE(format::word("caf\xC3\xA9"), QStringLiteral("café"));
    QCOMPARE(format::word(std::string("a\0b", 3)), QStringLiteral("a\uFFFDb"));
    QCOMPARE(format::word("\xFFz"), QStringLiteral("\uFFFDz"));
    QCOMPARE(format::word(std::string(10'000, 'x'), 8), QStringLiteral("xxxxxxx…"));
    std::string emoji;
    for (int i = 0; i < 50; ++i) {
        emoji += "\xF0\x9F\x98\x80";
    }
    QVERIFY(!format::word(emoji, 8).contains(QChar::ReplacementCharacter));
    QVERIFY(format::word(emoji, 8).isValidUtf16());
}

QTEST_MAIN(TestTokenMapModel)
#include "tst_tokenmapmodel.moc"
