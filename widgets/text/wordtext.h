// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <QList>
#include <QString>

#include <optional>
#include <string>

/// A text as it is painted, with the way from its words on the screen to bytes and back.
class WordText {
public:
    struct Word {
        qsizetype begin = 0, end = 0; ///< in text()
        adaplens::ByteRange source;
    };

    WordText() = default;
    /// `source` is valid UTF-8.
    explicit WordText(const std::string &source);

    /// Line ends are '\n' and control characters visible; position by position the source in UTF-16.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<Word> &words() const { return m_words; }
    /// The word at a position or the nearest one before it in the text; -1 where there is none.
    [[nodiscard]] qsizetype wordAt(qsizetype position) const;
    /// First and last of the words that share a byte with `span`; empty where none does.
    [[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>> wordsIn(adaplens::ByteRange span) const;
    /// The bytes from the first to the last of two words, in either order.
    [[nodiscard]] adaplens::ByteRange bytes(qsizetype one, qsizetype other) const;

private:
    QString m_text;
    QList<Word> m_words;
};
