"""Puts back what was saved when the database is damaged, older than it should be, or gone.

A verified copy, or the empty file that everything began with, and the changes after it from the
log give every state that was ever told to be saved. The file that was there is put aside, never
thrown away. Nothing here needs the database to be openable; everything happens under the lock.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.files import problem_with, replacing, sync_folder
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER, fill, keep_copy
from collabkit.storage.checks import check_file, journal_of
from collabkit.storage.connection import connect
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.creation import create_database
from collabkit.storage.history import fresh_mark, mark_of, set_mark
from collabkit.storage.identity import COUNTED_SINCE, THIS_RELEASE, version_of
from collabkit.storage.opening import take_lock
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.pruning import is_sound
from collabkit.storage.second_copy.lines import BEGINNING, Change, Mark, content_of
from collabkit.storage.second_copy.replay import replay
from collabkit.storage.second_copy.segments import Segment, segment_paths, sound_segments
from collabkit.storage.second_copy.standing import following
from collabkit.storage.sentences import in_sentences

_MOST_IN_A_LOG = 1_000_000  # changes; a damaged file that claims more is not believed


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A state that can be put back.

    ``base`` is the copy it begins with (the database itself, if that is sound; ``None`` for the
    empty file), ``changes`` are put on top. ``latest`` is when the last thing in it was saved, as
    far as is known, in local time; ``is_complete`` says that nothing is known to be missing.
    """

    base: Path | None
    changes: tuple[Change, ...] = field(repr=False)
    reaches: Mark
    latest: datetime | None
    is_complete: bool


def find_recoverable(folder: DataFolder) -> tuple[Recoverable, ...]:
    """Return what can be put back, the one that reaches furthest first.

    Only what was read through and found sound is among them. Changes nothing.
    """
    segments = tuple(sound_segments(folder))
    known = _highest_known(folder, segments)
    bases = _bases(folder)
    if any(segment.base == Mark(0, BEGINNING) for segment in segments):
        bases.append((None, Mark(0, BEGINNING), None))
    found = []
    for path, mark, made in bases:
        fitting = [segment for segment in segments if segment.schema == _schema_of(path)]
        changes = following(fitting, mark)
        reaches = changes[-1].mark if changes else mark
        latest = _made(changes[-1]) if changes else made
        found.append(Recoverable(path, changes, reaches, latest, reaches.number >= known))
    # The sort is stable: of those that reach as far, the present file comes first, then the
    # newest copy, which needs the fewest changes.
    return tuple(sorted(found, key=lambda each: each.reaches.number, reverse=True))


def recover(folder: DataFolder, choice: Recoverable) -> None:
    """Put ``choice`` in the place of the database; what was there is kept in ``folder.kept``.

    Raises ``AlreadyOpenError`` while somebody has the folder open, ``DamagedFileError`` if what
    was put together is not right and ``EnvironmentProblemError`` if the machine does not allow it;
    everything is then as it was.
    """
    with closing(_Locked(folder)), in_sentences(folder.database):
        _put_in_place(folder, lambda target: build(folder, choice, target), _put_aside)


def restore(folder: DataFolder, copy: Path) -> None:
    """Go back to a copy. The present file is copied first or, if it is damaged, put aside.

    Raises as ``recover`` does; also ``DamagedFileError`` for a copy that is not sound.
    """
    with closing(_Locked(folder)), in_sentences(copy):
        check_file(copy)
        choice = Recoverable(copy, (), _mark_in(copy) or Mark(0, BEGINNING), None, False)
        _put_in_place(folder, lambda target: build(folder, choice, target), _copy_or_put_aside)


def build(folder: DataFolder, choice: Recoverable, target: Path) -> None:
    """Write to the empty file ``target`` what ``choice`` is, checked; raises as ``recover``."""
    if choice.base is None:
        create_database(target)
    else:
        with closing(connect(choice.base, read_only=True)) as source:
            fill(target, source)
    mark = choice.reaches
    if not choice.is_complete:
        # What the log has beyond this is given up: nothing may seem to lead there any more.
        segments = tuple(sound_segments(folder))
        mark = fresh_mark(max(_highest_known(folder, segments), mark.number) + 1)
    version = version_of(target)
    if version >= COUNTED_SINCE:
        with closing(connect(target)) as connection:
            connection.execute("PRAGMA journal_mode = OFF").fetchall()
            connection.execute("BEGIN")  # foreign keys are not enforced yet; ``check_file`` looks
            replay(connection, choice.changes)
            set_mark(connection, mark)
            connection.execute("COMMIT")
    if version < THIS_RELEASE.version:
        _upgrade(target, mark)
    check_file(target)


def _upgrade(target: Path, mark: Mark) -> None:
    from collabkit.storage.migration import upgrade  # Alembic is dear and seldom needed

    upgrade(target, THIS_RELEASE)
    with closing(connect(target)) as connection:
        connection.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.execute("BEGIN")
        set_mark(connection, fresh_mark(mark.number + 1))
        connection.execute("COMMIT")


class _Locked:
    """Holds the lock of a folder until it is closed."""

    def __init__(self, folder: DataFolder) -> None:
        self._lock = take_lock(folder)

    def close(self) -> None:
        self._lock.release()


def _bases(folder: DataFolder) -> list[tuple[Path | None, Mark, datetime | None]]:
    """Return the sound files to begin with, the present one first, then copies by age."""
    copies = copies_in(folder)
    dates: dict[Path, datetime] = {copy.path: copy.made for copy in copies}
    bases: list[tuple[Path | None, Mark, datetime | None]] = []
    for path in (folder.database, *dates):
        mark = _mark_in(path)
        if mark is not None:
            bases.append((path, mark, dates.get(path)))
    return bases


def _mark_in(path: Path) -> Mark | None:
    """Return where a sound file stands; ``None`` for one that cannot be relied on."""
    try:
        version = version_of(path)
        if not is_sound(path):
            return None
        if version < COUNTED_SINCE:
            return Mark(0, b"")  # leads nowhere in the log
        with closing(connect(path, read_only=True)) as connection:
            return mark_of(connection)
    except (CollabkitError, OSError, sqlite3.Error, TypeError):
        return None


def _schema_of(base: Path | None) -> int:
    return THIS_RELEASE.version if base is None else version_of(base)


def _highest_known(folder: DataFolder, segments: tuple[Segment, ...]) -> int:
    """Return the number of the last change that anything in the folder knows of."""
    numbers = [segment.last.number for segment in segments]
    numbers += [copy.number for copy in copies_in(folder)]
    known = max(numbers, default=0)
    is_whole = all(segment.is_whole for segment in segments)
    if is_whole and len(segments) == len(segment_paths(folder)):
        return known  # the log ends with the last change that anybody was told of
    return max(known, min(_claimed(folder.database), known + _MOST_IN_A_LOG))


def _claimed(path: Path) -> int:
    """Return how many changes a file says that it has, be it damaged or not."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            return mark_of(connection).number
    except (sqlite3.Error, TypeError, ValueError):
        return 0


def _made(change: Change) -> datetime | None:
    try:
        return content_of(change.payload).made.astimezone().replace(tzinfo=None)
    except CollabkitError:
        return None


def _put_in_place(
    folder: DataFolder, fill_in: Callable[[Path], None], put_away: Callable[[DataFolder], None]
) -> None:
    with replacing(folder.database, mode=PRIVATE_FILE) as temporary:
        fill_in(temporary)
        put_away(folder)


def _copy_or_put_aside(folder: DataFolder) -> None:
    mark = _mark_in(folder.database)
    if mark is None:
        _put_aside(folder)
        return
    try:
        with closing(connect(folder.database, read_only=True)) as present:
            keep_copy(folder, present, mark.number, Reason.BEFORE_RESTORE)
    except DamagedFileError:
        _put_aside(folder)


def _put_aside(folder: DataFolder) -> None:
    """Keep the present file under another name, and its journal, which must not stay beside."""
    journal = journal_of(folder.database)
    if not folder.database.exists() and not journal.exists():
        return
    now = datetime.now()
    kept = folder.kept / f"collabkit-{now:%Y%m%dT%H%M%S%f}-put-aside.db"
    try:
        folder.kept.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        if folder.database.exists():
            _link(folder.database, kept)
        if journal.exists():
            # SQLite would write what it holds into the new file.
            journal.rename(kept.with_name(f"{kept.name}-journal"))
        sync_folder(folder.kept)
        sync_folder(folder.root)
    except OSError as error:
        raise problem_with(kept, error) from error


def _link(path: Path, kept: Path) -> None:
    """Give a file a second name, so that it is never without one; copy it where that is not."""
    try:
        os.link(path, kept)
    except OSError:
        with suppress(FileNotFoundError):
            kept.unlink()
        shutil.copyfile(path, kept)
        kept.chmod(PRIVATE_FILE)
