"""What to do after looking into the mirror: the actions of the statements that are mirrored."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Idea,
    Ideas,
    Paragraph,
    Part,
    Subheading,
)
from collabkit.assessments.outcomes.mirror.rule import Look, Mirror, Reflection
from collabkit.assessments.pack import ActionIdea
from collabkit.assessments.results import Band
from collabkit.assessments.suggestions import suggested_actions
from collabkit.i18n import _


def ideas_part(answered: Answered, outcome: Mirror) -> Part | None:
    """Return what could be done about blind spots and what partners find low, in that order."""
    blocks: list[Block] = []
    for one in outcome.reflections:
        if one.look is not Look.BLIND_SPOT and not _is_low(answered, one):
            continue
        actions = _actions(answered, one.mirrors)
        if actions:
            blocks.append(Subheading(answered.pack.item(one.item_id).statement))
            blocks.append(
                Ideas(
                    tuple(
                        Idea(action.id, one.item_id, action.text, action.kind, action.effort)
                        for action in actions
                    )
                )
            )
    if not blocks:
        return None
    advice = Paragraph(_("Talk with partners first. Then choose one or two of these, not all."))
    return Part("ideas", _("What you could do"), (advice, *blocks))


def _is_low(answered: Answered, one: Reflection) -> bool:
    return answered.results.item(one.item_id).band is Band.ACT_FIRST


def _actions(answered: Answered, item_id: str) -> tuple[ActionIdea, ...]:
    """Return the actions of a mirrored statement that suit the charity; none if it is not there."""
    charity, mirrored = answered.charity, answered.mirrored
    items = [item for item in mirrored.items if item.id == item_id] if mirrored else []
    return tuple(
        action
        for item in items
        for action in suggested_actions(
            item,
            income_band=charity.income_band if charity else None,
            run_by=charity.run_by if charity else None,
        )
    )
