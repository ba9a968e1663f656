// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QCoreApplication>
#include <QFont>

class QPainter;

/// What stands above the exported figures of a text: model and rule, prediction and cost, and how to read the figure.
/// The trace must outlive it.
class FigureTitle {
    Q_DECLARE_TR_FUNCTIONS(FigureTitle)

public:
    /// `letter` tells the figure from one beside it; empty = it stands alone.
    explicit FigureTitle(const adaplens::Trace &trace, QString letter = {});

    /// The model and, where it drops anything, its rule.
    [[nodiscard]] QString heading() const;
    /// The font of everything but the heading.
    [[nodiscard]] const QFont &textFont() const { return m_text; }
    [[nodiscard]] double height() const;
    void paint(QPainter &painter, double width, const QString &caption) const;

private:
    [[nodiscard]] QString summary() const;

    const adaplens::Trace &m_trace;
    QString m_letter;
    QFont m_title, m_text;
};
