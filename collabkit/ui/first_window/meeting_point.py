"""Where two starts on the same data folder find each other. No Qt."""

import os
import stat
import sys
import tempfile
from pathlib import Path

_LONGEST = 100  # bytes; the address of a socket holds 104 on macOS and 108 on Linux


def meeting_point(folder: Path) -> str:
    """Return the name of the local socket for a data folder; nothing if there is no folder.

    The folder is told by its number on its disk, not by its path: a link to it, or the same path
    in other letters, leads to the same window. On Windows it is the name of a pipe, elsewhere a
    path in the folder that the system has for such things, which is the person's own.
    """
    try:
        found = folder.stat()
    except (OSError, ValueError):
        return ""
    name = f"collabkit-{found.st_dev:x}-{found.st_ino:x}"
    if sys.platform == "win32":
        return f"{name}-{os.environ.get('USERNAME', '')}"
    # https://specifications.freedesktop.org/basedir-spec/latest/ on XDG_RUNTIME_DIR
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    is_there = bool(own) and Path(own).is_dir() and os.access(own, os.W_OK)
    path = Path(own if is_there else tempfile.gettempdir()) / f"{name}-{os.getuid()}.socket"
    return str(path) if len(os.fsencode(path)) <= _LONGEST else ""


def may_be_met(point: str) -> bool:
    """Tell, without Qt, whether somebody of this user may be waiting at ``point``.

    A socket that another user has put there, where all may write, is not listened to.
    """
    if sys.platform == "win32":
        return bool(point)
    try:
        found = os.lstat(point)
    except (OSError, ValueError):
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()
