#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up what is missing, builds AdapLens and opens it: ./run.sh [arguments of the program]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

install_packages
configure release
step "Building AdapLens"
build release adaplens adaplens-cli

program=build/release/bin/adaplens
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    step "Opening AdapLens"
    exec "$program" "$@"
fi
step "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the analysis to out/"
QT_QPA_PLATFORM=offscreen "$program" --headless --out out "$@" ||
    fail "AdapLens could not write the analysis to out/; its message is above"
