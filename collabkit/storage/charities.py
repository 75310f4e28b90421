"""The charities in the file."""

from dataclasses import asdict, fields
from datetime import date
from functools import partial

from sqlalchemy import Connection, insert, select, update

from collabkit.assessments.charity import Charity
from collabkit.storage.bin import mark_removed
from collabkit.storage.facts import Removed
from collabkit.storage.schema import charity as table
from collabkit.storage.writer import Writer

_COLUMNS = tuple(table.c[field.name] for field in fields(Charity))


class Charities:
    """Reads and changes charities. A facilitator may keep several; ``Lists`` lists them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def get(self, charity_id: str) -> Charity:
        """Return one charity, even from the bin; raises ``KeyError`` for an unknown id."""
        return self._writer.read(partial(_get, charity_id))

    def add(self, charity: Charity) -> None:
        """Keep a new charity."""
        self._writer.write(partial(insert_charity, charity))

    def change(self, charity: Charity) -> None:
        """Replace what is known about the charity with the same id; ``KeyError`` without one."""
        self._writer.write(partial(_change, charity))

    def remove(self, charity_id: str, on: date) -> None:
        """Put a charity into the bin; its assessments are hidden with it."""
        self._writer.write(partial(_mark, charity_id, on))

    def restore(self, charity_id: str) -> None:
        """Take a charity out of the bin, with all that was not itself put there."""
        self._writer.write(partial(_mark, charity_id, None))

    def removed(self) -> tuple[Removed[Charity], ...]:
        """Return the charities in the bin, the latest first."""
        return self._writer.read(_removed)


def insert_charity(charity: Charity, connection: Connection) -> None:
    """Keep a new charity within somebody's transaction."""
    connection.execute(insert(table).values(**asdict(charity))).close()


def _get(charity_id: str, connection: Connection) -> Charity:
    row = connection.execute(select(*_COLUMNS).where(table.c.id == charity_id)).one_or_none()
    if row is None:
        raise KeyError(charity_id)
    return Charity(*row)


def _change(charity: Charity, connection: Connection) -> None:
    changed = connection.execute(
        update(table).where(table.c.id == charity.id).values(**asdict(charity))
    )
    if not changed.rowcount:
        raise KeyError(charity.id)


def _mark(charity_id: str, on: date | None, connection: Connection) -> None:
    mark_removed(connection, table, charity_id, on)


def _removed(connection: Connection) -> tuple[Removed[Charity], ...]:
    rows = connection.execute(
        select(*_COLUMNS, table.c.removed)
        .where(table.c.removed.is_not(None))
        .order_by(table.c.removed.desc(), table.c.name)
    )
    return tuple(Removed(Charity(*values), on) for *values, on in rows)
