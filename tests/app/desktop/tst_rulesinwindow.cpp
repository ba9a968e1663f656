// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"

#include "tests/support/tinymodel.h"
#include "widgets/annotate/annotatepage.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/compare/comparecontrols.h"
#include "widgets/compare/comparepage.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/controls/card.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/methodchips.h"
#include "widgets/evaluate/agreementtable.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/resultscard.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/tokenmap.h"

#include <QAccessible>
#include <QComboBox>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

using adaplens::ScoreMethod;

namespace {

const auto sentence = QStringLiteral("not a good film , the bad film is very good and not boring");

constexpr auto reviews = R"({"id": "one", "text": "a bad film, not good", "label": "negative", "rationale": [[2, 5]]}
{"id": "two", "text": "the film is good", "label": "positive", "rationale": [[12, 16]]}
{"id": "three", "text": "a good film and a very long story", "label": "positive", "rationale": [[2, 6]]}
)";

/// Everything that can be read in a part of the window without pointing at it or opening anything, and its accessible
/// names.
QStringList readable(const QWidget *whole)
{
    QStringList texts;
    for (const QWidget *widget : whole->findChildren<QWidget *>()) {
        texts << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            texts << label->text();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            texts << button->text();
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                texts << tabs->tabText(tab);
            }
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int item = 0; item < box->count(); ++item) {
                texts << box->itemText(item);
            }
        } else if (const auto *table = qobject_cast<const QTableView *>(widget)) {
            const QAbstractItemModel &model = *table->model();
            for (int column = 0; column < model.columnCount(); ++column) {
                texts << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
                for (int row = 0; row < model.rowCount(); ++row) {
                    texts << model.index(row, column).data().toString();
                }
            }
        }
    }
    return texts;
}

} // namespace

/// Every page says what the open model's rule says: its name, what its scores are called, what draws the line and where in
/// a layer words go, and no word of another rule.
class TestRulesInWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_models;

    template <typename Page>
    Page &page()
    {
        return *m_fixture->window().findChild<Page *>();
    }

    /// What the "?" of a card explains.
    QString explained(const QString &title)
    {
        for (const CardHeader *header : m_fixture->window().findChildren<CardHeader *>()) {
            if (header->title() == title && header->helpButton()) {
                QTest::mouseClick(header->helpButton(), Qt::LeftButton);
                auto *popover = header->helpButton()->findChild<Popover *>();
                const QString text = popover ? popover->text() : QString();
                delete popover;
                return text;
            }
        }
        return {};
    }

    void openModel(const QString &rule)
    {
        const QString folder = m_models.filePath(rule);
        adaplens::test::TinyModel form{.name = rule.toStdString(), .layers = 4};
        form.adaptive = rule != QLatin1String("none");
        form.reduction = rule.toStdString();
        adaplens::test::writeTinyModel(folder.toStdString(), form);
        m_fixture->window().openModel(folder);
        QTRY_VERIFY(m_fixture->session().model());
        m_fixture->type(sentence);
    }

    void compareInspect(const QString &score, const QString &place, const QString &line)
    {
        const TokenMapView &map = *m_fixture->page().map();
        QVERIFY2(map.caption().startsWith(score), qPrintable(map.caption()));
        QString cells, lines;
        const auto &trace = *m_fixture->session().trace();
        for (int layer = 0; layer < 4; ++layer) {
            m_fixture->session().selectLayer(static_cast<std::size_t>(layer));
            lines += m_fixture->page().panels()->scores()->caption() + QLatin1Char('\n');
            for (int column = 0; column < static_cast<int>(trace.encoding.words.size()); ++column) {
                cells += map.toolTipAt(map.cellRect(layer, column).center()) + QLatin1Char('\n');
            }
            cells += map.toolTipAt(QPointF(20, map.cellRect(layer, 0).center().y())) + QLatin1Char('\n');
        }
        QVERIFY2(cells.contains(score), qPrintable(cells));
        QVERIFY2(cells.contains(line), qPrintable(cells));
        QCOMPARE(cells.contains(QStringLiteral("dropped here, %1 attention").arg(place)), !place.isEmpty());
        QVERIFY2(lines.contains(score), qPrintable(lines));
        m_fixture->session().select(1, 0); // [CLS] stays everywhere, and every rule decides there
        QVERIFY2(map.accessibleDescription().contains(score), qPrintable(map.accessibleDescription()));
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        m_fixture->write(QStringLiteral("reviews.jsonl"), reviews);
    }
    void cleanup() { m_fixture.reset(); }

    void everyPageSpeaksOfTheRule_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("score");
        QTest::addColumn<QString>("place"); // where words go in a layer
        QTest::addColumn<QString>("line");  // what draws it
        QTest::addColumn<QString>("how");   // from its explanation
        const auto row = [](const char *rule, const char *title, const char *score, const char *place, const char *line,
                            const char *how) {
            QTest::newRow(rule) << QString::fromUtf8(title) << QString::fromUtf8(score) << QString::fromUtf8(place)
                                << QString::fromUtf8(line) << QString::fromUtf8(how);
        };
        row("adapler", "AdapLeR", "contribution", "before", "threshold 0.0", "S ≥ δ = η / n");
        row("power", "PoWER-BERT", "significance", "after", "best pieces stay, from", "retention configuration");
        row("trbert", "TR-BERT", "probability to be kept", "before", "threshold 0.500", "p ≥ 0.50");
        row("random", "Random tokens", "random number", "before", "best pieces stay, from", "drawn at random");
        row("none", "BERT", "attention", "", "this model drops nothing", "drops nothing");
    }

    void everyPageSpeaksOfTheRule()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, score);
        QFETCH(const QString, place);
        QFETCH(const QString, line);
        QFETCH(const QString, how);
        const QString rule = QString::fromLatin1(QTest::currentDataTag());
        const bool drops = rule != QLatin1String("none");
        openModel(rule);
        QCOMPARE(m_fixture->label(QStringLiteral("modelTitle")), QStringLiteral("%1 · %2, 4 layers").arg(rule, title));
        compareInspect(score, place, line);
        QVERIFY(!QTest::currentTestFailed());
        const QString explanation = explained(QStringLiteral("Token map"));
        QVERIFY2(explanation.contains(how), qPrintable(explanation));

        m_fixture->clickPage(QStringLiteral("compare"));
        auto &compare = page<ComparePage>();
        QTRY_VERIFY(!compare.view()->comparison().rows.empty() && compare.view()->comparison().rows[0].scored);
        const MethodChip *own = compare.controls()->chip(ScoreMethod::Contribution);
        QCOMPARE(own && own->isVisible(), drops);
        auto *table = QAccessible::queryAccessibleInterface(compare.view())->tableInterface();
        const QString first = table->rowDescription(0);
        if (drops) {
            QCOMPARE(own->text(), score);
            QVERIFY2(own->toolTip().contains(title), qPrintable(own->toolTip()));
            QVERIFY2(first.startsWith(score), qPrintable(first));
            QVERIFY(readable(&compare).contains(title)); // whose weights attention may be of
        } else {
            QVERIFY2(first.startsWith(QStringLiteral("attention")), qPrintable(first));
        }

        m_fixture->clickPage(QStringLiteral("annotate"));
        auto &annotate = page<AnnotatePage>();
        annotate.files().openPath(m_fixture->file(QStringLiteral("reviews.jsonl")));
        QTRY_COMPARE(annotate.set().size(), 3);
        QTRY_VERIFY(annotate.agreement()->table()->isVisible());
        const QAbstractItemModel &texts = *annotate.browser()->table()->model();
        QCOMPARE(texts.headerData(AnnotationModel::Precision, Qt::Horizontal, Qt::DisplayRole).toString(),
                 drops ? QStringLiteral("AP of %1").arg(score) : QStringLiteral("AP"));
        QCOMPARE(annotate.agreement()->table()->item(0, 0)->text(), drops ? score : QStringLiteral("attention"));

        m_fixture->clickPage(QStringLiteral("evaluate"));
        auto &evaluate = page<EvaluatePage>();
        evaluate.runControl()->openData(m_fixture->file(QStringLiteral("reviews.jsonl")));
        const MethodChip *chip = evaluate.findChild<MethodChips *>()->chip(ScoreMethod::Contribution);
        QCOMPARE(chip->isVisible(), drops);
        if (drops) {
            QCOMPARE(chip->text(), score);
        }
        evaluate.runControl()->start();
        QTRY_VERIFY(evaluate.runControl()->run().report() && evaluate.runControl()->run().report()->complete);
        const AgreementTable &numbers = *evaluate.results()->table();
        QCOMPARE(numbers.item(0, 0)->text(), drops ? score : QStringLiteral("attention"));
        if (drops) {
            QVERIFY2(numbers.item(0, 0)->toolTip().contains(title), qPrintable(numbers.item(0, 0)->toolTip()));
            const QString hover = numbers.item(1, 1)->toolTip();
            QVERIFY2(hover.contains(QStringLiteral("%1 minus this").arg(score)), qPrintable(hover));
        }
        const QString conditions = m_fixture->label(QStringLiteral("conditions"));
        QCOMPARE(conditions.contains(QStringLiteral("%1 of dropped tokens = 0").arg(score)), drops);
        QCOMPARE(conditions.contains(QStringLiteral("fewer operations")), drops);
        QCOMPARE(conditions.contains(QStringLiteral("padded to the longest, ")), drops);
        QVERIFY2(conditions.startsWith(QStringLiteral("accuracy ")), qPrintable(conditions));

        if (rule != QLatin1String("adapler")) {
            static const QRegularExpression others(QStringLiteral("\\bCP\\b|contribution|AdapLeR|η|predictor"));
            for (const QString &text : readable(&m_fixture->window())) {
                QVERIFY2(!text.contains(others), qPrintable(text));
            }
        }
    }

    /// The pages follow when a model of another rule is opened.
    void anotherModelBringsItsWords()
    {
        openModel(QStringLiteral("adapler"));
        m_fixture->clickPage(QStringLiteral("compare"));
        openModel(QStringLiteral("power"));
        m_fixture->clickPage(QStringLiteral("compare"));
        QTRY_COMPARE(page<ComparePage>().controls()->chip(ScoreMethod::Contribution)->text(),
                     QStringLiteral("significance"));
        QVERIFY(explained(QStringLiteral("Cost of this text")).contains(QStringLiteral("feed-forward part on those")));
        m_fixture->clickPage(QStringLiteral("evaluate"));
        const MethodChips *chips = page<EvaluatePage>().findChild<MethodChips *>();
        QTRY_COMPARE(chips->chip(ScoreMethod::Contribution)->text(), QStringLiteral("significance"));
        // Another model than the window's, of which only the configuration was read.
        auto *models = page<EvaluatePage>().findChild<QComboBox *>(QStringLiteral("model"));
        QCOMPARE(models->count(), 2);
        models->setCurrentIndex(1);
        QCOMPARE(chips->chip(ScoreMethod::Contribution)->text(), QStringLiteral("contribution"));
    }
};

QTEST_MAIN(TestRulesInWindow)
#include "tst_rulesinwindow.moc"
