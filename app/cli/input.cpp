// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "core/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace adaplens::cli {

namespace {

constexpr std::size_t blockSize = std::size_t{64} << 10U;
constexpr std::size_t largestText = std::size_t{64} << 20U;
constexpr int patience = 100; ///< milliseconds between two looks at the stop token

[[noreturn]] void failed(const std::string &title)
{
    throw Error(title + " could not be read: " + std::strerror(errno) + '.');
}

} // namespace

Input::Input(const std::string &name)
    : m_title(name == "-" ? std::string("Standard input") : "The file " + name),
      m_fd(STDIN_FILENO),
      m_owned(name != "-"),
      m_block(std::make_unique<char[]>(blockSize))
{
    if (m_owned) {
        // Without O_NONBLOCK, opening a named pipe would wait for its writer, deaf to Ctrl-C.
        m_fd = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (m_fd < 0) {
            failed(m_title);
        }
    }
}

Input::~Input()
{
    if (m_owned) {
        ::close(m_fd);
    }
}

std::string_view Input::read(std::stop_token stop)
{
    pollfd wait{m_fd, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (::poll(&wait, 1, patience) == 0) {
            continue;
        }
        const ssize_t count = ::read(m_fd, m_block.get(), blockSize);
        if (count >= 0) {
            return {m_block.get(), static_cast<std::size_t>(count)};
        }
        if (errno != EINTR && errno != EAGAIN) {
            failed(m_title);
        }
    }
    return {};
}

std::optional<std::string> readText(const std::string &name, std::stop_token stop)
{
    Input input(name);
    std::string text;
    for (std::string_view block = input.read(stop); !block.empty(); block = input.read(stop)) {
        if (text.size() + block.size() > largestText) {
            throw Error(input.title() +
                        " is larger than 64 MiB; give a shorter text, or use `evaluate` for a data set.");
        }
        text += block;
    }
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    return text;
}

} // namespace adaplens::cli
