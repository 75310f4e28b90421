"""Started with a folder in which there is nothing: a stick that is not in, or a first start?"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from house import TODAY, House, nameless, press, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.app import Program
from collabkit.paths import DataFolder, is_nothing_there
from collabkit.ui.opening import plugging_in

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugging_in, "_LOOKS_EVERY", 20)


@contextmanager
def started_with(root: Path, *, is_named: bool = True) -> Iterator[Program]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(root), lambda: TODAY, is_named=is_named)
    program.start()
    program.window.activateWindow()
    try:
        yield program
    finally:
        program.window.close()
        QApplication.processEvents()
    assert program.bugs == []


def waits_for(qtbot: QtBot, program: Program, title: str) -> None:
    qtbot.waitUntil(lambda: program.window.page is not None and program.window.page.title == title)


def test_nothing_is_made_where_a_stick_belongs_until_somebody_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """No cheerful Welcome, and no new folder in the place of the stick."""
    root = tmp_path / "stick" / "collabkit"
    with started_with(root) as program:
        waits_for(qtbot, program, "Your folder is not in its place")
        page = program.window.page
        assert page is not None
        assert "plug it in: collabkit then goes on by itself" in words(page)
        assert str(root) in words(page)
        assert nameless(page) == []
        press(qtbot, page, "Try again")
        waits_for(qtbot, program, "Your folder is not in its place")
        assert not program.is_usable
    assert list(tmp_path.iterdir()) == []


def test_once_the_stick_is_in_everything_is_there_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen under Settings as well."""
    house = House(tmp_path / "drawer")
    house.assessment(answered=3)
    house.services.close()
    (tmp_path / "drawer" / "settings.json").write_text('{"text_size": 150}')
    (place := tmp_path / "place").mkdir()
    with started_with(place) as program:
        waits_for(qtbot, program, "There is nothing in your folder")
        place.rmdir()
        shutil.move(tmp_path / "drawer", place)
        qtbot.waitUntil(lambda: program.is_usable)
        assert program.window.rail.isVisible()
        assert "Welcome back" in words(program.window)
        assert program.settings.get("text_size", 100) == 150
        program.settings.set("motion", False)
    settings = json.loads((place / "settings.json").read_text())
    assert (settings["text_size"], settings["motion"]) == (150, False)


def test_a_first_start_takes_one_press(qtbot: QtBot, tmp_path: Path) -> None:
    with started_with(tmp_path / "new") as program:
        waits_for(qtbot, program, "Your folder is not in its place")
        assert program.window.page is not None
        press(qtbot, program.window.page, "Begin here with nothing")
        waits_for(qtbot, program, "Welcome")
    assert (tmp_path / "new" / "collabkit.db").exists()


def test_the_usual_folder_is_never_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    """On a first day it is not there, and nobody has named it."""
    with started_with(tmp_path / "usual", is_named=False) as program:
        waits_for(qtbot, program, "Welcome")


def test_what_cannot_be_looked_at_is_not_nothing(tmp_path: Path) -> None:
    """A link into nowhere, a file and a hidden file are for others to tell of."""
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".stick").touch()
    for name in ("link", "file", "hidden"):
        assert not is_nothing_there(DataFolder(tmp_path / name))
