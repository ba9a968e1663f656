// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

/// A number of any size, such as a learning rate, written as short as it can be (0.005, 3E-05). Its arrows double and
/// halve it.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// Not negative.
    explicit NumberBox(double value, QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void stepBy(int steps) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};
