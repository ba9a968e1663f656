// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace adaplens {

/// All that the figures of a sweep depend on besides its models.
struct SweepSettings {
    /// What a split holds.
    struct Split {
        std::size_t examples = 0;
        std::uint64_t key = 0; ///< of all examples in their order
    };
    std::string data = {}, f1Label = {};
    std::map<std::string, Split> splits = {}; ///< by name
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0;
    std::uint64_t seed = 0;
    std::size_t resamples = 0;
    Conditions conditions = {}; ///< their seconds do not count
};

/// The folder of a sweep: `settings.json`, `points/` with a file for each point that is known, the tables.
class SweepFolder {
public:
    /// Opens or begins a folder. `restart`: points that are there go. Throws Error if they were made with other
    /// settings; splits that are new are added.
    SweepFolder(std::filesystem::path folder, const SweepSettings &settings, bool restart);

    /// Whether the point is known, whatever it was measured with.
    [[nodiscard]] bool has(const std::string &id) const;
    /// A point that is known; its seconds are added. Throws Error if it was measured with another model than that of this
    /// fingerprint, or is damaged.
    [[nodiscard]] SweepPoint read(const std::string &id, std::uint64_t fingerprint);
    /// Keeps a point. `seconds` that it took.
    void write(const SweepPoint &point, std::uint64_t fingerprint, double seconds);
    /// Writes sweep.json, sweep.csv and sweep.md; fills in the seconds that all points have taken.
    void writeTables(Sweep &sweep) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string &id) const;

    std::filesystem::path m_folder;
    std::map<std::string, double> m_seconds; ///< of all points read and written, by id
};

} // namespace adaplens
