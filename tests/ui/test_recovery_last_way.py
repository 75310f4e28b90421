"""Nothing is left but the damaged file: the page takes out of it what can still be read."""

import shutil
from pathlib import Path

import pytest
from house import nameless, press
from pytestqt.qtbot import QtBot
from recovery_evening import (
    damage,
    make_evening,
    rows_in,
    waits_for_home,
    waits_for_recovery,
    window_on,
)

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def test_the_one_button_takes_what_can_still_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    """The answer that was changed is not among the others, and the window goes on."""
    root = tmp_path / "data"
    make_evening(root)
    damage(root, "a flipped bit")
    shutil.rmtree(root / "backups")
    shutil.rmtree(root / "changes")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert page.title == "Part of your data can still be read"
        assert "6 answers" in page.promise.text()
        assert nameless(page) == []
        press(qtbot, page, "Take what can still be read")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.startswith("This could still be read: ")
        assert len(rows_in(root / "collabkit.db")["response"]) == 6
    assert len(list((root / "kept").glob("*.db"))) == 1
