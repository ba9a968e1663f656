// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/modelopener.h"

#include "core/error.h"
#include "core/model/fit.h"
#include "core/model/shipped.h"
#include "widgets/session/failure.h"
#include "widgets/session/preferences.h"
#include "widgets/session/session.h"

#include <QDir>
#include <QFileInfo>

namespace {

/// As all folders are written here: absolute, without "." and "..", so that equal ones are the same text.
QString absolute(const QString &folder)
{
    return QDir::cleanPath(QDir(folder).absolutePath());
}

QString defaultFolder()
{
    try {
        return absolute(QString::fromStdU16String(adaplens::defaultModel().u16string()));
    } catch (const adaplens::Error &) {
        return {};
    }
}

} // namespace

ModelOpener::ModelOpener(Session &session, Preferences &preferences, QObject *parent)
    : QObject(parent), m_session(session), m_preferences(preferences), m_default(defaultFolder())
{
    connect(&session, &Session::modelOpened, this, [this] {
        m_preferences.addModel(m_folder);
        Q_EMIT opened();
    });
    connect(&session, &Session::openFailed, this, &ModelOpener::openFailed);
}

bool ModelOpener::start(const QString &model)
{
    const QString last = m_preferences.lastModel();
    if (!model.isEmpty()) {
        openNamed(model);
        return true;
    }
    const QString first = QFileInfo::exists(last) ? last : m_default;
    if (first.isEmpty()) {
        return false;
    }
    open(first);
    return true;
}

void ModelOpener::openNamed(const QString &model)
{
    try {
        open(QString::fromStdU16String(adaplens::modelFolder(model.toStdString()).u16string()));
    } catch (const adaplens::Error &) {
        openFailed(describeException(), model);
    }
}

void ModelOpener::open(const QString &folder, const std::vector<double> &thresholds)
{
    m_folder = absolute(folder);
    m_thresholds = thresholds;
    m_session.open(QFileInfo(m_folder).filesystemFilePath(), m_preferences.precision(), thresholds);
    Q_EMIT opening(m_folder);
}

bool ModelOpener::isAtHand(const std::filesystem::path &folder) const
{
    const auto &open = m_session.model();
    return open && adaplens::isSameFolder(open->folder, folder) &&
           adaplens::isSameFolder(QFileInfo(m_folder).filesystemFilePath(), folder);
}

void ModelOpener::setPrecision(adaplens::Precision precision)
{
    if (precision == m_preferences.precision()) {
        return;
    }
    m_preferences.setPrecision(precision);
    if (!m_folder.isEmpty()) {
        open(m_folder, m_thresholds);
    }
}

void ModelOpener::openFailed(const QString &message, const QString &folder)
{
    const auto &model = m_session.model();
    m_folder = model ? absolute(QString::fromStdU16String(model->folder.u16string())) : QString();
    m_thresholds = m_session.thresholds();
    m_preferences.forgetModel(folder);
    if (!model && !m_default.isEmpty() && folder != m_default) {
        open(m_default); // better than an empty window
    }
    Q_EMIT failed(message);
}
