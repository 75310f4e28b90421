"""What the writer thread owns: the one connection, the lock and the counter."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import BaseFileLock
from sqlalchemy import Connection, func, select

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import copy_database, latest_copy
from collabkit.storage.connection import make_safe
from collabkit.storage.engine import driver_of, engine_of
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.schema import assessment, response
from collabkit.storage.sentences import in_sentences


class Database:
    """An open database. Every method belongs to the thread that made it."""

    def __init__(self, folder: DataFolder, lock: BaseFileLock | None) -> None:
        """Connect to the checked file of ``folder``; without a lock, for reading only."""
        self.folder = folder
        self._lock = lock
        self._changed = False
        self.connection = engine_of(folder.database, read_only=lock is None).connect()
        try:
            make_safe(self.driver)
            # Kept here, so that saving an answer need not look for it. See ``Saved``.
            self._seq = max(
                self.connection.scalar(select(func.coalesce(func.max(table.c.seq), 0))) or 0
                for table in (assessment, response)
            )
        except BaseException:
            self.connection.close()
            raise

    @property
    def driver(self) -> sqlite3.Connection:
        """The connection underneath SQLAlchemy's."""
        return driver_of(self.connection)

    def next_seq(self) -> int:
        """A number higher than any before. Gaps are allowed, so a failed change may waste one."""
        self._seq += 1
        return self._seq

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See one state of the file throughout, whatever another process does meanwhile."""
        with self._transaction("BEGIN"):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Everything or nothing; on the disk when the block is left without an error."""
        if self._lock is None:
            raise EnvironmentProblemError(
                _("The file was opened for reading only, so nothing was changed.")
            )
        with self._transaction("BEGIN IMMEDIATE"):
            yield self.connection
        self._changed = True

    def close(self) -> None:
        """Keep a verified copy if anything changed or none exists; then let go of the file.

        Raises what ``copy_database`` raises, after letting go.
        """
        try:
            if self._lock is not None:
                self._keep_copy()
        finally:
            self.connection.close()
            if self._lock is not None:
                self._lock.release()

    def _keep_copy(self) -> None:
        copy = latest_copy(self.folder)
        if copy.exists() and not self._changed:
            return
        try:
            with in_sentences(copy):
                copy_database(self.driver, copy)
        except DamagedFileError as error:  # what is not right in the copy came from the file
            raise DamagedFileError(self.folder.database, error.faults) from error
        except EnvironmentProblemError as error:
            raise EnvironmentProblemError(
                _(
                    "Your answers are saved. Only the safety copy could not be made: {reason}"
                ).format(reason=error)
            ) from error

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        # SQLAlchemy's own transaction stays out of it: the connection is in autocommit.
        self.connection.exec_driver_sql(begin)
        try:
            yield
            self.connection.exec_driver_sql("COMMIT")
        except BaseException:
            if self.driver.in_transaction:  # after some errors SQLite has rolled back by itself
                self.connection.exec_driver_sql("ROLLBACK")
            raise
