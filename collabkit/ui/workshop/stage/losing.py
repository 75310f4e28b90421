"""What is said when a screen is missing."""

from collabkit.i18n import _


def no_second_screen() -> str:
    """Return what to say where there never was one."""
    return _(
        "There is no second screen for the room, so nothing is shown. Connect the projector, or "
        "go on with one screen."
    )


def screen_gone() -> str:
    """Return what to say when the room's screen was pulled out."""
    return _(
        "The screen for the room has gone, so the room window is hidden. Nothing is lost; it comes "
        "back with the screen. Or go on with one screen."
    )


def console_screen_gone() -> str:
    """Return what to say when the console has only the room's screen left."""
    return _(
        "The screen of the console has gone. The console is behind the room window now; the keys "
        "work as before. Connect the screen again, or go on with one screen."
    )
