// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class LayerBar;
class TokenTextArea;
class TraceSource;

/// The user's own text, each word fading at the layer that drops it, with a slider and a play button for the layer.
class TokenTextView : public QWidget {
    Q_OBJECT

public:
    explicit TokenTextView(TraceSource &source, QWidget *parent = nullptr);

    /// "What is still alive after layer 3".
    [[nodiscard]] QString caption() const;
    [[nodiscard]] TokenTextArea *area() const { return m_area; }
    [[nodiscard]] LayerBar *layerBar() const { return m_bar; }

Q_SIGNALS:
    void captionChanged(const QString &caption);

private:
    TraceSource &m_source;
    TokenTextArea *m_area;
    LayerBar *m_bar;
};
