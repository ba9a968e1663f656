// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/modeladvice.h"

#include "widgets/controls/messagebar.h"
#include "widgets/session/session.h"
#include "widgets/window/shippedtext.h"

#include <algorithm>
#include <utility>

namespace {

using adaplens::Advice;
using adaplens::Misfit;

/// Pieces of the whole text, roughly where it is read in several windows.
std::size_t piecesOf(const adaplens::Trace &trace)
{
    return (trace.encoding.pieces.size() + trace.encoding.cutPieces) * std::max<std::size_t>(1, trace.windows);
}

QString onText(const Advice &advice, const QString &model)
{
    switch (advice.misfit) {
    case Misfit::TooLong:
        return ModelAdvice::tr(
                   "This text is much longer than those that “%1” was trained on (up to %n piece(s)), so its "
                   "answer may mean little.",
                   nullptr, static_cast<int>(advice.reads))
            .arg(model);
    case Misfit::OneTextOnly:
        return ModelAdvice::tr("“%1” reads one text; the second one is left out.").arg(model);
    case Misfit::SecondMissing:
        return ModelAdvice::tr("“%1” reads two texts, and the second one is missing.").arg(model);
    }
    return {};
}

QString onData(const Advice &advice, const QString &model)
{
    switch (advice.misfit) {
    case Misfit::TooLong:
        return ModelAdvice::tr(
                   "The texts of this data set are much longer than those that “%1” was trained on (up to %n "
                   "piece(s)), so its answers may mean little.",
                   nullptr, static_cast<int>(advice.reads))
            .arg(model);
    case Misfit::OneTextOnly:
        return ModelAdvice::tr("This data set holds pairs of texts, and “%1” reads one text only.").arg(model);
    case Misfit::SecondMissing:
        return ModelAdvice::tr("This data set holds single texts, and “%1” reads two.").arg(model);
    }
    return {};
}

} // namespace

ModelAdvice::ModelAdvice(Session &session, MessageBar &bar, const Models &models, std::function<bool()> secondText,
                         QObject *parent)
    : QObject(parent), m_session(session), m_bar(bar), m_models(models), m_secondText(std::move(secondText))
{
    connect(&session, &Session::analysed, this, &ModelAdvice::analysed);
    connect(&session, &Session::modelOpened, this, [this] {
        m_said.reset();
        withdraw();
    });
}

void ModelAdvice::analysed()
{
    const auto &trace = m_session.trace();
    const auto &model = m_session.model();
    const auto advice =
        trace && model ? adaplens::adviceOn(*model, m_models, piecesOf(*trace), m_secondText()) : std::nullopt;
    if (!advice) {
        m_said.reset();
        if (m_ofText) {
            withdraw();
        }
    } else if (m_said != advice->misfit && say(onText(*advice, shippedName(m_models, *model)), *advice)) {
        m_said = advice->misfit;
        m_ofText = true;
    }
}

void ModelAdvice::dataOpened(std::size_t words, bool pairs)
{
    const auto &model = m_session.model();
    const auto advice = model ? adaplens::adviceOn(*model, m_models, words, pairs) : std::nullopt;
    if (advice && advice->better != nullptr && say(onData(*advice, shippedName(m_models, *model)), *advice)) {
        m_ofText = false;
    } else if (!advice && !m_ofText) {
        withdraw(); // what was said of the set before
    }
}

void ModelAdvice::withdraw()
{
    if (!m_sentence.isEmpty() && m_bar.message() == m_sentence) {
        m_bar.dismiss();
    }
    m_sentence.clear();
}

bool ModelAdvice::say(const QString &sentence, const Advice &advice)
{
    const bool free = m_bar.isHidden() || m_bar.kind() == MessageBar::Kind::Done || m_bar.message() == m_sentence;
    if (!free) {
        return false;
    }
    MessageBar::Answers answers;
    if (advice.better != nullptr) {
        const QString folder = QString::fromStdU16String(advice.better->folder.u16string());
        answers.emplace_back(tr("Open “%1”").arg(QString::fromStdString(advice.better->title)),
                             [this, folder] { Q_EMIT modelChosen(folder); });
    }
    m_bar.offer(sentence, answers);
    m_sentence = sentence;
    return true;
}
