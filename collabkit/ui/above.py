"""What stands above all pages, one thing at a time."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the window is painted before there is anything to say
    from collabkit.ui.closing import Closing
    from collabkit.ui.widgets.standing_notice import StandingNotice


class Above(QObject):
    """Holds what is told as long as it lasts, and what is told to who wants to close.

    The latter comes first. ``told()`` is sent when something new is told, ``closed()`` when it
    went, and ``keyboard_left()`` if nothing is left that had the keyboard before; the others are
    those of ``Closing``.
    """

    told = Signal()
    closed = Signal()
    keyboard_left = Signal()
    show_requested = Signal(str, object)
    tried_again = Signal()
    elsewhere_requested = Signal()

    def __init__(self, put_above: Callable[[QWidget], None], parent: QObject) -> None:
        super().__init__(parent)
        self._put_above = put_above
        self.has_teller = False  # whether somebody tells here of all that is not saved
        self._notices: list[StandingNotice] = []

    @cached_property
    def standing(self) -> "StandingNotice":
        """For what holds whichever page is shown."""
        return self._new_notice()

    @cached_property
    def closing(self) -> "Closing":
        """For what holds the window back."""
        from collabkit.ui.closing import Closing

        notice = self._new_notice()
        notice.told.connect(self._on_closing_told)
        notice.closed.connect(self._on_closing_closed)
        closing = Closing(notice, self)
        closing.show_requested.connect(self.show_requested)
        closing.tried_again.connect(self.tried_again)
        closing.elsewhere_requested.connect(self.elsewhere_requested)
        return closing

    @property
    def is_holding_back(self) -> bool:
        """Whether the window was ever held back."""
        return "closing" in self.__dict__

    @property
    def tells_trouble(self) -> bool:
        """Whether it stands here that something is not saved, and what can be done about it."""
        return any(each.is_about_saving for each in self._notices)

    def is_told(self, sentence: str) -> bool:
        """Tell whether ``sentence`` says why something is not saved, and that is told here.

        Also if somebody has closed it: the save mark says it then, and leads to it again.
        """
        if not (self.tells_trouble or self.has_teller):
            return False
        from collabkit.ui.save_ledger import troubles

        return sentence in troubles()

    def _new_notice(self) -> "StandingNotice":
        from collabkit.ui.widgets.standing_notice import StandingNotice

        notice = StandingNotice()
        notice.told.connect(self.told)
        notice.closed.connect(self.closed)
        notice.notice.keyboard_left.connect(self.keyboard_left)
        self._put_above(notice)
        self._notices.append(notice)
        return notice

    def _on_closing_told(self) -> None:
        self.standing.rest(True)

    def _on_closing_closed(self) -> None:
        self.standing.rest(False)
