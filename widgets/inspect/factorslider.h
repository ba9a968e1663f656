// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

/// A slider for a factor from a quarter to four, in steps of an eighth of an octave. A double click or the key 0 makes it
/// 1.
class FactorSlider : public QSlider {
    Q_OBJECT

public:
    explicit FactorSlider(QWidget *parent = nullptr);

    [[nodiscard]] double factor() const;
    /// Shows the nearest factor that it has; factorChosen() is not emitted.
    void setFactor(double factor);
    /// "× 1.41"
    [[nodiscard]] static QString text(double factor);

Q_SIGNALS:
    void factorChosen(double factor); ///< by the user
    void factorShown(double factor);  ///< by whomever

private:
    bool m_choosing = true;

    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};
