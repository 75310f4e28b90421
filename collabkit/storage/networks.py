"""Networks, and what each of their groups sent."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from collabkit.storage.bin import mark_removed
from collabkit.storage.facts import Network, NetworkLine, Removed, StoredGroup
from collabkit.storage.schema import network as table
from collabkit.storage.schema import network_group as groups
from collabkit.storage.seals import seal
from collabkit.storage.writer import Writer

_COLUMNS = (table.c.id, table.c.name, table.c.minimum, table.c.made)
_SENT = (groups.c.group_key, groups.c.received, groups.c.text)


class Networks:
    """Reads and keeps networks. An id that is not there raises ``KeyError``, unless said."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def lines(self) -> tuple[NetworkLine, ...]:
        """Return the networks that are not put away, by name, with the number of their groups."""
        return self._writer.read(_lines)

    def get(self, network_id: str) -> Network:
        """Return one network, even if it is put away."""
        return self._writer.read(partial(_get, network_id))

    def add(self, network: Network) -> None:
        """Keep a new network, which has no groups yet."""
        self._writer.write(lambda c: c.execute(insert(table).values(**asdict(network))).close())

    def rename(self, network_id: str, name: str) -> None:
        """Give a network another name."""
        self._writer.write(partial(_rename, network_id, name))

    def groups(self, network_id: str) -> tuple[StoredGroup, ...]:
        """Return what the groups sent, in an order that does not tell who sent it when."""
        return self._writer.read(partial(_groups, network_id))

    def take(self, network_id: str, sent: Sequence[StoredGroup]) -> None:
        """Keep what groups sent, instead of what they sent before, all in one transaction."""
        self._writer.write(partial(_take, network_id, sent))

    def drop(self, network_id: str, keys: Iterable[str]) -> None:
        """Let go of what these groups sent; unknown keys are no fault."""
        of_groups = groups.c.group_key.in_(tuple(keys))
        self._writer.write(
            lambda c: c.execute(
                delete(groups).where(groups.c.network_id == network_id, of_groups)
            ).close()
        )

    def remove(self, network_id: str, on: date) -> None:
        """Put a network into the bin, with all its groups."""
        self._writer.write(lambda c: mark_removed(c, table, network_id, on))

    def restore(self, network_id: str) -> None:
        """Take a network out of the bin."""
        self._writer.write(lambda c: mark_removed(c, table, network_id, None))

    def removed(self) -> tuple[Removed[Network], ...]:
        """Return the networks that are put away, the latest first."""
        return self._writer.read(_removed)


def _lines(connection: Connection) -> tuple[NetworkLine, ...]:
    rows = connection.execute(
        select(*_COLUMNS, func.count(groups.c.group_key))
        .select_from(table.outerjoin(groups))
        .where(table.c.removed.is_(None))
        .group_by(table.c.id)
    )
    lines = (NetworkLine(Network(*row[:-1]), row[-1]) for row in rows)
    return tuple(sorted(lines, key=lambda line: (line.network.name.casefold(), line.network.id)))


def _get(network_id: str, connection: Connection) -> Network:
    for row in connection.execute(select(*_COLUMNS).where(table.c.id == network_id)):
        return Network(*row)
    raise KeyError(network_id)


def _rename(network_id: str, name: str, connection: Connection) -> None:
    changed = connection.execute(update(table).where(table.c.id == network_id).values(name=name))
    if not changed.rowcount:
        raise KeyError(network_id)


def _groups(network_id: str, connection: Connection) -> tuple[StoredGroup, ...]:
    rows = connection.execute(
        select(*_SENT).where(groups.c.network_id == network_id).order_by(groups.c.group_key)
    )
    return tuple(StoredGroup(*row) for row in rows)


def _take(network_id: str, sent: Sequence[StoredGroup], connection: Connection) -> None:
    _get(network_id, connection)
    for each in sent:
        row = (network_id, each.key, each.received.isoformat(), each.text)
        statement = insert(groups).values(
            network_id=network_id,
            group_key=each.key,
            received=each.received,
            text=each.text,
            digest=seal(row),
        )
        changed = {name: statement.excluded[name] for name in ("received", "text", "digest")}
        connection.execute(
            statement.on_conflict_do_update(index_elements=groups.primary_key, set_=changed)
        )


def _removed(connection: Connection) -> tuple[Removed[Network], ...]:
    rows = connection.execute(
        select(*_COLUMNS, table.c.removed)
        .where(table.c.removed.is_not(None))
        .order_by(table.c.removed.desc())
    )
    return tuple(Removed(Network(*row[:-1]), row[-1]) for row in rows)
