"""Asking people elsewhere, without widgets."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import OutcomeKind
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.services.handing_out import MOST_SHEETS
from collabkit.ui.context import Context
from collabkit.ui.handing_out.letter import promise
from collabkit.ui.handing_out.state import AskingState, Busy, Kind, Written
from collabkit.ui.handing_out.writing import Order, write
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.paper_choice import chosen_paper
from collabkit.ui.sheets.sides import Sides, read_sides

FOLDER = "sheets_folder"  # the key under which the folder for sheets is remembered

# Here many people answer for themselves. Where an organisation answers once, it gets its own sheet.
_ONE_OF_MANY = (Company.GROUP, Company.PARTNERS, Company.VERSIONS)


class AskingPresenter(QObject):
    """Knows for whom sheets are made. ``state_changed(AskingState)``.

    ``written()`` tells that there are new files, ``problem_met(sentence)`` what went wrong, and
    ``told(sentence)`` what else is worth knowing.
    """

    state_changed = Signal(object)
    written = Signal()
    problem_met = Signal(str)
    told = Signal(str)
    _progressed = Signal(object, int)  # from the thread that writes: of which run, how many

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sides: Sides | None = None
        self._run: _Run | None = None  # the one that is under way
        self._progressed.connect(self._on_self_progressed)
        self.assessment_id = ""
        self.state = AskingState()

    def open(self, assessment_id: str) -> None:
        """Show for whom sheets of an assessment can be made."""
        busy = None
        if self._run and self._run.assessment_id == assessment_id:
            busy = self.state.busy
        else:
            self._run = None  # it goes on, and what it writes is found in its folder
        self.assessment_id, self._sides = assessment_id, None
        try:
            self._sides = sides = read_sides(self._context.services, assessment_id)
        except KeyError:
            self._show(AskingState(why_not=_("This assessment is not here any more.")))
        except CollabkitError as error:
            self._show(AskingState(why_not=str(error)))
        else:
            state = AskingState(
                whose=sides.whose,
                parties=sides.parties,
                abouts=sides.abouts,
                can_share=sides.company in _ONE_OF_MANY,
                promise=promise(sides),
                busy=busy,
            )
            self._show(replace(state, role=self._role("")))

    def choose_party(self, party_id: str) -> None:
        """Say for which organisation the sheets are."""
        about = self.state.about
        if self._sides is not None and self._sides.is_about_itself:
            about = party_id
        state = replace(self.state, party=party_id, about=about, faults={})
        self._show(replace(state, role=self._role(party_id)))

    def choose_about(self, party_id: str) -> None:
        """Say about which organisation the sheets are."""
        self._show(replace(self.state, about=party_id, faults={}))

    def check(self, numbers: Mapping[Kind, str], *, shared: bool) -> dict[Kind, int] | None:
        """Return how many of each kind are wanted; ``None``, and what is wrong, otherwise.

        ``shared`` tells that one PDF for everybody is wanted, too.
        """
        read = {kind: _number(text) for kind, text in numbers.items()}
        wrong = _("Please write a number, such as 4.")
        faults: dict[str, str] = {str(kind): wrong for kind, n in read.items() if n is None}
        known = {kind: number or 0 for kind, number in read.items()}
        if not faults and not shared and not sum(known.values()):
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
        return None if faults else known | {Kind.SHARED: int(shared)}

    def write(self, folder: Path, numbers: Mapping[Kind, int]) -> None:
        """Write so many sheets of each kind into ``folder``."""
        if self._sides is None or self.state.busy:
            return
        remember_folder(self._context.settings, folder / "sheets", FOLDER)
        order = Order(
            assessment_id=self.assessment_id,
            party=self.state.party,
            about=self.state.about,
            numbers=dict(numbers),
            folder=folder,
            paper=chosen_paper(self._context.settings),
            today=self._context.today(),
        )
        self._run = run = _Run(self.assessment_id)
        self._show(replace(self.state, busy=Busy(order.all)))
        job = Job(partial(self._write, run, order, self._sides))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def stop(self) -> None:
        """Write no more than the sheet that is just being written."""
        if self._run is not None and self.state.busy is not None:
            self._run.stop.set()
            self._show(replace(self.state, busy=replace(self.state.busy, is_stopping=True)))

    def folder(self, otherwise: Path) -> Path:
        """Return where sheets were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise, FOLDER)

    def ask_more(self, party_id: str = "") -> None:
        """Put away what was written and begin anew, for the organisation ``party_id`` if given."""
        self._show(replace(self.state, written=None, faults={}))
        if party_id:
            self.choose_party(party_id)

    def _write(self, run: "_Run", order: Order, sides: Sides) -> "tuple[_Run, Written | str]":
        def progress(done: int, _all: int) -> None:
            self._progressed.emit(run, done)

        try:
            return run, write(
                self._context.services, order, sides, progress, lambda: not run.stop.is_set()
            )
        except CollabkitError as error:
            return run, str(error)

    def _role(self, party_id: str) -> str:
        """Return in which role they answer, where it is settled."""
        sides = self._sides
        if sides is None:
            return ""
        if sides.pack.outcome.kind is OutcomeKind.MIRROR:
            return _("They answer as partners from other organisations.")
        if sides.company is not Company.PARTNERS:
            return ""
        if not party_id:  # in the room that the sentences below will take
            return _("Their role depends on the organisation.")
        if party_id == sides.own:
            return _("They choose their role on the sheet.")
        return _("They answer as partners from another organisation.")

    def _show(self, state: AskingState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_self_progressed(self, run: "_Run", done: int) -> None:
        if run is self._run and self.state.busy is not None:
            self._show(replace(self.state, busy=replace(self.state.busy, done=done)))

    def _on_job_done(self, result: "tuple[_Run, Written | str]") -> None:
        run, came = result
        if run is not self._run:
            return
        self._run = None
        if isinstance(came, Written) and came.files:
            self._show(replace(self.state, busy=None, written=came))
            self.written.emit()
            return
        self._show(replace(self.state, busy=None))
        if isinstance(came, str):
            self.problem_met.emit(came)
        else:
            self.told.emit(_("You stopped before the first sheet, so nothing was written."))

    def _on_job_failed(self, sentence: str) -> None:
        self._run = None
        self._show(replace(self.state, busy=None))
        self.problem_met.emit(sentence)


class _Run:
    """Sheets of one assessment that are being written, until ``stop`` is set."""

    def __init__(self, assessment_id: str) -> None:
        self.assessment_id = assessment_id
        self.stop = Event()


def _number(text: str) -> int | None:
    """Return the number in a field, 0 for an empty one, ``None`` for anything else."""
    text = text.strip()
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdecimal() else None
