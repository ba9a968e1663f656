// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/rationaleeditor.h"

namespace adaplens::test {

/// Where a word that fits into one line is painted, in viewport coordinates.
[[nodiscard]] inline QRect wordPlace(const RationaleEditor &editor, qsizetype word)
{
    const WordText::Word &at = editor.shown().words().at(word);
    QTextCursor end(editor.document());
    end.setPosition(static_cast<int>(at.begin));
    const QRect left = editor.cursorRect(end);
    end.setPosition(static_cast<int>(at.end));
    const QRect right = editor.cursorRect(end);
    return {left.topLeft(), right.bottomLeft()};
}

} // namespace adaplens::test
