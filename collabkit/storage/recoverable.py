"""What can be put back: a sound file to begin with, and the changes after it from the log."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage.connection import connect, database_errors
from collabkit.storage.copies import copies_in
from collabkit.storage.identity import COUNTED_SINCE, THIS_RELEASE, version_of
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.sealing import LineSeal
from collabkit.storage.locking.unlocked_folder import key_of, line_seal_of
from collabkit.storage.marks import mark_of
from collabkit.storage.pruning import is_sound
from collabkit.storage.second_copy.lines import BEGINNING, Change, Mark, content_of, unsealed
from collabkit.storage.second_copy.segments import (
    Segment,
    segment_paths,
    sound_segments,
)
from collabkit.storage.second_copy.standing import following

_EMPTY_FILE = Mark(0, BEGINNING)
_UNCOUNTED = Mark(0, b"")  # where files stand that did not count yet; leads nowhere in the log
_MOST_IN_A_LOG = 1_000_000  # changes; a damaged file that claims more is not believed


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A state that can be put back.

    ``base`` is the copy it begins with (the database itself, if that is sound; ``None`` for the
    empty file), ``changes`` are put on top. ``latest`` is when the last thing in it was saved, as
    far as is known, in local time. ``missing`` is how many changes that are known of are not in
    it; ``None`` where nobody knows.
    """

    base: Path | None
    changes: tuple[Change, ...] = field(repr=False)
    reaches: Mark
    latest: datetime | None
    missing: int | None

    @property
    def is_complete(self) -> bool:
        """Whether everything is in it that was ever told to be saved."""
        return self.missing == 0


def find_recoverable(folder: DataFolder, *, everything: bool = True) -> tuple[Recoverable, ...]:
    """Return what can be put back, the one that reaches furthest first.

    Only what was read through and found sound is among them. With ``everything`` each copy is
    read, which takes about 50 ms for one with 10,000 answers; otherwise the search ends at the
    first state in which nothing is missing. Changes nothing.
    """
    segments = tuple(sound_segments(folder))
    end = _end_of_history(folder, segments)
    found = []
    for path, mark, made in _bases(folder, segments):
        state = _state(folder, segments, end, path, mark, made)
        found.append(state)
        if state.is_complete and not everything:
            break
    # The sort is stable: of those that reach as far, the present file comes first, then the
    # newest copy, which needs the fewest changes.
    return tuple(
        sorted(found, key=lambda each: (each.is_complete, each.reaches.number), reverse=True)
    )


def present_state(folder: DataFolder) -> Recoverable | None:
    """Return the database as it is, to go on with it whatever may be missing; only if sound."""
    mark = mark_in(folder.database, key_of(folder))
    return None if mark is None else Recoverable(folder.database, (), mark, None, None)


@dataclass(frozen=True, slots=True)
class _End:
    """The last change that is known of; ``chain`` where the log itself tells it.

    ``is_sure`` says that there was none after it.
    """

    number: int
    chain: bytes | None
    is_sure: bool

    def missing(self, reaches: Mark) -> int | None:
        """Return how many changes there are after ``reaches``; ``None`` where nobody knows."""
        if reaches == _UNCOUNTED:
            return None
        if reaches.number < self.number:
            return self.number - reaches.number
        is_other = reaches.number == self.number and self.chain not in (None, reaches.chain)
        return None if is_other or not self.is_sure else 0


def highest_known(folder: DataFolder, segments: tuple[Segment, ...]) -> int:
    """Return the number of the last change that anything in the folder knows of."""
    return _end_of_history(folder, segments).number


def _end_of_history(folder: DataFolder, segments: tuple[Segment, ...]) -> _End:
    newest = max((copy.number for copy in copies_in(folder)), default=0)
    known = max([newest, *(segment.last.number + segment.beyond for segment in segments)])
    # The present file of the log ends with its room: see ``segments``. One that does, and that
    # reaches the newest copy, ends with the last change that anybody was told of.
    present = segments[-1] if segments else None
    tells_the_end = (
        present is not None
        and present.has_room
        and present.path == segment_paths(folder)[-1]
        and present.last.number >= newest
    )
    last = max((each.last for each in segments), key=lambda mark: mark.number, default=None)
    chain = last.chain if last is not None and last.number == known else None
    claimed = _claimed(folder.database, key_of(folder))
    if claimed is None or claimed < known:
        return _End(known, chain, tells_the_end)
    # The program may have been stopped after one change went into the file and before it went
    # into the log; nobody was told of that one.
    if claimed > known + tells_the_end:
        return _End(min(claimed, known + _MOST_IN_A_LOG), None, is_sure=True)
    return _End(known, chain, is_sure=True)


def mark_in(path: Path, key: DataKey | None) -> Mark | None:
    """Return where a sound file stands; ``None`` for one that cannot be relied on."""
    try:
        version = version_of(path)
        if not is_sound(path, key):
            return None
        if version < COUNTED_SINCE:
            return _UNCOUNTED
        with closing(connect(path, read_only=True, key=key)) as connection:
            return mark_of(connection)
    except (CollabkitError, OSError, TypeError, ValueError):
        return None
    except database_errors():
        return None


def _bases(
    folder: DataFolder, segments: tuple[Segment, ...]
) -> Iterator[tuple[Path | None, Mark, datetime | None]]:
    """Find the sound files to begin with: the present one, the copies, the newest first."""
    dates: dict[Path, datetime] = {copy.path: copy.made for copy in copies_in(folder)}
    for path in (folder.database, *dates):
        mark = mark_in(path, key_of(folder))
        if mark is not None:
            yield path, mark, dates.get(path)
    if any(_fits(segment, None) and segment.base == _EMPTY_FILE for segment in segments):
        yield None, _EMPTY_FILE, None


def _state(
    folder: DataFolder,
    segments: tuple[Segment, ...],
    end: _End,
    base: Path | None,
    mark: Mark,
    made: datetime | None,
) -> Recoverable:
    changes = following((each for each in segments if _fits(each, base)), mark)
    reaches = changes[-1].mark if changes else mark
    latest = _made(changes[-1], line_seal_of(folder)) if changes else made
    return Recoverable(base, changes, reaches, latest, end.missing(reaches))


def _fits(segment: Segment, base: Path | None) -> bool:
    """Tell whether the rows of the log have the columns of the file to begin with."""
    return segment.schema == (THIS_RELEASE.version if base is None else version_of(base))


def _claimed(path: Path, key: DataKey | None) -> int | None:
    """Return how many changes a file says that it has, be it damaged or not; if it says so."""
    try:
        if not path.is_file():
            return None
        with closing(connect(path, read_only=True, key=key)) as connection:
            return mark_of(connection).number
    except (CollabkitError, OSError, TypeError, ValueError):
        return None
    except database_errors():
        return None


def _made(change: Change, seal: LineSeal | None) -> datetime | None:
    try:
        return content_of(unsealed(change, seal)).made.astimezone().replace(tzinfo=None)
    except CollabkitError:
        return None
