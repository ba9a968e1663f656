// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/windowswitcher.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"

#include <QHBoxLayout>
#include <QToolButton>

WindowSwitcher::WindowSwitcher(QWidget *parent)
    : QWidget(parent),
      m_previous(bareButton(QStringLiteral("‹"))),
      m_label(new Label(Label::Kind::Caption)),
      m_next(bareButton(QStringLiteral("›")))
{
    m_previous->setToolTip(tr("Part before this one (Ctrl+Page Up)"));
    m_previous->setAccessibleName(tr("Previous part of the text"));
    m_next->setToolTip(tr("Part after this one (Ctrl+Page Down)"));
    m_next->setAccessibleName(tr("Next part of the text"));
    m_label->setToolTip(tr("The text is longer than the model reads at once; it is shown in parts."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_previous);
    row->addWidget(m_label);
    row->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    setWindow(0, 1);
}

void WindowSwitcher::setWindow(std::size_t window, std::size_t windows)
{
    m_window = window;
    m_windows = windows;
    m_label->setText(tr("part %1 of %2").arg(window + 1).arg(windows));
    m_previous->setEnabled(window > 0);
    m_next->setEnabled(window + 1 < windows);
    setVisible(windows > 1);
}

void WindowSwitcher::step(int by)
{
    const auto window = static_cast<std::ptrdiff_t>(m_window) + by;
    if (window >= 0 && window < static_cast<std::ptrdiff_t>(m_windows)) {
        Q_EMIT windowChosen(static_cast<std::size_t>(window));
    }
}
