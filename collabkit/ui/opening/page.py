"""The first page: the head of Home while the data is being opened, or why that cannot be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.widgets.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.ui.opening.in_the_way import InTheWay


class OpeningPage(Page):
    """Nothing is promised here: no spinner, no splash. Opening takes a fraction of a second.

    ``again_requested()`` asks for another try after something was in the way, ``begin_requested()``
    for a beginning in a folder in which there is nothing.
    """

    again_requested = Signal()
    begin_requested = Signal()

    saves = False

    def __init__(self, folder: DataFolder, today: Callable[[], date] = date.today) -> None:
        super().__init__(_("Home"))
        self._folder = folder
        self._today = today
        self._in_the_way: InTheWay | None = None
        self.show_opening()  # as it is told again once it is painted: nothing moves then

    def show_opening(self, words: str = "") -> None:
        """Say that the data is being opened, or whatever else is under way in ``words``."""
        title = _("One moment, please") if words else _("Home")
        self.set_title(title, words or _("Opening what you have saved."))
        if self._in_the_way is not None:
            self._in_the_way.rest()

    def show_problem(self, heading: str, sentence: str, *, may_be_read: bool = False) -> None:
        """Say why the data cannot be opened; see ``InTheWay``."""
        self.set_title(heading or _("Your data could not be opened"))
        self._below().show_problem(sentence, may_be_read=may_be_read)

    def show_nothing_there(self) -> None:
        """Ask whoever has named a folder in which there is nothing."""
        is_there = self._folder.root.is_dir()
        self.set_title(
            _("There is nothing in your folder")
            if is_there
            else _("Your folder is not in its place")
        )
        self._below().show_nothing_there(is_there=is_there)

    def left(self) -> None:
        if self._in_the_way is not None:
            self._in_the_way.wait_no_more()

    def _below(self) -> "InTheWay":
        """What says more below the head; most starts never need it."""
        if self._in_the_way is None:
            from collabkit.ui.opening.in_the_way import InTheWay

            self._in_the_way = InTheWay(self._folder, self._today, self.notice)
            self._in_the_way.again_requested.connect(self.again_requested)
            self._in_the_way.begin_requested.connect(self.begin_requested)
            self.add(self._in_the_way)
        return self._in_the_way


def fault_of_ours() -> str:
    """Return what to say when a bug of ours kept the data from being opened."""
    return _(
        "Something went wrong while your data was being opened. Nothing was changed. Please try "
        "again; if it stays like this, keep a copy of the folder and ask for help."
    )
