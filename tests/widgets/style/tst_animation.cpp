// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "widgets/style/animation.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

/// Moving pictures as files.
class TestAnimation : public QObject {
    Q_OBJECT

    /// Pictures of one colour each.
    static std::vector<Drawing> plainFrames(const QList<QColor> &colours, QSizeF size = QSizeF(40, 20))
    {
        std::vector<Drawing> frames;
        for (const QColor &colour : colours) {
            frames.push_back({size, QStringLiteral("a picture"), [colour, size](QPainter &painter) {
                                  painter.fillRect(QRectF(QPointF(), size), colour);
                              }});
        }
        return frames;
    }

    static bool isNear(QRgb a, const QColor &b)
    {
        return std::abs(qRed(a) - b.red()) <= 16 && std::abs(qGreen(a) - b.green()) <= 16 &&
               std::abs(qBlue(a) - b.blue()) <= 16;
    }

private Q_SLOTS:
    void aGifHasEveryPictureInItsTime();
    void aGifOfManyColoursLooksLikeThePicture();
    void aGifTooLargeIsRefused();
    void anSvgShowsOnePictureAtATime();
    void filesByTheirSuffix();
    void picturesAreNumbered();
};

void TestAnimation::aGifHasEveryPictureInItsTime()
{
    const QList<QColor> colours{Qt::red, Qt::white, QColor(0x3a, 0x52, 0xa5)};
    QByteArray bytes = renderGif(plainFrames(colours), 2);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "gif");
    QCOMPARE(reader.imageCount(), 3);
    QCOMPARE(reader.loopCount(), -1); // for ever
    for (int i = 0; i < 3; ++i) {
        const QImage image = reader.read();
        QCOMPARE(image.size(), QSize(80, 40));
        QVERIFY(isNear(image.pixel(5, 5), colours[i]));
        QCOMPARE(reader.nextImageDelay(), i == 2 ? 3 * frameMilliseconds : frameMilliseconds);
    }
}

void TestAnimation::aGifOfManyColoursLooksLikeThePicture()
{
    const QSizeF size(256, 64);
    const Drawing drawing{size, {}, [](QPainter &painter) {
                              for (int x = 0; x < 256; ++x) {
                                  for (int y = 0; y < 64; ++y) {
                                      painter.fillRect(x, y, 1, 1, QColor(x, y * 4, 255 - x));
                                  }
                              }
                          }};
    QByteArray bytes = renderGif(std::vector{drawing});
    QBuffer buffer(&bytes);
    const QImage image = QImageReader(&buffer, "gif").read();
    double error = 0;
    for (int x = 0; x < 256; ++x) {
        for (int y = 0; y < 64; ++y) {
            const QRgb pixel = image.pixel(x, y);
            error += std::abs(qRed(pixel) - x) + std::abs(qGreen(pixel) - y * 4) + std::abs(qBlue(pixel) - 255 + x);
        }
    }
    QVERIFY2(error / (256 * 64 * 3) < 16, qPrintable(QString::number(error / (256 * 64 * 3))));
}

void TestAnimation::aGifTooLargeIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(renderGif(plainFrames({Qt::red}, QSizeF(10, 20000))), adaplens::Error);
    QVERIFY(!renderGif(plainFrames({Qt::red}, QSizeF(10, 15000))).isEmpty());
}

void TestAnimation::anSvgShowsOnePictureAtATime()
{
    const QByteArray svg = renderAnimatedSvg(plainFrames({Qt::red, Qt::green, Qt::blue}));
    QXmlStreamReader reader(svg);
    int pictures = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("g") &&
            reader.attributes().hasAttribute(QStringLiteral("class"))) {
            ++pictures;
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(pictures, 3);
    QCOMPARE(svg.count("@keyframes"), 3);
    QCOMPARE(svg.count("5000ms"), 3); // 1 + 1 + 3 s
    QVERIFY(svg.contains("@keyframes f2{0%{visibility:hidden}20.000%{visibility:visible}40.000%{visibility:hidden}"));
    QVERIFY(svg.contains(".f3{visibility:visible}")); // where nothing moves
    QVERIFY(svg.contains(".f1{visibility:hidden}"));
}

void TestAnimation::filesByTheirSuffix()
{
    const QTemporaryDir folder;
    const std::vector<Drawing> frames = plainFrames({Qt::red, Qt::green});
    exportAnimation(frames, folder.filePath(QStringLiteral("a.GIF")));
    QCOMPARE(QImageReader(folder.filePath(QStringLiteral("a.GIF"))).imageCount(), 2);
    exportAnimation(frames, folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(QSvgRenderer(folder.filePath(QStringLiteral("a.svg"))).isValid());
    QVERIFY_EXCEPTION_THROWN(exportAnimation(frames, folder.filePath(QStringLiteral("a.png"))), adaplens::Error);
    QVERIFY_EXCEPTION_THROWN(exportAnimation(frames, folder.filePath(QStringLiteral("a.svg/a.gif"))), adaplens::Error);
}

void TestAnimation::picturesAreNumbered()
{
    const QTemporaryDir folder;
    QCOMPARE(exportFrames(plainFrames(QList<QColor>(11, Qt::red)), folder.filePath(QStringLiteral("my.text.png"))), 11);
    for (const char *name : {"my.text-01.png", "my.text-11.png"}) {
        QVERIFY(!QImage(folder.filePath(QLatin1String(name))).isNull());
    }
    const QByteArray before = renderDrawing(plainFrames({Qt::red}).front(), FigureFormat::Png);
    QVERIFY_EXCEPTION_THROWN(
        exportFrames(plainFrames(QList<QColor>(10, Qt::green)), folder.filePath(QStringLiteral("my.text.png"))),
        adaplens::Error);
    QFile first(folder.filePath(QStringLiteral("my.text-01.png")));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), before);
    QVERIFY_EXCEPTION_THROWN(exportFrames(plainFrames({Qt::red}), folder.filePath(QStringLiteral("a.svg"))),
                             adaplens::Error);
}

QTEST_MAIN(TestAnimation)
#include "tst_animation.moc"
