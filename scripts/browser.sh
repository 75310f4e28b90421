#!/bin/sh
# A browser and axe-core, with which tests look at web pages as people do. Without them these tests
# are skipped with a reason, so this never fails: it says what is missing.
set -u
cd "$(dirname "$0")/.."

say() { echo "collabkit browser: $*"; }

if ! command -v chromium >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "installing Chromium"
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium \
            >/dev/null 2>&1 || say "Chromium could not be installed"
    else
        say "there is no Chromium; web pages are not looked at"
    fi
fi
if [ ! -f build/axe/node_modules/axe-core/axe.min.js ]; then
    if command -v npm >/dev/null 2>&1; then
        say "fetching axe-core"
        npm install --no-save --no-audit --no-fund --silent --prefix build/axe axe-core@4.14.1 \
            >/dev/null 2>&1 || say "axe-core could not be fetched"
    else
        say "there is no npm, so no axe-core"
    fi
fi
