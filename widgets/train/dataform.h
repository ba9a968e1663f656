// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/description.h"
#include "widgets/page/filedialogs.h"
#include "widgets/session/requests.h"

#include <QWidget>

#include <optional>

class Label;
class PathBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

/// Which data set is trained on: a file or folder, what its reader finds in it (form, columns, labels), and what the
/// user wants otherwise. It is read through on a thread of its own.
class DataForm : public QWidget {
    Q_OBJECT

public:
    explicit DataForm(const FileDialogs &dialogs);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] adaplens::DataSource source() const;
    /// Names of the classes, in the order of their indices.
    [[nodiscard]] QStringList labels() const;
    /// Share of the examples that is held out.
    [[nodiscard]] double holdout() const;
    /// What was found in the data; empty until it has been read, and where it could not be.
    [[nodiscard]] const std::optional<adaplens::DataDescription> &found() const { return m_found; }

Q_SIGNALS:
    void changed();
    void failed(const QString &message); ///< the data cannot be read

private:
    void makeLayout();
    void chooseData(bool folder);
    void describe();
    void take(const adaplens::DataDescription &description);
    void fillColumns();
    void say(const QString &text, bool warning = false);

    FileDialogs m_dialogs;
    PathBox *m_path;
    QComboBox *m_format, *m_text, *m_pair, *m_label;
    QLineEdit *m_labels;
    QDoubleSpinBox *m_holdout;
    Label *m_summary;
    QWidget *m_columns = nullptr;
    QString m_suggested; // labels as the data gave them
    std::optional<adaplens::DataDescription> m_found;
    Background m_background; // last but one: its thread ends before the rest goes
    Requests m_reading{m_background};
};
