"""Nothing is left but the damaged file: the page takes out of it what can still be read."""

import shutil
from pathlib import Path

import pytest
from house import nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_evening import (
    damage,
    make_evening,
    rows_in,
    waits_for_home,
    waits_for_recovery,
    window_on,
)

from collabkit.ui.safety import interval

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


def test_damaged_copies_lead_nowhere_and_are_still_there_afterwards(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list says so without a way into each; who starts afresh reads where all of it lies."""
    monkeypatch.setattr(interval, "_FIRST_LOOK", 100)
    root = tmp_path / "data"
    make_evening(root)
    shutil.rmtree(root / "changes")
    for path in (root / "collabkit.db", *(root / "backups").glob("*.db")):
        path.write_bytes(path.read_bytes()[:9000])
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        copies = set((root / "backups").iterdir())
        press(qtbot, page, "The safety copies that are there")
        qtbot.waitUntil(lambda: len(page.presenter.state.beyond_reach) == len(copies))
        assert "It is damaged and cannot be put back." in words(page)
        assert "Look at it" not in words(page)
        press(qtbot, page, "Start afresh with nothing")
        QTest.mouseClick(page.afresh.tick, Qt.MouseButton.LeftButton)
        QTest.mouseClick(page.afresh.start, Qt.MouseButton.LeftButton)
        home = waits_for_home(qtbot, program)
        told = home.notice.sentence
        assert "the damaged safety copies are in the folder “backups”" in told
        assert "“kept”" in told
        qtbot.waitUntil(lambda: copies < set((root / "backups").glob("*.db")))
        qtbot.wait(100)
        assert home.notice.sentence == told
