// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/named.h"

#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"

#include <QBoxLayout>

QWidget *named(const QString &name, QWidget *control, QWidget *beside)
{
    auto *pair = new QWidget;
    auto *label = new Label(Label::Kind::Caption, name.isEmpty() ? QStringLiteral(" ") : name);
    label->setBuddy(control);
    QBoxLayout *row = rowIn(nullptr, 4, {control});
    if (beside) {
        row->addWidget(beside);
    }
    if (control->sizePolicy().horizontalPolicy() != QSizePolicy::Expanding) {
        row->addStretch();
    }
    columnIn(pair, 2, {label, row});
    if (control->accessibleName().isEmpty() && !name.isEmpty()) {
        control->setAccessibleName(name);
    }
    return pair;
}
