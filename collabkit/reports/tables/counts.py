"""How often each answer was given, as a table."""

from collections.abc import Iterator

from collabkit.assessments.levels import Level, levels_of
from collabkit.assessments.pack import Item
from collabkit.assessments.results import ItemResult
from collabkit.i18n import _
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import NARROW, WIDE, Cell, Column, Kind, Sheet


def counts_sheet(told: Told) -> Sheet:
    """Return a row for each answer to each statement, as forms differ in their answers."""
    return Sheet(
        name=_("Counts"),
        caption=_("How often each answer was given to each statement that was asked."),
        columns=(
            Column(_("Id"), width=NARROW - 2),
            Column(_("Answer")),
            Column(
                _("Value"),
                Kind.NUMBER,
                NARROW,
                _("The number that the answer stands for in a mean; empty if for none."),
            ),
            Column(_("Times given"), Kind.NUMBER, NARROW, _("How often the answer was given.")),
            Column(_("Statement"), width=WIDE),
        ),
        rows=tuple(row for item, result in told.asked for row in _counts(told, item, result)),
        keys=(0, 1, 4),
    )


def _counts(told: Told, item: Item, result: ItemResult) -> Iterator[tuple[Cell, ...]]:
    form = told.pack.form_of(item)
    for option, level in zip(form.options, levels_of(item, form), strict=True):
        count = None if result.counts is None else result.counts[option.code]
        yield item.id, called(level), option.value, count, item.statement
    for option in form.ways_out:
        yield item.id, option.name, None, result.way_out(option.code), item.statement


def called(level: Level) -> str:
    """Return a level as people know it: "4 Regular practice"."""
    return _("{number} {name}").format(number=level.mark, name=level.name).strip()
