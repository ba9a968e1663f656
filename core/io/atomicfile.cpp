// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"

#include "core/error.h"
#include "core/io/input.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace adaplens {

namespace {

/// Follows links to what they point at, which need not exist. Stops at an entry of this process's own descriptors
/// (/dev/stdout and /dev/fd/3 lead there): what stands behind it may have no name.
std::filesystem::path followed(std::filesystem::path file)
{
    constexpr int mostLinks = 40; // as the kernel
    std::error_code error;
    for (int i = 0; i < mostLinks && !descriptorOf(file) && std::filesystem::is_symlink(file, error); ++i)
        file = file.parent_path() / std::filesystem::read_symlink(file, error);
    return file;
}

} // namespace

AtomicFile::AtomicFile(const std::filesystem::path &file) : m_name(file), m_target(followed(file))
{
    if (const auto own = descriptorOf(m_target)) {
        m_descriptor = ::fcntl(*own, F_DUPFD_CLOEXEC, 0); // opening it anew would write over what is there
        if (m_descriptor < 0)
            fail(errno);
        return;
    }
    std::error_code error;
    if (std::filesystem::is_symlink(m_target, error))
        fail(ELOOP);
    const auto status = std::filesystem::status(m_target, error);
    if (std::filesystem::is_directory(status))
        fail(EISDIR);
    if (std::filesystem::is_block_file(status))
        fail(EBUSY);
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
        openTemporary();
        return;
    }
    m_descriptor = ::open(m_target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (m_descriptor < 0)
        fail(errno);
}

void AtomicFile::openTemporary()
{
    std::error_code error;
    if (m_target.has_parent_path()) {
        std::filesystem::create_directories(m_target.parent_path(), error);
        if (error)
            fail(error.value());
    }
    struct stat old {};
    const bool replaces = ::stat(m_target.c_str(), &old) == 0;
    // A name of its own for each process and file; one that a crash left behind is passed over.
    static std::atomic<unsigned> counter = 0;
    do {
        m_temporary = m_target.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp";
        m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (m_descriptor < 0 && errno == EEXIST);
    if (m_descriptor < 0) {
        const int code = errno;
        m_temporary.clear();
        fail(code);
    }
    if (replaces)
        (void)::fchmod(m_descriptor, old.st_mode & 07777U); // where a file system has no rights (FAT), so be it
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void AtomicFile::write(std::string_view text)
{
    // Small writes are gathered, large ones go straight to the file.
    constexpr std::size_t gather = std::size_t{64} << 10;
    if (text.size() < gather) {
        m_buffer += text;
        if (m_buffer.size() >= gather)
            flush();
        return;
    }
    flush();
    writeOut(text);
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    write({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

void AtomicFile::writeOut(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EAGAIN) { // a pipe that another process made so
            pollfd room{m_descriptor, POLLOUT, 0};
            (void)::poll(&room, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            fail(errno);
        }
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AtomicFile::flush()
{
    writeOut(m_buffer);
    m_buffer.clear();
}

void AtomicFile::commit()
{
    flush();
    if (::fsync(m_descriptor) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
        fail(errno);
    const int closed = ::close(m_descriptor);
    m_descriptor = -1;
    if (closed != 0)
        fail(errno);
    if (m_temporary.empty())
        return;
    if (std::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        fail(errno);
    m_temporary.clear();
    // The rename itself lasts a power cut only once the folder is flushed; failing here loses nothing that is written.
    const std::filesystem::path folder = m_target.has_parent_path() ? m_target.parent_path() : ".";
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor);
        ::close(descriptor);
    }
}

void AtomicFile::fail(int code) const
{
    const std::string name = quoted(m_name), reason = std::generic_category().message(code);
    if (code == ENOSPC || code == EDQUOT)
        throw Error("%1 cannot be written: %2; free some space and try again.", name, reason);
    if (code == EACCES || code == EPERM || code == EROFS)
        throw Error("%1 cannot be written: %2; choose a folder that you may write to.", name, reason);
    if (code == EISDIR || code == EBUSY)
        throw Error("%1 cannot be written: %2; choose a file name.", name, reason);
    throw Error("%1 cannot be written: %2.", name, reason);
}

void writeFile(const std::filesystem::path &file, std::string_view content)
{
    AtomicFile out(file);
    out.write(content);
    out.commit();
}

} // namespace adaplens
