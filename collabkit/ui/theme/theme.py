"""What a widget needs to know to draw itself: colours and sizes."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.ui.theme.metrics import Metrics
from collabkit.ui.theme.roles import Roles

_PROPERTY = "collabkit_theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and sizes in force, and whether things may blink."""

    roles: Roles
    metrics: Metrics
    motion: bool = True

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as ``"accent"``."""
        return QColor(cast(str, getattr(self.roles, role)))

    def step(self, index: int) -> QColor:
        """Return the colour of step 0 to 4 of the five-step palette."""
        return QColor(self.roles.steps[index])


def keep_theme(target: QObject, theme: Theme) -> None:
    """Let everything inside ``target`` (the application or one window) find ``theme``."""
    target.setProperty(_PROPERTY, theme)


def theme_of(widget: QWidget) -> Theme:
    """Return the theme of the widget's window, or else of the application.

    Raises ``RuntimeError`` if no theme has been applied yet.
    """
    theme = widget.window().property(_PROPERTY)
    return theme if isinstance(theme, Theme) else program_theme()


def program_theme() -> Theme:
    """Return the theme of the application, whatever a single window wears.

    Raises ``RuntimeError`` if none has been applied yet.
    """
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    if isinstance(theme, Theme):
        return theme
    raise RuntimeError("apply_theme() comes before the first widget")
