// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"
#include "widgets/controls/card.h"
#include "widgets/inspect/inspectpanels.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/session/session.h"

#include <QAction>
#include <QMenu>

using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// Keys and menu entries belong to the page that is shown, and panels keep the sizes that suit them until they are
/// dragged.
class TestPageActions : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(&m_fixture->window(), key, modifiers); }
    [[nodiscard]] QAction *action(const char *name) const
    {
        return m_fixture->window().findChild<QAction *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(fakeLoader(std::make_shared<FakeLog>()));
        const QString text = QStringLiteral("word ").repeated(150).trimmed();
        m_fixture->window().start(QStringLiteral("/models/fake"), text);
        QTRY_VERIFY(m_fixture->shows(text));
        QCOMPARE(m_fixture->session().trace()->windows, std::size_t{3});
    }
    void cleanup() { m_fixture.reset(); }

    void keysMeanNothingOnPagesThatDoNotHaveThem_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("parts");
        QTest::newRow("Inspect") << 0 << true;
        QTest::newRow("Compare") << 1 << true;
        QTest::newRow("Annotate") << 2 << false; // its parts are those of another text
        QTest::newRow("Evaluate") << 3 << false;
        QTest::newRow("Trade-off") << 4 << false;
        QTest::newRow("Train") << 5 << false;
    }
    void keysMeanNothingOnPagesThatDoNotHaveThem()
    {
        QFETCH(const int, page);
        QFETCH(const bool, parts);
        m_fixture->window().showPage(page);
        m_fixture->session().selectLayer(0);
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_fixture->session().layer(), page == 0 ? std::size_t{1} : std::size_t{0});
        press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(m_fixture->textBox().hasFocus(), page == 0);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_fixture->session().busy(), parts);
        QTRY_COMPARE(m_fixture->session().trace()->window, parts ? std::size_t{1} : std::size_t{0});
        QVERIFY(!m_fixture->session().busy());
    }

    void theViewMenuOffersWhatThePageHas()
    {
        QVERIFY(action("editText")->isVisible());
        QVERIFY(action("costPanel")->isVisible());
        QVERIFY(!action("rankingPanel")->isVisible());
        m_fixture->clickPage(QStringLiteral("compare"));
        QVERIFY(!action("editText")->isVisible());
        QVERIFY(!action("costPanel")->isVisible());
        QVERIFY(action("rankingPanel")->isVisible());
    }

    void clickingIntoAPanelKeepsItsSizeFitted()
    {
        InspectPanels &panels = *m_fixture->page().panels();
        QVERIFY(panels.areFitted());
        QTest::mouseClick(panels.prediction(), Qt::LeftButton);
        auto *dock = m_fixture->page().findChild<CardDock *>(QStringLiteral("cost"));
        QTest::mouseClick(dock->titleBarWidget(), Qt::LeftButton, {}, {5, 5});
        QTest::mouseClick(m_fixture->page().centralWidget(), Qt::LeftButton, {}, {1, 1});
        QVERIFY(panels.areFitted());
    }

    void draggingTheSpaceBetweenPanelsMakesTheirSizesTheUsers()
    {
        InspectPanels &panels = *m_fixture->page().panels();
        const auto *dock = m_fixture->page().findChild<CardDock *>(QStringLiteral("cost"));
        const QPoint between = dock->geometry().bottomLeft() + QPoint(dock->width() / 2, 5);
        QVERIFY(!m_fixture->page().childAt(between));
        QTest::mousePress(&m_fixture->page(), Qt::LeftButton, {}, between);
        QTest::mouseMove(&m_fixture->page(), between + QPoint(0, 12));
        QTest::mouseMove(&m_fixture->page(), between + QPoint(0, 24));
        QTest::mouseRelease(&m_fixture->page(), Qt::LeftButton, {}, between + QPoint(0, 24));
        QVERIFY(!panels.areFitted());
        m_fixture->type(QStringLiteral("another text"));
        QVERIFY(!panels.areFitted());
        action("resetPanels")->trigger();
        QVERIFY(panels.areFitted());
    }
};

QTEST_MAIN(TestPageActions)
#include "tst_pageactions.moc"
