"""From an assessment to a PDF plan, and any PDF safely to the disk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.plans import PlanService
from collabkit.services.results import Picture, ResultService

if TYPE_CHECKING:
    from collabkit.reports.contents.room import InTheRoom
    from collabkit.reports.pdf.style import SheetSize
    from collabkit.reports.plan_document import PlanDocument


class Paper(StrEnum):
    """The sheets of paper that plans are made for."""

    A4 = "a4"
    LETTER = "letter"  # as in the United States


@dataclass(frozen=True, slots=True)
class Exported:
    """A PDF that has been written, opened again and checked."""

    path: Path
    pages: int


class ExportService:
    """Draws plans. Slow enough (a tenth of a second and more) to be called off the GUI thread."""

    def __init__(self, results: ResultService, plans: PlanService, folder: DataFolder) -> None:
        self._results = results
        self._folder = folder
        self._plans = plans

    def plan_document(self, assessment_id: str, today: date, *, with_notes: bool) -> "PlanDocument":
        """Describe the plan of one assessment; raises ``KeyError`` for an unknown id."""
        from collabkit.reports.plan_document import plan_document

        picture = self._results.picture(assessment_id, today)
        return plan_document(
            pack=picture.pack,
            results=picture.results,
            plan=self._plans.load(assessment_id),
            charity=picture.charity,
            assessment=picture.assessment,
            participants=picture.participants,
            responses=picture.responses,
            today=today,
            with_notes=with_notes,
            outcome=picture.told.parts,
            room=_room_of(picture),
        )

    def plan_pdf(
        self, assessment_id: str, today: date, *, with_notes: bool, paper: Paper = Paper.A4
    ) -> bytes:
        """Return the plan of one assessment as a PDF."""
        from collabkit.reports.pdf import render_plan  # ReportLab: never loaded at the start

        document = self.plan_document(assessment_id, today, with_notes=with_notes)
        return render_plan(document, size_of(paper))

    def export_plan(
        self,
        assessment_id: str,
        path: Path,
        today: date,
        *,
        with_notes: bool,
        paper: Paper = Paper.A4,
    ) -> Exported:
        """Write the plan to ``path``, replacing a file there only by one that has been checked.

        Raises ``KeyError`` for an unknown id, ``InvalidInputError`` for one of the program's own
        files and ``EnvironmentProblemError`` if the file cannot be written; an older file at
        ``path`` is unharmed then.
        """
        data = self.plan_pdf(assessment_id, today, with_notes=with_notes, paper=paper)
        return write_checked(path, data, self._folder)


def _room_of(picture: Picture) -> "InTheRoom | None":
    from collabkit.reports.contents.room import InTheRoom

    votes = picture.votes
    if votes is None:
        return None
    return InTheRoom(
        people=votes.people,
        voted=frozenset(votes.tallies),
        public=votes.public,
        notes=votes.notes,
        is_practice=votes.is_practice,
    )


def size_of(paper: Paper) -> "SheetSize":
    """Return the size of a sheet of paper, as the reports want it."""
    from collabkit.reports.pdf.style import A4, LETTER

    return LETTER if paper is Paper.LETTER else A4


def check_is_not_ours(path: Path, folder: DataFolder) -> None:
    """Raise ``InvalidInputError`` for one of the program's own files in ``folder``."""
    if path.resolve().is_relative_to(folder.root.resolve()) and path.exists():
        raise InvalidInputError(
            _(
                "“{name}” belongs to collabkit itself, so nothing was written. "
                "Please choose another name or folder."
            ).format(name=path.name)
        )


def write_checked(path: Path, data: bytes, folder: DataFolder) -> Exported:
    """Write a PDF to ``path``, replacing a file there only by one that has been checked.

    Raises ``InvalidInputError`` for one of the program's own files in ``folder`` and
    ``EnvironmentProblemError`` if the file cannot be written; an older file at ``path`` is unharmed
    then.
    """
    from collabkit.files import write_safely
    from collabkit.reports.checks import check_pdf

    check_is_not_ours(path, folder)
    pages = 0

    def check(written: Path) -> None:
        nonlocal pages
        pages = check_pdf(written)

    write_safely(path, data, check)
    return Exported(path, pages)
