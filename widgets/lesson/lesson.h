// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

/// What a student is to do in a step, on the real window.
struct LessonGoal {
    enum class Kind {
        Next,    ///< read, and go on
        Page,    ///< open the page of this name
        Layer,   ///< select the layer of this number, from 1
        Word,    ///< select this word
        Text,    ///< write a text that holds this
        Answer,  ///< reach this answer
        Changed, ///< change a threshold, or decide about a word
        Beside,  ///< put this beside the model, as Beside::open() takes it; empty = anything
        Click    ///< press the button of this object name
    };
    Kind kind = Kind::Next;
    QString value = {};
    bool operator==(const LessonGoal &) const = default;
};

/// A question with one right answer.
struct LessonQuestion {
    QString question;
    QStringList answers;
    int right = 0;
    QString explanation; ///< shown once an answer is chosen
};

struct LessonStep {
    QString title, text;
    QString highlight = {}; ///< object name of what is framed
    QString show = {};      ///< a link (statelink.h) to what is shown when the step begins; empty = what is there
    QString task = {};      ///< the goal in words; empty where there is none
    LessonGoal goal = {};
    std::optional<LessonQuestion> question = {};
};

/// A lesson in one of its languages.
struct Lesson {
    QString title, summary;
    QStringList hidden = {}; ///< object names of what is not shown meanwhile
    std::vector<LessonStep> steps;
};

/// Reads a lesson, schema `adaplens.lesson/1` (resources/lessons/README.md). `language` is "de" or another code; texts without
/// it are English. `name` is the file's, for errors. Throws adaplens::Error with one sentence that names the step.
[[nodiscard]] Lesson readLesson(const QByteArray &json, const QString &name, const QString &language);
[[nodiscard]] Lesson readLessonFile(const QString &path, const QString &language);

/// The lessons that ship: their files, in the order of their folders.
[[nodiscard]] QStringList shippedLessons();
