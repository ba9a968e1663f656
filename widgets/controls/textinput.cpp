// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/textinput.h"

#include "widgets/style/relativefont.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace {

constexpr double mostLines = 3;

} // namespace

TextInput::TextInput(const QString &placeholder, QWidget *parent) : QPlainTextEdit(parent)
{
    setPlaceholderText(placeholder);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines are wrapped
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    document()->setDocumentMargin(0);
    (new RelativeFont(this))->set(1.25, false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
}

void TextInput::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    insertClipped(cursor, text);
    moveCursor(QTextCursor::Start);
}

bool TextInput::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() && !source->hasUrls(); // files are for the window
}

void TextInput::insertFromMimeData(const QMimeData *source)
{
    insertClipped(textCursor(), source->text());
    ensureCursorVisible();
}

void TextInput::insertClipped(QTextCursor cursor, const QString &text)
{
    const qsizetype others = document()->characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart());
    const qsizetype room = std::max<qsizetype>(0, longest - others);
    qsizetype taken = std::min(text.size(), room);
    if (taken > 0 && taken < text.size() && text.at(taken - 1).isHighSurrogate()) {
        --taken;
    }
    cursor.insertText(text.first(taken));
    if (taken < text.size()) {
        Q_EMIT clipped(text.size(), taken);
    }
}

void TextInput::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry(); // other line breaks, another height
    }
}

int TextInput::heightOfLines(double lines) const
{
    return static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing())) + 8;
}

QSize TextInput::sizeHint() const
{
    // A plain text document measures itself in lines.
    const double lines = std::clamp(document()->size().height(), 1.0, mostLines);
    return {fontMetrics().averageCharWidth() * 60, heightOfLines(lines)};
}

QSize TextInput::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, std::min(heightOfLines(2), sizeHint().height())};
}
