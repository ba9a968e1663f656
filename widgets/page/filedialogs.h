// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Preferences;
class QWidget;

/// The file dialogs of the program: each begins in the folder of the one before. An empty answer means cancelled.
class FileDialogs {
public:
    FileDialogs(QWidget *window, Preferences &preferences) : m_window(window), m_preferences(preferences) {}

    [[nodiscard]] QString openFile(const QString &title, const QString &filter) const;
    [[nodiscard]] QString openFolder(const QString &title) const;
    /// A file to write, with the suffix of the kind chosen in the filter ("PNG picture (*.png);;..") if it was given
    /// none. `name` is suggested, with the suffix of the first kind.
    [[nodiscard]] QString saveFile(const QString &title, const QString &name, const QString &filter) const;

private:
    [[nodiscard]] QString remembered(const QString &path) const;

    QWidget *m_window;
    Preferences &m_preferences;
};
