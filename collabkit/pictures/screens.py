"""Pretend screens: what is connected to a computer that has no display."""

import contextlib
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_FILE = "screens.json"
_DENSITY = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@dataclass(frozen=True, slots=True)
class Screen:
    """A pretend screen: its name, the place of its upper left corner, and its size in pixels."""

    name: str
    x: int
    width: int
    height: int
    y: int = 0


def application_on(screens: tuple[Screen, ...]) -> Any:
    """Return the Qt application of this process, on ``screens``; without any on one of some size.

    Must be the first use of Qt in its process; where there is an application it is returned as it
    is.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    if not screens:
        return QApplication(sys.argv[:1])
    _keep_quiet()
    with tempfile.TemporaryDirectory(prefix="collabkit-screens-") as place:
        told = {"screens": [asdict(screen) | _DENSITY for screen in screens]}
        (Path(place) / _FILE).write_text(json.dumps(told), encoding="utf-8")
        # By its bare name: Qt takes a colon, as in C:, for the end of the name.
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_FILE}"
        with contextlib.chdir(place):
            return QApplication(sys.argv[:1])


def _keep_quiet() -> None:
    """Leave out what the pretend screens cannot do, such as bringing a window to the front."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _context: Any, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)

    qInstallMessageHandler(tell)
