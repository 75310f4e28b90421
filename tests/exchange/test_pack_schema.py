"""The JSON Schema of packs: made from the vocabulary, and true of every pack."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.shape import shape_of
from collabkit.assets import resource
from collabkit.exchange.packs.schema import pack_schema
from collabkit.services.own_packs import schema_text

FIXTURES = Path(__file__).parents[1] / "fixtures" / "packs"
PACKS = [
    *sorted(resource("packs").glob("*.toml")),
    *sorted(resource("templates").glob("*.toml")),
    *sorted(FIXTURES.glob("*.toml")),
]
SCHEMA = jsonschema.Draft202012Validator(pack_schema())


def faults_in(text: str) -> list[str]:
    return [fault.json_path for fault in SCHEMA.iter_errors(tomllib.loads(text))]


def broken(name: str, old: str, new: str) -> str:
    text = (FIXTURES / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_it_is_a_schema():
    """It keeps to the rules of its own dialect."""
    jsonschema.Draft202012Validator.check_schema(pack_schema())


def test_the_file_is_the_one_that_would_be_made_now():
    """After a change: collabkit packs schema > resources/schemas/pack.schema.json."""
    committed = resource("schemas", "pack.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == pack_schema()
    assert committed == schema_text()


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_pack_fits(path):
    """An editor that uses it marks nothing in a good file."""
    assert faults_in(path.read_text(encoding="utf-8")) == []


FAULTS = [
    ("described", "format = 1", "format = 2"),
    ("described", 'id = "described"', 'id = "my pack"'),
    ("described", 'title = "Two', 'titel = "Two'),
    ("described", "full = 2", "full = 0"),
    ("described", 'kind = "profile"', 'kind = "profil"'),
    ("described", 'kind = "profile"', 'kind = "columns"'),
    ("described", "build = 2.5", 'build = "2.5"'),
    ("described", 'kind = "described"', 'kind = "levels"'),
    ("described", ", value = 3", ""),
    ("described", "core = true", 'core = "yes"'),
    ("described", 'ask = ["trustee", "staff"]', 'ask = ["trustees"]'),
    ("described", 'ask = ["trustee", "staff"]', "marks = { gate = true }"),
    ("described", 'kind = "quick win"', 'kind = "quickwin"'),
    ("described", 'suits = "all"', 'suits = "all"\n  when = "more"'),
    ("described", 'text = "List the', 'text = "" # "List the'),
    ("bid-check", 'points_to = ["gate"]', 'points_to = ["gait"]'),
    ("bid-check", "points_below = 0.6", "below = 0.6"),
    ("bid-check", 'code = "alone"', ""),
    ("power-inventory", 'when = "more"', 'when = "much"'),
    ("power-inventory", 'when = "less"', ""),
    ("barriers", "most_chosen = 3", ""),
    ("handover", 'open = ["under-way", "not-done"]', "open = []"),
]


@pytest.mark.parametrize(("name", "old", "new"), FAULTS)
def test_a_slip_is_marked(name, old, new):
    """Missing and unknown keys, wrong types and words, also where the outcome decides."""
    assert faults_in(broken(name, old, new)) != []


@pytest.mark.parametrize("kind", OutcomeKind)
def test_an_outcome_asks_for_its_own_settings(kind):
    """A pack that only names its outcome lacks every setting that is needed."""
    text = (FIXTURES / "described.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    tables["outcome"] = {"kind": str(kind)}
    needed = {n for n, key in shape_of(kind)["outcome"].inner.items() if key.required} - {"kind"}
    said = " ".join(fault.message for fault in SCHEMA.iter_errors(tables))
    assert all(f"'{name}' is a required property" in said for name in needed)
