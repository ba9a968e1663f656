// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windowfixture.h"

#include "widgets/inspect/tokenmap.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

/// Milliseconds that something took, again and again.
class Timings {
public:
    void add(double ms) { m_values.push_back(ms); }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    /// The smallest value that `share` of all do not exceed.
    [[nodiscard]] double quantile(double share) const
    {
        if (m_values.empty()) {
            return 0;
        }
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
        return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
    }
    [[nodiscard]] double most() const { return quantile(1); }

private:
    std::vector<double> m_values;
};

/// Types into the window as a user does, one key after another in a running event loop, and watches: what the token map
/// paints, how long after the last key, and how long the thread of the window answers nothing.
class Typist : public QObject {
public:
    explicit Typist(WindowFixture &window) : m_window(window)
    {
        m_clock.start();
        m_painted = m_window.textBox().toPlainText();
        m_texts = {m_painted};
        map().viewport()->installEventFilter(this);
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.setInterval(1);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            const double now = time();
            m_gaps.add(now - m_last - 1);
            m_last = now;
        });
    }

    /// Replaces the word before the cursor, one key each `pause`, and waits until the map of the new text is on the
    /// screen. False if that never happens.
    bool replaceWord(const QString &word, std::chrono::milliseconds pause)
    {
        using namespace std::chrono_literals;
        m_last = time();
        m_beat.start();
        key([this] { QTest::keyClick(&m_window.textBox(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier); });
        for (const QChar letter : word) {
            wait(pause);
            key([&] { QTest::keyClick(&m_window.textBox(), letter.toLatin1()); });
        }
        const bool painted = waitForMap();
        m_beat.stop();
        return painted;
    }

    [[nodiscard]] const Timings &latencies() const { return m_latencies; } ///< last key to painted map
    [[nodiscard]] const Timings &gaps() const { return m_gaps; }           ///< between beats, less their distance
    [[nodiscard]] const Timings &keys() const { return m_keys; }           ///< a key's own way through the input
    /// How often a map was painted whose text was older than one that had been painted before.
    [[nodiscard]] int stale() const { return m_stale; }
    /// How often the map changed while the user was still typing.
    [[nodiscard]] int maps() const { return m_maps; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && map().model().trace()) {
            painting(QString::fromStdString(map().model().trace()->text));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    TokenMapView &map() { return *m_window.page().map(); }
    [[nodiscard]] double time() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    template <typename Press>
    void key(const Press &press)
    {
        m_pressed = time();
        press();
        m_keys.add(time() - m_pressed);
        const QString now = m_window.textBox().toPlainText();
        if (m_texts.back() != now) {
            m_texts.push_back(now);
        }
    }

    static void wait(std::chrono::milliseconds time)
    {
        QEventLoop loop;
        QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }

    bool waitForMap()
    {
        using namespace std::chrono_literals;
        if (m_painted == m_texts.back()) {
            return true; // between the last key and here nothing ran
        }
        m_waiting = true;
        QTimer::singleShot(120s, &m_loop, [this] { m_loop.exit(1); });
        const int result = m_loop.exec();
        m_waiting = false;
        return result == 0;
    }

    void painting(const QString &text)
    {
        if (text == m_painted) {
            return;
        }
        m_painted = text;
        ++m_maps;
        // A text may come again later, so this one is the first of its kind from the last one on.
        const auto from = m_texts.begin() + static_cast<std::ptrdiff_t>(m_shown);
        const auto found = std::find(from, m_texts.end(), text);
        if (found == m_texts.end()) {
            ++m_stale;
            return;
        }
        m_shown = static_cast<std::size_t>(found - m_texts.begin());
        if (m_waiting && text == m_texts.back()) {
            // What is painted is on its way to the screen when the next event is taken.
            QTimer::singleShot(0, this, [this] {
                m_latencies.add(time() - m_pressed);
                m_loop.exit(0);
            });
        }
    }

    WindowFixture &m_window;
    QElapsedTimer m_clock;
    QTimer m_beat;
    QEventLoop m_loop;
    Timings m_latencies, m_gaps, m_keys;
    std::vector<QString> m_texts; // all that was typed, in its order
    std::size_t m_shown = 0;      // place of the painted one
    QString m_painted;
    double m_pressed = 0, m_last = 0;
    bool m_waiting = false;
    int m_stale = 0, m_maps = 0;
};
