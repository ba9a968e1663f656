#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the sources against .clang-format and .clang-tidy: packaging/lint.sh [files]; all files where none is named.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
for tool in clang-format-14 clang-tidy-14; do
    command -v "$tool" >/dev/null || fail "there is no $tool; install Debian's clang-format and clang-tidy"
done

if [ $# -eq 0 ]; then
    mapfile -t files < <(git ls-files '*.cpp' '*.h' ':!packaging/sanitizers')
    set -- "${files[@]}"
fi
step "clang-format"
clang-format-14 --dry-run -Werror "$@" || fail "these files are not formatted; run clang-format-14 -i on them"

configure lint
step "Writing what tests of widgets include"
mapfile -t written < <(ninja -C build/lint -t targets all | sed -n 's/^\([^ ]*_autogen\): phony$/\1/p')
if [ ${#written[@]} -gt 0 ]; then
    build lint "${written[@]}"
fi
step "clang-tidy"
# Only what the checks say of our own files counts. What clang itself says does not, for the code is GCC's: clang 14
# stumbles over LibTorch 1.13's headers under C++20 and knows not all of its processors. A header that is missing does:
# the file was not read.
found=$(printf '%s\n' "$@" | sed -n '/\.cpp$/p' |
    xargs -r -n 1 -P "$(parallel_jobs)" clang-tidy-14 --quiet -p build/lint 2>/dev/null |
    grep -E "^$PWD/[^:]*:[0-9]+:[0-9]+: (warning|error)" |
    grep -E "\[(bugprone|performance|modernize|readability|cppcoreguidelines)-|file not found" | sort -u) || true
if [ -n "$found" ]; then
    fail "clang-tidy found:
$found"
fi
