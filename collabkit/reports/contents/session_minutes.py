"""What belongs in the minutes: the actions first, then what the room saw, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.plans.plan import Plan, PlanAction, Slot
from collabkit.reports.contents.parts import Fact
from collabkit.reports.contents.session_agreed import adopted, parked_statements
from collabkit.reports.contents.session_words import (
    held_on,
    how_many_statements,
    look_again,
    sample_label,
    who_answered,
)
from collabkit.room.meeting import Meeting
from collabkit.room.naming import first_words
from collabkit.room.scenes import map_of


@dataclass(frozen=True, slots=True)
class MinutesAction:
    """One action and what was settled about it."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """The one page. Every text is on one line as far as people's line breaks go."""

    title: str
    charity: str
    sample: str
    facts: tuple[Fact, ...]
    now_title: str
    now: tuple[MinutesAction, ...]
    nothing_now: str  # what stands there without any
    parked_title: str
    parked: tuple[MinutesAction, ...]
    more_parked: str  # "and two more", where not all are told
    not_adopted: str
    look_again: str  # before a line to write on
    statements_title: str
    statements: tuple[str, ...]  # that were parked
    more_statements: str
    seen_title: str
    seen: tuple[Fact, ...]  # how far apart, and the statement
    more_seen: str
    pointer: str  # where everything is


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much may be told: characters of a text, parked actions or statements, all statements."""

    characters: int
    parked: int
    seen: int


# From more to less; the last is sure to fit, as no text is longer than these characters.
_SHORTER = (
    _Limits(600, 12, 8),
    _Limits(300, 10, 5),
    _Limits(200, 8, 5),
    _Limits(160, 6, 3),
    _Limits(110, 5, 0),
    _Limits(80, 3, 0),
    _Limits(50, 2, 0),
)


def minutes_part(meeting: Meeting, pack: Pack, charity: Charity, plan: Plan) -> MinutesPart:
    """Return everything that the minutes should say; ``shorter`` makes it fit."""
    actions, statements = adopted(meeting, plan), parked_statements(meeting, pack)
    return MinutesPart(
        title=_one_line(meeting.preparation.title),
        charity=_one_line(charity.name),
        sample=sample_label(charity),
        facts=(
            Fact(_("Held on"), held_on(meeting)),
            Fact(_("Who answered"), who_answered(meeting)),
            Fact(_("Looked at"), how_many_statements(meeting)),
        ),
        now_title=_("What we will do now"),
        now=tuple(_now(action) for action in actions if action.slot is Slot.NOW),
        nothing_now=_("Nothing was adopted for now."),
        parked_title=_("Parked for later"),
        parked=tuple(_parked(action) for action in actions if action.slot is not Slot.NOW),
        more_parked="",
        not_adopted=_not_adopted(meeting),
        look_again=look_again(),
        statements_title=_("Parked for another time"),
        statements=tuple(map(_one_line, statements.entries)) if statements else (),
        more_statements="",
        seen_title=_("How far apart the room was"),
        seen=tuple(
            Fact(entry.standing, _one_line(entry.statement)) for entry in map_of(meeting, pack)
        ),
        more_seen="",
        pointer=_(
            "The full report has every statement with its votes, the notes, and how everything "
            "was worked out."
        ),
    )


def shorter(part: MinutesPart) -> Sequence[MinutesPart]:
    """Return the page ever shorter, each time with a pointer to the full report."""
    return tuple(_within(part, limits) for limits in _SHORTER)


def _within(part: MinutesPart, limits: _Limits) -> MinutesPart:
    most = limits.characters
    return replace(
        part,
        title=first_words(part.title, most),
        charity=first_words(part.charity, most),
        now=tuple(_cut_action(action, most) for action in part.now),
        parked=tuple(_cut_action(action, most) for action in part.parked[: limits.parked]),
        more_parked=_more_actions(len(part.parked) - limits.parked),
        statements=tuple(first_words(s, most) for s in part.statements[: limits.parked]),
        more_statements=_more_statements(len(part.statements) - limits.parked),
        seen=tuple(Fact(f.label, first_words(f.value, most)) for f in part.seen[: limits.seen]),
        more_seen=_more_statements(len(part.seen) - limits.seen) if limits.seen else "",
        pointer=_("Shortened to fit on one page. {pointer}").format(pointer=part.pointer),
    )


def _now(action: PlanAction) -> MinutesAction:
    unsettled = _("not settled yet")
    facts = [
        Fact(_("Who"), _one_line(action.owner) or unsettled),
        Fact(_("By when"), day(action.due) if action.due else unsettled),
        Fact(_("First step"), _one_line(action.first_step) or unsettled),
    ]
    if sign := _one_line(action.how_we_will_know):
        facts.append(Fact(_("How we will know"), sign))
    return MinutesAction(_one_line(action.text), tuple(facts))


def _parked(action: PlanAction) -> MinutesAction:
    facts = (
        Fact(_("Who"), _one_line(action.owner)),
        Fact(_("By when"), day(action.due) if action.due else ""),
    )
    return MinutesAction(_one_line(action.text), tuple(fact for fact in facts if fact.value))


def _not_adopted(meeting: Meeting) -> str:
    number = sum(not action.is_adopted for action in meeting.actions)
    if not number:
        return ""
    return ngettext(
        "{number} further action was talked about and not adopted.",
        "{number} further actions were talked about and not adopted.",
        number,
    ).format(number=number)


def _more_actions(number: int) -> str:
    if number <= 0:
        return ""
    return ngettext(
        "And {number} more parked action.", "And {number} more parked actions.", number
    ).format(number=number)


def _more_statements(number: int) -> str:
    if number <= 0:
        return ""
    return ngettext("And {number} more statement.", "And {number} more statements.", number).format(
        number=number
    )


def _cut_action(action: MinutesAction, most: int) -> MinutesAction:
    facts = tuple(Fact(fact.label, first_words(fact.value, most)) for fact in action.facts)
    return MinutesAction(first_words(action.text, most), facts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
