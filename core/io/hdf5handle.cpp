// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5handle_p.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/safetensorsheader_p.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <string>
#include <system_error>

namespace adaplens::hdf5 {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestFile = std::uint64_t{8} << 30U; // BERT-large has 1.3 GB

/// A number of the superblock, as HDF5 stores it: little-endian.
std::uint64_t number(std::span<const unsigned char> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = value << 8U | bytes[i];
    }
    return value;
}

/// The innermost entry of HDF5's error stack is the cause; those above say who called whom.
herr_t keepDescription(unsigned depth, const H5E_error2_t *entry, void *into) noexcept
{
    if (depth == 0 && entry->desc != nullptr) {
        try {
            *static_cast<std::string *>(into) = entry->desc;
        } catch (...) {
            return -1; // no exception may pass through C
        }
    }
    return 0;
}

} // namespace

void startLibrary()
{
    [[maybe_unused]] static const herr_t once = H5dont_atexit();
    H5PLset_loading_state(0);
}

SilentErrors::SilentErrors()
{
    H5Eget_auto2(H5E_DEFAULT, &m_print, &m_data);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

SilentErrors::~SilentErrors()
{
    H5Eset_auto2(H5E_DEFAULT, m_print, m_data);
}

void failDamaged(const fs::path &file)
{
    std::string cause;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keepDescription, &cause);
    throw Error("%1 is damaged or cut short (HDF5 says %2); copy it again, or save it again.", file.string(),
                safetensors::shown(cause.empty() ? "nothing" : cause));
}

std::uint64_t checkSuperblock(const fs::path &file)
{
    std::error_code error;
    const fs::file_type type = fs::status(file, error).type();
    if (type == fs::file_type::not_found) {
        throw Error("There is no file %1.", file.string());
    }
    if (type != fs::file_type::regular) {
        throw Error("%1 is not a file; name the .h5 file itself, no folder and no pipe.", file.string());
    }
    const std::uint64_t size = fs::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) {
        throw Error("Cannot open %1: %2.", file.string(), std::strerror(error ? error.value() : errno));
    }
    if (size > largestFile) {
        throw Error("%1 has %2 bytes; AdapLens reads .h5 files of at most %3.", file.string(), size, largestFile);
    }
    constexpr std::array<unsigned char, 8> signature = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    std::array<unsigned char, 96> bytes = {}; // the superblock of version 0
    in.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const std::span all(bytes);
    if (size < bytes.size() || !std::equal(signature.begin(), signature.end(), bytes.begin())) {
        throw Error("%1 is not an HDF5 file; expected the .h5 file that Keras' save_weights() wrote.", file.string());
    }
    const unsigned version = bytes[8];
    if (version != 0 || bytes[13] != 8 || bytes[14] != 8) {
        throw Error("%1 is an HDF5 file of another form (superblock of version %2) than Keras writes (version 0); take "
                    "the file that save_weights() wrote.",
                    file.string(), version);
    }
    const std::uint64_t base = number(all.subspan(24, 8)), end = number(all.subspan(40, 8)),
                        driver = number(all.subspan(48, 8));
    if (base != 0 || driver != HADDR_UNDEF) {
        throw Error(
            "%1 is a part of an HDF5 file that is spread over several; take the file that save_weights() wrote.",
            file.string());
    }
    if (end > size) {
        throw Error("%1 is cut short: it has %2 bytes of %3; copy it again.", file.string(), size, end);
    }
    return size;
}

} // namespace adaplens::hdf5
