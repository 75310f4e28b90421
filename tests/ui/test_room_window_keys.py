"""What the keys of clickers and keyboards mean in the room."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from collabkit.ui.workshop.room_keys import RoomKey, room_key, room_key_hints

Key, Held = Qt.Key, Qt.KeyboardModifier
MEANT = {
    RoomKey.NEXT: [
        Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_Space, Key.Key_Return, Key.Key_Enter,
    ],
    RoomKey.BACK: [Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_Backspace],
    RoomKey.BLACK: [Key.Key_B, Key.Key_Period],
    RoomKey.WHITE: [Key.Key_W, Key.Key_Comma],
    RoomKey.FREEZE: [Key.Key_F],
    RoomKey.HIDE: [Key.Key_H],
    RoomKey.START: [Key.Key_F5],
    RoomKey.TIMER: [Key.Key_T],
    RoomKey.HELP: [Key.Key_F1, Key.Key_Question],
    RoomKey.LEAVE: [Key.Key_Escape],
    RoomKey.END: [Key.Key_E],
}  # fmt: skip
ALL = [(key, meant) for meant, keys in MEANT.items() for key in keys]
WHILE_TYPING = {Key.Key_PageDown, Key.Key_PageUp, Key.Key_F5, Key.Key_F1, Key.Key_Escape}


def pressed(
    key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier, repeated: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, "", repeated)


@pytest.mark.parametrize(("key", "meant"), ALL)
def test_every_clicker_key_has_its_one_meaning(key: Qt.Key, meant: RoomKey) -> None:
    assert room_key(pressed(key), typing=False) is meant


@pytest.mark.parametrize(("key", "meant"), ALL)
def test_in_a_field_only_keys_without_use_there_are_taken(key: Qt.Key, meant: RoomKey) -> None:
    expected = meant if key in WHILE_TYPING else None
    assert room_key(pressed(key), typing=True) is expected


@pytest.mark.parametrize("key", [key for key, _meant in ALL])
def test_a_key_that_is_held_down_counts_once(key: Qt.Key) -> None:
    """A session must not run away under a heavy thumb, and nothing may blink."""
    assert room_key(pressed(key, repeated=True), typing=False) is None


def test_some_clickers_start_with_shift_and_f5() -> None:
    assert room_key(pressed(Key.Key_F5, Held.ShiftModifier), typing=True) is RoomKey.START


def test_a_question_mark_needs_shift_on_most_keyboards() -> None:
    assert room_key(pressed(Key.Key_Question, Held.ShiftModifier), typing=False) is RoomKey.HELP
    assert room_key(pressed(Key.Key_Question, Held.ShiftModifier), typing=True) is None


def test_keys_of_the_number_pad_count_as_well() -> None:
    event = pressed(Key.Key_PageDown, Held.KeypadModifier)
    assert room_key(event, typing=False) is RoomKey.NEXT


@pytest.mark.parametrize("held", [Held.ControlModifier, Held.AltModifier, Held.MetaModifier])
def test_shortcuts_of_the_window_are_left_alone(held: Qt.KeyboardModifier) -> None:
    for key, _meant in ALL:
        assert room_key(pressed(key, held), typing=False) is None


def test_shift_gives_page_down_no_other_meaning() -> None:
    assert room_key(pressed(Key.Key_PageDown, Held.ShiftModifier), typing=False) is None


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_Tab, Key.Key_A, Key.Key_F6, Key.Key_Home])
def test_other_keys_mean_nothing(key: Qt.Key) -> None:
    assert room_key(pressed(key), typing=False) is None


def test_the_list_of_keys_names_each_once() -> None:
    names = [keys for keys, _what in room_key_hints()]
    assert len(set(names)) == len(names) == 10
