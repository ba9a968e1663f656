// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"
#include "tests/support/gui/settled.h"
#include "widgets/compare/comparecontrols.h"
#include "widgets/compare/comparenumbers.h"
#include "widgets/style/palette.h"
#include "widgets/compare/comparepage.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/controls/methodchip.h"
#include "widgets/compare/rankingplot.h"
#include "widgets/controls/buttons.h"

#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <cmath>

using adaplens::ScoreMethod;
using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// The Compare page in the real window: cells show the scores, k moves selections and points, methods come and go, slow
/// ones on demand, and nothing old is ever shown.
class TestComparePage : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakeLog> m_log;
    std::unique_ptr<WindowFixture> m_fixture;

    ComparePage &page() { return *m_fixture->window().findChild<ComparePage *>(); }
    const Comparison &shown() { return page().view()->comparison(); }
    Attributions &scores() { return m_fixture->window().attributions(); }
    void click(ScoreMethod method) { QTest::mouseClick(page().controls()->chip(method), Qt::LeftButton); }
    bool scored() { return !shown().rows.empty() && shown().rows[0].scored; }

private Q_SLOTS:
    void init()
    {
        m_log = std::make_shared<FakeLog>();
        m_fixture = std::make_unique<WindowFixture>(fakeLoader(m_log));
        m_fixture->window().openModel(QStringLiteral("model"));
        m_fixture->type(QStringLiteral("the acting is simply gorgeous here"));
        m_fixture->clickPage(QStringLiteral("compare"));
        QTRY_VERIFY(page().isVisible());
        QTRY_VERIFY(scored());
    }
    void cleanup() { m_fixture.reset(); }

    void cellsShowTheScores()
    {
        QCOMPARE(shown().words.size(), std::size_t{6});
        QCOMPARE(shown().rows.size(), std::size_t{5});
        const Palette colours(page().view()->palette());
        const std::size_t layer = m_fixture->session().layer();
        for (std::size_t row = 0; row < shown().rows.size(); ++row) {
            const ComparedRow &at = shown().rows[row];
            const auto &pieces = scores().scores(at.method)->layers[at.method == ScoreMethod::Random ? 0 : layer];
            double sum = 0;
            for (std::size_t w = 0; w < 6; ++w) {
                sum += static_cast<double>(pieces[w + 1]);
            }
            for (std::size_t w = 0; w < 6; ++w) {
                const double share = static_cast<double>(pieces[w + 1]) / sum;
                QVERIFY(std::abs(at.shares[w] - share) < 1e-6);
                QCOMPARE(page().view()->cellColour(static_cast<int>(row), static_cast<int>(w)),
                         colours.relative(std::log2(share * 6)));
            }
        }
        const QRect cell = page().view()->cellRect(1, 4);
        const QString tip = page().view()->toolTipAt(cell.center());
        QVERIFY2(tip.contains(QStringLiteral("gorgeous")) && tip.contains(QStringLiteral("rank")), qPrintable(tip));
    }

    void theSliderMovesSelectionAndPoint()
    {
        QVERIFY(!page().plot()->point(0));
        m_fixture->window().rationale().set(m_fixture->session().trace()->text, {{14, 29}}, "positive");
        QTRY_COMPARE(shown().marked, std::size_t{2}); // "simply gorgeous"
        QCOMPARE(shown().top, std::size_t{2});        // as many as are marked
        page().controls()->topSlider()->setFocus();
        QTest::keyClick(page().controls()->topSlider(), Qt::Key_Right);
        QCOMPARE(shown().top, std::size_t{3});
        for (std::size_t row = 0; row < shown().rows.size(); ++row) {
            const auto &at = shown().rows[row];
            QCOMPARE(std::count(at.selected.begin(), at.selected.end(), 1), 3);
            QCOMPARE(*page().plot()->point(row), QPointF(at.counts.truePositiveRate(), at.counts.precision()));
        }
        QVERIFY(page().numbers()->text().contains(QStringLiteral("FPR")));
        page().view()->setFocus();
        QTest::keyClick(page().view(), Qt::Key_Minus);
        QCOMPARE(shown().top, std::size_t{2});
        QCOMPARE(page().controls()->topSlider()->value(), 2);
    }

    void methodsAreToggled()
    {
        click(ScoreMethod::Rollout);
        QCOMPARE(shown().rows.size(), std::size_t{4});
        QVERIFY(!page().controls()->chip(ScoreMethod::Rollout)->isChecked());
        click(ScoreMethod::AttentionReceived);
        QCOMPARE(shown().rows.size(), std::size_t{5});
        QCOMPARE(shown().rows[2].method, ScoreMethod::AttentionReceived);
        QTest::keyClick(page().controls()->chip(ScoreMethod::Rollout), Qt::Key_Space);
        QCOMPARE(shown().rows.size(), std::size_t{6});
    }

    void oneMethodAtAllLayers()
    {
        page().controls()->arrangementSwitch()->setCurrentIndex(1);
        QCOMPARE(shown().rows.size(), std::size_t{3});
        click(ScoreMethod::Saliency);
        QCOMPARE(shown().rows[2].method, ScoreMethod::Saliency);
        QCOMPARE(shown().rows[2].layer, std::optional<std::size_t>(2));
        QTest::mouseClick(page().view()->viewport(), Qt::LeftButton, {}, page().view()->cellRect(2, 3).center());
        QCOMPARE(m_fixture->session().layer(), std::size_t{2});
        QCOMPARE(m_fixture->session().piece(), std::optional<std::size_t>(4));
    }

    void wordsAndLayersAreShared()
    {
        m_fixture->session().select(0, 2);
        page().view()->setFocus();
        QTest::keyClick(page().view(), Qt::Key_Right);
        QTest::keyClick(page().view(), Qt::Key_Down);
        QCOMPARE(m_fixture->session().piece(), std::optional<std::size_t>(3));
        QCOMPARE(m_fixture->session().layer(), std::size_t{1});
        QCOMPARE(shown().rows[1].layer, std::optional<std::size_t>(1));
    }

    void weightsAndClassAreChosenAndSaid()
    {
        page().controls()->weightsSwitch()->setCurrentIndex(1);
        QTRY_VERIFY(scored() && shown().rows[1].source == "AdapLeR model");
        QVERIFY(page().controls()->classButton()->text().contains(QStringLiteral("positive")));
        page().controls()->classButton()->menu()->actions().at(1)->trigger();
        QTRY_VERIFY(scored() && scores().scores(ScoreMethod::Saliency)->target == std::size_t{0});
        QVERIFY(page().controls()->classButton()->text().contains(QStringLiteral("negative")));
    }

    void slowMethodsComeOnDemandAndCanBeCancelled()
    {
        MethodChip *chip = page().controls()->chip(ScoreMethod::LeaveOneOut);
        QVERIFY2(chip->note().contains(QStringLiteral("12")), qPrintable(chip->note()));
        click(ScoreMethod::LeaveOneOut);
        QTRY_VERIFY(chip->isChecked() && chip->note().isEmpty());
        QTRY_COMPARE(shown().rows.size(), std::size_t{6});
        QTRY_VERIFY(shown().rows[4].method == ScoreMethod::LeaveOneOut && shown().rows[4].scored);

        m_fixture->session().setText(QStringLiteral("an endless film"), std::nullopt);
        QTRY_VERIFY(shown().words.size() == 3 && scored());
        click(ScoreMethod::IntegratedGradients);
        QTRY_COMPARE(m_log->slowScorings, 2);
        QTRY_VERIFY(
            chip != nullptr &&
            page().controls()->chip(ScoreMethod::IntegratedGradients)->note().contains(QStringLiteral("cancel")));
        click(ScoreMethod::IntegratedGradients);
        QTRY_COMPARE(m_log->scoringsCancelled, 1);
        QVERIFY(!page().controls()->chip(ScoreMethod::IntegratedGradients)->isChecked());
        QVERIFY(scored());
    }

    void anOldTextsScoresNeverAppear()
    {
        m_fixture->session().setText(QStringLiteral("other words"), std::nullopt);
        m_fixture->session().setText(QStringLiteral("three more words"), std::nullopt);
        QTRY_VERIFY(shown().words.size() == 3 && scored());
        for (const ComparedRow &row : shown().rows) {
            QCOMPARE(row.shares.size(), std::size_t{3});
        }
        // While the page is hidden nothing is computed; coming back catches up.
        m_fixture->clickPage(QStringLiteral("inspect"));
        const int before = m_log->scorings;
        m_fixture->type(QStringLiteral("seen on another page"));
        QVERIFY(adaplens::test::settled(m_fixture->session().background()));
        QCOMPARE(m_log->scorings, before);
        m_fixture->clickPage(QStringLiteral("compare"));
        QTRY_VERIFY(shown().words.size() == 4 && scored());
    }

    void theFigureOfThePageIsExported()
    {
        for (const char *suffix : {"png", "svg", "pdf"}) {
            const QString path = m_fixture->file(QStringLiteral("figure.") + QLatin1String(suffix));
            m_fixture->window().exportTo(path);
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QFile svg(m_fixture->file(QStringLiteral("figure.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("saliency"));
    }

    void anEmptyTextShowsTheEmptyState()
    {
        m_fixture->session().setText({}, std::nullopt);
        QTRY_VERIFY(shown().words.empty());
        QVERIFY(page().view()->toolTipAt(QPointF(50, 50)).isEmpty());
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
