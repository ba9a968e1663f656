// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/buttons.h"

#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

QToolButton *textButton(const QString &text, const char *name)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setObjectName(QLatin1String(name));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *bareButton(const QString &text, const char *name)
{
    QToolButton *button = textButton(text, name);
    button->setAutoRaise(true);
    return button;
}

QPushButton *primaryButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setDefault(true);
    return button;
}

QIcon maskIcon(const QString &name)
{
    QIcon icon(QStringLiteral(":/icons/%1.svg").arg(name));
    icon.setIsMask(true);
    return icon;
}

QTabBar *joinedButtons(const QStringList &labels)
{
    auto *buttons = new QTabBar;
    for (const QString &label : labels) {
        buttons->addTab(label);
    }
    buttons->setDrawBase(false);
    buttons->setExpanding(false);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return buttons;
}

void setToolTips(QTabBar *buttons, const QStringList &toolTips)
{
    for (int i = 0; i < toolTips.size(); ++i) {
        buttons->setTabToolTip(i, toolTips[i]);
    }
}
