// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "tests/widgets/style/pictures.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/controls/label.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/inspect/wordview.h"
#include "widgets/plots/legendentry.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/methods.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <functional>
#include <memory>

using adaplens::Trace;

/// What is painted by ourselves, where lines run from right to left: it begins at the right.
class TestMirrored : public QObject {
    Q_OBJECT

private:
    using Make = std::function<QWidget *()>;
    TraceSource m_source;
    QStandardItemModel m_model{1, 1};

    static Palette colours() { return Palette(QApplication::palette()); }
    /// As it looks with lines in that direction.
    static QImage picture(const Make &make, Qt::LayoutDirection direction)
    {
        const std::unique_ptr<QWidget> widget(make());
        widget->setLayoutDirection(direction);
        widget->resize(600, widget->sizeHint().height());
        return shown(*widget);
    }
    static QToolButton *toolButton()
    {
        auto *button = new QToolButton;
        button->setText(QStringLiteral("Save"));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        return button;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_source.setTrace(std::make_shared<const Trace>(adaplens::test::handMadeTrace()));
        m_model.setData(m_model.index(0, 0), QStringLiteral("0.25"));
        m_model.setData(m_model.index(0, 0), static_cast<int>(adaplens::ScoreMethod::Saliency), emphasis::MethodRole);
    }

    void beginsAtTheOtherSide_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<QColor>("colour"); // of what does not stand in the middle
        QTest::newRow("sample of a legend") << Make([] {
            return new LegendEntry(
                QStringLiteral("a method"), 2,
                [](QPainter &painter, const QRectF &box, const Palette &) { painter.fillRect(box, Qt::red); });
        }) << QColor(Qt::red);
        QTest::newRow("name in a legend")
            << Make([] { return new LegendEntry(QStringLiteral("mmmmmmmm"), 2, [](auto &&...) {}); })
            << colours().ink();
        QTest::newRow("label") << Make([] { return new Label(Label::Kind::Body, QStringLiteral("mmmmmmmm")); })
                               << colours().ink();
        QTest::newRow("bars of the prediction")
            << Make([this] { return new PredictionView(m_source); }) << colours().above();
        QTest::newRow("bars of a word") << Make([this] { return new WordView(m_source); }) << colours().above();
        QTest::newRow("rows of a word") << Make([this] { return new WordView(m_source); }) << colours().ink();
        QTest::newRow("text of a choice") << Make([] {
            auto *box = new QComboBox;
            box->addItem(QStringLiteral("mmmmmmmm"));
            return box;
        }) << colours().ink();
        QTest::newRow("icon of a button") << Make([] {
            QPixmap icon(32, 32);
            icon.fill(Qt::red);
            QToolButton *button = toolButton();
            button->setIcon(icon);
            return button;
        }) << QColor(Qt::red);
        QTest::newRow("swatch in a table") << Make([this] {
            auto *table = new QTableView;
            table->setModel(&m_model);
            table->horizontalHeader()->setStretchLastSection(true);
            return table;
        }) << methods::colour(adaplens::ScoreMethod::Saliency, colours());
    }
    void beginsAtTheOtherSide()
    {
        QFETCH(Make, make);
        QFETCH(QColor, colour);
        const double usual = centreOf(picture(make, Qt::LeftToRight), colour);
        const double mirrored = centreOf(picture(make, Qt::RightToLeft), colour);
        QVERIFY(usual > 0 && mirrored > 0);
        const double away = std::abs(usual - 0.5); // letters are no mirror images: it need only be the nearer side
        QVERIFY2(away > 0.02 && std::abs(usual + mirrored - 1) < away,
                 qPrintable(QStringLiteral("%1 and %2").arg(usual).arg(mirrored)));
    }

    void aMenusArrowStandsBehindTheText()
    {
        QMenu menu;
        const Make make([&menu] {
            QToolButton *button = toolButton();
            button->setMenu(&menu);
            button->setPopupMode(QToolButton::InstantPopup);
            return button;
        });
        const QImage usual = picture(make, Qt::LeftToRight), mirrored = picture(make, Qt::RightToLeft);
        const int part = usual.width() / 8;
        const auto drawn = [part](const QImage &image, bool right) {
            const QImage side = image.copy(right ? image.width() - part : 4, 4, part - 4, image.height() - 8);
            return side.size() == QSize() ? 0 : side.width() * side.height() - count(side, side.pixelColor(0, 0));
        };
        QVERIFY(drawn(usual, true) > drawn(usual, false));
        QVERIFY(drawn(mirrored, false) > drawn(mirrored, true));
    }

    void joinedButtonsAreRoundAtBothEnds()
    {
        const Make make([] {
            auto *bar = new QTabBar;
            bar->addTab(QStringLiteral("Words"));
            bar->addTab(QStringLiteral("Pieces"));
            bar->setExpanding(true);
            bar->setFocusPolicy(Qt::NoFocus); // no ring hides the corners
            return bar;
        });
        const QImage usual = picture(make, Qt::LeftToRight), mirrored = picture(make, Qt::RightToLeft);
        QVERIFY(centreOf(usual, colours().accentSoft()) < 0.5); // the first is chosen
        QVERIFY(centreOf(mirrored, colours().accentSoft()) > 0.5);
        for (const QImage &image : {usual, mirrored}) {
            const QColor ground = QApplication::palette().color(QPalette::Window);
            QCOMPARE(image.pixelColor(0, 0), ground);
            QCOMPARE(image.pixelColor(image.width() - 1, 0), ground);
        }
    }

    void wordsOfAComparisonRunWithTheText()
    {
        for (const bool mirrored : {false, true}) {
            const std::string word = mirrored ? "טוב" : "fine", text = word + " " + word;
            adaplens::Encoding encoding;
            for (std::size_t i = 0; i < 2; ++i) {
                const std::size_t begin = i * (word.size() + 1);
                encoding.pieces.push_back(
                    {.text = word, .source = {begin, begin + word.size()}, .word = static_cast<int>(i)});
                encoding.words.push_back({{begin, begin + word.size()}, 0});
            }
            ComparisonOptions options;
            options.methods = {adaplens::ScoreMethod::Contribution};
            TraceSource source;
            ComparisonView view(source);
            view.resize(600, 300);
            view.show();
            view.setComparison(compare(encoding, text, 1, nullptr, {}, options));
            const QRect first = view.cellRect(0, 0), second = view.cellRect(0, 1);
            QVERIFY(!first.isEmpty() && !second.isEmpty());
            QCOMPARE(first.left() > second.right(), mirrored);
            QCOMPARE(first.right() < second.left(), !mirrored);
            QVERIFY(view.viewport()->rect().contains(first));
        }
    }
};

QTEST_MAIN(TestMirrored)
#include "tst_mirrored.moc"
