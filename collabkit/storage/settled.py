"""What people settle about a whole assessment: a mode, a decision, what they chose.

Plain SQL: the wording in which Home shows a statement is settled too, and Home does not wait for
SQLAlchemy.
"""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from collabkit.storage.facts import Saved
from collabkit.storage.seals import seal
from collabkit.storage.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

_READ = "SELECT topic, value FROM settled WHERE assessment_id = ? ORDER BY topic"
_READ_ALL = """
SELECT assessment.id, coalesce(settled.value, '')
FROM assessment
LEFT JOIN settled ON settled.assessment_id = assessment.id AND settled.topic = ?
"""
_UPSERT = """
INSERT INTO settled (assessment_id, topic, value, digest) VALUES (?, ?, ?, ?)
ON CONFLICT (assessment_id, topic) DO UPDATE SET value = excluded.value, digest = excluded.digest
"""
_REMOVE = "DELETE FROM settled WHERE assessment_id = ? AND topic = ?"
_TOUCH = "UPDATE assessment SET seq = ? WHERE id = ?"


class Settled:
    """Reads and keeps what is settled, as text by topic."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> dict[str, str]:
        """Return everything that is settled about one assessment."""
        return self._writer.read_plainly(partial(_of_assessment, assessment_id))

    def by_assessment(self, topic: str) -> dict[str, str]:
        """Return one topic of every assessment, by its id; empty where nothing is settled."""
        return self._writer.read_plainly(
            lambda connection: dict(connection.execute(_READ_ALL, (topic,)).fetchall())
        )

    def keep(
        self,
        assessment_id: str,
        topic: str,
        value: str,
        *,
        left_out: Iterable[tuple[str, str]] | None = None,
    ) -> Saved:
        """Settle one topic anew; an empty value removes it. ``KeyError`` for an unknown id.

        What follows from it is kept in the same transaction: ``left_out``, if given, replaces what
        was left out on the sheets before (see ``Assessments.add``).
        """

        def work(connection: "Connection") -> Saved:
            from collabkit.storage.sheets import replace_left_out

            seq = self._writer.next_seq()
            if not connection.exec_driver_sql(_TOUCH, (seq, assessment_id)).rowcount:
                raise KeyError(assessment_id)
            write_settled(connection, assessment_id, topic, value)
            if left_out is not None:
                replace_left_out(connection, assessment_id, left_out)
            return Saved(seq)

        return self._writer.write(work)


def write_settled(connection: "Connection", assessment_id: str, topic: str, value: str) -> None:
    """Write what is settled about one topic; an empty value removes it."""
    if value:
        row = (assessment_id, topic, value)
        connection.exec_driver_sql(_UPSERT, (*row, seal(row)))
    else:
        connection.exec_driver_sql(_REMOVE, (assessment_id, topic))


def _of_assessment(assessment_id: str, connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute(_READ, (assessment_id,)).fetchall())
