// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"

#include <optional>
#include <string_view>

namespace adaplens::safetensors {

constexpr std::size_t prefixBytes = 8; ///< the length of the header, before it

/// What the header of a file says.
struct Header {
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
};

/// Bytes of a header whose length stands in the first eight bytes of a file of `fileSize`. Throws Error naming `file`.
[[nodiscard]] std::size_t headerLength(const std::filesystem::path &file, std::span<const std::byte> prefix,
                                       std::uint64_t fileSize);
/// Reads and checks a header with `dataSize` bytes behind it. Throws Error naming `file`.
[[nodiscard]] Header parseHeader(const std::filesystem::path &file, std::string_view text, std::uint64_t dataSize);

[[nodiscard]] std::string_view nameOf(ElementType type);
/// Elements times the size of one, or empty if that does not fit in 63 bits.
[[nodiscard]] std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t> &shape, ElementType type);
/// A text out of a file as a message can show it: quoted, printable, and not pages of it.
[[nodiscard]] std::string shown(const std::string &text);
[[nodiscard]] std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace adaplens::safetensors
