// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/io/input.h"

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>

namespace adaplens {

/// A data file read from front to back, with its line numbers for messages. Skips a UTF-8 byte order mark and refuses
/// what is not UTF-8 text by its first bytes (UTF-16, NUL bytes).
class TextFile {
public:
    static constexpr int end = -1;
    static constexpr std::size_t longestRecord = std::size_t{64} << 20; ///< bytes; more is a file of another kind

    /// A file is read as it goes, what can be read once only (a pipe) whole. Throws Error if it is absent, a folder,
    /// empty or may not be read.
    explicit TextFile(std::filesystem::path file);
    /// The same of what has been read already; `name` stands for the file in messages.
    TextFile(std::filesystem::path name, std::shared_ptr<const std::string> content);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Line of the next byte, from 1.
    [[nodiscard]] std::size_t line() const { return m_line; }

    /// The next byte, 0..255, or `end`. Line ends CR LF and LF both come as '\n'.
    int get();
    /// The rest of the current line without its end, or false at the end of the file.
    bool getLine(std::string &line);

    /// Throws Error: "file, line 12: what."
    [[noreturn]] void fail(std::size_t line, const Message &what) const;

private:
    void start();

    std::filesystem::path m_path;
    std::shared_ptr<const std::string> m_content; // what m_buffer reads, where that is no file
    std::unique_ptr<std::streambuf> m_buffer;
    std::size_t m_line = 1;
};

} // namespace adaplens
