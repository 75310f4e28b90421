"""What each participant said about each statement. The one place where speed was measured."""

from concurrent.futures import Future
from dataclasses import fields
from functools import partial

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.pysqlite import dialect

from collabkit.assessments.assessment import Response
from collabkit.storage.facts import Saved
from collabkit.storage.schema import participant
from collabkit.storage.schema import response as table
from collabkit.storage.seals import seal
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Response))


def _upsert() -> str:
    statement = insert(table)
    changed = {c.name: statement.excluded[c.name] for c in table.c if not c.primary_key}
    return str(
        statement.on_conflict_do_update(index_elements=table.primary_key, set_=changed).compile(
            dialect=dialect()
        )
    )


# Compiled once: building it for every answer costs half as much again as the commit (tried). Its
# parameters are the columns of the table in their order.
_UPSERT = _upsert()


class Responses:
    """Saves and reads responses."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def save(self, response: Response) -> "Future[Saved]":
        """Save one response, replacing an earlier one of the same person and statement.

        Returns at once; the future is done when the response is on the disk. If it fails, the
        earlier response is unchanged and the same one can be saved again. A blank response is
        kept too, without being listed: its ``seq`` tells that something was taken back, and when.
        """
        return self._writer.write_later(partial(self._save, response))

    def of_assessment(self, assessment_id: str) -> tuple[Response, ...]:
        """Return what all participants said, person by person, the latest change last."""
        of_assessment = participant.c.assessment_id == assessment_id
        return self._writer.read(lambda connection: read_responses(connection, of_assessment))

    def get(self, participant_id: str, item_id: str) -> Response | None:
        """Return one response, blank or not; ``None`` where nothing was ever said."""
        query = select(*_COLUMNS).where(
            table.c.participant_id == participant_id, table.c.item_id == item_id
        )
        row = self._writer.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else Response(*row)

    def _save(self, response: Response, connection: Connection) -> Saved:
        seq = self._writer.next_seq()
        write_response(connection, response, seq)
        return Saved(seq)


def write_response(connection: Connection, response: Response, seq: int) -> None:
    """Write one response over an earlier one of the same person and statement."""
    values = (
        response.participant_id,
        response.item_id,
        response.answer or None,
        response.note,
        response.evidence,
        response.confidence,
        int(response.flagged),
        seq,
    )
    connection.exec_driver_sql(_UPSERT, (*values, seal(values)))


def read_responses(
    connection: Connection, *conditions: ColumnElement[bool]
) -> tuple[Response, ...]:
    """Return the responses that meet ``conditions``, person by person, the latest change last."""
    rows = connection.execute(
        select(*_COLUMNS)
        .join(participant)
        .where(*conditions)
        .order_by(participant.c.position, table.c.seq)
    )
    responses = (Response(*row) for row in rows)
    return tuple(response for response in responses if not response.is_blank)
