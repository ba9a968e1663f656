// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pathbox.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"

#include <QDir>
#include <QLineEdit>
#include <QToolButton>

PathBox::PathBox(const QString &what, const QString &hint, const char *name)
    : m_line(new QLineEdit), m_button(textButton(QStringLiteral("…")))
{
    rowIn(this, 4, {{m_line, 1}, m_button});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(m_line);
    m_line->setObjectName(QLatin1String(name));
    m_line->setPlaceholderText(hint);
    m_line->setAccessibleName(what);
    m_button->setObjectName(QLatin1String(name) + QStringLiteral("Button"));
    m_button->setToolTip(tr("Choose: %1").arg(what));
    m_button->setAccessibleName(m_button->toolTip());
    connect(m_line, &QLineEdit::editingFinished, this, &PathBox::tell);
}

QString PathBox::path() const
{
    const QString text = m_line->text().trimmed();
    return text.startsWith(QLatin1String("~/")) ? QDir::homePath() + text.mid(1) : text;
}

void PathBox::setPath(const QString &path)
{
    m_line->setText(path);
    tell();
}

void PathBox::tell()
{
    if (m_told != path()) {
        m_told = path();
        m_line->setToolTip(m_told);
        Q_EMIT chosen(m_told);
    }
}
