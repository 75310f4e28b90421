"""The bin: what is put there is hidden everywhere and comes back whole."""

from datetime import date

from sqlalchemy import Connection, Table, update


def mark_removed(connection: Connection, table: Table, record_id: str, on: date | None) -> None:
    """Put one record into the bin, or with ``None`` take it out; ``KeyError`` for an unknown id."""
    found = connection.execute(
        update(table).where(table.c.id == record_id).values(removed=on)
    ).rowcount
    if not found:
        raise KeyError(record_id)
