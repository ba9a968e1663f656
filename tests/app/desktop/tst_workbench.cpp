// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report.h"
#include "tests/support/tinymodel.h"
#include "windowfixture.h"

#include "widgets/annotate/annotatepage.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/metriccard.h"
#include "widgets/evaluate/resultscard.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/annotate/annotationview.h"
#include "widgets/controls/buttons.h"
#include "widgets/annotate/rationaleeditor.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QToolButton>

using namespace adaplens;

namespace {

// Six words of which one is marked, then three of which one is.
constexpr auto reviews = R"({"id": "one", "text": "a bad film, not good", "label": "negative", "rationale": [[2, 5]]}
{"id": "two", "text": "good good good", "label": "positive", "rationale": [[0, 4]]}
)";

} // namespace

/// What people do with the workbench from end to end, in the real window with a small random model: mark what matters,
/// save, measure how well the methods find it, take the numbers along.
class TestWorkbench : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_models;
    std::unique_ptr<WindowFixture> m_fixture;

    AnnotatePage &annotate() { return *m_fixture->window().findChild<AnnotatePage *>(); }
    EvaluatePage &evaluate() { return *m_fixture->window().findChild<EvaluatePage *>(); }

    /// Runs the page on the file and returns the report that it shows.
    AgreementReport measured(const QString &path)
    {
        evaluate().runControl()->openData(path);
        QTest::mouseClick(evaluate().findChild<QAbstractButton *>(QStringLiteral("runButton")), Qt::LeftButton);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!evaluate().runControl()->run().running(), 60000); }();
        return *evaluate().runControl()->run().report();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        test::writeTinyModel(m_models.filePath(QStringLiteral("tiny")).toStdString(), {});
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        m_fixture->window().resize(1440, 900);
        QSignalSpy opened(&m_fixture->session(), &Session::modelOpened);
        m_fixture->window().start(m_models.filePath(QStringLiteral("tiny")), QStringLiteral("a good film"));
        QVERIFY(opened.wait(20000));
    }
    void cleanup() { m_fixture.reset(); }

    void fromMarksToNumbers()
    {
        const QString path = m_fixture->file(QStringLiteral("reviews.jsonl"));
        m_fixture->write(QStringLiteral("reviews.jsonl"), reviews);

        m_fixture->clickPage(QStringLiteral("Evaluate"));
        QTRY_VERIFY(evaluate().isVisible());
        const AgreementReport before = measured(path);
        QCOMPARE(before.instances, 2U);
        QCOMPARE(before.baseRate.mean, (1.0 / 6 + 1.0 / 3) / 2);

        // "not good" is marked, too, and saved.
        m_fixture->clickPage(QStringLiteral("Annotate"));
        QTRY_VERIFY(annotate().isVisible());
        QTRY_VERIFY(!annotate().store().opening());
        annotate().files().openPath(path);
        QTRY_COMPARE(annotate().set().size(), 2);
        RationaleEditor &editor = *annotate().view()->editor();
        editor.setFocus();
        QTest::keyClick(&editor, Qt::Key_End);
        QTest::keyClick(&editor, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&editor, Qt::Key_M);
        QTest::mouseClick(annotate().saveButton(), Qt::LeftButton);
        QTRY_VERIFY(!annotate().set().changed());

        m_fixture->clickPage(QStringLiteral("Evaluate"));
        QTRY_VERIFY(evaluate().isVisible());
        const AgreementReport after = measured(path);
        QCOMPARE(after.instances, 2U);
        QCOMPARE(after.baseRate.mean, (3.0 / 6 + 1.0 / 3) / 2);

        evaluate().exportTo(m_fixture->file(QStringLiteral("run.json")));
        evaluate().exportTo(m_fixture->file(QStringLiteral("run.png")));
        QFile json(m_fixture->file(QStringLiteral("run.json")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(report[QStringLiteral("base_rate")][QStringLiteral("mean")].toDouble(), after.baseRate.mean);
        QVERIFY(QImage(m_fixture->file(QStringLiteral("run.png"))).width() > 1000);
    }
};

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
