// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/windowswitcher.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

WindowSwitcher::WindowSwitcher(QWidget *parent)
    : QWidget(parent),
      m_before(new QAction(tr("Previous part of a long text"), this)),
      m_after(new QAction(tr("Next part of a long text"), this)),
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
    m_before->setObjectName(QStringLiteral("previousPart"));
    m_before->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    m_after->setObjectName(QStringLiteral("nextPart"));
    m_after->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    addActions({m_before, m_after}); // the keys work wherever this can be seen
    connect(m_before, &QAction::triggered, this, [this] { step(-1); });
    connect(m_after, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QToolButton::clicked, m_before, &QAction::trigger);
    connect(m_next, &QToolButton::clicked, m_after, &QAction::trigger);
    setWindow(0, 1);
}

void WindowSwitcher::setWindow(std::size_t window, std::size_t windows)
{
    m_window = window;
    m_windows = windows;
    m_label->setText(tr("part %1 of %2").arg(window + 1).arg(windows));
    m_before->setEnabled(window > 0);
    m_after->setEnabled(window + 1 < windows);
    m_previous->setEnabled(m_before->isEnabled());
    m_next->setEnabled(m_after->isEnabled());
    setVisible(windows > 1);
}

void WindowSwitcher::step(int by)
{
    const auto window = static_cast<std::ptrdiff_t>(m_window) + by;
    if (window >= 0 && window < static_cast<std::ptrdiff_t>(m_windows)) {
        Q_EMIT windowChosen(static_cast<std::size_t>(window));
    }
}
