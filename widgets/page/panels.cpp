// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/panels.h"

#include "widgets/controls/card.h"

#include <QAction>
#include <QMainWindow>
#include <QMouseEvent>

#include <numeric>
#include <utility>

Panels::Panels(QMainWindow *page, std::function<void()> fit) : QObject(page), m_page(page), m_fit(std::move(fit))
{
    page->installEventFilter(this);
}

CardDock *Panels::add(const QString &name, const QString &title, CardHeader *header, QWidget *content,
                      Qt::DockWidgetArea area)
{
    auto *dock = new CardDock(name, title, header, content, m_page);
    dock->toggleViewAction()->setObjectName(name + QStringLiteral("Panel"));
    m_panels.append({dock, area});
    m_page->addDockWidget(area, dock, area == Qt::BottomDockWidgetArea ? Qt::Horizontal : Qt::Vertical);
    return dock;
}

QList<CardDock *> Panels::shownIn(Qt::DockWidgetArea area) const
{
    QList<CardDock *> shown;
    for (const Panel &panel : m_panels) {
        if (panel.dock->isVisibleTo(m_page) && !panel.dock->isFloating() &&
            m_page->dockWidgetArea(panel.dock) == area) {
            shown.append(panel.dock);
        }
    }
    return shown;
}

QList<QAction *> Panels::actions(const QList<CardDock *> &hidden) const
{
    QList<QAction *> all;
    for (const Panel &panel : m_panels) {
        if (!hidden.contains(panel.dock)) {
            all.append(panel.dock->toggleViewAction());
        }
    }
    return all;
}

void Panels::reset()
{
    for (const Panel &panel : m_panels) {
        panel.dock->setFloating(false);
        m_page->addDockWidget(panel.area, panel.dock,
                              panel.area == Qt::BottomDockWidgetArea ? Qt::Horizontal : Qt::Vertical);
        panel.dock->show();
    }
    setFitted(true);
}

void Panels::fit()
{
    if (m_fitted) {
        m_fit();
    }
}

void Panels::fitLater()
{
    if (!std::exchange(m_pending, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_pending = false;
                fit();
            },
            Qt::QueuedConnection);
    }
}

void Panels::fitContents()
{
    const int wanted = std::accumulate(m_panels.begin(), m_panels.end(), 0,
                                       [](int sum, const Panel &panel) { return sum + panel.dock->wantedHeight(); });
    if (wanted != std::exchange(m_contents, wanted)) {
        fitLater();
    }
}

void Panels::setFitted(bool fitted)
{
    m_fitted = fitted;
    fit();
}

bool Panels::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::FontChange:
        fitLater();
        break;
    case QEvent::MouseButtonPress:
        // Presses that no panel takes come here, too; only between panels there is nothing under the pointer.
        m_handlePressed = m_page->childAt(static_cast<QMouseEvent *>(event)->position().toPoint()) == nullptr;
        break;
    case QEvent::MouseMove:
        m_fitted = m_fitted && !m_handlePressed;
        break;
    case QEvent::MouseButtonRelease:
        m_handlePressed = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}
