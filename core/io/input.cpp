// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/input.h"

#include "core/error.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace adaplens {

namespace {

constexpr std::size_t blockSize = std::size_t{64} << 10U;
constexpr int patience = 100; ///< milliseconds between two looks at the stop token

} // namespace

Input::Input(const std::filesystem::path &file)
    : m_title(quoted(file)),
      m_descriptor(STDIN_FILENO),
      m_owned(file != "-"),
      m_block(std::make_unique<char[]>(blockSize))
{
    if (!m_owned)
        return;
    // Without O_NONBLOCK, opening a named pipe would wait for its writer, deaf to the stop token.
    m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_descriptor < 0 && errno == ENOENT)
        throw Error("There is no file %1.", m_title);
    if (m_descriptor < 0)
        fail(errno);
    struct stat status {};
    if (::fstat(m_descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(m_descriptor);
        throw Error("%1 is a folder, but a file was expected.", m_title);
    }
}

Input::~Input()
{
    if (m_owned)
        ::close(m_descriptor);
}

std::string_view Input::read(std::stop_token stop)
{
    pollfd wait{m_descriptor, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (::poll(&wait, 1, patience) == 0)
            continue;
        const ssize_t count = ::read(m_descriptor, m_block.get(), blockSize);
        if (count >= 0)
            return {m_block.get(), static_cast<std::size_t>(count)};
        if (errno != EINTR && errno != EAGAIN)
            fail(errno);
    }
    return {};
}

void Input::fail(int code) const
{
    throw Error("%1 cannot be read: %2; check its permissions.", m_title, std::generic_category().message(code));
}

std::optional<std::string> readWhole(const std::filesystem::path &file, std::stop_token stop, std::size_t most)
{
    Input input(file);
    std::string content;
    for (std::string_view block = input.read(stop); !block.empty(); block = input.read(stop)) {
        if (content.size() + block.size() > most) {
            throw Error("%1 holds more than %2 MiB, too much to be read at once; give a smaller file.", input.title(),
                        most >> 20U);
        }
        content += block;
    }
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(content));
}

std::string readWhole(const std::filesystem::path &file)
{
    return readWhole(file, std::stop_token()).value();
}

bool isReadOnce(const std::filesystem::path &file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    return file == "-" || (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
                           !std::filesystem::is_directory(status));
}

std::optional<int> descriptorOf(const std::filesystem::path &file)
{
    std::error_code error;
    const auto folder = std::filesystem::canonical(file.parent_path(), error);
    if (error || folder != std::filesystem::path("/proc") / std::to_string(::getpid()) / "fd")
        return std::nullopt;
    const std::string name = file.filename();
    int number = 0;
    const auto [stop, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    return failure == std::errc{} && stop == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

std::string quoted(const std::filesystem::path &file)
{
    return file == "-" ? "Standard input" : "'" + file.string() + "'";
}

} // namespace adaplens
