"""What happens where a wrong name is put right, without widgets."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.correcting import AlsoThere, Corrected, HeldName, Whose
from collabkit.ui.last_step import LastStep
from collabkit.ui.privacy.correcting_words import (
    back_words,
    corrected_words,
    everywhere_words,
    made_up_note,
    name_in_list,
    other_sheets,
    owners_words,
)


@dataclass(frozen=True, slots=True)
class CorrectingState:
    """The names that can be put right, the chosen one, and where else it stands.

    ``options`` are keys with what the list shows. ``owners`` and ``everywhere`` are the words of
    the ticks, empty where there is nothing to tick; ``notes`` is what else there is to know.
    """

    options: tuple[tuple[str, str], ...] = ()
    chosen: HeldName | None = None
    owners: str = ""
    everywhere: str = ""
    notes: tuple[str, ...] = ()
    fault: str = ""


class CorrectingPresenter(QObject):
    """Knows the names of one assessment, or the one of a charity.

    ``state_changed(CorrectingState)``; ``corrected(sentence, act)`` tells what was done and what
    the button says that takes it back, ``taken_back(sentence)`` that it was, and
    ``problem_met(sentence)`` what went wrong with that.
    """

    state_changed = Signal(object)
    corrected = Signal(str, str)
    taken_back = Signal(str)
    problem_met = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._names: dict[str, HeldName] = {}
        self._where = ("", "")
        self._hides_names = False
        self._last_step = LastStep()
        self._undone: Corrected | None = None
        self.state = CorrectingState()

    def open(self, assessment_id: str, charity_id: str, *, hides_names: bool) -> None:
        """Offer the names of an assessment, of a charity or, without either, none.

        ``hides_names`` tells that the names on its sheets hide who answered.
        """
        self._where, self._hides_names = (assessment_id, charity_id), hides_names
        self._last_step.forget()
        self._read("")

    def choose(self, key: str) -> None:
        """Take which name is wrong."""
        held = self._names.get(key)
        try:
            self._choose(held)
        except CollabkitError as error:
            self._fault(str(error))

    def correct(self, name: str, with_owners: bool, everywhere: bool) -> None:
        """Put the chosen name right."""
        held = self.state.chosen
        if held is None:
            return
        try:
            corrected = self._services.correcting.correct(
                held, name, with_owners=with_owners, everywhere=everywhere
            )
        except KeyError:
            self._fault(_("This is not here any more."))
            return
        except CollabkitError as error:
            self._fault(str(error))
            return
        self._undone = corrected
        self._last_step.keep(partial(self._services.correcting.take_back, corrected))
        self._read(held.key)
        self.corrected.emit(corrected_words(corrected), _("Undo"))

    def undo(self) -> None:
        """Let what was corrected last be called as before."""
        key = self.state.chosen.key if self.state.chosen else ""
        try:
            is_undone = self._last_step.undo()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        if is_undone and self._undone is not None:
            self._read(key)
            self.taken_back.emit(back_words(self._undone))

    def _read(self, key: str) -> None:
        """Read the names afresh; the one with ``key`` is chosen, or the only one."""
        assessment_id, charity_id = self._where
        correcting = self._services.correcting
        names: tuple[HeldName, ...] = ()
        try:
            if assessment_id:
                names = correcting.names(assessment_id)
            elif charity_id:
                names = (correcting.of_charity(charity_id),)
            self._names = {held.key: held for held in names}
            options = tuple((held.key, name_in_list(held)) for held in names)
            self.state = CorrectingState(options)
            self._choose(names[0] if len(names) == 1 else self._names.get(key))
        except (KeyError, CollabkitError):  # what else is shown says so
            self._names = {}
            self._show(CorrectingState())

    def _choose(self, held: HeldName | None) -> None:
        also = AlsoThere() if held is None else self._services.correcting.also_there(held)
        is_hidden = held is not None and held.whose is Whose.SHEET and self._hides_names
        notes = (made_up_note() if is_hidden else "", other_sheets(also))
        self._show(
            CorrectingState(
                self.state.options,
                held,
                owners_words(also.owned) if also.owned else "",
                everywhere_words(held, also.assessments) if held and also.assessments else "",
                tuple(filter(None, notes)),
            )
        )

    def _fault(self, sentence: str) -> None:
        self._show(replace(self.state, fault=sentence))

    def _show(self, state: CorrectingState) -> None:
        self.state = state
        self.state_changed.emit(state)
