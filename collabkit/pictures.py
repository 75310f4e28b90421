"""Pictures of the real screens, drawn without a display: for the demo, README and guides."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.app import Program

_PATIENCE = 30_000  # milliseconds until the data must be open
_SIZE = (1280, 800)
_OVERLAP = 40  # pixels of a page that two pictures of it share


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the place, what the place is given, and how the window looks.

    ``then`` is what somebody does on the page, which it is given, before the picture is taken.
    A ``whole`` page is drawn from top to bottom, in as many pictures as it takes, with a number
    after the name. A name may have a folder before it.
    """

    name: str
    place: str
    arguments: dict[str, Any] = field(default_factory=dict)
    theme: str = "light"
    text_size: int = 100
    whole: bool = False
    then: Callable[[Any], object] | None = None


def sample_shots(assessment_id: str) -> tuple[Shot, ...]:
    """Return what is worth seeing of the sample assessment."""
    of_sample = {"assessment_id": assessment_id}
    return (
        Shot("1-home", "home"),
        Shot("2-questionnaire", "questionnaire", {**of_sample, "item_id": "EMP-1"}),
        Shot("3-results", "results", of_sample),
        Shot("4-plan", "plan", of_sample),
        Shot("5-learn", "learn"),
        Shot("6-settings", "settings"),
        Shot("7-results-dark", "results", of_sample, theme="dark"),
    )


def draw_shots(
    folder: DataFolder,
    target: Path,
    shots: tuple[Shot, ...],
    today: Callable[[], date] = date.today,
    size: tuple[int, int] = _SIZE,
) -> list[Path]:
    """Open the real window on ``folder`` without a display and draw ``shots`` as PNG files.

    Returns the files. Raises ``EnvironmentProblemError`` if the data cannot be opened or a
    picture cannot be written. Must be the first use of Qt in its process.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from collabkit.app import Program

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
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
    files = []
    try:
        for shot in shots:
            program.settings.set("theme", shot.theme)
            program.settings.set("text_size", shot.text_size)
            program.window.navigator.go(shot.place, **shot.arguments)
            _settle(application)
            if shot.then is not None:
                shot.then(program.window.page)
                _settle(application)
            if program.bugs:
                raise RuntimeError(f"{shot.place} could not be drawn: {program.bugs}")
            files += [_saved(program, target / name) for name in _names(application, program, shot)]
    finally:
        program.window.close()
        _settle(application)
    return files


def _names(application: Any, program: "Program", shot: Shot) -> Iterator[str]:
    """Yield the name of each picture when the window shows what belongs in it."""
    page = program.window.page
    if not shot.whole or page is None:
        yield f"{shot.name}.png"
        return
    bar = page.scroller.verticalScrollBar()
    step = max(bar.pageStep() - _OVERLAP, 1)
    for number, top in enumerate(range(0, bar.maximum() + step, step), start=1):
        bar.setValue(top)
        _settle(application)
        yield f"{shot.name}-{number}.png"
        if top >= bar.maximum():
            return


def _saved(program: "Program", path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_saved = program.window.grab().save(str(path))
    except OSError:
        is_saved = False
    if not is_saved:
        raise EnvironmentProblemError(
            _("“{name}” could not be written. Please choose another folder.").format(name=path.name)
        )
    return path


def _settle(application: Any) -> None:
    """Let everything that was asked for happen: layouts, late events, work of other threads."""
    import time

    from PySide6.QtCore import QThreadPool

    for _round in range(12):
        application.processEvents()
        QThreadPool.globalInstance().waitForDone(_PATIENCE)
        time.sleep(0.01)
