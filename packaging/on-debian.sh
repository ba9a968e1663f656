#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs commands on a bare Debian of another release, in a chroot that debootstrap makes; as root:
#   packaging/on-debian.sh bookworm|trixie [command ...]
# The commands are ./run.sh and ./test.sh where none is named, in a copy of this working tree. The chroot stays for the
# next time, with its ccache (rm -rf makes it go: nothing is mounted there but while this script runs):
#   ADAPLENS_CHROOTS  the folder of all chroots; default /var/tmp/adaplens-chroots
#   ADAPLENS_MIRROR   the mirror of Debian; default the one that this machine's apt uses
set -euo pipefail
self=$(readlink -f "$0")
cd "$(dirname "$self")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

[ $# -gt 0 ] || fail "name a release of Debian: $0 bookworm|trixie [command ...]"
release=$1
shift
[ "$(id -u)" = 0 ] || fail "a chroot needs root"
command -v debootstrap >/dev/null || fail "there is no debootstrap; install Debian's package of that name"

# In a mount namespace of its own whatever is mounted goes with this script.
if [ -z "${ADAPLENS_UNSHARED:-}" ]; then
    ADAPLENS_UNSHARED=yes exec unshare --mount --propagation private "$self" "$release" "$@"
fi

chroots=${ADAPLENS_CHROOTS:-/var/tmp/adaplens-chroots}
root=$chroots/$release
if [ ! -e "$root/made" ]; then
    mirror=${ADAPLENS_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' |
        sed -n 1p)}
    step "Making a bare Debian $release in $root"
    rm -rf "$root"
    mkdir -p "$root"
    # shellcheck disable=SC2086 # no mirror, no argument: debootstrap then takes its own default
    debootstrap --variant=minbase "$release" "$root" $mirror || fail "debootstrap could not make $root"
    touch "$root/made"
fi
cp /etc/resolv.conf /etc/hosts "$root/etc/"
apt-config dump | grep -E '^Acquire::https?::Proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true

step "Copying the working tree"
sources=$root/adaplens/sources
mkdir -p "$sources"
find "$sources" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
git ls-files -z --cached --others --exclude-standard |
    tar --create --null --files-from - --ignore-failed-read --warning=no-failed-read | tar --extract -C "$sources"

mount --bind /proc "$root/proc"
mount --rbind /dev "$root/dev"
if [ -d ../shared ]; then
    mkdir -p "$root/adaplens/shared"
    mount --bind "$(readlink -f ../shared)" "$root/adaplens/shared"
    mount -o remount,bind,ro "$root/adaplens/shared"
fi

# run COMMAND: as on a machine where somebody has just logged in
run()
{
    step "On Debian $release: $*"
    local begun=$SECONDS
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        chroot "$root" sh -c 'cd /adaplens/sources && exec "$@"' sh "$@" || fail "failed on Debian $release: $*"
    step "Took $((SECONDS - begun)) s on Debian $(cat "$root/etc/debian_version"): $*"
}
if [ $# -gt 0 ]; then
    run "$@"
else
    run ./run.sh
    run ./test.sh
fi
