// SPDX-License-Identifier: GPL-3.0-or-later
#include "vision.h"

#include "core/reduction/floors.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/pointstyle.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

/// Marks and colours of the methods whose points are shown.
class TestPointStyle : public QObject {
    Q_OBJECT

private:
    static QImage drawn(const std::string &method, pointstyle::Fill fill, const Palette &palette)
    {
        QImage image(48, 48, QImage::Format_RGB32);
        image.fill(palette.card());
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        pointstyle::draw(painter, {24, 24}, 14, method, fill, palette);
        return image;
    }
    /// How many pixels two marks do not share, both in ink.
    static int apart(const std::string &one, const std::string &other)
    {
        const auto shape = [](const std::string &method) {
            QImage image(48, 48, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.fillPath(QTransform().translate(24, 24).scale(14, 14).map(pointstyle::mark(method)), Qt::black);
            return image;
        };
        const QImage a = shape(one), b = shape(other);
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
            }
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QPalette>("desktop");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette();
    }

    void coloursKeepApartForAllEyes_data()
    {
        QTest::addColumn<vision::Kind>("kind");
        QTest::newRow("all colours") << vision::Kind::Normal;
        QTest::newRow("no red cones") << vision::Kind::Protanopia;
        QTest::newRow("no green cones") << vision::Kind::Deuteranopia;
    }
    void coloursKeepApartForAllEyes()
    {
        QFETCH_GLOBAL(QPalette, desktop);
        QFETCH(vision::Kind, kind);
        const Palette colours(desktop);
        const std::vector<std::string> trained{"adapler", "power", "trbert", "distil", "bert"};
        for (const std::string &a : trained) {
            const QColor one = pointstyle::colour(a, colours);
            QVERIFY2(Palette::contrast(one, colours.card()) > (a == "bert" ? 2.3 : 3.0), a.c_str());
            for (const std::string &b : trained) {
                const double distance =
                    vision::difference(vision::seen(one, kind), vision::seen(pointstyle::colour(b, colours), kind));
                QVERIFY2(a == b || distance > 10,
                         qPrintable(QString::fromStdString(a + ", " + b + ": ") + QString::number(distance)));
            }
        }
        QCOMPARE(pointstyle::colour("adapler", colours), colours.above()); // as everywhere
    }

    void floorsAreGrey()
    {
        QFETCH_GLOBAL(QPalette, desktop);
        const Palette colours(desktop);
        for (const std::string &floor : adaplens::floorNames()) {
            QVERIFY2(pointstyle::rank(floor) < pointstyle::methods().size(), floor.c_str());
            QVERIFY2(pointstyle::colour(floor, colours).hslSaturationF() < 0.25F, floor.c_str());
        }
    }

    void marksKeepApartWithoutColour()
    {
        std::vector<std::string> all = pointstyle::methods();
        all.emplace_back("a method without a line of its own");
        for (const std::string &a : all) {
            for (const std::string &b : all) {
                QVERIFY2(a == b || apart(a, b) > 60, (a + ", " + b + ": " + std::to_string(apart(a, b))).c_str());
            }
            const QRectF bounds = pointstyle::mark(a).boundingRect();
            QVERIFY2(QRectF(-1.15, -1.15, 2.3, 2.3).contains(bounds) && bounds.width() > 1.2, a.c_str());
        }
    }

    void whatWasMeasuredIsFull()
    {
        QFETCH_GLOBAL(QPalette, desktop);
        const Palette colours(desktop);
        using pointstyle::Fill;
        for (const std::string &method : {std::string("adapler"), std::string("power"), std::string("unknown")}) {
            const QColor centre = drawn(method, Fill::Full, colours).pixelColor(24, 24);
            QCOMPARE(centre.rgba(), pointstyle::colour(method, colours).rgba()); // colours mixed have finer parts
            QCOMPARE(drawn(method, Fill::Hollow, colours).pixelColor(24, 24), colours.card().toRgb());
            const QColor light = drawn(method, Fill::Light, colours).pixelColor(24, 24);
            QVERIFY(light != centre && light != colours.card());
        }
    }
};

QTEST_MAIN(TestPointStyle)
#include "tst_pointstyle.moc"
