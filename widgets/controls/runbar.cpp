// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/runbar.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/progress.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

RunBar::RunBar(QWidget *parent)
    : QWidget(parent),
      m_bar(new QProgressBar),
      m_text(new Label(Label::Kind::Caption)),
      m_cancel(textButton(tr("Cancel")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(80);
    connect(m_cancel, &QToolButton::clicked, this, &RunBar::cancelled);
}

void RunBar::setProgress(std::size_t done, std::size_t total, const QString &what)
{
    showShare(m_bar, done, total);
    m_bar->setAccessibleName(what);
    m_text->setText(what);
}

QString RunBar::text() const
{
    return m_text->text();
}
