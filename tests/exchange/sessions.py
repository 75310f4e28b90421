"""A session in the middle, for the tests of session files."""

from dataclasses import replace
from datetime import date
from functools import cache

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.exchange.workshops.session_file import SessionFile
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import DraftAction, Meeting, convene
from collabkit.room.preparation import Preparation

DAY = date(2026, 11, 22)
PREPARED = Preparation("Away-day", ("BRD-1", "BRD-2", "BRD-3"), people=8, promise="Sample promise")


@cache
def source() -> bytes:
    """The shortest questionnaire for a room that comes with the program."""
    return resource("packs", "board-check.toml").read_bytes()


@cache
def pack() -> Pack:
    """The same, read."""
    return parse_pack(source(), "board-check.toml")


def meeting() -> Meeting:
    """One statement voted on twice, a note and an action; the second is being read."""
    form = pack().form_of(pack().item("BRD-1"))
    codes = [option.code for option in form.options]
    at = steps.begin(convene(PREPARED), DAY)
    for counts in ({codes[0]: 4, codes[-1]: 4}, {codes[1]: 7, "dk": 1}):
        at = votes.count_hands(votes.open_vote(at), counts)
        at = votes.reveal(votes.close_vote(at, form))
    at = steps.write_note(at, "BRD-1", "A sample note with ŵ and\na second line")
    at = adopting.draft(at, DraftAction("an id", "BRD-1", "Ring the neighbours", "Treasurer"))
    return replace(steps.go_to(at, 1), present=8)


def session_file(**changes: object) -> SessionFile:
    """The file of that session."""
    file = SessionFile(
        "Sample Charity", IncomeBand.SMALL, RunBy.VOLUNTEERS, pack(), source(), True, meeting()
    )
    return replace(file, **changes)  # type: ignore[arg-type]
