"""Results as calm text for a terminal of eighty columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from collabkit.assessments.explanations import explain_section
from collabkit.assessments.meanings import finding_meaning
from collabkit.assessments.names import band_name, finding_name
from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.assessments.pack import Item, OutcomeKind, Pack, Section
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import findings_lead, read_aloud
from collabkit.cli.number_table import number_table
from collabkit.cli.outcome_text import WIDTH, part_lines, wrapped
from collabkit.i18n import _, ngettext


def as_text(results: Results, pack: Pack, parts: Sequence[Part] = ()) -> str:
    """Return the results of ``pack`` as lines of at most eighty columns.

    First what the outcome makes of the answers, told in ``parts``; then the answers in numbers,
    for a profile as themes with their scores and with what stands out; last the parts for whoever
    wants to know more.
    """
    return "\n".join(_lines(results, pack, parts))


def _lines(results: Results, pack: Pack, parts: Sequence[Part]) -> Iterator[str]:
    yield _("{title}, version {version}").format(title=pack.title, version=results.pack_version)
    yield _people(results)
    yield from part_lines(parts, Place.FRONT)
    if pack.outcome.kind is OutcomeKind.PROFILE:
        for section in pack.sections:
            yield ""
            yield from _section(section, results, pack)
    elif pack.outcome.kind is not OutcomeKind.HOLDINGS:  # its sheets are not to be added up
        yield from _answers(results, pack)
    yield ""
    yield from wrapped(
        _("A dash stands for what is not shown; statements that were not asked are left out.")
    )
    if pack.outcome.kind is OutcomeKind.PROFILE:
        yield ""
        yield from _findings(results, pack)
    yield from part_lines(parts, Place.BEHIND)


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
    yield "-" * min(len(heading), WIDTH)
    if result.score is None:
        yield from wrapped(explain_section(pack, section, results)[0])
    else:
        yield ngettext(
            "{answered} of {applicable} statement that applies counts.",
            "{answered} of {applicable} statements that apply count.",
            result.applicable,
        ).format(answered=result.answered, applicable=result.applicable)
    asked = [item for item in section.items if results.item(item.id).asked]
    for _form, items in groupby(asked, key=lambda item: item.form):
        yield ""
        yield from number_table(list(items), results, pack)


def _answers(results: Results, pack: Pack) -> Iterator[str]:
    """Yield the answers without scores: this outcome is another than a mean of them."""
    for section in pack.sections:
        answered = [item for item in section.items if _was_answered(results.item(item.id))]
        tables = _by_form(item for item in answered if pack.form_of(item).options)
        if tables:
            yield ""
            yield section.name
            yield "-" * min(len(section.name), WIDTH)
        for number, items in enumerate(tables):
            if number:
                yield ""
            yield from number_table(items, results, pack)


def _by_form(items: Iterable[Item]) -> list[list[Item]]:
    """Return the statements of each form together, as what asks further has another one."""
    forms: dict[str, list[Item]] = {}
    for item in items:
        forms.setdefault(item.form, []).append(item)
    return list(forms.values())


def _was_answered(item: ItemResult) -> bool:
    return item.asked and bool(item.n or item.dont_know or item.not_applicable)


def _findings(results: Results, pack: Pack) -> Iterator[str]:
    heading = _("What stands out")
    yield heading
    yield "-" * len(heading)
    yield from wrapped(findings_lead(results))
    for kind, findings in groupby(results.findings, key=lambda finding: finding.kind):
        yield ""
        yield from wrapped(f"{finding_name(kind)}. {finding_meaning(kind, results.minimum)}")
        for finding in findings:
            item = pack.item(finding.item_id)
            said = read_aloud(results.item(item.id), pack.form_of(item), results.minimum)
            yield from wrapped(f"{item.id}  {item.statement}", indent="  ", further="    ")
            yield from wrapped(said, indent="    ", further="    ")
