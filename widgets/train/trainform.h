// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/config.h"
#include "widgets/page/filedialogs.h"

#include <QByteArray>
#include <QWidget>

class DataForm;
class KnobForm;
class Label;
class PathBox;
class QComboBox;

/// All that can be chosen for a training run: data, backbone, method, settings, and the folder that it writes to.
class TrainForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainForm(const FileDialogs &dialogs);

    /// The configuration of the run. Throws adaplens::Error where something is missing or out of range.
    [[nodiscard]] adaplens::TrainConfig config() const;
    [[nodiscard]] QString method() const;
    void chooseMethod(const QString &method);
    /// The folder of the run; empty unless it is a whole path.
    [[nodiscard]] QString out() const;
    /// Whether all is there that a run needs.
    [[nodiscard]] bool isComplete() const;
    /// What is said of the folder of the run.
    void setOutNote(const QString &note);
    /// All of it can be changed, or nothing.
    void setOpen(bool open);

    [[nodiscard]] DataForm *data() const { return m_data; }

    /// Data, backbone and method, for the next start of the program; not the folder, which is chosen anew each time.
    [[nodiscard]] QByteArray save() const;
    void restore(const QByteArray &state);

Q_SIGNALS:
    void changed();
    void outChosen();
    void failed(const QString &message);

private:
    void makeLayout();

    FileDialogs m_dialogs;
    DataForm *m_data;
    PathBox *m_backbone, *m_out;
    QComboBox *m_method;
    KnobForm *m_knobs;
    Label *m_outNote;
};
