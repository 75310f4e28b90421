"""The screens that are connected, and how one is known again."""

from dataclasses import dataclass

from PySide6.QtGui import QScreen

from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """One screen as people know it. ``width`` and ``height`` are in its own pixels."""

    number: int  # from 1, as on the test cards
    name: str
    width: int
    height: int
    is_console: bool
    is_room: bool


def describe(screen: QScreen, number: int, *, is_console: bool, is_room: bool) -> ScreenInfo:
    """Return what to tell people about ``screen``."""
    make = " ".join(part for part in (screen.manufacturer(), screen.model()) if part).strip()
    ratio = screen.devicePixelRatio()
    return ScreenInfo(
        number=number,
        name=make or screen.name() or _("Screen {number}").format(number=number),
        width=round(screen.size().width() * ratio),
        height=round(screen.size().height() * ratio),
        is_console=is_console,
        is_room=is_room,
    )


def identity(screen: QScreen) -> str:
    """Return by what a screen is known again when it is plugged in another day."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber()))


def room_screen(screens: list[QScreen], console: QScreen, kept: str) -> QScreen | None:
    """Return the screen for the room: never the console's; best the one chosen last time."""
    others = [screen for screen in screens if screen is not console]
    return next((s for s in others if identity(s) == kept), others[0] if others else None)
