"""Point by point, what both sides agree in the talk (FIT).

Two people at a table take one point after the other. So only the next few are laid out; each keeps
its place once a mark is agreed, so that nothing jumps away under the hand.
"""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
    Subheading,
    Tone,
    codes_of,
)
from collabkit.assessments.outcomes.shared_page.rule import Point, SharedPage, joint_key
from collabkit.assessments.outcomes.shared_page.words import said_by
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

REOPENED = "reopened"
_AT_ONCE = 5  # points without an agreed mark that are laid out


def talk_part(answered: Answered, outcome: SharedPage) -> Part:
    """Return the points to talk about, the most cautious first, with what is agreed on each."""
    reopened = codes_of(answered.settled.get(REOPENED, ""))
    listed, closed = _sorted(answered, outcome, reopened)
    waiting = [point for point in listed if point.joint is None]
    laid_out = [point for point in listed if point.joint or point in waiting[:_AT_ONCE]]
    blocks: list[Block] = []
    if laid_out:
        blocks.append(
            Paragraph(
                _(
                    "Take one point at a time. Let the side that is less at ease speak first. Then "
                    "say together how it is now; the page above changes with it."
                )
            )
        )
    for point in laid_out:
        blocks.extend(_point(answered, outcome, point))
    later = len(waiting) - _AT_ONCE
    if later > 0:
        blocks.append(
            Paragraph(
                ngettext(
                    "{number} more comes here when you have agreed on these.",
                    "{number} more come here when you have agreed on these.",
                    later,
                ).format(number=capital(in_words(later))),
                Tone.QUIET,
            )
        )
    if closed:
        blocks.append(
            Pick(
                key=REOPENED,
                prompt=_("Talk again about a point that is not open? Tick it."),
                options=tuple(PickOption(p.item.id, p.item.statement) for p in closed),
                chosen=tuple(point.item.id for point in closed if point.item.id in reopened),
                most=0,
            )
        )
    return Part("talk", _("Talk it through"), tuple(blocks), Place.SCREEN)


def _sorted(
    answered: Answered, outcome: SharedPage, reopened: tuple[str, ...]
) -> tuple[list[Point], list[Point]]:
    """Return the points to talk about and those that the sides' own marks have closed.

    The order rests on the marks that the sides brought with them, not on what they agreed since.
    """
    stop = answered.pack.outcome.settings["cautious_first"][0]
    stops = [point for point in outcome.points if point.combined == stop]
    untouched = [point for point in outcome.points if point.combined is None]
    closed = [point for point in outcome.points if point.combined not in (None, stop)]
    again = [point for point in closed if point.joint or point.item.id in reopened]
    return [*stops, *untouched, *again], closed


def _point(answered: Answered, outcome: SharedPage, point: Point) -> Iterator[Block]:
    yield Subheading(point.item.statement)
    said = tuple(filter(None, (said_by(answered, point.item, side) for side in outcome.sides)))
    if said:
        yield Bullets(said)
    form = answered.pack.form_of(point.item)
    yield Pick(
        key=joint_key(point.item.id),
        prompt=_("What do you say together?"),
        options=tuple(PickOption(option.code, option.name) for option in form.options),
        chosen=(point.joint,) if point.joint else (),
    )
