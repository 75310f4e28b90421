"""Tell whether there is a display on which a window can open.

Qt ends the whole program if it cannot reach one, so this is asked before Qt is imported. As a
command (``python -m collabkit.cli.display``) it answers by its exit status.
"""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path


def display_available(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window can open, from the environment and by trying the connection."""
    if sys.platform in ("win32", "darwin"):
        return True
    # A platform chosen by hand, such as offscreen, needs no display.
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb", "wayland"):
        return True
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland and _reaches(str(Path(environment.get("XDG_RUNTIME_DIR", ""), wayland))):
        return True
    host, _, number = environment.get("DISPLAY", "").rpartition(":")
    number = number.split(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        server = f"/tmp/.X11-unix/X{number}"  # noqa: S108 -- the X Window System's own place
        # Some servers listen in Linux's abstract name space only.
        return _reaches(server) or _reaches(f"\0{server}")
    return _reaches_port(host, number)


def _reaches(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(2)
        try:
            sock.connect(address)
        except OSError:
            return False
    return True


def _reaches_port(host: str, number: str) -> bool:
    try:
        socket.create_connection((host, 6000 + int(number)), timeout=2).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(0 if display_available() else 1)
