// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/windowswitcher.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"

#include <QAction>
#include <QToolButton>

WindowSwitcher::WindowSwitcher(QWidget *parent)
    : QWidget(parent),
      m_before(new QAction(tr("Previous part of a long text"), this)),
      m_after(new QAction(tr("Next part of a long text"), this)),
      m_previous(bareButton({}, "previousPartButton")),
      m_label(new Label(Label::Kind::Caption)),
      m_next(bareButton({}, "nextPartButton"))
{
    const auto set = [this](QAction *action, const char *name, const QString &sign, int key, int by) {
        action->setObjectName(QLatin1String(name));
        action->setIconText(sign);
        action->setShortcut(QKeySequence(Qt::CTRL | key));
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
        addAction(action); // the keys work wherever this can be seen
    };
    set(m_before, "previousPart", QStringLiteral("‹"), Qt::Key_PageUp, -1);
    set(m_after, "nextPart", QStringLiteral("›"), Qt::Key_PageDown, 1);
    m_before->setToolTip(tr("Part before this one (Ctrl+Page Up)"));
    m_previous->setDefaultAction(m_before);
    m_previous->setAccessibleName(tr("Previous part of the text"));
    m_after->setToolTip(tr("Part after this one (Ctrl+Page Down)"));
    m_next->setDefaultAction(m_after);
    m_next->setAccessibleName(tr("Next part of the text"));
    m_label->setToolTip(tr("The text is longer than the model reads at once; it is shown in parts."));
    rowIn(this, 2, {m_previous, m_label, m_next});
    setWindow(0, 1);
}

void WindowSwitcher::setWindow(std::size_t window, std::size_t windows)
{
    m_window = window;
    m_windows = windows;
    m_label->setText(tr("part %1 of %2").arg(window + 1).arg(windows));
    m_before->setEnabled(window > 0);
    m_after->setEnabled(window + 1 < windows);
    setVisible(windows > 1);
}

void WindowSwitcher::step(int by)
{
    const auto window = static_cast<std::ptrdiff_t>(m_window) + by;
    if (window >= 0 && window < static_cast<std::ptrdiff_t>(m_windows)) {
        Q_EMIT windowChosen(static_cast<std::size_t>(window));
    }
}
