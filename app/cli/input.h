// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace adaplens::cli {

/// A file, or standard input where the name is "-", read as bytes in blocks. Waiting for a slow writer (a person, a
/// pipe) ends when the stop token asks for it.
class Input {
public:
    /// Throws Error if the file cannot be opened.
    explicit Input(const std::string &name);
    ~Input();
    Input(const Input &) = delete;
    Input &operator=(const Input &) = delete;

    /// What came next, at most 64 KiB, valid until the next call; empty at the end or when asked to stop. Throws Error.
    [[nodiscard]] std::string_view read(std::stop_token stop);
    /// "The file x" or "Standard input", to begin a sentence with.
    [[nodiscard]] const std::string &title() const { return m_title; }

private:
    std::string m_title;
    int m_fd = 0;
    bool m_owned = false;
    std::unique_ptr<char[]> m_block;
};

/// Reads a whole text. Empty = asked to stop. Throws Error if it cannot be read or is larger than 64 MiB.
[[nodiscard]] std::optional<std::string> readText(const std::string &name, std::stop_token stop);

} // namespace adaplens::cli
