// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "widgets/annotate/annotationmodel.h"
#include "widgets/annotate/databrowser.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace adaplens;
using namespace adaplens::test;
using Model = AnnotationModel;

/// The table of a data set, its order and its filters, and the run that fills it.
class TestAnnotationModel : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<AnnotationSet> m_set;
    std::unique_ptr<EvaluationRun> m_run;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<AnnotationFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester, m_filterTester;

    QStringList shown(int column = Model::Text) const
    {
        QStringList cells;
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const QString cell = m_filter->index(row, column).data().toString();
            cells.append(column == Model::Text ? cell.section(QLatin1Char(':'), 0, 0) : cell);
        }
        return cells;
    }
    void fill()
    {
        m_run->setModel(identityOf("model", Precision::Float32));
        m_run->request(m_set->texts());
        QTRY_VERIFY(!m_run->running());
        m_filter->invalidate();
    }

private Q_SLOTS:
    void init()
    {
        m_set = std::make_unique<AnnotationSet>();
        m_run = std::make_unique<EvaluationRun>(fakeEvaluator());
        m_model = std::make_unique<Model>(*m_set, *m_run);
        m_filter = std::make_unique<AnnotationFilter>();
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::Fatal);
        m_filter->setSourceModel(m_model.get());
        m_filterTester = std::make_unique<QAbstractItemModelTester>(m_filter.get(), Mode::Fatal);
        m_model->setClasses({"negative", "positive"});
        m_set->reset(fourReviews(), {});
    }
    void cleanup()
    {
        m_filterTester.reset();
        m_tester.reset();
        m_filter.reset();
        m_model.reset();
        m_run.reset();
        m_set.reset();
    }

    void showsTextsAndFigures()
    {
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_model->columnCount(), 6);
        const auto cell = [this](int row, int column) { return m_model->index(row, column).data().toString(); };
        QCOMPARE(cell(0, Model::Text), QStringLiteral("zebra: a dull film, and far too long."));
        QCOMPARE(cell(0, Model::Gold), QStringLiteral("negative"));
        QCOMPARE(cell(0, Model::Predicted), QString());
        fill();
        QCOMPARE(cell(0, Model::Predicted), QStringLiteral("negative"));
        QCOMPARE(cell(0, Model::Correct), QStringLiteral("yes"));
        QCOMPARE(cell(0, Model::Speedup), QStringLiteral("3.7\u202F×"));
        QCOMPARE(cell(0, Model::Precision), QStringLiteral("0.50"));
        QCOMPARE(cell(2, Model::Correct), QStringLiteral("no"));
        QCOMPARE(cell(3, Model::Precision), QString()); // nothing is marked
        QVERIFY(m_model->index(0, Model::Text).data(Qt::ToolTipRole).toString().contains(QStringLiteral("2 span")));
        QVERIFY(m_model->index(3, Model::Precision)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("Nothing is marked")));
    }

    void longTextsAreCutForTheCell()
    {
        std::string text(100000, 'x');
        text.append("\nend");
        m_set->append(*marked(text, ""));
        const QString cell = m_model->index(4, Model::Text).data().toString();
        QVERIFY(cell.size() < 400 && cell.endsWith(QChar(0x2026)));
    }

    void sortsByEveryColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("ascending");
        QTest::addColumn<QStringList>("descending");
        const auto row = [](const char *name, int column, const char *up, const char *down) {
            QTest::newRow(name) << column << QString::fromLatin1(up).split(QLatin1Char(' '))
                                << QString::fromLatin1(down).split(QLatin1Char(' '));
        };
        row("text", Model::Text, "apple kiwi mango zebra", "zebra mango kiwi apple");
        row("speed-up", Model::Speedup, "kiwi mango apple zebra", "zebra apple mango kiwi");
        // What has no figure comes last both ways; equal ones keep their order.
        row("precision", Model::Precision, "zebra apple mango kiwi", "apple mango zebra kiwi");
        row("correct", Model::Correct, "mango kiwi zebra apple", "zebra apple mango kiwi");
    }
    void sortsByEveryColumn()
    {
        QFETCH(int, column);
        QFETCH(QStringList, ascending);
        QFETCH(QStringList, descending);
        fill();
        m_filter->sort(column, Qt::AscendingOrder);
        QCOMPARE(shown(), ascending);
        m_filter->sort(column, Qt::DescendingOrder);
        QCOMPARE(shown(), descending);
    }

    void filters()
    {
        fill();
        m_filter->setCriteria({QStringLiteral("FILM")});
        QCOMPARE(shown(), QStringList({QStringLiteral("zebra"), QStringLiteral("kiwi")}));
        m_filter->setCriteria({QStringLiteral("positive")});
        QCOMPARE(shown(), QStringList({QStringLiteral("apple"), QStringLiteral("mango")}));
        m_filter->setCriteria({QStringLiteral("positive"), true});
        QCOMPARE(shown(), QStringList({QStringLiteral("mango")}));
        m_filter->setCriteria({{}, true});
        QCOMPARE(shown(), QStringList({QStringLiteral("mango"), QStringLiteral("kiwi")}));
        m_filter->setCriteria({{}, true, true});
        QCOMPARE(shown(), QStringList({QStringLiteral("mango")}));
        m_filter->setCriteria({{}, false, true});
        QCOMPARE(m_filter->rowCount(), 3);
    }

    void aKeystrokeFiltersOnce()
    {
        struct Counting : Model {
            using Model::Model;
            QVariant data(const QModelIndex &index, int role) const override
            {
                looked += role == FilterRole ? 1 : 0;
                return Model::data(index, role);
            }
            mutable int looked = 0;
        } model(*m_set, *m_run);
        DataBrowser browser(model, *m_run);
        QTest::keyClick(browser.findChild<QLineEdit *>(), Qt::Key_F);
        QCOMPARE(browser.table()->model()->rowCount(), 3); // zebra, apple and kiwi
        QCOMPARE(model.looked, 4);
    }

    void columnsKeepTheWidthThatTheUserGives()
    {
        fill();
        Model model(*m_set, *m_run);
        DataBrowser browser(model, *m_run);
        browser.resize(900, 300);
        browser.show();
        QHeaderView *header = browser.table()->horizontalHeader();
        const int wide = header->sectionSize(Model::Gold) + 60;
        header->resizeSection(Model::Gold, wide);
        browser.resize(1100, 400);
        QCoreApplication::processEvents();
        QCOMPARE(header->sectionSize(Model::Gold), wide);
    }

    void noRowMovesWhileItIsWorkedOn()
    {
        fill();
        m_filter->sort(Model::Precision, Qt::AscendingOrder);
        const QStringList before = shown();
        m_set->erase(0, {0, 20}); // zebra has one span now, and so another precision
        m_run->request({m_set->at(0)});
        QTRY_VERIFY(!m_run->running());
        QCOMPARE(m_run->evaluation(m_set->at(0).key)->ap, std::optional(1.0));
        QCOMPARE(shown(), before);
    }

    void followsTheSet()
    {
        fill();
        m_filter->sort(Model::Text, Qt::AscendingOrder);
        m_set->remove(1);
        QCOMPARE(m_filter->rowCount(), 3);
        m_set->history().undo();
        QCOMPARE(m_filter->rowCount(), 4);
        QCOMPARE(m_model->index(1, Model::Predicted).data().toString(), QStringLiteral("positive")); // still known
        m_set->setLabel(1, "negative");
        QCOMPARE(m_model->index(1, Model::Correct).data().toString(), QStringLiteral("no"));
        m_set->setLabel(1, "of another task");
        QCOMPARE(m_model->index(1, Model::Correct).data().toString(), QString());
        m_set->reset({}, {});
        QCOMPARE(m_filter->rowCount(), 0);
    }

    void aRunCanBeStoppedAndGoesOn()
    {
        m_set->reset({marked("quick one", "a"), marked("slow one", "a"), marked("quick two", "a")}, {});
        m_run->setModel(identityOf("model", Precision::Float32));
        QSignalSpy evaluated(m_run.get(), &EvaluationRun::evaluated);
        m_run->request(m_set->texts());
        QVERIFY(m_run->running());
        QTRY_COMPARE(evaluated.size(), 1);
        QCOMPARE(m_run->done(), std::size_t{1});
        QCOMPARE(m_run->total(), std::size_t{3});
        m_run->cancel();
        QVERIFY(!m_run->running());
        QVERIFY(m_run->evaluation(m_set->at(0).key));
        m_run->request({m_set->at(2)});
        QTRY_VERIFY(m_run->evaluation(m_set->at(2).key));
        QVERIFY(!m_run->evaluation(m_set->at(1).key));
    }

    void aTextThatFailsIsToldInItsRow()
    {
        m_set->reset({marked("broken one", "a"), marked("warm two", "positive")}, {});
        fill();
        QCOMPARE(m_model->index(0, Model::Predicted).data().toString(), QString());
        QVERIFY(m_model->index(0, Model::Predicted)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("cannot be read")));
        QCOMPARE(m_model->index(1, Model::Predicted).data().toString(), QStringLiteral("positive"));
    }

    void aModelThatFailsEndsTheRun()
    {
        m_run->setModel(identityOf("bad model", Precision::Float32));
        QSignalSpy failed(m_run.get(), &EvaluationRun::failed);
        m_run->request(m_set->texts());
        QVERIFY(failed.wait());
        QVERIFY(!m_run->running());
        QCOMPARE(failed.first().first().toString(), QStringLiteral("This folder holds no model."));
        fill(); // another model
        QVERIFY(test::covers(*m_run, m_set->texts()));
    }
};

QTEST_MAIN(TestAnnotationModel)
#include "tst_annotationmodel.moc"
