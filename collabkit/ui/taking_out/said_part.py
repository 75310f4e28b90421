"""What came of a press, right below the button."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.taking_out.state import Said
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.part import lay_out_now
from collabkit.ui.widgets.text import Text

_PATIENCE = 500  # milliseconds before anything is said about waiting


class SaidPart(Column):
    """A sentence, and for a file a way to its folder. ``folder_requested(Path)``.

    The page is scrolled so that what is said can be read; the keyboard stays where it is.
    """

    folder_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=0.8, parent=parent)
        self._shown: Said | None = None
        self._waits = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.fill()

    @property
    def sentence(self) -> str:
        """What is said now; nothing before something was done."""
        return self._shown.sentence if self._shown is not None else ""

    def show_said(self, said: Said | None, waits: str = "", *, at_once: bool = False) -> None:
        """Show what came of it or, after a while or ``at_once``, what is being waited for."""
        if waits:
            if waits != self._waits:
                self._waits, self._shown = waits, None
                self.fill()
                self._patience.start(0 if at_once else _PATIENCE)
            return
        self._waits = ""
        self._patience.stop()
        if said is self._shown and (said is None) == (not self.parts):
            return
        self._shown = said
        if said is not None:
            announce(self, said.sentence, urgent=said.is_problem)
        if said is None:
            self.fill()
        elif said.is_problem:
            self.fill(Text(said.sentence, "body", "alert"))
        elif said.path is None:
            self.fill(Assurance("tick", said.sentence))
        else:
            show = Button(_("Show in folder"), "quiet", "folder")
            show.clicked.connect(self._on_show_clicked)
            self.fill(Assurance("tick", said.sentence), Acts(show))
        if said is not None:
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        area = scroll_area_of(self)
        if area is not None and self.isVisible():
            lay_out_now()
            bring_into_view(area, self)

    def _on_patience_timeout(self) -> None:
        self.fill(Text(self._waits, "body", "muted"))
        announce(self, self._waits)
        self._come_into_view()

    def _on_show_clicked(self) -> None:
        if self._shown is not None and self._shown.path is not None:
            self.folder_requested.emit(self._shown.path)
