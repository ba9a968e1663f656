// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

class MainWindow;
class PointerHalo;
class Preferences;
class QKeyEvent;
class QLabel;
class QWidget;
class Zoom;

/// Shows the window for an audience: the whole screen without menus and page list, type that the last row can read, and by
/// the Page keys, which clickers send, one card after the other. Nothing of it is kept.
class Presenter : public QObject {
    Q_OBJECT

public:
    /// No label is smaller than this.
    static constexpr double smallestPoints = 18;

    /// `chrome` is not shown meanwhile. Zoom and preferences must outlive it.
    Presenter(MainWindow &window, QList<QWidget *> chrome, Zoom &zoom, const Preferences &preferences);
    ~Presenter() override;

    [[nodiscard]] bool isOn() const { return m_on; }
    void enter();
    void leave();
    void toggle() { m_on ? leave() : enter(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] static bool hasKey(const QKeyEvent &press);
    void pressed(const QKeyEvent &press);
    void setContrast(bool high);
    void showKeys();
    void placeKeys();
    void followPointer();

    MainWindow &m_window;
    QList<QWidget *> m_chrome;
    Zoom &m_zoom;
    const Preferences &m_preferences;
    PointerHalo *m_halo = nullptr;
    QLabel *m_keys = nullptr; ///< what the keys do
    QTimer m_keysTimer, m_followTimer;
    bool m_on = false, m_highContrast = false;
    bool m_wasFullScreen = false;
    int m_zoomBefore = 100;
};
