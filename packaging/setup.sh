# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What run.sh and test.sh share: Debian's packages, configuring, building. Sourced from the root of the sources, not
# run.

# Debian's tools go first: another CMake or Ninja on the PATH may belong to some other set-up. CMAKE names another one.
export PATH="/usr/bin:/bin:$PATH"
cmake="${CMAKE:-cmake}"

step() { printf '\n==> %s\n' "$*"; }

fail()
{
    printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# The packages of packaging/packages.list that are not installed; a # starts a comment.
missing_packages()
{
    local wanted
    wanted=$(sed 's/#.*//' packaging/packages.list | tr -s ' \t\n' '\n' | sed '/^$/d' | sort -u)
    # shellcheck disable=SC2086 # one word a package
    { dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort -u | comm -23 <(printf '%s\n' "$wanted") - | tr '\n' ' '
}

# Installs what is missing and nothing else; asks no network where nothing is.
install_packages()
{
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        step "This is no Debian: taking for granted that what packaging/packages.list names is there"
        return
    fi
    local missing as_root=()
    missing=$(missing_packages)
    if [ -z "$missing" ]; then
        return
    fi
    step "Installing Debian packages: $missing"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            fail "packages are missing and there is no sudo; run as root: apt-get install $missing"
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    "${as_root[@]}" apt-get -q update ||
        fail "the package lists could not be fetched; connect to the network, or install by other means: $missing"
    # shellcheck disable=SC2086 # one word a package
    "${as_root[@]}" apt-get -q -y --no-install-recommends install $missing ||
        fail "apt-get could not install these packages (its messages are above): $missing"
    installed_something=yes
}

# As many compilers as there are processors, and memory for: a file that includes LibTorch takes 1.5 GB.
parallel_jobs()
{
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
    if [ "$memory" -lt 1 ]; then
        memory=1
    fi
    echo $((processors < memory ? processors : memory))
}

cached() { sed -n "s/^$2:[A-Z]*=//p" "build/$1/CMakeCache.txt"; }

# configure PRESET: brings build/PRESET up; a build folder that fits is left to Ninja, which asks CMake where needed.
# CMAKE_PREFIX_PATH in the environment names another LibTorch than Debian's.
configure()
{
    local preset=$1 prefix="${CMAKE_PREFIX_PATH:-}"
    local folder="build/$preset"
    prefix="${prefix//:/;}"
    if [ -f "$folder/CMakeCache.txt" ]; then
        if [ "$(cached "$preset" CMAKE_PREFIX_PATH)" != "$prefix" ] ||
            [ "$(cached "$preset" CMAKE_HOME_DIRECTORY)" != "$PWD" ]; then
            step "Forgetting the set-up of $folder: it was made for another LibTorch or another folder"
            rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
        elif [ -f "$folder/build.ninja" ] && [ ! CMakePresets.json -nt "$folder/build.ninja" ] &&
            [ -z "${installed_something:-}" ]; then
            return
        fi
    fi
    step "Configuring $folder"
    "$cmake" --preset "$preset" "-DCMAKE_PREFIX_PATH=$prefix" ||
        fail "CMake could not set up $folder; its messages are above"
}

# build PRESET [TARGET...]
build()
{
    local preset=$1 targets=()
    shift
    if [ $# -gt 0 ]; then
        targets=(--target "$@")
    fi
    "$cmake" --build "build/$preset" --parallel "$(parallel_jobs)" "${targets[@]}" ||
        fail "build/$preset could not be built; the compiler's messages are above"
}
