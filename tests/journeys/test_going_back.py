"""A person puts a safety copy back, in the window, and goes on working."""

from pathlib import Path

from person import person_at
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services


def test_a_copy_is_put_back_and_work_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    """The window stays open; everything in it then comes from the copy."""
    services = open_services(DataFolder(tmp_path))
    services.charities.add("Sample Charity")
    services.close()
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
