"""Which sheets and columns a pack has as a workbook: worked out from its shape, never listed.

Lists of tables become sheets, a table a row, and a column names the row of the sheet above to which
it belongs. Tables inside a row become columns with a dot (``marks.gate``). A list becomes lines in
one cell, or columns with a number (``levels 1``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.keys import Key, Kind, Vocabulary
from collabkit.assessments.packs.shape import SHAPES

KEY, VALUE, REMARK = "key", "value", "# what it is"  # the heads of an upright sheet

# Names of sheets that people should recognise; every other has the path of its table.
_NAMES = {
    (): "pack",
    ("form",): "forms",
    ("form", "options"): "options",
    ("form", "ways_out"): "ways_out",
    ("source",): "sources",
    ("section",): "sections",
    ("section", "item"): "items",
    ("section", "item", "levels"): "levels",
    ("section", "item", "volunteer_run"): "volunteer_run",
    ("section", "item", "action"): "actions",
}
# What would make the rows of its sheet too wide has a sheet of its own.
_OWN_SHEETS = {("outcome",), ("section", "item", "levels"), ("section", "item", "volunteer_run")}


class Holds(Enum):
    """How the rows of a sheet belong to the table above."""

    ENTRIES = "entries"  # each is one of its list of tables
    GROUP = "group"  # one at most is a table of its own
    LISTS = "lists"  # one at most holds some of its lists


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or one row of an upright sheet: the keys on the way to it, and what it holds."""

    path: tuple[str, ...]
    key: Key
    is_numbered: bool = False  # one column an entry, always

    @property
    def head(self) -> str:
        """What stands above the column."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet. ``path`` are the keys on the way to its tables, from the top of the pack."""

    name: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    holds: Holds = Holds.ENTRIES
    named_by: str = ""
    belongs_to: str = ""  # the name of the sheet above, if the rows there are many
    parent_head: str = ""  # the column that names a row of it ...
    parent_named_by: str = ""  # ... by what stands in this column there
    required: bool = False  # no pack goes without it

    @property
    def is_upright(self) -> bool:
        """True if the sheet has one key a row instead of one table a row."""
        return self.path in ((), ("outcome",))


@cache
def sheets_of(kind: OutcomeKind) -> tuple[SheetPlan, ...]:
    """Return the sheets of a pack with the outcome ``kind``, those above before those below."""
    plans = tuple(_plans((), SHAPES[kind], Holds.GROUP, "", None, required=True))
    return tuple(sorted(plans, key=lambda plan: plan.name.startswith("outcome.")))


@cache
def all_sheets() -> Mapping[str, SheetPlan]:
    """Return every sheet of any pack by name."""
    return {plan.name: plan for kind in OutcomeKind for plan in sheets_of(kind)}


def _plans(
    path: tuple[str, ...],
    shape: Vocabulary,
    holds: Holds,
    named_by: str,
    above: SheetPlan | None,
    *,
    required: bool,
) -> Iterator[SheetPlan]:
    plan = SheetPlan(
        name=_NAMES.get(path, ".".join(path)),
        path=path,
        columns=tuple(_columns(path, (), shape)),
        holds=holds,
        named_by=named_by,
        belongs_to=above.name if above else "",
        parent_head=above.path[-1] if above else "",
        parent_named_by=above.named_by if above else "",
        required=required,
    )
    yield plan
    above = None if plan.is_upright else plan
    for name, key in shape.items():
        inner = (*path, name)
        if key.kind is Kind.GROUPS:
            needed = required and key.required
            yield from _plans(inner, key.inner, Holds.ENTRIES, key.named_by, above, required=needed)
        elif inner in _OWN_SHEETS and key.kind is Kind.GROUP:
            needed = required and key.required
            yield from _plans(inner, key.inner, Holds.GROUP, "", above, required=needed)
        elif inner in _OWN_SHEETS:
            yield SheetPlan(
                name=_NAMES[inner],
                path=inner,
                columns=(Column((name,), key, is_numbered=True),),
                holds=Holds.LISTS,
                belongs_to=plan.name,
                parent_head=path[-1],
                parent_named_by=named_by,
            )


def _columns(path: tuple[str, ...], inside: tuple[str, ...], shape: Vocabulary) -> Iterator[Column]:
    for name, key in shape.items():
        here = (*inside, name)
        if (*path, *here) in _OWN_SHEETS or key.kind is Kind.GROUPS:
            continue
        if key.kind is Kind.GROUP:
            needed = key.required
            for column in _columns(path, here, key.inner):
                yield column if needed else Column(column.path, column.key.or_without())
        else:
            yield Column(here, key, is_numbered=name == "levels")
