"""The first page: the head of Home while the data is being opened, or why that cannot be done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.ui.opening.elsewhere import Elsewhere
    from collabkit.ui.opening.plugging_in import PluggingIn


class OpeningPage(Page):
    """Nothing is promised here: no spinner, no splash. Opening takes a fraction of a second.

    ``again_requested()`` asks for another try after something was in the way, ``begin_requested()``
    for a beginning in a folder in which there is nothing.
    """

    again_requested = Signal()
    begin_requested = Signal()

    def __init__(self, folder: DataFolder, today: Callable[[], date] = date.today) -> None:
        self._acts = Flow()
        super().__init__(_("Home"), _("Opening what you have saved."))
        self._folder = folder
        self._today = today
        self._plugging_in: PluggingIn | None = None
        self._elsewhere: Elsewhere | None = None
        self._saved_in: Path | None = None
        self._reason = Text("", "lead")
        self._place = Text(_("Your data is in {folder}").format(folder=folder.root), "note")
        self._first_time = Text("")
        self._again = Button(_("Try again"), "primary")
        self._begin = Button(_("Begin here with nothing"))
        self._save = Button(_("Save my work somewhere else…"), "plain", "save")
        self._show = Button(_("Show the folder"), "plain")
        self._again.clicked.connect(self.again_requested)
        self._begin.clicked.connect(self.begin_requested)
        self._save.clicked.connect(self._on_save_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        for button in (self._again, self._begin, self._save, self._show):
            self._acts.addWidget(button)
        self.add(self._reason, self._place, self._first_time)
        self.add(self._acts, gap=2)
        self.show_opening()

    def show_opening(self, words: str = "") -> None:
        """Say that the data is being opened, or whatever else is under way in ``words``."""
        self.set_title(_("Home"), words or _("Opening what you have saved."))
        self._show_only()

    def show_problem(self, heading: str, sentence: str, *, may_be_read: bool = False) -> None:
        """Say why the data cannot be opened; nothing of it was changed.

        What ``may_be_read`` all the same, as on a disk that only takes nothing new, can be saved
        somewhere else.
        """
        self.set_title(heading or _("Your data could not be opened"))
        self._reason.setText(sentence)
        save = (self._save,) if may_be_read else ()
        self._show_only(self._reason, self._place, self._again, *save, self._show)
        self.notice.close_notice()
        self._again.setFocus()

    def show_nothing_there(self) -> None:
        """Ask whoever has named a folder in which there is nothing; wait for a stick meanwhile."""
        from collabkit.ui.opening.plugging_in import PluggingIn

        is_there = self._folder.root.is_dir()
        self.set_title(
            _("There is nothing in your folder")
            if is_there
            else _("Your folder is not in its place")
        )
        stick = _(
            "If your data is on a memory stick or another disk, plug it in: collabkit then goes on "
            "by itself. Nothing was changed."
        )
        told = (
            _("collabkit was started with the folder “{folder}”, and there is nothing in it.")
            if is_there
            else _("collabkit was started with the folder “{folder}”, which is not there just now.")
        ).format(folder=self._folder.root)
        self._reason.setText(f"{told} {stick}")
        self._first_time.setText(
            _(
                "If you start for the first time with this folder, all is well: choose “{begin}”, "
                "and what you save is kept there from now on."
            ).format(begin=self._begin.text())
        )
        self._show_only(self._reason, self._first_time, self._again, self._begin)
        self.notice.close_notice()
        self._again.setFocus()
        self._plugging_in = PluggingIn(self._folder, self)
        self._plugging_in.plugged_in.connect(self.again_requested)
        self._plugging_in.begin()

    def left(self) -> None:
        self._wait_no_more()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _show_only(self, *parts: QWidget) -> None:
        """Show these below the head, and wait for no stick."""
        self._wait_no_more()
        for part in (
            self._reason, self._place, self._first_time, self._again, self._begin, self._save,
            self._show,
        ):  # fmt: skip
            part.setVisible(part in parts)

    def _wait_no_more(self) -> None:
        if self._plugging_in is not None:
            self._plugging_in.end()
            self._plugging_in.deleteLater()
            self._plugging_in = None

    def _on_save_clicked(self) -> None:
        from collabkit.ui.opening.elsewhere import Elsewhere

        if self._elsewhere is None:
            self._elsewhere = Elsewhere(self._folder, self)
            self._elsewhere.saved.connect(self._on_saved)
            self._elsewhere.not_saved.connect(self._on_not_saved)
            self.notice.action_taken.connect(self._on_notice_action_taken)
        if told := self._elsewhere.save(self, self._today()):
            self._save.set_resting(True)
            self.notice.tell(told)

    def _on_saved(self, sentence: str, folder: Path) -> None:
        self._save.set_resting(False)
        self._saved_in = folder
        self.notice.tell(sentence, _("Show the folder"))

    def _on_not_saved(self, sentence: str) -> None:
        self._save.set_resting(False)
        self.notice.tell(sentence, tone="alert")

    def _on_notice_action_taken(self) -> None:
        if self._elsewhere is not None and self._saved_in is not None:
            self._elsewhere.show_folder(self._saved_in)

    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))


def fault_of_ours() -> str:
    """Return what to say when a bug of ours kept the data from being opened."""
    return _(
        "Something went wrong while your data was being opened. Nothing was changed. Please try "
        "again; if it stays like this, keep a copy of the folder and ask for help."
    )
