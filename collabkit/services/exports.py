"""From an assessment to a PDF plan that is safely on disk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.plans import PlanService
from collabkit.services.results import ResultService

if TYPE_CHECKING:
    from collabkit.reports.plan_document import PlanDocument


class Paper(StrEnum):
    """The sheets of paper that plans are made for."""

    A4 = "a4"
    LETTER = "letter"  # as in the United States


@dataclass(frozen=True, slots=True)
class Exported:
    """A plan that has been written, opened again and checked."""

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
        )

    def plan_pdf(
        self, assessment_id: str, today: date, *, with_notes: bool, paper: Paper = Paper.A4
    ) -> bytes:
        """Return the plan of one assessment as a PDF."""
        # ReportLab: never loaded at the start
        from collabkit.reports.pdf import render_plan
        from collabkit.reports.pdf.style import A4, LETTER

        document = self.plan_document(assessment_id, today, with_notes=with_notes)
        return render_plan(document, LETTER if paper is Paper.LETTER else A4)

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
        if path.resolve().is_relative_to(self._folder.root.resolve()) and path.exists():
            raise InvalidInputError(
                _(
                    "“{name}” belongs to collabkit itself, so nothing was written. "
                    "Please choose another name or folder."
                ).format(name=path.name)
            )
        from collabkit.files import write_safely
        from collabkit.reports.checks import check_pdf

        data = self.plan_pdf(assessment_id, today, with_notes=with_notes, paper=paper)
        pages = 0

        def check(written: Path) -> None:
            nonlocal pages
            pages = check_pdf(written)

        write_safely(path, data, check)
        return Exported(path, pages)
