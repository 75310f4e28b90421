"""Pictures of the real screens, drawn without a display: for the demo, README and guides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.paths import DataFolder
from collabkit.pictures.opened import opened, save_picture, settle

if TYPE_CHECKING:
    from collabkit.app import Program

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
) -> list[Path]:
    """Open the real window on ``folder`` without a display and draw ``shots`` as PNG files.

    Returns the files. Raises ``EnvironmentProblemError`` if the data cannot be opened or a
    picture cannot be written. Must be the first use of Qt in its process.
    """
    files = []
    with opened(folder, today, _SIZE) as (application, program):
        for shot in shots:
            program.settings.set("theme", shot.theme)
            program.settings.set("text_size", shot.text_size)
            program.window.navigator.go(shot.place, **shot.arguments)
            settle(application)
            if shot.then is not None:
                shot.then(program.window.page)
                settle(application)
            if program.bugs:
                raise RuntimeError(f"{shot.place} could not be drawn: {program.bugs}")
            files += [
                save_picture(program.window, target / name)
                for name in _names(application, program, shot)
            ]
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
        settle(application)
        yield f"{shot.name}-{number}.png"
        if top >= bar.maximum():
            return
