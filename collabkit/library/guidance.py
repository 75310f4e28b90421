"""The guidance that comes with the program; the head of ``sizes.toml`` describes the files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Tone,
)
from collabkit.assessments.outcomes.blocks import Table as TableBlock
from collabkit.assessments.packs.faults import FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.guide import Guidance, GuidanceGroup, GuidancePage, GuidanceSection
from collabkit.library.reading import open_tables, refuse_repeats

_FILES = ("sizes", "roles", "running", "answering")  # in the order of the pages
_MOST = 100


class GuidanceError(FaultyFileError):
    """A file cannot be used as guidance."""


class _Side(StrEnum):
    """Which side of the differences is shown."""

    BOTH = "both"
    VOLUNTEERS = "volunteers"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class _Contrast:
    """One difference between groups that volunteers run and groups that staff run."""

    topic: str
    volunteers: str
    staff: str


@cache
def builtin_guidance() -> Guidance:
    """Return the guidance that comes with the program; raises as ``read_pages`` does."""
    files = (resource("guidance", f"{name}.toml") for name in _FILES)
    return Guidance(tuple(page for file in files for page in read_pages(file)))


def read_pages(path: Path) -> tuple[GuidancePage, ...]:
    """Return the pages in the file at ``path``, in its order.

    Raises ``GuidanceError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    top = open_tables(path, GuidanceError)
    contrasts = tuple(_contrasts(top))
    pages = tuple(_pages(top, contrasts))
    top.refuse_unknown()
    refuse_repeats(top.faults, _("page {name}"), (page.key for page in pages))
    for page in pages:
        title = _("section {name} of page {page}").replace("{page}", page.key)
        refuse_repeats(top.faults, title, (section.key for section in page.sections))
    top.faults.stop_if_any()
    return pages


def _contrasts(top: Table) -> Iterator[_Contrast]:
    tables = top.tables(
        "contrast", named_by="topic", title=_("contrast {name}"), most=_MOST, required=False
    )
    for table in tables:
        yield _Contrast(table.text("topic"), table.text("volunteers"), table.text("staff"))
        table.refuse_unknown()


def _pages(top: Table, contrasts: Sequence[_Contrast]) -> Iterator[GuidancePage]:
    for table in top.tables("page", named_by="key", title=_("page {name}"), most=_MOST):
        yield GuidancePage(
            key=table.ident("key"),
            group=table.choice("group", GuidanceGroup) or GuidanceGroup.SIZE,
            title=table.text("title"),
            lead=table.text("lead"),
            sections=tuple(_sections(table, contrasts)),
        )
        table.refuse_unknown()


def _sections(page: Table, contrasts: Sequence[_Contrast]) -> Iterator[GuidanceSection]:
    title = _("section {name}")
    tables = page.tables("section", named_by="key", title=title, most=_MOST, names_repeat=True)
    for table in tables:
        yield GuidanceSection(
            key=table.ident("key"),
            title=table.text("title"),
            blocks=tuple(_blocks(table, contrasts)),
            items=table.texts("items"),
            cases=table.texts("cases"),
            packs=table.texts("packs"),
        )
        table.refuse_unknown()


def _blocks(section: Table, contrasts: Sequence[_Contrast]) -> Iterator[Block]:
    title = _("block {name}")
    tables = section.tables("blocks", named_by="caption", title=title, most=_MOST)
    for table in tables:
        if "bullets" in table:
            yield Bullets(table.texts("bullets", required=True))
        elif "contrast" in table:
            yield _differences(table.choice("contrast", _Side), contrasts)
        elif "rows" in table:
            yield _table(table)
        else:
            tone = table.choice("tone", Tone) if "tone" in table else None
            yield Paragraph(table.text("text"), tone or Tone.PLAIN)
        table.refuse_unknown()


def _table(table: Table) -> TableBlock:
    head = table.texts("head", required=True)
    rows = []
    for row in table.tables("rows", named_by="cells", title=_("row {name}"), most=_MOST):
        cells = row.texts("cells", required=True)
        if len(cells) != len(head):
            row.fault(
                _("there are {cells} cells under {head} headings.").format(
                    cells=len(cells), head=len(head)
                )
            )
        rows.append(cells)
        row.refuse_unknown()
    return TableBlock(table.text("caption"), head, tuple(rows))


def _differences(side: _Side | None, contrasts: Sequence[_Contrast]) -> Block:
    if side is _Side.VOLUNTEERS:
        return Entries(tuple(Entry(c.topic, _sentence(c.volunteers)) for c in contrasts))
    if side is _Side.STAFF:
        return Entries(tuple(Entry(c.topic, _sentence(c.staff)) for c in contrasts))
    return TableBlock(
        caption=_("What differs between groups that volunteers run and groups that staff run"),
        head=(_("Topic"), _("Volunteer-run"), _("Staff-run")),
        rows=tuple((c.topic, c.volunteers, c.staff) for c in contrasts),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
