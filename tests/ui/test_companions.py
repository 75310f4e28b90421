"""What comes of itself beside the pages does not take away what somebody is reading there."""

import pytest
from house import House
from pytestqt.qtbot import QtBot

from collabkit.ui.companions import Companions
from collabkit.ui.safety import interval
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def test_a_damaged_copy_is_told_behind_what_can_be_undone(
    qtbot: QtBot, house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence before it stays, and so does its button."""
    monkeypatch.setattr(interval, "_FIRST_LOOK", 20)
    house.assessment(answered=1)
    newest = house.services.safety.make(house.context.today())
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    assert window.page is not None
    notice = window.page.notice
    notice.tell("The sample was put away.", "Undo")
    companions = Companions(window, house.context.today, window)
    window.closing.connect(companions.end)
    companions.begin(house.services)
    qtbot.waitUntil(lambda: "could be read any more" in notice.sentence)
    assert notice.sentence.startswith("The sample was put away. Your data is sound")
    assert notice.act == "Undo"
