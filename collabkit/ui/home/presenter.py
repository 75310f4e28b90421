"""What happens on Home, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.services import Services
from collabkit.services.sample import ensure_sample
from collabkit.ui.home.reading import read_home
from collabkit.ui.home.state import HomeState
from collabkit.ui.job import Job


class HomePresenter(QObject):
    """Knows what there is to do next.

    ``state_changed(HomeState)``; ``sample_ready(assessment_id)`` tells that the sample can be
    opened, ``sample_put_away()`` that it is gone and can come back, ``problem_met(sentence)`` what
    went wrong.
    """

    state_changed = Signal(object)
    sample_ready = Signal(str)
    sample_put_away = Signal()
    problem_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._state: HomeState | None = None
        self._put_away_id = ""
        self._is_awaited = False  # whether the person is still here for the sample
        self._is_under_way = False

    def refresh(self) -> None:
        """Read everything afresh."""
        self._is_awaited = False
        self._show()

    def leave(self) -> None:
        """The person has gone elsewhere: nothing takes them away from there."""
        self._is_awaited = False

    def open_sample(self) -> None:
        """Open the sample; fill it in first if there is none."""
        if self._is_under_way or self._state is None:
            return
        self._is_under_way = self._is_awaited = True
        self.state_changed.emit(replace(self._state, is_sample_under_way=True))
        job = Job(partial(ensure_sample, self._services, self._today()))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def put_sample_away(self) -> None:
        """Put the sample charity away with all that was tried out in it."""
        sample = self._state.sample if self._state is not None else None
        if sample is None:
            return
        try:
            self._services.charities.remove(sample)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._put_away_id = sample
        self._show()
        self.sample_put_away.emit()

    def bring_sample_back(self) -> None:
        """Undo ``put_sample_away``."""
        try:
            self._services.charities.restore(self._put_away_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._show()

    def _show(self) -> None:
        try:
            state = read_home(self._services, self._today())
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._state = replace(state, is_sample_under_way=self._is_under_way)
        self.state_changed.emit(self._state)

    def _on_job_done(self, assessment_id: str) -> None:
        self._is_under_way = False
        self._show()
        if self._is_awaited:
            self._is_awaited = False
            self.sample_ready.emit(assessment_id)

    def _on_job_failed(self, sentence: str) -> None:
        self._is_under_way = False
        self._show()
        self.problem_met.emit(sentence)
