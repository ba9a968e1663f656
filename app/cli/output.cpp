// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/terminal.h"
#include "core/error.h"
#include "core/io/atomicfile.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace adaplens::cli {

namespace {

[[noreturn]] void failed()
{
    // CLI11's help goes through a stream, which keeps that it failed but not why.
    throw Error("Could not write to standard output: %1.",
                (errno != 0 ? std::strerror(errno) : "it did not take all of the text"));
}

} // namespace

void print(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        failed();
    }
}

void finishStandardOutput()
{
    errno = 0;
    std::cout.flush(); // help texts of CLI11 go this way
    if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        failed();
    }
}

void writeDocument(const std::string &target, std::string_view text)
{
    if (target == "-") {
        print(text);
        print(text.ends_with('\n') ? "" : "\n");
    } else {
        finishStandardOutput(); // the target may be another name of it
        writeFile(target, text);
    }
}

void complain(std::string_view sentence)
{
    std::fprintf(stderr, "adaplens-cli: %s\n", printable(sentence).c_str());
}

void note(std::string_view sentence)
{
    std::fprintf(stderr, "adaplens-cli: note: %s\n", printable(sentence).c_str());
}

} // namespace adaplens::cli
