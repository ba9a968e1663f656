// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"

#include "widgets/style/colourscheme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

/// What the program remembers from one start to the next. Wraps the settings it is given; owns none.
class Preferences {
public:
    static constexpr int mostRecent = 8; ///< models, and data sets

    explicit Preferences(QSettings &settings) : m_settings(settings) {}

    [[nodiscard]] QString lastModel() const;
    /// Folders of models opened before, the latest first.
    [[nodiscard]] QStringList recentModels() const;
    /// Remembers a model as the last one and puts it first among the recent ones.
    void addModel(const QString &folder);
    void forgetModel(const QString &folder);

    /// Data sets opened before, files or folders, the latest first.
    [[nodiscard]] QStringList recentData() const;
    void addData(const QString &path);
    void forgetData(const QString &path);

    [[nodiscard]] std::optional<QString> text() const;
    [[nodiscard]] std::optional<QString> pair() const;
    void setTexts(const QString &text, const std::optional<QString> &pair);

    /// What models compute in; the default where none was chosen.
    [[nodiscard]] adaplens::Precision precision() const;
    void setPrecision(adaplens::Precision precision);

    /// What stands beside the model in the Inspect page, as Beside::open() takes it; empty = nothing.
    [[nodiscard]] QString beside() const;
    void setBeside(const QString &what);

    /// Size of all type in per cent.
    [[nodiscard]] int zoom() const;
    void setZoom(int percent);

    /// The palette that was chosen; the system's where none was.
    [[nodiscard]] ColourScheme colourScheme() const;
    void setColourScheme(ColourScheme scheme);

    /// Folder of the last file dialog.
    [[nodiscard]] QString folder() const;
    void setFolder(const QString &folder);

    /// Folder of the settings file, for what is too large to be a setting.
    [[nodiscard]] QString stateFolder() const;

    /// Layouts of windows and splitters, by name.
    [[nodiscard]] QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &state);

private:
    void setRecent(const QString &key, const QString &path, bool kept);

    QSettings &m_settings;
};
