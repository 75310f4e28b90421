"""How much is in a database, so that a person can tell one copy from another."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from collabkit.storage.connection import connect
from collabkit.storage.identity import COUNTED_SINCE, version_of
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.sentences import in_sentences

_SESSIONS_SINCE = 3  # the schema that first had them
_COUNTS = """
WITH own AS (
    SELECT id FROM charity WHERE removed IS NULL AND is_sample = :sample
), here AS (
    SELECT id FROM assessment WHERE removed IS NULL AND charity_id IN own
), people AS (
    SELECT id FROM participant WHERE assessment_id IN here
)
SELECT
    (SELECT count(*) FROM own),
    (SELECT count(*) FROM here),
    (SELECT count(*) FROM people),
    (SELECT count(*) FROM response WHERE answer IS NOT NULL AND participant_id IN people),
    (SELECT count(*) FROM plan_action WHERE assessment_id IN here),
    (SELECT coalesce(sum((note <> '') + (evidence <> '')), 0) FROM response
     WHERE participant_id IN people)
"""
_SESSIONS = """
SELECT count(*) FROM session WHERE removed IS NULL AND NOT is_practice AND NOT is_template
"""
# An older state that came back has a receipt too, which is of no erasing: see ``erasing.PUT_BACK``.
_ERASURES = "SELECT count(*) FROM erasure WHERE kind != 'put-back'"


@dataclass(frozen=True, slots=True)
class Contents:
    """Numbers of what lies in a database and is not put away, without the sample.

    ``people`` counts everybody who answers, each time they do; ``notes`` what they wrote beside
    their answers; ``sessions`` the meetings in the room, without practice; ``erasures`` how often
    something was erased for good. The sample, which comes with the program, is told apart: whether
    it is there, and how many answers it has.
    """

    charities: int = 0
    assessments: int = 0
    people: int = 0
    answers: int = 0
    actions: int = 0
    sessions: int = 0
    erasures: int = 0
    has_sample: bool = False
    sample_answers: int = 0
    notes: int = 0


def contents_of(path: Path, key: DataKey | None = None) -> Contents:
    """Return what is in the database at ``path``, of this release or an older one.

    ``key`` is that of an encrypted one. Nothing is written. Raises ``DataRefusedError`` if it is
    not ours or damaged and ``EnvironmentProblemError`` if it cannot be read; some damage is found
    by ``checks`` alone.
    """
    with in_sentences(path):
        version = version_of(path)
        with closing(connect(path, read_only=True, key=key)) as connection:
            return counted(connection, version)


def counted(connection: sqlite3.Connection, version: int) -> Contents:
    """Return what is in an open database whose schema is ``version``."""
    charities, assessments, people, answers, actions, notes = _counts(connection, is_sample=False)
    samples, _assessments, _people, sample_answers, *_rest = _counts(connection, is_sample=True)
    sessions = erasures = 0
    if version >= _SESSIONS_SINCE:
        (sessions,) = connection.execute(_SESSIONS).fetchone()
    if version >= COUNTED_SINCE:
        (erasures,) = connection.execute(_ERASURES).fetchone()
    return Contents(
        charities,
        assessments,
        people,
        answers,
        actions,
        sessions,
        erasures,
        has_sample=bool(samples),
        sample_answers=sample_answers,
        notes=notes,
    )


def _counts(connection: sqlite3.Connection, *, is_sample: bool) -> tuple[int, ...]:
    counts: tuple[int, ...] = connection.execute(_COUNTS, {"sample": is_sample}).fetchone()
    return counts
