// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// An open HDF5 file of the plain form in which Keras saves weights: groups, and in them data sets of floating-point
/// numbers. Whatever leads out of the file, or is of a newer form than Keras writes, is refused; so is what claims to
/// be larger than the file can hold, before memory is asked for. One thread at a time, for all files together.
class Hdf5File {
public:
    using Shape = std::vector<std::int64_t>; ///< of a single number: empty

    /// Looks at every group and data set. Throws Error naming the file and what is wrong with it.
    explicit Hdf5File(const std::filesystem::path &file);
    ~Hdf5File();
    Hdf5File(const Hdf5File &) = delete;
    Hdf5File &operator=(const Hdf5File &) = delete;

    /// All data sets, float16 to float64, by their path without the slash at its front: "group/name".
    [[nodiscard]] const std::map<std::string, Shape> &dataSets() const { return m_dataSets; }
    /// Copies a data set that the file has to `to`, which has its size: row-major, as float32. Throws Error.
    void read(const std::string &path, std::span<float> to) const;

private:
    std::filesystem::path m_file;
    std::int64_t m_id = -1; ///< HDF5's own
    std::map<std::string, Shape> m_dataSets;
};

} // namespace adaplens
