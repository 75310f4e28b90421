"""Session files: strict, bounded, and in plain sentences about everything that is no such file."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sessions import PREPARED, meeting, pack, session_file, source

from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.tally import tally_answers
from collabkit.assets import resource
from collabkit.errors import DataRefusedError, EnvironmentProblemError
from collabkit.exchange.workshops.session_file import (
    MOST_BYTES,
    read_session_file,
    session_bytes,
    session_from_bytes,
)
from collabkit.room import votes
from collabkit.room.meeting import convene


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The bytes of a sound file after ``change``."""
    told = json.loads(session_bytes(session_file()))
    change(told)
    return json.dumps(told).encode()


def test_a_session_comes_back_as_it_was() -> None:
    """With its charity and its questionnaire, word for word."""
    assert session_from_bytes(session_bytes(session_file())) == session_file()


def test_a_charity_that_says_little_comes_back() -> None:
    """Neither its size nor who runs it."""
    file = session_file(income_band=None, run_by=None, meeting=convene(PREPARED))
    assert session_from_bytes(session_bytes(file)) == file


def test_a_template_comes_back() -> None:
    """It belongs to no charity; what has happened would have to belong to one."""
    file = session_file(charity="", income_band=None, run_by=None, meeting=convene(PREPARED))
    assert session_from_bytes(session_bytes(file)) == file
    with pytest.raises(DataRefusedError, match="belongs to no charity"):
        session_from_bytes(session_bytes(replace(file, meeting=meeting())))


def test_no_id_of_the_charity_is_in_it() -> None:
    """Nor anything about its other work."""
    told = json.loads(session_bytes(session_file()))
    assert set(told) == {"collabkit", "version", "charity", "pack", "session"}
    assert set(told["charity"]) == {"name", "income_band", "run_by"}


def test_an_open_vote_is_not_in_it() -> None:
    """Whatever has come in so far."""
    voting = votes.open_vote(meeting())
    counted = votes.count_hands(voting, {"1": 5})
    before = session_bytes(session_file(meeting=voting))
    assert session_bytes(session_file(meeting=counted)) == before


def test_sealed_sheets_are_not_in_it() -> None:
    """As if none had been keyed in; and no file can hand in some that nobody here has seen."""
    form = pack().form_of(pack().item("BRD-2"))
    codes = [option.code for option in form.options]
    tally = tally_answers("BRD-2", form, [codes[0]] * 3 + [codes[-1]] * 4)
    before = session_bytes(session_file())
    sealed = votes.seal(meeting(), {"BRD-2": tally}, 7)
    assert session_bytes(session_file(meeting=sealed)) == before

    def smuggle(told: dict[str, Any]) -> None:
        told["session"] |= {"sealed": {"BRD-2": {codes[0]: 7}}, "sheets": 7}

    with pytest.raises(DataRefusedError, match="sheets are sealed in it"):
        session_from_bytes(changed(smuggle))


def test_it_is_read_from_the_disk(tmp_path: Path) -> None:
    """Also with the mark that some editors put before the first sign."""
    path = tmp_path / "away-day.json"
    path.write_bytes(b"\xef\xbb\xbf" + session_bytes(session_file()))
    assert read_session_file(path) == session_file()


def test_a_file_that_is_not_there_is_the_machines_problem(tmp_path: Path) -> None:
    """Nothing is refused that was never read."""
    with pytest.raises(EnvironmentProblemError):
        read_session_file(tmp_path / "none.json")
    with pytest.raises(EnvironmentProblemError):
        read_session_file(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe{",
        b"[]",
        b"null",
        b"{}",
        b'{"collabkit": "session", "version": 1}',
        b'{"collabkit": ["session file"], "version": 1}',
        b'{"collabkit": "session file", "version": true}',
        b'{"collabkit": "session file", "version": 0}',
        b'{"collabkit": "session file", "collabkit": "session file", "version": 1}',
        b'{"collabkit": "session file", "version": NaN}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"collabkit": "session file", "version": ' + b"9" * 10_000 + b"}",
    ],
)
def test_what_is_no_session_file_is_refused(data: bytes) -> None:
    """In a sentence that says what to choose instead, or what is wrong."""
    with pytest.raises(DataRefusedError):
        session_from_bytes(data)


def test_another_kind_of_file_is_refused() -> None:
    """A questionnaire is not a session."""
    with pytest.raises(DataRefusedError, match="not a session of collabkit"):
        session_from_bytes(resource("packs", "board-check.toml").read_bytes())


def test_a_newer_file_is_refused() -> None:
    """With what to do about it; so is a newer session within it."""
    for part in ((), ("session",)):

        def newer(told: dict[str, Any], part: tuple[str, ...] = part) -> None:
            for name in part:
                told = told[name]
            told["version"] = 2

        with pytest.raises(DataRefusedError, match="newer version of collabkit"):
            session_from_bytes(changed(newer))


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    """Whatever is in it."""
    with pytest.raises(DataRefusedError, match="far larger"):
        session_from_bytes(b" " * (MOST_BYTES + 1))


def test_a_file_cut_in_half_is_refused() -> None:
    """Wherever it was cut."""
    whole = session_bytes(session_file())
    for share in range(1, 20):
        with pytest.raises(DataRefusedError):
            session_from_bytes(whole[: len(whole) * share // 20])
    with pytest.raises(DataRefusedError, match="cut off"):
        session_from_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("charity"),
        lambda told: told.update(charity=None),
        lambda told: told.update(more=1),
        lambda told: told["charity"].update(id="x"),
        lambda told: told["charity"].update(name="  "),
        lambda told: told["charity"].update(name="x" * 121),
        lambda told: told["charity"].update(name="a\x07b"),
        lambda told: told["charity"].update(name="\ud800"),
        lambda told: told["charity"].update(run_by="robots"),
        lambda told: told["charity"].update(income_band=3),
        lambda told: told["pack"].update(is_volunteer_run=None),
        lambda told: told["pack"].update(source="id = 1"),
        lambda told: told["pack"].update(source=7),
        lambda told: told["pack"].update(source="\udfff"),
        lambda told: told["pack"].update(source=told["pack"]["source"] + "\n"),
        lambda told: told["pack"].update(id="five-themes"),
        lambda told: told["pack"].update(version="9"),
        lambda told: told["pack"].update(digest="0" * 64),
        lambda told: told.update(session=[]),
        lambda told: told.update(session="{}"),
        lambda told: told["session"].update(open_vote={"1": 3}),
        lambda told: told["session"].update(place=10),
        lambda told: told["session"]["preparation"].update(statements=["BRD-1"]),
        lambda told: told["session"]["preparation"].update(minimum=1),
        lambda told: told["session"]["turns"][0].update(item_id="BRD-4"),
        lambda told: told["session"]["turns"][0]["votes"][0]["counts"].update({"9": 1}),
        lambda told: told["session"]["turns"][0]["votes"][0]["came"].update(hands=7),
    ],
)
def test_a_part_that_does_not_fit_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    """Missing, too much, too long, unknown, or at odds with another part."""
    with pytest.raises(DataRefusedError):
        session_from_bytes(changed(change))


def test_a_questionnaire_that_is_not_for_a_room_is_refused() -> None:
    """Even if it is a sound one."""
    other = resource("packs", "bid-check.toml").read_text(encoding="utf-8")

    def exchange(told: dict[str, Any]) -> None:
        found = parse_pack(other.encode(), "bid-check.toml")
        told["pack"] |= {
            "id": found.id,
            "version": found.version,
            "digest": found.digest,
            "source": other,
        }

    with pytest.raises(DataRefusedError, match="a room cannot vote"):
        session_from_bytes(changed(exchange))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 300) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_one_part_holds_it_is_read_or_refused(data: st.DataObject) -> None:
    """Any value anywhere: a session whose parts fit each other, or a sentence."""
    told = json.loads(session_bytes(session_file()))
    told["pack"]["source"] = source().decode()
    at: Any = told
    while isinstance(at, dict | list) and at:
        key = data.draw(
            st.sampled_from(sorted(at)) if isinstance(at, dict) else st.integers(0, len(at) - 1)
        )
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.booleans()):
            at[key] = data.draw(_JSON)
            break
        at = at[key]
    with suppress(DataRefusedError):
        read = session_from_bytes(json.dumps(told).encode())
        assert session_from_bytes(session_bytes(read)) == read
        assert read.pack == pack()


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.floats(0, 1))
def test_whatever_bytes_stand_in_it_it_is_read_or_refused(bytes_in: bytes, share: float) -> None:
    """Bytes that were overwritten somewhere."""
    whole = session_bytes(session_file())
    place = int(len(whole) * share)
    data = whole[:place] + bytes_in + whole[place + len(bytes_in) :]
    with suppress(DataRefusedError):
        session_from_bytes(data)
