// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/lesson.h"

#include "core/error.h"
#include "core/io/resources.h"
#include "widgets/session/statelink.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace {

constexpr qint64 largestFile = 1 << 20; // bytes
constexpr qsizetype mostSteps = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Lesson)
};

constexpr std::array goals = {
    std::pair("page", LessonGoal::Kind::Page),     std::pair("layer", LessonGoal::Kind::Layer),
    std::pair("word", LessonGoal::Kind::Word),     std::pair("text", LessonGoal::Kind::Text),
    std::pair("answer", LessonGoal::Kind::Answer), std::pair("changed", LessonGoal::Kind::Changed),
    std::pair("beside", LessonGoal::Kind::Beside), std::pair("click", LessonGoal::Kind::Click)};

/// Reads members of one object, and says of which step they are where something is wrong.
class Part {
public:
    Part(QJsonObject object, QString place, QString language)
        : m_object(std::move(object)), m_place(std::move(place)), m_language(std::move(language))
    {
    }

    [[noreturn]] void fail(const QString &what) const
    {
        throw adaplens::Error(Words::tr("%1: %2.").arg(m_place, what).toStdString());
    }

    /// Nothing but these; a member that nobody reads is a mistake that should be told.
    void allow(const QStringList &keys) const
    {
        for (const QString &key : m_object.keys()) {
            if (!keys.contains(key)) {
                fail(Words::tr("“%1” is unknown; these are known: %2").arg(key, keys.join(QStringLiteral(", "))));
            }
        }
    }

    [[nodiscard]] bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }

    [[nodiscard]] QString text(const char *key, bool needed) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() && !needed) {
            return {};
        }
        if (!value.isString() || (needed && value.toString().isEmpty())) {
            fail(Words::tr("“%1” should be a text").arg(QLatin1String(key)));
        }
        return value.toString();
    }

    /// {"en": "...", "de": "..."}, or a text for all languages.
    [[nodiscard]] QString spoken(const char *key, bool needed) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isObject()) {
            return text(key, needed);
        }
        const QJsonObject languages = value.toObject();
        const QJsonValue own = languages.value(m_language), english = languages.value(QStringLiteral("en"));
        if (!own.isString() && !english.isString()) {
            fail(Words::tr("“%1” has no text in English (“en”)").arg(QLatin1String(key)));
        }
        return own.isString() ? own.toString() : english.toString();
    }

    [[nodiscard]] QJsonArray list(const char *key, bool needed) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() && !needed) {
            return {};
        }
        if (!value.isArray() || (needed && value.toArray().isEmpty())) {
            fail(Words::tr("“%1” should be a list").arg(QLatin1String(key)));
        }
        return value.toArray();
    }

    [[nodiscard]] Part part(const char *key) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isObject()) {
            fail(Words::tr("“%1” should be an object").arg(QLatin1String(key)));
        }
        return {value.toObject(), m_place, m_language};
    }

    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    [[nodiscard]] const QString &language() const { return m_language; }

private:
    QJsonObject m_object;
    QString m_place, m_language;
};

LessonGoal goalOf(const Part &part)
{
    const QJsonObject &object = part.object();
    const QString key = object.size() == 1 ? object.keys().constFirst() : QString();
    const auto *const found =
        std::ranges::find_if(goals, [&key](const auto &goal) { return key == QLatin1String(goal.first); });
    if (found == goals.end()) {
        QStringList known;
        for (const auto &goal : goals) {
            known << QLatin1String(goal.first);
        }
        part.fail(Words::tr("“do” should have one of these: %1").arg(known.join(QStringLiteral(", "))));
    }
    const QJsonValue value = object.value(key);
    LessonGoal goal{found->second, value.toString()};
    const bool numeric = goal.kind == LessonGoal::Kind::Layer, flag = goal.kind == LessonGoal::Kind::Changed;
    if (numeric ? value.toInt() < 1 : flag ? !value.toBool() : !value.isString()) {
        part.fail(Words::tr("“%1” has a value that says nothing").arg(key));
    }
    if (numeric) {
        goal.value = QString::number(value.toInt());
    }
    return goal;
}

LessonQuestion questionOf(const Part &part)
{
    part.allow({QStringLiteral("ask"), QStringLiteral("answers"), QStringLiteral("right"), QStringLiteral("why")});
    LessonQuestion question;
    question.question = part.spoken("ask", true);
    question.explanation = part.spoken("why", false);
    for (const QJsonValue &answer : part.list("answers", true)) {
        const Part each({{QStringLiteral("answers"), answer}}, QString(), part.language());
        if (!answer.isString() && !answer.isObject()) {
            part.fail(Words::tr("“%1” should be a text").arg(QStringLiteral("answers")));
        }
        question.answers << each.spoken("answers", true);
    }
    const int right = part.object().value(QStringLiteral("right")).toInt();
    if (right < 1 || right > question.answers.size()) {
        part.fail(
            Words::tr("“right” should be the number of the right answer, from 1 to %1").arg(question.answers.size()));
    }
    question.right = right - 1;
    return question;
}

LessonStep stepOf(const Part &part)
{
    part.allow({QStringLiteral("title"), QStringLiteral("text"), QStringLiteral("highlight"), QStringLiteral("show"),
                QStringLiteral("task"), QStringLiteral("do"), QStringLiteral("question")});
    LessonStep step{.title = part.spoken("title", true),
                    .text = part.spoken("text", true),
                    .highlight = part.text("highlight", false),
                    .show = part.text("show", false),
                    .task = part.spoken("task", false)};
    if (!step.show.isEmpty()) {
        try {
            (void)readLink(step.show);
        } catch (const adaplens::Error &error) {
            part.fail(QString::fromUtf8(error.what()).chopped(1));
        }
    }
    if (part.has("do")) {
        step.goal = goalOf(part.part("do"));
    }
    if (part.has("question")) {
        step.question = questionOf(part.part("question"));
    }
    if (step.goal.kind != LessonGoal::Kind::Next && step.task.isEmpty()) {
        part.fail(Words::tr("“task” should say what is to be done, since “do” asks for something"));
    }
    if (step.goal.kind != LessonGoal::Kind::Next && step.question) {
        part.fail(Words::tr("a step has “do” or “question”, not both"));
    }
    return step;
}

} // namespace

Lesson readLesson(const QByteArray &json, const QString &name, const QString &language)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        throw adaplens::Error(Words::tr("%1 is no lesson: %2.")
                                  .arg(name, error.error != QJsonParseError::NoError
                                                 ? Words::tr("at byte %1 its JSON ends or goes wrong").arg(error.offset)
                                                 : Words::tr("it holds no object"))
                                  .toStdString());
    }
    const Part root(document.object(), name, language);
    const QString schema = root.text("schema", false);
    if (schema != QLatin1String("adaplens.lesson/1")) {
        root.fail(Words::tr("“schema” should be “adaplens.lesson/1”"));
    }
    root.allow({QStringLiteral("schema"), QStringLiteral("title"), QStringLiteral("summary"), QStringLiteral("hide"),
                QStringLiteral("steps")});
    Lesson lesson{.title = root.spoken("title", true), .summary = root.spoken("summary", false), .steps = {}};
    for (const QJsonValue &hidden : root.list("hide", false)) {
        lesson.hidden << hidden.toString();
    }
    const QJsonArray steps = root.list("steps", true);
    if (steps.size() > mostSteps) {
        root.fail(Words::tr("it has %1 steps, more than %2").arg(steps.size()).arg(mostSteps));
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString place = Words::tr("%1, step %2").arg(name).arg(i + 1);
        const Part step(steps[i].toObject(), place, language);
        if (!steps[i].isObject()) {
            step.fail(Words::tr("it should be an object"));
        }
        lesson.steps.push_back(stepOf(step));
    }
    return lesson;
}

Lesson readLessonFile(const QString &path, const QString &language)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        throw adaplens::Error(Words::tr("%1 cannot be read; choose the file of a lesson.")
                                  .arg(QDir::toNativeSeparators(path))
                                  .toStdString());
    }
    if (file.size() > largestFile) {
        throw adaplens::Error(
            Words::tr("%1 is too large for a lesson.").arg(QDir::toNativeSeparators(path)).toStdString());
    }
    return readLesson(file.readAll(), QFileInfo(path).fileName(), language);
}

QStringList shippedLessons()
{
    const QDir folder(QString::fromStdU16String((adaplens::resourceFolder() / "lessons").u16string()));
    QStringList files;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString file = folder.filePath(name + QStringLiteral("/lesson.adaplens-lesson"));
        if (QFileInfo::exists(file)) {
            files << file;
        }
    }
    return files;
}
