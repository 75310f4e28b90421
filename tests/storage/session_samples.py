"""Sessions for the tests of storage; their records are any text."""

from dataclasses import replace
from datetime import date
from typing import Any

from storage_samples import PACK_DIGEST, keep_pack, new_assessment, new_charity

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanAction
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.sessions import InTheRoom, Step

DAY, LATER = date(2026, 11, 22), date(2026, 11, 23)
ACTION = PlanAction("action", "Ring the neighbours", ActionKind.QUICK_WIN)
STATE = SessionState("Away-day", "lobby", 3, 0, 0, None, DAY, '{"what": "the record"}')
BEGUN = replace(STATE, phase="reveal", voted=1, held_on=LATER, changed=LATER)


def new_session(**changes: Any) -> StoredSession:
    """A session in the lobby."""
    session = StoredSession(
        id="session",
        charity_id="charity",
        assessment_id=None,
        pack_digest=PACK_DIGEST,
        is_volunteer_run=False,
        is_practice=False,
        is_template=False,
        state=STATE,
        pack_id="sample",
        pack_version="1",
    )
    return replace(session, **changes)


def added(store: Store, **changes: Any) -> StoredSession:
    """Put a charity with one session into the file."""
    charity = new_charity(f"Sample Charity {len(store.lists.charities())}")
    store.charities.add(charity)
    keep_pack(store)
    number = len(store.sessions.lines())
    session = new_session(**{"id": f"session {number}", "charity_id": charity.id} | changes)
    store.sessions.add(session)
    return session


def room(store: Store, session: StoredSession, **changes: Any) -> InTheRoom:
    """What happens to the assessment and its plan: by default it begins, without actions."""
    charity = store.charities.get(str(session.charity_id))

    def begin(_session: StoredSession) -> Assessment:
        return new_assessment(charity)

    def plan(_record: str, before: Plan) -> Plan:
        return before

    return replace(InTheRoom(begin, plan, LATER, is_over=False), **changes)


def becoming(state: SessionState, follows: InTheRoom | None = None) -> Step:
    """The step to ``state``, wherever the session is."""
    return lambda _before: (state, follows)


def begin_now(store: Store, session: StoredSession) -> str:
    """Begin, and return the id of the assessment."""
    store.sessions.keep(session.id, becoming(BEGUN, room(store, session)))
    assessment_id = store.sessions.get(session.id).assessment_id
    assert assessment_id is not None
    return assessment_id
