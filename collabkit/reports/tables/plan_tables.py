"""One assessment with its plan as tables: what a workbook or a CSV file is written from."""

from collections.abc import Iterator, Sequence
from datetime import date

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results
from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.reports.contents.cover import cover
from collabkit.reports.contents.method import method_part
from collabkit.reports.contents.parts import Cover, Fact
from collabkit.reports.contents.people import who_took_part
from collabkit.reports.contents.room import InTheRoom, practice_label, who_voted
from collabkit.reports.contents.written import own_responses, remarks_in
from collabkit.reports.tables.actions import plan_sheet
from collabkit.reports.tables.blocks import sheets_of_parts
from collabkit.reports.tables.read_me import read_me
from collabkit.reports.tables.statements import sheets_of_answers
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import Workbook


def plan_tables(
    *,
    pack: Pack,
    results: Results,
    plan: Plan,
    charity: Charity,
    assessment: Assessment,
    participants: Sequence[Participant],
    responses: Sequence[Response] = (),
    today: date,
    with_notes: bool = False,
    outcome: tuple[Part, ...] = (),
    room: InTheRoom | None = None,
    beside: tuple[Part, ...] = (),
) -> Workbook:
    """Describe one assessment, of one person or of a group, as tables.

    Everything is as in ``plan_document``, and hidden where it is hidden there. There is a row for
    a person nowhere, except that one person's own assessment has that person's answers.
    """
    told = Told(
        pack=pack,
        results=results,
        own=own_responses(assessment, participants, responses, results),
        remarks=tuple(remarks_in(pack, results, responses, room, with_notes=with_notes)),
        room=room,
    )
    sheets = (
        *sheets_of_answers(told),
        *([plan_sheet(pack, plan)] if plan.actions else []),
        *sheets_of_parts(outcome, _("What it adds up to"), with_counts=False),
        *sheets_of_parts(beside, _("Beside the results"), with_counts=True),
    )
    people = (
        who_voted(room)
        if room
        else who_took_part(
            participants, responses, respondents=results.respondents, minimum=results.minimum
        )
    )
    asked = [item.item_id for item in results.items if item.asked]
    front = cover(pack, charity, assessment, asked, people, today)
    label = practice_label(is_practice=room is not None and room.is_practice)
    method = method_part(pack, results, assessment.selection, in_the_room=room is not None)
    facts, notes = _facts(front, charity, label), _notes(results.minimum)
    return Workbook(
        title=_("{title}: {charity}").format(title=front.title, charity=charity.name),
        charity=charity.name,
        day=day(today),
        made_on=today,
        sheets=(read_me(facts, notes, sheets, method), *sheets),
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
        "A number that is missing is hidden: fewer than {number} people gave such an answer, or "
        "it could give somebody away. It never means nought, which is written as 0."
    ).format(number=in_words(minimum))
    yield _("There are no rows for single people.")
