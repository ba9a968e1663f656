// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/numberbox.h"

#include <cmath>

namespace {

constexpr double smallestStep = 1e-6; // from 0

} // namespace

NumberBox::NumberBox(double value, QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(15); // as exact as a number is kept
    setRange(0, 1e9);
    setKeyboardTracking(false);
    setValue(value);
}

QString NumberBox::textFromValue(double value) const
{
    QLocale own = locale();
    own.setNumberOptions(QLocale::OmitGroupSeparator);
    return own.toString(value, 'g', 6);
}

double NumberBox::valueFromText(const QString &text) const
{
    return locale().toDouble(text.trimmed());
}

QValidator::State NumberBox::validate(QString &text, int &) const
{
    bool number = false;
    const double value = locale().toDouble(text.trimmed(), &number);
    return number && value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

void NumberBox::stepBy(int steps)
{
    // Powers of two are kept out of the text: 0.005, 0.01, 0.02.
    const double stepped = value() > 0 ? value() * std::pow(2.0, steps) : (steps > 0 ? smallestStep : 0);
    setValue(locale().toDouble(textFromValue(stepped)));
    selectAll();
}

QSize NumberBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, QDoubleSpinBox::sizeHint().height()};
}
