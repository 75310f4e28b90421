"""Asking people elsewhere, without widgets."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.sentences import in_words
from collabkit.errors import CollabkitError
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company, company_of
from collabkit.services.handing_out import MOST_SHEETS
from collabkit.services.measuring import needed_for
from collabkit.ui.context import Context
from collabkit.ui.handing_out.letter import Asking, promise
from collabkit.ui.handing_out.state import AskingState, Kind, Options, Written
from collabkit.ui.handing_out.writing import Order, write
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.paper_choice import chosen_paper
from collabkit.ui.progress_words import occasion

FOLDER = "sheets_folder"  # the key under which the folder for sheets is remembered


class AskingPresenter(QObject):
    """Knows for whom sheets are made. ``state_changed(AskingState)``.

    ``written()`` tells that there are new files, ``problem_met(sentence)`` what went wrong.
    """

    state_changed = Signal(object)
    written = Signal()
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking: Asking | None = None
        self._own = ""  # the id of one's own organisation
        self.assessment_id = ""
        self.state = AskingState()

    def open(self, assessment_id: str) -> None:
        """Show for whom sheets of an assessment can be made."""
        self.assessment_id, self._asking = assessment_id, None
        try:
            self._context.services.returns.counts(assessment_id)  # is anybody asked elsewhere?
            self._show(self._read(assessment_id))
        except KeyError:
            self._show(AskingState(why_not=_("This assessment is not here any more.")))
        except CollabkitError as error:
            self._show(AskingState(why_not=str(error)))

    def choose_party(self, party_id: str) -> None:
        """Say for which organisation the sheets are."""
        state = replace(self.state, party=party_id, faults={})
        self._show(replace(state, role=self._role(party_id)))

    def choose_about(self, party_id: str) -> None:
        """Say about which organisation the sheets are."""
        self._show(replace(self.state, about=party_id, faults={}))

    def check(self, numbers: Mapping[Kind, str]) -> dict[Kind, int] | None:
        """Return how many of each kind are wanted; ``None``, and what is wrong, otherwise."""
        read = {kind: _number(text) for kind, text in numbers.items()}
        wrong = _("Please write a number, such as 4.")
        faults: dict[str, str] = {str(kind): wrong for kind, n in read.items() if n is None}
        known = {kind: number or 0 for kind, number in read.items()}
        if not faults and not sum(known.values()):
            faults[Kind.FILE] = _("Please say how many sheets you need, in one of these fields.")
        if not faults and sum(known.values()) > MOST_SHEETS:
            faults[Kind.FILE] = _("Please make {most} sheets at most at once.").format(
                most=MOST_SHEETS
            )
        if self.state.parties and self.state.party is None:
            faults["party"] = _("Please choose the organisation for which they speak.")
        if self.state.abouts and self.state.about is None:
            faults["about"] = _("Please choose the organisation about which they answer.")
        self._show(replace(self.state, faults=faults))
        return None if faults else known

    def write(self, folder: Path, numbers: Mapping[Kind, int]) -> None:
        """Write so many sheets of each kind into ``folder``."""
        if self._asking is None or self.state.writing:
            return
        remember_folder(self._context.settings, folder / "sheets", FOLDER)
        total = sum(numbers.values())
        words = ngettext("Writing {number} sheet…", "Writing {number} sheets…", total)
        self._show(replace(self.state, writing=words.format(number=in_words(total))))
        order = Order(
            assessment_id=self.assessment_id,
            party=self.state.party,
            about=self.state.about,
            numbers=dict(numbers),
            folder=folder,
            paper=chosen_paper(self._context.settings),
            today=self._context.today(),
        )
        job = Job(partial(self._write, order, self._asking))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def folder(self, otherwise: Path) -> Path:
        """Return where sheets were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise, FOLDER)

    def ask_more(self) -> None:
        """Put away what was written and begin anew."""
        self._show(replace(self.state, written=None, faults={}))

    def _write(self, order: Order, asking: Asking) -> tuple[str, Written]:
        return order.assessment_id, write(self._context.services, order, asking)

    def _read(self, assessment_id: str) -> AskingState:
        services = self._context.services
        assessment = services.assessments.get(assessment_id)
        pack = services.assessments.pack_of(assessment)
        parties = services.assessments.parties(assessment_id)
        people = len(services.assessments.participants(assessment_id))
        settled = services.assessments.settled(assessment_id)
        company = company_of(pack, assessment, parties, people)
        charity = services.charities.get(assessment.charity_id).name
        self._asking = asking = Asking(
            charity=charity,
            title=assessment.title,
            pack=pack,
            company=company,
            minimum=needed_for(pack, assessment.minimum, settled, max(2, people)),
            is_open=settled.get(IDENTIFIABLE) == AGREED,
        )
        self._own = next((party.id for party in parties if party.is_own), "")
        options: Options = tuple((party.id, party.name) for party in parties)
        return AskingState(
            title=_("Ask people elsewhere"),
            whose=occasion(pack.title, occasion(charity, assessment.title)),
            parties=options if company.has_parties else (),
            abouts=options if company is Company.VIEWS else (),
            role=self._role(""),
            promise=promise(asking),
        )

    def _role(self, party_id: str) -> str:
        """Return in which role they answer, where it is settled."""
        asking = self._asking
        if asking is None:
            return ""
        if asking.pack.outcome.kind is OutcomeKind.MIRROR:
            return _("They answer as partners from other organisations.")
        if asking.company is not Company.PARTNERS or not party_id:
            return ""
        if party_id == self._own:
            return _("They choose their role on the sheet.")
        return _("They answer as partners from another organisation.")

    def _show(self, state: AskingState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_job_done(self, result: tuple[str, Written]) -> None:
        assessment_id, written = result
        if assessment_id == self.assessment_id:
            self._show(replace(self.state, writing="", written=written))
            self.written.emit()

    def _on_job_failed(self, sentence: str) -> None:
        self._show(replace(self.state, writing=""))
        self.problem_met.emit(sentence)


def _number(text: str) -> int | None:
    """Return the number in a field, 0 for an empty one, ``None`` for anything else."""
    text = text.strip()
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdecimal() else None
