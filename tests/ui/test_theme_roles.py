"""Colours: every pair that lies on each other can be read."""

import pytest

from collabkit.ui.theme.roles import THEME_NAMES, roles

TEXT = 4.5  # WCAG 2.2, 1.4.3
GRAPHICS = 3.0  # WCAG 2.2, 1.4.11
AAA = 7.0

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("muted", "paper"),
    ("muted", "surface"),
    ("resting", "paper"),
    ("resting", "surface"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("alert", "paper"),
    ("alert", "surface"),
]
GRAPHICS_PAIRS = [
    ("edge", "paper"),
    ("edge", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "accent_soft"),
    ("accent", "accent_soft"),
    ("outline", "paper"),
    ("outline", "surface"),
]


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


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(name: str, text: str, ground: str) -> None:
    """Text reaches 4.5 : 1 on everything it is set on."""
    theme = roles(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("line", "ground"), GRAPHICS_PAIRS)
def test_controls_stand_out_from_their_ground(name: str, line: str, ground: str) -> None:
    """Borders, rings and drawings reach 3 : 1."""
    theme = roles(name)
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= GRAPHICS


@pytest.mark.parametrize("name", THEME_NAMES)
def test_running_text_reaches_the_highest_grade(name: str) -> None:
    """Body text reaches 7 : 1 on paper and on cards."""
    theme = roles(name)
    assert contrast(theme.ink, theme.paper) >= AAA
    assert contrast(theme.ink, theme.surface) >= AAA


def test_high_contrast_is_black_white_and_a_yellow_ring() -> None:
    """High contrast keeps to black and white; only the keyboard's ring is yellow."""
    theme = roles("contrast")
    assert (theme.paper, theme.surface, theme.ink) == ("#000000", "#000000", "#FFFFFF")
    red, green, blue = (int(theme.focus[at : at + 2], 16) for at in (1, 3, 5))
    assert min(red, green) > 200
    assert blue < 60


def test_the_contrast_of_black_and_white_is_twenty_one() -> None:
    """The formula gives WCAG's own example, whichever colour comes first."""
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == 21
