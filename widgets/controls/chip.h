// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class Palette;

/// A name on a pill, with a mark in a colour of its own that is filled while the chip is chosen. Beside the name stands a
/// note, and along the bottom how far something has come.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    /// A note such as "about 12 s"; may be empty.
    void setNote(const QString &note);
    [[nodiscard]] const QString &note() const { return m_note; }
    /// 0 to 1, or negative where nothing is under way.
    void setProgress(double progress);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] virtual QColor colour(const Palette &colours) const = 0;
    /// Paints the mark into a square; `own` is its colour, paler where the chip cannot be used. At first it is a dot.
    virtual void paintMark(QPainter &painter, const QRectF &box, const QColor &own) const;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF along(QRectF place) const;

    QString m_note;
    double m_progress = -1;
};
