// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/predictionview.h"

#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QBoxLayout>
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

QString toolTipOf(const adaplens::Trace &trace, std::size_t label)
{
    const auto figures = [label](const adaplens::Prediction &prediction) {
        return PredictionView::tr("probability %1, logit %2")
            .arg(format::number(probability(prediction, label), 4),
                 label < prediction.logits.size() ? format::number(prediction.logits[label], 3) : QString());
    };
    return trace.drops ? PredictionView::tr("%1: reduced %2; plain %3")
                             .arg(labelOf(trace, label), figures(trace.reduced), figures(trace.plain))
                       : PredictionView::tr("%1: %2").arg(labelOf(trace, label), figures(trace.reduced));
}

/// The bars, a row a class.
class Bars : public QWidget {
public:
    explicit Bars(TraceSource &source) : m_source(source)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&source, &TraceSource::analysed, this, [this] {
            updateGeometry();
            update();
        });
        connect(&source, &TraceSource::outdatedChanged, this, qOverload<>(&QWidget::update));
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const std::size_t rows = m_source.trace() ? classes() : rowsOfAnEmptyPanel;
        return {fontMetrics().averageCharWidth() * 44, rowHeight() * static_cast<int>(std::max<std::size_t>(rows, 1))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 26, sizeHint().height()};
    }

private:
    [[nodiscard]] std::size_t classes() const
    {
        return m_source.trace() ? m_source.trace()->reduced.probabilities.size() : 0;
    }
    [[nodiscard]] int barHeight() const { return fontMetrics().height() - 3; }
    [[nodiscard]] int rowHeight() const
    {
        const bool two = !m_source.trace() || m_source.trace()->drops;
        return (two ? 2 : 1) * (barHeight() + 3) + fontMetrics().height() / 2;
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip) {
            return QWidget::event(event);
        }
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto row = static_cast<std::size_t>(std::max(help->pos().y(), 0) / rowHeight());
        QToolTip::showText(help->globalPos(), row < classes() ? toolTipOf(*m_source.trace(), row) : QString(), this);
        return true;
    }

    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        if (!m_source.trace()) {
            painter.setPen(colours.faint());
            painter.drawText(rect(), Qt::AlignCenter, PredictionView::tr("no prediction yet"));
            return;
        }
        const adaplens::Trace &trace = *m_source.trace();
        const auto reducedText = [](double share) {
            return PredictionView::tr("%1 reduced").arg(format::number(share, 2));
        };
        const auto plainText = [](double share) {
            return PredictionView::tr("%1 plain").arg(format::number(share, 2));
        };
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(m_source.outdated() ? 0.45 : 1.0);
        const QFontMetrics metrics = fontMetrics();
        int widest = 0;
        for (std::size_t c = 0; c < trace.labels.size(); ++c) {
            widest = std::max(widest, metrics.horizontalAdvance(labelOf(trace, c)));
        }
        const int nameWidth = std::min(widest * 11 / 10 + 12, width() * 2 / 5); // bold names are a little wider
        const int valueWidth =
            std::max(metrics.horizontalAdvance(reducedText(0.88)), metrics.horizontalAdvance(plainText(0.88))) + 10;
        const int barRoom = std::max(10, width() - nameWidth - valueWidth);
        const auto seen = [this](int x, int y, int wide, int high) {
            return QStyle::visualRect(layoutDirection(), rect(), {x, y, wide, high});
        };
        const auto leading =
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
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
        for (std::size_t c = 0; c < classes(); ++c) {
            const int top = static_cast<int>(c) * rowHeight() + 2;
            QFont type = font();
            type.setBold(c == trace.reduced.label);
            painter.setFont(type);
            painter.setPen(colours.ink());
            painter.drawText(seen(0, top - 2, nameWidth - 8, barHeight() + 4), leading,
                             QFontMetrics(type).elidedText(labelOf(trace, c), Qt::ElideRight, nameWidth - 8));
            painter.setFont(font());
            const double reduced = probability(trace.reduced, c), plain = probability(trace.plain, c);
            if (trace.drops) {
                drawBar(top, reduced, colours.above(), reducedText(reduced), colours.ink());
                drawBar(top + barHeight() + 3, plain, colours.plain(), plainText(plain), colours.quiet());
            } else {
                drawBar(top, reduced, colours.plain(), format::number(reduced, 2), colours.ink());
            }
        }
    }

    TraceSource &m_source;
};

} // namespace

PredictionView::PredictionView(TraceSource &source, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_verdict(new Label(Label::Kind::Good)),
      m_plain(new Label(Label::Kind::Caption))
{
    setAccessibleName(tr("Prediction"));
    m_verdict->setWordWrap(true);
    m_plain->setWordWrap(true);
    columnIn(this, 8, {m_verdict, new Bars(source), m_plain})->addStretch();
    connect(&source, &TraceSource::analysed, this, &PredictionView::traceChanged);
    traceChanged();
}

void PredictionView::traceChanged()
{
    const auto &trace = m_source.trace();
    m_verdict->setKind(changed()               ? Label::Kind::Warning
                       : trace && trace->drops ? Label::Kind::Good
                                               : Label::Kind::Caption);
    m_verdict->setText(verdict());
    m_verdict->setVisible(!verdict().isEmpty());
    m_plain->setText(source());
    m_plain->setVisible(!source().isEmpty());
    QStringList spoken;
    for (std::size_t c = 0; trace && c < trace->reduced.probabilities.size(); ++c) {
        spoken << toolTipOf(*trace, c);
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

bool PredictionView::changed() const
{
    const auto &trace = m_source.trace();
    return trace && trace->drops && trace->reduced.label != trace->plain.label;
}

QString PredictionView::verdict() const
{
    const auto &trace = m_source.trace();
    return !trace          ? QString()
           : !trace->drops ? tr("this model drops nothing")
           : changed()     ? tr("dropping changes the answer: %1 without, %2 with")
                             .arg(labelOf(*trace, trace->plain.label), labelOf(*trace, trace->reduced.label))
                       : tr("same answer with and without dropping");
}

QString PredictionView::source() const
{
    const auto &trace = m_source.trace();
    return !trace || !trace->drops       ? QString()
           : trace->plainModel == "twin" ? tr("plain: fine-tuned twin, same backbone, nothing dropped")
                                         : tr("plain: the same weights, nothing dropped");
}
