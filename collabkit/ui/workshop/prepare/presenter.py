"""What happens while a session is prepared, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.limits import USUAL_GROUP
from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.room.agenda import agenda_of
from collabkit.room.preparation import Preparation
from collabkit.room.promise import usual_promise
from collabkit.room.suggesting import suggested_statements
from collabkit.services.workshops import Session
from collabkit.ui.context import Context
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.workshop.copying import SessionCopier
from collabkit.ui.workshop.prepare.draft import Draft
from collabkit.ui.workshop.prepare.printing import RoomPackPrinter
from collabkit.ui.workshop.prepare.state import PrepareState, Topic
from collabkit.ui.workshop.prepare.wording import console_is_behind, needs_agreement

_TOPICS = {  # where each field of a preparation is put right, in the order of the page
    "title": Topic.OCCASION,
    "people": Topic.OCCASION,
    "statements": Topic.STATEMENTS,
    "ways": Topic.VOTING,
    "minimum": Topic.VOTING,
    "audience": Topic.VOTING,
    "times": Topic.AGENDA,
    "promise": Topic.PROMISE,
}


class PreparePresenter(QObject):
    """Keeps everything that is typed and chosen at once, as far as a session can be held like it.

    ``state_changed(PrepareState)``, ``save_state_changed(SaveState)``, ``told(sentence)`` what was
    done, ``go_wanted(place_key, session_id)``, and ``problem_met(sentence)``. The ``printer`` tells
    about the room pack.
    """

    state_changed = Signal(object)
    save_state_changed = Signal(object)
    told = Signal(str)
    go_wanted = Signal(str, str)
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workshops = context.services.workshops
        self._copier = SessionCopier(context.services, context.today)
        self._session: Session | None = None
        self._draft: Draft | None = None
        self._in_hand: dict[str, Draft] = {}  # of sessions with something that does not fit yet
        self._topic = Topic.OCCASION
        self._has_agreed = False
        self.printer = RoomPackPrinter(context, self)
        self.printer.changed.connect(self._show)

    def open(self, session_id: str) -> bool:
        """Show a session as it is on the disk, with what was typed last; tells whether it is there.

        A new one begins with its first part, another one where one was.
        """
        before = self._session.id if self._session is not None else ""
        try:
            session = self._workshops.get(session_id)
        except KeyError:
            return False
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return False
        if session_id != before:
            self._topic = Topic.OCCASION
        self._session = session
        kept = session.meeting.preparation
        self._has_agreed = kept.minimum < USUAL_GROUP
        typed = None if session.meeting.has_begun else self._in_hand.get(session_id)
        self._draft = Draft(kept, typed.pending if typed else None)
        if typed:
            self._settle()
        self._show()
        return True

    @property
    def holds_unsaved(self) -> bool:
        """Whether something typed does not fit yet and is in hand only."""
        return any(draft.pending for draft in self._in_hand.values())

    def show_topic(self, topic: Topic) -> None:
        """Show another part of the page."""
        self._topic = topic
        self._show()

    def change(self, name: str, value: object) -> None:
        """Take one field of the preparation and keep it if it fits."""
        if self._draft is None or self._session is None or self._session.meeting.has_begun:
            return
        if getattr(self._draft.shown, name) == value:
            return
        self._hand_in(lambda draft: draft.take(name, value, self._keep))
        self._show()

    def change_time(self, name: str, minutes: int | None) -> None:
        """Take how long something takes, in minutes (or when it begins, after midnight)."""
        if self._draft is not None:
            self.change("times", replace(self._draft.shown.times, **{name: minutes}))  # type: ignore[arg-type]

    def move_statement(self, item_id: str, step: int) -> None:
        """Move a statement up (-1) or down (1) in the order of the room."""
        if self._draft is None:
            return
        order = list(self._draft.shown.statements)
        at = order.index(item_id)
        if 0 <= at + step < len(order):
            order.insert(at + step, order.pop(at))
            self.change("statements", tuple(order))

    def drop_statement(self, item_id: str) -> None:
        """Leave a statement out."""
        if self._draft is not None:
            left = (one for one in self._draft.shown.statements if one != item_id)
            self.change("statements", tuple(left))

    def choose_statements(self, chosen: frozenset[str]) -> None:
        """Take what is ticked: the order stays, and what is new comes at the end."""
        if self._draft is None or self._session is None:
            return
        kept = tuple(one for one in self._draft.shown.statements if one in chosen)
        new = (item.id for item in self._session.pack.items if item.id in chosen - set(kept))
        self.change("statements", (*kept, *new))

    def suggest_statements(self) -> None:
        """Go back to the statements that are suggested."""
        if self._session is not None:
            self.change("statements", suggested_statements(self._session.pack))

    def agree(self, has_agreed: bool) -> None:
        """Take that everybody has agreed to a small group, or not."""
        self._has_agreed = has_agreed
        if self._draft is None:
            return
        if not has_agreed and self._draft.shown.minimum < USUAL_GROUP:
            self.change("minimum", USUAL_GROUP)
        else:
            self._settle()
        self._show()

    def word_promise(self, text: str) -> None:
        """Take the promise; the usual words are not kept, so that they follow what is chosen."""
        if self._draft is not None:
            is_usual = text.strip() == usual_promise(self._draft.shown).strip()
            self.change("promise", "" if is_usual else text)

    def print_pack(self, folder: Path) -> None:
        """Write the room pack into ``folder``; the printer says so once it is there."""
        if self._session is not None:
            self.printer.print_pack(self._session, folder)

    def copy(self) -> None:
        """Prepare another session like this one and go there."""
        if (new_id := self._made(self._copier.copy)) is not None:
            self.go_wanted.emit("session", new_id)

    def save_as_template(self) -> None:
        """Keep how this session is prepared for other days and charities."""
        if (sentence := self._made(self._copier.save_as_template)) is not None:
            self.told.emit(sentence)

    def save_file(self, path: Path) -> None:
        """Write the session to a file, for another laptop."""
        sentence = self._made(lambda session_id: self._copier.save_file(session_id, path))
        if sentence is not None:
            self.told.emit(sentence)

    def start(self) -> None:
        """Go to the console; stay and say why if something typed does not fit yet."""
        if self._session is None or self._draft is None:
            return
        if self._draft.pending:
            self._settle()  # the disk may have room again
        pending = self._draft.pending
        if not pending:
            self.go_wanted.emit("console", self._session.id)
            return
        self._topic = next(topic for name, topic in _TOPICS.items() if name in pending)
        self._show()
        if self._draft.faults:
            reasons = " ".join(dict.fromkeys(self._draft.faults.values()))
            words = _("The session has not been started. Please put this right first: {reasons}")
            self.problem_met.emit(words.format(reasons=reasons))

    def _made(self, make: Callable[[str], str]) -> str | None:
        """Return what ``make`` makes of the session, or ``None`` once its trouble was told."""
        if self._session is None:
            return None
        try:
            return make(self._session.id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        return None

    def _settle(self) -> None:
        self._hand_in(lambda draft: draft.settle(self._keep))

    def _hand_in(self, act: Callable[[Draft], None]) -> None:
        if self._draft is None or self._session is None:
            return
        self.save_state_changed.emit(SaveState(Saving.UNDER_WAY))
        try:
            act(self._draft)
        except CollabkitError as error:  # such as a full disk: it stays in hand
            self.problem_met.emit(str(error))
        if self._draft.pending:
            self._in_hand[self._session.id] = self._draft
            self.save_state_changed.emit(SaveState(Saving.TROUBLE, _("Not saved yet.")))
        else:
            self._in_hand.pop(self._session.id, None)
            self.save_state_changed.emit(SaveState(Saving.DONE))

    def _keep(self, preparation: Preparation) -> None:
        if self._session is None:
            return
        if preparation.minimum < USUAL_GROUP and not self._has_agreed:
            raise InvalidInputError(needs_agreement())
        if self._session.id in self._context.unsaved_sessions:
            raise EnvironmentProblemError(console_is_behind())
        self._session = self._workshops.change(self._session.id, preparation, self._context.today())

    def _show(self) -> None:
        if self._session is None or self._draft is None:
            return
        shown = self._draft.shown
        self.state_changed.emit(
            PrepareState(
                session_id=self._session.id,
                charity=self._session.charity.name,
                pack=self._session.pack,
                shown=shown,
                agenda=agenda_of(shown, self._session.pack),
                topic=self._topic,
                faults=dict(self._draft.faults),
                has_agreed=self._has_agreed,
                is_locked=self._session.meeting.has_begun,
                is_over=self._session.meeting.is_over,
                is_practice=self._session.is_practice,
                sheets=self._session.meeting.sheets,
                is_printing=self.printer.is_busy,
                progress=self.printer.progress,
                written=self.printer.written_for(self._session.id),
                is_paper_old=self.printer.is_paper_old(self._session.id, self._draft.kept),
            )
        )
