"""From a folder to an open database, in the order that keeps the file safe."""

import math
import shutil
from contextlib import closing, suppress

from filelock import BaseFileLock

from collabkit.errors import CollabkitError, EnvironmentProblemError
from collabkit.files import remove_leftovers
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE
from collabkit.storage.checks import check_file, journal_of, revision_in
from collabkit.storage.connection import connect, database_errors, require_sqlite
from collabkit.storage.copies import copies_in
from collabkit.storage.database import Database
from collabkit.storage.identity import THIS_RELEASE, Release, version_of
from collabkit.storage.instance_lock import take_lock
from collabkit.storage.locking.begun import forget_begun, told_if_begun
from collabkit.storage.locking.replacing import wipe_leftovers
from collabkit.storage.locking.state import require_unlocked
from collabkit.storage.locking.unlocked_folder import UnlockedFolder, key_of
from collabkit.storage.marks import place_of
from collabkit.storage.place_problems import problem_with_place
from collabkit.storage.problems import (
    DamagedFileError,
    ForeignFileError,
    MissingFileError,
    NewerFileError,
    OlderFileError,
    not_there,
)
from collabkit.storage.second_copy.segments import segment_paths
from collabkit.storage.second_copy.standing import (
    Step,
    is_log_whole,
    is_named_in_log,
    last_in_log,
    standing,
)
from collabkit.storage.sentences import in_sentences

LITTLE_ROOM = 20_000_000  # bytes
NO_ROOM = 64_000  # bytes; an answer needs a few pages, twice, and room in the log


def open_for_reading(folder: DataFolder, release: Release = THIS_RELEASE) -> Database:
    """Open the file, beside a running window or without one; write nothing and lock nothing."""
    require_sqlite()
    require_unlocked(folder)
    if not folder.database.exists():
        raise not_there(folder.database)
    with in_sentences(folder.database):
        version = _version_here(folder, release)
        check_file(folder.database, key=key_of(folder))
        if version < release.version:
            raise EnvironmentProblemError(
                _(
                    "Your answers come from an older collabkit, so they cannot be read just yet. "
                    "Please open the window of collabkit once, which brings them up to date."
                )
            )
        # The log first: whoever writes meanwhile writes into the file first.
        saved = last_in_log(folder)
        database = Database(folder, lock=None)
        missing = saved - database.number()
        if missing > 0:
            database.close()
            raise OlderFileError(folder.database, missing)
        return database


def open_for_writing(
    folder: DataFolder, release: Release = THIS_RELEASE
) -> tuple[Database, tuple[str, ...]]:
    """Take the lock; make, or check and bring up to date, the file; and open it.

    Answers also with the sentences that the person ought to read once.
    """
    require_sqlite()
    if folder.root.exists() and not folder.root.is_dir():
        raise EnvironmentProblemError(
            _(
                "“{folder}” is not a folder, so nothing can be kept there. Nothing was changed. "
                "Please choose a folder for your data."
            ).format(folder=folder.root)
        )
    try:
        require_unlocked(folder)
    except OSError as error:  # a folder of somebody else's, into which nobody may look
        raise problem_with_place(folder, error) from error
    lock = take_lock(folder)
    try:
        return open_with_lock(folder, lock, release)
    except BaseException:
        lock.release()
        raise


def open_with_lock(
    folder: DataFolder, lock: BaseFileLock, release: Release = THIS_RELEASE
) -> tuple[Database, tuple[str, ...]]:
    """Do as ``open_for_writing`` does, for whoever has taken the lock."""
    with in_sentences(folder.database):
        notices = _notices(folder)
        # Only whoever has the lock writes there, so that they are nobody's work.
        for place in (folder.root, folder.personal, folder.changes, folder.kept):
            if isinstance(folder, UnlockedFolder):
                wipe_leftovers(place)
            remove_leftovers(place, older_than=0)
        remove_leftovers(folder.backups)
        if isinstance(folder, UnlockedFolder):
            from collabkit.storage.locking.finishing import finish_database, finish_rest
            from collabkit.storage.locking.unfinished import finished_now, is_unfinished

            was_unfinished = is_unfinished(folder)
            finish_database(folder, release)
        if folder.database.exists():
            _check_and_migrate(folder, release)
        else:
            _create(folder)
        with suppress(OSError):  # memory sticks often know no permissions
            folder.database.chmod(PRIVATE_FILE)
        unrelated = _keep_unrelated(folder)
        notices += unrelated
        database = Database(folder, lock)
        if isinstance(folder, UnlockedFolder):
            try:
                problems = finish_rest(folder, database)
            except BaseException:
                database.close()
                raise
            if was_unfinished and not problems and not unrelated:
                problems = (finished_now(),)
            notices += problems
            forget_begun(folder)
        else:
            notices += told_if_begun(folder)
        return database, notices


def _notices(folder: DataFolder) -> tuple[str, ...]:
    free = shutil.disk_usage(folder.root).free
    if free >= LITTLE_ROOM:
        return ()
    if free < NO_ROOM:
        return (
            _(
                "The disk is full. What was saved before is safe, but nothing new can be saved. "
                "Please free some space, or save your work on another disk."
            ),
        )
    return (
        _(
            "The disk is nearly full. Your answers are safe, but new ones may soon not fit. "
            "Please free some space."
        ),
    )


def _keep_unrelated(folder: DataFolder) -> tuple[str, ...]:
    """Keep what the log and the copies hold of another history than that of the file.

    Of a log that was only hurt nothing needs to be kept: the file has it all.
    """
    with closing(connect(folder.database, read_only=True, key=key_of(folder))) as connection:
        place = place_of(connection)
    if not segment_paths(folder) or standing(folder, place).step is not Step.UNRELATED:
        return ()
    if is_named_in_log(folder, place.mark):
        return (
            _(
                "The second copy of your answers, the log of changes, was damaged, so it begins "
                "anew. Your answers are as they were; nothing was lost."
            ),
        )
    is_whole = is_log_whole(folder)
    from collabkit.storage.recovery import keep_other_history  # seldom needed

    if not keep_other_history(folder, place.mark):
        return ()
    if not is_whole:
        return (
            _(
                "The second copy of your answers, the log of changes, was damaged or cut short, so "
                "it begins anew. Your data was opened as it is; what could be read of the log is "
                "kept among the safety copies, under Settings."
            ),
        )
    return (
        _(
            "The file with your data is not the one that was here last. It was opened as it is; "
            "what was here before is kept among the safety copies, under Settings."
        ),
    )


def _version_here(folder: DataFolder, release: Release) -> int:
    """Return the schema's number; one that only seems newer, by a damaged head, is told as that."""
    try:
        return version_of(folder.database, release)
    except NewerFileError:
        if _revision_of(folder) > release.version:
            raise
        raise DamagedFileError(folder.database, ("the head was changed",)) from None


def _revision_of(folder: DataFolder) -> float:
    """Return the schema's number as it stands among the tables; infinite if that says nothing."""
    key = key_of(folder)
    try:
        with closing(connect(folder.database, read_only=True, key=key)) as connection:
            return revision_in(connection)
    except (CollabkitError, TypeError, ValueError):
        return math.inf
    except database_errors():
        return math.inf


def _check_and_migrate(folder: DataFolder, release: Release) -> None:
    version = _version_here(folder, release)
    has_journal = journal_of(folder.database).exists()
    check_file(folder.database, read_only=not has_journal, key=key_of(folder))
    if version < release.version:
        from collabkit.storage.migration import migrate  # Alembic is dear and seldom needed

        migrate(folder, version, release)


def _create(folder: DataFolder) -> None:
    if copies_in(folder) or segment_paths(folder):  # there was a file, and it can be put back
        raise MissingFileError(folder.database)
    journal = journal_of(folder.database)
    if journal.exists():  # SQLite would write what it holds into the new file
        raise ForeignFileError(journal)
    from collabkit.storage.creation import create_database  # SQLAlchemy: only for a new file

    create_database(folder.database, key_of(folder))
