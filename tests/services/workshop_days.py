"""Sessions in the room for the tests of services, held with a pack that comes with the program."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from collabkit.assessments.charity import RunBy
from collabkit.assessments.pack import ActionKind, AnswerForm
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.services import Services
from collabkit.services.packs import builtin_pack
from collabkit.services.workshops import Session

TODAY = date(2026, 11, 22)
STATEMENTS = ("POW-1", "EMP-1", "HON-1")
PREPARED = Preparation("Away-day", STATEMENTS, people=8)


def form() -> AnswerForm:
    """The one form of the five themes."""
    return builtin_pack("five-themes").forms[0]


def prepared(services: Services, run_by: RunBy | None = None, **changes: Any) -> Session:
    """Prepare a session of a new charity."""
    number = len(services.charities.all()) + 1
    charity = services.charities.add(f"Sample Charity {number}", run_by=run_by)
    preparation = replace(PREPARED, **changes)
    return services.workshops.prepare(charity.id, builtin_pack("five-themes"), preparation, TODAY)


def on(meeting: Meeting) -> Meeting:
    """The next step."""
    return steps.go_on(meeting, form(), TODAY)


def voting(meeting: Meeting) -> Meeting:
    """The meeting with the next vote open."""
    while meeting.phase is not Phase.VOTE:
        meeting = on(meeting)
    return meeting


def by_hands(meeting: Meeting, counts: Mapping[str, int]) -> Meeting:
    """The meeting with one more statement voted on by hands, and shown."""
    return on(on(votes.count_hands(voting(meeting), counts)))


def by_slips(meeting: Meeting, codes: str) -> Meeting:
    """The meeting with one more statement voted on by slips, and shown."""
    meeting = voting(meeting)
    for code in codes:
        meeting = votes.take_slip(meeting, code)
    return on(on(meeting))


def adopting_now(services: Services, session: Session) -> Meeting:
    """The meeting at its end, with all statements voted on and kept; nothing adopted yet."""
    meeting = session.meeting
    for counts in ({"1": 6, "2": 2}, {"3": 8}, {"5": 6, "4": 1, "dk": 1}):
        meeting = by_hands(meeting, counts)
    meeting = steps.end_statements(meeting)
    while meeting.phase is not Phase.ADOPT:
        meeting = on(meeting)
    services.workshops.keep(session.id, meeting, TODAY)
    return meeting


def drafted(number: int, **changes: Any) -> DraftAction:
    """An action in the words of the room."""
    action = DraftAction(f"action {number}", "POW-1", f"Sample action {number}", "Treasurer")
    return replace(action, kind=ActionKind.INFLUENCE, **changes)


def adopted(meeting: Meeting, action: DraftAction, *, now: bool = True) -> Meeting:
    """The meeting with one more action that the room wants."""
    meeting = adopting.draft(meeting, action)
    meeting = adopting.show_fists(meeting, action.id, (0, 0, 0, 1, 2, 5))
    return adopting.adopt(meeting, action.id, now=now)
