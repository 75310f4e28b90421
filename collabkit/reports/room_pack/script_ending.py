"""The end of the script: from the map to the last sentence."""

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.script_steps import Line, do, point, say, step
from collabkit.room.adopting import CONTENT_FROM, FEWEST_CHOSEN, MOST_CHOSEN
from collabkit.room.agenda import Agenda, AgendaKind


def ending(material: Material, agenda: Agenda, root: Element) -> list[Block]:
    """Return what is said from the last statement to the end."""
    times = material.preparation.times
    planning = next(e for e in agenda.entries if e.kind is AgendaKind.PLANNING)
    when = clock.span(times, planning.starts, planning.minutes)
    part = root.add("Sect")
    return [
        *opening(_("What we will do"), when, "ending", part),
        step(_("Map"), "", _map(), part, press=_("Go to the map")),
        step(_("Choose"), "", _choose(), part, press=_("Choose what to act on")),
        step(_("Word"), "", _word(), part, press=_("Agree on actions")),
        step(_("Adopt"), "", _adopt(), part),
        step(_("Close"), clock.lasting(times.closing), _close(), part, press=_("End the session")),
    ]


def _map() -> tuple[Line, ...]:
    return (
        say(_("Here is all that we voted on. What we see very differently comes first.")),
        do(
            _(
                "Give the room a minute to read; if there are several pages, next turns them. "
                "There is no total, and nothing is a mark."
            )
        ),
    )


def _choose() -> tuple[Line, ...]:
    return (
        say(
            _("Which {fewest} to {most} of these matter most for the people we serve?").format(
                fewest=in_words(FEWEST_CHOSEN), most=in_words(MOST_CHOSEN)
            )
        ),
        do(_("Let everybody name one before anybody names two. Then let the room settle it.")),
    )


def _word() -> tuple[Line, ...]:
    return (
        say(_("What is the smallest thing that would make a difference?")),
        do(_("“Add an action”, and write it down as the room says it. It needs four things:")),
        point(_("what will be done, in one sentence")),
        point(_("who sees to it: one person, who is in the room and says yes")),
        point(_("by when")),
        point(_("the first step, best within two weeks")),
    )


def _adopt() -> tuple[Line, ...]:
    return (
        say(
            _(
                "I read the action, and on three everybody shows a hand. Five fingers: I will help "
                "with it. Three: I can live with it. Fewer than {least}: please change something."
            ).format(least=in_words(CONTENT_FROM))
        ),
        do(
            _(
                "Somebody shows fewer than {least}? Ask: “What would have to be different?” Change "
                "the words, then ask everybody again."
            ).format(least=in_words(CONTENT_FROM))
        ),
        do(
            _(
                "“Adopt: do it now” for at most {limit} actions, “Adopt: park it for later” for "
                "all others; nothing is lost."
            ).format(limit=in_words(NOW_LIMIT))
        ),
    )


def _close() -> tuple[Line, ...]:
    return (
        say(_("This is what we agreed.")),
        do(_("Read the actions aloud, each with its name and its date.")),
        say(_("You all get this on paper today. When do we look at it again?")),
        do(
            _(
                "“Save the minutes as PDF”, print them, and write that day on the line for it "
                "before anybody stands up."
            )
        ),
        do(_("Tear up the slips and the sheets where people can see it.")),
    )
