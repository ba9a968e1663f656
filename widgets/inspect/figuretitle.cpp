// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/figuretitle.h"

#include "widgets/inspect/besidetext.h"
#include "widgets/style/coretext.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <utility>

FigureTitle::FigureTitle(const adaplens::Trace &trace, QString letter)
    : m_trace(trace), m_letter(std::move(letter)), m_title(QGuiApplication::font()), m_text(m_title)
{
    m_text.setPixelSize(13);
    m_title.setPixelSize(17);
    m_title.setBold(true);
}

QString FigureTitle::heading() const
{
    if (!m_letter.isEmpty()) {
        return tr("%1: %2").arg(m_letter, beside::title(m_trace));
    }
    const QString model = QString::fromStdString(m_trace.model);
    return m_trace.drops ? tr("%1 · %2").arg(model, translated(m_trace.rule.title)) : model;
}

double FigureTitle::height() const
{
    return QFontMetricsF(m_title).height() + 4 * QFontMetricsF(m_text).height();
}

void FigureTitle::paint(QPainter &painter, double width, const QString &caption) const
{
    const Palette palette = Palette::paper();
    const QFontMetricsF title(m_title), text(m_text);
    painter.setFont(m_title);
    painter.setPen(palette.ink());
    painter.drawText(QPointF(0, title.ascent()), title.elidedText(heading(), Qt::ElideRight, width));
    painter.setFont(m_text);
    painter.setPen(palette.quiet());
    const double first = title.height() + text.ascent() + 2;
    painter.drawText(QPointF(0, first), summary());
    painter.drawText(QPointF(0, first + text.lineSpacing()), text.elidedText(caption, Qt::ElideRight, width));
}

QString FigureTitle::summary() const
{
    const auto named = [this](const adaplens::Prediction &prediction) {
        return prediction.label < m_trace.labels.size() && prediction.label < prediction.probabilities.size()
                   ? QStringLiteral("%1 %2").arg(QString::fromStdString(m_trace.labels[prediction.label]),
                                                 format::percent(prediction.probabilities[prediction.label]))
                   : QString();
    };
    const auto tokens = m_trace.encoding.pieces.size();
    if (!m_trace.drops) {
        return tr("Prediction: %1 · %2 tokens, nothing dropped").arg(named(m_trace.reduced)).arg(tokens);
    }
    return tr("Prediction: %1 · plain model: %2 · %3 of %4 tokens reach it · %5 fewer operations")
        .arg(named(m_trace.reduced), named(m_trace.plain))
        .arg(m_trace.survivors.size())
        .arg(tokens)
        .arg(format::times(m_trace.cost.speedup()));
}
