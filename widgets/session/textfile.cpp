// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/textfile.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringConverter>

#include <algorithm>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

} // namespace

TextFile readTextFile(const QString &path, qsizetype longest)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        throw adaplens::Error(Words::tr("“%1” cannot be read: %2. Check that the file exists and is yours to read.")
                                  .arg(name, file.errorString())
                                  .toStdString());
    }
    // Four bytes a character are the most that any of the encodings takes.
    QByteArray bytes = file.read(longest * 4 + 4);
    const bool all = file.atEnd();
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    if (encoding == QStringConverter::Utf8 && bytes.left(4096).contains('\0')) {
        throw adaplens::Error(
            Words::tr("“%1” is not a text file; drop a plain text in UTF-8, or the folder of a model.")
                .arg(name)
                .toStdString());
    }
    QStringDecoder decode(encoding);
    TextFile result{decode(bytes), {}};
    // Reading may have stopped within a character; that one is not the file's fault.
    const qsizetype taken = std::min(result.text.size(), longest);
    if (taken < result.text.size() || !all) {
        result.text.truncate(taken > 0 && result.text.at(taken - 1).isHighSurrogate() ? taken - 1 : taken);
        result.note = Words::tr("“%1” is long (%2); its first %n characters were taken.", nullptr,
                                static_cast<int>(result.text.size()))
                          .arg(name, QLocale().formattedDataSize(file.size()));
    }
    if (const auto broken = result.text.count(QChar::ReplacementCharacter); broken > 0 && decode.hasError()) {
        result.note +=
            (result.note.isEmpty() ? QString() : QStringLiteral(" ")) +
            Words::tr("%n place(s) in “%1” are not UTF-8 and are shown as �; save the file as UTF-8 to see them.",
                      nullptr, static_cast<int>(broken))
                .arg(name);
    }
    return result;
}
