"""A person puts a safety copy back, in the window, and goes on working."""

from pathlib import Path

from person import person_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services


def keep_a_charity(root: Path) -> None:
    """Leave a folder with “Sample Charity” in it, and the copy made at closing."""
    services = open_services(DataFolder(root))
    services.charities.add("Sample Charity")
    services.close()


def test_a_copy_is_put_back_and_work_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    """The window stays open; everything in it then comes from the copy."""
    keep_a_charity(tmp_path)
    with person_at(tmp_path, qtbot) as me:
        me.services.charities.add("Sample Mistake")
        me.window.navigator.go("safety-copies")
        me.waits_to_see("any of" if "any of" in me.sees() else "one safety copy")
        me.clicks("Make a copy now")
        me.waits_to_see("A copy was made")
        page = me.page
        qtbot.waitUntil(lambda: len(page.copies.entries) == 2)
        list(page.copies.entries.values())[1].look.click()
        me.waits_to_see("Everything goes back to how it was then.")
        me.clicks("Put this copy back")
        me.waits_to_see("The copy was put back")
        names = [charity.name for charity in me.services.charities.all()]
        assert names == ["Sample Charity"]
        me.services.charities.add("Sample Garden")
        me.presses(Qt.Key.Key_1, held=Qt.KeyboardModifier.AltModifier)
        me.waits_for_page("Welcome")
        assert me.bugs() == []
    services = open_services(DataFolder(tmp_path))
    assert sorted(charity.name for charity in services.charities.all()) == [
        "Sample Charity",
        "Sample Garden",
    ]
    services.close()


def test_nothing_is_put_back_while_another_window_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    """Such as the room's: what is under way there would be lost. The data stays open."""
    keep_a_charity(tmp_path)
    with person_at(tmp_path, qtbot) as me:
        me.services.charities.add("Sample Kitchen")
        me.window.navigator.go("safety-copies")
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        next(iter(me.page.copies.entries.values())).look.click()
        me.waits_to_see("Everything goes back to how it was then.")
        me.clicks("Put this copy back")
        me.waits_to_see("Another window of collabkit is open.")
        assert len(me.services.charities.all()) == 2
        other.close()


def test_a_copy_that_went_bad_meanwhile_leaves_everything_as_it_is(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """The window opens again on what was there, and says why."""
    keep_a_charity(tmp_path)
    with person_at(tmp_path, qtbot) as me:
        me.services.charities.add("Sample Kitchen")
        me.window.navigator.go("safety-copies")
        (copy, entry), *_others = me.page.copies.entries.items()
        entry.look.click()
        me.waits_to_see("Everything goes back to how it was then.")
        copy.write_bytes(copy.read_bytes()[:9000])
        me.clicks("Put this copy back")
        me.waits_to_see("is damaged")
        assert len(me.services.charities.all()) == 2
