// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "widgets/style/appstyle.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/palette.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <functional>
#include <memory>

namespace {

QToolButton *toolButton(bool bare)
{
    auto *button = new QToolButton;
    button->setText(QStringLiteral("Save"));
    button->setAutoRaise(bare);
    button->setCheckable(true);
    return button;
}

} // namespace

/// Native widgets under the program's style.
class TestAppStyle : public QObject {
    Q_OBJECT

private:
    Palette colours() const { return Palette(QApplication::palette()); }

private Q_SLOTS:
    void isTheStyleOfAllTests() { QVERIFY(qobject_cast<AppStyle *>(QApplication::style())); }

    void statesCanBeToldApart_data()
    {
        QTest::addColumn<std::function<QWidget *()>>("make");
        QTest::newRow("tool button") << std::function<QWidget *()>([] { return toolButton(false); });
        QTest::newRow("bare tool button") << std::function<QWidget *()>([] { return toolButton(true); });
        QTest::newRow("push button") << std::function<QWidget *()>([] {
            auto *button = new QPushButton(QStringLiteral("Save"));
            button->setCheckable(true);
            return button;
        });
        QTest::newRow("default button") << std::function<QWidget *()>([] {
            auto *button = new QPushButton(QStringLiteral("Run"));
            button->setCheckable(true);
            button->setDefault(true);
            return button;
        });
    }
    void statesCanBeToldApart()
    {
        QFETCH(std::function<QWidget *()>, make);
        QWidget window;
        const std::unique_ptr<QAbstractButton> button(static_cast<QAbstractButton *>(make()));
        button->setParent(&window);
        button->setFocusPolicy(Qt::StrongFocus);
        button->adjustSize();
        button->move(120, 40); // not under the pointer
        window.resize(300, 100);
        window.setFocusPolicy(Qt::StrongFocus);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.setFocus();
        const auto picture = [&] { return button->grab().toImage(); };
        const QImage plain = picture();
        button->setFocus(Qt::TabFocusReason);
        const QImage focused = picture();
        window.setFocus();
        button->setDown(true);
        const QImage pressed = picture();
        button->setDown(false);
        button->setChecked(true);
        const QImage checked = picture();
        button->setChecked(false);
        QCOMPARE(picture(), plain);
        button->setEnabled(false);
        const QImage disabled = picture();
        QVERIFY(focused != plain);
        QVERIFY(pressed != plain);
        QVERIFY(checked != plain);
        QVERIFY(disabled != plain);
        QVERIFY(focused != pressed);
    }

    void enterPressesWhatHasTheKeyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Enter of the number pad") << static_cast<int>(Qt::Key_Enter);
        QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
    }
    void enterPressesWhatHasTheKeyboard()
    {
        QFETCH(int, key);
        const std::unique_ptr<QToolButton> button(toolButton(false));
        QSignalSpy clicked(button.get(), &QToolButton::clicked);
        button->show();
        QTest::keyClick(button.get(), static_cast<Qt::Key>(key));
        QCOMPARE(clicked.count(), 1);
        button->setEnabled(false);
        QTest::keyClick(button.get(), static_cast<Qt::Key>(key));
        QCOMPARE(clicked.count(), 1);
    }

    void oneButtonStandsOut()
    {
        QWidget window;
        window.resize(300, 100);
        QPushButton run(QStringLiteral("Run"), &window);
        run.adjustSize();
        run.move(120, 40);
        QVERIFY(!shown(window).isNull());
        const int before = count(run.grab().toImage(), colours().accent());
        run.setDefault(true);
        const QImage image = run.grab().toImage();
        QVERIFY(count(image, colours().accent()) > before + image.width() * image.height() / 3);
    }

    void anIconTakesTheInkOfTheText()
    {
        QPixmap black(32, 32);
        black.fill(Qt::black);
        QIcon icon(black);
        icon.setIsMask(true);
        QToolButton button;
        button.setText(QStringLiteral("Page"));
        button.setIcon(icon);
        button.setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button.setAutoRaise(true);
        button.setCheckable(true);
        QVERIFY(count(shown(button), colours().quiet()) > 100);
        button.setChecked(true);
        QVERIFY(count(button.grab().toImage(), colours().accent()) > 100);
        QCOMPARE(count(button.grab().toImage(), Qt::black), 0);
    }

    void theWheelChangesOnlyTheChoiceThatHasTheKeyboard()
    {
        QWidget window;
        QComboBox box(&window);
        box.addItems({QStringLiteral("one"), QStringLiteral("two")});
        window.setFocusPolicy(Qt::StrongFocus);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto wheel = [&box] {
            QWheelEvent down(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {}, Qt::NoScrollPhase,
                             false);
            QApplication::sendEvent(&box, &down);
        };
        window.setFocus();
        wheel();
        QCOMPARE(box.currentIndex(), 0);
        box.setFocus();
        wheel();
        QCOMPARE(box.currentIndex(), 1);
    }

    void aChoiceKeepsItsWidth()
    {
        QComboBox box;
        box.addItems({QStringLiteral("a"), QStringLiteral("as long as this")});
        const QSize wide = box.sizeHint();
        box.setCurrentIndex(1);
        QCOMPARE(box.sizeHint(), wide);
        box.addItem(QString(200, QLatin1Char('w')));
        QVERIFY(box.sizeHint().width() < box.fontMetrics().averageCharWidth() * 40);
    }

    void joinedButtonsKeepTheirPlaces()
    {
        QTabBar bar;
        for (const char *text : {"Words", "Pieces", "Letters"}) {
            bar.addTab(QString::fromLatin1(text));
        }
        bar.setDrawBase(false);
        const QImage first = shown(bar);
        const QRect second = bar.tabRect(1);
        QVERIFY(centreOf(first, colours().accentSoft()) < 0.4);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(2).center());
        QCOMPARE(bar.currentIndex(), 2);
        QCOMPARE(bar.tabRect(1), second);
        QVERIFY(centreOf(bar.grab().toImage(), colours().accentSoft()) > 0.6);
        QTest::keyClick(&bar, Qt::Key_Left);
        QCOMPARE(bar.currentIndex(), 1);
    }

    void aSliderGoesWhereItIsClicked_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("value");
        QTest::newRow("left to right") << Qt::LeftToRight << 5;
        QTest::newRow("right to left") << Qt::RightToLeft << 1;
    }
    void aSliderGoesWhereItIsClicked()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, value);
        QSlider slider(Qt::Horizontal);
        slider.setLayoutDirection(direction);
        slider.setRange(0, 6);
        slider.setValue(3);
        slider.resize(240, slider.sizeHint().height());
        QVERIFY(!shown(slider).isNull());
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {240 * 5 / 6, slider.height() / 2});
        QCOMPARE(slider.value(), value);
    }

    void progressIsFilledFromItsStart_data() { aSliderGoesWhereItIsClicked_data(); }
    void progressIsFilledFromItsStart()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QProgressBar bar;
        bar.setLayoutDirection(direction);
        bar.setTextVisible(false);
        bar.setRange(0, 100);
        bar.setValue(30);
        bar.resize(200, bar.sizeHint().height());
        const QImage image = shown(bar);
        const double filled = count(image.copy(0, image.height() / 2, image.width(), 1), colours().accent());
        QVERIFY2(std::abs(filled / image.width() - 0.3) < 0.04, qPrintable(QString::number(filled)));
        QVERIFY((centreOf(image, colours().accent()) < 0.5) == (direction == Qt::LeftToRight));
        bar.setValue(0);
        QCOMPARE(count(bar.grab().toImage(), colours().accent()), 0);
    }

    void sizesFollowTheType_data()
    {
        QTest::addColumn<std::function<QWidget *()>>("make");
        QTest::newRow("tool button") << std::function<QWidget *()>([] { return toolButton(false); });
        QTest::newRow("choice") << std::function<QWidget *()>([] {
            auto *box = new QComboBox;
            box->addItem(QStringLiteral("one"));
            return box;
        });
        QTest::newRow("line") << std::function<QWidget *()>([] { return new QLineEdit; });
        QTest::newRow("slider") << std::function<QWidget *()>([] { return new QSlider(Qt::Horizontal); });
        QTest::newRow("menus") << std::function<QWidget *()>([] {
            auto *bar = new QMenuBar;
            bar->setNativeMenuBar(false);
            bar->addMenu(QStringLiteral("&View"));
            return bar;
        });
        QTest::newRow("joined buttons") << std::function<QWidget *()>([] {
            auto *bar = new QTabBar;
            bar->addTab(QStringLiteral("Words"));
            return bar;
        });
    }
    void sizesFollowTheType()
    {
        QFETCH(std::function<QWidget *()>, make);
        const std::unique_ptr<QWidget> widget(make());
        const int before = widget->sizeHint().height();
        QVERIFY(!shown(*widget).isNull());
        QFont larger = widget->font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        widget->setFont(larger);
        QVERIFY(widget->sizeHint().height() > before * 5 / 4);
    }

    void hintsCanBeReadOnEveryDesktop()
    {
        const QPalette before = QApplication::palette();
        QPalette dark(QColor(0x20, 0x24, 0x2c));
        dark.setColor(QPalette::Base, QColor(0x28, 0x2c, 0x34));
        dark.setColor(QPalette::PlaceholderText, Qt::black);
        QLineEdit line;
        line.show();
        QApplication::setPalette(dark);
        const QPalette given = line.palette();
        QApplication::setPalette(before);
        QVERIFY(Palette::contrast(given.color(QPalette::PlaceholderText), given.color(QPalette::Base)) > 4);
    }

    void boxesCanBeSeenInEveryPalette_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette();
    }
    void boxesCanBeSeenInEveryPalette()
    {
        QFETCH(QPalette, palette);
        QCheckBox check;
        QSpinBox number;
        for (QWidget *widget : std::initializer_list<QWidget *>{&check, &number}) {
            widget->setPalette(palette);
            const QImage image = shown(*widget);
            QVERIFY2(count(image, Palette(palette).line()) > 20, widget->metaObject()->className());
        }
        const QImage off = check.grab().toImage();
        check.setCheckState(Qt::Checked);
        const QImage on = check.grab().toImage();
        check.setCheckState(Qt::PartiallyChecked);
        QVERIFY(on != off);
        QVERIFY(check.grab().toImage() != off);
        QVERIFY(check.grab().toImage() != on);
    }

    void aLineIsAHairLine()
    {
        QFrame line;
        line.setFrameShape(QFrame::HLine);
        line.resize(100, 3);
        QCOMPARE(count(shown(line), colours().hairline()), 100);
    }
};

QTEST_MAIN(TestAppStyle)
#include "tst_appstyle.moc"
