"""Where a wrong name is put right on the page Privacy: the card, what happens, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import _
from collabkit.services import Services
from collabkit.ui.privacy.correcting_card import CorrectingCard
from collabkit.ui.privacy.correcting_presenter import CorrectingPresenter
from collabkit.ui.privacy.state import PrivacyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.save_mark import SaveState, Saving


class CorrectingPart(QObject):
    """Lets ``card`` and its presenter work on ``page``. ``names_changed()`` tells of new names.

    ``unsaved_at`` returns the title of a page on which something is not on the disk, or nothing:
    it would bring the wrong name back.
    """

    names_changed = Signal()

    def __init__(self, page: Page, services: Services, unsaved_at: Callable[[], str]) -> None:
        super().__init__(page)
        self._page = page
        self._unsaved_at = unsaved_at
        self._is_told = False  # whether the page's notice offers the way back
        self.card = CorrectingCard()
        self.presenter = CorrectingPresenter(services, self)
        self.presenter.state_changed.connect(self.card.show_correcting)
        self.presenter.corrected.connect(self._on_presenter_corrected)
        self.presenter.taken_back.connect(self._on_presenter_taken_back)
        self.presenter.problem_met.connect(self._on_presenter_problem_met)
        self.card.chosen.connect(self.presenter.choose)
        self.card.correction_wanted.connect(self._on_card_correction_wanted)
        page.notice.action_taken.connect(self._on_notice_action_taken)
        page.notice.closed.connect(self._on_notice_closed)

    def open(self, state: PrivacyState) -> None:
        """Offer the names of whatever the page is about."""
        where = state.assessment_id, state.charity_id
        self.presenter.open(*where, hides_names=state.hides_names)
        self.show_state(state)

    def show_state(self, state: PrivacyState) -> None:
        """Show the card where there are names, and nothing else has to be decided first."""
        self.card.show_busy(bool(state.busy))
        if state.deciding is not None and self._is_told:
            self._is_told = False  # what was corrected stays so
            self._page.notice.close_notice()
        has_names = bool(self.presenter.state.options)
        show_if(self.card, has_names and not state.why_not and state.deciding is None)

    def forget(self) -> None:
        """Leave nothing standing that was typed, for the next who looks."""
        self._is_told = False
        self.card.forget()

    def _on_card_correction_wanted(self, name: str, with_owners: bool, everywhere: bool) -> None:
        if place := self._unsaved_at():
            self._page.notice.tell(
                _(
                    "Something you entered at “{page}” is not saved yet, so nothing was corrected. "
                    "Please go back to it and save it, or let go of it, first."
                ).format(page=place),
                tone="alert",
            )
            return
        self.presenter.correct(name, with_owners, everywhere)

    def _on_presenter_corrected(self, sentence: str, act: str) -> None:
        self._tell_changed()
        self._is_told = True
        self._page.notice.tell(sentence, act)
        self.card.take_focus()  # not to the act: whoever presses Enter twice would take it back

    def _on_notice_action_taken(self) -> None:
        if self._is_told:
            self.presenter.undo()

    def _on_notice_closed(self) -> None:
        if self._is_told:
            self._is_told = False
            self.card.take_focus()

    def _on_presenter_taken_back(self, sentence: str) -> None:
        self._is_told = False
        self._tell_changed()
        self._page.notice.tell(sentence, passing=True)
        self.card.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self._page.notice.tell(sentence, tone="alert")

    def _tell_changed(self) -> None:
        self.names_changed.emit()
        self._page.save_state_changed.emit(SaveState(Saving.DONE))
