"""A plan on its own: what, who, by when, how far. For the board pack and the minutes."""

from collections.abc import Sequence
from datetime import date

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.blocks import Block, Fact, Facts, Part, Subheading, Table
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.reports.contents.parts import ActionEntry, PlanPart
from collabkit.reports.contents.parts import Fact as Told
from collabkit.reports.parts_document import PartsDocument


def short_plan(
    plan: PlanPart, charity: Charity, assessment: Assessment, today: date, label: str = ""
) -> PartsDocument:
    """Return the plan as a table, with everything else about its actions below."""
    parked = [entry for group in plan.parked for entry in group.actions]
    parts = [
        _part("now", plan.now_title, plan.now),
        *([_part("parked", plan.parked_title, parked)] if parked else []),
    ]
    return PartsDocument(
        title=_("Our plan: {title}").format(title=assessment.title),
        subject=charity.name,
        day=day(today),
        made_on=today,
        lead=_("Sample: not a real charity") if charity.is_sample else "",
        facts=(Told(_("Made on"), day(today)),),
        parts=tuple(parts),
        label=label,
    )


def _part(key: str, title: str, entries: Sequence[ActionEntry]) -> Part:
    blocks: list[Block] = [_table(title, entries)]
    for entry in entries:
        told = (*entry.reasons, entry.first_step, entry.sign, *entry.further)
        facts = tuple(Fact(fact.label, fact.value) for fact in told if fact.value.strip())
        if entry.text and facts:
            blocks += [Subheading(entry.text), Facts(facts)]
    return Part(key, title, tuple(blocks))


def _table(title: str, entries: Sequence[ActionEntry]) -> Table:
    return Table(
        caption=title,
        head=(_("What"), _("Who"), _("By when"), _("Status")),
        rows=tuple(
            (entry.text, entry.owner.value, entry.due.value, entry.status.value)
            for entry in entries
            if entry.status
        ),
    )
