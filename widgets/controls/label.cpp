// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/label.h"

#include "widgets/style/palette.h"
#include "widgets/style/relativefont.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace {

struct Type {
    double size; ///< as a multiple of the type around it
    bool bold;
    QColor (Palette::*ink)() const;
};

// In the order of Label::Kind.
constexpr std::array types{Type{1.0, true, &Palette::ink},      Type{1.0, false, &Palette::ink},
                           Type{0.9, false, &Palette::quiet},   Type{2.0, true, &Palette::above},
                           Type{0.9, false, &Palette::reached}, Type{0.9, false, &Palette::warning}};

const Type &typeOf(Label::Kind kind)
{
    return types.at(static_cast<std::size_t>(kind));
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
    m_font->set(typeOf(kind).size, typeOf(kind).bold);
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
    painter.setPen(isEnabled() ? (colours.*typeOf(m_kind).ink)() : colours.faint());
    const auto alignment = QStyle::visualAlignment(layoutDirection(), this->alignment());
    painter.drawText(contentsRect(), static_cast<int>(alignment) | (wordWrap() ? Qt::TextWordWrap : 0), shown);
}
