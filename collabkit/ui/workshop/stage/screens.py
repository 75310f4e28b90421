"""The screens that are connected, and how one is known again."""

from dataclasses import dataclass

from PySide6.QtGui import QScreen

from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """One screen as people know it. ``width`` and ``height`` are in its own pixels.

    ``is_mirror`` tells that it shows the same as the console's.
    """

    number: int  # from 1, as on the test cards
    name: str
    width: int
    height: int
    is_console: bool
    is_room: bool
    is_mirror: bool = False


def describe(screen: QScreen, number: int, *, console: QScreen, room: QScreen | None) -> ScreenInfo:
    """Return what to tell people about ``screen``."""
    make = " ".join(part for part in (screen.manufacturer(), screen.model()) if part).strip()
    ratio = screen.devicePixelRatio()
    return ScreenInfo(
        number=number,
        name=make or screen.name() or _("Screen {number}").format(number=number),
        width=round(screen.size().width() * ratio),
        height=round(screen.size().height() * ratio),
        is_console=screen is console,
        is_room=screen is room,
        is_mirror=mirrors(screen, console),
    )


def identity(screen: QScreen) -> str:
    """Return by what a screen is known again when it is plugged in another day."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber()))


def mirrors(screen: QScreen, console: QScreen) -> bool:
    """Tell whether ``screen`` is another one than ``console`` and shows some of the same picture.

    Two screens that lie over each other are one picture, also where they differ in size.
    """
    return screen is not console and screen.geometry().intersects(console.geometry())


def room_screen(screens: list[QScreen], console: QScreen, kept: str) -> QScreen | None:
    """Return the screen for the room: best the one chosen last time.

    It is never the console's, nor one that shows what is on the console's.
    """
    others = [s for s in screens if s is not console and not mirrors(s, console)]
    return next((s for s in others if identity(s) == kept), others[0] if others else None)
