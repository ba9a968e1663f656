// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/choices.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>

namespace {

void showChosen(QComboBox *box)
{
    box->setToolTip(box->currentData(Qt::ToolTipRole).toString());
    if (!box->hasFrame()) {
        box->setMinimumContentsLength(static_cast<int>(box->currentText().size())); // it takes what its text needs
    }
}

} // namespace

QComboBox *choiceBox(const QString &what, const char *name, bool frame)
{
    auto *box = new QComboBox;
    box->setFrame(frame);
    // In a frame it is as wide as its widest choice: choosing moves nothing.
    box->setSizeAdjustPolicy(frame ? QComboBox::AdjustToContents : QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    box->setAccessibleName(what);
    box->setObjectName(QLatin1String(name));
    QObject::connect(box, &QComboBox::currentIndexChanged, box, [box] { showChosen(box); });
    return box;
}

void setChoices(QComboBox *box, const QList<Choice> &choices)
{
    const QVariant before = box->currentData();
    {
        const QSignalBlocker quiet(box);
        box->clear();
        for (const Choice &choice : choices) {
            box->addItem(choice.text, choice.value);
            box->setItemData(box->count() - 1, choice.toolTip, Qt::ToolTipRole);
        }
        box->setCurrentIndex(before.isValid() ? std::max(0, box->findData(before)) : 0);
    }
    showChosen(box);
    if (box->currentData() != before) {
        Q_EMIT box->currentIndexChanged(box->currentIndex());
    }
}

void choose(QComboBox *box, const QVariant &value)
{
    if (const int index = box->findData(value); index >= 0) {
        box->setCurrentIndex(index);
    }
}
