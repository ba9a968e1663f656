// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "tests/support/commalocale.h"
#include "tests/support/handmadeagreement.h"
#include "widgets/evaluate/reportfiles.h"
#include "widgets/style/palette.h"

#include <QFile>
#include <QImage>
#include <QLocale>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace adaplens;

/// What is written where, and read back.
class TestReportFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const std::vector<NamedReport> m_one{
        {QStringLiteral("a run"), std::make_shared<const AgreementReport>(test::handMadeAgreement())}};

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray written(const QString &name, const std::vector<NamedReport> &runs) const
    {
        writeReports(runs, Metric::AP, Metric::FPR, path(name));
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void oneRunIsTheFileOfTheCommandLine()
    {
        const AgreementReport &report = *m_one.front().report;
        QCOMPARE(written(QStringLiteral("run.csv"), m_one), QByteArray::fromStdString(toCsv(report)));
        QCOMPARE(written(QStringLiteral("run.tex"), m_one), QByteArray::fromStdString(toLatex(report)));
        QCOMPARE(written(QStringLiteral("run.json"), m_one), QByteArray::fromStdString(toJson(report)));
        const NamedReport read = readReport(path(QStringLiteral("run.json")));
        QCOMPARE(toJson(*read.report), toJson(report));
        QCOMPARE(read.name, QStringLiteral("films & plays val · Hand made"));
    }

    void numbersHavePointsWhateverTheLanguage()
    {
        QByteArrayList before, after;
        for (const char *suffix : {"csv", "tex", "json"}) {
            before.append(written(QStringLiteral("point.") + QLatin1String(suffix), m_one));
        }
        const QLocale usual;
        const test::CommaLocale commas;
        QLocale::setDefault(QLocale(QLocale::German));
        for (const char *suffix : {"csv", "tex", "json"}) {
            after.append(written(QStringLiteral("comma.") + QLatin1String(suffix), m_one));
        }
        QLocale::setDefault(usual);
        QCOMPARE(after, before);
        if (!test::CommaLocale::inC()) {
            QSKIP("only C++ and Qt had commas: there is no such locale for C (Debian: the package locales)");
        }
    }

    void severalRunsAreToldApartByName()
    {
        const std::vector<NamedReport> two{m_one.front(), {QStringLiteral("a, b"), m_one.front().report}};
        const QByteArrayList one = written(QStringLiteral("one.csv"), m_one).split('\n');
        const QByteArrayList both = written(QStringLiteral("both.csv"), two).split('\n');
        QCOMPARE(both.size(), 2 * one.size() - 2); // one head, one empty line at the end
        QCOMPARE(both.first(), "run," + one.first());
        QCOMPARE(both[1], "a run," + one[1]);
        QCOMPARE(both[one.size() - 1], "\"a, b\"," + one[1]);
        QCOMPARE(written(QStringLiteral("both.tex"), two).count("\\begin{tabular}"), 2);
    }

    void aFigureHasTheColoursOfPaper()
    {
        const QByteArray drawing = written(QStringLiteral("run.svg"), m_one);
        QVERIFY(QSvgRenderer(path(QStringLiteral("run.svg"))).isValid());
        QVERIFY(drawing.contains("attention"));
        const QByteArray own = Palette::paper().above().name().toLatin1();
        QVERIFY2(drawing.contains("stroke=\"" + own),
                 own.constData()); // the curve of CP, whatever the window's palette
        QVERIFY(written(QStringLiteral("run.pdf"), m_one).startsWith("%PDF-"));
        QVERIFY(!written(QStringLiteral("run.png"), m_one).isEmpty());
        QVERIFY(QImage(path(QStringLiteral("run.png"))).width() > 1000);
    }

    void whatCannotBeDoneIsTold()
    {
        QVERIFY_EXCEPTION_THROWN(writeReports(m_one, Metric::AP, Metric::FPR, path(QStringLiteral("run.xyz"))), Error);
        QVERIFY_EXCEPTION_THROWN((void)readReport(path(QStringLiteral("absent.json"))), Error);
        QFile other(path(QStringLiteral("other.json")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY_EXCEPTION_THROWN((void)readReport(path(QStringLiteral("other.json"))), Error);
    }

    void filesAreNamedAfterTheData()
    {
        AgreementReport report = *m_one.front().report;
        report.data = "films / plays";
        QCOMPARE(suggestedFileName(report), QStringLiteral("agreement-films-plays-val"));
        report.split.clear();
        QCOMPARE(suggestedFileName(report), QStringLiteral("agreement-films-plays"));
    }
};

QTEST_MAIN(TestReportFiles)
#include "tst_reportfiles.moc"
