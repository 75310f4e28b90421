"""Answer files: small, strict, and the same for the same answers, whoever writes them."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import jsonschema
import pytest
from answer_samples import handed_out, returned
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.limits import LONGEST_NAME, LONGEST_NOTE
from collabkit.assessments.pack import Respondent
from collabkit.assessments.packs.items import MOST_ITEMS
from collabkit.assets import resource
from collabkit.errors import DataRefusedError
from collabkit.exchange.answers.answer_file import (
    MOST_BYTES,
    answer_bytes,
    read_answer_file,
)
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.exchange.json_file import LONGEST_CODE
from collabkit.room.fields import LONGEST_ID

SCHEMA = json.loads(resource("schemas", "answer-file.schema.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)


def told(**changes: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer_bytes(returned(**changes)))
    return found


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """A sound answer file after ``change``."""
    found = told()
    change(found)
    return found


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "", "notes": {}},
        {"role": Respondent.PARTNER, "party": "Sample Partner", "about": "Sample Charity"},
        {"answers": {"HND-3": "2026-06-10", "HND-4": "noted"}, "notes": {"HND-4": "Words"}},
    ],
)
def test_a_sheet_comes_back_as_it_was_filled_in(changes: dict[str, object]) -> None:
    """And the file is as its schema says."""
    sheet = returned(**changes)
    assert read_answer_file(answer_bytes(sheet)) == sheet
    CHECK.validate(told(**changes))


def test_the_same_answers_give_the_same_bytes() -> None:
    """In whichever order they were given; a note that says nothing is left out."""
    one = returned(answers={"B": "1", "A": "2"}, notes={"B": "x", "A": "y"})
    other = returned(answers={"A": "2", "B": "1"}, notes={"A": "y", "C": " ", "B": "x"})
    assert answer_bytes(one) == answer_bytes(other)


def test_another_program_may_write_the_fields_in_any_order() -> None:
    """With any spacing, with signs written as numbers, and with a mark before the first sign."""
    backwards = dict(reversed(told().items()))
    data = b"\xef\xbb\xbf" + json.dumps(backwards, ensure_ascii=True).encode()
    assert read_answer_file(data) == returned()


def test_the_schema_is_sound_and_knows_the_same_limits() -> None:
    """So that a file which it lets through is not too large in any one place."""
    CHECK.check_schema(SCHEMA)
    properties = SCHEMA["properties"]
    assert properties["notes"]["additionalProperties"]["maxLength"] == LONGEST_NOTE
    assert properties["answers"]["maxProperties"] == MOST_ITEMS
    assert properties["answers"]["additionalProperties"]["maxLength"] == LONGEST_ID
    assert properties["name"]["maxLength"] == LONGEST_NAME
    assert properties["sheet"]["maxLength"] == LONGEST_CODE
    assert properties["role"]["enum"] == list(Respondent)
    assert sorted(SCHEMA["required"]) == sorted(properties) == sorted(told())


FAULTS: list[Callable[[dict[str, Any]], object]] = [
    lambda found: found.pop("role"),
    lambda found: found.update(more=1),
    lambda found: found.update(collabkit="invitation"),
    lambda found: found.update(version=2),
    lambda found: found.update(version="1"),
    lambda found: found.update(assessment=""),
    lambda found: found.update(assessment="x" * 201),
    lambda found: found.update(assessment=3),
    lambda found: found.update(sheet=""),
    lambda found: found.update(sheet="x" * 21),
    lambda found: found.update(role=None),
    lambda found: found.update(role="robot"),
    lambda found: found.update(name="x" * 121),
    lambda found: found.update(name="two\nlines"),
    lambda found: found.update(party=[]),
    lambda found: found.update(answers=[]),
    lambda found: found.update(answers={"BRD-1": 4}),
    lambda found: found.update(answers={"BRD-1": "x" * 201}),
    lambda found: found.update(answers={"": "4"}),
    lambda found: found.update(answers={f"BRD-{n}": "4" for n in range(1_001)}),
    lambda found: found.update(notes={"BRD-1": "x" * 4_001}),
    lambda found: found.update(notes={"BRD-1": None}),
    lambda found: found.update(notes={"BRD-1": "a\x07b"}),
    lambda found: found.update(pack="five-themes"),
    lambda found: found["pack"].update(digest="short"),
    lambda found: found["pack"].update(digest="G" * 64),
    lambda found: found["pack"].update(more=1),
    lambda found: found["pack"].pop("version"),
]


@pytest.mark.parametrize("change", FAULTS)
def test_what_the_schema_refuses_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    """The schema and the reader agree on each of these faults."""
    found = changed(change)
    with pytest.raises(DataRefusedError):
        read_answer_file(json.dumps(found).encode())
    assert not CHECK.is_valid(found)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\0" * 100,
        b"\xff\xfe{",
        invitation_bytes(handed_out()),
        b'{"collabkit": "answer file", "version": NaN}',
        b'{"collabkit": "answer file", "collabkit": "answer file", "version": 1}',
        b'{"a":' * 100_000,
        b'{"collabkit": "answer file", "version": ' + b"9" * 10_000 + b"}",
    ],
)
def test_what_is_no_answer_file_is_refused(data: bytes) -> None:
    """In a sentence about answers."""
    with pytest.raises(DataRefusedError, match="answers"):
        read_answer_file(data)


def test_half_a_sign_is_refused() -> None:
    """JSON can write what no text can hold."""
    data = answer_bytes(returned(name="")).replace(b'"name": ""', b'"name": "\\udfff"')
    with pytest.raises(DataRefusedError, match="damaged"):
        read_answer_file(data)


def test_a_newer_file_is_refused() -> None:
    """With what to do about it."""
    data = answer_bytes(returned()).replace(b'"version": 1,', b'"version": 2,', 1)
    with pytest.raises(DataRefusedError, match="newer version of collabkit"):
        read_answer_file(data)


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    """Whatever is in it."""
    with pytest.raises(DataRefusedError, match="far larger"):
        read_answer_file(b" " * (MOST_BYTES + 1))


def test_a_file_cut_in_half_is_refused() -> None:
    """Wherever it was cut."""
    whole = answer_bytes(returned()).rstrip()
    for end in range(len(whole)):
        with pytest.raises(DataRefusedError):
            read_answer_file(whole[:end])
    with pytest.raises(DataRefusedError, match="cut off"):
        read_answer_file(whole[: len(whole) // 2])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 300) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100)
@given(st.data())
def test_whatever_one_part_holds_it_is_read_or_refused(data: st.DataObject) -> None:
    """Any value anywhere: a sheet that gives the same file again, or a sentence."""
    found = told()
    part = data.draw(st.sampled_from([found, found["pack"], found["answers"], found["notes"]]))
    key = data.draw(st.sampled_from(sorted(part)) | st.text(max_size=8))
    part[key] = data.draw(_JSON)
    with suppress(DataRefusedError):
        read = read_answer_file(json.dumps(found).encode())
        assert read_answer_file(answer_bytes(read)) == read


@settings(max_examples=100)
@given(st.binary(max_size=50), st.floats(0, 1))
def test_whatever_bytes_stand_in_it_it_is_read_or_refused(bytes_in: bytes, share: float) -> None:
    """Bytes that were overwritten somewhere."""
    whole = answer_bytes(returned())
    place = int(len(whole) * share)
    with suppress(DataRefusedError):
        read_answer_file(whole[:place] + bytes_in + whole[place + len(bytes_in) :])
