"""What the console keeps, what a crash costs, and what happens when the disk refuses."""

import pytest
from console_desk import DAY, FIRST, PACK, Console, Disk, Key
from house import House
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from collabkit.assessments.tally import tally_answers
from collabkit.room.meeting import Phase
from collabkit.room.votes import seal
from collabkit.ui.theme import Theme

READ_ONLY = "The file can only be read"


@pytest.fixture
def disk(house: House) -> Disk:
    return Disk(house)


def test_every_step_is_on_the_disk(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.flush()
    assert console.stored.phase is Phase.VOTE
    console.go_on()
    console.flush()
    assert dict(console.stored.turn_of(FIRST).votes[0].tally.by_code)["1"] == 6
    qtbot.waitUntil(lambda: console.mark.text == "Saved")


def test_answers_of_an_open_vote_never_reach_the_disk(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """Not a byte of the file changes by them; what is kept for another reason leaves them out."""
    console, disk = Console(qtbot, house), Disk(house)
    console.go_on(2)
    before = disk.bytes()
    console.slips("111")
    console.hands(level_4="2")
    assert disk.bytes() == before
    console.press("One person more")
    assert disk.bytes() != before
    assert console.stored.open_vote is None
    assert not console.stored.turn_of(FIRST).votes


def test_after_a_crash_the_open_vote_is_run_again(qtbot: QtBot, house: House, theme: Theme) -> None:
    """Another program opens the same folder while the vote is open."""
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.flush()
    again = Console(qtbot, house, session_id=console.session_id)
    assert "A vote was open when the program stopped." in again.notice
    assert again.big == "Open the vote"
    again.flush()
    assert again.stored.phase is Phase.READ


def test_whoever_goes_elsewhere_finds_the_open_vote_again(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("1111")
    console.page.left()
    console.page.entered(session_id=console.session_id)
    assert console.big == "Wait for more answers: 4 of 6 in"
    assert console.notice == ""


def test_a_session_goes_on_where_it_was(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.go_on()
    console.flush()
    again = Console(qtbot, house, session_id=console.session_id)
    assert again.notice == ""
    assert again.big == "Show the answers"


def test_when_saving_fails_the_session_goes_on_and_can_be_tried_again(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    console = Console(qtbot, house)
    disk.protect()
    console.go_on(2)
    qtbot.waitUntil(lambda: READ_ONLY in console.notice)
    assert console.mark.text == "Not saved yet."
    assert console.page.holds_unsaved()
    console.slips("111111")
    assert console.big == "Close the vote: 6 of 6 in"
    disk.free()
    console.press("Try again")
    qtbot.waitUntil(lambda: console.mark.text == "Saved")
    assert console.stored.phase is Phase.VOTE
    assert console.notice == ""


def test_answers_in_the_air_keep_the_window_from_closing_unasked(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.flush()
    qtbot.waitUntil(lambda: console.mark.text == "Saved")
    assert not console.page.holds_unsaved()
    console.slips("1")
    assert console.page.holds_unsaved()


def test_a_session_that_is_gone_is_told(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house, session_id="nobody-knows-it")
    assert console.notice == "This session is not there any more."
    assert not console.page.big.isVisible()
    console.key(Key.Key_PageDown, Key.Key_S)
    assert not console.page.presenter.is_open


def test_too_few_people_in_the_room_cannot_begin(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.press("One person fewer", "One person fewer")
    console.go_on()
    assert "Nothing is shown about fewer than five people." in console.notice
    assert console.big == "Begin"


def test_closing_with_an_open_vote_says_what_it_costs(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.flush()
    assert console.page.unsaved_words() == ""
    console.slips("11")
    assert console.page.unsaved_words() == (
        "A vote is open with two answers in. They are not on the disk yet: close the vote first, "
        "or close collabkit once more, and the room votes on this statement again."
    )


def test_sheets_alone_are_on_the_disk_already(qtbot: QtBot, house: House, theme: Theme) -> None:
    """The vote is opened again with them, so closing costs nothing."""
    console = Console(qtbot, house)
    tally = tally_answers(FIRST, PACK.form_of(PACK.item(FIRST)), ["5"] * 5)
    house.services.workshops.keep(console.session_id, seal(console.meeting, {FIRST: tally}, 5), DAY)
    console.page.entered(session_id=console.session_id)
    console.go_on(2)
    console.flush()
    assert console.big == "Close the vote: 5 of 6 in"
    assert not console.page.holds_unsaved()


def test_what_could_not_be_saved_is_tried_again_by_itself_and_quietly(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    """In vain it repeats nothing; once the disk takes it, all is well."""
    console = Console(qtbot, house)
    keeper = console.page.presenter.keeper
    disk.protect()
    console.go_on()
    qtbot.waitUntil(lambda: console.mark.text == "Not saved yet.")
    assert keeper.findChild(QTimer).isActive()
    said = [QSignalSpy(keeper.trouble_told), QSignalSpy(keeper.saving_changed)]
    for _time in range(3):
        keeper.findChild(QTimer).timeout.emit()
        qtbot.waitUntil(lambda: bool(keeper.ledger.trouble))
    assert [spy.count() for spy in said] == [0, 0]
    assert READ_ONLY in console.notice
    disk.free()
    keeper.findChild(QTimer).timeout.emit()
    qtbot.waitUntil(lambda: console.mark.text == "Saved")
    assert console.notice == ""
    assert console.stored.phase is Phase.READ
    assert not keeper.findChild(QTimer).isActive()


def test_whoever_asks_for_it_is_told_that_it_failed_again(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    console = Console(qtbot, house)
    disk.protect()
    console.go_on()
    qtbot.waitUntil(lambda: bool(console.notice))
    console.press("Try again")
    qtbot.waitUntil(lambda: READ_ONLY in console.notice)


def test_with_one_screen_the_strip_says_that_it_is_tried_again(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    """It stays there whatever is pressed, until the next change is saved with all before it."""
    console = Console(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    wall = console.page.stage.window
    assert wall is not None
    strip = console.page.one_screen
    disk.protect()
    unsaved = "Not saved yet; collabkit keeps trying by itself. Next: "
    qtbot.keyClick(wall, Key.Key_PageDown)
    qtbot.waitUntil(lambda: strip.strip[0] == f"{unsaved}Open the vote")
    qtbot.keyClick(wall, Key.Key_PageDown)
    qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))
    assert strip.strip[0] == (
        "Not saved yet; collabkit keeps trying by itself. Next does nothing yet: wait for more "
        "answers; O calls the vote off"
    )
    disk.free()
    qtbot.keyClick(wall, Key.Key_PageUp)
    qtbot.waitUntil(lambda: strip.strip[0] == "Next: Open the vote")
    assert console.stored.phase is Phase.READ


def test_leaving_the_page_tries_once_more(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    """So closing the program loses nothing that the disk would take by now."""
    console = Console(qtbot, house)
    disk.protect()
    console.go_on()
    qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))
    disk.free()
    console.page.left()
    house.services.responses.flush()
    assert not console.page.holds_unsaved()


def test_closing_behind_the_disk_says_what_it_costs(
    qtbot: QtBot, house: House, theme: Theme, disk: Disk
) -> None:
    console = Console(qtbot, house)
    disk.protect()
    console.go_on(2)
    qtbot.waitUntil(lambda: bool(console.page.presenter.ledger.trouble))
    behind = (
        "What happened last in the session could not be saved yet. collabkit keeps trying by "
        "itself; if you close it once more, that is lost."
    )
    assert console.page.unsaved_words() == behind
    console.slips("1")
    words = console.page.unsaved_words()
    assert words.startswith("A vote is open with one answer in.")
    assert words.endswith(behind)
