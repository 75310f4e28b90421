"""The console and the page for sheets, both alive, on one session: nothing of either is lost."""

from dataclasses import replace
from threading import Event, Timer

import pytest
from console_desk import DAY, FIRST, SECOND, Console, Disk
from house import House
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import Phase
from collabkit.room.preparation import Preparation
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.keying.page import KeyingPage
from collabkit.ui.workshop.keying.state import Stage
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover


class Facilitator:
    """Goes to and fro between the console and the page for sheets, as the window lets people."""

    def __init__(self, qtbot: QtBot, house: House) -> None:
        self.qtbot, self.house = qtbot, house
        self.console = Console(qtbot, house)
        self.console.flush()
        self.sheets = KeyingPage(house.context)
        qtbot.addWidget(self.sheets)
        self.keying = self.sheets._presenter

    @property
    def stage(self) -> Stage:
        return self.keying.state.stage

    def go_to_sheets(self) -> None:
        self.console.page.left()
        self.sheets.entered(session_id=self.console.session_id)

    def go_to_console(self) -> None:
        self.sheets.left()
        self.console.page.entered(session_id=self.console.session_id)
        QApplication.processEvents()

    def key_in(self, sheets: int = 6) -> None:
        """Key sheets in with the same two answers, and read them back."""
        self.keying.begin(sheets)
        for _sheet in range(sheets):
            self.keying.press("1")
            self.keying.press("2")
            self.keying.enter()
        for _sheet in range(sheets):
            self.keying.enter()
        assert self.stage is Stage.CHECKED

    def seal(self) -> None:
        self.keying.seal()
        self.qtbot.waitUntil(lambda: self.stage is Stage.SEALED)

    def sealed(self) -> dict[str, dict[str, int]]:
        """What sheets say, as it stands on the disk."""
        self.console.flush()
        return {item_id: dict(counts) for item_id, counts in self.console.stored.sealed.items()}


SIX_SHEETS = {FIRST: {"1": 6}, SECOND: {"2": 6}}


@pytest.fixture
def facilitator(qtbot: QtBot, house: House, theme: Theme) -> Facilitator:
    return Facilitator(qtbot, house)


@pytest.fixture
def slow_disk(house: House) -> "SlowDisk":
    return SlowDisk(house)


class SlowDisk:
    """A disk that is busy with something else for a while."""

    def __init__(self, house: House) -> None:
        self._house = house

    def be_busy(self) -> None:
        """Take nothing before some tenths of a second have passed."""
        rest = Event()
        writer = self._house.services.store._writer
        writer.read_later(lambda _connection: rest.wait(10))
        Timer(0.4, rest.set).start()


def work_behind_the_window() -> None:
    """Let every worker be busy for a while, as when papers are drawn."""
    rest = Event()
    pool = QThreadPool.globalInstance()
    for _worker in range(pool.maxThreadCount()):
        pool.start(lambda: rest.wait(10))
    Timer(0.4, rest.set).start()


def test_sheets_sealed_beside_the_console_are_counted_in_the_room(
    facilitator: Facilitator,
) -> None:
    facilitator.go_to_sheets()
    facilitator.key_in()
    facilitator.seal()
    facilitator.go_to_console()
    facilitator.console.go_on(2)
    assert facilitator.console.big == "Close the vote: 6 of 6 in"
    facilitator.console.go_on()
    facilitator.console.flush()
    assert dict(facilitator.console.stored.turn_of(FIRST).votes[0].tally.by_code)["1"] == 6


def test_back_while_the_seal_is_on_its_way_loses_no_sheet(facilitator: Facilitator) -> None:
    """It waits behind other work; the console would keep the session without them, over them."""
    facilitator.go_to_sheets()
    facilitator.key_in()
    work_behind_the_window()
    facilitator.keying.seal()
    facilitator.go_to_console()
    assert facilitator.console.meeting.sheets == 6
    facilitator.console.go_on()
    assert facilitator.sealed() == SIX_SHEETS


def test_a_key_on_the_room_window_waits_while_the_facilitator_is_elsewhere(
    facilitator: Facilitator,
) -> None:
    """Sheets are sealed meanwhile; a step of the console would write over them."""
    console = facilitator.console
    facilitator.go_to_sheets()
    facilitator.key_in()
    for key in (RoomKey.NEXT, RoomKey.BACK, RoomKey.TIMER):
        console.page.stage.key_given.emit(key)
    assert console.meeting.phase is Phase.LOBBY
    facilitator.seal()
    console.page.stage.key_given.emit(RoomKey.NEXT)
    assert facilitator.sealed() == SIX_SHEETS
    facilitator.go_to_console()
    console.go_on()
    assert facilitator.sealed() == SIX_SHEETS


def test_the_room_can_still_be_blacked_out_meanwhile(facilitator: Facilitator) -> None:
    """That is no step of the session; and Esc must lead out of a window that covers all."""
    console = facilitator.console
    console.page.wall.open()
    facilitator.go_to_sheets()
    console.page.stage.key_given.emit(RoomKey.BLACK)
    assert console.page.stage.covered is Cover.BLACK


def test_a_session_prepared_anew_beside_the_console_stays_so(
    facilitator: Facilitator, house: House
) -> None:
    """The facilitator is on the page that prepares; a clicker is pressed in the room."""
    console = facilitator.console
    console.page.left()
    anew = Preparation("Away-day, July 2026", (SECOND, FIRST), people=9)
    house.services.workshops.change(console.session_id, anew, DAY)
    console.page.stage.key_given.emit(RoomKey.NEXT)
    console.flush()
    assert console.stored.preparation.statements == (SECOND, FIRST)
    console.page.entered(session_id=console.session_id)
    console.go_on()
    console.flush()
    assert console.stored.phase is Phase.READ
    assert console.stored.preparation.statements == (SECOND, FIRST)


def test_nothing_is_sealed_over_steps_that_are_not_saved_yet(
    facilitator: Facilitator, house: House
) -> None:
    """They are handed in again whole, which would write over the sheets."""
    console, disk = facilitator.console, Disk(house)
    disk.protect()
    console.press("One person more")
    facilitator.qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))
    facilitator.go_to_sheets()
    facilitator.key_in()
    facilitator.keying.seal()
    assert facilitator.stage is Stage.CHECKED
    assert "could not be saved yet" in facilitator.keying.state.message
    console.flush()
    disk.free()
    console.page.presenter.keeper.try_by_itself()
    console.flush()
    facilitator.seal()
    facilitator.go_to_console()
    assert (console.meeting.present, console.meeting.sheets) == (7, 6)
    console.go_on()
    assert facilitator.sealed() == SIX_SHEETS


def test_while_sheets_are_being_sealed_nothing_else_happens_to_them(
    facilitator: Facilitator, slow_disk: SlowDisk
) -> None:
    """Not twice, not thrown away, not changed; and whoever comes back finds it under way."""
    keying = facilitator.keying
    facilitator.go_to_sheets()
    facilitator.key_in()
    slow_disk.be_busy()
    keying.seal()
    batch = keying.state.batch
    for act in (
        keying.seal, keying.throw_away, keying.undo, keying.key_again, keying.read_back,
        keying.add_sheet, keying.enter, keying.finish, keying.bring_back,
    ):  # fmt: skip
        act()
        assert facilitator.stage is Stage.SEALING
    keying.press("5")
    keying.set_masked(True)
    assert facilitator.stage is Stage.SEALING
    assert keying.state.batch == batch
    desk = facilitator.sheets.desk
    assert not any(act.isEnabled() for act in (desk.seal, desk.again, desk.more, desk.away))
    facilitator.sheets.entered(session_id=facilitator.console.session_id)
    assert facilitator.stage is Stage.SEALING
    facilitator.qtbot.waitUntil(lambda: facilitator.stage is Stage.SEALED)
    assert facilitator.console.stored.sheets == 6
    assert facilitator.sealed() == SIX_SHEETS


def test_a_seal_ends_for_its_own_session(
    facilitator: Facilitator, slow_disk: SlowDisk, house: House, qtbot: QtBot
) -> None:
    """Whoever has gone on to the sheets of another session keeps these."""
    other = Console(qtbot, house)
    facilitator.go_to_sheets()
    facilitator.key_in()
    keying = facilitator.keying
    keying.open(other.session_id)
    keying.begin(6)
    keying.press("3")
    keying.open(facilitator.console.session_id)
    slow_disk.be_busy()
    keying.seal()
    keying.open(other.session_id)
    qtbot.waitUntil(lambda: facilitator.sealed() == SIX_SHEETS)
    qtbot.waitUntil(lambda: keying.unsealed == 1)
    assert facilitator.stage is Stage.KEYING
    assert other.stored.sheets == 0


def test_sheets_of_a_session_that_cannot_be_read_say_why(
    facilitator: Facilitator, house: House
) -> None:
    """Its record is none that this program could have written; it is left as it is."""
    session_id = facilitator.console.session_id
    sessions = house.services.store.sessions
    sessions.keep(session_id, lambda before: (replace(before.state, record="{}"), None))
    facilitator.go_to_sheets()
    assert facilitator.stage is Stage.CLOSED
    assert facilitator.keying.state.why_not
    assert sessions.get(session_id).state.record == "{}"


def test_sheets_of_a_session_that_has_gone_meanwhile_say_so(
    facilitator: Facilitator, house: House
) -> None:
    session = house.services.workshops.practise(DAY)
    facilitator.sheets.entered(session_id=session.id)
    house.services.workshops.practise(DAY)
    facilitator.keying.begin(6)
    assert facilitator.stage is Stage.CLOSED
    assert facilitator.keying.state.why_not == "This session is not here any more."
