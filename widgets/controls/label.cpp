// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/label.h"

#include "widgets/style/palette.h"
#include "widgets/style/relativefont.h"

#include <QEvent>
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
    recolour();
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(0, hint.height()) : hint;
}

void Label::recolour()
{
    const QColor wanted = ink(m_kind, Palette(palette()));
    if (palette().color(QPalette::Active, QPalette::WindowText) == wanted) {
        return;
    }
    // Only the ink is set here, so that the rest goes on following the window's palette.
    QPalette colours;
    colours.setColor(QPalette::WindowText, wanted);
    setPalette(colours);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), shown,
                          QPalette::WindowText);
}
