// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace adaplens {

/// A file, pipe or device, read from front to back in blocks. Waiting for a slow writer (a person, a pipe) ends when
/// the stop token asks for it.
class Input {
public:
    /// "-" is standard input. Throws Error if it is absent, a folder or may not be read.
    explicit Input(const std::filesystem::path &file);
    ~Input();
    Input(const Input &) = delete;
    Input &operator=(const Input &) = delete;

    /// What came next, at most 64 KiB, valid until the next call; empty at the end or when asked to stop. Throws Error.
    [[nodiscard]] std::string_view read(std::stop_token stop);
    /// "'x'" or "Standard input", to begin a sentence with.
    [[nodiscard]] const std::string &title() const { return m_title; }

private:
    [[noreturn]] void fail(int code) const;

    std::string m_title;
    int m_descriptor = 0;
    bool m_owned = false;
    std::unique_ptr<char[]> m_block;
};

/// Bytes that are read whole, unless told otherwise: more is no data set, and no memory would hold /dev/zero.
constexpr std::size_t largestWhole = std::size_t{512} << 20U;

/// All that a file, pipe or device ("-": standard input) holds. Empty = asked to stop. Throws Error if it cannot be
/// read or holds more than `most` bytes.
[[nodiscard]] std::optional<std::string> readWhole(const std::filesystem::path &file, std::stop_token stop,
                                                   std::size_t most = largestWhole);
[[nodiscard]] std::string readWhole(const std::filesystem::path &file);

/// Whether something can be read once only: it is there, and neither a file nor a folder (a pipe, a terminal).
[[nodiscard]] bool isReadOnce(const std::filesystem::path &file);

/// The number of a path among the open descriptors of this process (/proc/self/fd/1, /dev/fd/1), which leads to what
/// may have no name of its own.
[[nodiscard]] std::optional<int> descriptorOf(const std::filesystem::path &file);

/// A file as messages name it, in quotes; "-" is standard input.
[[nodiscard]] std::string quoted(const std::filesystem::path &file);

} // namespace adaplens
