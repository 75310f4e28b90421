"""The people who answer an assessment, under pseudonyms; each has a sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from functools import partial

from sqlalchemy import Connection, delete, func, insert, select, update

from collabkit.assessments.assessment import Participant
from collabkit.storage.responses import read_responses
from collabkit.storage.schema import arrival, assessment, left_out, response
from collabkit.storage.schema import participant as table
from collabkit.storage.sheets import insert_left_out, left_out_of
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Participant))


class Participants:
    """Reads participants, adds late ones and lets go of those who said nothing."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> tuple[Participant, ...]:
        """Return the participants of one assessment in the order in which they came."""
        return self._writer.read(partial(_of_assessment, assessment_id))

    def left_out(self, assessment_id: str) -> dict[str, frozenset[str]]:
        """Return by participant's id the statements that are not asked on that sheet."""
        return self._writer.read(lambda connection: left_out_of(connection, assessment_id))

    def add(self, participant: Participant, *, left_out: Iterable[tuple[str, str]] = ()) -> None:
        """Let one more person answer; the rest as for ``Assessments.add``."""

        def work(connection: Connection) -> None:
            insert_participants(connection, (participant,))
            insert_left_out(connection, left_out)

        self._writer.write(work)

    def rename(self, participant_id: str, pseudonym: str) -> None:
        """Give a person another pseudonym; raises ``KeyError`` for an unknown id."""
        self._writer.write(partial(_rename, participant_id, pseudonym))

    def remove(self, participant_id: str) -> bool:
        """Take a person's sheet away unless something was said on it; tell whether it went.

        Raises ``KeyError`` for an unknown id.
        """
        return self._writer.write(partial(self._remove, participant_id))

    def _remove(self, participant_id: str, connection: Connection) -> bool:
        assessment_id = connection.scalar(
            select(table.c.assessment_id).where(table.c.id == participant_id)
        )
        if assessment_id is None:
            raise KeyError(participant_id)
        of_person = response.c.participant_id == participant_id
        if read_responses(connection, of_person):
            return False
        connection.execute(delete(response).where(of_person))
        for belonging in (left_out, arrival):
            connection.execute(
                delete(belonging).where(belonging.c.participant_id == participant_id)
            )
        connection.execute(delete(table).where(table.c.id == participant_id))
        # The numbers of the responses go with them, and none may be given twice.
        connection.execute(
            update(assessment)
            .where(assessment.c.id == assessment_id)
            .values(seq=self._writer.next_seq())
        )
        return True


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


def _rename(participant_id: str, pseudonym: str, connection: Connection) -> None:
    changed = connection.execute(
        update(table).where(table.c.id == participant_id).values(pseudonym=pseudonym)
    )
    if not changed.rowcount:
        raise KeyError(participant_id)


def _of_assessment(assessment_id: str, connection: Connection) -> tuple[Participant, ...]:
    rows = connection.execute(
        select(*_COLUMNS).where(table.c.assessment_id == assessment_id).order_by(table.c.position)
    )
    return tuple(Participant(*row) for row in rows)
