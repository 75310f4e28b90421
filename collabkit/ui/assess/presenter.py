"""What happens on the list of assessments, without widgets."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.ui.assess.reading import read_list
from collabkit.ui.last_step import LastStep
from collabkit.ui.put_away import PutAway

SHOWN_AT_FIRST = 25  # more would take long to build, and nobody reads them all


class AssessPresenter(QObject):
    """Knows the charities and their assessments, and what was put away last.

    ``state_changed(AssessState)``, ``put_away(sentence)`` tells that something is gone and can
    come back by ``undo``, ``brought_back(sentence)`` that something is there again,
    ``title_refused(sentence)`` what is wrong with a new title and ``problem_met(sentence)`` what
    else went wrong.
    """

    state_changed = Signal(object)
    put_away = Signal(str)
    brought_back = Signal(str)
    title_refused = Signal(str)
    problem_met = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._most: int | None = SHOWN_AT_FIRST
        self._renaming = ""
        self._last_step = LastStep()

    def open(self) -> None:
        """Begin with the latest assessments."""
        self._most = SHOWN_AT_FIRST
        self.refresh()

    def refresh(self) -> None:
        """Read everything afresh; what was being renamed is left as it was."""
        self._renaming = ""
        self._show()

    def show_all(self) -> None:
        """Show every assessment until the page is opened again."""
        self._most = None
        self._show()

    def begin_renaming(self, assessment_id: str) -> None:
        """Let the person type another title."""
        self._renaming = assessment_id
        self._show()

    def rename(self, title: str) -> None:
        """Give the assessment the new title."""
        try:
            self._services.assessments.rename(self._renaming, title)
        except InvalidInputError as error:
            self.title_refused.emit(str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.refresh()

    def put_assessment_away(self, assessment_id: str) -> None:
        """Put an assessment away with its answers and its plan."""
        service = self._services.assessments

        def remove() -> str:
            title = service.get(assessment_id).title
            service.remove(assessment_id)
            return title

        self._put_away(remove, lambda: service.restore(assessment_id))

    def put_charity_away(self, charity_id: str) -> None:
        """Put a charity away with its assessments."""
        service = self._services.charities

        def remove() -> str:
            name = service.get(charity_id).name
            service.remove(charity_id)
            return name

        self._put_away(remove, lambda: service.restore(charity_id))

    def undo(self) -> None:
        """Bring back what was put away last."""
        try:
            if self._last_step.undo():
                self._show()
        except CollabkitError as error:
            self.problem_met.emit(str(error))

    def bring_back(self, thing: PutAway) -> None:
        """Bring back something that was put away, today or long ago."""
        kind = self._services.charities if thing.is_charity else self._services.assessments
        try:
            kind.restore(thing.record_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._last_step.forget()
        self._show()
        self.brought_back.emit(_("“{name}” is back.").format(name=thing.name))

    def _put_away(self, remove: Callable[[], str], undo: Callable[[], None]) -> None:
        try:
            name = remove()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._last_step.keep(undo)
        self._show()
        self.put_away.emit(_("“{name}” was put away.").format(name=name))

    def _show(self) -> None:
        try:
            state = read_list(self._services, self._most)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.state_changed.emit(replace(state, renaming=self._renaming))
