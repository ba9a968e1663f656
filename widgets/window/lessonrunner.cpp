// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/lessonrunner.h"

#include "core/trace/trace.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/lesson/highlight.h"
#include "widgets/lesson/lessoncard.h"
#include "widgets/session/beside.h"
#include "widgets/session/statelink.h"
#include "widgets/session/whatif.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

LessonRunner::LessonRunner(MainWindow &window, LessonCard &card)
    : QObject(&window), m_window(window), m_card(card), m_highlight(new Highlight(&window))
{
    m_card.hide();
    connect(&card, &LessonCard::next, this, &LessonRunner::next);
    connect(&card, &LessonCard::back, this, [this] {
        if (m_step > 0) {
            go(m_step - 1);
        }
    });
    connect(&card, &LessonCard::left, this, &LessonRunner::leave);
    Session &session = window.session();
    connect(&session, &Session::analysed, this, [this] {
        m_showing = false;
        look();
    });
    connect(&session, &Session::selectionChanged, this, &LessonRunner::look);
    connect(&session, &Session::interventionsChanged, this, &LessonRunner::look);
    connect(&window, &MainWindow::pageShown, this, &LessonRunner::look);
    connect(window.inspectPage()->findChild<Beside *>(), &Beside::changed, this, &LessonRunner::look);
}

LessonRunner::~LessonRunner()
{
    qApp->removeEventFilter(this);
}

QWidget *LessonRunner::named(const QString &name) const
{
    if (name.isEmpty()) {
        return nullptr;
    }
    // Pages have parts of the same name; the one that is to be seen is meant.
    const QList<QWidget *> all = m_window.findChildren<QWidget *>(name);
    const auto seen = std::ranges::find_if(all, [](const QWidget *widget) { return widget->isVisible(); });
    return seen != all.end() ? *seen : all.value(0);
}

void LessonRunner::begin(const Lesson &lesson)
{
    leave();
    m_lesson = lesson;
    qApp->installEventFilter(this);
    for (const QString &name : lesson.hidden) {
        if (QWidget *widget = named(name); widget != nullptr && !widget->isHidden()) {
            widget->hide();
            m_hidden.append(widget);
        }
    }
    m_card.show();
    go(0);
}

void LessonRunner::leave()
{
    if (!m_lesson) {
        return;
    }
    qApp->removeEventFilter(this);
    m_lesson.reset();
    m_highlight->point(nullptr);
    m_card.hide();
    for (const auto &widget : std::exchange(m_hidden, {})) {
        if (widget != nullptr) {
            widget->show();
        }
    }
}

void LessonRunner::next()
{
    if (!m_lesson) {
        return;
    }
    if (m_step + 1 < m_lesson->steps.size()) {
        go(m_step + 1);
    } else {
        leave();
        Q_EMIT finished();
    }
}

void LessonRunner::go(std::size_t step)
{
    m_step = step;
    const LessonStep &at = m_lesson->steps[step];
    m_card.showStep(*m_lesson, step + 1);
    m_showing = !at.show.isEmpty();
    if (m_showing) {
        m_window.openLink(at.show);
        m_showing = m_window.session().busy();
    }
    m_highlight->point(named(at.highlight));
    look();
}

void LessonRunner::look()
{
    if (m_lesson && !m_showing && !m_card.isDone() && isReached(m_lesson->steps[m_step].goal)) {
        m_card.setDone();
    }
    if (m_lesson && m_highlight->target() == nullptr) {
        m_highlight->point(named(m_lesson->steps[m_step].highlight)); // it may have been made just now
    }
}

bool LessonRunner::isReached(const LessonGoal &goal) const
{
    const Session &session = m_window.session();
    const auto &trace = session.trace();
    switch (goal.kind) {
    case LessonGoal::Kind::Next:
    case LessonGoal::Kind::Click: // seen when it happens
        return false;
    case LessonGoal::Kind::Page:
        return m_window.currentPage()->objectName() == goal.value;
    case LessonGoal::Kind::Layer:
        return trace && session.layer() + 1 == goal.value.toUInt();
    case LessonGoal::Kind::Word: {
        const auto piece = session.piece();
        const int word = trace && piece ? trace->encoding.pieces.at(*piece).word : -1;
        if (word < 0) {
            return false;
        }
        const adaplens::Word &at = trace->encoding.words.at(static_cast<std::size_t>(word));
        const std::string &text = at.segment == 1 && trace->pair ? *trace->pair : trace->text;
        return QString::fromStdString(text.substr(at.source.begin, at.source.end - at.source.begin))
                   .compare(goal.value, Qt::CaseInsensitive) == 0;
    }
    case LessonGoal::Kind::Text:
        return trace && !session.busy() &&
               QString::fromStdString(trace->text).contains(goal.value, Qt::CaseInsensitive);
    case LessonGoal::Kind::Answer:
        return trace && !session.busy() && trace->reduced.label < trace->labels.size() &&
               QString::fromStdString(trace->labels[trace->reduced.label]) == goal.value;
    case LessonGoal::Kind::Changed:
        return m_window.inspectPage()->whatIf()->isChanged();
    case LessonGoal::Kind::Beside: {
        const QString &what = m_window.inspectPage()->beside().what();
        return goal.value.isEmpty() ? !what.isEmpty() : what == goal.value;
    }
    }
    return false;
}

bool LessonRunner::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_lesson || m_card.isDone() || m_lesson->steps[m_step].goal.kind != LessonGoal::Kind::Click) {
        return false;
    }
    const auto *button = qobject_cast<QAbstractButton *>(watched);
    const bool pressed = event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::KeyRelease;
    if (button != nullptr && pressed && button->objectName() == m_lesson->steps[m_step].goal.value) {
        m_card.setDone();
    }
    return false;
}
