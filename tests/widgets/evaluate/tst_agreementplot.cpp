// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadeagreement.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/plots/qcp.h"

#include <QTest>

using namespace adaplens;

/// The curves of agreement and the names at their ends.
class TestAgreementPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAtTheEndsDoNotOverlap();
};

void TestAgreementPlot::namesAtTheEndsDoNotOverlap()
{
    AgreementReport report = adaplens::test::handMadeAgreement();
    for (MethodAgreement &method : report.methods) { // all curves end in the same place
        for (MetricValues &layer : method.layers) {
            layer.at(Metric::AP).interval = report.baseRate;
        }
    }
    AgreementPlot plot;
    plot.setRuns({{QStringLiteral("one"), std::make_shared<const AgreementReport>(report)}});
    plot.resize(500, 260);
    plot.show();
    plot.plot()->replot();
    QList<QRectF> names;
    for (int i = 0; i < plot.plot()->itemCount(); ++i) {
        if (const auto *text = qobject_cast<QCPItemText *>(plot.plot()->item(i))) {
            names.append(QRectF(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition()));
            QVERIFY(QRectF(plot.plot()->rect()).contains(names.last()));
        }
    }
    QCOMPARE(names.size(), 4); // three methods and the base rate
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (qsizetype j = i + 1; j < names.size(); ++j) {
            QVERIFY(names[i].intersected(names[j]).height() < names[i].height() / 4);
        }
    }
}

QTEST_MAIN(TestAgreementPlot)
#include "tst_agreementplot.moc"
