"""Tell whether there is a display on which a window can open.

Qt ends the whole program if it cannot reach one, so this is asked before Qt is imported. As a
command (``python -m collabkit.cli.display``) it answers by its exit status.
"""

import os
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
    display = environment.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        return _reaches_x_server(display)
    return _reaches_port(host, number)


def _reaches(address: str) -> bool:
    import socket  # most windows open through Qt's own library, or need none

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(2)
        try:
            sock.connect(address)
        except OSError:
            return False
    return True


def _reaches_x_server(display: str) -> bool:
    """Ask the library through which Qt itself speaks to X servers; without it Qt has no window."""
    import ctypes  # other systems and platforms chosen by hand do without

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connect.restype = ctypes.c_void_p
    for ask in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        ask.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(os.fsencode(display), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _reaches_port(host: str, number: str) -> bool:
    import socket

    try:
        socket.create_connection((host, 6000 + int(number)), timeout=2).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(0 if display_available() else 1)
