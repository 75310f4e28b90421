"""From a session to its papers: the report, and one page for the minutes."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan
from collabkit.services.exports import Exported, Paper, size_of, write_checked
from collabkit.services.plans import PlanService

if TYPE_CHECKING:
    from collabkit.reports.session_document import HeldSession
    from collabkit.services.workshops import WorkshopService


class SessionPaper(StrEnum):
    """What can be made of a session."""

    REPORT = "report"  # everything that the room has seen
    MINUTES = "minutes"  # one page


class SessionReportService:
    """Draws sessions. Slow enough (a fifth of a second) to be called off the GUI thread."""

    def __init__(
        self, workshops: "WorkshopService", plans: PlanService, folder: DataFolder
    ) -> None:
        self._workshops = workshops
        self._plans = plans
        self._folder = folder

    def session_pdf(self, session_id: str, today: date, paper: Paper = Paper.A4) -> bytes:
        """Return the whole report as a PDF.

        Raises ``KeyError`` for an unknown session, and ``NotNowError`` for one that has not begun.
        """
        from collabkit.reports.pdf.session import render_session  # ReportLab: never at the start
        from collabkit.reports.session_document import session_document

        return render_session(session_document(self._held(session_id, today)), size_of(paper))

    def minutes_pdf(self, session_id: str, today: date, paper: Paper = Paper.A4) -> bytes:
        """Return the page for the minutes as a PDF; raises as ``session_pdf`` does."""
        from collabkit.reports.pdf.session_minutes import render_minutes
        from collabkit.reports.session_document import minutes_document

        return render_minutes(minutes_document(self._held(session_id, today)), size_of(paper))

    def export(
        self,
        session_id: str,
        path: Path,
        today: date,
        kind: SessionPaper,
        paper: Paper = Paper.A4,
    ) -> Exported:
        """Write one of the papers to ``path``, as safely as ``services.exports.write_checked``.

        Raises as ``session_pdf`` and as that does.
        """
        draw = self.session_pdf if kind is SessionPaper.REPORT else self.minutes_pdf
        return write_checked(path, draw(session_id, today, paper), self._folder)

    def _held(self, session_id: str, today: date) -> "HeldSession":
        from collabkit.reports.session_document import HeldSession

        session = self._workshops.get(session_id)
        assessment_id = session.assessment_id
        return HeldSession(
            meeting=session.meeting,
            pack=session.pack,
            charity=session.charity,
            plan=self._plans.load(assessment_id) if assessment_id else Plan(""),
            today=today,
            is_practice=session.is_practice,
        )
