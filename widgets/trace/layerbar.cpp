// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/layerbar.h"

#include "widgets/style/palette.h"
#include "widgets/session/followselection.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace {

/// A round button with a triangle, or two bars while checked.
class PlayButton : public QAbstractButton {
public:
    explicit PlayButton(QWidget *parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() * 3 / 2;
        return {side, side};
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        const double radius = std::min(width(), height()) / 2.0 - 2;
        const QColor ground = !isEnabled()   ? colours.line()
                              : underMouse() ? Palette::mix(colours.accent(), colours.ink(), 0.15)
                                             : colours.accent();
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(middle, radius, radius);
        if (hasFocus()) {
            painter.setPen(QPen(colours.accent(), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(middle, radius + 1.5, radius + 1.5);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(Palette::inkOn(ground));
        const double r = radius * 0.42;
        if (isChecked()) {
            painter.drawRect(QRectF(middle.x() - r, middle.y() - r, r * 0.7, 2 * r));
            painter.drawRect(QRectF(middle.x() + r * 0.3, middle.y() - r, r * 0.7, 2 * r));
        } else {
            const QPointF triangle[] = {middle + QPointF(-0.7 * r, -1.1 * r), middle + QPointF(1.2 * r, 0),
                                        middle + QPointF(-0.7 * r, 1.1 * r)};
            painter.drawPolygon(triangle, 3);
        }
    }
};

/// A slim slider with a dot for each layer; a click goes where it points.
class LayerSlider : public QSlider {
public:
    explicit LayerSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
    {
        setPageStep(1);
        setFocusPolicy(Qt::StrongFocus);
    }
    QSize sizeHint() const override { return {fontMetrics().height() * 12, fontMetrics().height() * 3 / 2}; }
    QSize minimumSizeHint() const override { return {fontMetrics().height() * 4, fontMetrics().height() * 3 / 2}; }

private:
    [[nodiscard]] double inset() const { return fontMetrics().height() * 0.6; }

    [[nodiscard]] double xOf(int value) const
    {
        const double share =
            maximum() > minimum() ? static_cast<double>(value - minimum()) / (maximum() - minimum()) : 0.0;
        const double along = inset() + share * (width() - 2 * inset());
        return isRightToLeft() ? width() - along : along;
    }

    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double y = height() / 2.0, at = xOf(value());
        const QColor active = isEnabled() ? colours.accent() : colours.line();
        painter.setPen(QPen(colours.line(), 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(xOf(minimum()), y), QPointF(xOf(maximum()), y));
        painter.setPen(QPen(active, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(xOf(minimum()), y), QPointF(at, y));
        painter.setPen(Qt::NoPen);
        for (int layer = minimum(); layer <= maximum() && maximum() - minimum() < 40; ++layer) {
            painter.setBrush(layer <= value() ? active : colours.line());
            painter.drawEllipse(QPointF(xOf(layer), y), 3, 3);
        }
        const double radius = fontMetrics().height() * 0.42;
        painter.setPen(QPen(active, hasFocus() ? 3.5 : 2.5));
        painter.setBrush(colours.card());
        painter.drawEllipse(QPointF(at, y), radius, radius);
    }

    void moveTo(double x)
    {
        const double along = isRightToLeft() ? width() - x : x;
        const double share = (along - inset()) / std::max(width() - 2 * inset(), 1.0);
        setValue(minimum() + static_cast<int>(std::lround(share * (maximum() - minimum()))));
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton) {
            setSliderDown(true);
            moveTo(event->position().x());
        }
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (isSliderDown()) {
            moveTo(event->position().x());
        }
    }
    void mouseReleaseEvent(QMouseEvent *) override { setSliderDown(false); }
};

} // namespace

LayerBar::LayerBar(QWidget *parent)
    : QWidget(parent), m_button(new PlayButton(this)), m_slider(new LayerSlider(this)), m_label(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->addWidget(m_button);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);
    m_slider->setAccessibleName(tr("Layer"));
    m_button->setAccessibleName(tr("Play"));
    m_button->setToolTip(tr("Walk through the layers"));
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_timer.setInterval(stepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LayerBar::advance);
    connect(m_button, &QAbstractButton::clicked, this, &LayerBar::toggle);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (m_selection) {
            m_selection->setLayer(static_cast<std::size_t>(value - 1));
        }
    });
    connect(m_slider, &QSlider::sliderPressed, this, &LayerBar::pause);
    setSelection(new Selection(this));
    setLayers(0);
}

void LayerBar::setLayers(int layers)
{
    m_layers = layers;
    setEnabled(layers > 0);
    if (layers == 0) {
        pause();
    }
    const QSignalBlocker quiet(m_slider); // another range must not move the shared selection
    m_slider->setRange(1, std::max(layers, 1));
    follow();
}

void LayerBar::setSelection(Selection *selection)
{
    followSelection(m_selection, selection, this, &LayerBar::follow);
    follow();
}

void LayerBar::follow()
{
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_selection ? static_cast<int>(m_selection->layer()) + 1 : 1);
    }
    m_slider->update();
    m_label->setText(m_layers > 0 ? tr("layer %1 of %2").arg(m_slider->value()).arg(m_layers) : QString());
    // As wide as its widest text, so that the slider keeps its place.
    m_label->setMinimumWidth(
        m_label->fontMetrics().horizontalAdvance(tr("layer %1 of %2").arg(m_layers).arg(m_layers)));
}

void LayerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        follow(); // the label's width
    }
}

void LayerBar::play()
{
    if (m_layers == 0 || !m_selection || isPlaying()) {
        return;
    }
    m_timer.start();
    m_button->setChecked(true);
    m_button->setAccessibleName(tr("Pause"));
    Q_EMIT playingChanged(true);
    if (static_cast<int>(m_selection->layer()) >= m_layers - 1) {
        m_selection->setLayer(0);
    }
}

void LayerBar::pause()
{
    m_button->setChecked(false);
    if (isPlaying()) {
        m_timer.stop();
        m_button->setAccessibleName(tr("Play"));
        Q_EMIT playingChanged(false);
    }
}

void LayerBar::advance()
{
    const int next = m_selection ? static_cast<int>(m_selection->layer()) + 1 : m_layers;
    if (next < m_layers) {
        m_selection->setLayer(static_cast<std::size_t>(next));
    }
    if (next >= m_layers - 1) {
        pause();
    }
}
