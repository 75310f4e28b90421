"""The keys that mean the same on every page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from collabkit.ui.navigation import Navigator
from collabkit.ui.widgets.rail import Rail


class WindowKeys(QObject):
    """Alt+1 … press the entries of the rail, Alt+Left goes back, Ctrl+Q closes the window.

    Others ask: ``help_requested()`` (F1), ``settings_requested()`` (Ctrl+comma),
    ``search_requested()`` (Ctrl+K, and Ctrl+F where the page has no search of its own) and
    ``text_size_step_requested(step)`` (1 larger, -1 smaller, 0 as usual; Ctrl with plus, minus, 0).
    """

    help_requested = Signal()
    settings_requested = Signal()
    search_requested = Signal()
    text_size_step_requested = Signal(int)

    def __init__(self, window: QMainWindow, rail: Rail, navigator: Navigator) -> None:
        super().__init__(window)
        self._window = window
        for number, entry in enumerate(rail.entries, 1):
            self._key(f"Alt+{number}").activated.connect(entry.click)
        self._key("Alt+Left").activated.connect(navigator.back)
        self._key("Ctrl+K").activated.connect(self.search_requested)
        self._find = self._key("Ctrl+F")
        self._find.activated.connect(self.search_requested)
        self._key("Ctrl+,").activated.connect(self.settings_requested)
        self._key("Ctrl+Q").activated.connect(window.close)
        self._key("F1").activated.connect(self.help_requested)
        for keys in ("Ctrl++", "Ctrl+="):
            self._key(keys).activated.connect(self._on_larger_activated)
        self._key("Ctrl+-").activated.connect(self._on_smaller_activated)
        self._key("Ctrl+0").activated.connect(self._on_usual_activated)

    def leave_find(self, to_page: bool) -> None:
        """Leave Ctrl+F to the page, or not: two of one key would cancel out."""
        self._find.setEnabled(not to_page)

    def _key(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self._window)

    def _on_larger_activated(self) -> None:
        self.text_size_step_requested.emit(1)

    def _on_smaller_activated(self) -> None:
        self.text_size_step_requested.emit(-1)

    def _on_usual_activated(self) -> None:
        self.text_size_step_requested.emit(0)
