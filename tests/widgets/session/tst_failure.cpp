// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/metric.h"
#include "core/data/reader.h"
#include "core/error.h"
#include "core/train/train.h"
#include "widgets/session/failure.h"
#include "widgets/style/coretext.h"

#include <QDirIterator>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <filesystem>
#include <new>
#include <system_error>

using adaplens::Error;
using adaplens::message;

namespace {

/// Turns sentences of the core round, so that places stand in another order than in English.
class Turned : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        const QString source = QString::fromUtf8(text);
        if (QLatin1String(context) != QLatin1String("core")) {
            return {};
        }
        return source == QStringLiteral("%1 holds %2.")           ? QStringLiteral("In %1 steht nichts als %2.")
               : source == QStringLiteral("%1 of %2")             ? QStringLiteral("%2, davon %1")
               : source == QStringLiteral("rows without a label") ? QStringLiteral("Zeilen ohne Label")
                                                                  : QString();
    }
};

template <typename Thrown>
QString described(const Thrown &thrown)
{
    try {
        throw thrown;
    } catch (...) {
        return describeException();
    }
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestFailure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentencesAreTranslatedWithWhatIsInThem();
    void whatHasNoTranslationIsShownAsItIs();
    void reasonsAreTranslatedWithTheirCounts();
    void everySentenceOfTheCoreIsHandedToTranslators();
    void everySentenceIsTranslated();

private:
    /// The sentences of the core as widgets/coretexts.cmake collects them.
    [[nodiscard]] static QString collected();
};

QString TestFailure::collected()
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("texts.cpp")), root = QStringLiteral(ADAPLENS_SOURCE_DIR);
    const int code = QProcess::execute(QStringLiteral(ADAPLENS_CMAKE),
                                       {QStringLiteral("-DSOURCES=") + root, QStringLiteral("-DOUT=") + out,
                                        QStringLiteral("-P"), root + QStringLiteral("/widgets/coretexts.cmake")});
    return code == 0 ? contentOf(out) : QString();
}

void TestFailure::sentencesAreTranslatedWithWhatIsInThem()
{
    Turned turned;
    QVERIFY(QCoreApplication::installTranslator(&turned));
    const Error error("%1 holds %2.", "'a%2b'", message("%1 of %2", 3, 4.5F));
    QCOMPARE(error.what(), "'a%2b' holds 3 of 4.500000.");
    QCOMPARE(described(error), QStringLiteral("In 'a%2b' steht nichts als 4.500000, davon 3."));
    QCoreApplication::removeTranslator(&turned);
    QCOMPARE(described(error), QString::fromUtf8(error.what()));
}

void TestFailure::whatHasNoTranslationIsShownAsItIs()
{
    QCOMPARE(described(Error(std::string("100 %1 as it is"))), QStringLiteral("100 %1 as it is"));
    QCOMPARE(described(Error("Only %1 and %2", 1)), QStringLiteral("Only 1 and %2"));
    QCOMPARE(described(std::runtime_error("from elsewhere")), QStringLiteral("from elsewhere"));
    const std::filesystem::filesystem_error denied("cannot create directories", "/a/folder",
                                                   std::make_error_code(std::errc::permission_denied));
    QCOMPARE(described(denied), QStringLiteral("/a/folder cannot be used (Permission denied); check that the folder is "
                                               "there and yours."));
    QVERIFY(described(std::bad_alloc()).contains(QStringLiteral("memory")));
}

void TestFailure::reasonsAreTranslatedWithTheirCounts()
{
    QLocale::setDefault(QLocale::English);
    const std::map<std::string, std::size_t> counts = {{"%1 of %2", 1}, {"rows without a label", 1200}};
    QCOMPARE(translatedCounts(counts), QStringLiteral("%1 of %2: 1, rows without a label: 1,200"));
    Turned turned;
    QVERIFY(QCoreApplication::installTranslator(&turned));
    QCOMPARE(translatedCounts(counts), QStringLiteral("%2, davon %1: 1, Zeilen ohne Label: 1,200"));
    QCoreApplication::removeTranslator(&turned);
    QCOMPARE(translatedCounts({}), QString());
}

void TestFailure::everySentenceOfTheCoreIsHandedToTranslators()
{
    const QString texts = collected(), root = QStringLiteral(ADAPLENS_SOURCE_DIR);
    qsizetype sentences = 0;
    static const QRegularExpression call(
        QStringLiteral("\\b(Error|message)\\((\\s*\"(?:[^\"\\\\]|\\\\.)*\")+\\s*[,)]"));
    // A sentence put together with + has no text that could be translated.
    static const QRegularExpression sum(QStringLiteral("\\b(throw Error|message)\\((?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*"
                                                       "\"\\s*\\+"));
    static const QRegularExpression converted(QStringLiteral(
        "/core/(io|text|machine|kernels|data|encoder|reduction|model|agreement|evaluation|bench|attribution)/"));
    QDirIterator files(root + QStringLiteral("/core"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString content = contentOf(files.next());
        for (auto found = call.globalMatch(content); found.hasNext(); found.next()) {
            ++sentences;
        }
        const auto put = sum.match(content);
        QVERIFY2(!put.hasMatch() || !converted.match(files.filePath()).hasMatch(),
                 qPrintable(files.filePath() + QStringLiteral(": ") + put.captured()));
    }
    QVERIFY(sentences > 200);
    const auto metrics = adaplens::allMetrics(); // whose titles are handed over, too
    QSet<QString> told;                          // and what steps of training and their options say of themselves
    for (const adaplens::TrainStepInfo &step : adaplens::trainSteps()) {
        told.insert(QString::fromStdString(step.summary));
        for (const adaplens::TrainStepOption &option : step.options) {
            told.insert(QString::fromStdString(option.help));
        }
    }
    const QString start = QStringLiteral("QT_TRANSLATE_NOOP(\"core\", \"");
    qsizetype others = 0;
    for (const QString &line : texts.split(QLatin1Char('\n'))) {
        const QString text = line.section(QLatin1Char('"'), 3).section(QLatin1Char('"'), 0, -2);
        others += line.startsWith(start) && !told.contains(text) ? 1 : 0;
    }
    QCOMPARE(others, sentences + static_cast<qsizetype>(metrics.size()));
    for (const QString &text : told) {
        QVERIFY2(texts.contains(start + text + QLatin1Char('"')), qPrintable(text));
    }
    for (const adaplens::MetricInfo &info : metrics) {
        QVERIFY2(texts.contains(QStringLiteral("\"%1\"").arg(QLatin1String(info.title))), info.title);
    }
    // One that comes out of the core as it is written there.
    try {
        (void)adaplens::dataFormatNamed("nonsense");
        QFAIL("nonsense is no format");
    } catch (const Error &error) {
        QVERIFY(texts.contains(QLatin1Char('"') + QString::fromStdString(error.message().text()) + QLatin1Char('"')));
    }
}

void TestFailure::everySentenceIsTranslated()
{
    QFile file(QStringLiteral(ADAPLENS_SOURCE_DIR "/resources/translations/adaplens_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> known;
    QString context, source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const bool unfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            QVERIFY2(!unfinished, qPrintable(context + QStringLiteral(": ") + source));
            if (context == QLatin1String("core")) {
                known.insert(source);
            }
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    // Each a call with one literal or several, one behind the other.
    static const QRegularExpression call(QStringLiteral("NOOP\\(\"core\",((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)\\)"));
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    int sentences = 0;
    const QString texts = collected();
    for (auto found = call.globalMatch(texts); found.hasNext();) {
        QString text;
        for (auto part = literal.globalMatch(found.next().captured(1)); part.hasNext();) {
            text += part.next().captured(1);
        }
        text.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
        QVERIFY2(known.contains(text), qPrintable(text));
        ++sentences;
    }
    QVERIFY(sentences > 200);
}

QTEST_MAIN(TestFailure)
#include "tst_failure.moc"
