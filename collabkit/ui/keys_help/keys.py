"""The keys of the window and what each does."""

import sys
from collections.abc import Iterable

from collabkit.i18n import _

Hint = tuple[str, str]  # the key, and what it does


def window_keys(places: Iterable[tuple[str, str]]) -> tuple[Hint, ...]:
    """Return the keys that work everywhere.

    ``places`` are the key and the title of each entry of the rail, in their order.
    """
    return (
        (_("Tab"), _("Go to the next control")),
        (_("Shift+Tab"), _("Go to the control before")),
        (_("Space or Enter"), _("Press the button that has the ring")),
        *(
            (_place_keys(number, key), _("Go to {place}").format(place=title))
            for number, (key, title) in enumerate(places, 1)
        ),
        ("Alt+Left", _("Go back to where you were")),
        ("Ctrl+K", _("Search everything")),
        (_("Ctrl+Plus"), _("Make all text larger")),
        (_("Ctrl+Minus"), _("Make all text smaller")),
        ("Ctrl+0", _("Make all text its usual size")),
        ("F1", _("Show this list")),
        ("Ctrl+Q", _("Close collabkit; everything is saved")),
    )


def as_on_this_keyboard(keys: str, system: str = sys.platform) -> str:
    """Return ``keys`` with the names that they have on a Mac, if this is one."""
    if system != "darwin":
        return keys
    return keys.replace("Ctrl", "Cmd").replace("Alt", "Option")


def _place_keys(number: int, key: str) -> str:
    if key == "settings":
        return _("Alt+{number} or Ctrl+Comma").format(number=number)
    return f"Alt+{number}"
