// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace format {

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString score(double value)
{
    return value != 0 && std::abs(value) < 0.01 ? QLocale().toString(value, 'g', 2) : number(value, 3);
}

QString times(double ratio)
{
    return number(ratio, ratio < 0.095 ? 2 : ratio < 9.95 ? 1 : 0) + QStringLiteral("\u202F×");
}

QString speedup(double ratio)
{
    return number(ratio, 2) + QStringLiteral("\u202F×");
}

QString percent(double share)
{
    return number(share * 100, share > 0.995 && share < 1 ? 1 : 0) + QStringLiteral("\u202F%");
}

QString tokens(std::size_t count)
{
    // Not %n: without a translation file Qt would write "token(s)".
    return count == 1 ? QCoreApplication::translate("Format", "1 token")
                      : QCoreApplication::translate("Format", "%1 tokens")
                            .arg(QLocale().toString(static_cast<qulonglong>(count)));
}

QString words(std::size_t count)
{
    return count == 1 ? QCoreApplication::translate("Format", "1 word")
                      : QCoreApplication::translate("Format", "%1 words")
                            .arg(QLocale().toString(static_cast<qulonglong>(count)));
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

QString word(const std::string &bytes, int longest)
{
    // A character takes at most four bytes: no need to decode a word of ten megabytes for its first letters.
    const auto size = std::min(bytes.size(), (static_cast<std::size_t>(longest) + 1) * 4);
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(size));
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate() && c.category() != QChar::Other_Format) {
            c = QChar::ReplacementCharacter;
        }
    }
    if (text.size() <= longest) {
        return text;
    }
    qsizetype cut = longest - 1;
    if (text.at(cut - 1).isHighSurrogate()) {
        --cut;
    }
    return text.first(cut) + QChar(0x2026);
}

} // namespace format
