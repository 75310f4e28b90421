"""Keeps the database and its second copy in step, change by change.

Within the transaction a change gets its number and the digest over all changes up to it, and room
is taken in the log, so that a full disk undoes the whole change. After the commit its line goes
into the log. Only then may anybody be told that it is saved. If the line cannot be written, it
waits for the next change, and nobody is told.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.locking.unlocked_folder import line_seal_of
from collabkit.storage.locking.wiping import wipe
from collabkit.storage.marks import Place, fresh_mark, mark_of, place_of, put_place
from collabkit.storage.second_copy.capture import Capture
from collabkit.storage.second_copy.lines import BEGINNING, Change, Mark, Row, payload_of, sealed
from collabkit.storage.second_copy.log import ChangeLog
from collabkit.storage.second_copy.segments import outdated_paths
from collabkit.storage.second_copy.standing import Standing, Step, standing
from collabkit.storage.table_seals import seal_tables, tables_to_seal


class History:
    """What the writer thread knows of the history. Raises ``OSError`` and ``sqlite3.Error``."""

    def __init__(self, folder: DataFolder, connection: sqlite3.Connection) -> None:
        self._folder = folder
        self._seal = line_seal_of(folder)
        self._connection = connection
        place = place_of(connection)
        (self._schema,) = connection.execute("PRAGMA user_version").fetchone()
        self.mark = place.mark
        self._afresh = place.afresh
        self.standing: Standing = standing(folder, place)
        self._capture: Capture | None = None
        self._sealed_whole: frozenset[str] = frozenset()
        self._waiting: list[Change] = []
        # What was about to be committed: a change, or where an erasing leads.
        self._in_doubt: Change | Mark | None = None
        self._device = _device_of(folder)
        self._log = self._present_log()

    @property
    def needs_copy(self) -> bool:
        """Whether a new verified copy must be made, for the log to begin after."""
        if self._log is None:
            return True
        return self._log.is_lost and self._folder.database.exists()  # not with the whole disk

    def watch(self) -> None:
        """See what is changed from now on; to be called before a transaction."""
        if self._capture is None:
            self._sealed_whole = frozenset(tables_to_seal(self._connection))
            self._capture = Capture(self._connection)

    def settle(self) -> None:
        """Find out what became of a commit that was reported as failed; costs nothing without one.

        The last call of a commit makes sure that the journal is gone from its folder. If only that
        fails, the change is in the file all the same, and must be in the log. To be called outside
        of a transaction.
        """
        doubt = self._in_doubt
        if doubt is None:
            return
        there = mark_of(self._connection)
        self._in_doubt = None
        if isinstance(doubt, Change) and there == doubt.mark:
            self._waiting.append(doubt)
            self.mark = there
        elif there == doubt:
            self.erased(there)

    def is_where_it_was(self) -> bool:
        """Tell whether the file stands where the last change left it.

        To be asked within a transaction. A program that keeps folders alike, or somebody who puts
        an older file back, may have written another one over it. Or a stick came back as another
        disk: the log, which is found by its path, would go on there, and the file would not.
        """
        if _device_of(self._folder) not in (self._device, None):
            return False
        return place_of(self._connection).mark == self.mark

    def before_commit(self) -> Change | None:
        """Number what the transaction has changed, and make room for it in the log."""
        if self._capture is None or self._log is None:
            raise RuntimeError("a change was made that nobody watched")
        rows = self._capture.take()
        if not rows:
            return None
        self._seal_tables(rows)
        payload = sealed(payload_of(rows, datetime.now(UTC)), self.mark.number + 1, self._seal)
        change = Change(self.mark.after(payload), payload)
        self._log.make_room((*self._waiting, change))
        put_place(self._connection, Place(change.mark, self.mark.chain, self._afresh))
        self._in_doubt = change
        return change

    def after_commit(self, change: Change) -> None:
        """Put the change into the log, and before it whatever still waits."""
        self._in_doubt = None
        self._waiting.append(change)
        self.mark = change.mark
        if self._log is not None:
            self._log.append(self._waiting)
            self._waiting.clear()

    def taken_back(self) -> None:
        """Forget what a transaction has changed that was rolled back."""
        if self._capture is not None:
            self._capture.take()

    def before_erasing_commit(self) -> Mark:
        """Let the history begin anew with what the transaction leaves, in the same transaction."""
        if self._capture is not None:
            self._seal_tables(self._capture.take())
        mark = fresh_mark(self.mark.number + 1)
        put_place(self._connection, Place(mark, self.mark.chain, mark.number))
        self._in_doubt = mark
        return mark

    def erased(self, mark: Mark) -> None:
        """Go on from what is left; what is in the log until now goes as soon as a copy is made."""
        self._in_doubt = None
        self.mark = mark
        self._afresh = mark.number
        self._waiting.clear()
        self.close()
        self._log = None

    def outdated(self) -> tuple[Path, ...]:
        """Return the files of the log that hold what was erased."""
        return outdated_paths(self._folder, self._afresh)

    def begin_log(self) -> None:
        """Let the log go on in a new file: a verified copy stands where the database stands."""
        former = self._log
        if former is not None and former.is_lost:
            former.close()
            former = None
        if former is not None and former.base == self.mark:
            return
        self._waiting.clear()  # the copy holds them
        self._log = ChangeLog(self._folder, self.mark, self._schema)
        with suppress(OSError):  # the next change tries again, and says so if it cannot
            self._log.begin()
            if former is not None:
                former.end()
        if former is not None:
            former.close()
        for path in self.outdated():
            with suppress(OSError):  # whoever erases is told which are left
                wipe(path)

    def close(self) -> None:
        """Let go of the present file of the log."""
        if self._log is not None:
            self._log.close()

    def _seal_tables(self, rows: Iterable[Row]) -> None:
        touched = self._sealed_whole.intersection(table for _sign, table, _values in rows)
        if touched:
            seal_tables(self._connection, touched)

    def _present_log(self) -> ChangeLog | None:
        found = self.standing
        if self.outdated():  # the program was stopped while something was erased
            return None
        if found.step is not Step.IN_STEP:
            return None
        if found.segment is not None:
            return ChangeLog.going_on(self._folder, found.segment)
        if self.mark == Mark(0, BEGINNING):
            return ChangeLog(self._folder, self.mark, self._schema)
        return None


def _device_of(folder: DataFolder) -> int | None:
    """Return which disk the file lies on; ``None`` while it is out of reach."""
    try:
        return folder.database.stat().st_dev
    except OSError:
        return None
