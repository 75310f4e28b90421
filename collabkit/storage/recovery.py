"""Puts back what was saved when the database is damaged, older than it should be, or gone.

A verified copy, or the empty file that everything began with, and the changes after it from the
log give every state that was ever told to be saved. The file that was there is put aside, never
thrown away. Nothing here needs the database to be openable; everything happens under the lock.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.files import problem_with, replacing
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER, copy_into, new_copy_path
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.copies import Reason
from collabkit.storage.creation import create_database
from collabkit.storage.identity import COUNTED_SINCE, THIS_RELEASE, version_of
from collabkit.storage.instance_lock import take_lock
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.same_lock import require_same_lock
from collabkit.storage.locking.unlocked_folder import key_of, line_seal_of
from collabkit.storage.marks import Place, fresh_mark, place_of, put_place
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.putting_aside import PutAside
from collabkit.storage.recoverable import (
    Recoverable,
    find_recoverable,
    highest_known,
    mark_in,
)
from collabkit.storage.second_copy.lines import Mark
from collabkit.storage.second_copy.replay import replay
from collabkit.storage.second_copy.segments import sound_segments
from collabkit.storage.sentences import in_sentences
from collabkit.storage.table_seals import seal_tables

if TYPE_CHECKING:
    from collabkit.storage.in_the_making import Finish


def recover(folder: DataFolder, choice: Recoverable, finish: "Finish | None" = None) -> Path | None:
    """Put ``choice`` in the place of the database; return where what was there is kept, if it is.

    What is given up by a choice that lacks something becomes a safety copy first. ``finish`` is
    done to what was put together of it before that takes its place.
    Raises ``AlreadyOpenError`` while somebody has the folder open, ``DamagedFileError`` if what
    was put together is not right and ``EnvironmentProblemError`` if the machine does not allow it;
    everything is then as it was.
    """
    with _alone_with(folder):
        if not choice.is_complete:
            keep_given_up(folder, choice)
        aside = PutAside(folder)
        _put_in_place(folder, lambda target: build(folder, choice, target, finish), aside)
        return aside.kept if aside.kept.exists() else None


def restore(folder: DataFolder, copy: Path, finish: "Finish | None" = None) -> None:
    """Go back to a copy. What is given up by that becomes a safety copy first.

    A present file that is damaged, or of another history, is put aside as well. ``finish`` is
    done to what comes back before it takes its place.
    Raises as ``recover`` does; also ``DamagedFileError``, ``NewerFileError`` or
    ``ForeignFileError`` for a copy that cannot be used.
    """
    with _alone_with(folder):
        require_same_lock(copy, folder)
        version_of(copy)
        mark = mark_in(copy, key_of(folder))
        if mark is None:
            check_file(copy, key=key_of(folder))
            raise DamagedFileError(copy, ())
        choice = Recoverable(copy, (), mark, None, None)
        given_up = keep_given_up(folder, choice)
        aside = PutAside(folder)
        is_kept = given_up is not None and given_up.base == folder.database
        _put_in_place(
            folder,
            lambda target: build(folder, choice, target, finish),
            aside,
            keep=not is_kept,
        )


def take_over(folder: DataFolder, fill: Callable[[Path], object]) -> Path | None:
    """Put what ``fill`` writes to an empty file in the place of the database, as ``recover`` does.

    For whoever cannot say what it leads on from. What reaches furthest becomes a copy first.
    """
    with _alone_with(folder):
        keep_given_up(folder, Recoverable(None, (), fresh_mark(0), None, None))
        aside = PutAside(folder)
        _put_in_place(folder, fill, aside)
        return aside.kept if aside.kept.exists() else None


def keep_given_up(folder: DataFolder, choice: Recoverable) -> Recoverable | None:
    """Make a safety copy of the state that reaches furthest, and return that state.

    Otherwise it would be lost in time: the log goes on behind ``choice``. Nothing is made of a
    state that is a copy already, or that ``choice`` is itself. For whoever has the lock.
    """
    for state in find_recoverable(folder, everything=False):
        if state.reaches == choice.reaches:
            return state
        if state.base != folder.database and not state.changes:
            return state  # it lies among the copies, or is empty
        if _kept_as_copy(folder, state):
            return state
    return None


def keep_other_history(folder: DataFolder, present: Mark) -> bool:
    """Make a safety copy of what the log and the copies reach without the present file.

    Tells whether one was made: not if a copy reaches as far. For whoever has the lock.
    """
    for state in find_recoverable(folder):
        if state.base == folder.database or not state.changes or state.reaches == present:
            continue
        if _kept_as_copy(folder, state):
            return True
    return False


def _kept_as_copy(folder: DataFolder, state: Recoverable) -> bool:
    """Make a safety copy of ``state``; tell whether it can be put together."""
    path = new_copy_path(folder, state.reaches.number, Reason.BEFORE_RESTORE)
    try:
        folder.backups.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        with replacing(path, mode=PRIVATE_FILE) as temporary:
            build(folder, replace(state, missing=0), temporary)
    except DamagedFileError:  # the copy was sound, but what follows does not fit
        return False
    except OSError as error:
        raise problem_with(path, error) from error
    return True


def build(
    folder: DataFolder, choice: Recoverable, target: Path, finish: "Finish | None" = None
) -> None:
    """Write to the empty file ``target`` what ``choice`` is, checked; raises as ``recover``.

    ``finish`` is done to a choice that lacks something.
    """
    key = key_of(folder)
    if choice.base is None:
        create_database(target, key)
    else:
        copy_into(target, choice.base, key)
    mark, before = choice.reaches, choice.reaches.chain
    if not choice.is_complete:
        # What the log has beyond this is given up: nothing may seem to lead there any more. That
        # it comes behind the log as it is now is no accident, and no other file's log either.
        segments = tuple(sound_segments(folder))
        mark = fresh_mark(max(highest_known(folder, segments), mark.number) + 1)
        last = max((each.last for each in segments), key=lambda end: end.number, default=mark)
        before = last.chain
    version = version_of(target)
    if version >= COUNTED_SINCE:
        with _untold(target, key) as connection:
            replay(connection, choice.changes, line_seal_of(folder))
            _go_to(connection, mark, before)
    if version < THIS_RELEASE.version:
        from collabkit.storage.migration import upgrade  # Alembic is dear and seldom needed

        upgrade(target, THIS_RELEASE, key)
        mark = fresh_mark(mark.number + 1)
        with _untold(target, key) as connection:
            _go_to(connection, mark, before)
    if finish is not None and not choice.is_complete:
        from collabkit.storage.in_the_making import opened  # with SQLAlchemy

        with opened(folder, target) as store:
            finish(store)
        with _untold(target, key) as connection:
            _go_to(connection, mark, before)
    check_file(target, key=key)


def _go_to(connection: sqlite3.Connection, mark: Mark, before: bytes) -> None:
    put_place(connection, Place(mark, before, place_of(connection).afresh))
    seal_tables(connection)


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
    folder: DataFolder, fill: Callable[[Path], object], aside: PutAside, *, keep: bool = True
) -> None:
    try:
        if keep and not folder.database.is_file():
            aside.keep()  # a folder of that name is in the way of everything
        with replacing(folder.database, mode=PRIVATE_FILE) as temporary:
            try:
                fill(temporary)
            except DamagedFileError as error:  # the temporary name would tell nobody anything
                raise DamagedFileError(folder.database, error.faults) from error
            if keep and folder.database.is_file():
                aside.keep()
    except BaseException:
        aside.undo()
        raise
