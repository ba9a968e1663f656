// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;
class TraceSource;

/// A slider over the layers of a trace with a play button that walks through them.
class LayerBar : public QWidget {
    Q_OBJECT

public:
    explicit LayerBar(TraceSource &source, QWidget *parent = nullptr);

    /// Shows layer after layer from the selected one, or from the first if the last is selected.
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] QSlider *slider() const { return m_slider; }

    static constexpr int stepMilliseconds = 1100;
    /// How long a layer stands while it plays; a half more or less at a time, from a fifth of a second to five.
    void changePace(int direction);
    [[nodiscard]] int pace() const { return m_timer.interval(); }

Q_SIGNALS:
    void playingChanged(bool playing);

private:
    void follow();
    void advance();
    [[nodiscard]] int layers() const;

    TraceSource &m_source;
    QPushButton *m_button;
    QSlider *m_slider;
    QLabel *m_label;
    QTimer m_timer;
};
