// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/layerbar.h"

#include "widgets/controls/buttons.h"
#include "widgets/session/followselection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

LayerBar::LayerBar(QWidget *parent)
    : QWidget(parent), m_button(primaryButton({})), m_slider(new QSlider(Qt::Horizontal)), m_label(new QLabel)
{
    QIcon icon = maskIcon(QStringLiteral("play"));
    icon.addFile(QStringLiteral(":/icons/pause.svg"), {}, QIcon::Normal, QIcon::On);
    m_button->setIcon(icon);
    m_button->setCheckable(true);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
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
    connect(m_button, &QPushButton::clicked, this, &LayerBar::toggle);
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
