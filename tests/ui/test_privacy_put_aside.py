"""The page Privacy where something was put aside that nobody can look into."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from house import House, button, words
from privacy_desk import act, page_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheets_desk import answer_here, begin

from collabkit.storage.copies import Reason
from collabkit.ui.privacy.page import PrivacyPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "data")
    locked = house.context.folder.kept / "locked-20260503T090500000000"
    (locked / "backups").mkdir(parents=True)
    for path in (locked / "collabkit.db", locked / "backups" / "older.db"):
        path.write_bytes(os.urandom(5000))
    yield house
    house.services.close()


def looked(qtbot: QtBot, house: House, tmp_path: Path) -> PrivacyPage:
    """Look what erasing the second of two people takes away."""
    group = begin(house, people=2)
    answer_here(house, group, 1)
    house.services.store.safety.make_copy(Reason.ASKED)
    page = page_on(house, tmp_path / "documents")
    house.show(qtbot, page, assessment_id=group.id)
    people = page.person.people.list
    people.setFocus()
    for _down in range(2):
        QTest.keyClick(people, Qt.Key.Key_Down)
    QApplication.processEvents()
    act(qtbot, page, "See what erasing takes away")
    return page


TICK = "Erase what holds it, or may hold it, as well: 1 safety copy and 1 thing put aside"


def test_it_is_listed_with_its_day_and_goes_in_the_same_step(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """As one entry, however many files it has; and the proof names it."""
    page = looked(qtbot, house, tmp_path)
    assert button(page, TICK).isChecked()
    act(qtbot, page, "See which")
    said = words(page)
    assert "locked or damaged, so nobody can look into it" in said
    assert "Put aside on 3 May 2026 at 09:05. It is locked or damaged" in said
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "locked-20260503T090500000000, as it was locked or damaged" in words(page)
    assert list(house.context.folder.kept.iterdir()) == []


def test_it_may_stay_and_one_button_removes_it_later(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """It is said that it exists and that it may hold what was erased."""
    page = looked(qtbot, house, tmp_path)
    act(qtbot, page, TICK)
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "so they may still hold it: kept/locked-20260503T090500000000." in words(page)
    act(qtbot, page, "Erase these now")
    assert list(house.context.folder.kept.iterdir()) == []
    assert page.notice.sentence == "These are erased."
    assert "may still hold" not in words(page)
