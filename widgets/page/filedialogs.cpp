// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/filedialogs.h"

#include "widgets/session/preferences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

QString FileDialogs::openFile(const QString &title, const QString &filter) const
{
    return remembered(QFileDialog::getOpenFileName(m_window, title, m_preferences.folder(), filter));
}

QString FileDialogs::openFolder(const QString &title) const
{
    return remembered(QFileDialog::getExistingDirectory(m_window, title, m_preferences.folder()));
}

QString FileDialogs::saveFile(const QString &title, const QString &name, const QString &filter) const
{
    QString chosen = filter.section(QStringLiteral(";;"), 0, 0);
    const auto suffix = [&chosen] { return chosen.section(QLatin1Char('*'), 1).chopped(1); };
    const QString suggestion = QDir(m_preferences.folder()).filePath(name + suffix());
    QString path = QFileDialog::getSaveFileName(m_window, title, suggestion, filter, &chosen);
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty()) {
        path += suffix();
    }
    return remembered(path);
}

QString FileDialogs::remembered(const QString &path) const
{
    if (!path.isEmpty()) {
        m_preferences.setFolder(QFileInfo(path).absolutePath());
    }
    return path;
}
