"""Safety copies of the open file, and forgetting."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from collabkit.storage.copies import Copy, Reason, copies_in
from collabkit.storage.database import Database
from collabkit.storage.writer import Result, Work, Writer


class Safety:
    """Makes and lists verified copies; lets go of what is erased."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def copies(self) -> tuple[Copy, ...]:
        """Return the copies that are there, the newest first."""
        return self._writer.keep(lambda database: copies_in(database.folder))

    def while_idle(self, work: Callable[[], Result]) -> Result:
        """Do ``work``, which opens the file by itself, while nothing is being written.

        Whoever opens and closes the file elsewhere in this process takes SQLite's locks away, and
        another process could then read half a change: https://sqlite.org/howtocorrupt.html, 2.2.
        """
        return self._writer.keep(lambda _database: work())

    def changes_since_copy(self) -> int:
        """Return how many changes are in no copy yet; they are in the log."""
        return self._writer.keep(Database.changes_since_copy)

    def make_copy(self, reason: Reason) -> Copy:
        """Make a verified copy of everything that was handed in before, and wait for it.

        Copies that have had their time go. Raises ``EnvironmentProblemError`` if the machine does
        not allow it and ``DamagedFileError`` if the file has gone bad meanwhile.
        """
        return self._writer.keep(lambda database: database.keep_copy(reason))

    def make_copy_later(self, reason: Reason) -> "Future[Copy]":
        """Begin to make a copy as ``make_copy`` does, and return at once."""
        return self._writer.keep_later(lambda database: database.keep_copy(reason))

    def erase(self, work: Work[Result]) -> Result:
        """Do ``work``, all or nothing, and let the second copy forget what it removes.

        If only the copy that is made afterwards fails, this raises ``NotYetForgottenError``
        although everything was erased; the next change makes that copy. Copies that were made
        before still hold what was erased.
        """
        return self._writer.erase(work)

    def outdated_log(self) -> tuple[Path, ...]:
        """Return the files of the log that still hold what was erased; mostly there are none."""
        return self._writer.keep(Database.outdated_log)
