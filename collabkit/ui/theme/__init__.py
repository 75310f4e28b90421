"""Colours, type and sizes; ``apply_theme`` puts them on."""

from collabkit.ui.theme.apply import ThemeChoice, apply_theme, dress
from collabkit.ui.theme.metrics import TEXT_SIZES, Metrics, TextRole, next_text_size
from collabkit.ui.theme.theme import Theme, theme_of

__all__ = [
    "TEXT_SIZES",
    "Metrics",
    "TextRole",
    "Theme",
    "ThemeChoice",
    "apply_theme",
    "dress",
    "next_text_size",
    "theme_of",
]
