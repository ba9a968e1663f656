// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/chip.h"
#include "widgets/tradeoff/sweepoffers.h"

#include <QSet>
#include <QWidget>

#include <string>
#include <vector>

/// A method that has points, with its mark in its colour; chosen, they are shown.
class PointChip : public Chip {
    Q_OBJECT

public:
    PointChip(std::string method, const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] const std::string &method() const { return m_method; }

protected:
    [[nodiscard]] QColor colour(const Palette &colours) const override;
    void paintMark(QPainter &painter, const QRectF &box, const QColor &own) const override;

private:
    std::string m_method;
};

/// A chip for each method that there is, in lines that wrap; they are the legend of the marks, too.
class PointChips : public QWidget {
    Q_OBJECT

public:
    explicit PointChips(QWidget *parent = nullptr);

    /// Which there are; those that were left out before stay so.
    void setMethods(const std::vector<offers::Method> &methods);
    /// Those that are left out, whether they are there or not.
    [[nodiscard]] const QSet<QString> &hidden() const { return m_hidden; }
    void setHidden(const QSet<QString> &hidden);
    /// Null where there is none.
    [[nodiscard]] PointChip *chip(const std::string &method) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<offers::Method> m_methods;
    QSet<QString> m_hidden;
};
