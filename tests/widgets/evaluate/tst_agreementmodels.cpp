// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadeagreement.h"
#include "widgets/evaluate/agreementtable.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/keptruns.h"
#include "widgets/style/emphasis.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace adaplens;
using ReportPointer = std::shared_ptr<const AgreementReport>;

namespace {

ReportPointer handMade()
{
    return std::make_shared<const AgreementReport>(test::handMadeAgreement());
}

QStringList numbersIn(const QString &text)
{
    static const QRegularExpression other(QStringLiteral("[^0-9]+"));
    return text.split(other, Qt::SkipEmptyParts);
}

} // namespace

class TestAgreementModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHoldsTheReport()
    {
        AgreementTable table;
        QCOMPARE(table.rowCount(), 0);
        const ReportPointer report = handMade();
        table.setRuns({{QStringLiteral("one"), report}});
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(table.columnOf(Metric::Comprehensiveness), -1); // not measured: no column
        QVERIFY(table.columnOf(Metric::AP) == 1);
        for (const std::optional<std::size_t> layer : {std::optional<std::size_t>(), std::optional<std::size_t>(2)}) {
            table.setLayer(layer);
            for (int row = 0; row < table.rowCount(); ++row) {
                const MethodAgreement &method = report->methods[static_cast<std::size_t>(row)];
                for (int column = 1; column < table.columnCount(); ++column) {
                    const MetricValues &values = !layer                     ? method.mean
                                                 : method.layers.size() > 1 ? method.layers[*layer]
                                                                            : method.layers[0];
                    const Interval &wanted = values.at(table.metric(column)).interval;
                    const QModelIndex index = table.model()->index(row, column);
                    QCOMPARE(index.data(AgreementTable::valueRole).toDouble(), wanted.mean);
                    QCOMPARE(index.data().toString(), agreement::value(wanted.mean));
                    QCOMPARE(index.data(emphasis::DetailRole).toString(), QStringLiteral("±0.050"));
                    const QString hover = index.data(Qt::ToolTipRole).toString();
                    QVERIFY(hover.contains(agreement::range(wanted)));
                    QVERIFY(hover.contains(QStringLiteral("57")));
                    QCOMPARE(hover.contains(QStringLiteral("contribution minus this")), row > 0);
                }
            }
        }
        QCOMPARE(table.item(0, 0)->data(emphasis::Role).toInt(), static_cast<int>(emphasis::Highlighted));
        QCOMPARE(table.item(1, 0)->data(emphasis::Role).toInt(), static_cast<int>(emphasis::Plain));
        QCOMPARE(table.item(0, 0)->text(), QStringLiteral("contribution"));
    }

    void resultsThatComeInChangeNumbersOnly()
    {
        AgreementTable table;
        table.setRuns({{QStringLiteral("one"), handMade()}});
        table.setCurrentCell(1, 2);
        table.setRuns({{QStringLiteral("one"), handMade()}});
        QCOMPARE(table.currentRow(), 1);
        QCOMPARE(table.currentColumn(), 2);
        QVERIFY(table.item(1, 2)->isSelected());
        table.setRuns({{QStringLiteral("one"), handMade()}, {QStringLiteral("two"), handMade()}});
        QCOMPARE(table.rowCount(), 6);
        QVERIFY(table.item(3, 0)->text().contains(QStringLiteral("two")));
        table.setRuns({});
        QCOMPARE(table.columnCount(), 0);
    }

    void keptRunsCanBeNamedHiddenAndRemoved()
    {
        KeptRuns runs;
        const QAbstractItemModelTester tester(&runs);
        const ReportPointer first = handMade(), second = handMade();
        runs.keep(QStringLiteral("films"), first);
        runs.keep(QStringLiteral("films"), first); // the same run
        QCOMPARE(runs.rowCount(), 1);
        runs.keep(QStringLiteral("films"), second);
        QCOMPARE(runs.index(1, 0).data().toString(), QStringLiteral("films (2)"));
        QVERIFY(runs.setData(runs.index(1, 0), QStringLiteral("plays")));
        QVERIFY(!runs.setData(runs.index(1, 0), QStringLiteral("  ")));
        QCOMPARE(runs.shown().size(), std::size_t{2});
        QCOMPARE(runs.shown()[1].name, QStringLiteral("plays"));
        QVERIFY(runs.setData(runs.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(runs.shown().size(), std::size_t{1});
        QCOMPARE(runs.shown()[0].report, second);
        QVERIFY(runs.removeRow(1));
        QVERIFY(!runs.removeRow(1));
        QVERIFY(runs.shown().empty());
        QVERIFY(runs.holds(first) && !runs.holds(second));
    }

    void wordsSayWhatTheNumbersHoldFor()
    {
        const AgreementReport report = test::handMadeAgreement();
        QCOMPARE(agreement::runName(report), QStringLiteral("films & plays val · Hand made"));
        AgreementReport other = report; // names tell apart what lies over one another
        other.options.goldClass = !other.options.goldClass;
        other.options.selection.kind = adaplens::Selection::Kind::Model;
        QVERIFY(agreement::runName(other).startsWith(agreement::runName(report)));
        QVERIFY(agreement::runName(other).contains(QStringLiteral("the model's own")));
        QVERIFY(agreement::runName(other).contains(QStringLiteral("predicted")));
        const QString conditions = agreement::conditions(report);
        for (const char *part : {"57", "60", "base rate 0.091", "= 0", "plain twin", "gold class", "seed 7", "2 thread",
                                 "float32", "cpu", "a processor"}) {
            QVERIFY2(conditions.contains(QLatin1String(part)), qPrintable(conditions));
        }
        const QString cost = agreement::cost(report);
        for (const char *part : {"accuracy 0.877, without dropping 0.895", "2.25", "fewer operations", "3.50",
                                 "padded to the longest, 64 piece"}) {
            QVERIFY2(cost.contains(QLatin1String(part)), qPrintable(cost));
        }
        AgreementReport power = report;
        power.rule = "power";
        power.ownScore = "significance";
        power.options.fromAdapler = true;
        power.speedupPadded.reset(); // an older run went on
        QVERIFY(agreement::conditions(power).contains(QStringLiteral("significance of dropped tokens = 0")));
        QVERIFY(agreement::conditions(power).contains(QStringLiteral("from the PoWER-BERT weights")));
        QVERIFY(!agreement::cost(power).contains(QStringLiteral("padded")));
        QCOMPARE(agreement::name(ScoreMethod::Contribution, power), QStringLiteral("significance"));
        power.rule = "a rule of tomorrow"; // by its names in files
        QCOMPARE(agreement::name(ScoreMethod::Contribution, power), QStringLiteral("significance"));
        AgreementReport plain = report;
        plain.rule = "none";
        QCOMPARE(agreement::cost(plain), QStringLiteral("accuracy 0.877"));
        QVERIFY(agreement::conditions(plain).contains(QStringLiteral("from the plain model")));
        QVERIFY(!agreement::conditions(plain).contains(QStringLiteral("dropped")));
        const QString left = agreement::leftOut(report);
        QCOMPARE(numbersIn(left), (QStringList{QStringLiteral("12"), QStringLiteral("3"), QStringLiteral("3"),
                                               QStringLiteral("1")})); // no rationale, all marked, skipped, long spans
        QVERIFY(left.contains(QStringLiteral("documents without a rationale: 3")));
        const QString progress = agreement::progress({128, 214, 200, 40.2}, AgreementMode::WindowsPieces);
        QCOMPARE(numbersIn(progress), (QStringList{QStringLiteral("128"), QStringLiteral("200"), QStringLiteral("214"),
                                                   QStringLiteral("41")}));
        QCOMPARE(numbersIn(agreement::progress({1, 1, 0, std::nullopt}, AgreementMode::DocumentsWords)),
                 QStringList{QStringLiteral("1")});
        QCOMPARE(agreement::chance(Metric::AP, report)->mean, report.baseRate.mean);
        QCOMPARE(agreement::chance(Metric::RocAuc, report)->mean, 0.5);
        QVERIFY(!agreement::chance(Metric::FPR, report));
        QSet<QString> captions;
        for (const MetricInfo &info : allMetrics()) {
            QCOMPARE(agreement::name(info.metric), QLatin1String(info.title));
            captions.insert(agreement::caption(info.metric));
            // The sentence says which way is better, as the table of metrics does.
            QCOMPARE(agreement::caption(info.metric).contains(QStringLiteral("higher is better")),
                     info.direction == MetricDirection::HigherIsBetter);
            QCOMPARE(agreement::caption(info.metric).contains(QStringLiteral("lower is better")),
                     info.direction == MetricDirection::LowerIsBetter);
        }
        QCOMPARE(captions.size(), static_cast<qsizetype>(allMetrics().size()));
    }
};

QTEST_MAIN(TestAgreementModels)
#include "tst_agreementmodels.moc"
