"""The real program without a display: opened, used by a pretend person, and closed again."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.pictures.screens import Screen, application_on

if TYPE_CHECKING:
    from collabkit.app import Program

_PATIENCE = 30_000  # milliseconds until the data must be open


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
    application = application_on(screens)
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
