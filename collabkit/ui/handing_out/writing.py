"""Writes sheets for people elsewhere. Slow enough to be called off the GUI thread. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.errors import CollabkitError
from collabkit.services import Services
from collabkit.services.exports import Paper
from collabkit.services.handing_out import HandedOut
from collabkit.services.progress import Progress
from collabkit.ui.handing_out.letter import how_long, letter
from collabkit.ui.handing_out.state import Kind, Written, WrittenFile
from collabkit.ui.sheets.sides import Sides


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: how many of each kind, for and about whom, where and on which paper."""

    assessment_id: str
    party: str | None
    about: str | None
    numbers: Mapping[Kind, int]
    folder: Path
    paper: Paper
    today: date

    @property
    def all(self) -> int:
        """How many files are wanted."""
        return sum(self.numbers.values())


def write(
    services: Services,
    order: Order,
    sides: Sides,
    progress: Progress,
    is_wanted: Callable[[], bool],
) -> Written:
    """Write everything in ``order`` while it ``is_wanted``, and return what came of it.

    ``progress`` is told how many of how many files are made. Raises ``CollabkitError`` if nothing
    could be written.
    """
    shared = services.handing_out.shared_sheet(
        order.assessment_id, today=order.today, party_id=order.party, about_id=order.about
    )
    files: list[WrittenFile] = []
    problem = ""

    def go_on(done: int, _of_this_kind: int) -> None:
        progress(before + done, order.all)

    for kind, number in order.numbers.items():
        before = len(files)
        if not number or not is_wanted():
            continue
        try:
            names = _write(services, order, kind, shared, go_on, is_wanted)
        except CollabkitError as error:
            if not files:
                raise
            problem = str(error)
            break
        files += [WrittenFile(kind, name) for name in names]
    is_short = services.assessments.get(order.assessment_id).selection is Selection.CORE
    asked = sum(item.id in shared.asked for item in sides.pack.statements)
    duration = how_long(sides.pack, asked, is_short=is_short)
    kinds = {Kind.FORM if file.kind is Kind.LARGE else file.kind for file in files}
    whose = sides.names(order.party, order.about)
    letters = tuple(letter(kind, sides, duration, whose) for kind in Kind if kind in kinds)
    following = sides.following(order.party)
    return Written(order.folder, tuple(files), letters, order.all, problem, whose, following)


def _write(
    services: Services,
    order: Order,
    kind: Kind,
    shared: HandedOut,
    progress: Progress,
    is_wanted: Callable[[], bool],
) -> list[str]:
    """Write the files of one kind and return their names."""
    out = services.handing_out
    sheets: tuple[HandedOut, ...] = (shared,)
    if kind is not Kind.SHARED:
        sheets = out.sheets(
            order.assessment_id,
            today=order.today,
            party_id=order.party,
            about_id=order.about,
            how_many=order.numbers[kind],
        )
    if kind is Kind.FILE:
        written = out.write_invitations(sheets, order.folder, progress, is_wanted)
    else:
        written = out.write_forms(
            sheets,
            order.folder,
            large_print=kind is Kind.LARGE,
            paper=order.paper,
            progress=progress,
            is_wanted=is_wanted,
        )
    return [file.path.name for file in written]
