"""How often each answer was given, as a table in plain text."""

from collections.abc import Iterator, Sequence

from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.pack import AnswerForm, Item, OutcomeKind, Pack
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.rounding import shown
from collabkit.i18n import _

_HIDDEN = "-"
_MEAN, _BAND = "mean", "band"


def number_table(items: Sequence[Item], results: Results, pack: Pack) -> Iterator[str]:
    """Yield a line for each of ``items``, which share one form: counts, mean, spread and band.

    A mean stands there only where answers have numbers, a band only in a profile.
    """
    form = pack.form_of(items[0])
    has_mean = any(option.value is not None for option in form.options)
    shown_too = {
        **({_MEAN: _("mean")} if has_mean else {}),
        "spread": _("spread"),
        **({_BAND: _("band")} if pack.outcome.kind is OutcomeKind.PROFILE else {}),
    }
    # A code such as "much-less" takes two lines.
    codes = [option.code.rpartition("-") for option in form.options]
    above = ["", *(b + hyphen for b, hyphen, _l in codes), "", _("don't"), _("does not")]
    below = ["", *(last for _b, _h, last in codes), _("n"), _("know"), _("apply")]
    rows = [
        [*above, *("" for _name in shown_too)],
        [*below, *shown_too.values()],
        *(_row(results.item(item.id), form, shown_too) for item in items),
    ]
    words = {0, *range(len(above) + has_mean, len(rows[0]))}  # the columns that are not numbers
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.ljust(width) if place in words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"  {'  '.join(cells)}".rstrip()


def _row(item: ItemResult, form: AnswerForm, shown_too: dict[str, str]) -> list[str]:
    counts = [str(item.counts[o.code]) if item.counts else _HIDDEN for o in form.options]
    cells = [
        item.item_id,
        *counts,
        str(item.n),
        _HIDDEN if item.dont_know is None else str(item.dont_know),
        _HIDDEN if item.not_applicable is None else str(item.not_applicable),
    ]
    if _MEAN in shown_too:
        cells.append(_HIDDEN if item.mean is None else str(shown(item.mean)))
    cells.append(spread_name(item.spread) if item.n else _HIDDEN)
    if _BAND in shown_too:
        cells.append(band_name(item.band) if item.band else _HIDDEN)
    return cells
