// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/controlcharacters.h"

#include <QString>

void showControlCharacters(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\r')) {
            const bool pair = i + 1 < text.size() && text.at(i + 1) == QLatin1Char('\n');
            text[i] = QLatin1Char(pair ? ' ' : '\n');
        } else if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator) {
            text[i] = QLatin1Char('\n');
        } else if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t')) {
            text[i] = QChar::ReplacementCharacter;
        }
    }
}
