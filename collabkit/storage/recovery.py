"""Puts back what was saved when the database is damaged, older than it should be, or gone.

A verified copy, or the empty file that everything began with, and the changes after it from the
log give every state that was ever told to be saved. The file that was there is put aside, never
thrown away. Nothing here needs the database to be openable; everything happens under the lock.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from collabkit.files import replacing
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, copy_into, keep_copy
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.copies import Reason
from collabkit.storage.creation import create_database
from collabkit.storage.history import fresh_mark, set_mark
from collabkit.storage.identity import COUNTED_SINCE, THIS_RELEASE, version_of
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.same_lock import require_same_lock
from collabkit.storage.locking.unlocked_folder import key_of, line_seal_of
from collabkit.storage.opening import take_lock
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.putting_aside import PutAside
from collabkit.storage.recoverable import Recoverable, highest_known, mark_in
from collabkit.storage.second_copy.lines import Mark
from collabkit.storage.second_copy.replay import replay
from collabkit.storage.second_copy.segments import sound_segments
from collabkit.storage.sentences import in_sentences
from collabkit.storage.table_seals import seal_tables


def recover(folder: DataFolder, choice: Recoverable) -> Path | None:
    """Put ``choice`` in the place of the database; return where what was there is kept, if it is.

    Raises ``AlreadyOpenError`` while somebody has the folder open, ``DamagedFileError`` if what
    was put together is not right and ``EnvironmentProblemError`` if the machine does not allow it;
    everything is then as it was.
    """
    with _alone_with(folder):
        aside = PutAside(folder)
        _put_in_place(folder, choice, aside, aside.keep)
        return aside.kept if aside.kept.exists() else None


def restore(folder: DataFolder, copy: Path) -> None:
    """Go back to a copy. The present file is copied first or, if it is damaged, put aside.

    Raises as ``recover`` does; also ``DamagedFileError`` for a copy that is not sound, and
    ``OtherLockError`` for one that is locked with something else.
    """
    with _alone_with(folder):
        require_same_lock(copy, folder)
        mark = mark_in(copy, key_of(folder))
        if mark is None:
            check_file(copy, key=key_of(folder))
            raise DamagedFileError(copy, ())
        aside = PutAside(folder)
        choice = Recoverable(copy, (), mark, None, None)
        _put_in_place(folder, choice, aside, lambda: _copy_or_keep(folder, aside))


def build(folder: DataFolder, choice: Recoverable, target: Path) -> None:
    """Write to the empty file ``target`` what ``choice`` is, checked; raises as ``recover``."""
    key = key_of(folder)
    if choice.base is None:
        create_database(target, key)
    else:
        copy_into(target, choice.base, key)
    mark = choice.reaches
    if not choice.is_complete:
        # What the log has beyond this is given up: nothing may seem to lead there any more.
        segments = tuple(sound_segments(folder))
        mark = fresh_mark(max(highest_known(folder, segments), mark.number) + 1)
    version = version_of(target)
    if version >= COUNTED_SINCE:
        with _untold(target, key) as connection:
            replay(connection, choice.changes, line_seal_of(folder))
            set_mark(connection, mark)
            seal_tables(connection)
    if version < THIS_RELEASE.version:
        _upgrade(target, mark, key)
    check_file(target, key=key)


def _upgrade(target: Path, mark: Mark, key: DataKey | None) -> None:
    from collabkit.storage.migration import upgrade  # Alembic is dear and seldom needed

    upgrade(target, THIS_RELEASE, key)
    with _untold(target, key) as connection:
        set_mark(connection, fresh_mark(mark.number + 1))


@contextmanager
def _untold(target: Path, key: DataKey | None) -> Iterator[sqlite3.Connection]:
    """Change a file that nobody knows of yet: if this is interrupted, the whole file goes.

    Foreign keys are not enforced meanwhile; whoever calls looks at them with ``check_file``.
    """
    with closing(connect(target, key=key)) as connection:
        connection.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _alone_with(folder: DataFolder) -> Iterator[None]:
    lock = take_lock(folder)
    try:
        with in_sentences(folder.database):
            yield
    finally:
        lock.release()


def _put_in_place(
    folder: DataFolder, choice: Recoverable, aside: PutAside, keep: Callable[[], None]
) -> None:
    try:
        if not folder.database.is_file():
            keep()  # a folder of that name is in the way of everything
        with replacing(folder.database, mode=PRIVATE_FILE) as temporary:
            try:
                build(folder, choice, temporary)
            except DamagedFileError as error:  # the temporary name would tell nobody anything
                raise DamagedFileError(folder.database, error.faults) from error
            if folder.database.is_file():
                keep()
    except BaseException:
        aside.undo()
        raise


def _copy_or_keep(folder: DataFolder, aside: PutAside) -> None:
    key = key_of(folder)
    mark = mark_in(folder.database, key)
    if mark is None:
        aside.keep()
        return
    try:
        with closing(connect(folder.database, read_only=True, key=key)) as present:
            keep_copy(folder, present, mark.number, Reason.BEFORE_RESTORE)
    except DamagedFileError:
        aside.keep()
