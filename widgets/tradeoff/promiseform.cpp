// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/promiseform.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/named.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QDoubleSpinBox>
#include <QIODevice>
#include <QSlider>
#include <QTabBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr int least = 1, most = 100, usual = 10; // tenths of a per cent
constexpr std::array confidences{80, 90, 95, 99};
constexpr int usualConfidence = 1; // place in the list

} // namespace

PromiseForm::PromiseForm()
    : m_slider(new QSlider(Qt::Horizontal)), m_number(new QDoubleSpinBox), m_confidence(joinedButtons([] {
          QStringList labels;
          for (const int percent : confidences) {
              labels << QString::number(percent) + QStringLiteral("\u202F%");
          }
          return labels;
      }()))
{
    m_slider->setObjectName(QStringLiteral("lossSlider"));
    m_slider->setRange(least, most);
    m_slider->setPageStep(10);
    m_slider->setValue(usual);
    m_slider->setToolTip(tr("How many right answers, of a hundred texts, dropping tokens may turn wrong"));
    m_number->setObjectName(QStringLiteral("lossNumber"));
    m_number->setRange(least / 10.0, most / 10.0);
    m_number->setDecimals(1);
    m_number->setSingleStep(0.1);
    m_number->setValue(usual / 10.0);
    m_number->setSuffix(QStringLiteral("\u202F%"));
    m_number->setKeyboardTracking(false);
    m_confidence->setObjectName(QStringLiteral("confidence"));
    m_confidence->setAccessibleName(tr("Confidence"));
    m_confidence->setCurrentIndex(usualConfidence);
    m_confidence->setToolTip(tr("How sure the promise must be"));
    QWidget *loss = named(tr("Accuracy that may be lost"), m_slider, m_number);
    m_number->setAccessibleName(tr("Accuracy that may be lost, in per cent"));
    columnIn(this, 6, {loss, named(tr("Confidence"), m_confidence)});
    connect(m_slider, &QSlider::valueChanged, this, [this](int tenths) {
        m_number->setValue(tenths / 10.0);
        Q_EMIT changed();
    });
    connect(m_number, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { m_slider->setValue(static_cast<int>(std::lround(10 * percent))); });
    connect(m_confidence, &QTabBar::currentChanged, this, &PromiseForm::changed);
}

double PromiseForm::loss() const
{
    return m_slider->value() / 1000.0; // by one division: the very number that 0.01 is read as elsewhere
}

double PromiseForm::confidence() const
{
    return confidences.at(static_cast<std::size_t>(std::max(0, m_confidence->currentIndex()))) / 100.0;
}

QByteArray PromiseForm::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_slider->value() << m_confidence->currentIndex();
    return bytes;
}

void PromiseForm::setState(const QByteArray &state)
{
    int tenths = usual, confidence = usualConfidence;
    QDataStream stream(state);
    stream >> tenths >> confidence;
    if (stream.status() == QDataStream::Ok && confidence >= 0 && confidence < m_confidence->count()) {
        m_slider->setValue(tenths);
        m_confidence->setCurrentIndex(confidence);
    }
}
