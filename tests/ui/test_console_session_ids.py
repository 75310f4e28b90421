"""Two sessions on one console: each is kept as itself, and what is gone is not led any more."""

from datetime import timedelta

import pytest
from console_desk import DAY, PACK, Console, Disk, replace
from house import House
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.room import steps
from collabkit.room.meeting import Phase
from collabkit.room.preparation import Preparation
from collabkit.services.workshops import Session
from collabkit.ui.theme import Theme

THEIRS = ("HON-1", "HON-2", "POW-2")
GONE = "This session is not there any more."


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    return Console(qtbot, house)


@pytest.fixture
def disk(house: House) -> Disk:
    return Disk(house)


@pytest.fixture
def other(house: House, console: Console) -> Session:
    """A session of another charity, about other statements."""
    charity_id = house.charity("Other Sample Charity")
    preparation = Preparation("Another day", THEIRS, people=9)
    return house.services.workshops.prepare(charity_id, PACK, preparation, DAY)


def fail_to_save(console: Console, disk: Disk) -> None:
    """Open a vote while the disk takes nothing, and go to another page."""
    disk.protect()
    console.go_on(2)
    console.qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))
    console.page.left()
    console.qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))


def saved(console: Console) -> bool:
    console.flush()
    return not console.page.presenter.ledger.unsaved()


def test_what_could_not_be_saved_goes_into_its_own_session(
    console: Console, disk: Disk, other: Session, house: House
) -> None:
    """It is handed in again while another session is led, by the next thing that is saved there."""
    fail_to_save(console, disk)
    console.page.entered(session_id=other.id)
    QApplication.processEvents()
    disk.free()
    console.go_on()
    console.qtbot.waitUntil(lambda: saved(console))
    theirs = house.services.workshops.get(other.id)
    assert theirs.charity.name == "Other Sample Charity"
    assert theirs.meeting.preparation.statements == THEIRS
    assert theirs.meeting.phase is Phase.READ
    assert console.stored.phase is Phase.VOTE
    assert console.stored.preparation.title == "Away-day, June 2026"


def test_asked_for_it_is_saved_as_itself_too(
    console: Console, disk: Disk, other: Session, house: House
) -> None:
    fail_to_save(console, disk)
    console.page.entered(session_id=other.id)
    disk.free()
    console.press("Try again")
    console.qtbot.waitUntil(lambda: saved(console))
    assert house.services.workshops.get(other.id).meeting == other.meeting
    assert console.stored.phase is Phase.VOTE


def test_with_no_session_open_it_is_still_saved(console: Console, disk: Disk) -> None:
    fail_to_save(console, disk)
    console.page.entered(session_id="nobody-knows-it")
    assert not console.page.presenter.is_open
    disk.free()
    console.page.presenter.keeper.try_by_itself()
    console.qtbot.waitUntil(lambda: saved(console))
    assert console.stored.phase is Phase.VOTE


def test_opening_a_session_that_is_gone_takes_the_old_one_from_the_wall(console: Console) -> None:
    """Nobody leads it any more, so the room must not go on looking at it."""
    console.go_on()
    console.page.wall.open()
    console.page.left()
    console.page.entered(session_id="nobody-knows-it")
    assert not console.page.stage.is_open
    assert console.notice == GONE


def test_opening_a_session_that_cannot_be_read_does_so_too(
    console: Console, other: Session, house: House
) -> None:
    sessions = house.services.store.sessions
    sessions.keep(other.id, lambda before: (replace(before.state, record="{}"), None))
    console.page.wall.open()
    console.page.left()
    console.page.entered(session_id=other.id)
    assert not console.page.stage.is_open
    assert console.notice


def test_a_session_that_goes_while_it_is_led_is_given_up_and_said_once(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """Practising begins anew elsewhere; there is nothing to try again."""
    first = house.services.workshops.practise(DAY)
    console = Console(qtbot, house, session_id=first.id)
    console.page.wall.open()
    house.services.workshops.practise(DAY)
    keeper = console.page.presenter.keeper
    said = QSignalSpy(keeper.trouble_told)
    console.go_on()
    qtbot.waitUntil(lambda: console.notice == GONE)
    assert said.count() == 0
    assert not console.page.holds_unsaved()
    assert not console.page.stage.is_open
    keeper.try_by_itself()
    console.flush()
    assert console.notice == GONE
    assert console.mark.text != "Not saved yet."


def test_a_session_that_is_another_one_by_now_is_not_tried_again_and_read_afresh(
    console: Console, house: House
) -> None:
    """Somebody else has begun it: what the console has in hand does not follow from that."""
    workshops = house.services.workshops
    begun = steps.begin(workshops.get(console.session_id).meeting, DAY - timedelta(days=1))
    workshops.keep(console.session_id, begun, DAY)
    console.go_on()
    console.qtbot.waitUntil(lambda: "does not belong to this session" in console.notice)
    assert not console.page.presenter.ledger.unsaved()
    console.page.left()
    console.page.entered(session_id=console.session_id)
    assert console.meeting.held_on == DAY - timedelta(days=1)
    assert console.notice == ""
