// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace adaplens {

/// Writes a file so that it is either there whole or not at all: into a temporary beside it, flushed to the disk, then
/// renamed over the old one. Without commit() the temporary goes and the old file stays as it was. Pipes, devices and
/// open descriptors (/dev/stdout) are no files to be replaced: what is written goes to them as it comes.
class AtomicFile {
public:
    /// Opens the temporary; missing parent folders are made. A link is followed: what it points at is replaced. A named
    /// pipe waits for its reader. Throws Error naming the file and the reason.
    explicit AtomicFile(const std::filesystem::path &file);
    ~AtomicFile();
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    /// Appends. Throws Error where the disk is full or fails.
    void write(std::string_view text);
    void write(std::span<const std::byte> bytes);
    /// Puts the file in its place. Throws Error; nothing may be written afterwards.
    void commit();

private:
    [[noreturn]] void fail(int code) const;
    void openTemporary();
    void writeOut(std::string_view bytes);
    void flush();

    std::filesystem::path m_name; ///< as it was given
    std::filesystem::path m_target;
    std::string m_temporary; ///< empty where m_target itself is written
    std::string m_buffer;
    int m_descriptor = -1;
};

/// Replaces a file's content atomically. Throws Error; the old file is then untouched.
void writeFile(const std::filesystem::path &file, std::string_view content);

} // namespace adaplens
