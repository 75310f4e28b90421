"""What the console keeps, what a crash costs, and what happens when the disk refuses."""

import pytest
from console_desk import FIRST, Console, Key
from house import House
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError
from collabkit.room.meeting import Phase
from collabkit.services.workshops import WorkshopService
from collabkit.ui.theme import Theme


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


def test_answers_of_an_open_vote_are_never_handed_to_the_disk(
    qtbot: QtBot, house: House, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record has no place for them; they are not even handed in."""
    handed: list[object] = []
    keep = WorkshopService.keep_later

    def watch(self: WorkshopService, session_id, meeting, today, when_done):  # type: ignore[no-untyped-def]
        handed.append(meeting.open_vote)
        keep(self, session_id, meeting, today, when_done)

    monkeypatch.setattr(WorkshopService, "keep_later", watch)
    console = Console(qtbot, house)
    console.go_on(2)
    before = len(handed)
    console.slips("111")
    assert len(handed) == before
    console.press("One person more")
    assert len(handed) == before + 1
    assert set(handed) == {None}


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
    assert console.big == "Close the vote: 4 of 6 in"
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
    qtbot: QtBot, house: House, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console(qtbot, house)

    def refuse(*_arguments: object) -> None:
        raise CollabkitError("The disk is full. What was saved before is safe.")

    with monkeypatch.context() as broken:
        broken.setattr(WorkshopService, "keep_later", refuse)
        console.go_on(2)
        qtbot.waitUntil(lambda: "The disk is full." in console.notice)
        assert console.mark.text == "Not saved yet."
        assert console.page.holds_unsaved()
        console.slips("111111")
        assert console.big == "Close the vote: 6 of 6 in"
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
