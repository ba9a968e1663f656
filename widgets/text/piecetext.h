// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QList>
#include <QString>

/// The part of the user's text that can be shown, however long the text is, and where each piece lies in it.
struct PieceText {
    struct Span {
        qsizetype begin = 0, end = 0; ///< half-open range of `text`
        std::size_t piece = 0;        ///< index into Encoding::pieces
    };
    QString text;
    QList<Span> spans;                             ///< of the pieces that come from the text, in order
    QList<std::pair<qsizetype, qsizetype>> unread; ///< ranges that the model did not read
    qsizetype hiddenBefore = 0;                    ///< characters before and after that are not shown
    qsizetype hiddenAfter = 0;

    /// Bytes of unread text shown before and after what the model read, and of one piece or one gap between words.
    static constexpr std::size_t unreadBefore = 600, unreadAfter = 3000, longest = 600;

    [[nodiscard]] static PieceText of(const adaplens::Trace &trace);
    /// The span at or around a position of `text`, or -1.
    [[nodiscard]] qsizetype spanAt(qsizetype position) const;
};
