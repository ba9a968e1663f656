// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationstore.h"
#include "widgets/page/filedialogs.h"

#include <QObject>

#include <functional>

class MessageBar;

/// Which files an annotation set is read from and written to: asks in a bar before changes could be lost, and which
/// part of a folder is meant.
class AnnotationFiles : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    AnnotationFiles(AnnotationSet &set, AnnotationStore &store, MessageBar &questions, const FileDialogs &dialogs);

    /// What an earlier program could not save, else the set that ships with the program.
    void begin();
    /// Opens a file or folder; asks first where changes are not saved, and for the split of a folder that has several.
    void openPath(const QString &path);
    /// The set that ships with the program; asks first where changes are not saved.
    void openShipped();
    void chooseFile();
    void chooseFolder();
    /// Saves to the file the set came from, where that loses nothing; else asks for a new one.
    void save();
    void chooseTarget(adaplens::DataFormat format);
    /// Saves to a new file (Jsonl) or folder (Eraser), which later saves replace.
    void saveTo(const QString &path, adaplens::DataFormat format);

private:
    void whenSaved(std::function<void()> then);
    void discard();
    void saved();

    AnnotationSet &m_set;
    AnnotationStore &m_store;
    MessageBar &m_questions;
    FileDialogs m_dialogs;
    std::function<void()> m_afterSaving; // what the user wants to open once the changes are in a file
    bool m_asksToSave = false;           // the question shown is about unsaved changes
};
