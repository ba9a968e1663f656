// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <array>
#include <cstdint>
#include <random>
#include <utility>

/// What the monkey does next. All of it is drawn from the seed and nothing else, always with the same number of draws,
/// so that a seed gives the same events however fast the machine is; places are shares of what is there to be hit.
struct MonkeyEvent {
    enum class Kind { Click, Point, Menu, Twice, Drag, Hover, Wheel, Key, Type, Resize, Theme, Drop, Ask, Rest, Count };
    Kind kind = Kind::Rest;
    double a = 0, b = 0, c = 0, d = 0; ///< in [0, 1)
};

/// Draws events.
class MonkeyDice {
public:
    explicit MonkeyDice(std::uint64_t seed) : m_engine(seed) {}

    [[nodiscard]] MonkeyEvent next()
    {
        // How often each kind comes, of 100.
        constexpr std::array weights{26, 11, 6, 3, 8, 6, 6, 14, 7, 2, 1, 1, 5, 4};
        static_assert(weights.size() == static_cast<std::size_t>(MonkeyEvent::Kind::Count));
        double left = 100 * share();
        std::size_t kind = 0;
        while (kind + 1 < weights.size() && left >= weights[kind]) {
            left -= weights[kind++];
        }
        MonkeyEvent event;
        event.kind = static_cast<MonkeyEvent::Kind>(kind);
        for (double *value : {&event.a, &event.b, &event.c, &event.d}) {
            *value = share();
        }
        return event;
    }

private:
    [[nodiscard]] double share() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }

    std::mt19937_64 m_engine;
};

/// The key that is pressed, and what is held with it.
inline std::pair<Qt::Key, Qt::KeyboardModifiers> keyOf(const MonkeyEvent &event)
{
    constexpr std::array keys{
        Qt::Key_Tab,    Qt::Key_Tab,    Qt::Key_Backtab,  Qt::Key_Return, Qt::Key_Space,     Qt::Key_Escape,
        Qt::Key_Escape, Qt::Key_Up,     Qt::Key_Down,     Qt::Key_Left,   Qt::Key_Right,     Qt::Key_Home,
        Qt::Key_End,    Qt::Key_PageUp, Qt::Key_M,        Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F1,
        Qt::Key_F10,    Qt::Key_F11,    Qt::Key_PageDown, Qt::Key_Menu,   Qt::Key_1,         Qt::Key_2,
        Qt::Key_3,      Qt::Key_4,      Qt::Key_Plus,     Qt::Key_Minus,  Qt::Key_0,         Qt::Key_A,
        Qt::Key_C,      Qt::Key_V,      Qt::Key_X,        Qt::Key_Z,      Qt::Key_Y,         Qt::Key_S,
        Qt::Key_E,      Qt::Key_O,      Qt::Key_F,        Qt::Key_L,      Qt::Key_N,         Qt::Key_Q};
    const Qt::Key chosen = keys.at(static_cast<std::size_t>(event.a * keys.size()));
    const bool letter = chosen >= Qt::Key_0 && chosen <= Qt::Key_Z;
    const Qt::KeyboardModifiers held = event.b < (letter ? 0.2 : 0.6) ? Qt::NoModifier
                                       : event.b < 0.75               ? Qt::ControlModifier
                                       : event.b < 0.9                ? Qt::ShiftModifier
                                       : event.b < 0.95               ? Qt::AltModifier
                                                                      : Qt::ControlModifier | Qt::ShiftModifier;
    return {chosen, held};
}
