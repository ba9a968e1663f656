// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"
#include "widgets/page/spotlight.h"
#include "widgets/style/palette.h"
#include "widgets/trace/layerbar.h"
#include "widgets/window/pagerail.h"
#include "widgets/window/presenter.h"
#include "widgets/window/topbar.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QSignalSpy>

/// The window before an audience.
class TestPresenter : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    MainWindow &window() { return m_fixture->window(); }
    Presenter &presenter() { return *window().presenter(); }
    Spotlight &spotlight() { return *window().currentPage()->spotlight(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), key, modifiers);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture =
            std::make_unique<WindowFixture>(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>()));
        window().start(QStringLiteral("/models/fake"), QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a gorgeous film")));
        window().resize(1280, 720);
        window().findChild<QAction *>(QStringLiteral("present"))->trigger();
        QVERIFY(presenter().isOn());
    }
    void cleanup() { m_fixture.reset(); }

    void nothingButThePage()
    {
        QVERIFY(!window().topBar()->isVisible());
        QVERIFY(!window().findChild<PageRail *>()->isVisible());
        QVERIFY(window().isFullScreen());
        QVERIFY(window().findChild<QLabel *>(QStringLiteral("presenterKeys"))->isVisible());
        press(Qt::Key_F11);
        QVERIFY(!presenter().isOn());
        QVERIFY(window().topBar()->isVisible());
        QVERIFY(window().findChild<PageRail *>()->isVisible());
        QVERIFY(!window().isFullScreen());
    }

    void thePageKeysGoFromCardToCardOfEveryPage()
    {
        for (int page = 0; page < window().pages().size(); ++page) {
            window().showPage(page);
            QCoreApplication::processEvents();
            const QList<QWidget *> cards = spotlight().cards();
            QVERIFY(!cards.isEmpty());
            for (QWidget *card : cards) {
                press(Qt::Key_PageDown);
                QCOMPARE(spotlight().card(), card);
                QVERIFY(card->isVisible());
            }
            press(Qt::Key_PageDown);
            QCOMPARE(spotlight().card(), nullptr);
            press(Qt::Key_PageUp);
            QCOMPARE(spotlight().card(), cards.last());
            press(Qt::Key_Escape);
            QCOMPARE(spotlight().card(), nullptr);
            QVERIFY(presenter().isOn());
            QCOMPARE(spotlight().cards(), cards);
        }
        press(Qt::Key_Escape);
        QVERIFY(!presenter().isOn());
    }

    void theLastRowCanReadIt()
    {
        QFont small = QApplication::font();
        QVERIFY(small.pointSizeF() * 0.85 >= Presenter::smallestPoints);
        for (int page = 0; page < window().pages().size(); ++page) {
            window().showPage(page);
            QCoreApplication::processEvents();
            for (const QLabel *label : window().currentPage()->findChildren<QLabel *>()) {
                if (label->isVisible() && !label->text().isEmpty()) {
                    QVERIFY2(label->font().pointSizeF() >= Presenter::smallestPoints,
                             qPrintable(QStringLiteral("%1: %2 of %3")
                                            .arg(label->text())
                                            .arg(label->font().pointSizeF())
                                            .arg(QApplication::font().pointSizeF())));
                }
            }
        }
        const double points = QApplication::font().pointSizeF();
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(QApplication::font().pointSizeF() > points);
        press(Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(QApplication::font().pointSizeF() < points * 1.2);
        presenter().leave();
        QVERIFY(QApplication::font().pointSizeF() <= points / 1.6 + 0.1);
    }

    void itsKeysGoBeforeThoseOfAPage()
    {
        const QShortcut own(Qt::Key_F5, &window());
        QSignalSpy pressed(&own, &QShortcut::activated);
        press(Qt::Key_F5);
        QVERIFY(window().inspectPage()->layerBar()->isPlaying());
        QCOMPARE(pressed.size(), 0);
        press(Qt::Key_F11);
        press(Qt::Key_F5);
        QCOMPARE(pressed.size(), 1);
    }

    void layersPlayAtAPace()
    {
        LayerBar &layers = *window().inspectPage()->layerBar();
        const int pace = layers.pace();
        press(Qt::Key_F7);
        QVERIFY(layers.pace() < pace);
        press(Qt::Key_F6);
        press(Qt::Key_F6);
        QVERIFY(layers.pace() > pace);
        for (int i = 0; i < 30; ++i) {
            press(Qt::Key_F7);
        }
        QVERIFY(layers.pace() >= 100);
        press(Qt::Key_F5);
        QVERIFY(layers.isPlaying());
        press(Qt::Key_F5);
        QVERIFY(!layers.isPlaying());
    }

    void contrastIsForThisOnly()
    {
        const QColor ground = QApplication::palette().color(QPalette::Window);
        press(Qt::Key_F8);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::palette().color(QPalette::Window), ground);
    }

    void nothingIsKept()
    {
        press(Qt::Key_PageDown);
        QVERIFY(spotlight().card() != nullptr);
        m_fixture->reopen();
        QCOMPARE(m_fixture->settings().value(QStringLiteral("zoom"), 100).toInt(), 100);
        QVERIFY(!presenter().isOn());
        QVERIFY(window().topBar()->isVisible());
        QVERIFY(!window().isFullScreen());
        QVERIFY(spotlight().cards().size() > 4);
    }

    void writingGoesOn()
    {
        m_fixture->textBox().setFocus();
        m_fixture->type(QStringLiteral("another film"));
        QVERIFY(presenter().isOn());
        press(Qt::Key_F1);
        QVERIFY(window().findChild<QLabel *>(QStringLiteral("presenterKeys"))->isVisible());
    }

    void oneCardAloneWithoutAnAudience()
    {
        press(Qt::Key_F11);
        auto *alone = window().findChild<QAction *>(QStringLiteral("cardAlone"));
        m_fixture->textBox().setFocus(); // no card with a title: the first one
        alone->trigger();
        QVERIFY(spotlight().card() != nullptr);
        alone->trigger();
        QCOMPARE(spotlight().card(), nullptr);
        QWidget *inside = window().inspectPage()->layerBar()->findChild<QWidget *>();
        QWidget *card = spotlight().cardOf(inside);
        QVERIFY(card != nullptr);
        for (QWidget *widget : card->findChildren<QWidget *>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                widget->setFocus();
                break;
            }
        }
        alone->trigger();
        QCOMPARE(spotlight().card(), card);
        alone->trigger();
    }
};

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
