"""Sheets that came in from elsewhere: how, and with everything that was said on them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from functools import partial

from sqlalchemy import Connection, delete, insert, select, update

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Participant, Response
from collabkit.storage.participants import insert_participants
from collabkit.storage.responses import write_response
from collabkit.storage.schema import arrival as table
from collabkit.storage.schema import assessment, left_out, participant, response
from collabkit.storage.settled import write_settled
from collabkit.storage.sheets import insert_left_out
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Arrival))


@dataclass(frozen=True, slots=True)
class NewSheet:
    """One sheet to be kept with all that was said on it.

    If its participant is there already, everything said on the sheet before is replaced, with the
    name and the role.
    ``left_out`` are the statements that are not asked on it, and ``settled`` what is settled
    with it, by topic.
    """

    participant: Participant
    responses: tuple[Response, ...]
    arrival: Arrival
    left_out: tuple[str, ...] = ()
    settled: tuple[tuple[str, str], ...] = ()


class Arrivals:
    """Reads how sheets came in, and takes new ones."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> tuple[Arrival, ...]:
        """Return how the sheets of one assessment came in that were not filled in here."""
        return self._writer.read(lambda connection: arrivals_of(connection, assessment_id))

    def take(self, assessment_id: str, sheets: Sequence[NewSheet]) -> None:
        """Keep all of ``sheets``, in one transaction; raises ``KeyError`` for an unknown id."""
        self._writer.write(partial(self._take, assessment_id, sheets))

    def _take(self, assessment_id: str, sheets: Sequence[NewSheet], connection: Connection) -> None:
        touched = connection.execute(
            update(assessment)
            .where(assessment.c.id == assessment_id)
            .values(seq=self._writer.next_seq())
        )
        if not touched.rowcount:
            raise KeyError(assessment_id)
        for sheet in sheets:
            person = sheet.participant
            _clear(connection, person.id)
            if not _renewed(connection, person):
                insert_participants(connection, (person,))
            insert_left_out(connection, [(person.id, item_id) for item_id in sheet.left_out])
            for said in sheet.responses:
                write_response(connection, said, self._writer.next_seq())
            for topic, value in sheet.settled:
                write_settled(connection, assessment_id, topic, value)
            insert_arrivals(connection, (sheet.arrival,))


def insert_arrivals(connection: Connection, arrivals: Iterable[Arrival]) -> None:
    """Note how sheets came in."""
    for each in arrivals:
        connection.execute(insert(table).values(**asdict(each)))


def _clear(connection: Connection, participant_id: str) -> None:
    """Take away everything that was said on a sheet, but not the sheet."""
    for belonging in (table, response, left_out):
        connection.execute(delete(belonging).where(belonging.c.participant_id == participant_id))


def _renewed(connection: Connection, person: Participant) -> bool:
    """Write another name and role of somebody who is there already; tell whether anybody is."""
    there = connection.execute(
        update(participant)
        .where(participant.c.id == person.id)
        .values(pseudonym=person.pseudonym, role=person.role)
    )
    return bool(there.rowcount)


def arrivals_of(connection: Connection, assessment_id: str) -> tuple[Arrival, ...]:
    """Return how the sheets of one assessment came in, in the order of the people."""
    rows = connection.execute(
        select(*_COLUMNS)
        .join(participant)
        .where(participant.c.assessment_id == assessment_id)
        .order_by(participant.c.position)
    )
    return tuple(Arrival(*row) for row in rows)
