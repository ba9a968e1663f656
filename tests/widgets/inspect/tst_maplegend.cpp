// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/trace/tokenmapmodel.h"
#include "widgets/inspect/maplegend.h"

#include <QPainter>
#include <QTest>

/// The legend of the token map stays within the space that it was given.
class TestMapLegend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWithinItsSpace_data();
    void keepsWithinItsSpace();
};

namespace {

/// What was painted on a white ground.
QRect inked(const QImage &image)
{
    QRect result;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != qRgb(255, 255, 255)) {
                result |= QRect(x, y, 1, 1);
            }
        }
    }
    return result;
}

} // namespace

void TestMapLegend::keepsWithinItsSpace_data()
{
    QTest::addColumn<double>("points");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("drops");
    for (const double points : {9.0, 20.0, 30.0}) {
        for (const int width : {560, 900, 1400}) {
            for (const bool drops : {true, false}) {
                QTest::addRow("%g points, %d wide, %s", points, width, drops ? "adaptive" : "plain")
                    << points << width << drops;
            }
        }
    }
}

void TestMapLegend::keepsWithinItsSpace()
{
    QFETCH(double, points);
    QFETCH(int, width);
    QFETCH(bool, drops);
    TokenMapModel model;
    model.setTrace(std::make_shared<const adaplens::Trace>(drops ? adaplens::test::handMadeTrace()
                                                                 : adaplens::test::handMadePlainTrace()));
    QFont font;
    font.setPointSizeF(points);
    TokenMapGeometry geometry;
    geometry.measure(model, font);
    const Palette colours{QPalette(Qt::lightGray)};
    for (const ColourScale scale : {ColourScale::Relative, ColourScale::Absolute}) {
        const MapLegend legend(model, geometry, colours, scale);
        const int height = static_cast<int>(legend.heightFor(width));
        QImage image(width * 2, height * 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        legend.paint(painter, width, 0);
        painter.end();
        const QRect ink = inked(image);
        QVERIFY(ink.height() > geometry.smallLineHeight());
        QVERIFY2(ink.right() <= width, qPrintable(QString::number(ink.right())));
        QVERIFY2(ink.bottom() <= height, qPrintable(QString::number(ink.bottom())));
    }
}

QTEST_MAIN(TestMapLegend)

#include "tst_maplegend.moc"
