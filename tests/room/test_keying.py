"""Keying sheets in: every key counts, nothing is lost, and every step can be taken back."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE
from collabkit.assessments.tally import Tally
from collabkit.room import keying
from collabkit.room.batch import BLANK, Batch, Cell, KeyRefusedError, SheetOpenError, Step
from collabkit.room.meeting import Meeting, Phase, Vote, convene
from collabkit.room.preparation import Preparation
from collabkit.room.refused import NotNowError
from collabkit.room.votes import seal, with_turn
from collabkit.room.ways import Way
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("five-themes")
IDS = tuple(item.id for item in PACK.items)[:4]
CODES = {"0": DONT_KNOW, "N": NOT_APPLICABLE, " ": BLANK}
MARKS = tuple("12345") + tuple(CODES)


def session(closed: tuple[int, ...] = (), **facts: object) -> Meeting:
    """A session of four statements, of which those at ``closed`` have been voted on."""
    prepared = {"people": 9, "minimum": 3, **facts}
    meeting = convene(Preparation("Away-day", IDS, **prepared))  # type: ignore[arg-type]
    for place in closed:
        turn = meeting.turns[place]
        vote = Vote(Tally(turn.item_id, {}), {Way.HANDS: 9}, is_revealed=True)
        turn = type(turn)(turn.item_id, (vote,))
        meeting = with_turn(meeting, turn)
    return meeting


def batch(sheets: int = 3, closed: tuple[int, ...] = ()) -> Batch:
    """An empty batch."""
    return keying.begin(session(closed), PACK, sheets)


def typed(start: Batch, keys: str) -> Batch:
    """Press one key after the other; a line end is Enter, ``<`` is Backspace."""
    for key in keys:
        match key:
            case "\n":
                start = keying.next_sheet(start)
            case "<":
                start = keying.undo(start)
            case _:
                start = keying.press(start, key)
    return start


def test_keys_go_from_statement_to_statement() -> None:
    """Each answer moves on by itself, a capital or a small n alike."""
    now = typed(batch(), "3n")
    assert now.sheets == (("3", NOT_APPLICABLE, None, None),)
    assert now.cursor == Cell(0, 2)


def test_enter_goes_to_the_next_sheet_and_after_the_last_to_reading_back() -> None:
    """The number that was counted beforehand says which is the last."""
    now = typed(batch(), "3421\n1111\n0 n5\n")
    assert len(now.sheets) == 3
    assert now.step is Step.READING
    assert now.is_complete


@pytest.mark.parametrize("key", ["6", "x", "9", "-", "é", "\t", ""])
def test_a_bad_key_is_refused_with_the_good_ones(key: str) -> None:
    """The sentence names what can be pressed; the batch is as it was."""
    with pytest.raises(KeyRefusedError, match="1 to 5, 0, N or space"):
        keying.press(batch(), key)


def test_a_complete_sheet_takes_no_further_key() -> None:
    """An answer too many shows that one was left out, or that the papers are mixed up."""
    full = typed(batch(), "3421")
    with pytest.raises(KeyRefusedError, match="Sheet 1 is complete"):
        keying.press(full, "1")


def test_enter_in_mid_sheet_asks_first() -> None:
    """What is open can be left blank, by asking once more."""
    begun = typed(batch(), "34")
    with pytest.raises(SheetOpenError, match="2 statements on sheet 1"):
        keying.next_sheet(begun)
    after = keying.next_sheet(begun, leave_blank=True)
    assert after.sheets[0] == ("3", "4", BLANK, BLANK)
    assert keying.undo(after) == begun


def test_enter_on_an_empty_sheet_is_refused_however_often() -> None:
    """Nobody makes blank sheets by leaning on a key."""
    begun = typed(batch(), "3421\n")
    for leave_blank in (False, True):
        with pytest.raises(KeyRefusedError, match="Sheet 2 is still empty"):
            keying.next_sheet(begun, leave_blank=leave_blank)


def test_backspace_goes_back_into_the_sheet_before() -> None:
    """Across statements and across sheets."""
    now = typed(batch(), "3421\n1<<<")
    assert now.sheets == (("3", "4", "2", None),)
    assert now.cursor == Cell(0, 3)


def test_there_is_nothing_to_take_back_at_first() -> None:
    """It says so."""
    with pytest.raises(KeyRefusedError, match="nothing to take back"):
        keying.undo(batch())


def test_a_field_can_be_corrected_at_any_time() -> None:
    """After it, keying goes on where it was."""
    now = keying.move(typed(batch(), "3421\n12"), Cell(0, 1))
    now = keying.press(now, "5")
    assert now.sheets[0] == ("3", "5", "2", "1")
    assert now.cursor == Cell(1, 2)


def test_the_cursor_stays_on_what_was_keyed_in() -> None:
    """Nothing can be keyed in ahead of the others."""
    now = typed(batch(), "34")
    for cell in (Cell(0, 3), Cell(2, 0), Cell(7, 9)):
        assert keying.move(now, cell) == now


def test_statements_that_were_voted_on_are_skipped() -> None:
    """The keys of a sheet then belong to the others, in their order."""
    now = typed(batch(closed=(0, 2)), "35")
    assert now.sheets == ((None, "3", None, "5"),)
    assert now.fields == 2
    assert set(keying.tallies(typed(now, "\n11\n11\n"))) == {IDS[1], IDS[3]}


def test_reading_back_goes_sheet_by_sheet_and_corrects() -> None:
    """The cursor stays where it is, so that the same key twice does no harm."""
    now = typed(batch(), "3421\n1111\n5555\n\n")
    assert now.cursor.sheet == 1
    now = keying.press(keying.move(now, Cell(1, 2)), "4")
    assert now.sheets[1] == ("1", "1", "4", "1")
    assert now.cursor == Cell(1, 2)
    assert typed(now, "\n\n").step is Step.CHECKED


def test_what_was_checked_takes_no_key() -> None:
    """A key pressed by accident before sealing changes nothing."""
    now = typed(batch(), "3421\n1111\n5555\n\n\n\n")
    assert now.step is Step.CHECKED
    with pytest.raises(KeyRefusedError, match="All sheets are checked"):
        keying.press(now, "1")
    with pytest.raises(KeyRefusedError, match="All sheets are checked"):
        keying.next_sheet(now)
    assert keying.read_back(now).cursor == Cell(0, 0)


def test_fewer_sheets_than_counted_can_be_finished() -> None:
    """An empty sheet that was begun is none."""
    now = keying.finish(typed(batch(), "3421\n"))
    assert (len(now.sheets), now.wanted, now.step) == (1, 1, Step.READING)


def test_a_sheet_in_mid_way_is_not_thrown_away_by_finishing() -> None:
    """Nor are no sheets at all a batch."""
    with pytest.raises(SheetOpenError):
        keying.finish(typed(batch(), "3421\n12"))
    with pytest.raises(KeyRefusedError, match="No sheet"):
        keying.finish(batch())


def test_one_more_sheet_can_turn_up() -> None:
    """It is keyed in after the others, and all are read back."""
    now = keying.add_sheet(typed(batch(), "3421\n1111\n5555\n"))
    assert (now.step, now.cursor) == (Step.KEYING, Cell(3, 0))
    assert len(typed(now, "2222\n").sheets) == 4


def test_the_second_pass_is_blind_and_settles_each_difference_at_once() -> None:
    """The first answers are not shown; the key that is pressed at a difference counts."""
    now = keying.key_again(typed(batch(), "3421\n1111\n5555\n"))
    assert now.value(Cell(0, 0)) is None
    now = typed(now, "35")
    assert now.disputed == now.cursor == Cell(0, 1)
    with pytest.raises(KeyRefusedError, match="Look at the paper"):
        keying.next_sheet(now)
    assert keying.move(now, Cell(0, 0)) == now
    settled = keying.press(now, "2")
    assert settled.disputed is None
    assert settled.sheets[0][1] == "2"
    assert settled.cursor == Cell(0, 2)
    assert keying.undo(settled) == now
    assert typed(settled, "21\n1111\n5555\n").step is Step.CHECKED


def test_nothing_is_counted_before_all_is_keyed_in() -> None:
    """There are no totals in mid-batch, nor in the second pass."""
    whole = typed(batch(), "3421\n1111\n5555\n")
    for now in (batch(), typed(batch(), "3421\n"), keying.key_again(whole)):
        with pytest.raises(NotNowError):
            keying.tallies(now)


def test_what_is_counted_can_be_sealed() -> None:
    """Blanks are no answers; everything else is in the sealed tally."""
    now = typed(batch(5), "3421\n11 1\n5550\n1nn1\n2222\n")
    sealed = seal(session(), keying.tallies(now), len(now.sheets))
    assert sealed.sealed[IDS[0]] == {"1": 2, "2": 1, "3": 1, "5": 1}
    assert sealed.sealed[IDS[2]] == {"2": 2, "5": 1, NOT_APPLICABLE: 1}
    assert sealed.sheets == 5


def test_too_few_sheets_are_refused_beforehand() -> None:
    """They could be recognised, so they would not be sealed either."""
    with pytest.raises(NotNowError, match="Fewer than three sheets"):
        batch(2)


def test_more_sheets_than_people_are_asked_about() -> None:
    """Nine are expected; sheets that were sealed before count too."""
    assert not keying.is_more_than_expected(session(), 9)
    assert keying.is_more_than_expected(session(), 10)
    with pytest.raises(NotNowError, match="up to 200"):
        batch(201)


def test_sheets_have_their_time() -> None:
    """Not without sheets, not when everything was voted on, not after the map."""
    slips = session(ways=frozenset({Way.SLIPS}))
    ended = type(slips)(session().preparation, session().turns, Phase.ADOPT)
    assert not keying.why_not(session())
    for meeting in (slips, ended, session((0, 1, 2, 3))):
        assert keying.why_not(meeting)
        with pytest.raises(NotNowError):
            keying.begin(meeting, PACK, 5)


answers = st.sampled_from(MARKS)
rows = st.lists(st.tuples(answers, answers, answers, answers), min_size=3, max_size=9)
acts = st.lists(
    st.one_of(
        st.sampled_from([*MARKS, "x", "7"]).map(lambda key: ("press", key)),
        st.booleans().map(lambda blank: ("enter", blank)),
        st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda at: ("move", at)),
        st.sampled_from(["finish", "add", "again", "read"]).map(lambda what: (what, None)),
    ),
    max_size=60,
)


def act(now: Batch, what: str, how: object) -> Batch:
    """Do one thing, or nothing if it is refused."""
    try:
        match what, how:
            case "press", str(key):
                return keying.press(now, key)
            case "enter", bool(blank):
                return keying.next_sheet(now, leave_blank=blank)
            case "move", (int(sheet), int(column)):
                return keying.move(now, Cell(sheet, column))
            case "finish", _:
                return keying.finish(now)
            case "add", _:
                return keying.add_sheet(now)
            case "again", _:
                return keying.key_again(now)
            case _:
                return keying.read_back(now)
    except KeyRefusedError:
        return now


@settings(max_examples=60, deadline=None)
@given(rows)
def test_tallies_equal_a_simple_count(sheets: list[tuple[str, ...]]) -> None:
    """Whatever stands on the paper, statement by statement."""
    now = typed(batch(len(sheets)), "".join("".join(row) + "\n" for row in sheets))
    assert now.fields == 4 * len(sheets)
    for place, item_id in enumerate(IDS):
        simple = Counter(CODES.get(row[place], row[place]) for row in sheets)
        del simple[BLANK]
        counted = keying.tallies(now)[item_id].by_code
        assert {code: count for code, count in counted.items() if count} == dict(simple)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_keying_the_same_again_changes_nothing(sheets: list[tuple[str, ...]]) -> None:
    """A second pass without a difference leaves the first as it was."""
    keys = "".join("".join(row) + "\n" for row in sheets)
    first = typed(batch(len(sheets)), keys)
    second = typed(keying.key_again(first), keys)
    assert second.sheets == first.sheets
    assert second.step is Step.CHECKED


@settings(max_examples=80, deadline=None)
@given(acts)
def test_undo_is_exact_and_keys_lose_nothing(wishes: list[tuple[str, object]]) -> None:
    """Each change is taken back to the very state before; no act empties a field."""
    now = batch()
    for what, how in wishes:
        after = act(now, what, how)
        if after.before is not now.before:
            assert keying.undo(after) == now
        assert _filled(after) >= _filled(now)
        assert len(after.sheets) == len(now.sheets) or what in ("enter", "finish", "add")
        now = after
    while now.before is not None:
        now = keying.undo(now)
    assert now == batch()


def _filled(now: Batch) -> int:
    return sum(value is not None for sheet in now.sheets for value in sheet)
