"""What the notice at the top of the questionnaire says, and when it has said enough."""

from enum import Enum, auto

from collabkit.i18n import _
from collabkit.ui.widgets.notice import Notice


class _About(Enum):
    NOTHING = auto()
    WELCOME = auto()
    TROUBLE = auto()


class Notices:
    """A welcome at the first statement, and trouble with saving or reading, which comes first."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._about = _About.NOTHING

    def welcome(self) -> None:
        """Say how it goes, unless that or something else is being said."""
        if self._about is _About.NOTHING:
            self._about = _About.WELCOME
            self._notice.tell(
                _(
                    "Read from 1 upwards and choose the highest description that is fully true. "
                    "You can stop whenever you like: every answer is kept."
                )
            )

    def end_welcome(self) -> None:
        """Close the welcome: the person is on the way."""
        if self._about is _About.WELCOME:
            self.close()

    def tell_trouble(self, sentence: str) -> None:
        """Say what went wrong; pressing the act tries it once more."""
        self._about = _About.TROUBLE
        self._notice.tell(sentence, _("Try again"), tone="alert")

    def end_trouble(self) -> None:
        """Close what was said about trouble: it is over."""
        if self._about is _About.TROUBLE:
            self.close()

    def close(self) -> None:
        """Say nothing."""
        self._about = _About.NOTHING
        self._notice.close_notice()
