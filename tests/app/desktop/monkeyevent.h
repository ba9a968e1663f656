// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>

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
