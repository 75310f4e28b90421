"""Colours by what they are for, read from ``resources/themes``."""

import tomllib
from dataclasses import dataclass
from functools import cache

from collabkit.assets import resource

THEME_NAMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Roles:
    """The colours of one theme, each as ``#RRGGBB``; the file says what each is for."""

    name: str
    dark: bool
    paper: str
    surface: str
    ink: str
    muted: str
    edge: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    focus: str
    alert: str
    outline: str
    steps: tuple[str, ...]
    step_inks: tuple[str, ...]


@cache
def roles(name: str) -> Roles:
    """Return the colours of the theme ``name``, one of ``THEME_NAMES``.

    Raises ``OSError``, ``KeyError`` or ``TypeError`` if its file is missing or does not fit.
    """
    with resource("themes", f"{name}.toml").open("rb") as file:
        values = tomllib.load(file)
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
