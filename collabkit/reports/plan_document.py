"""A plan as one frozen description: what a PDF, and later other files, are drawn from."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.assessments.pack import OutcomeKind
from collabkit.dates import day
from collabkit.reports.contents.actions import plan_part
from collabkit.reports.contents.described import Described
from collabkit.reports.contents.findings import findings_part
from collabkit.reports.contents.parts import (
    Cover,
    FindingsPart,
    MethodPart,
    PlanPart,
    ShapePart,
    ThemePart,
)
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
    described: Described, outcome: tuple[Part, ...] = (), beside: tuple[Part, ...] = ()
) -> PlanDocument:
    """Describe the plan of one assessment, of one person or of a group.

    ``outcome`` is what else the answers add up to; where that is no profile, it takes the place of
    shape, findings and statements. ``beside`` comes after the statements, what only explains it
    last.
    """
    pack, results, plan = described.pack, described.results, described.plan
    is_profile = pack.outcome.kind is OutcomeKind.PROFILE
    return PlanDocument(
        title=described.title,
        charity=described.charity.name,
        day=day(described.today),
        made_on=described.today,
        cover=described.cover,
        shape=shape_part(pack, results) if is_profile else None,
        findings=findings_part(pack, results) if is_profile else None,
        outcome=outcome,
        plan=plan_part(pack, plan) if is_profile or plan.actions else None,
        themes=theme_parts(described) if is_profile else (),
        method=described.method,
        label=described.label,
        beside=tuple(sorted(beside, key=lambda part: part.place is Place.BEHIND)),
    )
