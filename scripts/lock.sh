#!/bin/sh
# Lock versions and hashes for every platform, without recording any address.
set -eu
cd "$(dirname "$0")/.."
for pair in setup:requirements.lock dev:requirements-dev.lock; do
    uv pip compile pyproject.toml --extra "${pair%%:*}" --extra lock --universal --generate-hashes --upgrade \
        --no-header --no-annotate --python-version 3.11 --quiet --output-file "${pair#*:}"
done
