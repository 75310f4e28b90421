"""What is said when a screen is missing."""

from collabkit.i18n import _


def no_second_screen() -> str:
    """Return what to say where there never was one."""
    return _(
        "There is no second screen for the room, so nothing is shown. Connect the projector, or "
        "go on with one screen."
    )


def only_a_mirror() -> str:
    """Return what to say where the second screen shows what is on the first."""
    return _(
        "The second screen shows the same as this one, so the room window is not shown: the room "
        "would see the console. Let the computer extend the screen instead of mirroring it, or go "
        "on with one screen."
    )


def mirrored_now() -> str:
    """Return what to say when the computer began to show the same on both screens."""
    return _(
        "Both screens show the same now, so the room window covers them and the session goes on "
        "with one screen."
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
