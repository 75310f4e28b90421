"""SQLAlchemy's way to a file that ``connection`` opens."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import NullPool, StaticPool

from collabkit.storage.connection import connect
from collabkit.storage.locking.data_key import DataKey


def engine_of(path: Path, *, read_only: bool = False, key: DataKey | None = None) -> Engine:
    """Return an engine for a database that exists; each connection is opened anew.

    ``key`` is as for ``connect``.
    """
    return create_engine(
        "sqlite://",
        creator=partial(connect, path, read_only=read_only, key=key),
        poolclass=NullPool,
        hide_parameters=True,  # people's words must not reach a log by way of an error
    )


def connection_over(driver: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's use of a connection that is open already, and stays open after it.

    No transaction may be under way: SQLAlchemy begins by taking back what it finds.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: driver, poolclass=StaticPool, hide_parameters=True
    )
    return engine.connect()


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the connection underneath SQLAlchemy's."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)
