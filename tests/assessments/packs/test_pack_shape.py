"""The shape of a pack names exactly the keys that the reader asks for."""

from pathlib import Path

import pytest

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.keys import Kind, Vocabulary
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.shape import shape_of
from collabkit.assessments.packs.table import Table
from collabkit.assets import resource

FIXTURES = Path(__file__).parents[2] / "fixtures" / "packs"
PACKS = [*sorted(FIXTURES.glob("*.toml")), *sorted(resource("packs").glob("*.toml"))]


def tables_of(rows: dict, shape: Vocabulary, path: str = "top"):
    """Yield every table of a pack with the keys that the shape gives it."""
    yield path, rows, shape
    for name, key in shape.items():
        inner = rows.get(name)
        if key.kind is Kind.GROUP and isinstance(inner, dict):
            yield from tables_of(inner, key.inner, f"{path}.{name}")
        elif key.kind is Kind.GROUPS:
            for entry in inner or ():
                yield from tables_of(entry, key.inner, f"{path}.{name}")


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_reader_asks_for_exactly_the_keys_of_the_shape(path, monkeypatch):
    """Somebody who teaches the reader a key tells the shape, so that spreadsheets know it too."""
    asked: dict[int, set[str]] = {}
    rows_seen = []
    original = Table.refuse_unknown

    def listening(table: Table) -> None:
        asked[id(table._rows)] = set(table._known)
        rows_seen.append(table._rows)
        original(table)

    monkeypatch.setattr(Table, "refuse_unknown", listening)
    pack = parse_pack(path.read_bytes(), path.name)
    for place, rows, shape in tables_of(top_of(rows_seen), shape_of(pack.outcome.kind)):
        assert asked[id(rows)] == set(shape), place


def top_of(rows_seen: list) -> dict:
    return next(rows for rows in rows_seen if "format" in rows)


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_list_with_lists_inside_is_named(kind):
    """A row of a spreadsheet has to say to which row of another sheet it belongs."""

    def check(shape: Vocabulary) -> None:
        for key in shape.values():
            if key.kind is Kind.GROUPS:
                assert key.named_by or all(k.kind is not Kind.GROUPS for k in key.inner.values())
            check(key.inner)

    check(shape_of(kind))
