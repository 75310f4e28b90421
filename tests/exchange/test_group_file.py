"""Groups' files: readable, the same bytes for the same group, and strict with what comes back."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.errors import DataRefusedError
from collabkit.exchange.network.group_file import MOST_BYTES, read_group_file
from collabkit.exchange.network.group_text import group_bytes, group_text
from collabkit.network.group import Agreed, Answers, Group, GroupContact, table_of

JUNE = date(2026, 6, 1)
PROFILE = Answers(
    pack_id="board-check",
    pack_version="1.0",
    digest="0123456789abcdef" * 4,
    unit=Unit.PERSON,
    held=JUNE,
    selection=Selection.OWN_CHOICE,
    minimum=5,
    people=7,
    tables=(
        table_of(
            ("1", "2", "3", "4", "5"),
            ("dk", "na"),
            {
                "BRD-1": [7, 0, 1, 2, 3, 1, 0, 0],
                "BRD-2": [4, None, None, None, None, None, 2, 1],
                "BRD-3": [2, None, None, None, None, None, None, None],
            },
        ),
    ),
    themes=("DIR", "DEV"),
    scores=(34, None),
)
RANKING = Answers(
    pack_id="barriers",
    pack_version="1.0",
    digest="f" * 64,
    unit=Unit.CHARITY,
    held=JUNE,
    selection=Selection.ALL,
    minimum=1,
    people=1,
    tables=(
        table_of(("0", "1", "2", "3"), ("dk", "na"), {"BAR-a": [1, 0, 0, 1, 0, 0, 0]}),
        table_of(("ours", "shared", "outside"), (), {"BAR-a-control": [1, 0, 1, 0]}),
    ),
    agreed=Agreed(("NEED-8",), ("STEP-16",)),
    may_be_named=("BAR-a",),
)
GROUP = Group(
    key="0123456789abcdef" * 2,
    made=date(2026, 11, 1),
    size=IncomeBand.SMALL,
    run_by=RunBy.VOLUNTEERS,
    contact=GroupContact("Sample Group", "Zoë, 0123 456, zoë@sample.example"),
    answers=(PROFILE, RANKING),
)

Change = Callable[[dict[str, Any]], object]


def told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(group_bytes(GROUP))
    return found


def changed(change: Change) -> bytes:
    """The bytes of a sound file after ``change``."""
    file = told()
    change(file)
    return json.dumps(file).encode()


def first(file: dict[str, Any]) -> dict[str, Any]:
    questionnaire: dict[str, Any] = file["questionnaires"][0]
    return questionnaire


def rows(file: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = first(file)["tables"][0]["rows"]
    return found


def put(*path: str | int, value: object) -> Change:
    """A change of one value deep inside."""

    def change(file: dict[str, Any]) -> None:
        place: Any = file
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def test_a_group_comes_back_as_it_was() -> None:
    """To the last hidden number; the same group gives the same bytes."""
    data = group_bytes(GROUP)
    assert read_group_file(data) == GROUP
    assert group_bytes(read_group_file(data)) == data
    assert read_group_file(data, is_proven=True) == GROUP


def test_a_group_that_says_nothing_of_itself_comes_back() -> None:
    """Neither size nor who runs it, and no contact."""
    group = Group("0" * 32, JUNE, None, None, None, (PROFILE,))
    assert read_group_file(group_bytes(group)) == group


def test_whoever_sends_it_can_read_it() -> None:
    """Plain lines: what it is, then a line for each statement."""
    text = group_text(GROUP)
    assert (
        '"This file was made for a network. It holds what you see here and nothing else."' in text
    )
    assert '\n      "BRD-1": [7, 0, 1, 2, 3, 1, 0, 0],\n' in text
    assert '\n      "BRD-3": [2, null, null, null, null, null, null, null]\n' in text
    assert '\n   "themes": {"DIR": "3.4", "DEV": null},\n' in text
    assert "zoë@sample.example" in text
    assert max(map(len, text.splitlines())) < 200


def test_what_stands_under_about_is_not_kept() -> None:
    """Somebody else's program may say something else there, or nothing."""
    assert read_group_file(changed(put("about", value=[]))) == GROUP
    assert read_group_file(changed(put("about", value=["Anything"]))) == GROUP


def test_no_day_is_in_it() -> None:
    """Years and months alone."""
    assert "2026-06" in group_text(GROUP)
    assert "2026-06-" not in group_text(GROUP)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"{}", b"\xff\xfe\x00", b"PK\x03\x04",
        b'{"collabkit": "session file"}',
        b'{"collabkit": "group file"}', b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000,
        b'{"collabkit": "group file", "version": NaN}', b"-" * 1_000, b'"' + b"a" * 900_000,
    ],
)  # fmt: skip
def test_what_is_no_file_of_a_group(data: bytes) -> None:
    """One sentence, and soon."""
    with pytest.raises(DataRefusedError, match=r"Nothing was changed\."):
        read_group_file(data)


HOSTILE: dict[str, Change] = {
    "another kind": put("collabkit", value="session file"),
    "an older version": put("version", value=0),
    "a version that is no number": put("version", value="1"),
    "yes for one": put("version", value=True),
    "something more": put("note", value="x"),
    "something less": lambda file: file.pop("made"),
    "a deep nest under about": put("about", value=[[[[[[["x"]]]]]]]),
    "much under about": put("about", value=["x"] * 21),
    "no key": put("key", value=""),
    "a long key": put("key", value="0" * 33),
    "a key with a path": put("key", value="../../../../../../etc/passwd/00000"),
    "a day": put("made", value="2026-11-22"),
    "a thirteenth month": put("made", value="2026-13"),
    "a month of long ago": put("made", value="0001-01"),
    "an unknown size": put("size", value="tiny"),
    "an unknown way to be run": put("run_by", value="robots"),
    "a contact without details": put("contact", "details", value=" "),
    "a contact with lines": put("contact", "name", value="one\ntwo"),
    "a contact with control characters": put("contact", "name", value="one\x1b[2J"),
    "half a character": put("contact", "name", value="\ud800"),
    "a long contact": put("contact", "details", value="x" * 301),
    "a contact with more": put("contact", "phone", value="0"),
    "a name to be passed on, but none": put("contact", value=None),
    "no questionnaires": put("questionnaires", value=[]),
    "many questionnaires": lambda file: file.update(questionnaires=file["questionnaires"] * 26),
    "the same twice": lambda file: file.update(questionnaires=[first(file), first(file)]),
    "a questionnaire that is none": put("questionnaires", 0, value=7),
    "an id with a path": put("questionnaires", 0, "id", value="../five-themes"),
    "an id with words": put("questionnaires", 0, "id", value="call 0123"),
    "a long id": put("questionnaires", 0, "id", value="x" * 41),
    "no digest": put("questionnaires", 0, "digest", value="x" * 64),
    "an unknown unit": put("questionnaires", 0, "one_answer_of", value="family"),
    "one person": lambda file: first(file).update(minimum=1, people=1),
    "two people who may be shown": lambda file: first(file).update(minimum=2),
    "a minimum of eleven": lambda file: first(file).update(minimum=11, people=20),
    "a charity with one voice of seven": put("questionnaires", 1, "people", value=7),
    "fewer people than the minimum": lambda file: first(file).update(people=4),
    "nobody": lambda file: first(file).update(people=0),
    "a million people": lambda file: first(file).update(people=1_000_000),
    "an unknown selection": put("questionnaires", 0, "selection", value="some"),
    "no tables": put("questionnaires", 0, "tables", value=[]),
    "a table without rows": lambda file: rows(file).clear(),
    "no levels": put("questionnaires", 0, "tables", 0, "levels", value=[]),
    "the same level twice": put(
        "questionnaires", 0, "tables", 0, "levels", value=["1", "1", "3", "4", "5"]
    ),
    "a level that is a way out": put(
        "questionnaires", 0, "tables", 0, "ways_out", value=["dk", "5"]
    ),
    "a level that is a number": put(
        "questionnaires", 0, "tables", 0, "levels", value=[1, 2, 3, 4, 5]
    ),
    "a statement twice": lambda file: first(file)["tables"].append(first(file)["tables"][0]),
    "a statement with a name of words": lambda file: rows(file).update(
        {"a b": rows(file)["BRD-1"]}
    ),
    "a short row": lambda file: rows(file)["BRD-1"].pop(),
    "a long row": lambda file: rows(file)["BRD-1"].append(0),
    "a row that is none": lambda file: rows(file).update({"BRD-1": "7"}),
    "a wrong sum": lambda file: rows(file)["BRD-1"].__setitem__(0, 6),
    "a negative number": lambda file: rows(file).update({"BRD-1": [5, -1, 3, 3, 0, 0, 0, 0]}),
    "a half": lambda file: rows(file).update({"BRD-1": [5, 2.5, 2.5, 0, 0, 0, 0, 0]}),
    "true for one": lambda file: rows(file).update({"BRD-1": [5, True, 4, 0, 0, 0, 0, 0]}),
    "a number too large": lambda file: rows(file).update({"BRD-1": [8, 8, 0, 0, 0, 0, 0, 0]}),
    "an enormous number": lambda file: rows(file).update({"BRD-1": [10**30] + [0] * 7}),
    "more answers than people": lambda file: rows(file).update({"BRD-1": [7, 7, 0, 0, 0, 0, 1, 0]}),
    "four people shown": lambda file: rows(file).update({"BRD-2": [4, 4, 0, 0, 0, 0, 2, 1]}),
    "four who do not know": lambda file: rows(file).update({"BRD-3": [0, *[None] * 5, 4, 0]}),
    "some levels hidden": lambda file: rows(file).update({"BRD-1": [7, None, 1, 2, 3, 1, 0, 0]}),
    "a hidden sum": lambda file: rows(file).update({"BRD-1": [None] * 8}),
    "a score of words": put("questionnaires", 0, "themes", "DIR", value="high"),
    "a score beyond all": put("questionnaires", 0, "themes", "DIR", value="101.0"),
    "a score with two decimals": put("questionnaires", 0, "themes", "DIR", value="3.14"),
    "a theme with a name of words": put("questionnaires", 0, "themes", "a b", value=None),
    "themes that are none": put("questionnaires", 0, "themes", value=[]),
    "needs that are none": put("questionnaires", 1, "agreed", "needs", value="NEED-8"),
    "a need with words": put("questionnaires", 1, "agreed", "needs", value=["call 0123"]),
    "a need twice": put("questionnaires", 1, "agreed", "needs", value=["A", "A"]),
    "a deep nest": put("questionnaires", 1, "agreed", "needs", value=[[[[[[["A"]]]]]]]),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_wrong_is_refused(change: Change) -> None:
    """With a sentence; nothing is guessed or mended."""
    with pytest.raises(DataRefusedError) as caught:
        read_group_file(changed(change))
    assert "Nothing was changed" in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_newer_version_says_so() -> None:
    """It can be read on another computer."""
    with pytest.raises(DataRefusedError, match="newer version of collabkit"):
        read_group_file(changed(put("version", value=2)))


def test_doubled_names_are_refused() -> None:
    """Which of the two counted would be a guess."""
    data = group_bytes(GROUP).replace(b'"size": "small"', b'"size": "small", "size": "large"')
    with pytest.raises(DataRefusedError):
        read_group_file(data)
    row = b'"BRD-1": [7, 0, 1, 2, 3, 1, 0, 0],'
    with pytest.raises(DataRefusedError):
        read_group_file(group_bytes(GROUP).replace(row, row + row))


def test_a_file_that_is_cut_off_is_refused() -> None:
    """Wherever it ends."""
    data = group_bytes(GROUP)
    for end in range(0, len(data) - 2, 41):
        with pytest.raises(DataRefusedError):
            read_group_file(data[:end])


def test_a_file_that_is_too_large_is_refused() -> None:
    """Before anything of it is read."""
    with pytest.raises(DataRefusedError, match="far larger"):
        read_group_file(group_bytes(GROUP) + b" " * MOST_BYTES)


def test_a_file_may_be_as_large_as_that() -> None:
    """Fifty questionnaires of a thousand statements: time and memory follow from the bytes."""
    file, many = told(), []
    for place in range(50):
        rows_of_it = {f"S{number:04}": [7, 7] for number in range(1_000)}
        table = {"levels": ["1"], "ways_out": [], "rows": rows_of_it}
        many.append(first(file) | {"id": f"pack-{place}", "tables": [table], "themes": {}})
    data = json.dumps(file | {"questionnaires": many}, separators=(",", ":")).encode()
    assert 0.7 * MOST_BYTES < len(data) < MOST_BYTES
    assert len(read_group_file(data).answers) == 50


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_any_byte_may_be_wrong(where: int, what: bytes) -> None:
    """A damaged file is a group that may be shown, or it is refused."""
    data = bytearray(group_bytes(GROUP))
    place = where % len(data)
    data[place : place + len(what)] = what
    _read_or_refuse(bytes(data))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.data(), _VALUES)
def test_any_value_may_be_wrong(data: st.DataObject, value: object) -> None:
    """Wherever it stands."""
    file = told()
    place: Any = file
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        deeper = place[key]
        if not isinstance(deeper, dict | list) or not deeper or data.draw(st.booleans()):
            break
        place = deeper
    place[key] = value
    _read_or_refuse(json.dumps(file).encode())


def _read_or_refuse(data: bytes) -> None:
    try:
        group = read_group_file(data)
    except DataRefusedError:
        return
    for answers in group.answers:
        assert answers.minimum >= 3 or answers.people == 1
        for table in answers.tables:
            for row in table.rows():
                assert row.levels is None or sum(row.levels) == row.n >= answers.minimum
                assert not row.ways_out or row.n + sum(row.ways_out) >= answers.minimum
    assert read_group_file(group_bytes(group)) == group
