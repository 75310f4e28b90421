"""Results as calm text for a terminal of eighty columns."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from collabkit.assessments.explanations import explain_section
from collabkit.assessments.meanings import finding_meaning
from collabkit.assessments.names import band_name, finding_name, spread_name
from collabkit.assessments.pack import AnswerForm, Item, Pack, Section
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import findings_lead, read_aloud
from collabkit.i18n import _, ngettext

_WIDTH = 80
_HIDDEN = "-"


def as_text(results: Results, pack: Pack) -> str:
    """Return the results of ``pack``: themes with their statements, then what stands out."""
    return "\n".join(_lines(results, pack))


def _lines(results: Results, pack: Pack) -> Iterator[str]:
    yield _("{title}, version {version}").format(title=pack.title, version=results.pack_version)
    yield _people(results)
    for section in pack.sections:
        yield ""
        yield from _section(section, results, pack)
    yield ""
    yield from _wrapped(
        _("A dash stands for what is not shown; statements that were not asked are left out.")
    )
    yield ""
    yield from _findings(results, pack)


def _people(results: Results) -> str:
    people = ngettext("{number} person answered.", "{number} people answered.", results.respondents)
    if results.minimum == 1:
        return people.format(number=results.respondents)
    return _("{people} Answers of fewer than {minimum} are not shown.").format(
        people=people.format(number=results.respondents), minimum=results.minimum
    )


def _section(section: Section, results: Results, pack: Pack) -> Iterator[str]:
    result = results.section(section.code)
    if result.score is None:
        heading = section.name
    elif result.band is None:
        heading = f"{section.name}: {shown(result.score)}"
    else:
        heading = f"{section.name}: {shown(result.score)}, {band_name(result.band)}"
    yield heading
    yield "-" * min(len(heading), _WIDTH)
    if result.score is None:
        yield from _wrapped(explain_section(pack, section, results)[0])
    else:
        yield ngettext(
            "{answered} of {applicable} statement that applies counts.",
            "{answered} of {applicable} statements that apply count.",
            result.applicable,
        ).format(answered=result.answered, applicable=result.applicable)
    asked = [item for item in section.items if results.item(item.id).asked]
    for _form, items in groupby(asked, key=lambda item: item.form):
        yield ""
        yield from _table(list(items), results, pack)


def _table(items: Sequence[Item], results: Results, pack: Pack) -> Iterator[str]:
    form = pack.form_of(items[0])
    rows = [
        ["", *("" for _option in form.options), "", _("don't"), _("does not"), "", "", ""],
        [
            "",
            *(option.code for option in form.options),
            _("n"),
            _("know"),
            _("apply"),
            _("mean"),
            _("spread"),
            _("band"),
        ],
        *(_row(results.item(item.id), form) for item in items),
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    words = (0, len(rows[0]) - 2, len(rows[0]) - 1)  # the columns that are not numbers
    for row in rows:
        cells = [
            cell.ljust(width) if place in words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"  {'  '.join(cells)}".rstrip()


def _row(item: ItemResult, form: AnswerForm) -> list[str]:
    counts = [str(item.counts[o.code]) if item.counts else _HIDDEN for o in form.options]
    return [
        item.item_id,
        *counts,
        str(item.n),
        _HIDDEN if item.dont_know is None else str(item.dont_know),
        _HIDDEN if item.not_applicable is None else str(item.not_applicable),
        _HIDDEN if item.mean is None else str(shown(item.mean)),
        spread_name(item.spread) if item.n else _HIDDEN,
        band_name(item.band) if item.band else _HIDDEN,
    ]


def _findings(results: Results, pack: Pack) -> Iterator[str]:
    heading = _("What stands out")
    yield heading
    yield "-" * len(heading)
    yield from _wrapped(findings_lead(results))
    for kind, findings in groupby(results.findings, key=lambda finding: finding.kind):
        yield ""
        yield from _wrapped(f"{finding_name(kind)}. {finding_meaning(kind, results.minimum)}")
        for finding in findings:
            item = pack.item(finding.item_id)
            said = read_aloud(results.item(item.id), pack.form_of(item), results.minimum)
            yield from _wrapped(f"{item.id}  {item.statement}", indent="  ", further="    ")
            yield from _wrapped(said, indent="    ", further="    ")


def _wrapped(text: str, indent: str = "", further: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
