// SPDX-License-Identifier: GPL-3.0-or-later
// How long OpenMP's threads wait for one another by spinning before they sleep. GNU's runtime spins for milliseconds
// unless told otherwise; where other programs use the processor too, whoever spins takes the place of the thread that it
// waits for, and a pass takes thirty times as long. A few microseconds cost nothing on a quiet machine. The runtime
// reads this when it is loaded, before main(), so it must be in the environment that the program starts with.
#include <unistd.h>

#include <climits>
#include <cstring>

namespace {

constexpr int mostVariables = 4096;
char spinning[] = "GOMP_SPINCOUNT=4000";

/// Starts the program anew with the setting, unless the user has made one. Called before any library is set up: nothing
/// of them may be used but what asks the system directly. Where it fails, all goes on as it is.
[[gnu::no_sanitize("address", "undefined", "thread")]] void limitSpinning(int, char **arguments, char **environment)
{
    static char *changed[mostVariables + 2];
    int count = 0;
    for (; environment[count] != nullptr; ++count) {
        if (count == mostVariables || std::strncmp(environment[count], "OMP_WAIT_POLICY=", 16) == 0 ||
            std::strncmp(environment[count], "GOMP_SPINCOUNT=", 15) == 0) {
            return;
        }
        changed[count] = environment[count];
    }
    changed[count] = spinning;
    static char program[PATH_MAX]; // not /proc/self/exe itself, which would become the program's name
    const ssize_t length = ::readlink("/proc/self/exe", program, sizeof program - 1);
    if (length > 0) {
        program[length] = '\0';
        ::execve(program, arguments, changed);
    }
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const beforeLibraries)(int, char **, char **) = limitSpinning;

} // namespace
