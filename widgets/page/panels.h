// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class CardDock;
class CardHeader;
class QAction;
class QMainWindow;
class QWidget;

/// The side panels of a page. They have the sizes that suit their contents and the window until the user sizes them by
/// the space between them.
class Panels : public QObject {
    Q_OBJECT

public:
    /// `fit` gives the panels their sizes. It is called when contents, type or window have changed, as long as the sizes
    /// are not the user's.
    Panels(QMainWindow *page, std::function<void()> fit);

    /// `name` identifies the panel in the saved layout.
    CardDock *add(const QString &name, const QString &title, CardHeader *header, QWidget *content,
                  Qt::DockWidgetArea area);
    /// Those that are to be seen in an area of the page, in the order of their making.
    [[nodiscard]] QList<CardDock *> shownIn(Qt::DockWidgetArea area) const;
    /// The switches of all panels but `hidden`, which come and go by themselves.
    [[nodiscard]] QList<QAction *> actions(const QList<CardDock *> &hidden = {}) const;

    /// Puts all of them where they were first, with the sizes that suit them.
    void reset();
    /// Calls `fit` now, or once everything inside the page has taken on its new size; not while the sizes are the user's.
    void fit();
    void fitLater();
    /// fitLater() if the contents ask for other heights than when it was last asked.
    void fitContents();
    /// The sizes are the program's, not the user's.
    [[nodiscard]] bool areFitted() const { return m_fitted; }
    void setFitted(bool fitted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Panel {
        CardDock *dock;
        Qt::DockWidgetArea area;
    };

    QMainWindow *m_page;
    std::function<void()> m_fit;
    QList<Panel> m_panels;
    int m_contents = 0; // height that all contents asked for
    bool m_fitted = true, m_pending = false, m_handlePressed = false;
};
