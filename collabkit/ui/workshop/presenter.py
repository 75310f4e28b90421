"""What happens on the list of sessions, without widgets."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room.meeting import Phase
from collabkit.services import Services
from collabkit.ui.put_away import PutAway
from collabkit.ui.workshop.copying import SessionCopier
from collabkit.ui.workshop.reading import read_sessions

_Result = TypeVar("_Result")
SHOWN_AT_FIRST = 12  # held sessions; nobody looks through more each time


class WorkshopPresenter(QObject):
    """Knows the sessions, and what was put away last.

    ``state_changed(WorkshopState)``, ``put_away(sentence)`` tells that something is gone and can
    come back by ``undo``, ``told(sentence)`` that something was done, ``go_wanted(place_key,
    session_id)`` that a session is to be shown, and ``problem_met(sentence)`` what went wrong.
    """

    state_changed = Signal(object)
    put_away = Signal(str)
    told = Signal(str)
    go_wanted = Signal(str, str)
    problem_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._copier = SessionCopier(services, today)
        self._most: int | None = SHOWN_AT_FIRST
        self._undo_id = ""

    def open(self) -> None:
        """Begin with the latest sessions."""
        self._most = SHOWN_AT_FIRST
        self._show()

    def show_all(self) -> None:
        """Show every held session until the page is opened again."""
        self._most = None
        self._show()

    def practise(self) -> None:
        """Make a fresh session with pretend people and go to its rehearsal."""
        session = self._try(lambda: self._services.workshops.practise(self._today()))
        if session is not None:
            self.go_wanted.emit("rehearsal", session.id)

    def copy(self, session_id: str) -> None:
        """Prepare another session like this one and go there."""
        if (new_id := self._try(lambda: self._copier.copy(session_id))) is not None:
            self.go_wanted.emit("session", new_id)

    def save_as_template(self, session_id: str) -> None:
        """Keep how this session was prepared for other days and charities."""
        sentence = self._try(lambda: self._copier.save_as_template(session_id))
        if sentence is not None:
            self._show()
            self.told.emit(sentence)

    def title_of(self, session_id: str) -> str:
        """Return what a session is called; empty if it cannot be read."""
        session = self._try(lambda: self._services.workshops.get(session_id))
        return session.meeting.preparation.title if session is not None else ""

    def save_file(self, session_id: str, path: Path) -> None:
        """Write a session to a file, for another laptop."""

        sentence = self._try(lambda: self._copier.save_file(session_id, path))
        if sentence is not None:
            self.told.emit(sentence)

    def open_file(self, path: Path) -> None:
        """Take in a session from another laptop and go there."""
        session = self._try(lambda: self._services.workshops.open_file(path, self._today()))
        if session is None:
            return
        if session.meeting.phase is Phase.LOBBY:
            self.go_wanted.emit("session", session.id)
            return
        self._show()
        title = session.meeting.preparation.title
        self.told.emit(_("“{name}” is in the list now.").format(name=title))

    def put_session_away(self, session_id: str) -> None:
        """Put a session or a template away; ``undo`` brings it back."""
        title = self.title_of(session_id)

        def gone() -> str:
            self._services.workshops.put_away(session_id, self._today())
            return session_id

        if self._try(gone) is not None:
            self._undo_id = session_id
            self._show()
            self.put_away.emit(_("“{name}” was put away.").format(name=title))

    def undo(self) -> None:
        """Bring back what was put away last."""
        if self._undo_id and self._bring_back(self._undo_id):
            self._undo_id = ""
            self._show()

    def bring_back(self, thing: PutAway) -> None:
        """Bring back something that was put away, today or long ago."""
        if self._bring_back(thing.record_id):
            self._undo_id = ""
            self._show()
            self.told.emit(_("“{name}” is back.").format(name=thing.name))

    def _bring_back(self, session_id: str) -> bool:
        def back() -> str:
            self._services.workshops.bring_back(session_id)
            return session_id

        return self._try(back) is not None

    def _show(self) -> None:
        state = self._try(lambda: read_sessions(self._services, self._most))
        if state is not None:
            self.state_changed.emit(state)

    def _try(self, act: Callable[[], _Result]) -> _Result | None:
        """Return what ``act`` returns, or ``None`` once its trouble has been told."""
        try:
            return act()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        return None
