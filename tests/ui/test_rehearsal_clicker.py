"""What a clicker's buttons send, and what is said about it."""

import pytest

from collabkit.ui.workshop.rehearsal.clicker import Arrival, Clicker, told, verdict
from collabkit.ui.workshop.room_keys import RoomKey

_F5, _ESC = Arrival("F5", RoomKey.START), Arrival("Esc", RoomKey.LEAVE)
_NEXT, _BACK = Arrival("PgDown", RoomKey.NEXT), Arrival("PgUp", RoomKey.BACK)
_OTHER = Arrival("Volume Up", None)


def heard(*arrivals: Arrival) -> Clicker:
    clicker = Clicker()
    for arrival in arrivals:
        clicker = clicker.heard(arrival)
    return clicker


def test_next_and_back_are_enough() -> None:
    assert not heard(_NEXT).is_enough
    assert heard(_NEXT, _BACK).is_enough
    assert "That is all you need." in verdict(heard(_NEXT, _BACK))


def test_a_key_that_means_nothing_is_named() -> None:
    assert told(_OTHER) == "Volume Up: not used in a session"
    assert "does nothing" in verdict(heard(_OTHER))


@pytest.mark.parametrize("arrivals", [(_F5, _ESC, _F5), (_ESC, _F5, _ESC), (_NEXT, _F5, _ESC, _F5)])
def test_a_start_button_with_two_faces_is_found_out(arrivals: tuple[Arrival, ...]) -> None:
    """F5 and Esc in turn is what some start buttons send; it is told, and it stays told."""
    assert heard(*arrivals).alternates
    assert heard(*arrivals, _NEXT).alternates
    assert "F5 and Esc in turn" in verdict(heard(*arrivals))


@pytest.mark.parametrize(
    "arrivals", [(_F5, _F5, _F5), (_F5, _ESC), (_F5, _ESC, _NEXT, _F5), (_F5, _F5, _ESC)]
)
def test_two_buttons_of_their_own_are_no_trap(arrivals: tuple[Arrival, ...]) -> None:
    assert not heard(*arrivals).alternates


def test_the_first_key_found_for_an_act_is_shown() -> None:
    """Pressing Next again, by another key, does not take the first finding away."""
    again = Arrival("Right", RoomKey.NEXT)
    assert heard(_NEXT, again).found[RoomKey.NEXT] == "PgDown"
