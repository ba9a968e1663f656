// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"
#include "widgets/trace/tokenmapmodel.h"

#include <QWidget>

/// The selected word on its way through the layers: its score against the uniform level, and what each layer decides.
class WordView : public QWidget {
    Q_OBJECT

public:
    explicit WordView(TraceSource &source, QWidget *parent = nullptr);

    /// The word, in quotation marks; empty if none is selected.
    [[nodiscard]] QString word() const;
    /// What stands at the end of a layer's row: "kept", "dropped", "gone".
    [[nodiscard]] QString fateAt(int layer) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wordChanged(const QString &word);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showWord();
    [[nodiscard]] int rows() const;
    [[nodiscard]] int rowHeight() const;
    /// -1 for none.
    [[nodiscard]] int layerAt(QPoint position) const;
    void paintRow(QPainter &painter, int layer) const;

    TraceSource &m_source;
    TokenMapModel m_model; ///< by words
    int m_column = -1;     ///< of the selected piece
};
