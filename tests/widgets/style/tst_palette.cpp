// SPDX-License-Identifier: GPL-3.0-or-later
#include "vision.h"

#include "widgets/style/colourscheme.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"

#include <QApplication>
#include <QTest>

#include <cmath>

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void textCanBeRead();
    void divergingMapLeavesTheMiddle();
    void mapsAreClamped();
    void absoluteMapIsMonotone();
    void methodsKeepApart_data();
    void methodsKeepApart();
    void differencesAreThoseOfTheStandard_data();
    void differencesAreThoseOfTheStandard();
    void highContrastIsHigh();
    void aSchemeIsOfTheWholeProgram();
};

namespace {

double distance(const QColor &a, const QColor &b)
{
    return std::hypot(a.redF() - b.redF(), a.greenF() - b.greenF(), a.blueF() - b.blueF());
}

} // namespace

void TestPalette::initTestCase_data()
{
    QPalette other(QColor(240, 240, 242));
    other.setColor(QPalette::Base, Qt::white);
    QPalette otherDark(QColor(40, 42, 48));
    otherDark.setColor(QPalette::Base, QColor(30, 32, 36));
    QTest::addColumn<QPalette>("desktop");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("high contrast") << highContrastPalette();
    QTest::newRow("another light desktop") << other;
    QTest::newRow("another dark desktop") << otherDark;
}

void TestPalette::textCanBeRead()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const Palette colours(desktop);
    QCOMPARE(colours.dark(), desktop.color(QPalette::Base).lightnessF() < 0.5);
    QVERIFY(std::abs(Palette::contrast(Qt::black, Qt::white) - 21) < 1e-6);
    QVERIFY(std::abs(Palette::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    QVERIFY(Palette::contrast(colours.ink(), colours.card()) > 7);
    QVERIFY(Palette::contrast(colours.quiet(), colours.card()) > 4.5);
    QVERIFY(Palette::contrast(colours.warning(), colours.card()) > 4.5);
    QVERIFY(Palette::contrast(colours.accent(), colours.card()) > 3);
    QVERIFY(Palette::contrast(colours.ink(), colours.accentSoft()) > 7);
    for (double x = -3; x <= 3; x += 0.25) {
        QVERIFY(Palette::contrast(Palette::inkOn(colours.relative(x)), colours.relative(x)) > 3);
    }
}

void TestPalette::divergingMapLeavesTheMiddle()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const Palette colours(desktop);
    for (const double sign : {-1.0, 1.0}) {
        double last = 0;
        for (double x = 0.25; x <= 3; x += 0.25) {
            const double now = distance(colours.relative(sign * x), colours.relative(0));
            QVERIFY(now > last);
            last = now;
        }
    }
    // Orange above, blue below.
    QVERIFY(colours.relative(2).red() > colours.relative(2).blue());
    QVERIFY(colours.relative(-2).blue() > colours.relative(-2).red());
}

void TestPalette::mapsAreClamped()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const Palette colours(desktop);
    QCOMPARE(colours.relative(30), colours.relative(3));
    QCOMPARE(colours.relative(-INFINITY), colours.relative(-3));
    QCOMPARE(colours.absolute(0), colours.absolute(0.001));
    QCOMPARE(colours.absolute(2), colours.absolute(1));
}

void TestPalette::absoluteMapIsMonotone()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const Palette colours(desktop);
    double last = 0;
    for (double score = 0.002; score <= 1; score *= 2) {
        const double now = distance(colours.absolute(score), colours.absolute(0.001));
        QVERIFY(now > last);
        last = now;
    }
}

void TestPalette::methodsKeepApart_data()
{
    QTest::addColumn<vision::Kind>("kind");
    QTest::newRow("all colours") << vision::Kind::Normal;
    QTest::newRow("no red cones") << vision::Kind::Protanopia;
    QTest::newRow("no green cones") << vision::Kind::Deuteranopia;
}

void TestPalette::methodsKeepApart()
{
    using adaplens::ScoreMethod;
    QFETCH_GLOBAL(QPalette, desktop);
    QFETCH(vision::Kind, kind);
    const Palette colours(desktop);
    for (const ScoreMethod a : adaplens::allScoreMethods()) {
        const QColor one = methods::colour(a, colours);
        QVERIFY2(Palette::contrast(one, colours.card()) > (a == ScoreMethod::Random ? 2.3 : 3.0), adaplens::nameOf(a));
        for (const ScoreMethod b : adaplens::allScoreMethods()) {
            const double apart =
                vision::difference(vision::seen(one, kind), vision::seen(methods::colour(b, colours), kind));
            QVERIFY2(a == b || apart > 10,
                     qPrintable(QStringLiteral("%1, %2: %3")
                                    .arg(QLatin1String(adaplens::nameOf(a)), QLatin1String(adaplens::nameOf(b)))
                                    .arg(apart)));
        }
    }
}

void TestPalette::differencesAreThoseOfTheStandard_data()
{
    // From the test data of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005).
    QTest::addColumn<vision::Lab>("one");
    QTest::addColumn<vision::Lab>("other");
    QTest::addColumn<double>("difference");
    QTest::newRow("1") << vision::Lab{50, 2.6772, -79.7751} << vision::Lab{50, 0, -82.7485} << 2.0425;
    QTest::newRow("7") << vision::Lab{50, 0, 0} << vision::Lab{50, -1, 2} << 2.3669;
    QTest::newRow("17") << vision::Lab{50, 2.5, 0} << vision::Lab{73, 25, -18} << 27.1492;
    QTest::newRow("25") << vision::Lab{60.2574, -34.0099, 36.2677} << vision::Lab{60.4626, -34.1751, 39.4387} << 1.2644;
    QTest::newRow("34") << vision::Lab{2.0776, 0.0795, -1.1350} << vision::Lab{0.9033, -0.0636, -0.5514} << 0.9082;
}

void TestPalette::differencesAreThoseOfTheStandard()
{
    QFETCH(vision::Lab, one);
    QFETCH(vision::Lab, other);
    QFETCH(double, difference);
    QVERIFY(std::abs(vision::difference(one, other) - difference) < 1e-4);
    QVERIFY(std::abs(vision::difference(other, one) - difference) < 1e-4);
}

void TestPalette::highContrastIsHigh()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const Palette colours(desktop);
    const bool high = desktop == highContrastPalette();
    QCOMPARE(Palette::contrast(colours.quiet(), colours.card()) > 12, high);
    QCOMPARE(Palette::contrast(colours.line(), colours.card()) > 7, high);
    QCOMPARE(Palette::contrast(colours.hairline(), colours.card()) > 4.5, high);
    QVERIFY(!high || Palette::contrast(colours.accent(), colours.card()) > 12);
}

void TestPalette::aSchemeIsOfTheWholeProgram()
{
    QFETCH_GLOBAL(QPalette, desktop);
    const QPalette before = QApplication::palette();
    setColourScheme(ColourScheme::HighContrast);
    QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
    setColourScheme(ColourScheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), darkPalette().color(QPalette::Base));
    setColourScheme(ColourScheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::white));
    setColourScheme(ColourScheme::System);
    QCOMPARE(QApplication::palette(), before);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
