"""The first sheet: whose tables these are, what is hidden, and what the columns mean."""

from collections.abc import Iterable, Iterator, Sequence

from collabkit.i18n import _
from collabkit.reports.contents.parts import Fact, MethodPart
from collabkit.reports.tables.workbook import MEDIUM, WIDE, Cell, Column, Sheet


def read_me(
    facts: Iterable[Fact],
    notes: Iterable[str],
    sheets: Sequence[Sheet],
    method: MethodPart | None = None,
) -> Sheet:
    """Return the sheet that tells of the others; ``notes`` say how to read them."""
    rows = (
        *((_("This file"), fact.label, fact.value) for fact in facts),
        *((_("How to read it"), "", note) for note in notes),
        *((_("Sheets"), sheet.name, sheet.caption) for sheet in sheets),
        *_columns(sheets),
        *(_method(method) if method else ()),
    )
    return Sheet(
        name=_("Read me"),
        caption=_("What this is, and what the columns mean."),
        columns=(
            Column(_("About"), width=MEDIUM),
            Column(_("What"), width=MEDIUM + 12),
            Column(_("In words"), width=WIDE + 20),
        ),
        rows=rows,
        keys=(0, 1),
    )


def _columns(sheets: Sequence[Sheet]) -> Iterator[tuple[Cell, ...]]:
    for sheet in sheets:
        for column in sheet.columns:
            if column.meaning:
                what = _("{sheet}: {column}").format(sheet=sheet.name, column=column.head)
                yield _("Columns"), what, column.meaning


def _method(method: MethodPart) -> Iterator[tuple[Cell, ...]]:
    for section in method.sections:
        for text in (*section.sentences, *section.points):
            yield method.title, section.title, text
