#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up what is missing, builds everything and runs all tests:
#   ./test.sh [--preset dev|release|fallback|asan|tsan] [arguments of ctest]
# Another LibTorch than Debian's: CMAKE_PREFIX_PATH=<its folder> ./test.sh
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=dev
case "${1:-}" in
    --preset) preset=${2:-}; shift; [ $# -eq 0 ] || shift ;;
    --preset=*) preset=${1#--preset=}; shift ;;
esac
case "$preset" in
    dev | release | fallback | asan | tsan) ;;
    *) fail "there is no preset \"$preset\"; choose dev, release, fallback, asan or tsan" ;;
esac

install_packages
configure "$preset"
step "Building $preset"
build "$preset"
step "Running the tests of $preset"
ctest=$(dirname "$(command -v "$cmake")")/ctest
"$ctest" --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel "$(parallel_jobs)" "$@" ||
    fail "not all tests of $preset passed; the ones that failed are named above"
