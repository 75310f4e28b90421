#!/bin/sh
# Open the program; on a machine without a display say so and make the sample plan instead.
set -eu
cd "$(dirname "$0")/.."
if .venv/bin/python -m collabkit.cli.display; then
    exec .venv/bin/collabkit
fi
echo "There is no display here, so the window cannot open."
echo "Running the sample assessment instead:"
exec .venv/bin/collabkit demo --out build/demo
