"""Going back to a safety copy in the whole program: the data is closed and opened for it."""

from functools import partial
from pathlib import Path

import pytest
from house import press
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_evening import make_evening, shown, waits_for_home, window_on

from collabkit.app import Program
from collabkit.paths import DataFolder
from collabkit.storage import opening
from collabkit.storage.copies import Reason, copies_in
from collabkit.ui.safety.page import SafetyPage


def safety_page(qtbot: QtBot, program: Program) -> SafetyPage:
    """Wait until the page is there and says what came of it, if anything did."""

    def is_there() -> bool:
        return program.is_usable and isinstance(program.window.page, SafetyPage)

    qtbot.waitUntil(is_there, timeout=20_000)
    page = shown(program)
    assert isinstance(page, SafetyPage)
    return page


def has_looked(page: SafetyPage) -> bool:
    return bool(page.found.parts)


def test_one_copy_is_kept_of_what_is_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    """And none “when collabkit was closed”, which it was not; the sentence names the one."""
    folder = DataFolder(tmp_path / "data")
    make_evening(folder.root)
    before = copies_in(folder)
    with window_on(folder.root, qtbot) as program:
        waits_for_home(qtbot, program)
        program.window.navigator.go("safety-copies")
        page = safety_page(qtbot, program)
        for time in (1, 2):
            page.copies.entries[before[-1].path].look.click()
            qtbot.waitUntil(partial(has_looked, page), timeout=20_000)
            press(qtbot, page, "Put this copy back")
            QApplication.processEvents()
            page = safety_page(qtbot, program)
            new = [copy for copy in copies_in(folder) if copy not in before]
            assert [copy.reason for copy in new] == [Reason.BEFORE_RESTORE] * time
            assert "What was here before is the copy made today at" in page.notice.sentence
    assert len(copies_in(folder)) == len(before) + 3  # as it stands at closing, too


def test_what_came_of_it_is_told_beside_a_full_disk(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the way to the copy of what was there before: the store's notice does not hide it."""
    folder = DataFolder(tmp_path / "data")
    make_evening(folder.root)
    oldest = copies_in(folder)[-1].path
    monkeypatch.setattr(opening, "LITTLE_ROOM", 10**18)
    with window_on(folder.root, qtbot) as program:
        waits_for_home(qtbot, program)
        program.window.navigator.go("safety-copies")
        page = safety_page(qtbot, program)
        page.copies.entries[oldest].look.click()
        qtbot.waitUntil(partial(has_looked, page), timeout=20_000)
        press(qtbot, page, "Put this copy back")
        QApplication.processEvents()
        notice = safety_page(qtbot, program).notice
        assert "The copy was put back" in notice.sentence
        assert "The disk is nearly full" in notice.sentence
        assert notice.act == "Look at that copy"
