"""What the writer thread owns: the one connection, the lock and the counter."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import BaseFileLock

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import copy_database, latest_copy
from collabkit.storage.connection import connect, make_safe
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.sentences import in_sentences

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LATEST_SEQ = """
SELECT max(
    coalesce((SELECT max(seq) FROM assessment), 0),
    coalesce((SELECT max(seq) FROM response), 0),
    coalesce((SELECT max(seq) FROM session), 0)
)
"""


class Database:
    """An open database. Every method belongs to the thread that made it."""

    def __init__(self, folder: DataFolder, lock: BaseFileLock | None) -> None:
        """Connect to the checked file of ``folder``; without a lock, for reading only."""
        self.folder = folder
        self._lock = lock
        self._changed = False
        self._connection: Connection | None = None
        self._driver = connect(folder.database, read_only=lock is None)
        try:
            make_safe(self._driver)
            # Kept here, so that saving an answer need not look for it. See ``Saved``.
            self._seq: int
            (self._seq,) = self._driver.execute(_LATEST_SEQ).fetchone()
        except BaseException:
            self._driver.close()
            raise

    def next_seq(self) -> int:
        """A number higher than any before. Gaps are allowed, so a failed change may waste one."""
        self._seq += 1
        return self._seq

    @contextmanager
    def reading(self) -> Iterator["Connection"]:
        """See one state of the file throughout, whatever another process does meanwhile."""
        connection = self._by_sqlalchemy()
        with self._transaction("BEGIN"):
            yield connection

    @contextmanager
    def reading_plainly(self) -> Iterator[sqlite3.Connection]:
        """Do as ``reading`` does, without SQLAlchemy."""
        with self._transaction("BEGIN"):
            yield self._driver

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """Everything or nothing; on the disk when the block is left without an error."""
        if self._lock is None:
            raise EnvironmentProblemError(
                _("The file was opened for reading only, so nothing was changed.")
            )
        connection = self._by_sqlalchemy()
        with self._transaction("BEGIN IMMEDIATE"):
            yield connection
        self._changed = True

    def close(self) -> None:
        """Keep a verified copy if anything changed or none exists; then let go of the file.

        Raises what ``copy_database`` raises, after letting go.
        """
        try:
            if self._lock is not None:
                self._keep_copy()
        finally:
            if self._connection is not None:
                self._connection.close()
            self._driver.close()
            if self._lock is not None:
                self._lock.release()

    def _keep_copy(self) -> None:
        copy = latest_copy(self.folder)
        if not self._changed and _is_newer(copy, self.folder.database):
            return  # otherwise an earlier run was killed before it could make its copy
        try:
            with in_sentences(copy):
                copy_database(self._driver, copy)
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
        self._driver.execute(begin)
        try:
            yield
            self._driver.execute("COMMIT")
        except BaseException:
            if self._driver.in_transaction:  # after some errors SQLite has rolled back by itself
                self._driver.execute("ROLLBACK")
            raise

    def _by_sqlalchemy(self) -> "Connection":
        """Return SQLAlchemy's use of the one connection, made when it is first asked for."""
        if self._connection is None:
            from collabkit.storage.engine import connection_over  # takes longer to load than Qt

            self._connection = connection_over(self._driver)
        return self._connection


def _is_newer(copy: Path, original: Path) -> bool:
    """Tell whether ``copy`` is there and was made after the last change of ``original``."""
    try:
        return copy.stat().st_mtime_ns >= original.stat().st_mtime_ns
    except OSError:
        return False
