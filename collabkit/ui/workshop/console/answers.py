"""Hands and slips of an open vote, as they are typed: in memory only, and as long as the vote."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room import votes
from collabkit.room.choices import RoomChoice, choice_for_key, choices_of
from collabkit.room.meeting import Phase
from collabkit.ui.workshop.console.cautions import cannot_close, too_many
from collabkit.ui.workshop.console.state import News
from collabkit.ui.workshop.console.typed import Typed, counts_of

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.presenter import ConsolePresenter


class Answers:
    """Takes answers in, and says beside them what is wrong with what was typed."""

    def __init__(self, presenter: "ConsolePresenter") -> None:
        self._presenter = presenter
        self.typed = Typed()

    def forget(self) -> None:
        """Forget what was typed: the vote is over."""
        self.typed = Typed()

    def count_hands(self, texts: Mapping[str, str]) -> None:
        """Take the counts as they stand in the fields; what is wrong is said beside them."""
        presenter = self._presenter
        if presenter.meeting.phase is not Phase.VOTE or not presenter.is_here:
            return
        meeting, fault = presenter.meeting, ""
        try:
            meeting = votes.count_hands(meeting, counts_of(texts))
        except CollabkitError as error:
            fault = presenter.discretion.words(str(error), too_many())
        except ValueError as error:
            fault = str(error)
        self.typed = Typed(MappingProxyType(dict(texts)), fault)
        presenter.take_answers(meeting)

    def take_slip(self, key: str) -> None:
        """Take one slip by its key."""
        presenter = self._presenter
        if not presenter.is_here:
            return
        meeting, choices = presenter.meeting, self._choices()
        choice = choice_for_key(key, choices) if key else None
        fault = ""
        if choice is None:
            fault = _("“{key}” is on no slip, so nothing was counted. Please use {marks}.").format(
                key=key, marks=", ".join(each.mark for each in choices)
            )
        else:
            try:
                meeting = votes.take_slip(meeting, choice.code)
            except CollabkitError as error:
                fault = presenter.discretion.words(str(error), too_many())
        self.typed = replace(self.typed, slips_fault=fault)
        presenter.take_answers(meeting)
        if fault:
            presenter.slip_refused.emit()

    def take_back_slip(self) -> None:
        """Take back the slip that was keyed in last."""
        presenter = self._presenter
        if not presenter.is_here:
            return
        try:
            meeting = votes.take_back_slip(presenter.meeting)
        except CollabkitError:
            return
        self.typed = replace(self.typed, slips_fault="")
        presenter.take_answers(meeting)

    def keep_last_counts(self) -> bool:
        """Forget hands that were typed wrongly: the last valid counts stand.

        Tells whether there were any.
        """
        presenter, vote = self._presenter, self._presenter.meeting.open_vote
        if vote is None or not self.typed.hands_fault:
            return False
        texts = {code: str(count) for code, count in vote.hands.counts.items()}
        self.typed = replace(self.typed, hands=MappingProxyType(texts), hands_fault="")
        presenter.told.emit(News(""))
        presenter.tell()
        return True

    def soften(self) -> None:
        """Say what is wrong so that everybody may read it."""
        if self.typed.hands_fault:
            self.typed = replace(self.typed, hands_fault=too_many(), slips_fault="")

    def problem_with_closing(self) -> str:
        """Return why the vote cannot be closed yet, in words for whoever may read them here."""
        if self.typed.hands_fault:
            return self.typed.hands_fault
        too_few = votes.problem_with_closing(self._presenter.meeting)
        return self._presenter.discretion.words(too_few, cannot_close()) if too_few else ""

    def _choices(self) -> tuple[RoomChoice, ...]:
        session, meeting = self._presenter.session, self._presenter.meeting
        item = session.pack.item(meeting.turn.item_id)
        return choices_of(item, session.pack.form_of(item))
