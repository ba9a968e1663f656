// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "widgets/lesson/highlight.h"
#include "widgets/lesson/lesson.h"
#include "widgets/lesson/lessoncard.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

/// Lessons: their files, the card that shows a step, the frame.
class TestLesson : public QObject {
    Q_OBJECT

    static Lesson lessonOf(const char *json, const QString &language = QStringLiteral("en"))
    {
        return readLesson(json, QStringLiteral("my.adaplens-lesson"), language);
    }
    static QString textOf(const LessonCard &card)
    {
        QStringList texts;
        for (const QLabel *label : card.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&card)) {
                texts << label->text();
            }
        }
        return texts.join(QLatin1Char('|'));
    }
    static QAbstractButton *button(const LessonCard &card, const char *name)
    {
        return card.findChild<QAbstractButton *>(QLatin1String(name));
    }

private Q_SLOTS:
    void everyMemberIsRead();
    void mistakesNameTheirStep_data();
    void mistakesNameTheirStep();
    void theLessonsThatShipAreSound_data();
    void theLessonsThatShipAreSound();
    void filesThatAreNone();
    void theCardGoesThroughAStep();
    void theCardAsksAQuestion();
    void theFrameFollows();
};

void TestLesson::everyMemberIsRead()
{
    const char *json = R"({"schema": "adaplens.lesson/1", "title": {"en": "One", "de": "Eins"}, "summary": "in short",
        "hide": ["menus"], "steps": [
        {"title": "Look", "text": {"en": "here", "de": "hier"}, "highlight": "tokenMap",
         "show": "adaplens:show?model=sentences&text=fine", "task": "Select layer 3.", "do": {"layer": 3}},
        {"title": "Think", "text": "now", "question": {"ask": "Which?", "answers": ["this", {"en": "that", "de": "jenes"}],
         "right": 2, "why": "because"}},
        {"title": "End", "text": "bye"}]})";
    const Lesson lesson = lessonOf(json);
    QCOMPARE(lesson.title, QStringLiteral("One"));
    QCOMPARE(lesson.summary, QStringLiteral("in short"));
    QCOMPARE(lesson.hidden, QStringList{QStringLiteral("menus")});
    QCOMPARE(lesson.steps.size(), std::size_t{3});
    QCOMPARE(lesson.steps[0].text, QStringLiteral("here"));
    QCOMPARE(lesson.steps[0].highlight, QStringLiteral("tokenMap"));
    QVERIFY(lesson.steps[0].show.startsWith(QStringLiteral("adaplens:show?")));
    QVERIFY((lesson.steps[0].goal == LessonGoal{LessonGoal::Kind::Layer, QStringLiteral("3")}));
    QCOMPARE(lesson.steps[1].question->right, 1);
    QCOMPARE(lesson.steps[1].question->answers[1], QStringLiteral("that"));
    QVERIFY(lesson.steps[2].goal.kind == LessonGoal::Kind::Next);
    const Lesson german = lessonOf(json, QStringLiteral("de"));
    QCOMPARE(german.title, QStringLiteral("Eins"));
    QCOMPARE(german.steps[0].text, QStringLiteral("hier"));
    QCOMPARE(german.steps[1].question->answers[1], QStringLiteral("jenes"));
    QCOMPARE(lessonOf(json, QStringLiteral("fr")).title, QStringLiteral("One"));
}

void TestLesson::mistakesNameTheirStep_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const auto whole = [](const char *name, const char *json, const char *said) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(said);
    };
    const auto step = [](const char *name, const char *json, const char *said) {
        QTest::newRow(name) << QByteArray(R"({"schema": "adaplens.lesson/1", "title": "T", "steps": [
            {"title": "a", "text": "b"}, )") +
                                   json + "]}"
                            << QStringLiteral("my.adaplens-lesson, step 2: ") + QString::fromUtf8(said);
    };
    whole("no JSON", "{", "JSON");
    whole("a list", "[]", "no object");
    whole("another schema", R"({"schema": "x"})", "adaplens.lesson/1");
    whole("no title", R"({"schema": "adaplens.lesson/1", "steps": [1]})", "“title”");
    whole("no steps", R"({"schema": "adaplens.lesson/1", "title": "T"})", "“steps” should be a list");
    whole("nothing in it", R"({"schema": "adaplens.lesson/1", "title": "T", "steps": []})", "“steps” should be a list");
    whole("unknown", R"({"schema": "adaplens.lesson/1", "title": "T", "stepz": []})", "“stepz” is unknown");
    step("no object", "7", "it should be an object");
    step("no text", R"({"title": "a"})", "“text” should be a text");
    step("no English", R"({"title": {"de": "a"}, "text": "b"})", "“title” has no text in English");
    step("unknown member", R"({"title": "a", "text": "b", "highlite": "c"})", "“highlite” is unknown");
    step("no link", R"({"title": "a", "text": "b", "show": "c"})", "This is no link");
    step("no goal", R"({"title": "a", "text": "b", "do": {"dance": true}})",
         "“do” should have one of these: page, layer");
    step("two goals", R"({"title": "a", "text": "b", "do": {"layer": 1, "page": "x"}})", "“do” should have one");
    step("layer 0", R"({"title": "a", "text": "b", "task": "c", "do": {"layer": 0}})", "“layer” has a value");
    step("a page's number", R"({"title": "a", "text": "b", "task": "c", "do": {"page": 1}})", "“page” has a value");
    step("not changed", R"({"title": "a", "text": "b", "task": "c", "do": {"changed": false}})",
         "“changed” has a value");
    step("no task", R"({"title": "a", "text": "b", "do": {"layer": 1}})", "“task” should say");
    step("both", R"({"title": "a", "text": "b", "task": "c", "do": {"layer": 1},
        "question": {"ask": "a", "answers": ["b"], "right": 1}})",
         "a step has “do” or “question”, not both");
    step("no answers", R"({"title": "a", "text": "b", "question": {"ask": "a", "right": 1}})",
         "“answers” should be a list");
    step("an answer's number", R"({"title": "a", "text": "b", "question": {"ask": "a", "answers": [1], "right": 1}})",
         "“answers” should be a text");
    step("no right one", R"({"title": "a", "text": "b", "question": {"ask": "a", "answers": ["b"], "right": 2}})",
         "“right” should be");
    QByteArray many = R"({"schema": "adaplens.lesson/1", "title": "T", "steps": [{"title": "a", "text": "b"})";
    for (int i = 0; i < 200; ++i) {
        many += R"(, {"title": "a", "text": "b"})";
    }
    QTest::newRow("endless") << many + "]}" << QStringLiteral("201 steps");
}

void TestLesson::mistakesNameTheirStep()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    try {
        (void)readLesson(json, QStringLiteral("my.adaplens-lesson"), QStringLiteral("en"));
        QFAIL("It was read.");
    } catch (const adaplens::Error &error) {
        const QString sentence = QString::fromUtf8(error.what());
        QVERIFY2(sentence.contains(said), error.what());
        QVERIFY2(sentence.contains(QStringLiteral("my.adaplens-lesson")), error.what());
        QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.endsWith(QStringLiteral("..")), error.what());
    }
}

void TestLesson::theLessonsThatShipAreSound_data()
{
    QTest::addColumn<QString>("file");
    QVERIFY(shippedLessons().size() >= 2);
    for (const QString &file : shippedLessons()) {
        QTest::newRow(qUtf8Printable(file.section(QLatin1Char('/'), -2, -2))) << file;
    }
}

void TestLesson::theLessonsThatShipAreSound()
{
    QFETCH(QString, file);
    const Lesson english = readLessonFile(file, QStringLiteral("en")),
                 german = readLessonFile(file, QStringLiteral("de"));
    QCOMPARE(english.steps.size(), german.steps.size());
    QVERIFY(!english.summary.isEmpty());
    for (std::size_t i = 0; i < english.steps.size(); ++i) {
        QVERIFY2(english.steps[i].text != german.steps[i].text, qPrintable(english.steps[i].title));
        QVERIFY(english.steps[i].task.isEmpty() == german.steps[i].task.isEmpty());
        QVERIFY(english.steps[i].text.size() < 500); // it stands under the window it speaks of
    }
}

void TestLesson::filesThatAreNone()
{
    const QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN((void)readLessonFile(folder.filePath(QStringLiteral("none")), {}), adaplens::Error);
    QVERIFY_EXCEPTION_THROWN((void)readLessonFile(folder.path(), {}), adaplens::Error);
    QFile large(folder.filePath(QStringLiteral("large")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(2 << 20));
    QVERIFY_EXCEPTION_THROWN((void)readLessonFile(large.fileName(), {}), adaplens::Error);
}

void TestLesson::theCardGoesThroughAStep()
{
    LessonCard card;
    card.show();
    const Lesson lesson{.title = QStringLiteral("A lesson"),
                        .summary = {},
                        .steps = {{.title = QStringLiteral("Look"),
                                   .text = QStringLiteral("here"),
                                   .task = QStringLiteral("Select it."),
                                   .goal = {LessonGoal::Kind::Word, QStringLiteral("it")}},
                                  {.title = QStringLiteral("End"), .text = QStringLiteral("bye")}}};
    card.showStep(lesson, 1);
    QVERIFY2(textOf(card).contains(QStringLiteral("A lesson · step 1 of 2")), qPrintable(textOf(card)));
    QVERIFY(textOf(card).contains(QStringLiteral("→ Select it.")));
    QVERIFY(!card.isDone());
    QVERIFY(!button(card, "lessonBack")->isEnabled());
    QCOMPARE(button(card, "lessonNext")->text(), QStringLiteral("Skip"));
    card.setDone();
    QVERIFY(textOf(card).contains(QStringLiteral("✓ Select it.")));
    QCOMPARE(button(card, "lessonNext")->text(), QStringLiteral("Next"));
    card.showStep(lesson, 2);
    QVERIFY(card.isDone());
    QCOMPARE(button(card, "lessonNext")->text(), QStringLiteral("Finish"));
    QVERIFY(!textOf(card).contains(QStringLiteral("Select it")));
    QSignalSpy next(&card, &LessonCard::next), back(&card, &LessonCard::back), left(&card, &LessonCard::left);
    button(card, "lessonNext")->click();
    button(card, "lessonBack")->click();
    button(card, "lessonLeave")->click();
    QCOMPARE(next.size() + back.size() + left.size(), 3);
    QVERIFY(card.accessibleDescription().contains(QStringLiteral("bye")));
}

void TestLesson::theCardAsksAQuestion()
{
    LessonCard card;
    card.show();
    LessonStep step{.title = QStringLiteral("Think"), .text = QStringLiteral("now")};
    step.question = LessonQuestion{.question = QStringLiteral("Which?"),
                                   .answers = {QStringLiteral("this & that"), QStringLiteral("neither")},
                                   .right = 1,
                                   .explanation = QStringLiteral("Because.")};
    card.showStep({.title = QStringLiteral("L"), .summary = {}, .steps = {step, step}}, 1);
    QTRY_VERIFY(textOf(card).contains(QStringLiteral("Which?")));
    QCOMPARE(button(card, "lessonAnswer1")->text(), QStringLiteral("this && that"));
    QCOMPARE(card.chosenAnswer(), -1);
    LessonStep wordy = step;
    wordy.question->answers[0] = QStringLiteral("a rather long answer ").repeated(8).trimmed();
    LessonCard narrow;
    narrow.showStep({.title = QStringLiteral("L"), .summary = {}, .steps = {wordy}}, 1);
    for (const QString &line : button(narrow, "lessonAnswer1")->text().split(QLatin1Char('\n'))) {
        QVERIFY2(line.size() <= 56, qPrintable(line));
    }
    QCOMPARE(button(narrow, "lessonAnswer1")->accessibleName(), wordy.question->answers[0]);
    QSignalSpy answered(&card, &LessonCard::answered);
    button(card, "lessonAnswer1")->click();
    QVERIFY(textOf(card).contains(QStringLiteral("Not quite. Because.")));
    QVERIFY(!card.isDone());
    button(card, "lessonAnswer2")->click();
    QVERIFY(textOf(card).contains(QStringLiteral("Right. Because.")));
    QVERIFY(card.isDone());
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered.last(), (QVariantList{1, true}));
    card.showStep({.title = QStringLiteral("L"), .summary = {}, .steps = {step, step}}, 2); // asked again
    QCOMPARE(card.chosenAnswer(), -1);
    QVERIFY(!textOf(card).contains(QStringLiteral("Right.")));
}

void TestLesson::theFrameFollows()
{
    QWidget window;
    window.resize(400, 300);
    QWidget target(&window);
    target.setGeometry(50, 60, 100, 40);
    Highlight frame(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(frame.isHidden());
    frame.point(&target);
    QVERIFY(frame.isVisible());
    QVERIFY(frame.geometry().contains(target.geometry()));
    target.move(200, 200);
    QTRY_VERIFY(frame.geometry().contains(target.geometry()));
    target.hide();
    QTRY_VERIFY(frame.isHidden());
    target.show();
    QTRY_VERIFY(frame.isVisible());
    QCOMPARE(window.childAt(210, 210), &target); // it takes no click
    frame.point(nullptr);
    QVERIFY(frame.isHidden());
}

QTEST_MAIN(TestLesson)
#include "tst_lesson.moc"
