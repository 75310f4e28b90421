"""The window on data folders with odd names."""

import os
import sys
from pathlib import Path

import pytest
from person import person_at
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_alone import starts_short_version

from collabkit.paths import DataFolder
from collabkit.services import open_services

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names")


@pytest.mark.parametrize(
    "name",
    ["é 日本's #1? 20%20off", "two\nlines <b>", "y" * 250, os.fsdecode(b"\xff ")],
    ids=ascii,
)
def test_the_window_works_in_a_folder_of_any_name(tmp_path: Path, qtbot: QtBot, name: str) -> None:
    """From the first answer to Settings, which show the folder; nothing lies beside it."""
    root = tmp_path / name
    with person_at(root, qtbot) as me:
        starts_short_version(me)
        me.presses(Qt.Key.Key_3)
        me.waits_for_saved()
        me.presses(Qt.Key.Key_Comma, held=Qt.KeyboardModifier.ControlModifier)
        me.waits_for_page("Settings")
        me.window.resize(900, 650)
    services = open_services(DataFolder(root), read_only=True)
    (summary,) = services.assessments.summaries()
    services.close()
    assert summary.answered == 1
    assert list(root.glob("backups/*.db"))
    assert (root / "settings.json").exists()
    assert [path.name for path in tmp_path.iterdir()] == [name]
