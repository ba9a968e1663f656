// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

/// Scales all type of the program, for projectors and tired eyes.
class Zoom {
public:
    static constexpr int smallest = 70, largest = 300; ///< per cent

    /// Takes the application's font of the moment as 100 %.
    Zoom();
    ~Zoom() { set(100); }
    Zoom(const Zoom &) = delete;
    Zoom &operator=(const Zoom &) = delete;

    void set(int percent);
    [[nodiscard]] int percent() const { return m_percent; }
    /// The next larger or smaller of a few round steps.
    void step(int direction);

private:
    QFont m_base;
    int m_percent = 100;
};
