"""Sessions in the room: each with its record, its assessment and its plan as one.

Plain SQL for all that is read: Home shows sessions, and does not wait for SQLAlchemy.
"""

import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from collabkit.storage.facts import SessionLine, SessionState, StoredSession
from collabkit.storage.seals import seal
from collabkit.storage.session_lines import all_lines, put_away_lines, waiting_lines
from collabkit.storage.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collabkit.assessments.assessment import Assessment
    from collabkit.plans.plan import Plan


@dataclass(frozen=True, slots=True)
class InTheRoom:
    """What a session does to its assessment; both functions are called within the transaction.

    ``begin`` returns the assessment that a session without one begins with, under a new id, and
    ``settled`` what is settled about it then. ``plan`` gets the record that was kept before and
    the plan as it is, and returns the plan as it is to be. ``is_over`` finishes the assessment on
    ``day``, unless it was finished before; otherwise it is not finished any more.
    """

    begin: "Callable[[StoredSession], Assessment]"
    plan: "Callable[[str, Plan], Plan]"
    day: date
    is_over: bool
    settled: Mapping[str, str] = field(default_factory=dict)


# The columns in their order, as the seal takes them.
_COLUMNS = (
    "id", "charity_id", "assessment_id", "pack_digest", "is_volunteer_run", "is_practice",
    "is_template", "title", "phase", "statements", "voted", "actions", "held_on", "changed",
    "removed", "seq", "record",
)  # fmt: skip
_LISTED = ", ".join(_COLUMNS)
_SIGNS = ", ".join("?" * (len(_COLUMNS) + 1))
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in (*_COLUMNS[1:], "digest"))
_WRITE = f"""
INSERT INTO session ({_LISTED}, digest) VALUES ({_SIGNS})
ON CONFLICT (id) DO UPDATE SET {_CHANGED}
"""  # noqa: S608
_READ = f"""
SELECT {", ".join(f"session.{name}" for name in _COLUMNS)}, pack_version.pack_id,
    pack_version.version
FROM session
JOIN pack_version ON pack_version.digest = session.pack_digest
WHERE session.{{key}} = ?
"""  # noqa: S608
_BY_ID, _BY_ASSESSMENT = _READ.format(key="id"), _READ.format(key="assessment_id")

_TOUCH = "UPDATE assessment SET seq = ? WHERE id = ?"
_FINISH = "UPDATE assessment SET finished = coalesce(finished, ?) WHERE id = ?"
_GO_ON = "UPDATE assessment SET finished = NULL WHERE id = ?"
_MARK = "UPDATE assessment SET removed = ? WHERE id = ?"
_PRACTICE = "SELECT id, assessment_id FROM session WHERE is_practice"
_FORGET = (
    "DELETE FROM plan_action WHERE assessment_id = ?",
    "DELETE FROM settled WHERE assessment_id = ?",
    "DELETE FROM asked WHERE assessment_id = ?",
    "DELETE FROM assessment WHERE id = ?",
)


class Sessions:
    """Reads and keeps sessions. An id that is not there raises ``KeyError``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def lines(self, *, templates: bool = False) -> tuple[SessionLine, ...]:
        """Return the sessions that are not put away, or the templates; the latest touched first."""
        return self._writer.read_plainly(partial(all_lines, templates=templates))

    def waiting(self) -> tuple[SessionLine, ...]:
        """Return those of them that have not begun, without practice."""
        return self._writer.read_plainly(waiting_lines)

    def put_away(self) -> tuple[SessionLine, ...]:
        """Return those that were put away themselves, templates too, the latest first."""
        return self._writer.read_plainly(put_away_lines)

    def get(self, session_id: str) -> StoredSession:
        """Return one session, even if it is put away."""
        return self._writer.read_plainly(partial(_get, session_id))

    def of_assessment(self, assessment_id: str) -> StoredSession | None:
        """Return the session in which an assessment is answered, if it is."""

        def work(connection: sqlite3.Connection) -> StoredSession | None:
            row = connection.execute(_BY_ASSESSMENT, (assessment_id,)).fetchone()
            return None if row is None else _stored(row)[0]

        return self._writer.read_plainly(work)

    def add(self, session: StoredSession, room: InTheRoom | None = None) -> None:
        """Keep a new session, with ``room`` if it has begun elsewhere already; see ``keep``.

        Its charity and its pack must be in the file already.
        """

        def work(connection: "Connection") -> None:
            nothing = replace(session, state=replace(session.state, record=""))
            after = self._follow(connection, nothing, session, room) if room else session
            self._write(connection, after, None)

        self._writer.write(work)

    def add_practice(self, session: StoredSession) -> None:
        """Keep a new session to practise with; earlier ones go for good, with all they made."""
        self._writer.write(partial(self._add_practice, session))

    def keep(self, session_id: str, state: SessionState, room: InTheRoom | None = None) -> None:
        """Put the state of a session on the disk, and with ``room`` what follows from it.

        All in one transaction; a title that the assessment was given meanwhile stays.
        """
        self._writer.write(partial(self._keep, session_id, state, room))

    def keep_later(
        self, session_id: str, state: SessionState, room: InTheRoom | None = None
    ) -> "Future[None]":
        """Keep as ``keep`` does, but return at once; what is handed in is kept in order."""
        return self._writer.write_later(partial(self._keep, session_id, state, room))

    def remove(self, session_id: str, on: date) -> None:
        """Put a session into the bin, with its assessment if it has one."""
        self._writer.write(partial(self._mark, session_id, on))

    def restore(self, session_id: str) -> None:
        """Take a session and its assessment out of the bin."""
        self._writer.write(partial(self._mark, session_id, None))

    def _keep(
        self,
        session_id: str,
        state: SessionState,
        room: InTheRoom | None,
        connection: "Connection",
    ) -> None:
        driver = _driver(connection)
        before, removed = _read(session_id, driver)
        after = replace(before, state=state)
        if room is not None:
            after = self._follow(connection, before, after, room)
        self._write(connection, after, removed)

    def _follow(
        self,
        connection: "Connection",
        before: StoredSession,
        after: StoredSession,
        room: InTheRoom,
    ) -> StoredSession:
        """Bring the assessment and its plan to where the session is."""
        from collabkit.storage.assessments import insert_assessment
        from collabkit.storage.plans import read_plan, write_plan
        from collabkit.storage.settled import write_settled

        seq = self._writer.next_seq()
        assessment_id = after.assessment_id
        if assessment_id is None:
            assessment = room.begin(before)
            assessment_id = assessment.id
            insert_assessment(connection, assessment, seq)
            for topic, value in room.settled.items():
                write_settled(connection, assessment_id, topic, value)
        plan = read_plan(connection, assessment_id)
        write_plan(connection, room.plan(before.state.record, plan))
        if room.is_over:
            connection.exec_driver_sql(_FINISH, (room.day.isoformat(), assessment_id))
        else:
            connection.exec_driver_sql(_GO_ON, (assessment_id,))
        connection.exec_driver_sql(_TOUCH, (seq, assessment_id))
        return replace(after, assessment_id=assessment_id)

    def _add_practice(self, session: StoredSession, connection: "Connection") -> None:
        for session_id, assessment_id in connection.exec_driver_sql(_PRACTICE).fetchall():
            connection.exec_driver_sql("DELETE FROM session WHERE id = ?", (session_id,))
            if assessment_id is not None:
                for statement in _FORGET:
                    connection.exec_driver_sql(statement, (assessment_id,))
        self._write(connection, session, None)

    def _mark(self, session_id: str, on: date | None, connection: "Connection") -> None:
        session, _removed = _read(session_id, _driver(connection))
        if session.assessment_id is None:
            self._write(connection, session, on)
        else:  # then the place in the bin is the assessment's, and there is only one truth
            day = None if on is None else on.isoformat()
            connection.exec_driver_sql(_MARK, (day, session.assessment_id))

    def _write(
        self, connection: "Connection", session: StoredSession, removed: date | None
    ) -> None:
        state = session.state
        row = (
            session.id,
            session.charity_id,
            session.assessment_id,
            session.pack_digest,
            int(session.is_volunteer_run),
            int(session.is_practice),
            int(session.is_template),
            state.title,
            state.phase,
            state.statements,
            state.voted,
            state.actions,
            None if state.held_on is None else state.held_on.isoformat(),
            state.changed.isoformat(),
            None if removed is None else removed.isoformat(),
            self._writer.next_seq(),
            state.record,
        )
        connection.exec_driver_sql(_WRITE, (*row, seal(row)))


def _driver(connection: "Connection") -> sqlite3.Connection:
    from collabkit.storage.engine import driver_of

    return driver_of(connection)


def _get(session_id: str, connection: sqlite3.Connection) -> StoredSession:
    return _read(session_id, connection)[0]


def _read(session_id: str, connection: sqlite3.Connection) -> tuple[StoredSession, date | None]:
    row = connection.execute(_BY_ID, (session_id,)).fetchone()
    if row is None:
        raise KeyError(session_id)
    return _stored(row)


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
