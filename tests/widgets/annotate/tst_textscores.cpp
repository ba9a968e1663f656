// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "tests/support/fakeanalyser.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/annotate/textscores.h"
#include "widgets/trace/windowswitcher.h"

#include <QTableWidget>
#include <QTest>

using namespace adaplens;

/// How the figures of the text under work come and go, with a fake model.
class TestTextScores : public QObject {
    Q_OBJECT

private:
    TextAgreementView m_view;
    WindowSwitcher m_switcher;
    std::unique_ptr<TextScores> m_scores;

private Q_SLOTS:
    void init()
    {
        m_view.show();
        m_scores =
            std::make_unique<TextScores>(test::fakeLoader(std::make_shared<test::FakeLog>()), m_view, m_switcher);
        m_scores->setShown(true);
    }
    void cleanup() { m_scores.reset(); }

    void followTextAndMarks()
    {
        const QString none = m_view.about();
        QVERIFY(!none.isEmpty());
        const auto example = test::marked("a plain film", "positive", {"plain"});
        m_scores->setExample(example.get());
        const QString noModel = m_view.about();
        QVERIFY(noModel != none);
        m_scores->open("model", Precision::Float32);
        QTRY_VERIFY(m_view.table()->isVisible() && m_view.table()->isEnabled());
        QCOMPARE(m_view.agreements().marked, std::size_t{1});
        Example more = *example;
        more.rationale.push_back({8, 12});
        m_scores->setExample(&more); // other marks: at once, without a run
        QVERIFY(m_view.table()->isEnabled());
        QCOMPARE(m_view.agreements().marked, std::size_t{2});
        const auto another = test::marked("another one", "positive");
        m_scores->setExample(another.get());
        QVERIFY(!m_view.table()->isEnabled()); // of the text before
        QTRY_VERIFY(m_view.table()->isEnabled());
        QCOMPARE(m_view.agreements().marked, std::size_t{0});
        m_scores->setExample(nullptr);
        QVERIFY(!m_view.table()->isVisible());
        QCOMPARE(m_view.about(), none);
    }

    void sayWhatWentWrong()
    {
        const auto bad = test::marked("a bad film", "positive");
        m_scores->setExample(bad.get());
        m_scores->open("model", Precision::Float32);
        QTRY_COMPARE(m_view.about(), QStringLiteral("This text cannot be read."));
        const auto good = test::marked("a good film", "positive");
        m_scores->setExample(good.get());
        QTRY_VERIFY(m_view.table()->isVisible() && m_view.table()->isEnabled());
    }
};

QTEST_MAIN(TestTextScores)
#include "tst_textscores.moc"
