// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A text file as the user dropped it.
struct TextFile {
    QString text;
    QString note; ///< what the user should know: clipped, bytes that are no UTF-8; usually empty
};

/// Reads at most `longest` characters: UTF-8, or UTF-16/32 with a byte order mark. Bytes that are no UTF-8 become
/// U+FFFD and are reported. Throws adaplens::Error if the file cannot be read or holds no text.
[[nodiscard]] TextFile readTextFile(const QString &path, qsizetype longest);
