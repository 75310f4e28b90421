"""Sessions as lists show them, without reading their records; in plain SQL."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from collabkit.storage.facts import SessionLine

# A session that has begun has the title of its assessment and lies in the bin with it. One to
# practise with is there whatever has become of the sample charity.
_LINES = """
SELECT session.id, session.assessment_id, coalesce(assessment.title, session.title),
    coalesce(charity.name, ''), coalesce(charity.is_sample, 0), pack_version.title,
    session.is_practice, session.is_template, session.phase, session.statements, session.voted,
    session.actions, session.held_on, session.changed,
    coalesce(session.removed, assessment.removed) AS in_bin, session.seq
FROM session
JOIN pack_version ON pack_version.digest = session.pack_digest
LEFT JOIN charity ON charity.id = session.charity_id
LEFT JOIN assessment ON assessment.id = session.assessment_id
WHERE (charity.removed IS NULL OR session.is_practice)
"""
_THERE = _LINES + "AND in_bin IS NULL AND is_template = ? ORDER BY session.seq DESC"
_WAITING = (
    _LINES
    + "AND in_bin IS NULL AND assessment_id IS NULL AND NOT is_template AND NOT is_practice "
    + "ORDER BY session.seq DESC"
)
_PUT_AWAY = _LINES + "AND in_bin IS NOT NULL ORDER BY in_bin DESC, session.seq DESC"


def all_lines(connection: sqlite3.Connection, *, templates: bool) -> tuple[SessionLine, ...]:
    """Return the sessions that are not put away, or the templates, the latest touched first."""
    return _lines(connection.execute(_THERE, (int(templates),)))


def waiting_lines(connection: sqlite3.Connection) -> tuple[SessionLine, ...]:
    """Return the sessions that have not begun, without practice, the latest touched first."""
    return _lines(connection.execute(_WAITING))


def put_away_lines(connection: sqlite3.Connection) -> tuple[SessionLine, ...]:
    """Return sessions and templates that are put away, the latest first."""
    return _lines(connection.execute(_PUT_AWAY))


def _lines(rows: Iterable[tuple[Any, ...]]) -> tuple[SessionLine, ...]:
    return tuple(
        SessionLine(
            id=session_id,
            assessment_id=assessment_id,
            title=title,
            charity_name=charity_name,
            is_sample=bool(is_sample),
            pack_title=pack_title,
            is_practice=bool(is_practice),
            is_template=bool(is_template),
            phase=phase,
            statements=statements,
            voted=voted,
            actions=actions,
            held_on=_day(held_on),
            changed=date.fromisoformat(changed),
            removed=_day(removed),
            seq=seq,
        )
        for (
            session_id, assessment_id, title, charity_name, is_sample, pack_title, is_practice,
            is_template, phase, statements, voted, actions, held_on, changed, removed, seq,
        ) in rows
    )  # fmt: skip


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
