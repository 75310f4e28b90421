"""Data that can be read, but not opened where it lies, is saved somewhere else by one button."""

from pathlib import Path

import pytest
from house import House, nameless, press, words
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recovery_evening import rows_in, shown, window_on

from collabkit.ui.opening.page import OpeningPage
from collabkit.ui.surroundings.teller import RescueDesktop

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder in which nothing can be written, because the lock cannot be taken."""
    root = tmp_path / "data"
    house = House(root)
    house.assessment(answered=3)
    house.services.close()
    (root / "collabkit.lock").unlink()
    (root / "collabkit.lock").mkdir()
    return root


class ChoosingDesktop:
    """Answers the dialog for a folder, and notes which folder was shown."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, target: Path | None) -> None:
        self.shown: list[Path] = []

        def ask_folder(_desktop: RescueDesktop, _parent: QWidget) -> Path | None:
            return target

        def show_folder(_desktop: RescueDesktop, folder: Path) -> None:
            self.shown.append(folder)

        monkeypatch.setattr(RescueDesktop, "ask_folder", ask_folder)
        monkeypatch.setattr(RescueDesktop, "show_folder", show_folder)


def test_everything_is_saved_elsewhere_and_nothing_is_changed(
    qtbot: QtBot, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target := tmp_path / "stick").mkdir()
    desktop = ChoosingDesktop(monkeypatch, target)
    before = (root / "collabkit.db").read_bytes()
    with window_on(root, qtbot) as program:
        qtbot.waitUntil(lambda: shown(program).title == "Your data could not be opened")
        page = shown(program)
        assert isinstance(page, OpeningPage)
        assert nameless(page) == []
        press(qtbot, page, "Save my work somewhere else…")
        assert page.notice.sentence == "Your work is being saved in “stick”."
        qtbot.waitUntil(lambda: "Your work is in" in page.notice.sentence, timeout=20_000)
        (place,) = target.iterdir()
        assert f"Your work is in the folder “{place.name}”" in words(page)
        page.notice.action_taken.emit()
        assert desktop.shown == [place]
    saved = rows_in(place / "everything" / "collabkit.db")
    assert saved["response"] == rows_in(root / "collabkit.db")["response"] != []
    assert (root / "collabkit.db").read_bytes() == before


def test_a_place_that_takes_nothing_is_told(
    qtbot: QtBot, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the button can be pressed again; whoever chooses no place hears nothing."""
    with window_on(root, qtbot) as program:
        qtbot.waitUntil(lambda: shown(program).title == "Your data could not be opened")
        page = shown(program)
        ChoosingDesktop(monkeypatch, None)
        press(qtbot, page, "Save my work somewhere else…")
        assert page.notice.sentence == ""
        ChoosingDesktop(monkeypatch, root)
        press(qtbot, page, "Save my work somewhere else…")
        qtbot.waitUntil(lambda: page.notice.sentence.startswith("Your work was not saved there. "))
        press(qtbot, page, "Save my work somewhere else…")
