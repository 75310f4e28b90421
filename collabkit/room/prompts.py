"""What the facilitator may ask when the room has seen a spread. For the console only.

All of it is neutral: nobody is asked who chose what, or to defend an answer.
"""

from itertools import pairwise

from collabkit.assessments.results import Spread
from collabkit.i18n import _
from collabkit.room.showing import Round


def prompts_for(round: Round) -> tuple[str, ...]:
    """Return questions that open the talk about one revealed vote, the best one first."""
    prompts = [*_about_spread(round.result.spread)]
    if is_not_visible(round):
        prompts.insert(0, _("Who outside this room would know? What could they show us?"))
    return tuple(prompts)


def aside(round: Round) -> str:
    """Return what only the facilitator should know; empty if there is nothing.

    A single different view is never pointed at before the room.
    """
    result = round.result
    if result.spread is not Spread.MOSTLY_TOGETHER or result.counts is None:
        return ""
    counts = list(result.counts.values())
    is_scale = result.mean is not None  # otherwise categories, which have no neighbours
    near = max(map(sum, pairwise(counts)) if is_scale else counts)
    if result.n - near != 1:
        return ""
    return _(
        "One answer stands apart. Do not point at it: ask what could speak for another answer, and "
        "leave room for silence."
    )


def is_not_visible(round: Round) -> bool:
    """Tell whether a third or more of those who could know answered *don't know*.

    The share is that of the finding *not visible*.
    """
    unknown = round.result.dont_know
    return unknown is not None and unknown > 0 and unknown * 3 >= round.result.n + unknown


def _about_spread(spread: Spread) -> tuple[str, ...]:
    match spread:
        case Spread.SPLIT:
            return (
                _("What might someone at this end be seeing? And someone at the other end?"),
                _("Which part of our work might each answer have in mind?"),
                _("What would have to be true for both ends to be right?"),
            )
        case Spread.SPREAD:
            return (
                _("What might lead somebody to a low answer here, and what to a high one?"),
                _("Do we all mean the same by these words?"),
                _("Where in our work is this so, and where is it not?"),
            )
        case Spread.MOSTLY_TOGETHER:
            return (
                _("What speaks for the answer that most of us gave?"),
                _("What could speak for another answer?"),
            )
        case Spread.TOGETHER:
            return (
                _("What have we seen that makes us answer alike?"),
                _("What would a partner say?"),
                _("What would the next level up look like here?"),
            )
        case Spread.TOO_FEW | Spread.SINGLE:
            return (
                _("What makes this hard to answer?"),
                _("Where could we find out more?"),
            )
