"""Copies of a database that another window may have open: SQLite reads, nobody waits."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from collabkit.errors import CollabkitError, EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import copy_database, keep_copy
from collabkit.storage.connection import connect, require_sqlite
from collabkit.storage.copies import Copy, Reason
from collabkit.storage.identity import COUNTED_SINCE, version_of
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import mark_of, place_of
from collabkit.storage.problems import DamagedFileError, not_there
from collabkit.storage.second_copy.segments import outdated_paths
from collabkit.storage.sentences import in_sentences


def keep_copy_beside(folder: DataFolder) -> Copy:
    """Make a copy among the others and return it, read through and found sound.

    Raises ``EnvironmentProblemError`` if there is nothing to copy or the machine does not allow
    it, and ``DataRefusedError`` if the data is not ours or damaged.
    """
    try:
        return _kept(folder)
    except CollabkitError:
        # A window that was opened or erased something meanwhile wipes what is half made there.
        return _kept(folder)


def copy_beside(folder: DataFolder, target: Path) -> None:
    """Write a copy to ``target``; raises as ``keep_copy_beside`` does."""
    with _opened(folder) as source:
        copy_database(source, target, key_of(folder))


def _kept(folder: DataFolder) -> Copy:
    with _opened(folder) as source:
        is_counted = version_of(folder.database) >= COUNTED_SINCE
        number = mark_of(source).number if is_counted else 0
        return keep_copy(folder, source, number, Reason.ASKED)


def _require_forgotten(folder: DataFolder, source: sqlite3.Connection) -> None:
    """Make sure that no pieces of what was erased lie between the rows: a copy would have them."""
    if version_of(folder.database) < COUNTED_SINCE:
        return
    if outdated_paths(folder, place_of(source).afresh):
        raise EnvironmentProblemError(
            _(
                "Something was erased here, and that is not finished yet, so no copy was made: "
                "it would hold pieces of it. Please open the window of collabkit once, or make a "
                "copy there, which finishes it."
            )
        )


@contextmanager
def _opened(folder: DataFolder) -> Iterator[sqlite3.Connection]:
    require_sqlite()
    if not folder.database.exists():
        raise not_there(folder.database)
    with in_sentences(folder.database):
        version_of(folder.database)
        with closing(connect(folder.database, read_only=True, key=key_of(folder))) as source:
            _require_forgotten(folder, source)
            try:
                yield source
            except DamagedFileError as error:  # what is not right in the copy came from the file
                raise DamagedFileError(folder.database, error.faults) from error
