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
    paper: str  # the window
    surface: str  # cards and fields
    ink: str  # text
    muted: str  # text of lesser weight
    resting: str  # text of what cannot be pressed just now
    edge: str  # borders of controls
    line: str  # decoration only: nothing is lost without it
    accent: str  # the one accent: primary buttons, links, drawings
    on_accent: str  # text on the accent
    accent_soft: str  # what is chosen or current
    focus: str  # the ring round what has the keyboard
    alert: str  # something is wrong; always with a sign and a sentence
    outline: str  # round dots and bars of the five steps, which alone could be lost on the surface
    steps: tuple[str, ...]  # five, safe for all three dichromacies and in greyscale


@cache
def roles(name: str) -> Roles:
    """Return the colours of the theme ``name``, one of ``THEME_NAMES``.

    Raises ``OSError``, ``KeyError`` or ``TypeError`` if its file is missing or does not fit.
    """
    values = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    return Roles(**values | {"steps": tuple(values["steps"])})
