// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/page.h"

#include "widgets/page/rationaledata.h"
#include "widgets/page/spotlight.h"
#include "widgets/session/preferences.h"

#include <QDataStream>
#include <QDragEnterEvent>
#include <QIODevice>

namespace {

constexpr int layoutVersion = 1; // raise when panels change so that an old layout no longer fits

} // namespace

Page::Page(const QString &name, Preferences &preferences, QWidget *parent)
    : QMainWindow(parent), m_preferences(preferences), m_spotlight(new Spotlight(this))
{
    setObjectName(name);
    setWindowFlags(Qt::Widget); // QMainWindow makes itself a window of its own otherwise
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void Page::saveLayout() const
{
    if (!m_restored) {
        return; // never shown: what was saved still holds
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << saveState(layoutVersion) << arrangement();
    m_preferences.setLayout(objectName(), bytes);
}

void Page::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_restored) {
        m_restored = true;
        restoreLayout(); // not before: sizes mean nothing until the page has one
        m_spotlight->listen();
    }
}

void Page::acceptData(std::function<void(const QString &)> open)
{
    m_openData = std::move(open);
    setAcceptDrops(true);
}

void Page::dragEnterEvent(QDragEnterEvent *event)
{
    // A main window may accept drops that nobody asked for: for its docks, in Qt 6.8.
    if (!m_openData || droppedRationales(*event->mimeData()).isEmpty()) {
        event->ignore(); // the window takes what else can be dropped
    } else {
        event->acceptProposedAction();
    }
}

void Page::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_openData(droppedRationales(*event->mimeData()));
}

void Page::restoreLayout()
{
    const QByteArray bytes = m_preferences.layout(objectName());
    QDataStream stream(bytes);
    QByteArray state, own;
    stream >> state >> own;
    if (stream.status() == QDataStream::Ok && restoreState(state, layoutVersion)) {
        setArrangement(own);
    } else {
        resetLayout();
    }
}
