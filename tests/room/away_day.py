"""A board on its away-day, for the tests of the room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from collabkit.assessments.pack import AnswerForm, Pack
from collabkit.assessments.tally import Tally, tally_answers
from collabkit.room import steps, votes
from collabkit.room.meeting import DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.services.packs import builtin_pack

DAY = date(2026, 6, 12)
STATEMENTS = ("COM-1", "HON-1", "POW-1", "EMP-2")


@cache
def pack() -> Pack:
    """The five themes."""
    return builtin_pack("five-themes")


@cache
def form() -> AnswerForm:
    """The one form of the five themes."""
    return pack().forms[0]


def prepared(**changes: Any) -> Preparation:
    """Four statements, ten people, at least five of whom are needed."""
    return replace(Preparation("Away-day", STATEMENTS), **changes)


def lobby(**changes: Any) -> Meeting:
    """A session in the lobby."""
    return convene(prepared(**changes))


def begun(**changes: Any) -> Meeting:
    """A session with its first statement on the screen."""
    return steps.begin(lobby(**changes), DAY)


def on(meeting: Meeting) -> Meeting:
    """The next step."""
    return steps.go_on(meeting, form(), DAY)


def slips(meeting: Meeting, codes: str) -> Meeting:
    """An open vote with more slips: "1", "4", "?" for don't know, "-" for does not apply."""
    for code in codes:
        meeting = votes.take_slip(meeting, {"?": "dk", "-": "na"}.get(code, code))
    return meeting


def hands(meeting: Meeting, codes: str) -> Meeting:
    """An open vote with the hands counted: "1144" are two for 1 and two for 4."""
    names = [{"?": "dk", "-": "na"}.get(code, code) for code in codes]
    return votes.count_hands(meeting, {name: names.count(name) for name in names})


def voted(meeting: Meeting, codes: str) -> Meeting:
    """A vote on the current statement by slips, closed."""
    return votes.close_vote(slips(votes.open_vote(meeting), codes), form())


def shown(meeting: Meeting, codes: str) -> Meeting:
    """A vote on the current statement by slips, closed and revealed."""
    return votes.reveal(voted(meeting, codes))


def sheets(rows: list[str], statements: tuple[str, ...] = STATEMENTS) -> Mapping[str, Tally]:
    """Sheets as tallies: a text a statement, an answer a sheet."""
    named = [[{"?": "dk", "-": "na"}.get(code, code) for code in row] for row in rows]
    return {
        item_id: tally_answers(item_id, form(), codes)
        for item_id, codes in zip(statements, named, strict=False)
    }


def at_map(meeting: Meeting) -> Meeting:
    """The map, whatever statements are left."""
    return steps.end_statements(meeting)


def adopting() -> Meeting:
    """A session that is adopting four actions, none of which the room was asked about yet."""
    meeting = replace(at_map(shown(begun(), "1122334455")), phase=Phase.ADOPT)
    actions = tuple(DraftAction(f"a{n}", "COM-1", f"Action {n}") for n in range(4))
    return replace(meeting, actions=actions)
