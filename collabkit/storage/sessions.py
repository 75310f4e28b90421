"""Sessions in the room: each with its record, its assessment and its plan as one.

Plain SQL for all that is read: Home shows sessions, and does not wait for SQLAlchemy.
"""

import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from collabkit.storage.facts import SessionLine, SessionState, StoredSession
from collabkit.storage.problems import SessionGoneError
from collabkit.storage.seals import seal
from collabkit.storage.session_lines import all_lines, put_away_lines, waiting_lines
from collabkit.storage.session_rows import COLUMNS, read_session, session_of_assessment
from collabkit.storage.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collabkit.assessments.assessment import Assessment
    from collabkit.assessments.charity import Charity
    from collabkit.assessments.pack import Pack
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


@dataclass(frozen=True, slots=True)
class Brought:
    """What a session from another computer brings along, to be kept in one transaction with it.

    ``charity`` is ``None`` if it is here already, or nobody's. ``source`` is the file of ``pack``.
    """

    charity: "Charity | None"
    pack: "Pack"
    source: bytes


# What a session becomes, from what it is; called within the transaction, and may refuse by raising.
Step = Callable[[StoredSession], tuple[SessionState, InTheRoom | None]]

_LISTED = ", ".join(COLUMNS)
_SIGNS = ", ".join("?" * (len(COLUMNS) + 1))
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in (*COLUMNS[1:], "digest"))
_WRITE = f"""
INSERT INTO session ({_LISTED}, digest) VALUES ({_SIGNS})
ON CONFLICT (id) DO UPDATE SET {_CHANGED}
"""  # noqa: S608  names of our own
_TOUCH = "UPDATE assessment SET seq = ? WHERE id = ?"
_FINISH = "UPDATE assessment SET finished = coalesce(finished, ?) WHERE id = ?"
_GO_ON = "UPDATE assessment SET finished = NULL WHERE id = ?"
_MARK = "UPDATE assessment SET removed = ? WHERE id = ?"
_PRACTICE = "SELECT id, assessment_id FROM session WHERE is_practice"
_ACTIONS = "SELECT id FROM plan_action WHERE assessment_id = ?"
_FORGET = (
    f"DELETE FROM progress WHERE action_id IN ({_ACTIONS})",  # noqa: S608  our own
    f"DELETE FROM action_life WHERE action_id IN ({_ACTIONS})",  # noqa: S608  our own
    "DELETE FROM plan_action WHERE assessment_id = ?",
    "DELETE FROM settled WHERE assessment_id = ?",
    "DELETE FROM asked WHERE assessment_id = ?",
    "DELETE FROM assessment WHERE id = ?",
)


class Sessions:
    """Reads and keeps sessions. An id that is not there raises ``KeyError``, unless said."""

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
        return self._writer.read_plainly(partial(session_of_assessment, assessment_id))

    def add(
        self,
        session: StoredSession,
        room: InTheRoom | None = None,
        brought: Brought | None = None,
    ) -> None:
        """Keep a new session, with ``room`` if it has begun elsewhere already; see ``keep``.

        Its charity and its pack must be in the file already, or are ``brought`` along; all in one
        transaction.
        """

        def work(connection: "Connection") -> None:
            if brought is not None:
                _unpack(connection, brought)
            nothing = replace(session, state=replace(session.state, record=""))
            after = self._follow(connection, nothing, session, room) if room else session
            self._write(connection, after, None)

        self._writer.write(work)

    def add_practice(self, session: StoredSession) -> None:
        """Keep a new session to practise with; earlier ones go for good, with all they made."""
        self._writer.write(partial(self._add_practice, session))

    def keep(self, session_id: str, step: Step) -> None:
        """Put what ``step`` makes of a session on the disk, and what follows from it.

        All in one transaction; a title that the assessment was given meanwhile stays. Raises
        ``SessionGoneError``, a sentence, for an id that is not there.
        """
        self._writer.write(partial(self._keep, session_id, step))

    def keep_later(self, session_id: str, step: Step) -> "Future[None]":
        """Keep as ``keep`` does, but return at once; what is handed in is kept in order."""
        return self._writer.write_later(partial(self._keep, session_id, step))

    def remove(self, session_id: str, on: date) -> None:
        """Put a session into the bin, with its assessment if it has one."""
        self._writer.write(partial(self._mark, session_id, on))

    def restore(self, session_id: str) -> None:
        """Take a session and its assessment out of the bin."""
        self._writer.write(partial(self._mark, session_id, None))

    def _keep(self, session_id: str, step: Step, connection: "Connection") -> None:
        try:
            before, removed = read_session(session_id, _driver(connection))
        except KeyError as error:
            raise SessionGoneError from error
        state, room = step(before)
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
        session, _removed = read_session(session_id, _driver(connection))
        if session.assessment_id is None:
            self._write(connection, session, on)
        else:  # then the place in the bin is the assessment's, and there is only one truth
            day = None if on is None else on.isoformat()
            connection.exec_driver_sql(_MARK, (day, session.assessment_id))

    def _write(
        self, connection: "Connection", session: StoredSession, removed: date | None
    ) -> None:
        write_session(connection, session, removed, self._writer.next_seq())


def write_session(
    connection: "Connection", session: StoredSession, removed: date | None, seq: int
) -> None:
    """Write a session over an earlier one of the same id; ``removed`` is its day in the bin."""
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
        seq,
        state.record,
    )
    connection.exec_driver_sql(_WRITE, (*row, seal(row)))


def _unpack(connection: "Connection", brought: Brought) -> None:
    from collabkit.storage.charities import insert_charity
    from collabkit.storage.packs import write_pack

    pack = brought.pack
    if brought.charity is not None:
        insert_charity(brought.charity, connection)
    write_pack(
        connection,
        source=brought.source,
        digest=pack.digest,
        pack_id=pack.id,
        version=pack.version,
        title=pack.title,
    )


def _driver(connection: "Connection") -> sqlite3.Connection:
    from collabkit.storage.engine import driver_of

    return driver_of(connection)


def _get(session_id: str, connection: sqlite3.Connection) -> StoredSession:
    return read_session(session_id, connection)[0]
