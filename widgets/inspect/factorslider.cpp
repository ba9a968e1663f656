// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/factorslider.h"

#include "widgets/style/format.h"

#include <QKeyEvent>

#include <cmath>

namespace {

constexpr int stepsOfOctave = 8;
constexpr int octaves = 2; // to either side

} // namespace

FactorSlider::FactorSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(-octaves * stepsOfOctave, octaves * stepsOfOctave);
    setPageStep(stepsOfOctave / 2);
    setTickPosition(QSlider::TicksBelow);
    setTickInterval(octaves * stepsOfOctave); // the ends, and the model's own in the middle
    connect(this, &QSlider::valueChanged, this, [this] {
        Q_EMIT factorShown(factor());
        if (m_choosing) {
            Q_EMIT factorChosen(factor());
        }
    });
}

double FactorSlider::factor() const
{
    return std::exp2(static_cast<double>(value()) / stepsOfOctave);
}

void FactorSlider::setFactor(double factor)
{
    m_choosing = false;
    setValue(static_cast<int>(std::lround(std::log2(factor) * stepsOfOctave)));
    m_choosing = true;
}

QString FactorSlider::text(double factor)
{
    return tr("× %1").arg(format::number(factor, 2));
}

void FactorSlider::mouseDoubleClickEvent(QMouseEvent *event)
{
    setValue(0);
    event->accept();
}

void FactorSlider::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_0) {
        setValue(0);
        return;
    }
    QSlider::keyPressEvent(event);
}
