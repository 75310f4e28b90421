"""What is on disk of a session, and what is refused."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from away_day import (
    adopting,
    begun,
    hands,
    lobby,
    pack,
    prepared,
    sheets,
    shown,
    slips,
    voted,
)  # fmt: skip
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.pack import ActionKind
from collabkit.errors import DataRefusedError
from collabkit.room import adopting as act
from collabkit.room import steps, votes
from collabkit.room.fields import LARGEST_RECORD
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase
from collabkit.room.preparation import Audience, Times
from collabkit.room.record import RecordError, check_fits, meeting_from_json, meeting_to_json
from collabkit.services.packs import builtin_pack

Change = Callable[[dict[str, Any]], object]


def full() -> Meeting:
    """A session with something in every field, standing at a second statement that is closed."""
    times = Times(begins=570)
    meeting = lobby(audience=Audience.BOARD, promise="Nobody is marked.\nSo there.", times=times)
    meeting = votes.seal(meeting, sheets(["11111", "", "22233?"]), 6)
    meeting = steps.begin(meeting, date(2026, 6, 12))
    meeting = votes.reveal(votes.close_vote(hands(votes.open_vote(meeting), "445"), _FORM))
    meeting = steps.decide(steps.write_note(meeting, "COM-1", "A note – here."), Decision.ACTION)
    action = DraftAction(
        "a", "COM-1", "Ask", "Chair", "Write", date(2026, 9, 1), ActionKind.INFLUENCE, "COM-1.a",
        (0, 0, 0, 0, 5, 0), is_adopted=True, is_now=True,
    )  # fmt: skip
    meeting = act.draft(act.draft(meeting, action), DraftAction("b", None, "Rest"))
    meeting = act.choose(steps.end_statements(meeting), ("COM-1",))
    return voted(steps.go_to(meeting, 1), "11??5")


_FORM = pack().forms[0]


def record(meeting: Meeting | None = None) -> dict[str, Any]:
    """A record as a dictionary, to be spoilt."""
    return json.loads(meeting_to_json(meeting or full()))  # type: ignore[no-any-return]


def refused(spoilt: object) -> str:
    """The sentence with which a record is refused."""
    text = spoilt if isinstance(spoilt, str) else json.dumps(spoilt)
    with pytest.raises(RecordError) as error:
        meeting_from_json(text)
    assert isinstance(error.value, DataRefusedError)
    return str(error.value)


def test_everything_comes_back() -> None:
    """A session with something in every field is read as it was, and written as it was."""
    meeting = full()
    text = meeting_to_json(meeting)
    assert meeting_from_json(text) == meeting
    assert meeting_to_json(meeting_from_json(text)) == text
    check_fits(meeting, pack())


def test_an_open_vote_is_never_written() -> None:
    """Neither its slips nor its hands, however many."""
    before = votes.open_vote(begun())
    with_answers = hands(slips(before, "11111"), "4444")
    assert meeting_to_json(with_answers) == meeting_to_json(before)
    assert meeting_from_json(meeting_to_json(with_answers)).open_vote is None


def test_the_record_says_what_it_is() -> None:
    """Its kind and its version come first."""
    assert list(record())[:2] == ["collabkit", "version"]


def test_what_cannot_be_written_is_left_out() -> None:
    """Control characters and halves of characters, which no keyboard has."""
    meeting = steps.write_note(begun(), "COM-1", "a\x00b\ud800")
    again = meeting_from_json(meeting_to_json(meeting))
    assert again.turn.note == "ab?"
    meeting_to_json(meeting).encode("utf-8")


def test_a_newer_version_is_named() -> None:
    """The way out is to install it."""
    sentence = refused(record() | {"version": 2, "colour": "red"})
    assert "newer version of collabkit" in sentence
    assert "left as it is" in sentence


@pytest.mark.parametrize("version", [0, True, "1", None, -1])
def test_an_impossible_version_is_not_ours(version: object) -> None:
    """Versions count from 1."""
    assert "not a session of collabkit" in refused(record() | {"version": version})


@pytest.mark.parametrize(
    "text",
    ["", "[]", "7", "null", "hello", "{}", '{"version":1}', '{"collabkit":"plan","version":1}',
     "[" * 100_000, "9" * 5_000, '{"a":1,"a":2}'],
)  # fmt: skip
def test_a_foreign_file_is_not_ours(text: str) -> None:
    """Whatever it holds, however deep, the sentence is the same."""
    assert "not a session of collabkit" in refused(text)


def test_cut_off_anywhere_is_refused() -> None:
    """At every single place; most say that the end is missing."""
    text = meeting_to_json(full())
    for end in range(1, len(text)):
        refused(text[:end])
    assert "the end of the file is missing" in refused(text[: len(text) // 2 - 1])


def test_something_far_too_large_is_not_even_looked_at() -> None:
    """There is a limit far beyond any session."""
    assert "far larger" in refused(" " * (LARGEST_RECORD + 1))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1.0", "1e3"])
def test_only_whole_numbers_are_numbers(number: str) -> None:
    """What JSON readers let pass is refused."""
    text = meeting_to_json(full()).replace('"place":1', f'"place":{number}')
    refused(text)


def test_no_field_stands_twice() -> None:
    """Two readers might take different ones."""
    refused(meeting_to_json(full()).replace('"place":1', '"place":1,"place":0'))


def _parts(found: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every object in a record."""
    if isinstance(found, dict):
        inner = [p for key, value in found.items() for p in _parts(value, (*way, key))]
        return [way, *inner]
    if isinstance(found, list):
        return [p for number, value in enumerate(found) for p in _parts(value, (*way, number))]
    return []


def _at(found: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        found = found[key]
    return found


def test_every_part_is_closed() -> None:
    """In each object one field more is refused, and one field less."""
    for way in _parts(record()):
        more = record()
        _at(more, way)["colour"] = "red"
        refused(more)
        for name in _at(record(), way):
            if way[:1] == ("sealed",) or way[-1:] == ("counts",):
                continue  # sheets, and answers of nobody, may be missing: see check_fits
            less = record()
            del _at(less, way)[name]
            refused(less)


WRONG: tuple[object, ...] = (-1, 10**9, "x" * 5_000, ["?"], {}, {"?": 1}, [[]])


def test_nothing_else_than_what_belongs_there_is_read() -> None:
    """Each value in turn becomes something of every other kind."""
    for way in _parts(record()):
        for name, value in _at(record(), way).items():
            for wrong in WRONG:
                if wrong == value or (wrong == {} and name in ("sealed", "counts")):
                    continue  # nothing but zeros and nothing at all are alike: see check_fits
                spoilt = record()
                _at(spoilt, way)[name] = wrong
                refused(spoilt)


SPOILT: dict[str, Change] = {
    "more answers than came": lambda r: r["turns"][0]["votes"][0]["counts"].update({"1": 6}),
    "fewer answers than came": lambda r: r["turns"][0]["votes"][0]["came"].update({"hands": 4}),
    "a way by which nobody came": lambda r: r["turns"][0]["votes"][0]["came"].update({"slips": 0}),
    "an unknown way": lambda r: r["turns"][0]["votes"][0]["came"].update({"phones": 1}),
    "two private answers": lambda r: r["turns"][0]["votes"][0].update(
        came={"hands": 6, "slips": 2}
    ),
    "too few people": lambda r: r["turns"][0]["votes"][0].update(
        counts={"1": 2, "2": 0}, came={"hands": 2}
    ),
    "levels of too few": lambda r: r["turns"][1]["votes"][0].update(
        counts={"1": 3, "2": 0}, hidden=0
    ),
    "some levels of hidden ones": lambda r: r["turns"][1]["votes"][0].update(
        counts={"1": 1, "2": 0}, hidden=2
    ),
    "a vote that was never shown": lambda r: r["turns"][0]["votes"][0].update(is_revealed=False),
    "a closed vote that was shown": lambda r: r["turns"][1]["votes"][0].update(is_revealed=True),
    "other statements": lambda r: r["turns"].reverse(),
    "a statement twice": lambda r: r["preparation"].update(statements=["COM-1", "COM-1"]),
    "no statement": lambda r: r["preparation"].update(statements=[]),
    "no title": lambda r: r["preparation"].update(title=" "),
    "no way": lambda r: r["preparation"].update(ways=[]),
    "fewer people than the smallest group": lambda r: r["preparation"].update(people=4),
    "a place beyond": lambda r: r.update(place=4),
    "in the lobby on a day": lambda r: r.update(phase="lobby"),
    "begun without a day": lambda r: r.update(held_on=None),
    "a day that is none": lambda r: r.update(held_on="2026-02-30"),
    "a day in another form": lambda r: r.update(held_on="20260612"),
    "to be read after a vote": lambda r: r.update(phase="read", place=0),
    "revealed without a vote": lambda r: r.update(phase="reveal", place=3),
    "closed without a vote": lambda r: r.update(place=3),
    "voting in a break": lambda r: r.update(phase="vote", place=3, is_paused=True),
    "sheets of a statement with a vote": lambda r: r["sealed"].update({"COM-1": {"1": 6}}),
    "more sheets than there are": lambda r: r["sealed"]["POW-1"].update({"1": 6}),
    "too few sheets": lambda r: r["sealed"].update({"POW-1": {"1": 4}}),
    "a sheet that says nothing": lambda r: r["sealed"]["POW-1"].update({"1": 0}),
    "sheets of nobody present": lambda r: r.update(present=5),
    "chosen out of order": lambda r: r.update(chosen=["POW-1", "COM-1"]),
    "chosen, but not in it": lambda r: r.update(chosen=["POW-9"]),
    "an empty id": lambda r: r.update(chosen=[""]),
    "an action without words": lambda r: r["actions"][1].update(text=" "),
    "an action twice": lambda r: r["actions"][1].update(id="a"),
    "an action for another statement": lambda r: r["actions"][1].update(item_id="POW-9"),
    "adopted without being asked": lambda r: r["actions"][1].update(is_adopted=True),
    "now without being adopted": lambda r: r["actions"][1].update(is_now=True),
    "a fist of six": lambda r: r["actions"][1].update(fists=[0, 0, 0, 0, 0, 0, 1]),
    "a fist of nobody": lambda r: r["actions"][1].update(fists=[0, 0, 0, 0, 0, 0]),
    "a fist of half a person": lambda r: r["actions"][1].update(fists=[0, 0, 0, 0, 0, True]),
    "half a character": lambda r: r["turns"][0].update(note="\ud800"),
    "a bell": lambda r: r["turns"][0].update(note="\x07"),
    "too many answers": lambda r: r["turns"][0]["votes"][0].update(
        counts=dict.fromkeys(map(str, range(51)), 0)
    ),
    "a part that is none": lambda r: r.update(turns=[1]),
    "a word that is none": lambda r: r.update(phase=["vote"]),
    "an unknown word": lambda r: r.update(phase="tea"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_cannot_be_is_refused(spoil: Change) -> None:
    """No step leads there, so it is not read; the sentence says that the file is as it was."""
    spoilt = record()
    spoil(spoilt)
    assert "was left as it is" in refused(spoilt)


def test_a_vote_in_the_lobby_is_refused() -> None:
    """Nor does a lobby stand at another statement."""
    spoilt = record(lobby()) | {"place": 1}
    refused(spoilt)
    spoilt = record(shown(begun(), "11111")) | {"phase": "lobby", "held_on": None}
    refused(spoilt)


def test_four_things_now_are_refused() -> None:
    """Three are the most."""
    spoilt = record(adopting())
    for action in spoilt["actions"]:
        action.update(fists=[0, 0, 0, 0, 0, 5], is_adopted=True, is_now=True)
    assert "more than three" in refused(spoilt)


@given(st.data())
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
def test_a_damaged_record_never_surprises(data: st.DataObject) -> None:
    """Any characters in any place: it is read, or refused with a sentence; nothing else happens."""
    text = meeting_to_json(full())
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 20)))
    letters = st.sampled_from('{}[]",:0123456789abtrue\\ue\x00\ud800')
    text = text[:start] + data.draw(st.text(letters, max_size=9)) + text[end:]
    try:
        meeting = meeting_from_json(text)
    except RecordError:
        return
    assert meeting_from_json(meeting_to_json(meeting)) == meeting


def test_a_record_fits_its_questionnaire() -> None:
    """Another questionnaire, other answers and other sheets are refused."""
    meeting = full()
    with pytest.raises(RecordError, match=r"“COM-1” is not in its questionnaire"):
        check_fits(meeting, builtin_pack("health-check"))
    spoilt = record()
    spoilt["turns"][0]["votes"][0]["counts"] = {"4": 2, "5": 6}
    with pytest.raises(RecordError, match="do not belong"):
        check_fits(meeting_from_json(json.dumps(spoilt)), pack())
    sealed = replace(meeting, sealed={"POW-1": {"7": 6}})
    with pytest.raises(RecordError, match="do not belong"):
        check_fits(sealed, pack())


def test_every_phase_comes_back() -> None:
    """From the lobby to the end, in a break too."""
    meeting = lobby(statements=("COM-1",), people=5)
    phases = set()
    while meeting.phase is not Phase.END:
        if meeting.phase is Phase.VOTE:
            meeting = slips(meeting, "11144")
        else:
            assert meeting_from_json(meeting_to_json(steps.pause(meeting))) == steps.pause(meeting)
        phases.add(meeting.phase)
        meeting = steps.go_on(meeting, _FORM, date(2026, 6, 12))
        again = meeting_from_json(meeting_to_json(meeting))
        assert again == replace(meeting, open_vote=None)
    assert phases == set(Phase) - {Phase.END}
    before = prepared(statements=("COM-1",), people=5)
    assert replace(meeting.preparation, promise="") == before
