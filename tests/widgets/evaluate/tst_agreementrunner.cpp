// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report.h"
#include "tests/support/tinymodel.h"
#include "widgets/evaluate/agreementrunner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace adaplens;

/// Runs with a real model, small and random.
class TestAgreementRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelTrainedAnewIsOpenedAnew()
    {
        const QTemporaryDir folder;
        AgreementRequest request;
        request.model = folder.filePath(QStringLiteral("model")).toStdString();
        request.data.path = folder.filePath(QStringLiteral("reviews.jsonl")).toStdString();
        request.options.methods = {ScoreMethod::Contribution};
        QFile data(folder.filePath(QStringLiteral("reviews.jsonl")));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write(R"({"id": "1", "text": "a bad film , not good", "label": "negative", "rationale": [[2, 5]]})");
        data.close();
        const auto ap = [&request](const AgreementRunner &runner) {
            return runner(request, {}, {})->methods.front().mean.at(Metric::AUPRC).interval.mean;
        };
        test::writeTinyModel(request.model, {});
        const AgreementRunner runner = classifierAgreement();
        const double before = ap(runner);
        QCOMPARE(ap(runner), before);
        test::TinyModel other;
        for (other.seed = 2; other.seed < 30; ++other.seed) { // the first whose figure is another one
            test::writeTinyModel(request.model, other);
            if (ap(classifierAgreement()) != before) {
                QCOMPARE(ap(runner), ap(classifierAgreement()));
                return;
            }
        }
        QFAIL("all models give the same figure");
    }
};

QTEST_MAIN(TestAgreementRunner)
#include "tst_agreementrunner.moc"
