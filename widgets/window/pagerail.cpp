// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/pagerail.h"

#include "widgets/style/palette.h"
#include "widgets/controls/buttons.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

PageRail::PageRail(QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 12, 8, 12);
    m_column->setSpacing(6);
    m_column->addStretch();
    connect(m_buttons, &QButtonGroup::idClicked, this, &PageRail::pageChosen);
    hide();
}

QToolButton *PageRail::addPage(const QString &title, const QIcon &icon)
{
    QToolButton *button = bareButton(title);
    button->setIcon(icon);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int index = count();
    m_buttons->addButton(button, index);
    button->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    button->setToolTip(tr("%1 (%2)").arg(title, button->shortcut().toString(QKeySequence::NativeText)));
    m_column->insertWidget(index, button);
    setVisible(count() > 1);
    return button;
}

void PageRail::setCurrent(int index)
{
    if (QAbstractButton *button = m_buttons->button(index)) {
        button->setChecked(true);
    }
}

int PageRail::count() const
{
    return static_cast<int>(m_buttons->buttons().size());
}

void PageRail::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.card());
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.hairline());
}
