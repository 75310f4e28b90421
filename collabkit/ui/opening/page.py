"""The first page: the head of Home while the data is being opened, or why that cannot be done."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text


class OpeningPage(Page):
    """Nothing is promised here: no spinner, no splash. Opening takes a fraction of a second.

    ``again_requested()`` asks for another try after something was in the way.
    """

    again_requested = Signal()

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(_("Home"), _("Opening what you have saved."))
        self._folder = folder
        self._reason = Text("", "lead")
        self._place = Text(_("Your data is in {folder}").format(folder=folder.root), "note")
        self._again = Button(_("Try again"), "primary")
        self._show = Button(_("Show the folder"), "plain")
        self._again.clicked.connect(self.again_requested)
        self._show.clicked.connect(self._on_show_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._again)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        self._parts: tuple[QWidget, ...] = (self._reason, self._place, self._again, self._show)
        self.add(self._reason, self._place)
        self.add(buttons, gap=2)
        self.show_opening()

    def show_opening(self, words: str = "") -> None:
        """Say that the data is being opened, or whatever else is under way in ``words``."""
        self.set_title(_("Home"), words or _("Opening what you have saved."))
        for part in self._parts:
            part.hide()

    def show_problem(self, heading: str, sentence: str) -> None:
        """Say why the data cannot be opened; nothing of it was changed."""
        self.set_title(heading or _("Your data could not be opened"))
        self._reason.setText(sentence)
        for part in self._parts:
            part.show()
        self.notice.close_notice()
        self._again.setFocus()

    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))


def fault_of_ours() -> str:
    """Return what to say when a bug of ours kept the data from being opened."""
    return _(
        "Something went wrong while your data was being opened. Nothing was changed. Please try "
        "again; if it stays like this, keep a copy of the folder and ask for help."
    )
