"""Which statements of an assessment are not asked on which sheet."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from collabkit.storage.schema import left_out as table
from collabkit.storage.schema import participant


def insert_left_out(connection: Connection, left_out: Iterable[tuple[str, str]]) -> None:
    """Note pairs of a participant's id and a statement that is not asked on that sheet."""
    rows = [{"participant_id": sheet, "item_id": item_id} for sheet, item_id in left_out]
    if rows:
        connection.execute(insert(table), rows)


def replace_left_out(
    connection: Connection, assessment_id: str, left_out: Iterable[tuple[str, str]]
) -> None:
    """Note what is not asked on the sheets of one assessment instead of what was noted before."""
    sheets = select(participant.c.id).where(participant.c.assessment_id == assessment_id)
    connection.execute(delete(table).where(table.c.participant_id.in_(sheets)))
    insert_left_out(connection, left_out)


def left_out_of(connection: Connection, assessment_id: str) -> dict[str, frozenset[str]]:
    """Return the statements that are left out, by participant; nobody is without an entry."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = connection.execute(
        select(participant.c.id, table.c.item_id)
        .select_from(participant.outerjoin(table))
        .where(participant.c.assessment_id == assessment_id)
    )
    for participant_id, item_id in rows:
        found[participant_id].update(() if item_id is None else (item_id,))
    return {participant_id: frozenset(items) for participant_id, items in found.items()}
