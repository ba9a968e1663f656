// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/figure.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace adaplens;

class TestFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void svgHoldsTheWordsAsText();
    void svgAndPngAreTheSamePicture();
    void pngIsScaled();
    void pdfIsAPdf();
    void longTextsAreBrokenIntoBands();
    void emptyTraces();
    void replacesAFileAsAWhole();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
};

namespace {

QByteArray renderFigure(const Trace &trace, FigureFormat format, const FigureOptions &options = {}, double scale = 2)
{
    return renderDrawing(tokenMapDrawing(trace, options), format, scale);
}

QString textOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters) {
            text += reader.text().toString() + QLatin1Char('\n');
        }
    }
    return reader.hasError() ? QString() : text;
}

} // namespace

void TestFigure::svgHoldsTheWordsAsText()
{
    Trace trace = test::handMadeTrace();
    trace.model = "A <title> & more";
    FigureOptions options;
    const QString text = textOf(renderFigure(trace, FigureFormat::Svg, options));
    for (const char *word : {"[CLS]", "truly", "fine", "unforgettable", "A <title> & more", "Layer 3", "Prediction",
                             "dropped here", "reached the prediction", "uniform 1/n"}) {
        QVERIFY2(text.contains(QString::fromUtf8(word)), word);
    }
    QVERIFY(!text.contains(QStringLiteral("##table")));
    options.mode = TokenMapModel::Mode::Pieces;
    QVERIFY(textOf(renderFigure(trace, FigureFormat::Svg, options)).contains(QStringLiteral("##table")));
}

void TestFigure::svgAndPngAreTheSamePicture()
{
    const Trace trace = test::handMadeTrace();
    FigureOptions options;
    const QImage png = QImage::fromData(renderFigure(trace, FigureFormat::Png, options, 1));
    QSvgRenderer renderer(renderFigure(trace, FigureFormat::Svg, options));
    QVERIFY(renderer.isValid());
    QVERIFY(!png.isNull());
    QCOMPARE(renderer.viewBox().size(), png.size());
    QImage svg(png.size(), QImage::Format_RGB32);
    svg.fill(Qt::white);
    QPainter painter(&svg);
    renderer.render(&painter);
    painter.end();
    // Letters differ by a hair between the two; grounds of cells do not.
    int same = 0, all = 0;
    for (int y = 0; y < png.height(); ++y) {
        for (int x = 0; x < png.width(); ++x) {
            const QColor a = png.pixelColor(x, y), b = svg.pixelColor(x, y);
            ++all;
            same += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 24;
        }
    }
    QVERIFY2(same > 0.97 * all, qPrintable(QString::number(static_cast<double>(same) / all)));
}

void TestFigure::pngIsScaled()
{
    const Trace trace = test::handMadeTrace();
    FigureOptions options;
    const QImage one = QImage::fromData(renderFigure(trace, FigureFormat::Png, options, 1));
    const QImage three = QImage::fromData(renderFigure(trace, FigureFormat::Png, options, 3));
    QCOMPARE(three.size(), one.size() * 3);
    QCOMPARE(one.pixelColor(0, 0), QColor(Qt::white));
}

void TestFigure::pdfIsAPdf()
{
    const QByteArray pdf = renderFigure(test::handMadeTrace(), FigureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    // The page is as large as the drawing, at 96 units an inch.
    const QSvgRenderer svg(renderFigure(test::handMadeTrace(), FigureFormat::Svg));
    const QByteArray box = pdf.mid(pdf.indexOf("/MediaBox [") + 11, 60);
    const QList<QByteArray> numbers = box.left(box.indexOf(']')).split(' ');
    QCOMPARE(numbers.size(), 4);
    QVERIFY(std::abs(numbers[2].toDouble() - svg.viewBox().width() * 0.75) < 2);
    QVERIFY(std::abs(numbers[3].toDouble() - svg.viewBox().height() * 0.75) < 2);
}

void TestFigure::longTextsAreBrokenIntoBands()
{
    const Trace trace = test::longTrace(512, 12);
    FigureOptions options;
    const QImage png = QImage::fromData(renderFigure(trace, FigureFormat::Png, options, 1));
    QVERIFY(!png.isNull());
    QVERIFY(png.width() < 3000);
    const QString text = textOf(renderFigure(trace, FigureFormat::Svg, options));
    QVERIFY(text.contains(QStringLiteral("word0\n")));
    QVERIFY(text.contains(QStringLiteral("word509\n")));
    QCOMPARE(text.count(QStringLiteral("Layer 12\n")), 8); // 64 columns to a band
}

void TestFigure::emptyTraces()
{
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        QVERIFY(!renderFigure(Trace(), format).isEmpty());
        QVERIFY(!renderFigure(test::handMadePlainTrace(), format).isEmpty());
    }
    QVERIFY(
        textOf(renderFigure(test::handMadePlainTrace(), FigureFormat::Svg)).contains(QStringLiteral("drops nothing")));
}

void TestFigure::replacesAFileAsAWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Bild ä.SVG"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const Trace trace = test::handMadeTrace();
    exportDrawing(tokenMapDrawing(trace), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), renderFigure(trace, FigureFormat::Svg));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestFigure::saysWhatWentWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("unknown suffix") << QStringLiteral("figure.bmp");
    QTest::newRow("no suffix") << QStringLiteral("figure");
    QTest::newRow("folder in the way") << QStringLiteral("taken.png");
}

void TestFigure::saysWhatWentWrong()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("taken.png/inside")));
    const QString path = folder.filePath(name);
    const Trace trace = test::handMadeTrace();
    try {
        exportDrawing(tokenMapDrawing(trace), path);
        QFAIL("no error");
    } catch (const Error &error) {
        const QString sentence = QString::fromUtf8(error.what());
        QVERIFY2(sentence.contains(name), qPrintable(sentence));
        QVERIFY(sentence.endsWith(QLatin1Char('.')));
    }
    QVERIFY(!QFile(path).exists() || name == QLatin1String("taken.png"));
}

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
