"""Keying sheets in on the page: with keys alone, with the mouse, hidden, twice, and sealed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.room import votes
from collabkit.room.batch import Cell
from collabkit.room.meeting import Phase
from collabkit.room.preparation import Preparation
from collabkit.services.packs import builtin_pack
from collabkit.services.workshops import Session
from collabkit.ui.workshop.keying.page import KeyingPage
from collabkit.ui.workshop.keying.state import Stage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

PACK = builtin_pack("five-themes")
IDS = tuple(item.id for item in PACK.items)[:3]
Key = Qt.Key
THREE_SHEETS = "341\n5 0\nn12\n"


class Desk:
    """Somebody with a pile of sheets in front of the page."""

    def __init__(self, qtbot: QtBot, house: House, **arguments: object) -> None:
        self.qtbot, self.house = qtbot, house
        prepared = Preparation("Away-day, June 2026", IDS, people=8, minimum=3)
        self.session = house.services.workshops.prepare(
            house.charity("Sample Charity"), PACK, prepared, TODAY
        )
        self.page = KeyingPage(house.context)
        house.show(qtbot, self.page, session_id=self.session.id, **arguments)
        self.page.resize(1000, 1400)  # the mouse only finds what can be seen
        QApplication.processEvents()

    @property
    def stage(self) -> Stage:
        """What the page is at."""
        return self.page.desk._presenter.state.stage

    @property
    def line(self) -> str:
        """What is said about the last key."""
        return self.page.desk.line.text().strip()

    @property
    def kept(self) -> Session:
        """The session as another reader finds it."""
        return self.house.services.workshops.get(self.session.id)

    def type(self, keys: str) -> None:
        """Press keys wherever the keyboard is; a line end is Enter, ``<`` is Backspace."""
        special = {"\n": Key.Key_Return, "<": Key.Key_Backspace}
        for key in keys:
            target = focused()
            assert target is not None
            if key in special:
                self.qtbot.keyClick(target, special[key])
            else:
                self.qtbot.keyClicks(target, key)
            QApplication.processEvents()

    def begin(self, sheets: int = 3) -> None:
        """Say how many sheets there are, with the keyboard alone."""
        self.type(f"{sheets}\n")

    def cell(self, sheet: int, statement: int) -> str:
        """What is drawn in a cell, both counted from 1."""
        model: QAbstractItemModel = self.page.desk.grid.model()
        return str(model.index(sheet - 1, statement - 1).data() or "")

    def seal(self) -> None:
        """Press the button and wait for the disk."""
        press(self.qtbot, self.page, "Seal these sheets")
        self.qtbot.waitUntil(lambda: self.stage is Stage.SEALED)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One program folder for all: every test has a session of its own."""
    house = House(tmp_path_factory.mktemp("keying"))
    yield house
    house.services.close()


@pytest.fixture
def desk(qtbot: QtBot, house: House) -> Desk:
    """The page of a session that expects eight people."""
    return Desk(qtbot, house)


def test_what_a_crash_means_is_said_beforehand(desk: Desk) -> None:
    """Memory only, keyed in again, no totals."""
    text = words(desk.page)
    assert "held in memory until you seal it, and never written down" in text
    assert "you key these sheets in again" in text
    assert focused() is desk.page.desk.start.number.line


@pytest.mark.parametrize("number", ["", "0", "x", "2.5"])
def test_the_number_of_sheets_is_asked_for(desk: Desk, number: str) -> None:
    """Without a number a sentence asks for one."""
    desk.type(f"{number}\n")
    assert desk.stage is Stage.START
    assert "Please write a number" in words(desk.page)


def test_from_the_first_key_to_the_seal_with_the_keyboard_alone(desk: Desk) -> None:
    """Three sheets are keyed in, read back and sealed; on disk are tallies and nothing else."""
    desk.begin()
    assert "Sheet 1 of 3 · statement 1 of 3" in words(desk.page)
    assert "Write 1 on the corner" in words(desk.page)
    desk.type(THREE_SHEETS)
    assert desk.stage is Stage.READING
    desk.type("\n\n\n")
    assert desk.stage is Stage.CHECKED
    assert focused() is desk.page.desk.seal
    desk.type("\n")
    desk.qtbot.waitUntil(lambda: desk.stage is Stage.SEALED)
    sentence = "Three sheets are sealed. Nobody can see them before each reveal."
    assert sentence in words(desk.page)
    meeting = desk.kept.meeting
    assert meeting.sheets == 3
    assert meeting.sealed[IDS[0]] == {"3": 1, "5": 1, "na": 1}
    assert not desk.page.holds_unsaved()


def test_a_bad_key_is_told_and_loses_nothing(desk: Desk) -> None:
    """The page beeps and says what can be pressed."""
    desk.begin()
    spy = QSignalSpy(desk.page.desk._presenter.refused)
    desk.type("34z")
    assert desk.line == "Z is not an answer here. Try 1 to 5, 0, N or space."
    assert spy.count() == 1
    assert [desk.cell(1, n) for n in (1, 2, 3)] == ["3", "4", ""]
    desk.type("1")
    assert desk.line == ""


def test_backspace_takes_back_across_sheets(desk: Desk) -> None:
    """The sheet before is opened again."""
    desk.begin()
    desk.type("341\n5<<<")
    assert desk.cell(1, 3) == ""
    assert "Sheet 1 of 3 · statement 3 of 3" in words(desk.page)


def test_enter_twice_leaves_the_rest_blank(desk: Desk) -> None:
    """The first time it asks; another key in between means no."""
    desk.begin()
    desk.type("3\n")
    assert "Press Enter again to leave them blank" in desk.line
    desk.type("4\n")
    assert desk.cell(1, 3) == ""
    desk.type("\n")
    assert desk.cell(1, 3) == "blank"
    assert "Sheet 2 of 3" in words(desk.page)


def test_the_mouse_picks_a_cell_and_an_answer(desk: Desk) -> None:
    """The keyboard stays with the sheets, and keying goes on where it was."""
    desk.begin()
    desk.type("34")
    grid = desk.page.desk.grid
    place = grid.visualRect(grid.model().index(0, 0)).center()
    desk.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(desk.qtbot, desk.page, "5 How we work")
    assert desk.line == "Sheet 1, statement 1: 3 became 5."
    assert [desk.cell(1, n) for n in (1, 2, 3)] == ["5", "4", ""]
    assert focused() is grid
    press(desk.qtbot, desk.page, "Space: left blank")
    assert desk.cell(1, 3) == "blank"


def test_arrows_go_to_what_was_keyed_in(desk: Desk) -> None:
    """To correct it with a key."""
    desk.begin()
    desk.type("341\n5")
    for arrow in (Key.Key_Up, Key.Key_Left):
        desk.qtbot.keyClick(desk.page.desk.grid, arrow)
    desk.type("2")
    assert [desk.cell(1, n) for n in (1, 2, 3)] == ["2", "4", "1"]
    assert "Sheet 2 of 3 · statement 2 of 3" in words(desk.page)


def test_reading_back_shows_one_sheet_and_corrects_a_line(desk: Desk) -> None:
    """Down to a line, the right key, and Backspace if it was right after all."""
    desk.begin()
    desk.type(THREE_SHEETS)
    assert "Compare with sheet 1 on paper" in words(desk.page)
    desk.qtbot.keyClick(focused(), Key.Key_Down)
    row = focused()
    assert row is desk.page.desk.reading.rows[1]
    assert row.accessibleName() == "Sheet 1, statement 2: 4, Regular practice"
    desk.type("2")
    assert row.accessibleName() == "Sheet 1, statement 2: 2, Starting"
    assert desk.line == "Sheet 1, statement 2: 4 became 2."
    desk.type("<")
    assert row.accessibleName() == "Sheet 1, statement 2: 4, Regular practice"


def test_there_are_no_totals_anywhere(desk: Desk) -> None:
    """Other answers, the same words: nothing on the page adds anything up."""
    told = []
    for keys in ("341\n5 0\nn12\n", "111\n111\n111\n"):
        desk.begin()
        seen = [words(desk.page)]
        for line in keys.splitlines(keepends=True):
            desk.type(line[:-1])
            seen.append(words(desk.page))
            desk.type(line[-1])
        desk.type("\n\n\n")
        seen.append(words(desk.page))
        told.append(seen)
        press(desk.qtbot, desk.page, "Throw these sheets away")
        desk.page.notice.close_notice()
    assert told[0] == told[1]


def test_hidden_cells_show_nothing_to_anybody(desk: Desk) -> None:
    """Neither drawn nor spoken, nor read back; a second pass is offered instead."""
    desk.begin()
    press(desk.qtbot, desk.page, "Hide what is typed")
    desk.page.desk.take_focus()
    desk.type("341\n")
    assert desk.cell(1, 1) == ""
    assert desk.page.desk.grid.words(Cell(0, 0)) == "Sheet 1, statement 1: keyed in"
    desk.type("5 0\nn12\n")
    assert "it cannot be read back" in words(desk.page)
    assert "Regular practice" not in words(desk.page)
    press(desk.qtbot, desk.page, "Key all sheets in again")
    desk.type("5")
    assert (
        desk.line == "This was keyed in differently before. Press the key of what the paper says."
    )


def test_on_a_mirrored_screen_nothing_can_be_uncovered(qtbot: QtBot, house: House) -> None:
    """Where the projector shows the laptop, there is no way to show what is typed."""
    desk = Desk(qtbot, house, hidden=True)
    desk.begin()
    desk.type("341")
    assert desk.cell(1, 1) == ""
    assert not desk.page.desk.hide_typed.isVisible()
    desk.page.desk._presenter.set_masked(False)
    assert desk.cell(1, 1) == ""


def test_more_sheets_on_a_mirrored_screen_stay_hidden_too(qtbot: QtBot, house: House) -> None:
    desk = Desk(qtbot, house, hidden=True)
    desk.begin()
    desk.type("341\n5 0\nn12\n")
    desk.page.desk._presenter.key_again()
    desk.type("341\n5 0\nn12\n")
    desk.page.desk.seal.click()
    qtbot.waitUntil(lambda: desk.stage is Stage.SEALED)
    press(qtbot, desk.page, "Key more sheets in")
    desk.begin()
    desk.type("341")
    assert not desk.page.desk.hide_typed.isVisible()
    assert desk.cell(1, 1) == ""


def test_closing_with_unsealed_sheets_says_what_it_costs(desk: Desk) -> None:
    desk.begin()
    assert not desk.page.holds_unsaved()
    desk.type("341\n5")
    assert desk.page.holds_unsaved()
    assert desk.page.unsaved_words() == (
        "Two sheets are keyed in and not sealed yet, so they are not on the disk. Seal them, or "
        "close collabkit once more; then they have to be keyed in again."
    )


def test_the_second_pass_settles_a_difference(desk: Desk) -> None:
    """Both answers are named, and the key of the paper counts."""
    desk.begin()
    desk.type(THREE_SHEETS + "\n\n\n")
    press(desk.qtbot, desk.page, "Key all sheets in again")
    assert focused() is desk.page.desk.grid
    assert desk.cell(1, 1) == ""
    desk.type("32")
    assert desk.line == "4 before, 2 now. Press the key of what the paper says."
    desk.type("21\n5 0\nn12\n")
    assert desk.stage is Stage.CHECKED
    desk.seal()
    assert desk.kept.meeting.sheets == 3


def test_sixteen_sheets_are_worth_a_second_pass(qtbot: QtBot, house: House) -> None:
    """It is recommended, not asked for."""
    desk = Desk(qtbot, house)
    desk.begin(16)
    desk.type("\n")  # more than are expected: asked twice
    desk.type("341\n" * 16 + "\n" * 16)
    assert "With more than 15, it is worth keying all of them in again." in words(desk.page)


def test_more_sheets_than_people_are_asked_about_once(desk: Desk) -> None:
    """A slip of the finger in the number is noticed."""
    desk.begin(9)
    assert "Please count them once more" in words(desk.page)
    desk.type("\n")
    assert "Sheet 1 of 9" in words(desk.page)


def test_too_few_sheets_cannot_be_sealed(desk: Desk) -> None:
    """They could be recognised; another one can still be keyed in."""
    desk.begin()
    desk.type("341\n5 0\n")
    press(desk.qtbot, desk.page, "There are no more sheets")
    desk.page.desk.take_focus()
    desk.type("\n\n")
    assert "Fewer than three sheets could be recognised" in words(desk.page)
    assert not desk.page.desk.seal.isEnabled()
    press(desk.qtbot, desk.page, "One more sheet")
    desk.type("n12\n\n\n\n")
    assert desk.page.desk.seal.isEnabled()


def test_going_elsewhere_keeps_the_sheets_in_memory_only(desk: Desk) -> None:
    """Nothing is on disk; whoever comes back goes on, and closing is warned of."""
    desk.begin()
    desk.type("341\n5")
    desk.page.left()
    assert desk.page.holds_unsaved()
    assert not desk.kept.meeting.sealed
    desk.page.entered(session_id=desk.session.id)
    assert "Your sheets are still here" in desk.line
    assert "Sheet 2 of 3 · statement 2 of 3" in words(desk.page)


def test_sheets_that_were_thrown_away_can_be_brought_back(desk: Desk) -> None:
    """Undo stands at the top of the page."""
    desk.begin()
    desk.type("341\n5")
    press(desk.qtbot, desk.page, "Throw these sheets away")
    assert desk.stage is Stage.START
    assert not desk.page.holds_unsaved()
    desk.qtbot.mouseClick(button(desk.page.notice, "Undo"), Qt.MouseButton.LeftButton)
    assert desk.stage is Stage.KEYING
    assert desk.cell(1, 2) == "4"


def test_what_cannot_be_sealed_now_stays(desk: Desk) -> None:
    """While the room votes, the sheets wait; nothing is lost."""
    desk.begin()
    desk.type(THREE_SHEETS + "\n\n\n")
    meeting = replace(desk.kept.meeting, phase=Phase.READ, held_on=TODAY)
    desk.house.services.workshops.keep(desk.session.id, votes.open_vote(meeting), TODAY)
    press(desk.qtbot, desk.page, "Seal these sheets")
    desk.qtbot.waitUntil(lambda: "Please finish this vote first" in desk.line)
    assert desk.stage is Stage.CHECKED
    assert desk.page.holds_unsaved()
    desk.house.services.workshops.keep(desk.session.id, meeting, TODAY)
    desk.seal()


def test_statements_that_were_voted_on_are_closed(desk: Desk) -> None:
    """The grid says so, and keys go past them."""
    meeting = replace(desk.kept.meeting, phase=Phase.READ, held_on=TODAY)
    form = PACK.form_of(PACK.item(IDS[0]))
    meeting = votes.count_hands(votes.open_vote(meeting), {"3": 8})
    meeting = votes.reveal(votes.close_vote(meeting, form))
    desk.house.services.workshops.keep(desk.session.id, meeting, TODAY)
    desk.begin()
    desk.type("41\n")
    assert [desk.cell(1, n) for n in (1, 2, 3)] == ["", "4", "1"]
    assert desk.page.desk.grid.words(Cell(0, 0)) == "Sheet 1, statement 1: voted on already"


def test_a_session_that_is_gone_is_told(qtbot: QtBot, house: House) -> None:
    """A sentence, and the way back."""
    page = KeyingPage(house.context)
    house.show(qtbot, page, session_id="nothing")
    assert "This session is not here any more." in words(page)


def test_screen_readers_hear_cells_and_controls(desk: Desk) -> None:
    """Every cell has a name with its value, every control a name."""
    desk.begin()
    desk.type("3 ")
    grid = QAccessible.queryAccessibleInterface(desk.page.desk.grid)
    assert grid.text(QAccessible.Text.Name) == "Sheets"
    names = [grid.child(n).text(QAccessible.Text.Name) for n in range(grid.childCount())]
    assert "Sheet 1, statement 1: 3, Patchy" in names
    assert "Sheet 1, statement 2: blank" in names
    assert "Sheet 1, statement 3: not keyed in" in names
    assert not nameless(desk.page)
    desk.type("1\n5 0\nn12\n")
    assert not nameless(desk.page)
    assert desk.page.key_hints()
