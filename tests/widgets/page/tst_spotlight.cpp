// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/card.h"
#include "widgets/page/spotlight.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

/// One card of a page alone, and all of them again.
class TestSpotlight : public QObject {
    Q_OBJECT

    QMainWindow m_page;
    QLineEdit *m_input = nullptr;
    Card *m_text = nullptr, *m_map = nullptr;
    CardDock *m_right = nullptr, *m_below = nullptr;
    QSplitter *m_splitter = nullptr;
    Spotlight *m_spotlight = nullptr;

    static CardHeader *header(const QString &title) { return new CardHeader(title, {}, {}); }
    QList<QWidget *> all() const { return {m_input, m_text, m_map, m_right, m_below}; }
    QList<QWidget *> shown() const
    {
        QList<QWidget *> result;
        for (QWidget *widget : all()) {
            if (widget->isVisible()) {
                result.append(widget);
            }
        }
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_page.resize(1000, 700);
        auto *centre = new QWidget;
        auto *column = new QVBoxLayout(centre);
        column->addWidget(m_input = new QLineEdit);
        column->addWidget(m_splitter = new QSplitter(Qt::Vertical), 1);
        m_splitter->addWidget(m_text = new Card(header(QStringLiteral("Text")), new QLabel(QStringLiteral("a text"))));
        m_splitter->addWidget(m_map = new Card(header(QStringLiteral("Map")), new QLineEdit));
        m_page.setCentralWidget(centre);
        const auto dock = [this](const QString &title, Qt::DockWidgetArea area) {
            auto *made = new CardDock(title, title, header(title), new QLabel(title), &m_page);
            m_page.addDockWidget(area, made);
            return made;
        };
        m_right = dock(QStringLiteral("Cost"), Qt::RightDockWidgetArea);
        m_below = dock(QStringLiteral("Scores"), Qt::BottomDockWidgetArea);
        m_spotlight = new Spotlight(&m_page);
        m_spotlight->listen();
        m_page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_page));
        m_splitter->setSizes({100, 400});
        m_page.resizeDocks({m_right}, {260}, Qt::Horizontal);
        QCoreApplication::processEvents();
    }

    void cleanup()
    {
        m_spotlight->showAll();
        QCOMPARE(shown(), all());
    }

    void aCardIsAloneAndAsLargeAsThePage()
    {
        QCOMPARE(m_spotlight->cards().size(), 4); // the input has no title
        const QList<QSize> before{m_text->size(), m_map->size(), m_right->size(), m_below->size()};
        for (QWidget *card : m_spotlight->cards()) {
            m_spotlight->show(card);
            QCOMPARE(m_spotlight->card(), card);
            QCOMPARE(shown(), QList<QWidget *>{card});
            QTRY_VERIFY2(card->width() > 900 && card->height() > 600,
                         qPrintable(QStringLiteral("%1 x %2").arg(card->width()).arg(card->height())));
        }
        m_spotlight->showAll();
        QCOMPARE(m_spotlight->card(), nullptr);
        QTRY_COMPARE((QList<QSize>{m_text->size(), m_map->size(), m_right->size(), m_below->size()}), before);
    }

    void fromCardToCardAndBack()
    {
        const QList<QWidget *> cards = m_spotlight->cards();
        for (QWidget *card : cards) {
            m_spotlight->step(1);
            QCOMPARE(m_spotlight->card(), card);
        }
        m_spotlight->step(1);
        QCOMPARE(m_spotlight->card(), nullptr);
        QCOMPARE(shown(), all());
        m_spotlight->step(-1);
        QCOMPARE(m_spotlight->card(), cards.last());
        m_spotlight->step(-1);
        QCOMPARE(m_spotlight->card(), cards[2]);
    }

    void aDoubleClickOnATitleShowsItAlone()
    {
        for (QWidget *card : {static_cast<QWidget *>(m_map), static_cast<QWidget *>(m_right)}) {
            auto *title = card->findChild<CardHeader *>();
            QTest::mouseDClick(title, Qt::LeftButton, {}, QPoint(5, 5));
            QCOMPARE(m_spotlight->card(), card);
            QTest::mouseDClick(title, Qt::RightButton, {}, QPoint(5, 5));
            QCOMPARE(m_spotlight->card(), card);
            QTest::mouseDClick(title, Qt::LeftButton, {}, QPoint(5, 5));
            QCOMPARE(m_spotlight->card(), nullptr);
            QVERIFY(!m_right->isFloating());
        }
    }

    void whatWasHiddenStaysHidden()
    {
        m_right->hide();
        m_spotlight->show(m_map);
        m_spotlight->showAll();
        QVERIFY(m_right->isHidden());
        m_right->show();
        m_right->setFloating(true);
        QCOMPARE(m_spotlight->cards().size(), 3);
        m_spotlight->show(m_map);
        QVERIFY(m_right->isVisible()); // a window of its own is in nobody's way
        m_spotlight->showAll();
        m_right->setFloating(false);
    }

    void theCardOfAWidget()
    {
        QCOMPARE(m_spotlight->cardOf(m_map->content()), m_map);
        QCOMPARE(m_spotlight->cardOf(m_right->widget()), m_right);
        QCOMPARE(m_spotlight->cardOf(m_input), nullptr);
        QCOMPARE(m_spotlight->cardOf(nullptr), nullptr);
        m_spotlight->toggle(m_map);
        m_spotlight->toggle(m_map);
        QCOMPARE(m_spotlight->card(), nullptr);
    }
};

QTEST_MAIN(TestSpotlight)
#include "tst_spotlight.moc"
