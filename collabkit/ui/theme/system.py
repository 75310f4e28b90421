"""What the system asks for: dark or light, more contrast, less motion."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication


class SystemHints(QObject):
    """The system's wishes; ``changed`` tells when one of them changes.

    Where the platform does not know, light, ordinary contrast and motion are assumed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept: PySide lets go of these objects otherwise, and their signals with them.
        self._hints = QGuiApplication.styleHints()
        self._access = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._access.contrastPreferenceChanged.connect(self.changed)
        self._access.motionPreferenceChanged.connect(self.changed)

    def wants_dark(self) -> bool:
        """Tell whether the system is set to dark."""
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def wants_contrast(self) -> bool:
        """Tell whether the system asks for high contrast."""
        return self._access.contrastPreference() == Qt.ContrastPreference.HighContrast

    def wants_stillness(self) -> bool:
        """Tell whether the system asks for less motion."""
        return self._access.motionPreference() == Qt.MotionPreference.ReducedMotion

    def follow(self, dark: bool | None) -> None:
        """Ask the platform to draw its window frames dark or light; ``None`` leaves it to it."""
        if dark is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
