"""The one thread that talks to the file; everything happens there, one after the other."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from collabkit.storage.database import Database
from collabkit.storage.problems import DamagedFileError, WrittenOverError
from collabkit.storage.sentences import Doing, in_sentences

if TYPE_CHECKING:
    from sqlalchemy import Connection

Result = TypeVar("Result")
Way = TypeVar("Way")
Work = Callable[["Connection"], Result]


class Writer:
    """Takes work from any thread and does it in order on its own.

    ``executor`` has exactly one thread, the one in which ``database`` was opened. Python waits at
    its end until everything that was handed in is on the disk.
    Whatever the machine does not allow becomes an ``EnvironmentProblemError``; the same work can
    then be handed in again.
    """

    def __init__(self, executor: ThreadPoolExecutor, database: Database) -> None:
        self._executor = executor
        self._database = database
        self._thread: int | None = threading.get_ident()
        self.damage_met = 0  # how often SQLite has found that the file is not as it was written
        self.is_written_over = False  # whether the file is not the one any more that was opened

    def read(self, work: Work[Result]) -> Result:
        """Do ``work`` on one unchanging state of the file and wait for its result."""
        return self._wait(partial(self._do, self._database.reading, work))

    def read_later(self, work: Work[Result]) -> Future[Result]:
        """Hand in ``work`` as for ``read`` and return at once."""
        return self._executor.submit(self._do, self._database.reading, work)

    def read_plainly(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do as ``read`` does, with SQLite's own connection: SQLAlchemy need not be there yet."""
        return self._wait(partial(self._do, self._database.reading_plainly, work))

    def write(self, work: Work[Result]) -> Result:
        """Do ``work`` whole or not at all and wait until it is on the disk."""
        return self._wait(partial(self._do, self._database.writing, work))

    def write_later(self, work: Work[Result]) -> Future[Result]:
        """Hand in ``work`` and return at once; the future is done when it is on the disk."""
        return self._executor.submit(self._do, self._database.writing, work)

    def erase(self, work: Work[Result]) -> Result:
        """Do ``work`` as ``write`` does, and let the second copy forget what it removes."""
        return self._wait(partial(self._do, self._database.erasing, work))

    def keep(self, work: Callable[[Database], Result]) -> Result:
        """Do something about the file as a whole and wait for it."""
        return self._wait(partial(self._keep, work))

    def keep_later(self, work: Callable[[Database], Result]) -> Future[Result]:
        """Hand in ``work`` as for ``keep`` and return at once."""
        return self._executor.submit(self._keep, work)

    def next_seq(self) -> int:
        """Return the number of the change that is being made; to be called by ``work`` alone."""
        return self._database.next_seq()

    def flush(self) -> None:
        """Wait until everything that was handed in before is done."""
        self._wait(lambda: None)

    def close(self, *, with_copy: bool = True) -> None:
        """Finish everything, keep a verified copy unless told not to, and let go of the file."""
        closed = self._executor.submit(self._close, with_copy)
        self._executor.shutdown(wait=True)
        closed.result()

    def _close(self, with_copy: bool) -> None:
        self._thread = None  # this thread is about to end, and another may be given its number
        with in_sentences(self._database.folder.database):
            self._database.close(with_copy=with_copy)

    def _do(
        self,
        transaction: Callable[[], AbstractContextManager[Way]],
        work: Callable[[Way], Result],
    ) -> Result:
        reads = transaction in (self._database.reading, self._database.reading_plainly)
        doing = Doing.READING if reads else Doing.SAVING
        with self._in_sentences(doing), transaction() as connection:
            return work(connection)

    def _keep(self, work: Callable[[Database], Result]) -> Result:
        with self._in_sentences():
            return work(self._database)

    @contextmanager
    def _in_sentences(self, doing: Doing = Doing.BOTH) -> Iterator[None]:
        try:
            with in_sentences(self._database.folder.database, doing):
                yield
        except DamagedFileError as error:
            self.damage_met += 1
            self.is_written_over |= isinstance(error, WrittenOverError)
            raise

    def _wait(self, task: Callable[[], Result]) -> Result:
        if threading.get_ident() == self._thread:
            return task()  # called back by a future: waiting for ourselves would never end
        return self._executor.submit(task).result()
