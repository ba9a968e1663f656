// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/palette.h"

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
    void methodsKeepApart();
};

namespace {

QPalette desktop(bool dark)
{
    QPalette palette(dark ? QColor(40, 42, 48) : QColor(240, 240, 242));
    palette.setColor(QPalette::Base, dark ? QColor(30, 32, 36) : QColor(Qt::white));
    palette.setColor(QPalette::Text, dark ? QColor(Qt::white) : QColor(Qt::black));
    return palette;
}

double distance(const QColor &a, const QColor &b)
{
    return std::hypot(a.redF() - b.redF(), a.greenF() - b.greenF(), a.blueF() - b.blueF());
}

} // namespace

void TestPalette::initTestCase_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestPalette::textCanBeRead()
{
    QFETCH_GLOBAL(bool, dark);
    const Palette colours(desktop(dark));
    QCOMPARE(colours.dark(), dark);
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
    QFETCH_GLOBAL(bool, dark);
    const Palette colours(desktop(dark));
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
    QFETCH_GLOBAL(bool, dark);
    const Palette colours(desktop(dark));
    QCOMPARE(colours.relative(30), colours.relative(3));
    QCOMPARE(colours.relative(-INFINITY), colours.relative(-3));
    QCOMPARE(colours.absolute(0), colours.absolute(0.001));
    QCOMPARE(colours.absolute(2), colours.absolute(1));
}

void TestPalette::absoluteMapIsMonotone()
{
    QFETCH_GLOBAL(bool, dark);
    const Palette colours(desktop(dark));
    double last = 0;
    for (double score = 0.002; score <= 1; score *= 2) {
        const double now = distance(colours.absolute(score), colours.absolute(0.001));
        QVERIFY(now > last);
        last = now;
    }
}

void TestPalette::methodsKeepApart()
{
    QFETCH_GLOBAL(bool, dark);
    const Palette colours(desktop(dark));
    const QList<Method> methods = {Method::AdapLeR,  Method::Attention,           Method::Rollout,
                                   Method::Saliency, Method::IntegratedGradients, Method::LeaveOneOut,
                                   Method::Random,   Method::AttentionReceived};
    for (const Method a : methods) {
        QVERIFY(Palette::contrast(colours.method(a), colours.card()) > (a == Method::Random ? 2.3 : 3.0));
        for (const Method b : methods) {
            QVERIFY(a == b || distance(colours.method(a), colours.method(b)) > 0.12);
        }
    }
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
