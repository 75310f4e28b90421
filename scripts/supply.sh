#!/bin/sh
# Set up build/supply: programs that look after the parts by others. They are many packages that
# neither the program nor its tests need, so they have an environment of their own.
#   scripts/supply.sh         set up what is locked, once
#   scripts/supply.sh lock    lock the versions anew (needs uv)
set -eu
cd "$(dirname "$0")/.."
lock=scripts/supply.lock
if [ "${1:-}" = lock ]; then
    uv pip compile scripts/supply.in --universal --generate-hashes --upgrade \
        --no-header --no-annotate --python-version 3.11 --quiet --output-file "$lock"
    exit
fi
if cmp -s "$lock" build/supply/installed.lock; then exit 0; fi
rm -rf build/supply
.venv/bin/python -m venv build/supply
build/supply/bin/python -m pip --disable-pip-version-check --quiet install \
    --require-hashes --requirement "$lock"
cp "$lock" build/supply/installed.lock
