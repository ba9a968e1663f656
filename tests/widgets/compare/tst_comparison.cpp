// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include <QTest>

using adaplens::ByteRange;
using adaplens::ScoreMethod;

/// The table behind the Compare page: shares, ranks, selections, votes and agreement, against numbers worked out by
/// hand.
class TestComparison : public QObject {
    Q_OBJECT

private:
    std::string m_text = "not so very good";
    adaplens::Encoding m_encoding;
    adaplens::Attribution m_scores;

    Comparison with(std::size_t top, const std::vector<ByteRange> &rationale, std::size_t layer = 0,
                    std::optional<ScoreMethod> across = std::nullopt) const
    {
        ComparisonOptions options;
        options.methods = {ScoreMethod::Contribution, ScoreMethod::Saliency, ScoreMethod::LeaveOneOut,
                           ScoreMethod::Random};
        options.acrossLayers = across;
        options.layer = layer;
        options.top = top;
        return compare(m_encoding, m_text, 2, &m_scores, rationale, options);
    }

private Q_SLOTS:
    void init()
    {
        m_encoding = {};
        const auto piece = [this](const char *text, std::size_t begin, std::size_t end, int word) {
            m_encoding.pieces.push_back({.text = text, .source = {begin, end}, .word = word, .special = word < 0});
        };
        piece("[CLS]", 0, 0, -1);
        piece("not", 0, 3, 0);
        piece("so", 4, 6, 1);
        piece("ve", 7, 9, 2); // a word of two pieces
        piece("##ry", 9, 11, 2);
        piece("good", 12, 16, 3);
        piece("[SEP]", 0, 0, -1);
        m_encoding.words = {{{0, 3}, 0}, {{4, 6}, 0}, {{7, 11}, 0}, {{12, 16}, 0}};
        const auto add = [this](ScoreMethod method, std::vector<std::vector<float>> layers) {
            adaplens::TokenScores scores;
            scores.method = method;
            scores.layers = std::move(layers);
            m_scores.scores.push_back(std::move(scores));
        };
        m_scores = {};
        add(ScoreMethod::Contribution, {{0.5F, 0.2F, 0, 0.05F, 0.05F, 0.1F, 0.1F}, {0.9F, 0.1F, 0, 0, 0, 0, 0}});
        add(ScoreMethod::Saliency, {{0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.4F, 0.1F}, {0.3F, 0, 0, 0, 0, 0.4F, 0.3F}});
        add(ScoreMethod::LeaveOneOut, {{0, 0.3F, -0.2F, 0, 0, 0.1F, 0}});
        add(ScoreMethod::Random, {{0.1F, 0.1F, 0.4F, 0.1F, 0.1F, 0.1F, 0.1F}});
    }

    void wordsAddTheirPieces()
    {
        const Comparison all = with(1, {});
        QCOMPARE(all.words.size(), std::size_t{4});
        QCOMPARE(all.words[2].label, std::string("very"));
        QCOMPARE(all.words[2].piece, std::size_t{3});
        QCOMPARE(all.words[2].pieces, std::size_t{2});
        const ComparedRow &cp = all.rows[0];
        QVERIFY(cp.scored);
        QVERIFY(std::abs(cp.raw[2] - 0.1) < 1e-6);
        // Special pieces are left out: 0.2, 0, 0.1, 0.1 are shares of 0.4.
        QVERIFY(std::abs(cp.shares[0] - 0.5) < 1e-6);
        QVERIFY(std::abs(cp.shares[2] - 0.25) < 1e-6);
        // Five pieces: a word of one is level at 1/5, one of two at 2/5.
        QVERIFY(std::abs(cp.ratios[0] - 2.5) < 1e-6);
        QVERIFY(std::abs(cp.ratios[2] - 0.625) < 1e-6);
        QCOMPARE(cp.ranks, (std::vector<std::size_t>{1, 4, 2, 3})); // equal scores: the earlier word first
    }

    void negativeScoresAreKeptButDoNotCount()
    {
        const ComparedRow row = with(2, {}).rows[2];
        QVERIFY(std::abs(row.raw[1] + 0.2) < 1e-6);
        QVERIFY(std::abs(row.shares[1]) < 1e-9);
        QVERIFY(std::abs(row.shares[0] - 0.75) < 1e-6);
        QVERIFY(!row.layer);
    }

    void rowsVoteButChanceDoesNot()
    {
        const Comparison all = with(1, {});
        QCOMPARE(all.voters, std::size_t{3});
        QCOMPARE(all.words[0].votes, std::size_t{2}); // contribution, leave-one-out
        QCOMPARE(all.words[3].votes, std::size_t{1}); // saliency
        QCOMPARE(all.words[1].votes, std::size_t{0}); // random alone
        QCOMPARE(all.words[1].split, 0.0);
        QCOMPARE(all.words[0].split, 1.0);
        QCOMPARE(all.overlap(0, 2), 1.0);
        QCOMPARE(all.overlap(0, 1), 0.0);
    }

    void agreementWithTheRationale()
    {
        const Comparison all = with(2, {{0, 3}, {12, 16}}); // "not" and "good"
        QCOMPARE(all.marked, std::size_t{2});
        QVERIFY(all.words[0].marked && all.words[3].marked && !all.words[2].marked);
        const ComparedRow &cp = all.rows[0]; // selects "not", "very"
        QCOMPARE(cp.counts.truePositive, std::size_t{1});
        QCOMPARE(cp.counts.falsePositive, std::size_t{1});
        QCOMPARE(cp.recall, (std::vector<double>{0.5, 0.5, 1, 1}));
        QCOMPARE(cp.precision, (std::vector<double>{1, 0.5, 2.0 / 3, 0.5}));
        // "very" and "good" are one threshold: AP = 1/2 * 1 + 1/2 * 2/3.
        QVERIFY(std::abs(*cp.averagePrecision - 5.0 / 6) < 1e-9);
        const ComparedRow &saliency = all.rows[1]; // "good" first, then "very" with the sum of its pieces
        QCOMPARE(saliency.ranks, (std::vector<std::size_t>{3, 4, 2, 1}));
    }

    void oneMethodAtAllLayers()
    {
        const Comparison all = with(1, {}, 0, ScoreMethod::Contribution);
        QCOMPARE(all.rows.size(), std::size_t{2});
        QCOMPARE(all.rows[1].layer, std::optional<std::size_t>(1));
        QVERIFY(std::abs(all.rows[1].shares[0] - 1) < 1e-6);
        QCOMPARE(with(1, {}, 0, ScoreMethod::Random).rows.size(), std::size_t{1});
    }

    void wordsWithoutAScoreAreNotSelected()
    {
        const Comparison all = with(3, {{0, 3}}, 1); // contribution scores "not" alone, saliency "good" alone
        QCOMPARE(all.rows[0].selected, (std::vector<std::uint8_t>{1, 0, 0, 0}));
        QCOMPARE(all.rows[0].chosen, std::size_t{1});
        QCOMPARE(all.rows[0].counts.falsePositive, std::size_t{0});
        QCOMPARE(all.rows[3].chosen, std::size_t{3});
        QVERIFY(all.anyShort());
        QVERIFY(!with(1, {}).anyShort());
        // Leaving out selects "not" and "good": one word in common with contribution, of two.
        QCOMPARE(all.rows[2].chosen, std::size_t{2});
        QCOMPARE(all.overlap(0, 2), 0.5);
        QCOMPARE(all.overlap(0, 1), 0.0);
    }

    void nothingIsScoredBeforeThereAreScores()
    {
        ComparisonOptions options;
        options.methods = {ScoreMethod::Attention};
        options.top = 9;
        const Comparison all = compare(m_encoding, m_text, 2, nullptr, {}, options);
        QCOMPARE(all.top, std::size_t{4}); // at most all
        QVERIFY(!all.rows[0].scored);
        QCOMPARE(all.voters, std::size_t{0});
    }
};

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
