"""From an assessment to files of every kind, and any of them safely to the disk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.outcomes.topics import VOLUNTEER_RUN, WORDING
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.closing import batches_told_apart
from collabkit.services.export_formats import (
    Content,
    Format,
    check_content,
    checks_of,
    contents_of,
    format_of,
)
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.parts_files import parts_bytes
from collabkit.services.plans import PlanService
from collabkit.services.results import Picture, ResultService

if TYPE_CHECKING:
    from collabkit.reports.contents.described import Described
    from collabkit.reports.contents.room import InTheRoom
    from collabkit.reports.pdf.style import SheetSize
    from collabkit.reports.plan_document import PlanDocument


class Paper(StrEnum):
    """The sheets of paper that plans are made for."""

    A4 = "a4"
    LETTER = "letter"  # as in the United States


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that has been written, opened again and checked; only a PDF has ``pages``."""

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
        picture = self._results.picture(assessment_id, today)
        return _document(self._described(picture, with_notes=with_notes), picture)

    def plan_pdf(
        self, assessment_id: str, today: date, *, with_notes: bool, paper: Paper = Paper.A4
    ) -> bytes:
        """Return the plan of one assessment as a PDF."""
        from collabkit.reports.pdf import render_plan  # ReportLab: never loaded at the start

        document = self.plan_document(assessment_id, today, with_notes=with_notes)
        return render_plan(document, size_of(paper))

    def drawn(
        self,
        assessment_id: str,
        kind: Format,
        today: date,
        *,
        content: Content = Content.FULL,
        with_notes: bool = False,
        paper: Paper = Paper.A4,
    ) -> bytes:
        """Return one assessment as a file of one kind.

        Raises ``KeyError`` for an unknown id, and ``InvalidInputError`` if that much cannot go
        into a file of that kind or there is no plan to go into it.
        """
        check_content(kind, content)
        picture = self._results.picture(assessment_id, today)
        described = self._described(picture, with_notes=with_notes)
        match kind:
            case Format.JSON:
                return _json(described, picture)
            case Format.ICS:
                return _calendar(described)
            case Format.XLSX | Format.CSV if content is Content.FULL:
                return _tables(described, picture, kind)
        document = _document(described, picture)
        match content:
            case Content.FULL:
                return _whole(document, kind, paper)
            case Content.SUMMARY:
                return _summary(document, kind, paper)
            case Content.PLAN:
                return _plan_alone(document, described, kind, paper)

    def export(
        self,
        assessment_id: str,
        path: Path,
        today: date,
        *,
        content: Content | None = None,
        with_notes: bool = False,
        paper: Paper = Paper.A4,
    ) -> Exported:
        """Write one assessment to ``path``, whose name tells the kind of file.

        ``content`` is usually as much as such a file can hold. A file that is there already is
        replaced only by one that has been opened again and checked. Raises as ``drawn`` does, and
        ``EnvironmentProblemError`` if the file cannot be written; an older file is unharmed then.
        """
        kind = format_of(path)
        check_is_not_ours(path, self._folder)
        data = self.drawn(
            assessment_id,
            kind,
            today,
            content=content or contents_of(kind)[0],
            with_notes=with_notes,
            paper=paper,
        )
        return write_checked(path, data, self._folder, kind)

    def export_plan(
        self,
        assessment_id: str,
        path: Path,
        today: date,
        *,
        with_notes: bool,
        paper: Paper = Paper.A4,
    ) -> Exported:
        """Write the plan as a PDF to ``path``, whatever its name; otherwise as ``export``."""
        data = self.plan_pdf(assessment_id, today, with_notes=with_notes, paper=paper)
        return write_checked(path, data, self._folder)

    def _described(self, picture: Picture, *, with_notes: bool) -> "Described":
        """Return what every file of an assessment is made from."""
        from collabkit.reports.contents.described import Described

        return Described(
            pack=picture.pack,
            results=picture.results,
            plan=self._plans.load(picture.assessment.id),
            charity=picture.charity,
            assessment=picture.assessment,
            participants=picture.participants,
            responses=picture.responses,
            today=picture.today,
            with_notes=with_notes,
            room=_room_of(picture),
            batches=batches_told_apart(picture.settled),
            who_is_left=picture.who_is_left,
        )


def _document(described: "Described", picture: Picture) -> "PlanDocument":
    from collabkit.reports.plan_document import plan_document

    return plan_document(described, picture.told.parts, picture.beside)


def _tables(described: "Described", picture: Picture, kind: Format) -> bytes:
    from collabkit.reports.tables.csv_file import render_csv
    from collabkit.reports.tables.plan_tables import plan_tables
    from collabkit.reports.tables.xlsx import render_xlsx

    tables = plan_tables(described, picture.told.parts, picture.beside)
    return render_csv(tables) if kind is Format.CSV else render_xlsx(tables)


def _json(described: "Described", picture: Picture) -> bytes:
    from collabkit.reports.data.export import export_json

    is_volunteer_run = picture.settled.get(WORDING) == VOLUNTEER_RUN
    return export_json(described, picture.told.data, volunteer_run=is_volunteer_run)


def _calendar(described: "Described") -> bytes:
    from collabkit.reports.calendar import render_calendar
    from collabkit.reports.contents.follow_ups import follow_ups

    charity, assessment = described.charity, described.assessment
    entries = follow_ups(described.plan, charity, assessment)
    if not entries:
        raise InvalidInputError(
            _(
                "No open action of this plan has a day yet, so there is nothing for a "
                "calendar. Please say first by when something is to be done."
            )
        )
    name = _("{charity}: {title}").format(charity=charity.name, title=assessment.title)
    return render_calendar(name, entries, described.today)


def _plan_alone(
    document: "PlanDocument", described: "Described", kind: Format, paper: Paper
) -> bytes:
    from collabkit.reports.contents.short_plan import short_plan
    from collabkit.reports.pdf import render_plan_page

    if document.plan is None:
        raise InvalidInputError(
            _("There is no plan yet. Please choose an action first, then it can go out.")
        )
    if kind is Format.PDF:
        return render_plan_page(document, size_of(paper))
    short = short_plan(
        document.plan, described.charity, described.assessment, described.today, document.label
    )
    return parts_bytes(short, kind, size_of(paper))


def _whole(document: "PlanDocument", kind: Format, paper: Paper) -> bytes:
    if kind is Format.HTML:
        from collabkit.reports.html import render_plan_html

        return render_plan_html(document)
    if kind is Format.DOCX:
        from collabkit.reports.docx import render_plan_docx

        return render_plan_docx(document)
    from collabkit.reports.pdf import render_plan

    return render_plan(document, size_of(paper))


def _summary(document: "PlanDocument", kind: Format, paper: Paper) -> bytes:
    from collabkit.reports.contents.summary import summaries
    from collabkit.reports.pdf import render_one_page

    if kind is Format.PDF:
        return render_one_page(summaries(document), size_of(paper))
    return parts_bytes(next(summaries(document)), kind)


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


def write_checked(
    path: Path, data: bytes, folder: DataFolder, kind: Format = Format.PDF
) -> Exported:
    """Write a file to ``path``, replacing one there only by one that has been checked.

    Raises ``InvalidInputError`` for a place in ``folder``, the program's own, and
    ``EnvironmentProblemError`` if the file cannot be written; an older file at ``path`` is unharmed
    then.
    """
    from collabkit.files import write_safely

    check_is_not_ours(path, folder)
    check, pages = checks_of(kind), 0

    def check_whole(written: Path) -> None:
        nonlocal pages
        found = check(written)
        if kind is Format.PDF and isinstance(found, int):
            pages = found

    write_safely(path, data, check_whole)
    return Exported(path, pages)
