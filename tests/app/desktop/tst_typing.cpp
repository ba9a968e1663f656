// SPDX-License-Identifier: GPL-3.0-or-later
#include "typist.h"

#include "core/data/sampletexts.h"
#include "core/error.h"
#include "core/model/opentokenizer.h"
#include "core/model/shipped.h"

#include <QProcess>
#include <QSignalSpy>

using namespace std::chrono_literals;

namespace {

/// Words to type, each with a verdict of its own, so that the picture changes.
const QStringList words{QStringLiteral("dull"),    QStringLiteral("gorgeous"), QStringLiteral("weird"),
                        QStringLiteral("tedious"), QStringLiteral("fine"),     QStringLiteral("moving"),
                        QStringLiteral("lovely"),  QStringLiteral("shallow")};

/// How often a figure is taken: few here, where only the program's behaviour is tried; ADAPLENS_TYPING_ROUNDS=40 gives
/// figures that can be told.
int rounds()
{
    bool set = false;
    const int wanted = qEnvironmentVariableIntValue("ADAPLENS_TYPING_ROUNDS", &set);
    return set ? std::max(wanted, 1) : 2;
}

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

QString ms(double value)
{
    return QString::number(value, 'f', 1);
}

} // namespace

/// Types into the real window with the embedded model: the map always ends up at the last text and never goes back to
/// an older one. How long that takes is printed, not judged (tests/benchmarks/README.md).
class TestTyping : public QObject {
    Q_OBJECT

private:
    std::filesystem::path m_model;

    /// The words of a long example, once more and once more, cut where they have `pieces` pieces.
    QString textOf(std::size_t pieces);

private Q_SLOTS:
    void initTestCase();
    void theMapFollowsTheKeys_data();
    void theMapFollowsTheKeys();
    void theProgramStartsWithAMap();
};

void TestTyping::initTestCase()
{
    try {
        m_model = adaplens::defaultModel();
    } catch (const adaplens::Error &error) {
        QFAIL(error.what()); // it ships with the program
    }
}

QString TestTyping::textOf(std::size_t pieces)
{
    const auto tokenizer = adaplens::openTokenizer(m_model);
    QStringList source;
    for (const adaplens::SampleText &sample : adaplens::shippedSampleTexts()) {
        source += QString::fromStdString(sample.text).simplified().split(QLatin1Char(' '));
    }
    QStringList text;
    for (qsizetype i = 0; i < 2000; ++i) {
        text.append(source.at(i % source.size()));
        if (tokenizer.encode(text.join(QLatin1Char(' ')).toStdString(), std::nullopt, 10000).pieces.size() > pieces) {
            text.removeLast();
            break;
        }
    }
    return text.join(QLatin1Char(' '));
}

void TestTyping::theMapFollowsTheKeys_data()
{
    QTest::addColumn<std::size_t>("pieces");
    QTest::addColumn<std::chrono::milliseconds>("pause");
    QTest::addRow("64 pieces, 120 ms a key") << std::size_t{64} << 120ms;
    QTest::addRow("64 pieces, 30 ms a key") << std::size_t{64} << 30ms;
    QTest::addRow("512 pieces, 120 ms a key") << std::size_t{512} << 120ms;
    QTest::addRow("512 pieces, 30 ms a key") << std::size_t{512} << 30ms;
}

void TestTyping::theMapFollowsTheKeys()
{
    QFETCH(std::size_t, pieces);
    QFETCH(std::chrono::milliseconds, pause);
    WindowFixture fixture(classifierLoader());
    const QString text = textOf(pieces - 4); // room for the longest of the words
    fixture.window().start(QString::fromStdString(m_model.string()), text);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(text), 120'000);
    fixture.textBox().setFocus();

    Typist typist(fixture);
    for (int round = 0; round < rounds(); ++round) {
        // At the end of the text and in the midst of it, where all that follows moves.
        fixture.textBox().moveCursor(round % 2 == 0 ? QTextCursor::End : QTextCursor::Start);
        if (round % 2 != 0) {
            QTest::keyClick(&fixture.textBox(), Qt::Key_Right, Qt::ControlModifier);
            QTest::keyClick(&fixture.textBox(), Qt::Key_Right, Qt::ControlModifier);
            QTest::keyClick(&fixture.textBox(), Qt::Key_Left);
        }
        QVERIFY(typist.replaceWord(words.at(round % words.size()), pause));
        const adaplens::Trace &trace = *fixture.page().map()->model().trace();
        QCOMPARE(QString::fromStdString(trace.text), fixture.textBox().toPlainText());
        QCOMPARE(trace.windows, std::size_t{1});
        QVERIFY(trace.encoding.pieces.size() > pieces - 12 && trace.encoding.pieces.size() <= pieces);
        QVERIFY(!fixture.page().map()->isDimmed());
        QTRY_VERIFY(fixture.shows(fixture.textBox().toPlainText()));
        QCOMPARE(fixture.session().trace().get(), &trace);
    }
    QCOMPARE(typist.stale(), 0);
    QVERIFY(typist.latencies().size() > 0);
    const Timings &latency = typist.latencies(), &gaps = typist.gaps(), &keys = typist.keys();
    print(QStringLiteral("%1: last key to painted map %2 / %3 / %4 ms (p50 / p95 / most of %5); longest stall %6 ms "
                         "(p99.9 %7 of %8 beats); a key's own way %9 / %10 ms (p50 / most); %11 maps for %12 keys")
              .arg(QLatin1String(QTest::currentDataTag()), ms(latency.quantile(0.5)), ms(latency.quantile(0.95)),
                   ms(latency.most()), QString::number(latency.size()), ms(gaps.most()), ms(gaps.quantile(0.999)),
                   QString::number(gaps.size()))
              .arg(ms(keys.quantile(0.5)), ms(keys.most()), QString::number(typist.maps()),
                   QString::number(keys.size())));
}

void TestTyping::theProgramStartsWithAMap()
{
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("adaplens.start=true"));
    environment.insert(QStringLiteral("QT_LOGGING_TO_CONSOLE"), QStringLiteral("1"));
    Timings starts;
    for (int round = -1; round < rounds(); ++round) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        QElapsedTimer clock;
        clock.start();
        program.start(QStringLiteral(ADAPLENS_PROGRAM), {});
        QByteArray said;
        while (!said.contains("first token map") && program.waitForReadyRead(120'000)) {
            said += program.readAll();
        }
        QVERIFY2(said.contains("first token map painted"), said.constData());
        if (round >= 0) {
            starts.add(static_cast<double>(clock.nsecsElapsed()) / 1e6); // the first one brings in the files
        }
        program.kill();
        QVERIFY(program.waitForFinished(120'000));
    }
    print(QStringLiteral("start to first map painted: %1 / %2 / %3 ms (p50 / p95 / most of %4)")
              .arg(ms(starts.quantile(0.5)), ms(starts.quantile(0.95)), ms(starts.most()),
                   QString::number(starts.size())));
}

QTEST_MAIN(TestTyping)
#include "tst_typing.moc"
