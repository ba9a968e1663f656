// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/layouts.h"

#include <QBoxLayout>

namespace {

QBoxLayout *fill(QBoxLayout *box, int spacing, std::initializer_list<LayoutPart> parts)
{
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(spacing);
    for (const LayoutPart &part : parts) {
        if (part.layout) {
            box->addLayout(part.layout, part.stretch);
        } else {
            box->addWidget(part.widget, part.stretch);
        }
    }
    return box;
}

} // namespace

QBoxLayout *columnIn(QWidget *widget, int spacing, std::initializer_list<LayoutPart> parts)
{
    return fill(new QBoxLayout(QBoxLayout::TopToBottom, widget), spacing, parts);
}

QBoxLayout *rowIn(QWidget *widget, int spacing, std::initializer_list<LayoutPart> parts)
{
    return fill(new QBoxLayout(QBoxLayout::LeftToRight, widget), spacing, parts);
}
