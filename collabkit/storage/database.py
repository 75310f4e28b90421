"""What the writer thread owns: the one connection, the lock, the counter and the history."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import BaseFileLock

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import copy_database, keep_copy
from collabkit.storage.connection import connect, make_safe
from collabkit.storage.copies import Copy, Reason, copies_in
from collabkit.storage.history import History
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import mark_of
from collabkit.storage.problems import (
    DamagedFileError,
    NotYetForgottenError,
    OlderFileError,
    WrittenOverError,
)
from collabkit.storage.pruning import prune
from collabkit.storage.second_copy.standing import Step
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

    def __init__(
        self, folder: DataFolder, lock: BaseFileLock | None, *, making: Path | None = None
    ) -> None:
        """Connect to the checked file of ``folder``; without a lock, for reading only.

        Or to a file that is still being put together at ``making``: nobody knows of it yet, so its
        changes go into no log, and nothing lies beside it.
        Raises ``OlderFileError`` if more was saved than the file holds.
        """
        self.folder = folder
        self._lock = lock
        self._is_making = making is not None
        self._history: History | None = None
        self._connection: Connection | None = None
        path, read_only = making or folder.database, lock is None and making is None
        self._driver = connect(path, read_only=read_only, key=key_of(folder))
        try:
            make_safe(self._driver)
            if self._is_making:
                self._driver.execute("PRAGMA journal_mode = MEMORY").fetchall()
            # Kept here, so that saving an answer need not look for it. See ``Saved``.
            self._seq: int
            (self._seq,) = self._driver.execute(_LATEST_SEQ).fetchone()
            if lock is not None:
                self._history = self._open_history()
        except BaseException:
            self._driver.close()
            raise

    def number(self) -> int:
        """Return how many changes led to what the file holds now."""
        return mark_of(self._driver).number

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
        """Everything or nothing; on the disk twice when the block is left without an error.

        If only the second copy could not be written, the change is made and this raises all the
        same: the same change can be made again, and then both have it.
        """
        if self._is_making:
            connection = self._by_sqlalchemy()
            with self._transaction("BEGIN"):
                yield connection
            return
        history = self._watching()
        connection = self._by_sqlalchemy()
        try:
            with self._transaction("BEGIN IMMEDIATE"):
                self._require_same(history)
                yield connection
                change = history.before_commit()
        except BaseException:
            history.taken_back()
            raise
        if change is not None:
            history.after_commit(change)

    @contextmanager
    def erasing(self, reason: Reason = Reason.AFTER_ERASING) -> Iterator["Connection"]:
        """Do as ``writing`` does, and let nothing of what is removed stay anywhere but in copies.

        The file is built anew, as pieces of what was removed can stay between its rows; then the
        log begins anew behind a new verified copy. If that cannot be done, ``NotYetForgottenError``
        says so after everything was erased, and the next copy, change or start does it.
        """
        history = self._historian()
        history.watch()
        connection = self._by_sqlalchemy()
        try:
            with self._transaction("BEGIN IMMEDIATE"):
                self._require_same(history)
                yield connection
                mark = history.before_erasing_commit()
        except BaseException:
            history.taken_back()
            raise
        history.erased(mark)
        try:
            self._build_anew()
            self._keep_copy(history, reason)
        except (EnvironmentProblemError, DamagedFileError) as error:
            raise NotYetForgottenError(error) from error

    def outdated_log(self) -> tuple[Path, ...]:
        """Return the files of the log that still hold what was erased."""
        return self._historian().outdated()

    def begin_afresh(self) -> None:
        """Let the log begin anew behind a new verified copy, and remove all that was before it."""
        with self.erasing(Reason.NEW_LOG):
            pass

    def keep_copy(self, reason: Reason) -> Copy:
        """Make a verified copy of everything, let the log go on behind it, and return it.

        Copies that have had their time go. Raises ``EnvironmentProblemError`` if the machine does
        not allow it and ``DamagedFileError`` if the file has gone bad meanwhile.
        """
        history = self._historian()
        self._require_same(history)
        if history.outdated():  # what was erased is not wholly forgotten yet
            self._build_anew()
        return self._keep_copy(history, reason)

    def copy_to(self, target: Path) -> None:
        """Make a verified copy of everything at ``target``, locked as the file itself is.

        Raises as ``copy_database`` does.
        """
        copy_database(self._driver, target, key_of(self.folder))

    def changes_since_copy(self) -> int:
        """Return how many changes are not yet in a copy."""
        newest = copies_in(self.folder)
        return self._historian().mark.number - (newest[0].number if newest else 0)

    def close(self, *, with_copy: bool = True) -> None:
        """Keep a verified copy of what is in none, unless told not to; then let go of the file.

        Raises what ``keep_copy`` raises, after letting go.
        """
        try:
            # Of a file that was taken away no copy is made in its place: its disk has gone.
            if with_copy and self._history is not None and self.folder.database.exists():
                self._keep_last_copy()
        finally:
            if self._history is not None:
                self._history.close()
            if self._connection is not None:
                self._connection.close()
            self._driver.close()
            if self._lock is not None:
                self._lock.release()

    def _keep_copy(self, history: History, reason: Reason) -> Copy:
        try:
            copy = keep_copy(self.folder, self._driver, history.mark.number, reason)
        except DamagedFileError as error:  # what is not right in the copy came from the file
            raise DamagedFileError(self.folder.database, error.faults) from error
        history.begin_log()
        prune(self.folder, fresh=copy)
        return copy

    def _keep_last_copy(self) -> None:
        if copies_in(self.folder) and not self.changes_since_copy():
            return
        try:
            with in_sentences(self.folder.backups):
                self.keep_copy(Reason.CLOSING)
        except EnvironmentProblemError as error:
            raise EnvironmentProblemError(
                _(
                    "Your answers are saved. Only the safety copy could not be made: {reason}"
                ).format(reason=error)
            ) from error

    def _open_history(self) -> History:
        history = History(self.folder, self._driver)
        if history.standing.step is Step.AHEAD:
            raise OlderFileError(self.folder.database, len(history.standing.missing))
        self._history = history
        if history.outdated():
            with suppress(EnvironmentProblemError):  # the next copy or change tries again
                self.keep_copy(Reason.AFTER_ERASING)
        return history

    def _build_anew(self) -> None:
        """Leave no pieces of what was removed between the rows; a copy would hold them too."""
        with in_sentences(self.folder.database):
            self._driver.execute("VACUUM")

    def _watching(self) -> History:
        """Return the history, ready for a change."""
        history = self._historian()
        if history.needs_copy:
            self.keep_copy(Reason.AFTER_ERASING if history.outdated() else Reason.NEW_LOG)
        history.watch()
        return history

    def _require_same(self, history: History) -> None:
        if not history.is_where_it_was():
            raise WrittenOverError(self.folder.database)

    def _historian(self) -> History:
        if self._history is None:
            raise EnvironmentProblemError(
                _("The file was opened for reading only, so nothing was changed.")
            )
        if not self._driver.in_transaction:
            self._history.settle()
        return self._history

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
