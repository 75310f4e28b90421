"""What the notice at the top of the questionnaire says, and when it has said enough."""

from enum import Enum, auto

from collabkit.i18n import _
from collabkit.ui.widgets.notice import Notice


class _About(Enum):
    NOTHING = auto()
    WELCOME = auto()
    TROUBLE = auto()
    RESULTS = auto()
    SHUT = auto()
    CHANGE = auto()


class Notices:
    """A welcome at the first statement, the way back to the results for who came from there, a
    change out of sight, and trouble with saving or reading, which comes first."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._about = _About.NOTHING
        self._came_from_results = False

    @property
    def leads_to_results(self) -> bool:
        """Whether the act of what is said leads to the results."""
        return self._about is _About.RESULTS

    @property
    def leads_to_sheets(self) -> bool:
        """Whether the act of what is said leads to the sheets."""
        return self._about is _About.SHUT

    @property
    def undoes(self) -> bool:
        """Whether the act of what is said takes back a change of an answer."""
        return self._about is _About.CHANGE

    def offer_results(self) -> None:
        """Offer the way back to the results, here and at every further statement."""
        self._came_from_results = True
        self._about = _About.RESULTS
        self._notice.tell(
            _("You came from the results. What you change here counts at once."),
            _("Back to the results"),
        )

    def tell_shut(self) -> None:
        """Say that this sheet is not for the person who sits here."""
        self._about = _About.SHUT
        self._notice.tell(
            _("A sheet that is closed is not opened again, so that nobody sees its answers."),
            _("See who has answered"),
        )

    def welcome(self, is_described: bool) -> None:
        """Say how it goes, unless that or something else is being said.

        ``is_described`` tells whether each level has a description of its own.
        """
        if self._about is _About.NOTHING:
            self._about = _About.WELCOME
            self._notice.tell(
                _(
                    "Read from 1 upwards and choose the highest description that is fully true. "
                    "You can stop whenever you like: every answer is kept."
                )
                if is_described
                else _(
                    "Choose the answer that is closest to how things are. You can stop whenever "
                    "you like: every answer is kept."
                )
            )

    def end_welcome(self) -> None:
        """Close the welcome: the person is on the way."""
        if self._about is _About.WELCOME:
            self.close()

    def tell_change(self, answer: str) -> None:
        """Say that the answer is now ``answer``, or none, unless there is trouble."""
        if self._about is _About.TROUBLE:
            return
        self._about = _About.CHANGE
        told = (
            _("Your answer was changed to “{answer}”.").format(answer=answer)
            if answer
            else _("Your answer was taken back.")
        )
        self._notice.tell(told, _("Undo"))

    def end_change(self) -> None:
        """Close what was said about a change: it is undone, or one has gone on."""
        if self._about is _About.CHANGE:
            self._give_way()

    def tell_trouble(self, sentence: str) -> None:
        """Say what went wrong; pressing the act tries it once more."""
        self._about = _About.TROUBLE
        self._notice.tell(sentence, _("Try again"), tone="alert")

    def end_trouble(self) -> None:
        """Close what was said about trouble: it is over."""
        if self._about is _About.TROUBLE:
            self._give_way()

    def close(self) -> None:
        """Say nothing."""
        self._about = _About.NOTHING
        self._came_from_results = False
        self._notice.close_notice()

    def _give_way(self) -> None:
        came_from_results = self._came_from_results
        self.close()
        if came_from_results:
            self.offer_results()
