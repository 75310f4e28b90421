"""What is on its way to the disk, what failed, and what may be called saved."""

import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services.outcome import WhenDone
from collabkit.ui.save_ledger import SaveLedger, everything_unsaved
from collabkit.ui.widgets.save_mark import SaveState

pytestmark = pytest.mark.usefixtures("qapp")

FULL = CollabkitError("The disk is full.")


class Desk:
    """A ledger, and the hands that decide how each commit comes out."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ledger: SaveLedger[str, str] = SaveLedger()
        self.sent: list[tuple[str, WhenDone]] = []
        self.told: list[str] = []
        self.ledger.trouble_told.connect(self.told.append)
        self.states: list[SaveState] = []
        self.ledger.state_changed.connect(self.states.append)
        self._qtbot = qtbot

    @property
    def said(self) -> str:
        return self.states[-1].saving.name if self.states else ""

    def send(self, value: str, when_done: WhenDone) -> None:
        self.sent.append((value, when_done))

    def keep(self, key: str, value: str) -> None:
        self.ledger.keep(key, value, self.send)

    def end(self, at: int, problem: CollabkitError | None = None) -> None:
        """Let what was sent at this place come back, and the ledger hear of it."""
        self.sent[at][1](problem)
        self._qtbot.wait(1)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_saved_is_said_when_the_last_has_come_back(desk: Desk) -> None:
    """As long as one of two is under way, nothing is called saved."""
    desk.keep("a", "1")
    desk.keep("b", "2")
    desk.end(0)
    assert desk.said == "UNDER_WAY"
    desk.end(1)
    assert desk.said == "DONE"


def test_the_fate_of_an_older_value_does_not_count(desk: Desk) -> None:
    """A newer value for the same key is on its way and holds the older one too."""
    desk.keep("a", "old")
    desk.keep("a", "new")
    desk.end(0, FULL)
    assert desk.told == []
    assert desk.said == "UNDER_WAY"
    desk.end(1)
    assert desk.said == "DONE"


def test_what_failed_is_told_and_stays_in_hand(desk: Desk) -> None:
    """The sentence of the failure is told, and the value can be asked for."""
    desk.keep("a", "1")
    desk.end(0, FULL)
    assert desk.told == ["The disk is full."]
    assert desk.ledger.trouble == "The disk is full."
    assert desk.said == "TROUBLE"
    assert desk.ledger.unsaved() == {"a": "1"}


def test_a_value_that_is_refused_at_once_fails_like_any_other(qtbot: QtBot, desk: Desk) -> None:
    """Whoever saves may raise before anything is handed to the writer."""

    def refuse(_value: str, _when_done: WhenDone) -> None:
        raise InvalidInputError("Too long.")

    desk.ledger.keep("a", "1", refuse)
    qtbot.waitUntil(lambda: desk.told == ["Too long."])
    assert desk.ledger.unsaved() == {"a": "1"}


def test_trying_again_hands_in_only_what_failed(desk: Desk) -> None:
    """What is still under way is not sent twice."""
    desk.keep("a", "1")
    desk.keep("b", "2")
    desk.end(0, FULL)
    desk.ledger.try_again()
    assert [value for value, _when_done in desk.sent] == ["1", "2", "1"]
    assert desk.ledger.trouble == ""


def test_a_success_takes_along_what_failed(desk: Desk) -> None:
    """When another value could be saved, what went wrong seems to be over."""
    desk.keep("a", "1")
    desk.end(0, FULL)
    desk.keep("b", "2")
    desk.end(1)
    assert [value for value, _when_done in desk.sent] == ["1", "2", "1"]
    desk.end(2)
    assert desk.said == "DONE"


def test_what_is_on_the_disk_is_no_longer_called_unsaved(desk: Desk) -> None:
    """It counts from the commit on, even before its message has been read on this thread."""
    desk.keep("a", "1")
    assert desk.ledger.unsaved() == {"a": "1"}
    desk.sent[0][1](None)
    assert desk.ledger.unsaved() == {}


def test_typing_is_not_saved_until_each_field_has_ended(desk: Desk) -> None:
    """Two fields may be under way at once."""
    desk.ledger.note_typing(True, "note")
    desk.ledger.note_typing(True, "evidence")
    desk.ledger.note_typing(False, "note")
    assert desk.said == "UNDER_WAY"
    desk.ledger.note_typing(False, "evidence")
    assert desk.said == "DONE"


def test_a_new_beginning_forgets_what_was_saved_but_no_trouble(desk: Desk) -> None:
    """A page that is opened says nothing of earlier work, unless that is not saved yet."""
    desk.keep("a", "1")
    desk.end(0)
    desk.ledger.start_afresh()
    assert desk.said == "NOTHING"
    desk.keep("a", "2")
    desk.end(1, FULL)
    desk.ledger.start_afresh()
    assert desk.said == "TROUBLE"


def test_what_is_given_up_is_neither_saved_nor_tried_again(desk: Desk) -> None:
    """There is no place for it any more; what else is in hand stays in hand."""
    desk.keep("a", "1")
    desk.keep("b", "2")
    desk.end(0, FULL)
    desk.end(1, FULL)
    desk.ledger.forget("a")
    assert desk.said == "TROUBLE"
    desk.ledger.forget("b")
    assert desk.said == "NOTHING"
    desk.ledger.try_again()
    assert len(desk.sent) == 2


def test_it_is_never_taken_apart_on_the_thread_of_the_writer(desk: Desk, qtbot: QtBot) -> None:
    """Its page is gone and the writer speaks last: the ledger ends on the thread that draws."""
    ended_on: list[int] = []
    desk.keep("a", "1")
    ledger = weakref.ref(desk.ledger, lambda _gone: ended_on.append(threading.get_ident()))
    desk.ledger.trouble_told.disconnect()
    desk.ledger.state_changed.disconnect()
    del desk.ledger

    def speak() -> None:
        desk.sent.pop()[1](FULL)

    writer = threading.Thread(target=speak)
    writer.start()
    writer.join()
    assert ledger() is not None
    qtbot.waitUntil(lambda: bool(ended_on) or ledger() is None)
    assert ended_on == [threading.get_ident()]


@pytest.mark.usefixtures("qtbot")
def test_what_is_unsaved_is_told_in_one_order(desk: Desk) -> None:
    """The oldest first, however many pages come: whoever took it can tell it is still the same."""
    others: list[SaveLedger[str, str]] = []
    for number in range(30):
        others.append(SaveLedger())
        others[-1].keep(f"{number:02}", "1", desk.send)
        assert [key for key, _value in everything_unsaved()] == sorted(
            ledger_key for ledger in others for ledger_key in ledger.unsaved()
        )
