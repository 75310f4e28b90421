"""A pack written as TOML is the same pack, in one layout."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.text import parse_tables
from collabkit.assets import resource
from collabkit.exchange.packs.toml_text import toml_of

FIXTURES = Path(__file__).parents[1] / "fixtures" / "packs"
PACKS = [
    *sorted(resource("packs").glob("*.toml")),
    *sorted(resource("templates").glob("*.toml")),
    *sorted(FIXTURES.glob("*.toml")),
]
SMALL = (FIXTURES / "described.toml").read_text(encoding="utf-8")


def tables_in(text: str | bytes) -> dict:
    data = text if isinstance(text, bytes) else text.encode()
    return parse_tables(data, Faults("own.toml"))


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_written_pack_is_the_same_pack(path):
    """Nothing of any pack is lost, and writing it once more changes nothing."""
    before = parse_pack(path.read_bytes(), path.name)
    text = toml_of(tables_in(path.read_bytes()))
    after = parse_pack(text.encode(), path.name)
    assert replace(after, digest=before.digest) == before
    assert toml_of(tables_in(text)) == text


def test_keys_come_in_the_order_of_the_format():
    """However a file is ordered, the written one always reads the same way."""
    lines = SMALL.split("\n")
    moved = "\n".join([*lines[2:4], *lines[:2], *lines[4:]])
    assert moved != SMALL
    assert toml_of(tables_in(moved)) == toml_of(tables_in(SMALL))


def test_what_a_card_needs_stands_before_the_first_table():
    """Cards are read from the head of a file alone."""
    head = toml_of(tables_in(SMALL)).partition("\n[")[0]
    for key in ("id", "title", "question", "purpose", "answered_by", "minutes"):
        assert f"\n{key} = " in head


def test_tables_that_are_no_pack_are_a_mistake_of_the_program():
    """Unknown keys are never written, and never dropped either."""
    with pytest.raises(ValueError, match="surprise"):
        toml_of({**tables_in(SMALL), "surprise": 1})
    with pytest.raises(TypeError):
        toml_of({**tables_in(SMALL), "title": "A", "question": None})


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\"'\\\n#=[]{},"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() and not any("\u202a" <= c <= "\u2069" for c in text))


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, level=TEXTS, section=TEXTS)
def test_any_text_is_written_so_that_it_is_read_the_same(title, level, section):
    """Quotation marks, backslashes, line ends and all of Unicode survive."""
    tables = tables_in(SMALL)
    tables["title"] = title
    tables["section"][0]["name"] = section
    tables["section"][0]["item"][0]["levels"][2] = level
    pack = parse_pack(toml_of(tables).encode(), "own.toml")
    found = (pack.title, pack.sections[0].name, pack.sections[0].items[0].levels[2])
    assert found == (title.strip(), section.strip(), level.strip())


@pytest.mark.parametrize("number", ["2.5", "-0.125", "3.0", "0.000001", "999.9999999999999999"])
def test_numbers_are_written_exactly(number):
    """A threshold is the same number to its last decimal."""
    tables = tables_in(SMALL.replace("share_it = 4.5", f"share_it = {number}"))
    again = tables_in(toml_of(tables))
    bands = again["outcome"]["bands"]
    assert bands["share_it"] == tables["outcome"]["bands"]["share_it"]
