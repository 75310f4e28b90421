"""What happens under Settings, without widgets."""

from dataclasses import asdict
from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.locked_or_not import is_unlocked
from collabkit.services.sample import bring_sample_back
from collabkit.services.whereabouts import line_of_place
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.last_step import LastStep
from collabkit.ui.paper_choice import PAPER, chosen_paper
from collabkit.ui.safety.wording import standing_words
from collabkit.ui.settings.state import Chosen, SampleStanding, SettingsState


class SettingsPresenter(QObject):
    """Keeps what is chosen, at once. ``state_changed(SettingsState)``.

    ``undo_offered(sentence)`` tells what happened and can be taken back by ``undo``,
    ``problem_met(sentence)`` what went wrong.
    """

    state_changed = Signal(object)
    undo_offered = Signal(str)
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = context.settings
        self._last_step = LastStep()
        self._is_sample_under_way = False
        self._is_shown = False
        self._settings.listen(self._on_settings_changed)

    def open(self) -> None:
        """Read everything afresh, and go on following the settings until ``leave``."""
        self._is_shown = True
        self._show()
        self._tell_problem()

    def tell_anew(self) -> None:
        """Say once more when the latest copy was made: today is another day by now."""
        self._show()

    def leave(self) -> None:
        """The page is no longer seen."""
        self._is_shown = False

    def choose(self, key: str, value: object) -> None:
        """Keep ``value`` for the setting ``key``: a field of ``Chosen``, or the paper."""
        self._settings.set(key, value)
        self._tell_problem()

    def start_afresh(self) -> None:
        """Set everything on the page back; ``undo`` brings it back as it was."""
        before = self._chosen()
        self._choose_all(Chosen())
        self._last_step.keep(partial(self._choose_all, before))
        self.undo_offered.emit(_("Looks and keys are as they were at first."))
        self._tell_problem()

    def put_sample_away(self) -> None:
        """Put the sample charity away; ``undo`` brings it back."""
        charities = self._context.services.charities
        try:
            for charity in charities.all():
                if charity.is_sample:
                    charities.remove(charity.id)
                    self._last_step.keep(partial(charities.restore, charity.id))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._show()
        self.undo_offered.emit(_("The sample was put away."))

    def bring_sample_back(self) -> None:
        """Bring the sample charity back, or make it if there never was one."""
        self._is_sample_under_way = True
        self._show()
        job = Job(partial(bring_sample_back, self._context.services, self._context.today()))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def undo(self) -> None:
        """Take back what was done last."""
        try:
            self._last_step.undo()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        self._show()

    def _choose_all(self, chosen: Chosen) -> None:
        for key, value in asdict(chosen).items():
            self._settings.set(key, value)

    def _chosen(self) -> Chosen:
        usual = asdict(Chosen())
        return Chosen(**{key: self._settings.get(key, value) for key, value in usual.items()})

    def _tell_problem(self) -> None:
        if self._settings.problem:
            self.problem_met.emit(
                _("What you choose here counts until you close collabkit. {reason}").format(
                    reason=self._settings.problem
                )
            )

    def _show(self) -> None:
        try:
            sample = self._sample()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        folder = self._context.folder
        self.state_changed.emit(
            SettingsState(
                chosen=self._chosen(),
                folder=str(folder.root),
                place=line_of_place(folder),
                copy=self._copy(),
                sample=sample,
                paper=str(chosen_paper(self._settings)),
                is_locked=is_unlocked(folder),
            )
        )

    def _sample(self) -> SampleStanding:
        if self._is_sample_under_way:
            return SampleStanding.ON_ITS_WAY
        charities = self._context.services.charities
        if any(charity.is_sample for charity in charities.all()):
            return SampleStanding.THERE
        was_there = any(charity.is_sample for charity in charities.put_away())
        return SampleStanding.AWAY if was_there else SampleStanding.NOWHERE

    def _copy(self) -> str:
        today = self._context.today()
        return standing_words(self._context.services.safety.copies(today), today)

    def _on_settings_changed(self, key: str) -> None:
        if self._is_shown and key in (*asdict(Chosen()), PAPER):
            self._show()

    def _on_job_done(self, _assessment_id: str) -> None:
        self._is_sample_under_way = False
        self._show()

    def _on_job_failed(self, sentence: str) -> None:
        self._is_sample_under_way = False
        self._show()
        self.problem_met.emit(sentence)
