"""A session as one frozen description: what its report and its minutes are drawn from."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.reports.contents.parts import MethodPart, PlanPart
from collabkit.reports.contents.room import practice_label
from collabkit.reports.contents.session_agreed import agreed_part, other_actions, parked_statements
from collabkit.reports.contents.session_front import session_front
from collabkit.reports.contents.session_method import session_method
from collabkit.reports.contents.session_minutes import MinutesPart, minutes_part
from collabkit.reports.contents.session_parts import (
    MapPart,
    OtherActions,
    ParkedStatements,
    SessionFront,
    VotesPart,
    WordingPart,
)
from collabkit.reports.contents.session_votes import map_part, votes_part, wording_part
from collabkit.room.meeting import Meeting
from collabkit.room.refused import NotNowError


@dataclass(frozen=True, slots=True)
class SessionDocument:
    """Everything a session's report says, in order and in final words.

    It holds nothing that the room has not seen.
    """

    title: str  # of the file
    charity: str  # at the foot of every page
    day: str  # of the session
    made_on: date
    label: str  # at the head of every page: "Practice", or nothing
    front: SessionFront
    plan: PlanPart
    parked_statements: ParkedStatements | None
    others: OtherActions | None
    map: MapPart
    votes: VotesPart
    wording: WordingPart | None  # where levels are described
    method: MethodPart


@dataclass(frozen=True, slots=True)
class MinutesDocument:
    """The one page for the minutes."""

    title: str  # of the file
    charity: str  # at the foot of the page
    day: str  # of the session
    made_on: date
    label: str
    page: MinutesPart


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session that is put on paper, with everything the papers need to know.

    ``plan`` is that of its assessment, as it is now. ``today`` is the only date that does not come
    from the session or its plan.
    """

    meeting: Meeting
    pack: Pack
    charity: Charity
    plan: Plan
    today: date
    is_practice: bool = False


def session_document(held: HeldSession) -> SessionDocument:
    """Describe a session. Raises ``NotNowError`` for one that has not begun."""
    meeting, pack, charity = held.meeting, held.pack, held.charity
    _check_begun(meeting)
    return SessionDocument(
        title=_("{title}: {charity}").format(title=meeting.preparation.title, charity=charity.name),
        charity=charity.name,
        day=_held_on(meeting),
        made_on=held.today,
        label=practice_label(is_practice=held.is_practice),
        front=session_front(meeting, pack, charity, held.today, is_practice=held.is_practice),
        plan=agreed_part(meeting, pack, held.plan),
        parked_statements=parked_statements(meeting, pack),
        others=other_actions(meeting, pack),
        map=map_part(meeting, pack),
        votes=votes_part(meeting, pack),
        wording=wording_part(meeting, pack),
        method=session_method(meeting, pack, is_practice=held.is_practice),
    )


def minutes_document(held: HeldSession) -> MinutesDocument:
    """Describe a session for the minutes, as ``session_document`` does; nothing is shortened."""
    meeting, charity = held.meeting, held.charity
    _check_begun(meeting)
    return MinutesDocument(
        title=_("{title}: {charity}, for the minutes").format(
            title=meeting.preparation.title, charity=charity.name
        ),
        charity=charity.name,
        day=_held_on(meeting),
        made_on=held.today,
        label=practice_label(is_practice=held.is_practice),
        page=minutes_part(meeting, held.pack, charity, held.plan),
    )


def _check_begun(meeting: Meeting) -> None:
    if not meeting.has_begun:
        raise NotNowError(_("The session has not begun, so there is nothing to report yet."))


def _held_on(meeting: Meeting) -> str:
    return day(meeting.held_on) if meeting.held_on else ""
