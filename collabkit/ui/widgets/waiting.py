"""A line about what takes a while; what takes a moment only is not worth a word."""

from PySide6.QtCore import QTimer

from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.text import Text

_PATIENCE = 300  # milliseconds before anything is said about waiting


class Waiting(Text):
    """A sentence that can be seen, and is announced, only while people really wait."""

    def __init__(self) -> None:
        super().__init__("", "lead", "muted")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.hide()

    def wait(self, words: str) -> None:
        """Say ``words`` in a moment; without any, nothing is under way any more."""
        self.setText(words)
        if not words:
            self.rest()
        elif self.isHidden():
            self._patience.start()

    def rest(self) -> None:
        """Say nothing, whatever is under way."""
        self._patience.stop()
        self.hide()

    def _on_patience_timeout(self) -> None:
        self.show()
        announce(self, self.text())
