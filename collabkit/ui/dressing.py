"""Keeps the look of the program as its settings say."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from collabkit.settings import Settings
from collabkit.ui.theme import ThemeChoice, apply_theme, next_text_size

_LOOKS = ("theme", "text_size", "motion")


class Dressing(QObject):
    """Applies theme, text size and motion now, and whenever one of them is set otherwise."""

    def __init__(self, application: QApplication, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._dress()
        settings.listen(self._on_setting_changed)

    def step_text_size(self, step: int) -> None:
        """Make text larger (1) or smaller (-1), or as large as usual (0)."""
        size = next_text_size(self._settings.get("text_size", 100), step)
        self._settings.set("text_size", size)

    def _dress(self) -> None:
        apply_theme(
            self._application,
            self._settings.get("theme", str(ThemeChoice.SYSTEM)),
            self._settings.get("text_size", 100),
            self._settings.get("motion", True),
        )

    def _on_setting_changed(self, key: str) -> None:
        if key in _LOOKS:
            self._dress()
