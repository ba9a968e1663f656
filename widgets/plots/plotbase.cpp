// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotbase.h"

#include "widgets/controls/layouts.h"
#include "widgets/plots/qcp.h"
#include "widgets/style/palette.h"
#include "widgets/style/scaledfont.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace {

/// Lies over a plot: a veil while busy, a sentence while there is nothing to plot, a frame while it has the keyboard.
class Veil : public QWidget {
public:
    explicit Veil(QWidget *parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

    void show(bool busy, bool focused, const QString &sentence)
    {
        m_busy = busy;
        m_focused = focused;
        m_sentence = sentence;
        setVisible(busy || focused || !sentence.isEmpty());
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        if (m_busy || !m_sentence.isEmpty()) {
            painter.fillRect(rect(), m_sentence.isEmpty() ? colours.veil() : colours.card());
            painter.setPen(colours.quiet());
            painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
        }
        if (m_focused) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours.accent(), 1));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
    }

    bool m_busy = false;
    bool m_focused = false;
    QString m_sentence;
};

} // namespace

PlotBase::PlotBase(QWidget *parent) : QWidget(parent), m_plot(new QCustomPlot(this)), m_veil(new Veil(this))
{
    columnIn(this, 0, {m_plot});
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false); // painted with the rest of the window, not each plot alone
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setupFullAxesBox();
    m_plot->xAxis2->setVisible(false);
    m_plot->yAxis2->setVisible(false);
    setFocusPolicy(Qt::StrongFocus);
}

void PlotBase::setBusy(bool busy)
{
    m_busy = busy;
    showVeil();
}

void PlotBase::showVeil()
{
    static_cast<Veil *>(m_veil)->show(m_busy, m_focused, hasData() ? QString() : emptySentence());
}

QString PlotBase::emptySentence() const
{
    return tr("Nothing to plot yet.");
}

void PlotBase::refresh()
{
    const Palette colours(palette());
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_plot->setBackground(QBrush(colours.card()));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        style(axis, colours);
    }
    if (hasData()) {
        rebuild(colours);
    }
    showVeil();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    setAccessibleDescription(caption());
    Q_EMIT captionChanged(caption());
}

void PlotBase::style(QCPAxis *axis, const Palette &colours) const
{
    const QFont small = scaledFont(font(), 0.85);
    axis->setTickLabelFont(small);
    axis->setLabelFont(small);
    axis->setTickLabelColor(colours.quiet());
    axis->setLabelColor(colours.quiet());
    axis->setBasePen(QPen(colours.line(), 1));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->grid()->setPen(QPen(colours.hairline(), 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->setTickLengthOut(0);
}

QCPItemText *PlotBase::addText(double x, double y, const QString &text, const QColor &colour, Qt::Alignment alignment)
{
    auto *item = new QCPItemText(m_plot);
    item->position->setCoords(x, y);
    item->setPositionAlignment(alignment);
    item->setText(text);
    item->setColor(colour);
    item->setFont(m_plot->xAxis->tickLabelFont());
    item->setClipToAxisRect(false);
    return item;
}

void PlotBase::addBand(double left, double right, const Palette &colours)
{
    auto *band = new QCPItemRect(m_plot);
    band->setPen(Qt::NoPen);
    band->setBrush(colours.accentSoft());
    band->setLayer(QStringLiteral("background"));
    for (QCPItemPosition *corner : {band->topLeft, band->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    band->topLeft->setCoords(left, 0);
    band->bottomRight->setCoords(right, 1);
}

bool PlotBase::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && hasData()) {
        if (event->type() == QEvent::MouseMove) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            QToolTip::showText(mouse->globalPosition().toPoint(), toolTipAt(mouse->position()), m_plot);
        } else if (event->type() == QEvent::MouseButtonPress) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            if (mouse->button() == Qt::LeftButton) {
                setFocus(Qt::MouseFocusReason);
                selectAt(mouse->position());
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PlotBase::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void PlotBase::keyPressEvent(QKeyEvent *event)
{
    if (hasData() && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        step(event->key() == Qt::Key_Right ? 1 : -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PlotBase::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_focused = true;
    showVeil();
}

void PlotBase::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_focused = false;
    showVeil();
}

void PlotBase::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_veil->setGeometry(rect());
    m_veil->raise();
    refresh();
}

QSize PlotBase::minimumSizeHint() const
{
    return {fontMetrics().height() * 9, fontMetrics().height() * 4};
}

QSize PlotBase::sizeHint() const
{
    return {fontMetrics().height() * 24, fontMetrics().height() * 7};
}
