// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationdata.h"

#include <QString>

#include <memory>
#include <optional>

class QLockFile;

/// The file that keeps changes which are not saved yet, so that a crash loses nothing. Each running program has one of
/// its own; what a program that is gone has left is taken over by the next.
class RecoveryFile {
public:
    struct Content {
        ExampleList examples;
        AnnotationSource source;
    };

    /// Takes the first file of `folder` that no running program has; one with content before an empty one.
    explicit RecoveryFile(const QString &folder);
    ~RecoveryFile();

    /// What an earlier program left, if it can be read.
    [[nodiscard]] std::optional<Content> read() const;
    /// Replaces the file as a whole; may be called on any thread, one at a time. Throws adaplens::Error.
    void write(const Content &content) const;
    void remove() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};
