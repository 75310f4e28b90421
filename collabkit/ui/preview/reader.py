"""What stands on the paper as text, for whoever hears the page or wants large letters."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit

from collabkit.i18n import _
from collabkit.ui.theme.theme import theme_of


class Reader(QPlainTextEdit):
    """Text to read and copy; the arrow keys go through it line by line, Tab goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The plan as text"))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setMinimumHeight(theme_of(self).metrics.ems(26))
