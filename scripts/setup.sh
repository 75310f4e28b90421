#!/bin/sh
# Set up everything that collabkit needs: system libraries, Python environment, locked packages.
#   scripts/setup.sh run    what the program needs
#   scripts/setup.sh dev    what its tests need as well
# Nothing is done twice: when all is in place this takes a few milliseconds.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONDONTWRITEBYTECODE || true

purpose="${1:-run}"
case "$purpose" in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *) echo "usage: scripts/setup.sh run|dev" >&2; exit 2 ;;
esac

# The development packages hold everything that running needs.
if [ -x .venv/bin/collabkit ] && cmp -s pyproject.toml .venv/installed-pyproject.toml; then
    if cmp -s requirements-dev.lock .venv/installed-dev.lock; then exit 0; fi
    if [ "$purpose" = run ] && cmp -s requirements.lock .venv/installed-run.lock; then exit 0; fi
fi

say() { echo "collabkit set-up: $*"; }

# --- System libraries -------------------------------------------------------------------------
has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
has_program() { command -v "$1" >/dev/null 2>&1; }
find_python() {
    for candidate in "${PYTHON3:-}" python3.13 python3.12 python3.11 python3; do
        [ -n "$candidate" ] && has_program "$candidate" || continue
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

missing=""
want() { missing="$missing $1"; }
if [ "$(uname -s)" = Linux ]; then
    has_library libglib-2.0.so.0 || want libglib2.0-0
    has_library libEGL.so.1 || want libegl1
    has_library libGL.so.1 || want libgl1
    has_library libxkbcommon.so.0 || want libxkbcommon0
    has_library libfontconfig.so.1 || want libfontconfig1
    has_library libdbus-1.so.3 || want libdbus-1-3
    has_library libxcb-cursor.so.0 || want libxcb-cursor0
    has_library libxcb-icccm.so.4 || want libxcb-icccm4
    has_library libxcb-keysyms.so.1 || want libxcb-keysyms1
    has_library libxcb-shape.so.0 || want libxcb-shape0
    has_library libxcb-xkb.so.1 || want libxcb-xkb1
    has_library libxkbcommon-x11.so.0 || want libxkbcommon-x11-0
    if [ "$purpose" = dev ]; then
        has_program pdftotext || want poppler-utils
        has_program qpdf || want qpdf
        has_program Xvfb || want xvfb
        has_program xauth || want xauth
    fi
    if [ -z "$(find_python)" ]; then
        want python3
        want python3-venv
    fi
fi

if [ -n "$missing" ]; then
    if ! has_program apt-get; then
        say "this machine lacks some system libraries. Under Debian and Ubuntu they are called:"
        say " $missing"
        say "please install what your system calls them, then run this again."
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        as_root=""
    elif has_program sudo && [ -t 0 ]; then
        say "these system libraries are missing:$missing"
        printf 'Install them now with sudo? [y/N] '
        read -r answer
        case "$answer" in
            [Yy]*) as_root=sudo ;;
            *) say "nothing was changed."; exit 1 ;;
        esac
    else
        say "these system libraries are missing; please ask somebody with the right to do so:"
        say "  apt-get install$missing"
        exit 1
    fi
    say "installing$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of words is meant
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# --- Python environment -----------------------------------------------------------------------
python="$(find_python)"
if [ -z "$python" ]; then
    say "Python 3.11 or newer with its venv module is needed and could not be found."
    say "Please install it (Debian, Ubuntu: python3 and python3-venv), then run this again."
    exit 1
fi
if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "making the environment .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi

say "installing the locked packages (once; this can take a minute or two)"
pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes --requirement "$lock"
pip install --no-deps --no-build-isolation --editable .
cp "$lock" ".venv/installed-$purpose.lock"
cp pyproject.toml .venv/installed-pyproject.toml
say "done"
