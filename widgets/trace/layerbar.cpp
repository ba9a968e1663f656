// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/layerbar.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/layouts.h"
#include "widgets/session/tracesource.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

LayerBar::LayerBar(TraceSource &source, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_button(primaryButton({}, "playLayers")),
      m_slider(new QSlider(Qt::Horizontal)),
      m_label(new QLabel)
{
    QIcon icon = maskIcon(QStringLiteral("play"));
    icon.addFile(QStringLiteral(":/icons/pause.svg"), {}, QIcon::Normal, QIcon::On);
    m_button->setIcon(icon);
    m_button->setCheckable(true);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    rowIn(this, -1, {m_button, {m_slider, 1}, m_label})->setContentsMargins(8, 0, 8, 4);
    m_slider->setObjectName(QStringLiteral("layerSlider"));
    m_slider->setAccessibleName(tr("Layer"));
    m_button->setAccessibleName(tr("Play"));
    m_button->setToolTip(tr("Walk through the layers"));
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_timer.setInterval(stepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LayerBar::advance);
    connect(m_button, &QPushButton::clicked, this, &LayerBar::toggle);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_source.selectLayer(static_cast<std::size_t>(value - 1)); });
    connect(m_slider, &QSlider::sliderPressed, this, &LayerBar::pause);
    connect(&source, &TraceSource::analysed, this, &LayerBar::follow);
    connect(&source, &TraceSource::selectionChanged, this, &LayerBar::follow);
    keepFitted(this, [this] { follow(); }); // the label's width
}

int LayerBar::layers() const
{
    return m_source.trace() ? static_cast<int>(m_source.trace()->layers.size()) : 0;
}

void LayerBar::follow()
{
    setEnabled(layers() > 0);
    if (layers() == 0) {
        pause();
    }
    const QSignalBlocker quiet(m_slider); // another range must not move the selection
    m_slider->setRange(1, std::max(layers(), 1));
    m_slider->setValue(static_cast<int>(m_source.layer()) + 1);
    const QString text = tr("layer %1 of %2");
    m_label->setText(layers() > 0 ? text.arg(m_slider->value()).arg(layers()) : QString());
    // As wide as its widest text, so that the slider keeps its place.
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(text.arg(layers()).arg(layers())));
}

void LayerBar::changePace(int direction)
{
    m_timer.setInterval(std::clamp(direction > 0 ? pace() * 2 / 3 : pace() * 3 / 2, 200, 5000));
}

void LayerBar::play()
{
    if (layers() == 0 || isPlaying()) {
        return;
    }
    m_timer.start();
    m_button->setChecked(true);
    m_button->setAccessibleName(tr("Pause"));
    Q_EMIT playingChanged(true);
    if (static_cast<int>(m_source.layer()) >= layers() - 1) {
        m_source.selectLayer(0);
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
    m_source.stepLayer(1);
    if (static_cast<int>(m_source.layer()) >= layers() - 1) {
        pause();
    }
}
