"""A plan as one frozen description: what a PDF, and later other files, are drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.results import Results
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.reports.contents.actions import plan_part
from collabkit.reports.contents.cover import cover
from collabkit.reports.contents.findings import findings_part
from collabkit.reports.contents.method import method_part
from collabkit.reports.contents.parts import (
    Cover,
    FindingsPart,
    MethodPart,
    PlanPart,
    ShapePart,
    ThemePart,
)
from collabkit.reports.contents.people import who_took_part
from collabkit.reports.contents.room import InTheRoom, practice_label, who_voted
from collabkit.reports.contents.shape import shape_part
from collabkit.reports.contents.themes import theme_parts


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """Everything a plan says, in order and in final words; it holds nothing that is hidden."""

    title: str  # of the file
    charity: str  # at the foot of every page
    day: str
    made_on: date
    cover: Cover
    shape: ShapePart | None  # where the outcome is a profile
    findings: FindingsPart | None
    outcome: tuple[Part, ...]  # what the answers add up to beyond means and findings
    plan: PlanPart | None  # where there is a plan, or a profile to make one from
    themes: tuple[ThemePart, ...]
    method: MethodPart
    label: str = ""  # at the head of every page: "Practice"
    beside: tuple[Part, ...] = ()  # what the results are laid beside: roles, last time


def plan_document(
    *,
    pack: Pack,
    results: Results,
    plan: Plan,
    charity: Charity,
    assessment: Assessment,
    participants: Sequence[Participant],
    responses: Sequence[Response],
    today: date,
    with_notes: bool,
    outcome: tuple[Part, ...] = (),
    room: InTheRoom | None = None,
    beside: tuple[Part, ...] = (),
) -> PlanDocument:
    """Describe the plan of one assessment, of one person or of a group.

    ``today`` is the only date that does not come from the assessment. ``with_notes`` adds notes
    and evidence: one person's own, or a group's where they cannot give anybody away. ``outcome``
    is what else the answers add up to; where that is no profile, it takes the place of shape,
    findings and statements. ``room`` is there where people voted in the room. ``beside`` comes
    after the statements, what only explains it last.
    """
    is_profile = pack.outcome.kind is OutcomeKind.PROFILE
    people = (
        who_voted(room)
        if room
        else who_took_part(
            participants, responses, respondents=results.respondents, minimum=results.minimum
        )
    )
    asked = [item.item_id for item in results.items if item.asked]
    front = cover(pack, charity, assessment, asked, people, today)
    return PlanDocument(
        title=_("{title}: {charity}").format(title=front.title, charity=charity.name),
        charity=charity.name,
        day=day(today),
        made_on=today,
        cover=front,
        shape=shape_part(pack, results) if is_profile else None,
        findings=findings_part(pack, results) if is_profile else None,
        outcome=outcome,
        plan=plan_part(pack, plan) if is_profile or plan.actions else None,
        themes=(
            theme_parts(pack, results, responses, with_notes=with_notes, room=room)
            if is_profile
            else ()
        ),
        method=method_part(pack, results, assessment.selection, in_the_room=room is not None),
        label=practice_label(is_practice=room is not None and room.is_practice),
        beside=tuple(sorted(beside, key=lambda part: part.place is Place.BEHIND)),
    )
