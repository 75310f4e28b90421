"""The two ways of showing a session."""

from enum import StrEnum


class Mode(StrEnum):
    """On a screen of its own, or on the only one, which everybody sees."""

    TWO_SCREENS = "two screens"
    ONE_SCREEN = "one screen"
