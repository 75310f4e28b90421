"""The people who answer an assessment, under pseudonyms."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from functools import partial

from sqlalchemy import Connection, func, insert, select

from collabkit.assessments.assessment import Participant
from collabkit.storage.schema import participant as table
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Participant))


class Participants:
    """Reads participants and adds late ones."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> tuple[Participant, ...]:
        """Return the participants of one assessment in the order in which they came."""
        return self._writer.read(partial(_of_assessment, assessment_id))

    def add(self, participant: Participant) -> None:
        """Let one more person answer."""
        self._writer.write(lambda connection: insert_participants(connection, (participant,)))


def insert_participants(connection: Connection, participants: Sequence[Participant]) -> None:
    """Add participants behind those whom their assessment has already."""
    for participant in participants:
        last = connection.scalar(
            select(func.max(table.c.position)).where(
                table.c.assessment_id == participant.assessment_id
            )
        )
        position = 0 if last is None else last + 1
        connection.execute(insert(table).values(**asdict(participant), position=position))


def _of_assessment(assessment_id: str, connection: Connection) -> tuple[Participant, ...]:
    rows = connection.execute(
        select(*_COLUMNS).where(table.c.assessment_id == assessment_id).order_by(table.c.position)
    )
    return tuple(Participant(*row) for row in rows)
