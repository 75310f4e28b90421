"""What is told above all pages stays true while somebody goes on, and offers what can be done."""

from pathlib import Path
from weakref import WeakSet

import pytest
from house import House, words
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError
from collabkit.plans.plan import Plan
from collabkit.services.outcome import WhenDone
from collabkit.ui import save_ledger
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.surroundings import teller, watch
from collabkit.ui.surroundings.teller import RescueDesktop, Surroundings
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.standing_notice import StandingNotice

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

FULL = "The disk is full."
TRY_AGAIN, ELSEWHERE = "Try again", "Save my work somewhere else…"
SHOW = "Show the folder"


@pytest.fixture(autouse=True)
def quick_and_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_LOOKS_EVERY", 20)
    monkeypatch.setattr(teller, "_SETTLES", 1)
    monkeypatch.setattr(save_ledger, "_all", WeakSet())


class Chosen(RescueDesktop):
    """Answers the dialog for a folder."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def ask_folder(self, _parent: QWidget) -> Path:
        return self.target


class Desk:
    """Somebody whose disk takes nothing, with one plan after the other to save."""

    def __init__(self, qtbot: QtBot, house: House, stick: Path) -> None:
        self.qtbot, self.house = qtbot, house
        self.is_full, self.reason = True, FULL
        self.stick = stick
        self.notice = StandingNotice()
        qtbot.addWidget(self.notice)
        self.surroundings = Surroundings(
            house.services, self.notice, house.context.today, Chosen(stick), self.notice
        )
        self.surroundings.begin()
        self.ledger: SaveLedger[str, Plan] = SaveLedger()

    def enters(self, title: str) -> None:
        """Enter something; it does not reach the disk as long as that is full."""
        assessment_id = self.house.assessment(title=title)
        self.ledger.keep(title, Plan(assessment_id), self._send)

    def waits_to_read(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.notice.notice.sentence, timeout=10_000)

    @property
    def acts(self) -> list[str]:
        buttons = self.notice.findChildren(Button)
        return [each.text() for each in buttons if each.isVisible() and each.text()]

    def press(self, act: str) -> None:
        (button,) = (b for b in self.notice.findChildren(Button) if b.accessibleName() == act)
        button.click()

    def _send(self, _plan: Plan, when_done: WhenDone) -> None:
        when_done(CollabkitError(self.reason) if self.is_full else None)


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path) -> Desk:
    """The first entry was not saved, and that is told."""
    (stick := tmp_path / "stick").mkdir()
    desk = Desk(qtbot, house, stick)
    desk.enters("May")
    desk.waits_to_read(FULL)
    assert desk.acts == [TRY_AGAIN, ELSEWHERE]
    return desk


def test_what_is_entered_after_saving_elsewhere_is_not_told_as_being_there(desk: Desk) -> None:
    """“The entry is in it” was true of what there was by then."""
    desk.press(ELSEWHERE)
    desk.waits_to_read("The entry that was not saved here is in it.")
    assert desk.acts == [SHOW, TRY_AGAIN]
    desk.enters("June")
    desk.waits_to_read(FULL)
    assert desk.acts == [TRY_AGAIN, ELSEWHERE]


def test_who_has_closed_the_notice_is_told_of_the_next_trouble_just_as_well(desk: Desk) -> None:
    """With the way to save the work elsewhere, which no page offers."""
    desk.press("Close this notice")
    assert words(desk.notice) == ""
    desk.enters("June")
    desk.waits_to_read(FULL)
    assert desk.acts == [TRY_AGAIN, ELSEWHERE]


def test_once_all_is_well_the_folder_that_is_shown_is_named(desk: Desk) -> None:
    """“Saved now” beside “Show the folder” would read as if it were saved there."""
    desk.press(ELSEWHERE)
    desk.waits_to_read("Your work is in the folder")
    (folder,) = desk.stick.iterdir()
    desk.is_full = False
    desk.press(TRY_AGAIN)
    desk.waits_to_read("What you entered last is saved now.")
    assert f"is also in the folder “{folder.name}”" in desk.notice.notice.sentence
    assert desk.acts == [SHOW]


def test_a_folder_that_does_not_do_leaves_both_ways_open(desk: Desk) -> None:
    """What was entered is still not saved."""
    desk.stick.rmdir()
    desk.press(ELSEWHERE)
    desk.waits_to_read("was not saved there")
    assert desk.acts == [ELSEWHERE, TRY_AGAIN]
    assert desk.notice.is_about_saving


def test_that_all_is_well_goes_with_the_next_thing_that_is_saved(desk: Desk) -> None:
    """Nobody has to close it; it would stand above all further statements."""
    desk.press(ELSEWHERE)
    desk.waits_to_read("Your work is in the folder")
    desk.surroundings.note_saved()
    assert desk.notice.notice.sentence != ""  # something is wrong still
    desk.is_full = False
    desk.press(TRY_AGAIN)
    desk.waits_to_read("What you entered last is saved now.")
    desk.surroundings.note_saved()
    assert words(desk.notice) == ""


def test_another_reason_takes_the_place_of_the_first(desk: Desk) -> None:
    """A disk fails first, and can only be read a moment later."""
    desk.reason = "The disk can only be read."
    desk.ledger.try_again()
    desk.waits_to_read("The disk can only be read.")
    assert FULL not in desk.notice.notice.sentence
    assert desk.acts == [TRY_AGAIN, ELSEWHERE]
