// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;
class QTabBar;

/// How much accuracy may be lost, on a slider and as a number, and how sure that must be.
class PromiseForm : public QWidget {
    Q_OBJECT

public:
    PromiseForm();

    [[nodiscard]] double loss() const;       ///< a share of the examples
    [[nodiscard]] double confidence() const; ///< a share
    [[nodiscard]] QByteArray state() const;
    void setState(const QByteArray &state);

Q_SIGNALS:
    void changed();

private:
    QSlider *m_slider; ///< in tenths of a per cent
    QDoubleSpinBox *m_number;
    QTabBar *m_confidence;
};
