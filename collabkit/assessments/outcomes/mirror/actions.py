"""What to do after looking into the mirror: the actions of the statements that are mirrored."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Block, Idea, Ideas, Paragraph, Part, Subheading
from collabkit.assessments.outcomes.ideas import ideas_for
from collabkit.assessments.outcomes.mirror.rule import Look, Mirror, Reflection
from collabkit.assessments.results import Band
from collabkit.i18n import _


def ideas_part(answered: Answered, outcome: Mirror) -> Part | None:
    """Return what could be done about blind spots and what partners find low, in that order."""
    blocks: list[Block] = []
    for one in outcome.reflections:
        if one.look is not Look.BLIND_SPOT and not _is_low(answered, one):
            continue
        ideas = _ideas(answered, one)
        if ideas:
            blocks.append(Subheading(answered.pack.item(one.item_id).statement))
            blocks.append(Ideas(ideas))
    if not blocks:
        return None
    advice = Paragraph(_("Talk with partners first. Then choose one or two of these, not all."))
    return Part("ideas", _("What you could do"), (advice, *blocks))


def _is_low(answered: Answered, one: Reflection) -> bool:
    return answered.results.item(one.item_id).band is Band.ACT_FIRST


def _ideas(answered: Answered, one: Reflection) -> tuple[Idea, ...]:
    """Return the actions of the mirrored statement, put down to the one that mirrors it.

    One that says to use this very questionnaire has just been done.
    """
    done = f"“{answered.pack.title}”"
    items = answered.mirrored.items if answered.mirrored else ()
    return tuple(
        idea
        for item in items
        if item.id == one.mirrors
        for idea in ideas_for(item, answered.charity, put_under=one.item_id)
        if done not in idea.text
    )
