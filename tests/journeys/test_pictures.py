"""Every screen in every theme and size, for human eyes: ``pytest --shots DIR tests/journeys``."""

from pathlib import Path

import pytest
from person import person_at
from pytestqt.qtbot import QtBot
from test_every_screen import folder, goes_everywhere

__all__ = ["folder"]

LOOKS = [
    (theme, text_size, width, height)
    for theme in ("light", "dark", "contrast")
    for text_size, width, height in (
        (100, 1024, 768),
        (100, 1920, 1080),
        (150, 1366, 768),
        (200, 1366, 768),
    )
]


@pytest.mark.parametrize(("theme", "text_size", "width", "height"), LOOKS)
def test_every_screen_can_be_drawn(
    shots: Path,
    folder: tuple[Path, str],
    qtbot: QtBot,
    theme: str,
    text_size: int,
    width: int,
    height: int,
) -> None:
    root, assessment_id = folder
    with person_at(root, qtbot, theme=theme, text_size=text_size) as me:
        me.window.resize(width, height)
        for place in goes_everywhere(me, assessment_id):
            name = f"{place}-{theme}-{text_size}-{width}x{height}.png"
            assert me.window.grab().save(str(shots / name))
