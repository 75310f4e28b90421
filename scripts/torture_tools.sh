#!/bin/sh
# What tests/torture uses beside Python: strace for power cuts, a C compiler for faults, unshare for
# a journey without a network. Without them those tests are skipped with a reason, so this never
# fails: it says what is missing.
set -u

say() { echo "collabkit torture: $*"; }

missing=""
command -v strace >/dev/null 2>&1 || missing="$missing strace"
command -v cc >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || missing="$missing gcc libc6-dev"
command -v unshare >/dev/null 2>&1 || missing="$missing util-linux"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing$missing"
    # shellcheck disable=SC2086  the names are meant as words of their own
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing \
        >/dev/null 2>&1 || say "could not be installed:$missing"
else
    say "there is no$missing; some tests are skipped"
fi
