"""Why the data cannot be opened, and what can be done about it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.opening.becoming_writable import BecomingWritable
from collabkit.ui.opening.plugging_in import PluggingIn
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.ui.opening.elsewhere import Elsewhere


class InTheWay(Part):
    """Stands below the head of the opening page as long as something is in the way.

    ``again_requested()`` asks for another try, ``begin_requested()`` for a beginning in a folder
    in which there is nothing. What becomes of saving elsewhere is told in ``notice``.
    """

    again_requested = Signal()
    begin_requested = Signal()

    def __init__(self, folder: DataFolder, today: Callable[[], date], notice: Notice) -> None:
        super().__init__()
        self._folder = folder
        self._today = today
        self._notice = notice
        self._waits_for: PluggingIn | BecomingWritable | None = None
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
        self._acts = Flow()
        for button in (self._again, self._begin, self._save, self._show):
            self._acts.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for text in (self._reason, self._place, self._first_time):
            put(self._box, text)
        self._box.addSpacing(theme_of(self).metrics.units(2))
        put(self._box, self._acts)
        self.dress(theme_of(self))

    def show_problem(self, sentence: str, *, may_be_read: bool) -> None:
        """Say why the data cannot be opened; nothing of it was changed.

        What ``may_be_read`` all the same, as on a disk that only takes nothing new, can be saved
        somewhere else. Where it is the disk that can only be read, it goes on by itself once
        that takes something again.
        """
        self._reason.setText(sentence)
        save = (self._save,) if may_be_read else ()
        self._show_only(self._reason, self._place, self._again, *save, self._show)
        switched = BecomingWritable(self._folder, self)
        switched.became_writable.connect(self.again_requested)
        switched.begin()
        self._waits_for = switched

    def show_nothing_there(self, *, is_there: bool) -> None:
        """Ask whoever has named a folder in which there is nothing; wait for a stick meanwhile.

        ``is_there`` tells of the folder itself.
        """
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
        plugged = PluggingIn(self._folder, self)
        plugged.plugged_in.connect(self.again_requested)
        plugged.begin()
        self._waits_for = plugged

    def rest(self) -> None:
        """Show nothing: it is tried once more."""
        self.wait_no_more()
        self.hide()

    def wait_no_more(self) -> None:
        """Wait for no stick, and for no switch."""
        if self._waits_for is not None:
            self._waits_for.end()
            self._waits_for.deleteLater()
            self._waits_for = None

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _show_only(self, *parts: QWidget) -> None:
        self.wait_no_more()
        for part in (
            self._reason, self._place, self._first_time, self._again, self._begin, self._save,
            self._show,
        ):  # fmt: skip
            part.setVisible(part in parts)
        self.show()
        self._notice.close_notice()
        self._again.setFocus()

    def _on_save_clicked(self) -> None:
        from collabkit.ui.opening.elsewhere import Elsewhere

        if self._elsewhere is None:
            self._elsewhere = Elsewhere(self._folder, self)
            self._elsewhere.saved.connect(self._on_saved)
            self._elsewhere.not_saved.connect(self._on_not_saved)
            self._notice.action_taken.connect(self._on_notice_action_taken)
        if told := self._elsewhere.save(self, self._today()):
            self._save.set_resting(True)
            self._notice.tell(told)

    def _on_saved(self, sentence: str, folder: Path) -> None:
        self._save.set_resting(False)
        self._saved_in = folder
        self._notice.tell(sentence, _("Show the folder"))

    def _on_not_saved(self, sentence: str) -> None:
        self._save.set_resting(False)
        self._notice.tell(sentence, tone="alert")

    def _on_notice_action_taken(self) -> None:
        if self._elsewhere is not None and self._saved_in is not None:
            self._elsewhere.show_folder(self._saved_in)

    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))
