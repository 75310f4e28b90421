"""Safety copies of data that another window may have open: SQLite reads, nobody waits."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from collabkit.paths import DataFolder
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.safety import SafetyCopy, copies_of
from collabkit.storage.backup import copy_database, keep_copy
from collabkit.storage.connection import connect, require_sqlite
from collabkit.storage.copies import Reason
from collabkit.storage.history import mark_of
from collabkit.storage.identity import COUNTED_SINCE, version_of
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.problems import DamagedFileError, missing
from collabkit.storage.sentences import in_sentences


def copy_beside(folder: DataFolder, today: date) -> SafetyCopy:
    """Make a copy among the others and return it, read through and found sound.

    Raises ``EnvironmentProblemError`` if there is nothing to copy or the machine does not allow
    it, and ``DataRefusedError`` if the data is not ours or damaged.
    """
    with _opened(folder) as source:
        number = 0
        if version_of(folder.database) >= COUNTED_SINCE:
            number = mark_of(source).number
        made = keep_copy(folder, source, number, Reason.ASKED)
    return next(copy for copy in copies_of(folder, today) if copy.path == made.path)


def copy_to(folder: DataFolder, path: Path) -> None:
    """Write a copy to another place; raises as ``copy_beside`` does.

    Also raises ``InvalidInputError`` for a place in the program's own folder.
    """
    check_is_not_ours(path, folder)
    with _opened(folder) as source:
        copy_database(source, path, key_of(folder))


@contextmanager
def _opened(folder: DataFolder) -> Iterator[Connection]:
    require_sqlite()
    if not folder.database.exists():
        raise missing(folder.database)
    with in_sentences(folder.database):
        version_of(folder.database)
        with closing(connect(folder.database, read_only=True, key=key_of(folder))) as source:
            try:
                yield source
            except DamagedFileError as error:  # what is not right in the copy came from the file
                raise DamagedFileError(folder.database, error.faults) from error
