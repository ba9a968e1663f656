#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests every configuration that AdapLens is meant for, which takes hours; each can be named alone:
#   packaging/configurations.sh [dev|release|fallback|asan|tsan|lint|bookworm|trixie]...
# The last two need root and debootstrap. Goes on after a failure, and names the failed ones in the end.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit 1
[ $# -gt 0 ] || set -- dev release fallback asan tsan lint bookworm trixie

failed=()
for name in "$@"; do
    case "$name" in
        dev | release | fallback | asan | tsan) command=(./test.sh --preset "$name") ;;
        lint) command=(packaging/lint.sh) ;;
        bookworm | trixie) command=(packaging/on-debian.sh "$name") ;;
        *) echo "there is no configuration \"$name\"" >&2; exit 2 ;;
    esac
    "${command[@]}" || failed+=("$name")
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "failed: ${failed[*]}" >&2
    exit 1
fi
echo "all passed: $*"
