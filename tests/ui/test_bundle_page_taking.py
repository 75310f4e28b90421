"""A file from another laptop: looked into first, then taken over whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response
from collabkit.services.bundles import Wanted
from collabkit.ui.bundle.page import BundlePage
from collabkit.ui.bundle.state import Step

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

LOCKED = Path(__file__).parents[1] / "fixtures" / "bundles" / "version-1-locked.collabkit"
PASSPHRASE = "velvet otter Ŵy compass"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[House]:
    """The other laptop, on which somebody has answered twice."""
    other = House(tmp_path / "other")
    other.assessment("Sample Kitchen", "June", answered=3)
    other.assessment("Sample Kitchen", "November", answered=2)
    yield other
    other.services.close()


@pytest.fixture
def file(other: House, tmp_path: Path) -> Path:
    """Everything of the other laptop."""
    path = tmp_path / "away.collabkit"
    other.services.bundles.write(Wanted(other.charity("Sample Kitchen")), path, TODAY)
    return path


def open_file(qtbot: QtBot, house: House, path: Path) -> BundlePage:
    page = BundlePage(house.context)
    house.show(qtbot, page, path=str(path))
    qtbot.waitUntil(lambda: page._presenter.state.step is not Step.READING, timeout=10_000)
    return page


def take(qtbot: QtBot, page: BundlePage, name: str) -> None:
    press(qtbot, page, name)
    wait_for_jobs()


def test_what_is_in_it_is_seen_before_anything_changes(
    qtbot: QtBot, house: House, file: Path
) -> None:
    page = open_file(qtbot, house, file)
    assert "Assessments of Sample Kitchen\nSaved on 22 November 2026: 2 assessments" in words(page)
    assert "Sample Kitchen is a new charity here." in words(page)
    assert "Nothing that is here is changed or replaced." in words(page)
    assert [t.title for t in page._presenter.state.things] == ["June", "November"]
    assert house.titles() == []
    assert nameless(page) == []


def test_one_press_takes_all_of_it_over(qtbot: QtBot, house: House, file: Path) -> None:
    page = open_file(qtbot, house, file)
    gone = places_gone_to(page)
    take(qtbot, page, "Take two over")
    assert sorted(house.titles()) == ["June", "November"]
    assert "2 assessments were taken over" in words(page)
    assert focused() is button(page, "See it")
    press(qtbot, page, "See it")
    assert gone == [("assess", {})]


def test_a_single_one_leads_to_its_results(qtbot: QtBot, house: House, file: Path) -> None:
    """What has no tick stays in the file."""
    page = open_file(qtbot, house, file)
    press(qtbot, page, "June")
    take(qtbot, page, "Take it over")
    assert house.titles() == ["November"]
    gone = places_gone_to(page)
    press(qtbot, page, "See it")
    (there,) = house.services.assessments.summaries()
    assert gone == [("results", {"assessment_id": there.assessment.id})]


def test_the_same_file_twice_brings_nothing_new(qtbot: QtBot, house: House, file: Path) -> None:
    """It says so, and there is nothing to press but another file."""
    take(qtbot, open_file(qtbot, house, file), "Take two over")
    page = open_file(qtbot, house, file)
    assert "Nothing new: everything in this file is here already." in words(page)
    assert "Take" not in [b.text() for b in (page.take,) if b.isVisible()]
    assert not page.take.isVisible()
    assert sorted(house.titles()) == ["June", "November"]


def test_other_answers_are_left_or_kept_beside(
    qtbot: QtBot, house: House, other: House, file: Path
) -> None:
    """What is here stays as it is unless somebody keeps both, and even then beside it."""
    take(qtbot, open_file(qtbot, house, file), "Take two over")
    summary = next(s for s in house.services.assessments.summaries() if s.answered == 3)
    sitting = house.services.assessments.sitting(summary.assessment.id)
    said = Response(sitting.participant.id, sitting.assessment.asked[0], "1")
    house.services.responses.record(sitting.pack, said, lambda _problem: None)
    house.services.responses.flush()
    page = open_file(qtbot, house, file)
    assert "is here too, with other answers." in words(page)
    assert "As it is chosen now, nothing is taken over and nothing changes." in words(page)
    assert not page.take.isVisible()
    press(qtbot, page, "Keep both: the one from the file comes in beside it, with a number")
    take(qtbot, page, "Take it over")
    assert sorted(house.titles()) == ["June", "June (2)", "November"]


def test_nothing_is_taken_without_a_tick(qtbot: QtBot, house: House, file: Path) -> None:
    page = open_file(qtbot, house, file)
    press(qtbot, page, "June")
    press(qtbot, page, "November")
    assert "As it is chosen now, nothing is taken over" in words(page)
    assert not page.take.isVisible()
    press(qtbot, page, "June")
    assert page.take.isVisible()


def test_a_locked_file_asks_for_its_passphrase(qtbot: QtBot, house: House) -> None:
    """A wrong one can be tried again: what was typed stays, and the keyboard is there."""
    page = open_file(qtbot, house, LOCKED)
    line = page.passphrase.field.line
    assert "This file is locked" in words(page)
    assert focused() is line
    press(qtbot, page, "Open the file")
    assert "Please type the passphrase" in words(page)
    QTest.keyClicks(line, "velvet otter")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Unlocking the file…" in words(page)
    assert not page.unlock.isEnabled()
    qtbot.waitUntil(lambda: "This passphrase does not open the file." in words(page))
    assert (focused(), line.text()) == (line, "velvet otter")
    assert "Unlocking" not in words(page)
    assert page.unlock.isEnabled()
    line.selectAll()
    line.insert(PASSPHRASE)
    press(qtbot, page, "Open the file")
    qtbot.waitUntil(lambda: page._presenter.state.step is Step.SEEN)
    assert line.text() == ""
    assert focused() is page.take


def test_who_goes_on_while_it_is_unlocked_hears_nothing_more(qtbot: QtBot, house: House) -> None:
    """The page is as it was left until it is opened anew."""
    page = open_file(qtbot, house, LOCKED)
    page.passphrase.field.line.insert(PASSPHRASE)
    press(qtbot, page, "Open the file")
    page.left()
    wait_for_jobs()
    assert page._presenter.state.step is Step.LOCKED
    page.entered(path=str(LOCKED))
    wait_for_jobs()
    assert "Unlocking" not in words(page)
    assert page.unlock.isEnabled()


def test_a_file_that_is_none_is_refused(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """A sentence with the reason, and a way to choose another one."""
    path = tmp_path / "none.collabkit"
    path.write_bytes(b"nothing of ours")
    page = open_file(qtbot, house, path)
    assert "This file cannot be opened" in words(page)
    assert len(page._presenter.state.problem) > 20
    gone = places_gone_to(page)
    press(qtbot, page, "Choose another file…")
    assert gone == [("open-file", {})]


def test_a_charity_that_is_put_away_is_not_filled(qtbot: QtBot, house: House, file: Path) -> None:
    """It says what to do first; nothing in the file can be chosen."""
    take(qtbot, open_file(qtbot, house, file), "Take two over")
    house.services.charities.remove(house.charity("Sample Kitchen"))
    page = open_file(qtbot, house, file)
    assert "Please bring it back first" in words(page)
    assert not page.take.isVisible()


def test_what_changed_meanwhile_is_told(
    qtbot: QtBot, house: House, file: Path, tmp_path: Path
) -> None:
    """Nothing is taken over then; the file can be opened once more."""
    page = open_file(qtbot, house, file)
    once = house.services.bundles.preview(file)
    house.services.bundles.take(once)
    house.services.assessments.remove(house.services.assessments.summaries()[0].assessment.id)
    take(qtbot, page, "Take two over")
    assert "Something here has changed since the file was looked at" in words(page)


def test_with_the_keyboard_alone(qtbot: QtBot, house: House, file: Path) -> None:
    page = open_file(qtbot, house, file)
    assert focused() is page.take
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._presenter.state.step is Step.DONE)
    QApplication.processEvents()
    assert focused() is page.see
