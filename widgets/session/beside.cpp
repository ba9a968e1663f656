// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/beside.h"

#include "core/error.h"
#include "core/model/shipped.h"
#include "core/reduction/floors.h"
#include "widgets/session/failure.h"

#include <algorithm>
#include <utility>

namespace {

bool isFloor(const std::string &name)
{
    return std::ranges::count(adaplens::floorNames(), name) > 0;
}

/// The first model run otherwise, not one of its own.
bool isOfFirst(const QString &what)
{
    return what == QLatin1String("none") || isFloor(what.toStdString());
}

} // namespace

BesideChoice BesideChoice::of(const QString &what)
{
    const std::string name = what.toStdString();
    if (name == "none") {
        return {.folder = {}, .dropping = {.nothing = true}};
    }
    if (isFloor(name)) {
        return {.folder = {}, .dropping = {.floor = name}};
    }
    return {.folder = adaplens::modelFolder(name), .dropping = {}};
}

Beside::Beside(Session &first, Session &second, QObject *parent) : QObject(parent), m_first(first), m_second(second)
{
    m_second.setKeepsLayer(true);
    const auto followText = [this] {
        const auto &pair = m_first.pair();
        m_second.setText(QString::fromStdString(m_first.text()),
                         pair ? std::optional(QString::fromStdString(*pair)) : std::nullopt);
    };
    connect(&m_first, &Session::textChanged, this, followText);
    connect(&m_first, &Session::modelOpened, this, &Beside::firstOpened);
    connect(&m_second, &Session::modelOpened, this, &Beside::secondOpened);
    connect(&m_second, &Session::openFailed, this, &Beside::refuse);
    connect(&m_second, &Session::failed, this, &Beside::failed);
    followText();
}

void Beside::open(const QString &what)
{
    if (what.isEmpty()) {
        close();
        return;
    }
    m_wanted = what;
    openWanted();
}

void Beside::close()
{
    m_wanted.clear();
    m_second.close();
    if (!std::exchange(m_what, QString()).isEmpty()) {
        Q_EMIT changed();
    }
}

void Beside::openWanted()
{
    const auto &model = m_first.model();
    if (m_wanted.isEmpty() || !model) {
        return; // firstOpened() comes back to it
    }
    try {
        const BesideChoice choice = BesideChoice::of(m_wanted);
        if (!choice.folder.empty()) {
            m_second.open(choice.folder, m_first.precision());
        } else if (model->adaptive) {
            m_second.open(model->folder, m_first.precision(),
                          choice.dropping.nothing ? std::vector<double>() : m_first.thresholds(), choice.dropping);
        } else {
            refuse(tr("“%1” drops nothing itself, so only another model can stand beside it.")
                       .arg(QString::fromStdString(model->name)));
        }
    } catch (const adaplens::Error &) {
        refuse(describeException());
    }
}

void Beside::refuse(const QString &message)
{
    // What was to be opened anew does not fit the first model any more, or is gone.
    if (std::exchange(m_wanted, QString()) == m_what) {
        close();
    } else {
        Q_EMIT changed();
    }
    Q_EMIT failed(message);
}

void Beside::firstOpened()
{
    if (m_wanted.isEmpty() && !m_what.isEmpty() && (m_second.precision() != m_first.precision() || isOfFirst(m_what))) {
        m_wanted = m_what;
    }
    openWanted();
}

void Beside::secondOpened()
{
    m_what = std::exchange(m_wanted, QString());
    m_second.setWindow(m_first.window()); // one opened late stands beside the window at hand, too
    Q_EMIT changed();
}
