// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/card.h"

#include "widgets/style/palette.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int sideMargin = 14;
constexpr int topMargin = 8;

} // namespace

CardHeader::CardHeader(const QString &title, const QString &caption, const HelpText &help, QWidget *parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_title(new Label(Label::Kind::Title, title)),
      m_caption(new Label(Label::Kind::Caption, caption))
{
    m_row->setContentsMargins(sideMargin, topMargin, topMargin, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_caption->setElided(true);
    m_row->addWidget(m_caption, 1);
    if (help) {
        m_help = ::helpButton(tr("Explain “%1”").arg(title), help);
        m_row->addWidget(m_help);
    }
}

void CardHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString CardHeader::title() const
{
    return m_title->text();
}

void CardHeader::setCaption(const QString &caption)
{
    m_caption->setText(caption);
}

void CardHeader::setTitleControl(QWidget *control)
{
    m_title->hide();
    m_row->insertWidget(0, control);
    keepHelpLast();
}

void CardHeader::addControl(QWidget *control)
{
    m_row->addWidget(control);
    keepHelpLast();
}

QToolButton *CardHeader::addButton(const char *name, const QString &text, const QString &toolTip)
{
    QToolButton *button = bareButton(text, name);
    button->setToolTip(toolTip);
    addControl(button);
    return button;
}

void CardHeader::keepHelpLast()
{
    if (m_help) {
        // Taken out and put back: so it comes last for the Tab key, too, which goes in the order of arrival.
        m_help->setParent(nullptr);
        m_row->addWidget(m_help);
    }
}

void paintCard(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    const Palette colours(palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline());
    painter.setBrush(colours.card());
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

Card::Card(CardHeader *header, QWidget *content, QWidget *parent)
    : QWidget(parent), m_header(header), m_content(content)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (header) {
        layout->addWidget(header);
    }
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(sideMargin, header ? 4 : topMargin, sideMargin, topMargin);
    inner->addWidget(content);
    layout->addLayout(inner, 1);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, rect(), palette());
}

CardDock::CardDock(const QString &name, const QString &title, CardHeader *header, QWidget *content, QWidget *parent)
    : QDockWidget(title, parent), m_content(content)
{
    setObjectName(name);
    setTitleBarWidget(header);
    header->setToolTip(tr("Drag to move or detach this panel, double-click to see it alone"));
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(sideMargin, 4, sideMargin, topMargin);
    layout->addWidget(content);
    setWidget(body);
}

int CardDock::wantedHeight() const
{
    const QMargins margins = widget()->layout()->contentsMargins();
    return titleBarWidget()->sizeHint().height() + margins.top() + m_content->sizeHint().height() + margins.bottom();
}

void CardDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, rect(), palette());
}

void CardDock::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(isFloating() ? tr("Put back") : tr("Detach"), this, [this] { setFloating(!isFloating()); });
    menu.addAction(tr("Close"), this, &QWidget::close);
    menu.exec(event->globalPos());
}
