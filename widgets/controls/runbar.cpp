// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/runbar.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/label.h"

#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

RunBar::RunBar(QWidget *parent) : QWidget(parent), m_bar(new QProgressBar), m_text(new Label(Label::Kind::Caption))
{
    QToolButton *cancel = textButton(tr("Cancel"), "cancelRunButton");
    rowIn(this, 12, {{m_bar, 1}, m_text, cancel});
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(80);
    connect(cancel, &QToolButton::clicked, this, &RunBar::cancelled);
}

void RunBar::setProgress(std::size_t done, std::size_t total, const QString &what)
{
    showShare(m_bar, done, total);
    m_bar->setAccessibleName(what);
    m_text->setText(what);
}

void showShare(QProgressBar *bar, std::size_t done, std::size_t total)
{
    constexpr int steps = 1000; // counts of a large set may not fit an int
    bar->setRange(0, steps);
    bar->setValue(total == 0 ? 0
                             : static_cast<int>(std::lround(steps * static_cast<double>(std::min(done, total)) /
                                                            static_cast<double>(total))));
}

QString timeLeft(std::optional<double> seconds)
{
    if (!seconds) {
        return {};
    }
    constexpr double minute = 60, hour = 3600;
    if (*seconds < 1.5 * minute) {
        return RunBar::tr("%1 s left").arg(std::max(1, static_cast<int>(std::ceil(*seconds))));
    }
    return *seconds < 1.5 * hour ? RunBar::tr("%1 min left").arg(static_cast<int>(std::ceil(*seconds / minute)))
                                 : RunBar::tr("%1 h left").arg(static_cast<int>(std::ceil(*seconds / hour)));
}
