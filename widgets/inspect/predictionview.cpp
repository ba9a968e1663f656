// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/predictionview.h"

#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr std::size_t rowsOfAnEmptyPanel = 2;

QString labelOf(const adaplens::Trace &trace, std::size_t label)
{
    return label < trace.labels.size() ? QString::fromStdString(trace.labels[label])
                                       : PredictionView::tr("class %1").arg(label);
}

double probability(const adaplens::Prediction &prediction, std::size_t label)
{
    return label < prediction.probabilities.size() ? static_cast<double>(prediction.probabilities[label]) : 0.0;
}

} // namespace

PredictionView::PredictionView(QWidget *parent)
    : QWidget(parent),
      m_source(this,
               {.trace = [this] { traceChanged(); }, .selection = {}, .outdated = [this] { update(); }, .cost = {}})
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Prediction"));
}

void PredictionView::traceChanged()
{
    const auto &trace = m_source->trace();
    QStringList spoken;
    for (std::size_t c = 0; trace && c < trace->reduced.probabilities.size(); ++c) {
        spoken << toolTipOf(c);
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

bool PredictionView::changed() const
{
    return m_source->trace() && m_source->trace()->drops &&
           m_source->trace()->reduced.label != m_source->trace()->plain.label;
}

QString PredictionView::verdict() const
{
    if (!m_source->trace()) {
        return {};
    }
    if (!m_source->trace()->drops) {
        return tr("this model drops nothing");
    }
    return changed() ? tr("dropping changes the answer: %1 without, %2 with")
                           .arg(labelOf(*m_source->trace(), m_source->trace()->plain.label),
                                labelOf(*m_source->trace(), m_source->trace()->reduced.label))
                     : tr("same answer with and without dropping");
}

QString PredictionView::source() const
{
    if (!m_source->trace() || !m_source->trace()->drops) {
        return {};
    }
    return m_source->trace()->plainModel == "twin" ? tr("plain: fine-tuned twin, same backbone, nothing dropped")
                                                   : tr("plain: the same weights, nothing dropped");
}

int PredictionView::barHeight() const
{
    return fontMetrics().height() - 3;
}

int PredictionView::rowHeight() const
{
    const bool two = !m_source->trace() || m_source->trace()->drops;
    return (two ? 2 : 1) * (barHeight() + 3) + fontMetrics().height() / 2;
}

QSize PredictionView::sizeHint() const
{
    const std::size_t rows = m_source->trace() ? m_source->trace()->reduced.probabilities.size() : rowsOfAnEmptyPanel;
    return {fontMetrics().averageCharWidth() * 44, rowHeight() * static_cast<int>(std::max<std::size_t>(rows, 1))};
}

QSize PredictionView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 26, sizeHint().height()};
}

void PredictionView::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    if (!m_source->trace()) {
        painter.setPen(colours.faint());
        painter.drawText(rect(), Qt::AlignCenter, tr("no prediction yet"));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_source->outdated() ? 0.45 : 1.0);
    const QFontMetrics metrics = fontMetrics();
    int widest = 0;
    for (std::size_t c = 0; c < m_source->trace()->labels.size(); ++c) {
        widest = std::max(widest, metrics.horizontalAdvance(labelOf(*m_source->trace(), c)));
    }
    const int nameWidth = std::min(widest * 11 / 10 + 12, width() * 2 / 5); // bold names are a little wider
    const int valueWidth = std::max(metrics.horizontalAdvance(tr("%1 reduced").arg(format::number(0.88, 2))),
                                    metrics.horizontalAdvance(tr("%1 plain").arg(format::number(0.88, 2)))) +
                           10;
    const int barRoom = std::max(10, width() - nameWidth - valueWidth);
    const auto seen = [this](int x, int y, int wide, int high) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, y, wide, high});
    };
    const int leading = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const auto drawBar = [&](int top, double share, const QColor &colour, const QString &value, const QColor &ink) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.gone());
        painter.drawRoundedRect(QRectF(seen(nameWidth, top, barRoom, barHeight())), 3, 3);
        painter.setBrush(colour);
        painter.drawRoundedRect(
            QRectF(seen(nameWidth, top, std::max(3, static_cast<int>(barRoom * share)), barHeight())), 3, 3);
        painter.setPen(ink);
        painter.drawText(seen(nameWidth + barRoom + 8, top - 2, valueWidth - 8, barHeight() + 4), leading, value);
    };
    for (std::size_t c = 0; c < m_source->trace()->reduced.probabilities.size(); ++c) {
        const int top = static_cast<int>(c) * rowHeight() + 2;
        QFont type = font();
        type.setBold(c == m_source->trace()->reduced.label);
        painter.setFont(type);
        painter.setPen(colours.ink());
        painter.drawText(seen(0, top - 2, nameWidth - 8, barHeight() + 4), leading,
                         QFontMetrics(type).elidedText(labelOf(*m_source->trace(), c), Qt::ElideRight, nameWidth - 8));
        painter.setFont(font());
        const double reduced = probability(m_source->trace()->reduced, c);
        if (!m_source->trace()->drops) {
            drawBar(top, reduced, colours.plain(), format::number(reduced, 2), colours.ink());
            continue;
        }
        const double plain = probability(m_source->trace()->plain, c);
        drawBar(top, reduced, colours.above(), tr("%1 reduced").arg(format::number(reduced, 2)), colours.ink());
        drawBar(top + barHeight() + 3, plain, colours.plain(), tr("%1 plain").arg(format::number(plain, 2)),
                colours.quiet());
    }
}

QString PredictionView::toolTipOf(std::size_t label) const
{
    const auto logit = [label](const adaplens::Prediction &prediction) {
        return label < prediction.logits.size() ? format::number(static_cast<double>(prediction.logits[label]), 3)
                                                : QString();
    };
    const QString reduced =
        tr("probability %1, logit %2")
            .arg(format::number(probability(m_source->trace()->reduced, label), 4), logit(m_source->trace()->reduced));
    if (!m_source->trace()->drops) {
        return tr("%1: %2").arg(labelOf(*m_source->trace(), label), reduced);
    }
    return tr("%1: reduced %2; plain %3")
        .arg(
            labelOf(*m_source->trace(), label), reduced,
            tr("probability %1, logit %2")
                .arg(format::number(probability(m_source->trace()->plain, label), 4), logit(m_source->trace()->plain)));
}

bool PredictionView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_source->trace()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / rowHeight();
        if (row >= 0 && row < static_cast<int>(m_source->trace()->reduced.probabilities.size())) {
            QToolTip::showText(help->globalPos(), toolTipOf(static_cast<std::size_t>(row)), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void PredictionView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}
