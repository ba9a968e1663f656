// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monkeyevent.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPointer>
#include <QSet>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <array>
#include <cmath>
#include <ctime>
#include <functional>

/// Clicks, drags, types and resizes at random in the windows of this program, as fast as they take it, also in the
/// menus and dialogs that come up. Input goes through the window system's queue, as a user's does.
class Monkey : public QObject {
public:
    /// A thing that only this program can be asked for, such as to open another model: called with a share.
    using Request = std::function<void(double)>;

    /// Files are chosen in `folder` and written there. `check` says what is wrong with the program's state, if anything.
    Monkey(std::uint64_t seed, int count, QString folder, QFile &log, QList<Request> requests,
           std::function<QString()> check)
        : m_dice(seed),
          m_count(count),
          m_folder(std::move(folder)),
          m_log(log),
          m_requests(std::move(requests)),
          m_check(std::move(check))
    {
    }

    /// Goes on until all events are done, the last window is closed, or something is wrong.
    void run()
    {
        const auto planned = connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                                     this, [this] { plan(); });
        m_turn = processorTime();
        plan();
        QApplication::exec(); // ends the loops of open menus and dialogs, too
        disconnect(planned);
        m_planned = false;
    }

    [[nodiscard]] bool finished() const { return m_done >= m_count || !m_complaint.isEmpty(); }
    [[nodiscard]] int done() const { return m_done; }
    void complain(const QString &what)
    {
        if (m_complaint.isEmpty()) {
            m_complaint = QStringLiteral("after event %1: %2").arg(m_done).arg(what);
        }
    }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; } ///< classes of what was clicked and opened
    [[nodiscard]] double longestTurn() const { return m_longest; }     ///< processor seconds

private:
    /// Seconds that this thread has computed: other programs do not count.
    [[nodiscard]] static double processorTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    }

    /// Has the next event come in this or the innermost nested event loop, once that has nothing else to do.
    void plan()
    {
        const double now = processorTime();
        m_longest = std::max(m_longest, now - m_turn);
        if (now - m_turn > longestAllowed) {
            complain(QStringLiteral("the window stood still for %1 s of computing").arg(now - m_turn));
        }
        m_turn = now;
        if (!m_planned) {
            m_planned = true;
            QMetaObject::invokeMethod(
                this, [this] { step(); }, Qt::QueuedConnection);
        }
    }

    void step()
    {
        m_planned = false;
        if (finished()) {
            QApplication::exit();
            return;
        }
        const MonkeyEvent event = m_dice.next();
        ++m_done;
        const QString place = QStringLiteral("%1 %2 %3 %4").arg(event.a).arg(event.b).arg(event.c).arg(event.d);
        m_log.write(
            QStringLiteral("%1: kind %2 at %3\n").arg(m_done).arg(static_cast<int>(event.kind)).arg(place).toUtf8());
        m_log.flush(); // is to be read after a crash
        perform(event);
        if (const QString wrong = m_check(); !wrong.isEmpty()) {
            complain(wrong);
        }
        if (finished()) {
            QApplication::exit();
        }
    }

    void perform(const MonkeyEvent &event);
    void answer(QFileDialog &dialog, const MonkeyEvent &event);
    void press(const MonkeyEvent &event, QWindow *window, QPoint place, Qt::MouseButton button);
    void drag(const MonkeyEvent &event, QWidget &host);
    void wheel(const MonkeyEvent &event, QWidget &host);
    void key(const MonkeyEvent &event, QWidget &host);
    void type(const MonkeyEvent &event);
    void drop(const MonkeyEvent &event, QWidget &host);
    static void release(QWindow *window, Qt::MouseButton button, Qt::KeyboardModifiers held, QPoint place);
    [[nodiscard]] static QPoint within(const QWindow &window, QPoint place)
    {
        return {std::clamp(place.x(), 0, window.width() - 1), std::clamp(place.y(), 0, window.height() - 1)};
    }
    [[nodiscard]] static QPoint spot(const QWidget &host, double x, double y)
    {
        const QSize size = host.windowHandle()->size();
        return {static_cast<int>(x * size.width()), static_cast<int>(y * size.height())};
    }
    [[nodiscard]] static QWidget *host(double choice);
    [[nodiscard]] QPoint aim(QWidget &host, const MonkeyEvent &event);

    template <class Range>
    [[nodiscard]] static const auto &pick(const Range &range, double choice)
    {
        return *(std::begin(range) + static_cast<std::ptrdiff_t>(choice * static_cast<double>(std::size(range))));
    }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double longestAllowed = 60;
#else
    static constexpr double longestAllowed = 4;
#endif

    MonkeyDice m_dice;
    const int m_count;
    const QString m_folder;
    QFile &m_log;
    const QList<Request> m_requests;
    const std::function<QString()> m_check;
    QSet<QString> m_seen;
    QString m_complaint;
    int m_done = 0;
    bool m_planned = false;
    double m_turn = 0, m_longest = 0;
};

/// What takes the input now: a menu or popover, else a dialog, else mostly the first window and at times another one.
inline QWidget *Monkey::host(double choice)
{
    if (QWidget *popup = QApplication::activePopupWidget()) {
        return popup;
    }
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        return dialog;
    }
    QList<QWidget *> windows;
    for (QWindow *window : QGuiApplication::topLevelWindows()) { // in the order in which they were made
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->windowHandle() == window && widget->isVisible() && widget->windowType() != Qt::ToolTip) {
                windows.append(widget);
            }
        }
    }
    return windows.isEmpty() ? nullptr : pick(windows, choice < 0.8 ? 0.0 : choice);
}

/// A place in the window: two of three times on something that can be used, else anywhere.
inline QPoint Monkey::aim(QWidget &host, const MonkeyEvent &event)
{
    QList<QWidget *> usable;
    if (event.d < 0.67) {
        for (QWidget *widget : host.findChildren<QWidget *>()) {
            if (widget->window() == &host && widget->isVisible() && widget->isEnabled() &&
                widget->focusPolicy() != Qt::NoFocus && !widget->visibleRegion().isEmpty()) {
                usable.append(widget);
            }
        }
    }
    if (usable.isEmpty()) {
        return spot(host, event.a, event.b);
    }
    QWidget *widget = pick(usable, event.c);
    m_seen.insert(QString::fromLatin1(widget->metaObject()->className()));
    const QRect part = widget->visibleRegion().boundingRect();
    const QPoint place(static_cast<int>(event.a * part.width()), static_cast<int>(event.b * part.height()));
    return within(*host.windowHandle(), widget->mapTo(&host, part.topLeft() + place));
}

inline void Monkey::perform(const MonkeyEvent &event)
{
    if (auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
        answer(*files, event); // and never click in it: it can rename and delete
        return;
    }
    QWidget *target = host(event.b);
    if (target == nullptr || target->windowHandle() == nullptr) {
        return;
    }
    m_seen.insert(QString::fromLatin1(target->metaObject()->className()));
    using Kind = MonkeyEvent::Kind;
    QWindow *window = target->windowHandle();
    switch (event.kind) {
    case Kind::Click:
        press(event, window, aim(*target, event), Qt::LeftButton);
        break;
    case Kind::Point:
        QTest::mouseClick(window, Qt::LeftButton, {}, spot(*target, event.a, event.b));
        break;
    case Kind::Menu:
        press(event, window, aim(*target, event), Qt::RightButton);
        break;
    case Kind::Twice:
        QTest::mouseDClick(window, Qt::LeftButton, {}, aim(*target, event));
        break;
    case Kind::Drag:
        drag(event, *target);
        break;
    case Kind::Hover:
        QTest::mouseMove(window, aim(*target, event));
        break;
    case Kind::Wheel:
        wheel(event, *target);
        break;
    case Kind::Key:
        key(event, *target);
        break;
    case Kind::Type:
        type(event);
        break;
    case Kind::Resize:
        if (QWidget *main = host(0); main != nullptr && main->windowType() == Qt::Window) {
            main->resize(300 + static_cast<int>(event.a * 1620), 250 + static_cast<int>(event.b * 950));
        }
        break;
    case Kind::Theme: {
        const bool dark = event.a < 0.5;
        QPalette palette(dark ? QColor(0x24, 0x27, 0x2d) : QColor(0xf0, 0xf1, 0xf4));
        palette.setColor(QPalette::Base, dark ? QColor(0x1b, 0x1e, 0x23) : QColor(Qt::white));
        QApplication::setPalette(palette);
        m_seen.insert(dark ? QStringLiteral("dark") : QStringLiteral("light"));
        break;
    }
    case Kind::Drop:
        drop(event, *target);
        break;
    case Kind::Ask:
        pick(m_requests, event.a)(event.b);
        break;
    case Kind::Rest:
        QTest::qWait(static_cast<int>(event.a * 40));
        break;
    case Kind::Count:
        break;
    }
}

/// Cancels it, or chooses something in the monkey's own folder.
inline void Monkey::answer(QFileDialog &dialog, const MonkeyEvent &event)
{
    m_seen.insert(QStringLiteral("QFileDialog"));
    if (event.a < 0.3) {
        dialog.reject();
        return;
    }
    if (dialog.acceptMode() == QFileDialog::AcceptSave) {
        const QString kind = dialog.selectedNameFilter().section(QStringLiteral("*."), 1, 1).section(u')', 0, 0);
        const QString name =
            QStringLiteral("saved-%1.%2").arg(static_cast<int>(event.b * 5)).arg(kind.section(u' ', 0, 0));
        dialog.selectFile(QDir(m_folder).filePath(name));
    } else {
        const bool folder = dialog.fileMode() == QFileDialog::Directory;
        const QStringList names = QDir(m_folder).entryList(
            folder ? QDir::Dirs | QDir::NoDotAndDotDot : QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
        dialog.selectFile(QDir(m_folder).filePath(names.isEmpty() ? QString() : pick(names, event.b)));
    }
    static_cast<QDialog &>(dialog).accept();
}

/// Over the window that was pressed, or, where the press closed it, over the one that has come to the front.
inline void Monkey::release(QWindow *window, Qt::MouseButton button, Qt::KeyboardModifiers held, QPoint place)
{
    QWindow *over = window != nullptr && window->isVisible() ? window : QGuiApplication::focusWindow();
    if (over != nullptr && over->width() > 0 && over->height() > 0) {
        QTest::mouseRelease(over, button, held, within(*over, place));
    }
}

inline void Monkey::press(const MonkeyEvent &event, QWindow *window, QPoint place, Qt::MouseButton button)
{
    constexpr std::array modifiers{Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,    Qt::NoModifier,
                                   Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier};
    const Qt::KeyboardModifiers held = pick(modifiers, std::fmod(event.d * 8, 1.0));
    const QPointer<QWindow> pressed(window);
    QTest::mousePress(window, button, held, place);
    release(pressed, button, held, place);
}

inline void Monkey::drag(const MonkeyEvent &event, QWidget &host)
{
    QPointer<QWindow> window(host.windowHandle());
    const QPoint from = aim(host, event);
    const QPoint to = spot(host, event.c, event.d);
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 3 && window; ++step) {
        QTest::mouseMove(window, within(*window, from + (to - from) * step / 3));
    }
    release(window, Qt::LeftButton, {}, to);
}

inline void Monkey::wheel(const MonkeyEvent &event, QWidget &host)
{
    const QPoint place = aim(host, event);
    const int turn = static_cast<int>((event.a - 0.5) * 960);
    const QPoint angle = event.b < 0.8 ? QPoint(0, turn) : QPoint(turn, 0);
    QWheelEvent turned(place, host.mapToGlobal(place), {}, angle, Qt::NoButton,
                       event.c < 0.8 ? Qt::NoModifier : Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(host.windowHandle(), &turned);
}

inline void Monkey::key(const MonkeyEvent &event, QWidget &host)
{
    const auto [chosen, held] = keyOf(event);
    if (chosen == Qt::Key_Q && event.c < 0.9) {
        return; // it ends the program: seldom
    }
    // A key may close and delete the window (a dialog, a popup): QTest::keyClick would go on with it, between its
    // events for Ctrl and for the letter too.
    const QPointer<QWindow> window = host.windowHandle();
    const char sign = QTest::keyToAscii(chosen);
    const QString text = sign != 0 ? QString(QLatin1Char(sign)) : QString();
    QTest::simulateEvent(window, true, chosen, held, text, false);
    if (window) {
        QTest::simulateEvent(window, false, chosen, held, text, false);
    }
}

/// Into whatever has the focus, as an input method does.
inline void Monkey::type(const MonkeyEvent &event)
{
    static const QStringList words{
        QStringLiteral("good "),       QStringLiteral("not a bad film, "),
        QStringLiteral("x"),           QStringLiteral("0.5"),
        QStringLiteral("naïve 電影 "), QStringLiteral("\U0001F3AC\U0001F468‍\U0001F469‍\U0001F467 "),
        QStringLiteral("فيلم جيد "),   QStringLiteral("e\u0301\u0323 [MASK] ##ing "),
        QStringLiteral("\n\n"),        QStringLiteral("the film is good. ").repeated(30)};
    if (QObject *focus = QGuiApplication::focusObject()) {
        QInputMethodEvent committed;
        committed.setCommitString(pick(words, event.a));
        QCoreApplication::sendEvent(focus, &committed);
    }
}

inline void Monkey::drop(const MonkeyEvent &event, QWidget &host)
{
    QMimeData dropped;
    if (event.a < 0.2) {
        dropped.setText(QStringLiteral("a good film, dropped"));
    } else {
        const QStringList names = QDir(m_folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
        dropped.setUrls({QUrl::fromLocalFile(QDir(m_folder).filePath(pick(names, event.b)))});
    }
    const QPoint place = aim(host, event);
    QWidget *target = host.childAt(place);
    while (target != nullptr && !target->acceptDrops() && target != &host) {
        target = target->parentWidget();
    }
    if (target == nullptr || !target->acceptDrops()) {
        return;
    }
    const QPoint there = target->mapFrom(&host, place);
    QDragEnterEvent entering(there, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &entering);
    if (entering.isAccepted()) {
        QDropEvent dropping(QPointF(there), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(target, &dropping);
    }
}
