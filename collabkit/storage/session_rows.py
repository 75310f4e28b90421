"""One session as it stands in the file, in plain SQL."""

import sqlite3
from datetime import date
from typing import Any

from collabkit.storage.facts import SessionState, StoredSession

# The columns in their order, as the seal takes them.
COLUMNS = (
    "id", "charity_id", "assessment_id", "pack_digest", "is_volunteer_run", "is_practice",
    "is_template", "title", "phase", "statements", "voted", "actions", "held_on", "changed",
    "removed", "seq", "record",
)  # fmt: skip
_READ = f"""
SELECT {", ".join(f"session.{name}" for name in COLUMNS)}, pack_version.pack_id,
    pack_version.version
FROM session
JOIN pack_version ON pack_version.digest = session.pack_digest
WHERE session.{{key}} = ?
"""  # noqa: S608  names of our own
_BY_ID, _BY_ASSESSMENT = _READ.format(key="id"), _READ.format(key="assessment_id")


def read_session(
    session_id: str, connection: sqlite3.Connection
) -> tuple[StoredSession, date | None]:
    """Return a session, and the day on which it was put into the bin; ``KeyError`` without one."""
    row = connection.execute(_BY_ID, (session_id,)).fetchone()
    if row is None:
        raise KeyError(session_id)
    return _stored(row)


def session_of_assessment(
    assessment_id: str, connection: sqlite3.Connection
) -> StoredSession | None:
    """Return the session in which an assessment is answered, if it is."""
    row = connection.execute(_BY_ASSESSMENT, (assessment_id,)).fetchone()
    return None if row is None else _stored(row)[0]


def _stored(row: tuple[Any, ...]) -> tuple[StoredSession, date | None]:
    (
        session_id, charity_id, assessment_id, pack_digest, is_volunteer_run, is_practice,
        is_template, title, phase, statements, voted, actions, held_on, changed, removed, _seq,
        record, pack_id, pack_version,
    ) = row  # fmt: skip
    state = SessionState(
        title=title,
        phase=phase,
        statements=statements,
        voted=voted,
        actions=actions,
        held_on=None if held_on is None else date.fromisoformat(held_on),
        changed=date.fromisoformat(changed),
        record=record,
    )
    session = StoredSession(
        id=session_id,
        charity_id=charity_id,
        assessment_id=assessment_id,
        pack_digest=pack_digest,
        is_volunteer_run=bool(is_volunteer_run),
        is_practice=bool(is_practice),
        is_template=bool(is_template),
        state=state,
        pack_id=pack_id,
        pack_version=pack_version,
    )
    return session, None if removed is None else date.fromisoformat(removed)
