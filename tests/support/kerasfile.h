// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <hdf5.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace adaplens::test {

/// The folder of the model that AdapLeR's published code saved, and of what it computed.
inline const std::filesystem::path kerasGolden = std::filesystem::path(ADAPLENS_TEST_DATA) / "keras_import";

/// A copy of the published code's file that a test then edits as HDF5, with the places of its parts by their names.
class KerasFile {
public:
    KerasFile()
    {
        H5dont_atexit(); // before its first call: after damaged files it ends with a complaint
        std::filesystem::copy_file(kerasGolden / "model.h5", path());
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "model_lr.h5"; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder.path(); }

    void edit(const std::function<void(hid_t file)> &change) const
    {
        const hid_t file = H5Fopen(path().c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
        REQUIRE(file >= 0);
        change(file);
        REQUIRE(H5Fclose(file) >= 0);
    }
    void remove(const std::string &name) const
    {
        edit([&](hid_t file) { REQUIRE(H5Ldelete(file, name.c_str(), H5P_DEFAULT) >= 0); });
    }
    /// Writes a data set, in the place of an older one, stored as `type` in the way that `plan` says.
    void write(const std::string &name, std::vector<hsize_t> shape, std::vector<float> values,
               hid_t type = H5T_IEEE_F32LE, hid_t plan = H5P_DEFAULT) const
    {
        edit([&](hid_t file) {
            if (H5Lexists(file, name.c_str(), H5P_DEFAULT) > 0) {
                REQUIRE(H5Ldelete(file, name.c_str(), H5P_DEFAULT) >= 0);
            }
            const hid_t space = shape.empty() ? H5Screate(H5S_SCALAR)
                                              : H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
            const hid_t set = H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, plan, H5P_DEFAULT);
            REQUIRE(set >= 0);
            if (!values.empty()) {
                REQUIRE(H5Dwrite(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
            }
            H5Dclose(set);
            H5Sclose(space);
        });
    }
    /// The numbers of a data set, by HDF5 itself.
    [[nodiscard]] std::vector<float> numbers(const std::string &name) const
    {
        std::vector<float> values;
        edit([&](hid_t file) {
            const hid_t set = H5Dopen2(file, name.c_str(), H5P_DEFAULT);
            REQUIRE(set >= 0);
            const hid_t space = H5Dget_space(set);
            values.resize(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space)));
            REQUIRE(H5Dread(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
            H5Sclose(space);
            H5Dclose(set);
        });
        return values;
    }

private:
    TemporaryFolder m_folder;
};

/// Writes a copy of a file with one to four bytes changed at random, half of them where there is no zero.
inline void writeDamaged(const std::string &bytes, const std::filesystem::path &file, std::mt19937 &random)
{
    std::string damaged = bytes;
    for (std::size_t i = 0, changes = 1 + random() % 4; i < changes; ++i) {
        std::size_t at = random() % damaged.size();
        if (random() % 2 == 0) {
            at = std::min(damaged.find_first_not_of('\0', at), damaged.size() - 1);
        }
        damaged[at] = static_cast<char>(random());
    }
    std::ofstream(file, std::ios::binary) << damaged;
}

/// Whether it is what a user may see of one: a single line, a sentence that names the file.
inline bool isSentenceAbout(const std::string &message, const std::filesystem::path &file)
{
    return message.find(file.string()) != std::string::npos && message.find('\n') == std::string::npos &&
           message.ends_with('.');
}

/// Where the published code's parts lie in the file of the golden values.
inline const std::string kerasScope = "bert/tf_bert_for_sequence_classification/bert/";

} // namespace adaplens::test
