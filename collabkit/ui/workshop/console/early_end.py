"""The statements are ended early; as long as the map is there, that can be taken back."""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.room import steps
from collabkit.room.meeting import Phase
from collabkit.ui.workshop.console.state import News, Offer

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.presenter import ConsolePresenter


class EarlyEnd:
    """Ends the statements, and remembers where the room stood until it goes elsewhere."""

    def __init__(self, presenter: "ConsolePresenter") -> None:
        self._presenter = presenter
        self._left_at: tuple[Phase, int] | None = None

    @property
    def can_be_undone(self) -> bool:
        """Whether the room stands where ending the statements has led."""
        return self._left_at is not None

    def forget(self) -> None:
        """Know that the room has gone on."""
        self._left_at = None

    def do(self) -> None:
        """Go to the map now."""
        presenter = self._presenter
        left_at = presenter.meeting.phase, presenter.meeting.place
        if presenter.take(steps.end_statements):
            self._left_at = left_at
            sentence = _(
                "The statements are ended. You can still go to each: they are under “All "
                "statements”."
            )
            presenter.told.emit(News(sentence, Offer.UNDO_END))

    def undo(self) -> None:
        """Go back to where the room stood."""
        if self._left_at is not None:
            phase, place = self._left_at
            self._presenter.take(partial(steps.take_up_statements, phase=phase, place=place))
