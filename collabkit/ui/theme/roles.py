"""Colours by what they are for, read from ``resources/themes``.

The themes are JSON, which is loaded at start anyway; a second format would cost the opening of
the window three milliseconds.
"""

import json
from dataclasses import dataclass
from functools import cache

from collabkit.assets import resource

THEME_NAMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Roles:
    """The colours of one theme, each as ``#RRGGBB``."""

    name: str
    dark: bool
    paper: str  # the window
    surface: str  # cards and fields
    ink: str  # text
    muted: str  # text of lesser weight
    edge: str  # borders of controls
    line: str  # decoration only: nothing is lost without it
    accent: str  # the one accent: primary buttons, links, drawings
    on_accent: str  # text on the accent
    accent_soft: str  # what is chosen or current
    focus: str  # the ring round what has the keyboard
    alert: str  # something is wrong; always with a sign and a sentence
    outline: str  # round dots and bars of the five steps, which alone could be lost on the surface
    # Five steps, safe for all three dichromacies and in greyscale, and the ink that lies on each.
    steps: tuple[str, ...]
    step_inks: tuple[str, ...]


@cache
def roles(name: str) -> Roles:
    """Return the colours of the theme ``name``, one of ``THEME_NAMES``.

    Raises ``OSError``, ``KeyError`` or ``TypeError`` if its file is missing or does not fit.
    """
    values = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    values |= {"steps": tuple(values["steps"]), "step_inks": tuple(values["step_inks"])}
    return Roles(**values)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio (1 to 21) of two ``#RRGGBB`` colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
