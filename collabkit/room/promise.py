"""The promise that is read aloud before anybody answers."""

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.room.preparation import Audience, Preparation
from collabkit.room.ways import Way


def usual_promise(preparation: Preparation) -> str:
    """Return the promise in its usual words, a paragraph a line, as the session is prepared."""
    seen = {
        Audience.ROOM: _("Only the people in this room see what comes out."),
        Audience.BOARD: _("The whole board sees what comes out, also those who are away today."),
        Audience.ORGANISATION: _("The board, staff and volunteers see what comes out."),
        Audience.PARTNERS: _("Our partners will see what comes out too."),
    }
    lines = [
        _("We look at how we work with others. There is no score, and nobody is marked."),
        _("Everybody answers alone. “Don't know” is an honest answer."),
        _(
            "We keep how many gave each answer, never who. Nothing is shown about fewer than "
            "{minimum} people."
        ).format(minimum=in_words(preparation.minimum)),
    ]
    if on_paper := _on_paper(preparation.ways):
        lines.append(on_paper)
    if Way.HANDS in preparation.ways:
        lines.append(_("Where we raise hands, everybody sees them; the report says so."))
    lines.append(seen[preparation.audience])
    lines.append(_("At the end we agree at most three things to do now, and everybody gets them."))
    return "\n".join(lines)


def _on_paper(ways: frozenset[Way]) -> str:
    """Return who sees answers on paper, and when; empty where nobody answers on paper."""
    if {Way.SLIPS, Way.SHEETS} <= ways:
        return _(
            "Before we all see the result, nobody sees an answer on paper except whoever types in "
            "the slips and the sheets. There are no names on them."
        )
    if Way.SLIPS in ways:
        return _(
            "Before we all see the result, nobody sees a slip except whoever types in the slips. "
            "There are no names on them."
        )
    if Way.SHEETS in ways:
        return _(
            "Before we all see the result, nobody sees a sheet except whoever types in the "
            "sheets. There are no names on them."
        )
    return ""


def promise_lines(preparation: Preparation) -> tuple[str, ...]:
    """Return the promise as it is read aloud, a paragraph each."""
    text = preparation.promise.strip() or usual_promise(preparation)
    return tuple(line.strip() for line in text.splitlines() if line.strip())
