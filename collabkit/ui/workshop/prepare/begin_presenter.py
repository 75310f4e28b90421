"""What happens while it is settled for whom a session is and with which questionnaire."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.room.preparation import Preparation
from collabkit.room.suggesting import suggested_statements
from collabkit.services import Services
from collabkit.services.workshops import Session
from collabkit.ui.workshop.prepare.pack_options import pack_options
from collabkit.ui.workshop.prepare.state import BeginState
from collabkit.ui.workshop.reading import usual_title


class BeginPresenter(QObject):
    """Asks for charity and questionnaire, and makes the session.

    ``state_changed(BeginState)``, ``begun(session_id)`` when there is one, and
    ``problem_met(sentence)``. What is chosen stays until a session was made of it.
    """

    state_changed = Signal(object)
    begun = Signal(str)
    problem_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._state: BeginState | None = None
        self._template_id = ""
        self._before: Session | None = None

    def open(self, template_id: str = "", session_id: str = "") -> None:
        """Begin to ask: with a template, or for a session that is there already."""
        workshops = self._services.workshops
        try:
            before = workshops.get(session_id) if session_id else None
            template = workshops.get(template_id) if template_id else None
            charities = self._services.charities.all()
            packs = () if template else pack_options(self._services)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        offered = [option for option in packs if not option.reason]
        fresh = BeginState(
            charities=charities,
            charity_id=before.charity.id if before else charities[0].id if charities else "",
            new_name="",
            packs=packs,
            pack_id=before.pack.id if before else offered[0].id if offered else "",
            template=template.meeting.preparation.title if template else "",
            is_change=before is not None,
        )
        is_same = template_id == self._template_id and before is None and self._before is None
        if self._state is not None and is_same:
            fresh = _as_before(self._state, fresh)
        self._template_id, self._before = template_id, before
        self._show(fresh)

    def choose_charity(self, charity_id: str) -> None:
        """Take one of the charities; an empty id stands for one to be added."""
        self._change(charity_id=charity_id, fault="")

    def change_name(self, name: str) -> None:
        """Take the name of a charity to be added."""
        self._change(new_name=name, fault="")

    def choose_pack(self, pack_id: str) -> None:
        """Take a questionnaire."""
        self._change(pack_id=pack_id)

    def go_on(self) -> None:
        """Make the session; its statements are suggested."""
        if self._state is None:
            return
        try:
            charity_id = self._charity(self._state)
        except InvalidInputError as error:
            self._change(fault=str(error))
            return
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        try:
            session = self._make(charity_id, self._state.pack_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._state = self._before = None
        self.begun.emit(session.id)

    def _charity(self, state: BeginState) -> str:
        if not state.charity_id:
            charity = self._services.charities.add(state.new_name)
            # If what comes next fails, it is there and need not be added again.
            charities = self._services.charities.all()
            self._change(charities=charities, charity_id=charity.id, new_name="")
            return charity.id
        return state.charity_id

    def _make(self, charity_id: str, pack_id: str) -> Session:
        workshops, today = self._services.workshops, self._today()
        if self._template_id:
            return workshops.from_template(self._template_id, charity_id, usual_title(today), today)
        before = self._before
        if before is None:
            pack = self._services.packs.read(pack_id)
            preparation = Preparation(usual_title(today), suggested_statements(pack))
            return workshops.prepare(charity_id, pack, preparation, today)
        if (before.charity.id, before.pack.id) == (charity_id, pack_id):
            return before
        pack = self._services.packs.read(pack_id)
        preparation = before.meeting.preparation
        if pack.digest != before.pack.digest:
            preparation = replace(preparation, statements=suggested_statements(pack))
        session = workshops.prepare(charity_id, pack, preparation, today)
        workshops.put_away(before.id, today)
        return session

    def _change(self, **changes: Any) -> None:
        if self._state is not None:
            self._show(replace(self._state, **changes))

    def _show(self, state: BeginState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _as_before(chosen: BeginState, fresh: BeginState) -> BeginState:
    """Return ``fresh`` with what was chosen before, as far as that is still there."""
    there = {charity.id for charity in fresh.charities}
    offered = {option.id for option in fresh.packs}
    keeps_charity = chosen.charity_id in there or (not chosen.charity_id and chosen.new_name)
    return replace(
        fresh,
        charity_id=chosen.charity_id if keeps_charity else fresh.charity_id,
        new_name=chosen.new_name,
        pack_id=chosen.pack_id if chosen.pack_id in offered else fresh.pack_id,
    )
