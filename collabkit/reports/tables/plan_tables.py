"""One assessment with its plan as tables: what a workbook or a CSV file is written from."""

from collections.abc import Iterator

from collabkit.assessments.charity import Charity
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.reports.contents.described import Described
from collabkit.reports.contents.parts import Cover, Fact
from collabkit.reports.contents.written import own_responses, remarks_in
from collabkit.reports.tables.actions import plan_sheet
from collabkit.reports.tables.blocks import sheets_of_parts
from collabkit.reports.tables.read_me import read_me
from collabkit.reports.tables.statements import sheets_of_answers
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import Workbook


def plan_tables(
    described: Described, outcome: tuple[Part, ...] = (), beside: tuple[Part, ...] = ()
) -> Workbook:
    """Describe one assessment, of one person or of a group, as tables.

    Everything is as in ``plan_document``, and hidden where it is hidden there. There is a row for
    a person nowhere, except that one person's own assessment has that person's answers.
    """
    pack, results, plan = described.pack, described.results, described.plan
    told = Told(
        pack=pack,
        results=results,
        own=own_responses(described),
        remarks=tuple(remarks_in(described)),
        room=described.room,
    )
    sheets = (
        *sheets_of_answers(told),
        *([plan_sheet(pack, plan)] if plan.actions else []),
        *sheets_of_parts(outcome, _("What it adds up to"), with_counts=False),
        *sheets_of_parts(beside, _("Beside the results"), with_counts=True),
    )
    charity, label = described.charity, described.label
    facts, notes = _facts(described.cover, charity, label), _notes(results.minimum)
    return Workbook(
        title=described.title,
        charity=charity.name,
        day=day(described.today),
        made_on=described.today,
        sheets=(read_me(facts, notes, sheets, described.method), *sheets),
        label=label,
    )


def _facts(front: Cover, charity: Charity, label: str) -> Iterator[Fact]:
    yield Fact(_("What it is"), front.title)
    yield Fact(_("Charity"), charity.name)
    if front.sample or label:
        yield Fact(_("Please note"), ". ".join(filter(None, (front.sample, label))))
    yield from front.facts


def _notes(minimum: int) -> Iterator[str]:
    if minimum == OWN_ASSESSMENT:
        yield _("An empty cell means that nothing was answered or written there.")
        return
    yield _(
        "A number that is missing is hidden: fewer than {number} people answered that statement, "
        "or it could give somebody away. It never means nought, which is written as 0."
    ).format(number=in_words(minimum))
    yield _("There are no rows for single people.")
