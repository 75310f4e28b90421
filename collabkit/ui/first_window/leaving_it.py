"""The data is open in another window already: that is asked to show what was wanted here."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import _
from collabkit.ui.first_window.knocking import Knocking


class LeavingIt(QObject):
    """``taken()`` if the other window answers, ``not_taken(heading, sentence)`` if it does not."""

    taken = Signal()
    not_taken = Signal(str, str)

    def __init__(self, folder: Path, files: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._sentence = ""
        self._knocking = Knocking(folder, files, self)
        self._knocking.answered.connect(self.taken)
        self._knocking.not_answered.connect(self._on_knocking_not_answered)

    def ask(self, sentence: str) -> None:
        """Ask the other window; ``sentence`` says that there is one."""
        self._sentence = sentence
        self._knocking.knock()

    def _on_knocking_not_answered(self) -> None:
        told = f"{self._sentence} {self._where_else()}".strip()
        self.not_taken.emit(_("collabkit is already open"), told)

    def _where_else(self) -> str:
        """Return how files can be opened in the window that is open already, if there are any."""
        if not self._files:
            return ""
        return _(
            "To open “{name}”, choose “Open a file somebody sent you” on the first page there."
        ).format(name=self._files[0].name)
