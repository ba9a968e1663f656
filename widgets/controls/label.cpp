// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/label.h"

#include "widgets/style/palette.h"
#include "widgets/style/relativefont.h"

#include <QPainter>
#include <QStyle>

namespace {

double sizeFactor(Label::Kind kind)
{
    switch (kind) {
    case Label::Kind::Caption:
    case Label::Kind::Good:
    case Label::Kind::Warning:
        return 0.9;
    case Label::Kind::Figure:
        return 2.0;
    default:
        return 1.0;
    }
}

QColor ink(Label::Kind kind, const Palette &palette)
{
    switch (kind) {
    case Label::Kind::Caption:
        return palette.quiet();
    case Label::Kind::Figure:
        return palette.above();
    case Label::Kind::Good:
        return palette.reached();
    case Label::Kind::Warning:
        return palette.warning();
    default:
        return palette.ink();
    }
}

} // namespace

Label::Label(Kind kind, const QString &text, QWidget *parent)
    : QLabel(text, parent), m_kind(kind), m_font(new RelativeFont(this))
{
    setTextFormat(Qt::PlainText);
    setKind(kind);
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

void Label::setKind(Kind kind)
{
    m_kind = kind;
    m_font->set(sizeFactor(kind), kind == Kind::Title || kind == Kind::Figure);
    update();
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(0, hint.height()) : hint;
}

void Label::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    const QString shown = m_elided ? fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()) : text();
    if (m_elided) {
        setToolTip(shown == text() ? QString() : text());
    }
    QPainter painter(this);
    painter.setPen(isEnabled() ? ink(m_kind, colours) : colours.faint());
    const auto alignment = QStyle::visualAlignment(layoutDirection(), this->alignment());
    painter.drawText(contentsRect(), static_cast<int>(alignment) | (wordWrap() ? Qt::TextWordWrap : 0), shown);
}
