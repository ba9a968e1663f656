// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "tests/support/gui/wordplace.h"
#include "tests/support/tinymodel.h"
#include "windowfixture.h"

#include "widgets/annotate/annotatepage.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/annotate/annotationview.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choices.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/controls/popover.h"
#include "widgets/controls/messagebar.h"
#include "widgets/annotate/rationaleeditor.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QDropEvent>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <atomic>

using namespace adaplens;

namespace {

constexpr auto reviews = R"({"id": "one", "text": "a bad film, not good", "label": "negative", "rationale": [[2, 5]]}
{"id": "two", "text": "the film is good", "label": "positive", "rationale": []}
{"id": "three", "text": "good good good", "label": "positive", "rationale": [[0, 4]]}
)";

} // namespace

/// The Annotate page in the real window, with real clicks and keys, on a small random model.
class TestAnnotatePage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_models;
    std::shared_ptr<std::atomic<int>> m_opened; // models in int8
    std::unique_ptr<WindowFixture> m_fixture;

    AnnotatePage &page() { return *m_fixture->window().findChild<AnnotatePage *>(); }
    RationaleEditor &editor() { return *page().view()->editor(); }
    QTableView &table() { return *page().browser()->table(); }

    QLineEdit &filter() { return *page().findChild<QLineEdit *>(QStringLiteral("textFilter")); }
    void click(const QString &button)
    {
        QTest::mouseClick(page().findChild<QAbstractButton *>(button), Qt::LeftButton);
    }

    void showAnnotatePage()
    {
        m_fixture->clickPage(QStringLiteral("Annotate"));
        QTRY_VERIFY(page().isVisible());
        QTRY_VERIFY(!page().store().opening());
    }
    void openReviews()
    {
        m_fixture->write(QStringLiteral("reviews.jsonl"), reviews);
        page().files().openPath(m_fixture->file(QStringLiteral("reviews.jsonl")));
        QTRY_COMPARE(page().set().size(), 3);
        QTRY_COMPARE(page().currentRow(), 0);
    }
    QPoint cell(int row, int column) { return table().visualRect(table().model()->index(row, column)).center(); }
    QStringList column(int column)
    {
        QStringList cells;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            cells.append(table().model()->index(row, column).data().toString());
        }
        return cells;
    }
    QStringList spans(int row)
    {
        QStringList result;
        const Example &example = page().set().example(row);
        for (const ByteRange &span : example.rationale) {
            result.append(QString::fromStdString(example.text.substr(span.begin, span.end - span.begin)));
        }
        return result;
    }
    /// A button of the question that is shown.
    QAbstractButton *answer(qsizetype place)
    {
        QList<QAbstractButton *> buttons = page().questions()->findChildren<QAbstractButton *>();
        buttons.removeIf([](const QAbstractButton *button) {
            return button->isHidden() || !button->accessibleName().isEmpty(); // the latter closes the bar
        });
        return buttons.value(place);
    }

private Q_SLOTS:
    void initTestCase() { test::writeTinyModel(m_models.filePath(QStringLiteral("tiny")).toStdString(), {}); }
    void init()
    {
        m_opened = std::make_shared<std::atomic<int>>(0);
        m_fixture = std::make_unique<WindowFixture>(
            [opened = m_opened](const std::filesystem::path &folder, Precision precision, const std::stop_token &stop) {
                *opened += precision == Precision::Int8 ? 1 : 0;
                return classifierLoader()(folder, precision, stop);
            });
        m_fixture->window().resize(1440, 900);
        QSignalSpy opened(&m_fixture->session(), &Session::modelOpened);
        m_fixture->window().start(m_models.filePath(QStringLiteral("tiny")), QStringLiteral("a good film"));
        QVERIFY(opened.wait(20000));
        showAnnotatePage();
        openReviews();
    }
    void cleanup() { m_fixture.reset(); }

    void marksSavesAndReloads()
    {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_End);
        QTest::keyClick(&editor(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&editor(), Qt::Key_M);
        QCOMPARE(spans(0), QStringList({QStringLiteral("bad"), QStringLiteral("not good")}));
        QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(spans(0), QStringList({QStringLiteral("bad")}));
        QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(spans(0).size(), 2);

        // The label, from its menu.
        QToolButton *label = page().findChild<QToolButton *>(QStringLiteral("labelButton"));
        QCOMPARE(label->text(), QStringLiteral("negative"));
        Q_EMIT label->menu()->aboutToShow();
        const auto actions = label->menu()->actions();
        QCOMPARE(actions.size(), 3); // two classes, no label
        actions.at(1)->trigger();
        QCOMPARE(page().set().example(0).label, std::string("positive"));

        QVERIFY(page().saveButton()->isEnabled());
        QTest::keyClick(&editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!page().set().changed());
        QVERIFY(m_fixture->window().messageBar()->message().startsWith(QStringLiteral("Saved")));
        QVERIFY(!page().saveButton()->isEnabled());

        page().files().openShipped();
        QTRY_VERIFY(!page().store().opening());
        page().files().openPath(m_fixture->file(QStringLiteral("reviews.jsonl")));
        QTRY_COMPARE(page().set().size(), 3);
        QCOMPARE(spans(0), QStringList({QStringLiteral("bad"), QStringLiteral("not good")}));
        QCOMPARE(page().set().example(0).label, std::string("positive"));
        QCOMPARE(spans(2), QStringList({QStringLiteral("good")}));
    }

    void theModelFillsTheTable()
    {
        QTRY_VERIFY(!page().run().running() && test::covers(page().run(), page().set().texts()));
        for (int row = 0; row < 3; ++row) {
            const TextEvaluation &evaluation = *page().run().evaluation(page().set().at(row).key);
            QCOMPARE(evaluation.failure, std::string());
            QVERIFY(evaluation.speedup > 0);
            QCOMPARE(evaluation.ap.has_value(), row != 1);
        }
        QCOMPARE(column(AnnotationModel::Correct).filter(QRegularExpression(QStringLiteral("^(yes|no)$"))).size(), 3);
        // Marks of another kind have another precision.
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell(1, 0));
        QCOMPARE(page().currentRow(), 1);
        QTest::mouseDClick(editor().viewport(), Qt::LeftButton, {}, test::wordPlace(editor(), 3).center());
        QTRY_VERIFY(page().run().evaluation(page().set().at(1).key)->ap.has_value());
    }

    void sortsAndFilters()
    {
        QHeaderView *header = table().horizontalHeader();
        const QPoint title(header->sectionViewportPosition(AnnotationModel::Gold) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        const QStringList gold = column(AnnotationModel::Gold);
        QStringList sorted = gold;
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(gold == sorted || QStringList(gold.rbegin(), gold.rend()) == sorted);
        QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter().hasFocus());
        QTest::keyClicks(&filter(), QStringLiteral("film"));
        QCOMPARE(table().model()->rowCount(), 2);
        click(QStringLiteral("annotatedOnly"));
        QCOMPARE(column(AnnotationModel::Text), QStringList({QStringLiteral("a bad film, not good")}));
        filter().setFocus();
        QTest::keyClick(&filter(), Qt::Key_Escape);
        QCOMPARE(table().model()->rowCount(), 2);
    }

    void aDoubleClickOpensTheTextInInspect()
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell(1, 0));
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, cell(1, 0));
        QTRY_VERIFY(m_fixture->page().isVisible());
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("the film is good")));
        showAnnotatePage();
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Return);
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("good good good")));
        QCOMPARE(m_fixture->window().rationale().spans().size(), std::size_t{1});
    }

    void agreementFollowsTheMarks()
    {
        const TextAgreements &shown = page().agreement()->agreements();
        QTRY_VERIFY(shown.methods.size() >= 4);
        QCOMPARE(shown.marked > 0, true);
        const auto before = shown.methods.front().ap;
        QVERIFY(before.has_value());
        QSignalSpy analysed(&m_fixture->session(), &Session::analysed);
        QTest::mouseDClick(editor().viewport(), Qt::LeftButton, {}, test::wordPlace(editor(), 2).center());
        QCOMPARE(spans(0).size(), 2);
        QCOMPARE(shown.marked > 1, true); // at once, without a run
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_Delete);
        QVERIFY(!shown.methods.front().ap.has_value());
        QVERIFY(page().agreement()->about().contains(QStringLiteral("Mark a word")));
        choose(page().agreement()->layerBox(), 1);
        QTest::keyClick(&editor(), Qt::Key_Home);
        QTest::keyClick(&editor(), Qt::Key_M);
        QVERIFY(shown.methods.front().ap.has_value());
        QCOMPARE(analysed.size(), 0); // the text of the other pages stays as it is
    }

    void aNewTextIsAddedAndDeleted()
    {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(page().view()->writing());
        auto *written = page().findChild<QWidget *>(QStringLiteral("newText"));
        QTest::keyClicks(written, QStringLiteral("a film of my own"));
        QTest::keyClick(written, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(page().set().size(), 4);
        QCOMPARE(page().currentRow(), 3);
        QCOMPARE(editor().shown().text(), QStringLiteral("a film of my own"));
        QVERIFY(editor().hasFocus());
        QTest::keyClick(&editor(), Qt::Key_M);
        QCOMPARE(spans(3), QStringList({QStringLiteral("a")}));
        click(QStringLiteral("deleteTextButton"));
        QCOMPARE(page().set().size(), 3);
        click(QStringLiteral("undoButton"));
        QCOMPARE(page().currentRow(), 3);
        QCOMPARE(spans(3), QStringList({QStringLiteral("a")}));
    }

    void keysLeafThroughTheTexts()
    {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(page().currentRow(), 1);
        QVERIFY(editor().hasFocus());
        QTest::keyClick(&editor(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(page().currentRow(), 0);
    }

    void saveInTheQuestionOpensWhatWasAskedFor()
    {
        m_fixture->write(QStringLiteral("other.jsonl"), "{\"text\": \"another set\", \"label\": \"a\"}\n");
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_M);
        page().files().openPath(m_fixture->file(QStringLiteral("other.jsonl")));
        QTest::mouseClick(answer(1), Qt::LeftButton);
        QTRY_COMPARE(page().set().size(), 1);
        QCOMPARE(page().set().example(0).text, std::string("another set"));
        QVERIFY(m_fixture->read(QStringLiteral("reviews.jsonl")).contains("[[0,1],[2,5]]"));
    }

    void aPrecisionChosenElsewhereHoldsHere()
    {
        if (adaplens::usable(Precision::Int8) != Precision::Int8) {
            QSKIP("this processor has no int8 products");
        }
        QTRY_VERIFY(!page().run().running());
        m_fixture->clickPage(QStringLiteral("Inspect"));
        QSignalSpy opened(&m_fixture->session(), &Session::modelOpened);
        m_fixture->window().setPrecision(Precision::Int8);
        QVERIFY(opened.wait(20000));
        showAnnotatePage();
        QTRY_COMPARE(m_opened->load(), 2); // the window's and this page's own
        QTRY_VERIFY(test::covers(page().run(), page().set().texts()));
    }

    void aModelTrainedAnewIsUsed()
    {
        const QString again = m_models.filePath(QStringLiteral("again"));
        test::writeTinyModel(again.toStdString(), {});
        m_fixture->window().openModel(again);
        const auto figure = [this] {
            const TextEvaluation *evaluation = page().run().evaluation(page().set().at(0).key);
            return evaluation && !page().run().running() ? evaluation->probability : 0;
        };
        QTRY_COMPARE(page().run().model().folder, std::filesystem::canonical(again.toStdString()));
        QTRY_VERIFY(figure() > 0);
        const double before = figure();
        m_fixture->clickPage(QStringLiteral("Inspect"));
        test::TinyModel other;
        other.seed = 2;
        test::writeTinyModel(again.toStdString(), other);
        showAnnotatePage();
        QTRY_VERIFY(figure() > 0 && figure() != before);
    }

    void aBrokenFileLosesNothing()
    {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_M);
        QVERIFY(page().set().changed());
        m_fixture->write(QStringLiteral("broken.jsonl"),
                         "{\"text\": \"fine\", \"label\": \"a\"}\n{\"text\": \"cut o\n");
        page().files().openPath(m_fixture->file(QStringLiteral("broken.jsonl")));
        // It asks first, without a dialog.
        QVERIFY(page().questions()->isVisible());
        QVERIFY(page().questions()->message().contains(QStringLiteral("not saved")));
        QTest::mouseClick(answer(0), Qt::LeftButton);
        QVERIFY(!page().questions()->isVisible());
        QVERIFY(!page().store().opening());
        page().files().openPath(m_fixture->file(QStringLiteral("broken.jsonl")));
        QTest::mouseClick(answer(2), Qt::LeftButton);
        QTRY_VERIFY(!page().store().opening());
        QCOMPARE(m_fixture->window().messageBar()->kind(), MessageBar::Kind::Error);
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("broken.jsonl")));
        QCOMPARE(page().set().size(), 3);
        QCOMPARE(spans(0), QStringList({QStringLiteral("a"), QStringLiteral("bad")}));
        QVERIFY(page().set().changed());
    }

    void unsavedChangesAreThereAgain()
    {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_M);
        m_fixture->reopen();
        m_fixture->window().start(m_models.filePath(QStringLiteral("tiny")), QString());
        showAnnotatePage();
        QCOMPARE(page().set().size(), 3);
        QCOMPARE(spans(0), QStringList({QStringLiteral("a"), QStringLiteral("bad")}));
        QVERIFY(page().set().changed());
        QVERIFY(page().questions()->isVisible());
        QTest::mouseClick(answer(1), Qt::LeftButton);
        QTRY_COMPARE(spans(0), QStringList({QStringLiteral("bad")}));
        QVERIFY(!page().set().changed());
        QCOMPARE(m_fixture->read(QStringLiteral("reviews.jsonl")), QByteArray(reviews)); // never written
    }

    void aFileCanBeDropped()
    {
        m_fixture->write(QStringLiteral("table.csv"), "text,label\nfine indeed,positive\ndull,negative\n");
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(m_fixture->file(QStringLiteral("table.csv")))});
        QDragEnterEvent entering(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&page(), &entering);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&page(), &event);
        QTRY_COMPARE(page().set().size(), 2);
        QCOMPARE(page().set().example(0).text, std::string("fine indeed"));
    }

    void aDroppedModelIsTheWindows()
    {
        const QString other = m_models.filePath(QStringLiteral("other"));
        test::writeTinyModel(other.toStdString(), {});
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(other)});
        QSignalSpy opened(&m_fixture->session(), &Session::modelOpened);
        QDragEnterEvent entering(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&page(), &entering); // goes up to the window where the page does not take it
        QVERIFY(entering.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&page(), &event);
        QVERIFY(opened.wait(20000));
        QCOMPARE(m_fixture->session().model()->folder, std::filesystem::path(other.toStdString()));
        QCOMPARE(page().set().size(), 3);
    }

    void everyCardExplainsItself()
    {
        QStringList explained;
        for (const CardHeader *header : page().findChildren<CardHeader *>()) {
            QVERIFY2(header->helpButton(), qPrintable(header->title()));
            QTest::mouseClick(header->helpButton(), Qt::LeftButton);
            auto *popover = header->helpButton()->findChild<Popover *>();
            QVERIFY2(popover && popover->isVisible(), qPrintable(header->title()));
            QVERIFY2(popover->text().startsWith(header->title() + QLatin1Char('\n')), qPrintable(popover->text()));
            explained.append(header->title());
            popover->close();
        }
        explained.sort();
        QCOMPARE(explained, QStringList({QStringLiteral("Agreement"), QStringLiteral("Data set"),
                                         QStringLiteral("Text and rationale")}));
    }

    void tabReachesEveryControl() { WindowFixture::compareReached(WindowFixture::reachedByTab(&editor()), &page()); }
};

QTEST_MAIN(TestAnnotatePage)
#include "tst_annotatepage.moc"
