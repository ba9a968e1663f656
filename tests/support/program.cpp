// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT: POSIX declares it nowhere

namespace adaplens::test {

namespace {

/// A file without a name, for a stream of the child: nothing can block, however much it writes.
class Scratch {
public:
    Scratch() : m_file(std::tmpfile())
    {
        if (m_file == nullptr) {
            throw std::runtime_error("no temporary file");
        }
    }
    ~Scratch() { std::fclose(m_file); }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    [[nodiscard]] int fd() const { return fileno(m_file); }
    void fill(const std::string &text)
    {
        std::fwrite(text.data(), 1, text.size(), m_file);
        std::rewind(m_file);
    }
    [[nodiscard]] std::string content()
    {
        std::rewind(m_file);
        std::string text;
        char block[4096];
        for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, m_file)) > 0;) {
            text.append(block, count);
        }
        return text;
    }

private:
    std::FILE *m_file;
};

/// A terminal, for a stream of the child: what it writes can be waited for.
class Terminal {
public:
    Terminal() : m_ours(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (m_ours >= 0 && grantpt(m_ours) == 0 && unlockpt(m_ours) == 0) {
            m_its = open(ptsname(m_ours), O_RDWR | O_NOCTTY | O_CLOEXEC); // NOLINT: no other thread asks for names
        }
        if (m_its < 0) {
            throw std::runtime_error("no terminal");
        }
    }
    ~Terminal()
    {
        leaveToChild();
        close(m_ours);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    [[nodiscard]] int fd() const { return m_its; }
    /// Only the child holds its end from now on, so that reading ends when the child does.
    void leaveToChild()
    {
        if (m_its >= 0) {
            close(m_its);
            m_its = -1;
        }
    }
    /// Waits for output, and appends it. False at the end of the child.
    [[nodiscard]] bool readSome(std::string &text) const
    {
        char block[4096];
        ssize_t count = 0;
        while ((count = read(m_ours, block, sizeof block)) < 0 && errno == EINTR) {
        }
        text.append(block, count > 0 ? static_cast<std::size_t>(count) : 0);
        return count > 0;
    }

private:
    int m_ours = -1;
    int m_its = -1;
};

/// A pipe that a thread writes a text into.
class Feeder {
public:
    explicit Feeder(const std::string &text)
    {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        m_end = ends[0];
        m_writer = std::jthread([text, end = ends[1]] {
            sigset_t pipes; // a child that reads no more must not end the test
            sigemptyset(&pipes);
            sigaddset(&pipes, SIGPIPE);
            pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
            std::string_view rest = text;
            for (ssize_t count = 0; !rest.empty() && count >= 0;) {
                count = write(end, rest.data(), rest.size());
                rest.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
            }
            close(end);
        });
    }
    ~Feeder() { leaveToChild(); }
    Feeder(const Feeder &) = delete;
    Feeder &operator=(const Feeder &) = delete;

    [[nodiscard]] int fd() const { return m_end; }
    /// Only the child holds its end from now on, so that writing fails when the child is gone.
    void leaveToChild()
    {
        if (m_end >= 0) {
            close(m_end);
            m_end = -1;
        }
    }

private:
    int m_end = -1;
    std::jthread m_writer;
};

std::vector<std::string> environmentOf(const ProgramCall &call)
{
    std::vector<std::string> result;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!call.environment.contains(text.substr(0, text.find('=')))) {
            result.push_back(text);
        }
    }
    for (const auto &[name, value] : call.environment) {
        result.push_back(std::string(name).append("=").append(value));
    }
    return result;
}

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> result;
    result.reserve(texts.size() + 1);
    for (std::string &text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

} // namespace

ProgramResult runProgram(const ProgramCall &call)
{
    Scratch input;
    std::optional<Feeder> feeder;
    if (call.pipe) {
        feeder.emplace(call.input);
    }
    Scratch output;
    Scratch error;
    std::optional<Terminal> terminal;
    if (call.interrupt) {
        terminal.emplace();
    }
    input.fill(call.input);
    std::vector<std::string> arguments{call.program};
    arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
    std::vector<std::string> environment = environmentOf(call);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, feeder ? feeder->fd() : input.fd(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, terminal ? terminal->fd() : error.fd(), STDERR_FILENO);
    if (call.outputFile) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, call.outputFile->c_str(), O_WRONLY, 0);
    } else {
        posix_spawn_file_actions_adddup2(&actions, output.fd(), STDOUT_FILENO);
    }
    pid_t child = 0;
    const int failure = posix_spawn(&child, call.program.c_str(), &actions, nullptr, pointers(arguments).data(),
                                    pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        throw std::runtime_error("could not start " + call.program);
    }
    if (feeder) {
        feeder->leaveToChild();
    }
    std::string shown;
    if (terminal) {
        terminal->leaveToChild();
        if (terminal->readSome(shown)) {
            kill(child, SIGINT);
        }
        while (terminal->readSome(shown)) {
        }
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    ProgramResult result;
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.output = output.content();
    result.error = terminal ? shown : error.content();
    return result;
}

} // namespace adaplens::test
