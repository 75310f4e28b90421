"""Parts made of blocks, as tables: each table on a sheet of its own, everything else in one list.

The list keeps the order of the parts, so it can be read from top to bottom as on paper.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import assert_never

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes import blocks as told
from collabkit.i18n import _
from collabkit.reports.tables.workbook import MEDIUM, NARROW, WIDE, Cell, Column, Kind, Sheet

_NUMBER = re.compile(r"([+−-]?)((?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?)")


def sheets_of_parts(
    parts: Iterable[told.Part], name: str, *, with_counts: bool
) -> tuple[Sheet, ...]:
    """Return the list of all that ``parts`` say, called ``name``, and a sheet for each table.

    What is only something to do on screen is left out. ``with_counts`` is for parts whose counts
    (``Dots``) stand in no other table.
    """
    gathered = _Gathered()
    for part in parts:
        if part.place is not told.Place.SCREEN:
            _Teller(gathered, part).tell()
    return tuple(_sheets(gathered, name, with_counts=with_counts))


@dataclass(slots=True)
class _Gathered:
    lines: list[tuple[Cell, ...]] = field(default_factory=list)
    tables: list[tuple[str, told.Table]] = field(default_factory=list)
    counts: list[tuple[Cell, ...]] = field(default_factory=list)


def _sheets(gathered: _Gathered, name: str, *, with_counts: bool) -> Iterator[Sheet]:
    if gathered.lines:
        yield Sheet(
            name=name,
            caption=_("Everything that is said, in the order in which it is read."),
            columns=(
                Column(_("Part")),
                Column(_("Heading")),
                Column(_("What"), width=MEDIUM + 12),
                Column(
                    _("Mark"),
                    width=NARROW + 2,
                    meaning=_("A word at its side: an answer, “overdue”, “chosen” …"),
                ),
                Column(_("Text"), width=WIDE),
                Column(_("More"), width=MEDIUM + 12),
                Column(_("Id"), width=NARROW, meaning=_("The statement that it is about.")),
            ),
            rows=tuple(gathered.lines),
            keys=(0, 2),
        )
    for title, table in gathered.tables:
        yield _table_sheet(title, table)
    if with_counts and gathered.counts:
        yield Sheet(
            name=_("Counts: {name}").format(name=name),
            caption=_("How often each answer was given."),
            columns=(
                Column(_("Part")),
                Column(_("Statement"), width=WIDE),
                Column(_("Answer")),
                Column(_("Times given"), Kind.NUMBER, NARROW),
                Column(_("Id"), width=NARROW),
            ),
            rows=tuple(gathered.counts),
            keys=(1, 2),
        )


def _table_sheet(title: str, table: told.Table) -> Sheet:
    signed = any(row[place].startswith("+") for row in table.rows for place in table.numbers)
    kind = Kind.SIGNED if signed else Kind.NUMBER

    def column(place: int, head: str) -> Column:
        if place in table.numbers:
            return Column(head, kind, NARROW)
        return Column(head, width=MEDIUM + 12 if place == 0 else MEDIUM)

    return Sheet(
        name=title,
        caption=table.caption,
        columns=tuple(column(place, head) for place, head in enumerate(table.head)),
        rows=tuple(
            tuple(
                number_in(text) if place in table.numbers else text
                for place, text in enumerate(row)
            )
            for row in table.rows
        ),
    )


def number_in(text: str) -> Cell:
    """Return the number that ``text`` is, with all of its decimals, or the text if it is none."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return text
    sign = -1 if found[1] in ("-", "−") else 1
    return sign * Decimal(found[2]) if "." in found[2] else sign * int(found[2])


class _Teller:
    """Tells one part, block by block."""

    def __init__(self, gathered: _Gathered, part: told.Part) -> None:
        self._gathered, self._part = gathered, part
        self._heading = ""
        self._is_said = True  # whether the heading stands in a line already

    def tell(self) -> None:
        for block in self._part.blocks:
            self._tell(block)
        self._say_heading()

    def _tell(self, block: told.Block) -> None:
        match block:
            case told.Paragraph():
                self._line(text=block.text)
            case told.Subheading():
                self._say_heading()
                self._heading, self._is_said = block.text, False
            case told.Facts():
                for fact in block.entries:
                    self._line(fact.label, text=fact.value)
            case told.Bullets():
                for text in block.entries:
                    self._line(text=text)
            case told.Entries():
                self._entries(block.entries)
            case told.Fold():
                self._entries(block.entries, block.title)
            case told.Table():
                self._line(mark=_("table"), text=block.caption)
                self._gathered.tables.append((self._part.title, block))
            case told.Board():
                for column in block.columns:
                    self._entries(column.entries, column.title)
                    if not column.entries:
                        self._line(text=column.if_empty, heading=column.title)
            case told.Dots():
                self._dots(block)
            case told.Shapes():
                self._line(text=block.in_words)
                self._tell(block.table)
            case told.Ideas():
                for idea in block.entries:
                    effort = effort_name(idea.effort) if idea.effort else ""
                    self._line(
                        idea.text, mark=kind_name(idea.kind), more=effort, item_id=idea.item_id
                    )
            case told.Pick():
                self._pick(block)
            case told.Field():
                self._line(block.label, text=_value(block))
            case _:
                assert_never(block)

    def _line(
        self,
        what: str = "",
        *,
        mark: str = "",
        text: Cell = "",
        more: str = "",
        item_id: str = "",
        heading: str | None = None,
    ) -> None:
        if heading is None:
            heading, self._is_said = self._heading, True
        else:
            self._say_heading()
        self._gathered.lines.append((self._part.title, heading, what, mark, text, more, item_id))

    def _say_heading(self) -> None:
        """Give a heading with nothing of its own below it a line, so that it is not lost."""
        if not self._is_said:
            self._line()

    def _entries(self, entries: Iterable[told.Entry], heading: str | None = None) -> None:
        for entry in entries:
            self._line(
                entry.title,
                mark=entry.mark,
                text=entry.text,
                more=entry.note,
                item_id=entry.item_id,
                heading=heading,
            )

    def _dots(self, block: told.Dots) -> None:
        self._line(block.statement, text=block.sentence, item_id=block.item_id)
        for answer, count in (*block.columns, *block.apart):
            self._gathered.counts.append(
                (self._part.title, block.statement, answer, count, block.item_id)
            )

    def _pick(self, block: told.Pick) -> None:
        """Tell what was chosen; while nothing is, what there is to choose from."""
        for option in block.options:
            is_chosen = option.code in block.chosen
            if is_chosen or not block.chosen:
                mark = _("chosen") if is_chosen else ""
                self._line(option.name, mark=mark, text=option.text, heading=block.prompt)


def _value(block: told.Field) -> Cell:
    if block.kind is told.FieldKind.DATE:
        with suppress(ValueError):
            return date.fromisoformat(block.value)
    return block.shown or block.value
