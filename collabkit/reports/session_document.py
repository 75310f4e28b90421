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
from collabkit.reports.contents.session_agreed import agreed_part, other_actions
from collabkit.reports.contents.session_front import session_front
from collabkit.reports.contents.session_method import session_method
from collabkit.reports.contents.session_minutes import MinutesPart, minutes_part
from collabkit.reports.contents.session_parts import (
    MapPart,
    OtherActions,
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


def session_document(
    *,
    meeting: Meeting,
    pack: Pack,
    charity: Charity,
    plan: Plan,
    today: date,
    is_practice: bool = False,
) -> SessionDocument:
    """Describe a session; ``plan`` is that of its assessment, as it is now.

    ``today`` is the only date that does not come from the session or its plan. Raises
    ``NotNowError`` for a session that has not begun.
    """
    _check_begun(meeting)
    return SessionDocument(
        title=_("{title}: {charity}").format(title=meeting.preparation.title, charity=charity.name),
        charity=charity.name,
        day=_held_on(meeting),
        made_on=today,
        label=practice_label(is_practice=is_practice),
        front=session_front(meeting, pack, charity, today, is_practice=is_practice),
        plan=agreed_part(meeting, pack, plan),
        others=other_actions(meeting, pack),
        map=map_part(meeting, pack),
        votes=votes_part(meeting, pack),
        wording=wording_part(meeting, pack),
        method=session_method(meeting, pack, is_practice=is_practice),
    )


def minutes_document(
    *,
    meeting: Meeting,
    pack: Pack,
    charity: Charity,
    plan: Plan,
    today: date,
    is_practice: bool = False,
) -> MinutesDocument:
    """Describe a session for the minutes, as ``session_document`` does; nothing is shortened."""
    _check_begun(meeting)
    return MinutesDocument(
        title=_("{title}: {charity}, for the minutes").format(
            title=meeting.preparation.title, charity=charity.name
        ),
        charity=charity.name,
        day=_held_on(meeting),
        made_on=today,
        label=practice_label(is_practice=is_practice),
        page=minutes_part(meeting, pack, charity, plan),
    )


def _check_begun(meeting: Meeting) -> None:
    if not meeting.has_begun:
        raise NotNowError(_("The session has not begun, so there is nothing to report yet."))


def _held_on(meeting: Meeting) -> str:
    return day(meeting.held_on) if meeting.held_on else ""
