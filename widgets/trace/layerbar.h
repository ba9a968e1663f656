// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;
class Selection;

/// A slider over the layers with a play button that walks through them.
class LayerBar : public QWidget {
    Q_OBJECT

public:
    explicit LayerBar(QWidget *parent = nullptr);

    /// 0 disables the bar.
    void setLayers(int layers);
    void setSelection(Selection *selection);

    /// Shows layer after layer from the selected one, or from the first if the last is selected.
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] QSlider *slider() const { return m_slider; }

    static constexpr int stepMilliseconds = 1100;

Q_SIGNALS:
    void playingChanged(bool playing);

private:
    void changeEvent(QEvent *event) override;
    void follow();
    void advance();

    QPushButton *m_button;
    QSlider *m_slider;
    QLabel *m_label;
    QTimer m_timer;
    QPointer<Selection> m_selection;
    int m_layers = 0;
};
