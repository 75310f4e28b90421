"""The one place where colours, font and style sheet are set."""

import sys
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.ui.theme.fonts import register_fonts
from collabkit.ui.theme.metrics import metrics_for
from collabkit.ui.theme.palette import qt_palette
from collabkit.ui.theme.roles import roles
from collabkit.ui.theme.sheet import style_sheet
from collabkit.ui.theme.system import SystemHints
from collabkit.ui.theme.theme import Theme, keep_theme

_WARDROBE = "collabkit_wardrobe"


class ThemeChoice(StrEnum):
    """What a person can choose under Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


def apply_theme(
    app: QApplication,
    choice: str = ThemeChoice.SYSTEM,
    text_size: int = 100,
    motion: bool = True,
    hints: SystemHints | None = None,
) -> Theme:
    """Dress the whole program and return the theme in force.

    ``choice`` is a ``ThemeChoice``; an unknown one counts as *system*. ``text_size`` is in per
    cent, 100 to 200. Without ``motion``, or when the system asks for stillness, even the text
    cursor stands still; nothing else on screen moves anyway. With *system* the program goes on
    following the system until the next call. ``hints`` stands in for the system's own wishes.
    """
    # A property, because looking through the children would load most of Qt into Python.
    clothes = app.property(_WARDROBE)
    if not isinstance(clothes, _Wardrobe):
        clothes = _Wardrobe(app)
        app.setProperty(_WARDROBE, clothes)
    return clothes.choose(choice, text_size, motion, hints)


def dress(target: QApplication | QWidget, theme: Theme) -> None:
    """Put ``theme`` on the application, or on one window that differs from it.

    The palette comes first and the sheet after it: a sheet that is already set would go on
    drawing with the old palette.
    """
    keep_theme(target, theme)
    target.setPalette(qt_palette(theme.roles))
    target.setFont(theme.metrics.font())
    target.setStyleSheet(style_sheet(theme))


class _Wardrobe(QObject):
    """Remembers what was chosen, so that the system can be followed."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        register_fonts()
        # On Linux Fusion is what PySide comes with; merely to ask would cost five milliseconds.
        if sys.platform in ("win32", "darwin") and app.style().name() != "fusion":
            app.setStyle("Fusion")
        for effect in (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_FadeMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip,
            Qt.UIEffect.UI_FadeTooltip,
            Qt.UIEffect.UI_AnimateToolBox,
        ):
            app.setEffectEnabled(effect, False)
        self._app = app
        self._system_points = app.font().pointSizeF()
        self._flash = app.cursorFlashTime()
        self._hints = self._own_hints = SystemHints(self)
        self._hints.changed.connect(self._on_hints_changed)
        self._choice: str = ThemeChoice.SYSTEM
        self._text_size = 100
        self._motion = True
        self._worn: Theme | None = None

    def choose(self, choice: str, text_size: int, motion: bool, hints: SystemHints | None) -> Theme:
        self._choice, self._text_size, self._motion = choice, text_size, motion
        hints = hints or self._own_hints
        if hints is not self._hints:
            self._hints.changed.disconnect(self._on_hints_changed)
            hints.changed.connect(self._on_hints_changed)
            self._hints = hints
        fixed = {ThemeChoice.LIGHT: False, ThemeChoice.DARK: True, ThemeChoice.CONTRAST: True}
        self._hints.follow(fixed.get(cast(ThemeChoice, choice)))
        return self._wear()

    def _wear(self) -> Theme:
        screen = self._app.primaryScreen()
        theme = Theme(
            roles(self._wanted()),
            metrics_for(self._system_points, self._text_size, screen.logicalDotsPerInchY()),
            self._motion and not self._hints.wants_stillness(),
        )
        if theme != self._worn:
            self._worn = theme
            self._app.setCursorFlashTime(self._flash if theme.motion else 0)
            dress(self._app, theme)
        return theme

    def _wanted(self) -> str:
        match self._choice:
            case ThemeChoice.LIGHT | ThemeChoice.DARK | ThemeChoice.CONTRAST:
                return str(self._choice)
            case _ if self._hints.wants_contrast():
                return "contrast"
            case _:
                return "dark" if self._hints.wants_dark() else "light"

    def _on_hints_changed(self) -> None:
        self._wear()
