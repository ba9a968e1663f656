// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"

#include "core/error.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace adaplens {

AtomicFile::AtomicFile(const std::filesystem::path &file) : m_target(file)
{
    std::error_code error;
    if (std::filesystem::is_symlink(m_target, error)) {
        const auto real = std::filesystem::weakly_canonical(m_target, error);
        if (!error)
            m_target = real;
    }
    if (std::filesystem::is_directory(m_target, error))
        fail(EISDIR);
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
    write(std::as_bytes(std::span(text)));
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    // Small writes are gathered, large ones go straight to the file.
    constexpr std::size_t gather = std::size_t{64} << 10;
    if (bytes.size() < gather) {
        m_buffer.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        if (m_buffer.size() >= gather)
            flush();
        return;
    }
    flush();
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            fail(errno);
        if (written > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void AtomicFile::flush()
{
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            fail(errno);
        if (written > 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
}

void AtomicFile::commit()
{
    flush();
    if (::fsync(m_descriptor) != 0 && errno != EINVAL && errno != ENOTSUP)
        fail(errno);
    const int closed = ::close(m_descriptor);
    m_descriptor = -1;
    if (closed != 0)
        fail(errno);
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
    std::string remedy;
    if (code == ENOSPC || code == EDQUOT)
        remedy = "; free some space and try again";
    else if (code == EACCES || code == EPERM || code == EROFS)
        remedy = "; choose a folder that you may write to";
    else if (code == EISDIR)
        remedy = "; choose a file name";
    throw Error("'" + m_target.string() + "' cannot be written: " + std::generic_category().message(code) + remedy +
                ".");
}

void writeFile(const std::filesystem::path &file, std::string_view content)
{
    AtomicFile out(file);
    out.write(content);
    out.commit();
}

} // namespace adaplens
