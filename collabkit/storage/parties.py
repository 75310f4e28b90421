"""The organisations or sides that take part in an assessment."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from functools import partial

from sqlalchemy import Connection, func, insert, select, update

from collabkit.assessments.assessment import Party
from collabkit.storage.schema import party as table
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Party))


class Parties:
    """Reads parties, adds late ones and changes what is known about them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> tuple[Party, ...]:
        """Return the parties of one assessment in the order in which they came."""
        return self._writer.read(partial(_of_assessment, assessment_id))

    def add(self, party: Party) -> None:
        """Let one more organisation take part."""
        self._writer.write(lambda connection: insert_parties(connection, (party,)))

    def change(self, *parties: Party) -> None:
        """Keep new names, leads and sizes, all at once; raises ``KeyError`` for an unknown id."""
        self._writer.write(partial(_change, parties))


def insert_parties(connection: Connection, parties: Sequence[Party]) -> None:
    """Add parties behind those that their assessment has already."""
    for party in parties:
        last = connection.scalar(
            select(func.max(table.c.position)).where(table.c.assessment_id == party.assessment_id)
        )
        position = 0 if last is None else last + 1
        connection.execute(insert(table).values(**asdict(party), position=position))


def _change(parties: Sequence[Party], connection: Connection) -> None:
    for party in parties:
        changed = connection.execute(
            update(table)
            .where(table.c.id == party.id)
            .values(name=party.name, is_lead=party.is_lead, size=party.size)
        )
        if not changed.rowcount:
            raise KeyError(party.id)


def _of_assessment(assessment_id: str, connection: Connection) -> tuple[Party, ...]:
    rows = connection.execute(
        select(*_COLUMNS).where(table.c.assessment_id == assessment_id).order_by(table.c.position)
    )
    return tuple(Party(*row) for row in rows)
