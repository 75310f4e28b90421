"""Files from strangers: reading always ends, with a pack or with faults, never with a crash."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collabkit.assessments.packs.faults import PackError
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.text import MOST_BYTES
from collabkit.assets import resource

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"
OWN = resource("packs", "five-themes.toml").read_bytes()
EXCERPTS = tuple(path.read_bytes() for path in sorted(FOLDER.glob("*.toml")))

HOSTILE = {
    "empty": b"",
    "zeros": bytes(1000),
    "all bytes": bytes(range(256)) * 10,
    "too large": b"#" * (MOST_BYTES + 1),
    "nested lists": b"x = " + b"[" * 100_000,
    "nested tables": b"x = " + b"{a = " * 50_000,
    "long dotted key": b"a." * 100_000 + b"a = 1",
    "dotted key behind a text": b'x = {a = """b"""", ' + b"c." * 1000 + b"c = 1}",
    "many dotted keys": b"".join(b"a%d.b.c.d.e = 1\n" % n for n in range(20_000)),
    "endless text": b'id = "' + b"x" * 1_000_000,
    "endless long text": b'id = """' + b"x" * 1_000_000,
    "quotation marks": b"\"'" * 100_000,
    "a huge number": b"format = " + b"9" * 4_000,
    "a huge hexadecimal number": b"format = 0x" + b"f" * 100_000,
    "a huge exponent": b"format = 1e999999999",
    "thousands of sections": b"[[section]]\n" * 20_000,
    "braces in names": b'format = 1\n[[form]]\nid = "{x}"\noptions = [{code = "{"}, {cod = "}"}]\n',
    "a line end in a name": b'format = 1\n[[form]]\nid = "a\\nb"\nkind = "c\\nd"\n',
    "wrong types everywhere": b"format = 1\nid = []\noutcome = 1\nform = {}\nsection = [[1], 2]\n",
    "tables as texts": b"[format]\n[id]\n[[title]]\n[section]\n[outcome.kind]\n",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_gives_faults(data):
    """No file makes the reader do anything but name faults, each in one line."""
    with pytest.raises(PackError) as caught:
        parse_pack(data, "strange.toml")
    assert caught.value.faults
    assert all(fault.isprintable() and len(fault) < 500 for fault in caught.value.faults)


def test_dots_inside_texts_are_no_matter():
    """Only keys are suspected of having too many dots; a text may have a line of them."""
    data = EXCERPTS[0].replace(b'purpose = "', b'purpose = "' + b". . ." * 20)
    parse_pack(data, "dots.toml")


def read_or_refuse(data: bytes) -> None:
    """Any exception but a ``PackError`` passes through and fails the test."""
    faults: tuple[str, ...] = ("mutated.toml: ",)
    try:
        parse_pack(data, "mutated.toml")
    except PackError as error:
        faults = error.faults
    assert faults
    assert all(fault.startswith("mutated.toml: ") for fault in faults)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), changes=st.integers(1, 12))
@example(seed=0, changes=1)
def test_mutated_lines_of_our_pack_load_or_give_faults(seed, changes):
    """Lines dropped, doubled, swapped or cut: the five themes load or are refused properly."""
    dice = random.Random(seed)
    lines = OWN.split(b"\n")
    for _change in range(changes):
        place, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        line = lines[place]
        lines[place : place + 1] = dice.choice(
            ([], [line, line], [lines[other]], [line[: dice.randrange(len(line) + 1)]])
        )
    read_or_refuse(b"\n".join(lines))


@settings(max_examples=150, deadline=None)
@given(
    data=st.sampled_from(EXCERPTS),
    seed=st.integers(0, 2**32 - 1),
    changes=st.integers(1, 8),
)
def test_mutated_bytes_of_any_pack_load_or_give_faults(data, seed, changes):
    """Single bytes changed, dropped or put in: every kind of pack loads or is refused properly."""
    dice = random.Random(seed)
    mutated = bytearray(data)
    for _change in range(changes):
        place = dice.randrange(len(mutated))
        mutated[place : place + dice.randrange(3)] = bytes(
            [dice.choice(b'"[]{}=.,#\\\n 1-azA\xff')]
        )
    read_or_refuse(bytes(mutated))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


def as_toml(value: object) -> str:
    match value:
        case None:
            return "1979-05-27"
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
        case list():
            return "[" + ", ".join(map(as_toml, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{as_toml(k)} = {as_toml(v)}" for k, v in value.items()) + "}"
        case _number:
            return str(value)


@settings(max_examples=150, deadline=None)
@given(data=st.sampled_from(EXCERPTS), seed=st.integers(0, 2**32 - 1), value=VALUES)
def test_any_value_under_any_key_loads_or_gives_faults(data, seed, value):
    """Whatever stands behind a key, of whatever type, is read or refused properly."""
    dice = random.Random(seed)
    lines = data.decode().split("\n")
    places = [n for n, line in enumerate(lines) if " = " in line and line[-1] not in "[{"]
    place = dice.choice(places)
    lines[place] = lines[place].partition(" = ")[0] + " = " + as_toml(value)
    read_or_refuse("\n".join(lines).encode())
