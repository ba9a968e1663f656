// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "tests/support/gui/wordplace.h"
#include "widgets/style/palette.h"
#include "widgets/annotate/annotationset.h"
#include "widgets/annotate/rationaleeditor.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace adaplens;

/// Marking with pointer and keys, on a document as the page has it.
class TestRationaleEditor : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<AnnotationSet> m_set;
    std::unique_ptr<RationaleEditor> m_editor;

    void show(const std::string &text)
    {
        m_set->reset({test::marked(text, "a")}, {});
        m_editor->setSource(text);
        m_editor->setFocus();
    }
    /// The marked spans, in words of the text.
    QStringList spans() const
    {
        QStringList result;
        const Example &example = m_set->example(0);
        for (const ByteRange &span : example.rationale) {
            result.append(QString::fromStdString(example.text.substr(span.begin, span.end - span.begin)));
        }
        return result;
    }
    QRect placeOf(qsizetype word) const { return test::wordPlace(*m_editor, word); }
    QPoint at(qsizetype word) const { return placeOf(word).center(); }
    void drag(qsizetype from, qsizetype to)
    {
        QTest::mousePress(m_editor->viewport(), Qt::LeftButton, {}, at(from));
        QMouseEvent move(QEvent::MouseMove, at(to), m_editor->viewport()->mapToGlobal(at(to)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_editor->viewport(), &move);
        QTest::mouseRelease(m_editor->viewport(), Qt::LeftButton, {}, at(to));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_editor.get(), key, modifiers); }

private Q_SLOTS:
    void init()
    {
        m_set = std::make_unique<AnnotationSet>();
        m_editor = std::make_unique<RationaleEditor>();
        m_editor->resize(420, 160);
        connect(m_editor.get(), &RationaleEditor::markRequested, m_set.get(),
                [this](ByteRange span) { m_set->mark(0, span); });
        connect(m_editor.get(), &RationaleEditor::eraseRequested, m_set.get(),
                [this](ByteRange span) { m_set->erase(0, span); });
        connect(m_set.get(), &AnnotationSet::replaced, m_editor.get(),
                [this](int row) { m_editor->setSpans(m_set->example(row).rationale); });
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }
    void cleanup()
    {
        m_editor.reset();
        m_set.reset();
    }

    void draggingMarksWholeWords()
    {
        show("It's a dull, far-fetched film.");
        QCOMPARE(m_editor->shown().words().size(), qsizetype{7}); // It's a dull , far-fetched film .
        drag(2, 4);
        QCOMPARE(spans(), QStringList({QStringLiteral("dull, far-fetched")}));
        QVERIFY(m_editor->isMarked(3) && !m_editor->isMarked(5));
        drag(5, 4); // backwards, and over what is marked: one span
        QCOMPARE(spans(), QStringList({QStringLiteral("dull, far-fetched film")}));
        drag(2, 3); // all of it is marked: unmarks
        QCOMPARE(spans(), QStringList({QStringLiteral("far-fetched film")}));
        m_set->history().undo();
        QCOMPARE(spans(), QStringList({QStringLiteral("dull, far-fetched film")}));
        QVERIFY(m_editor->isMarked(2));
    }

    void aClickMovesTheCursorAndADoubleClickMarks()
    {
        show("one two three");
        QTest::mouseClick(m_editor->viewport(), Qt::LeftButton, {}, at(1));
        QCOMPARE(m_editor->cursor(), qsizetype{1});
        QVERIFY(spans().isEmpty());
        QTest::mouseDClick(m_editor->viewport(), Qt::LeftButton, {}, at(2));
        QCOMPARE(spans(), QStringList({QStringLiteral("three")}));
        QTest::mouseDClick(m_editor->viewport(), Qt::LeftButton, {}, at(2));
        QVERIFY(spans().isEmpty());
    }

    void keysMarkAndUnmark()
    {
        show("one two three four five");
        key(Qt::Key_Right);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_editor->selection(), (std::pair<qsizetype, qsizetype>(1, 2)));
        key(Qt::Key_M);
        QCOMPARE(spans(), QStringList({QStringLiteral("two three")}));
        key(Qt::Key_End);
        key(Qt::Key_Return);
        QCOMPARE(spans(), QStringList({QStringLiteral("two three"), QStringLiteral("five")}));
        key(Qt::Key_Home);
        key(Qt::Key_Right);
        key(Qt::Key_Delete); // the whole span under the cursor
        QCOMPARE(spans(), QStringList({QStringLiteral("five")}));
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_M);
        QCOMPARE(spans(), QStringList({QStringLiteral("one two three four five")}));
        key(Qt::Key_Home);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Backspace); // what is selected
        QCOMPARE(spans(), QStringList({QStringLiteral("three four five")}));
        key(Qt::Key_Left, Qt::ShiftModifier);
        key(Qt::Key_Escape);
        QCOMPARE(m_editor->selection().first, m_editor->selection().second);
    }

    void upAndDownGoByLines()
    {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            text += "word" + std::to_string(i) + " ";
        }
        show(text);
        const qsizetype first = m_editor->cursor();
        key(Qt::Key_Down);
        const qsizetype second = m_editor->cursor();
        QVERIFY(second > first + 1);
        QVERIFY(placeOf(second).top() > placeOf(first).top());
        key(Qt::Key_Down);
        key(Qt::Key_Up);
        QCOMPARE(m_editor->cursor(), second);
        key(Qt::Key_End);
        QVERIFY(m_editor->verticalScrollBar()->value() > 0); // the cursor stays in view
        QVERIFY(m_editor->viewport()->rect().contains(at(m_editor->cursor())));
        key(Qt::Key_Down);
        QCOMPARE(m_editor->cursor(), qsizetype{39});
    }

    void charactersOfAllSizesKeepTheirPlaces()
    {
        show("naïve 😀 café\r\n日本 film\u0007 end");
        const auto &words = m_editor->shown().words();
        const Example &example = m_set->example(0);
        for (const WordText::Word &word : words) {
            const QString shown = m_editor->shown().text().mid(word.begin, word.end - word.begin);
            const QString source =
                QString::fromStdString(example.text.substr(word.source.begin, word.source.end - word.source.begin));
            QCOMPARE(shown.toHtmlEscaped().remove(QChar::ReplacementCharacter),
                     source.toHtmlEscaped().remove(QChar(7)));
        }
        drag(0, 1);
        QCOMPARE(spans(), QStringList({QStringLiteral("naïve 😀")}));
    }

    void aDragBesideTheTextTakesTheNearestWord()
    {
        show("one two\nthree");
        QTest::mousePress(m_editor->viewport(), Qt::LeftButton, {}, at(1));
        const QPoint beside(m_editor->viewport()->width() - 2, at(2).y());
        QMouseEvent move(QEvent::MouseMove, beside, m_editor->viewport()->mapToGlobal(beside), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_editor->viewport(), &move);
        QTest::mouseRelease(m_editor->viewport(), Qt::LeftButton, {}, beside);
        QCOMPARE(spans(), QStringList({QStringLiteral("two\nthree")}));
    }

    void marksAreSeen()
    {
        show("one two three");
        key(Qt::Key_End);
        const QRect place = placeOf(0);
        const QImage before = m_editor->viewport()->grab(place).toImage();
        m_set->mark(0, {0, 3});
        const QImage after = m_editor->viewport()->grab(place).toImage();
        const QColor ground = Palette(m_editor->palette()).highlighter();
        const auto count = [&ground](const QImage &image) {
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    pixels += image.pixelColor(x, y).rgb() == ground.rgb() ? 1 : 0;
                }
            }
            return pixels;
        };
        QCOMPARE(count(before), 0);
        QVERIFY(count(after) > place.width() * place.height() / 4);
    }

    void screenReadersReadTextCursorAndMarks()
    {
        show("one two three");
        m_set->mark(0, {4, 7});
        QAccessibleInterface *editor = QAccessible::queryAccessibleInterface(m_editor.get());
        QVERIFY(editor && editor->textInterface());
        QAccessibleTextInterface &text = *editor->textInterface();
        QCOMPARE(text.text(0, text.characterCount()), QStringLiteral("one two three"));
        QVERIFY(editor->state().readOnly);
        key(Qt::Key_Right);
        QCOMPARE(text.cursorPosition(), 4);
        QCOMPARE(text.selectionCount(), 0);
        QCOMPARE(editor->text(QAccessible::Description), QStringLiteral("two, marked"));
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(editor->text(QAccessible::Description), QStringLiteral("three"));
        int begin = 0, end = 0;
        text.selection(0, &begin, &end);
        QCOMPARE(std::pair(begin, end), std::pair(4, 13));
    }

    void theTextCanBeCopiedButNotChanged()
    {
        show("one two three");
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one two"));
        for (const Qt::Key each : {Qt::Key_X, Qt::Key_V, Qt::Key_Z}) {
            key(each, Qt::ControlModifier);
        }
        QTest::keyClicks(m_editor.get(), QStringLiteral("typed "));
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("one two three"));
        QVERIFY(spans().isEmpty());
    }

    void anEmptyTextIsHarmless()
    {
        show(" \n ");
        QCOMPARE(m_editor->cursor(), qsizetype{-1});
        for (const Qt::Key each : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_M, Qt::Key_Delete,
                                   Qt::Key_Home, Qt::Key_End}) {
            key(each);
        }
        QTest::mouseClick(m_editor->viewport(), Qt::LeftButton, {}, QPoint(20, 20));
        QVERIFY(spans().isEmpty());
    }
};

QTEST_MAIN(TestRationaleEditor)
#include "tst_rationaleeditor.moc"
