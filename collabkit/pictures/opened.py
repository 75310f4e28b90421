"""The real program without a display: opened, used by a pretend person, and closed again."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.app import Program

_PATIENCE = 30_000  # milliseconds until the data must be open
_SCREENS = "screens.json"


@dataclass(frozen=True, slots=True)
class Screen:
    """A pretend screen: its name, the place of its upper left corner, and its size in pixels."""

    name: str
    x: int
    width: int
    height: int
    y: int = 0


@contextlib.contextmanager
def opened(
    folder: DataFolder,
    today: Callable[[], date],
    size: tuple[int, int],
    screens: tuple[Screen, ...] = (),
) -> "Iterator[tuple[Any, Program]]":
    """Open the real window on ``folder`` without a display; give the application and the program.

    ``screens`` are what is connected, the facilitator's first; without any there is one of some
    size. Raises ``EnvironmentProblemError`` if the data cannot be opened. Must be the first use of
    Qt in its process.
    """
    application = _application(screens)
    from PySide6.QtCore import QEventLoop, QTimer

    from collabkit.app import Program

    program = Program(application, folder, today)
    program.settings.forget_changes()
    program.window.resize(*size)
    loop = QEventLoop()
    program.usable.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    program.start()
    loop.exec()
    if not program.is_usable:
        program.window.close()
        raise EnvironmentProblemError(
            _("The sample data could not be opened, so no pictures were drawn.")
        )
    try:
        yield application, program
    finally:
        program.window.close()
        settle(application)


def settle(application: Any, rounds: int = 12) -> None:
    """Let everything that was asked for happen: layouts, late events, work of other threads.

    Each of the ``rounds`` lets one thing lead to the next.
    """
    import time

    from PySide6.QtCore import QThreadPool

    for _round in range(rounds):
        application.processEvents()
        QThreadPool.globalInstance().waitForDone(_PATIENCE)
        time.sleep(0.01)


def save_picture(widget: Any, path: Path) -> Path:
    """Draw a widget into a PNG file; raises ``EnvironmentProblemError`` if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_saved = widget.grab().save(str(path))
    except OSError:
        is_saved = False
    if not is_saved:
        raise EnvironmentProblemError(
            _("“{name}” could not be written. Please choose another folder.").format(name=path.name)
        )
    return path


def _keep_quiet() -> None:
    """Leave out what the pretend screens cannot do, such as bringing a window to the front."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _context: Any, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)

    qInstallMessageHandler(tell)


def _application(screens: tuple[Screen, ...]) -> Any:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    if not screens:
        return QApplication(sys.argv[:1])
    _keep_quiet()
    with tempfile.TemporaryDirectory(prefix="collabkit-screens-") as place:
        dense = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        told = {"screens": [asdict(screen) | dense for screen in screens]}
        (Path(place) / _SCREENS).write_text(json.dumps(told), encoding="utf-8")
        # By its bare name: Qt takes a colon, as in C:, for the end of the name.
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"
        with contextlib.chdir(place):
            return QApplication(sys.argv[:1])
