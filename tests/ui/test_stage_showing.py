"""Covers, freeze and leaving: one machine for the keys of both windows."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.stage.showing import Showing, Step, pressed

OTHERS = [RoomKey.NEXT, RoomKey.BACK, RoomKey.TIMER, RoomKey.HELP]


def press(*keys: RoomKey, showing: Showing = Showing()) -> tuple[Showing, list[Step]]:  # noqa: B008
    steps = []
    for key in keys:
        showing, step = pressed(showing, key)
        steps.append(step)
    return showing, steps


@pytest.mark.parametrize(
    ("key", "cover"),
    [(RoomKey.BLACK, Cover.BLACK), (RoomKey.WHITE, Cover.WHITE), (RoomKey.HIDE, Cover.HIDDEN)],
)
def test_the_same_key_covers_and_uncovers(key: RoomKey, cover: Cover) -> None:
    assert press(key)[0].cover is cover
    assert press(key, key)[0].cover is Cover.NONE


def test_another_cover_takes_the_place_of_the_first() -> None:
    assert press(RoomKey.BLACK, RoomKey.WHITE)[0].cover is Cover.WHITE


def test_escape_leaves_black_then_freeze_and_only_then_asks() -> None:
    showing, _steps = press(RoomKey.FREEZE, RoomKey.BLACK, RoomKey.LEAVE)
    assert showing == Showing(is_frozen=True)
    showing, _steps = press(RoomKey.LEAVE, showing=showing)
    assert showing == Showing()
    showing, steps = press(RoomKey.LEAVE, showing=showing)
    assert showing.is_asking
    assert steps == [Step.NOTHING]


def test_the_showing_ends_only_with_a_second_deliberate_key() -> None:
    assert press(RoomKey.LEAVE, RoomKey.END)[1][-1] is Step.END
    assert press(RoomKey.END)[1] == [Step.NOTHING]
    assert press(RoomKey.LEAVE, RoomKey.LEAVE, RoomKey.END)[1][-1] is Step.NOTHING


@pytest.mark.parametrize("key", OTHERS)
def test_any_other_key_takes_the_question_back_and_does_its_work(key: RoomKey) -> None:
    showing, steps = press(RoomKey.LEAVE, key)
    assert not showing.is_asking
    assert steps[-1] is Step.PASS_ON


def test_escape_never_uncovers_what_was_hidden() -> None:
    showing, _steps = press(RoomKey.HIDE, *[RoomKey.LEAVE] * 4)
    assert showing.cover is Cover.HIDDEN


@pytest.mark.parametrize("length", range(1, 9))
def test_a_start_button_that_sends_f5_and_escape_ends_and_exposes_nothing(length: int) -> None:
    """Every order of the two keys, from every way in which the picture can be shown."""
    for cover, frozen in product(Cover, (False, True)):
        for keys in product((RoomKey.START, RoomKey.LEAVE), repeat=length):
            showing, steps = press(*keys, showing=Showing(cover, frozen))
            assert Step.END not in steps
            assert Step.PASS_ON not in steps  # the session hears nothing of it
            assert cover is not Cover.HIDDEN or showing.cover is Cover.HIDDEN


@given(st.lists(st.sampled_from([key for key in RoomKey if key is not RoomKey.END]), max_size=30))
def test_no_keys_of_a_clicker_whatsoever_end_the_showing(keys: list[RoomKey]) -> None:
    assert Step.END not in press(*keys)[1]


@given(st.lists(st.sampled_from(list(RoomKey)), max_size=30))
def test_only_next_back_timer_and_help_ever_reach_the_session(keys: list[RoomKey]) -> None:
    _showing, steps = press(*keys)
    passed = [key for key, step in zip(keys, steps, strict=True) if step is Step.PASS_ON]
    assert set(passed) <= set(OTHERS)
    assert len(passed) == sum(key in OTHERS for key in keys)


@given(st.lists(st.sampled_from([key for key in RoomKey if key is not RoomKey.HIDE]), max_size=30))
def test_only_a_key_for_covers_uncovers_what_was_hidden(keys: list[RoomKey]) -> None:
    showing, _steps = press(*keys, showing=Showing(Cover.HIDDEN))
    covers = {RoomKey.BLACK, RoomKey.WHITE}
    assert showing.cover is Cover.HIDDEN or covers & set(keys)
