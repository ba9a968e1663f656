// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/presenter.h"

#include "widgets/inspect/inspectpage.h"
#include "widgets/page/spotlight.h"
#include "widgets/session/preferences.h"
#include "widgets/style/palette.h"
#include "widgets/style/zoom.h"
#include "widgets/trace/layerbar.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QCursor>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

/// A ring around the pointer, which is hard to find from the last row.
class PointerHalo : public QWidget {
public:
    explicit PointerHalo(QWidget *window) : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAccessibleName({});
        resize(side, side);
        hide();
    }

    static constexpr int side = 72;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor colour = Palette(palette()).highlighter();
        colour.setAlphaF(0.2F);
        painter.setBrush(colour);
        painter.setPen(QPen(Palette(palette()).accent(), 3));
        painter.drawEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
    }
};

namespace {

constexpr double larger = 1.6;        ///< than the user's type
constexpr double smallestType = 0.85; ///< of any text, as a multiple of the type around it
constexpr int keysMilliseconds = 8000;

} // namespace

Presenter::Presenter(MainWindow &window, QList<QWidget *> chrome, Zoom &zoom, const Preferences &preferences)
    : QObject(&window), m_window(window), m_chrome(std::move(chrome)), m_zoom(zoom), m_preferences(preferences)
{
    m_keysTimer.setSingleShot(true);
    m_keysTimer.setInterval(keysMilliseconds);
    connect(&m_keysTimer, &QTimer::timeout, this, [this] {
        if (m_keys != nullptr) {
            m_keys->hide();
        }
    });
    m_followTimer.setInterval(33); // most widgets do not hear of a pointer that moves with no button pressed
    connect(&m_followTimer, &QTimer::timeout, this, &Presenter::followPointer);
}

Presenter::~Presenter()
{
    qApp->removeEventFilter(this);
}

void Presenter::enter()
{
    if (std::exchange(m_on, true)) {
        return;
    }
    m_wasFullScreen = m_window.isFullScreen();
    m_zoomBefore = m_zoom.percent();
    for (QWidget *widget : std::as_const(m_chrome)) {
        widget->hide();
    }
    const double points = QApplication::font().pointSizeF() * 100 / m_zoomBefore;
    const double readable = 100 * smallestPoints / smallestType / std::max(points, 1.0);
    m_zoom.set(static_cast<int>(std::ceil(std::max(m_zoomBefore * larger, readable))));
    m_window.setWindowState(m_window.windowState() | Qt::WindowFullScreen);
    if (m_halo == nullptr) {
        m_halo = new PointerHalo(&m_window);
        m_keys = new QLabel(&m_window);
        m_keys->setObjectName(QStringLiteral("presenterKeys"));
        m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_keys->setAlignment(Qt::AlignCenter);
        m_keys->setAutoFillBackground(true);
        m_keys->setMargin(12);
        m_keys->setWordWrap(true);
    }
    qApp->installEventFilter(this);
    m_followTimer.start();
    showKeys();
}

void Presenter::leave()
{
    if (!std::exchange(m_on, false)) {
        return;
    }
    qApp->removeEventFilter(this);
    m_followTimer.stop();
    m_halo->hide();
    m_keys->hide();
    for (const Page *page : m_window.pages()) {
        page->spotlight()->showAll();
    }
    setContrast(false);
    m_zoom.set(m_zoomBefore);
    for (QWidget *widget : std::as_const(m_chrome)) {
        widget->show();
    }
    if (!m_wasFullScreen) {
        m_window.setWindowState(m_window.windowState() & ~Qt::WindowFullScreen);
    }
}

void Presenter::setContrast(bool high)
{
    if (std::exchange(m_highContrast, high) != high) {
        setColourScheme(high ? ColourScheme::HighContrast : m_preferences.colourScheme());
    }
}

void Presenter::showKeys()
{
    m_keys->setText(
        tr("Page keys: card after card · F5: play the layers, F6 slower, F7 faster · F8: contrast · Ctrl+Plus, "
           "Ctrl+Minus: type · Esc: back · F1: these keys"));
    placeKeys();
    m_keys->show();
    m_keys->raise();
    m_keysTimer.start();
}

void Presenter::placeKeys()
{
    const int width = m_window.width() * 4 / 5, height = m_keys->heightForWidth(width);
    m_keys->setGeometry((m_window.width() - width) / 2, m_window.height() - height - 24, width, height);
}

void Presenter::followPointer()
{
    if (m_keys->isVisible()) {
        placeKeys(); // the window and its type may have become larger only now
    }
    const QPoint at = m_window.mapFromGlobal(QCursor::pos());
    m_halo->move(at - QPoint(PointerHalo::side, PointerHalo::side) / 2);
    m_halo->setVisible(m_window.rect().contains(at));
    m_halo->raise();
}

bool Presenter::hasKey(const QKeyEvent &press)
{
    static constexpr std::array keys{Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_F1,  Qt::Key_F5,    Qt::Key_F6,
                                     Qt::Key_F7,       Qt::Key_F8,     Qt::Key_F11, Qt::Key_Escape};
    return ((press.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && std::ranges::count(keys, press.key()) > 0) ||
           press.matches(QKeySequence::ZoomIn) || press.matches(QKeySequence::ZoomOut);
}

void Presenter::pressed(const QKeyEvent &press)
{
    Spotlight *spotlight = m_window.currentPage()->spotlight();
    LayerBar *layers = m_window.inspectPage()->layerBar();
    if (press.modifiers() & ~Qt::KeypadModifier) {
        m_zoom.step(press.matches(QKeySequence::ZoomIn) ? 1 : -1);
        return;
    }
    switch (press.key()) {
    case Qt::Key_PageDown:
        spotlight->step(1);
        break;
    case Qt::Key_PageUp:
        spotlight->step(-1);
        break;
    case Qt::Key_F1:
        showKeys();
        break;
    case Qt::Key_F5:
        layers->toggle();
        break;
    case Qt::Key_F6:
        layers->changePace(-1);
        break;
    case Qt::Key_F7:
        layers->changePace(1);
        break;
    case Qt::Key_F8:
        setContrast(!m_highContrast);
        break;
    case Qt::Key_Escape:
        if (spotlight->card() != nullptr) {
            spotlight->showAll();
            break;
        }
        leave();
        break;
    default:
        leave(); // F11
    }
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    // Dialogs, menus and explanations have their own keys.
    if (widget == nullptr || widget->window() != &m_window || QApplication::activePopupWidget() != nullptr) {
        return false;
    }
    const bool asked = event->type() == QEvent::ShortcutOverride; // whether the key is for a shortcut of the page
    if ((asked || event->type() == QEvent::KeyPress) && hasKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        if (!asked) {
            pressed(*static_cast<QKeyEvent *>(event));
        }
        return true;
    }
    return false;
}
