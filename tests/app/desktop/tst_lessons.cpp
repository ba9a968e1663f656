// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"
#include "core/model/shipped.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/lesson/highlight.h"
#include "widgets/lesson/lessoncard.h"
#include "widgets/session/beside.h"
#include "widgets/session/statelink.h"
#include "widgets/session/whatif.h"
#include "widgets/window/lessonrunner.h"
#include "widgets/window/topbar.h"

#include <QAction>
#include <QFileInfo>

/// Lessons in the real window, with the models that ship.
class TestLessons : public QObject {
    Q_OBJECT

    static constexpr int patience = 60000; ///< milliseconds, for real models on a machine with other things to do

    std::unique_ptr<WindowFixture> m_fixture;

    MainWindow &window() { return m_fixture->window(); }
    Session &session() { return m_fixture->session(); }
    LessonRunner &runner() { return *window().lessons(); }
    LessonCard &card() { return *window().findChild<LessonCard *>(); }
    void click(const char *name)
    {
        auto *button = window().findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY2(button != nullptr, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void selectWord(const QString &wanted)
    {
        const auto &trace = session().trace();
        for (std::size_t i = 0; i < trace->encoding.pieces.size(); ++i) {
            const int word = trace->encoding.pieces[i].word;
            if (word < 0) {
                continue;
            }
            const auto source = trace->encoding.words[static_cast<std::size_t>(word)].source;
            if (trace->text.substr(source.begin, source.end - source.begin) == wanted.toStdString()) {
                session().selectPiece(i);
                return;
            }
        }
        QFAIL(qPrintable(wanted + QStringLiteral(" is not in the text")));
    }
    /// What a student would do.
    void reach(const LessonGoal &goal)
    {
        switch (goal.kind) {
        case LessonGoal::Kind::Next:
            break;
        case LessonGoal::Kind::Page:
            m_fixture->clickPage(goal.value);
            break;
        case LessonGoal::Kind::Layer:
            session().selectLayer(goal.value.toUInt() - 1);
            break;
        case LessonGoal::Kind::Word:
            selectWord(goal.value);
            break;
        case LessonGoal::Kind::Text:
            m_fixture->type(QStringLiteral("I would %1 see it again.").arg(goal.value));
            break;
        case LessonGoal::Kind::Answer:
            QFAIL("No lesson that ships asks for an answer.");
        case LessonGoal::Kind::Changed:
            window().inspectPage()->whatIf()->setScale(2);
            break;
        case LessonGoal::Kind::Beside:
            window().inspectPage()->openBeside(goal.value);
            break;
        case LessonGoal::Kind::Click:
            click(qUtf8Printable(goal.value));
            break;
        }
    }
    /// By the keyboard: a radio button takes clicks on its text only.
    void answer(int number)
    {
        auto *choice = window().findChild<QAbstractButton *>(QStringLiteral("lessonAnswer%1").arg(number));
        QVERIFY(choice != nullptr);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Space);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        window().resize(1280, 800);
        window().start(QStringLiteral("sentences"), QStringLiteral("a gorgeous film"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("a gorgeous film")), patience);
    }
    void cleanup() { m_fixture.reset(); }

    void everyShippedLessonCanBeDone_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : shippedLessons()) {
            QTest::newRow(qUtf8Printable(file.section(QLatin1Char('/'), -2, -2))) << file;
        }
    }
    void everyShippedLessonCanBeDone()
    {
        QFETCH(QString, file);
        window().openLesson(file);
        QVERIFY(runner().isOn());
        QVERIFY(card().isVisible());
        const std::vector<LessonStep> steps = runner().lesson()->steps;
        auto *next = window().findChild<QAbstractButton *>(QStringLiteral("lessonNext"));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(runner().step(), i);
            QTRY_VERIFY_WITH_TIMEOUT(!session().busy(), patience);
            if (!steps[i].show.isEmpty()) {
                QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(session().trace()->text), readLink(steps[i].show).text,
                                          patience);
            }
            if (!steps[i].highlight.isEmpty() && steps[i].highlight != QLatin1String("whatIf")) {
                auto *frame = window().findChild<Highlight *>();
                QVERIFY2(frame->target() != nullptr, qPrintable(steps[i].highlight));
                QTRY_VERIFY2(frame->isVisible(), qPrintable(steps[i].highlight));
            }
            const bool asks = steps[i].goal.kind != LessonGoal::Kind::Next || steps[i].question;
            QVERIFY2(card().isDone() != asks, qPrintable(steps[i].title)); // nothing is done before it is done
            if (steps[i].question) {
                answer(steps[i].question->right + 1);
            } else {
                reach(steps[i].goal);
            }
            QTRY_VERIFY2_WITH_TIMEOUT(card().isDone(), qPrintable(steps[i].title), patience);
            QTest::mouseClick(next, Qt::LeftButton);
        }
        QVERIFY(!runner().isOn());
        QVERIFY(!card().isVisible());
        QTRY_VERIFY(window().messageBar()->isVisible()); // it is finished
    }

    void goalsThatNoShippedLessonHas()
    {
        const QString label = QString::fromStdString(session().trace()->labels[session().trace()->reduced.label]);
        Lesson lesson{.title = QStringLiteral("L"), .summary = {}, .hidden = {QStringLiteral("menus")}, .steps = {}};
        const auto add = [&lesson](LessonGoal::Kind kind, const QString &value) {
            lesson.steps.push_back({.title = QStringLiteral("S"),
                                    .text = QStringLiteral("t"),
                                    .task = QStringLiteral("do"),
                                    .goal = {kind, value}});
        };
        add(LessonGoal::Kind::Answer, label);
        add(LessonGoal::Kind::Answer, QStringLiteral("no such answer"));
        add(LessonGoal::Kind::Click, QStringLiteral("comparePage"));
        add(LessonGoal::Kind::Beside, {});
        runner().begin(lesson);
        QVERIFY(!window().findChild<QWidget *>(QStringLiteral("menus"))->isVisible());
        QVERIFY(card().isDone()); // it is the answer already
        click("lessonNext");
        QVERIFY(!card().isDone());
        click("lessonNext"); // skipped
        QCOMPARE(runner().step(), std::size_t{2});
        click("inspectPage");
        QVERIFY(!card().isDone());
        click("comparePage");
        QVERIFY(card().isDone());
        click("lessonBack");
        click("lessonBack");
        QCOMPARE(runner().step(), std::size_t{0});
        click("lessonNext");
        click("lessonNext");
        click("lessonNext");
        window().inspectPage()->openBeside(QStringLiteral("none"));
        QTRY_VERIFY(card().isDone());
        click("lessonLeave");
        QVERIFY(!runner().isOn());
        QVERIFY(window().findChild<QWidget *>(QStringLiteral("menus"))->isVisible());
    }

    void theMenuListsThem()
    {
        const auto *tour = window().findChild<QAction *>(QStringLiteral("lesson-1-tour"));
        QVERIFY(tour != nullptr);
        QVERIFY(!tour->toolTip().isEmpty());
        window().findChild<QAction *>(QStringLiteral("lesson-1-tour"))->trigger();
        QVERIFY(runner().isOn());
        window().findChild<QAction *>(QStringLiteral("lesson-2-dropping"))->trigger(); // one at a time
        QCOMPARE(runner().step(), std::size_t{0});
        QVERIFY(runner().lesson()->title.contains(QStringLiteral("AdapLeR")));
    }

    void whatIsNoLessonIsSaid()
    {
        m_fixture->write(QStringLiteral("wrong.adaplens-lesson"), "{\"schema\": 1}");
        window().openLesson(m_fixture->file(QStringLiteral("wrong.adaplens-lesson")));
        QTRY_VERIFY(window().messageBar()->isVisible());
        QCOMPARE(window().messageBar()->kind(), MessageBar::Kind::Error);
        QVERIFY(!runner().isOn());
    }
};

QTEST_MAIN(TestLessons)
#include "tst_lessons.moc"
