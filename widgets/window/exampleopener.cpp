// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/exampleopener.h"

#include "core/model/fit.h"
#include "widgets/session/session.h"
#include "widgets/window/modelopener.h"

#include <utility>

ExampleOpener::ExampleOpener(ModelOpener &opener, Session &session, QObject *parent)
    : QObject(parent), m_opener(opener), m_session(session)
{
    connect(&opener, &ModelOpener::opened, this, &ExampleOpener::opened);
    connect(&opener, &ModelOpener::failed, this, [this] { m_waiting.reset(); });
}

void ExampleOpener::choose(const adaplens::ShippedModel &model, const adaplens::SampleText &text)
{
    m_waiting.reset();
    if (m_opener.isAtHand(model.folder)) {
        Q_EMIT show(text);
        return;
    }
    m_opener.open(QString::fromStdU16String(model.folder.u16string()));
    m_waiting = Waiting{model.folder, QString::fromStdString(model.title), text};
}

void ExampleOpener::opened()
{
    if (const auto waiting = std::exchange(m_waiting, std::nullopt);
        waiting && adaplens::isSameFolder(waiting->folder, m_session.model()->folder)) {
        Q_EMIT show(waiting->text);
        Q_EMIT modelChanged(waiting->title);
    }
}
