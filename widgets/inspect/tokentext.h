// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class LayerBar;
class Selection;
class TokenTextArea;

/// The user's own text, each word fading at the layer that drops it, with a slider and a play button for the layer.
class TokenTextView : public QWidget {
    Q_OBJECT

public:
    explicit TokenTextView(QWidget *parent = nullptr);

    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setSelection(Selection *selection);
    /// While busy the old picture stays, dimmed.
    void setBusy(bool busy);

    /// "What is still alive after layer 3".
    [[nodiscard]] QString caption() const;
    [[nodiscard]] TokenTextArea *area() const { return m_area; }
    [[nodiscard]] LayerBar *layerBar() const { return m_bar; }

Q_SIGNALS:
    void captionChanged(const QString &caption);

private:
    void updateCaption();

    std::shared_ptr<const adaplens::Trace> m_trace;
    QPointer<Selection> m_selection;
    TokenTextArea *m_area;
    LayerBar *m_bar;
};
