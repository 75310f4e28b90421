"""Do the database and the log stand at the same place in the history?"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from collabkit.paths import DataFolder
from collabkit.storage.marks import Place
from collabkit.storage.second_copy.lines import (
    BEGINNING,
    BrokenLineError,
    Change,
    Mark,
    mark_in,
)
from collabkit.storage.second_copy.segments import (
    Segment,
    read_end,
    read_segment,
    segment_paths,
    sound_segments,
)


class Step(StrEnum):
    """How the log stands to the database."""

    IN_STEP = "in step"
    BEHIND = "behind"  # by one change, of which nobody was told: stopped between the two
    UNRELATED = "unrelated"  # the log has gone or is broken, or belongs to another file
    AHEAD = "ahead"  # the database is older than what was told to be saved


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the log stands; ``segment`` is the file to go on with, if one is there.

    ``missing`` are the changes that lead on from the database; empty where none do.
    """

    step: Step
    segment: Segment | None = None
    missing: tuple[Change, ...] = field(default=(), repr=False)


def standing(folder: DataFolder, place: Place) -> Standing:
    """Tell how the log in ``folder`` stands to a database that stands at ``place``."""
    mark = place.mark
    at_its_end = _ends_at(folder, mark)
    if at_its_end is not None:
        return Standing(Step.IN_STEP, at_its_end)
    segments = tuple(sound_segments(folder))
    if not segments:
        is_new = mark == Mark(0, BEGINNING)
        return Standing(Step.IN_STEP if is_new else Step.UNRELATED)
    last = max((segment.last for segment in segments), key=lambda found: found.number)
    if last.number < mark.number:
        if last.chain == place.before:
            return Standing(Step.BEHIND)
        is_older = _goes_on_behind(folder, mark)  # the log is broken before that
        return Standing(Step.AHEAD if is_older else Step.UNRELATED)
    if last == mark:  # the newest file is broken, and was never needed
        going_on = next(segment for segment in segments if segment.last == mark)
        return Standing(Step.IN_STEP, going_on)
    return Standing(Step.AHEAD, missing=following(segments, mark))


def is_named_in_log(folder: DataFolder, mark: Mark) -> bool:
    """Tell whether some line of the log, though it may be broken, says that it leads to ``mark``.

    Then the log belongs to the file that stands there, whatever has become of it.
    """
    return _lines_behind(folder, mark) is not None


def is_log_whole(folder: DataFolder) -> bool:
    """Tell whether the log ends as its present file does, so that nothing seems cut off."""
    for path in segment_paths(folder)[-1:]:
        with suppress(BrokenLineError, OSError):
            return read_segment(path).has_room
    return False


def last_in_log(folder: DataFolder) -> int:
    """Return the number of the last change that the log has; 0 where it has none."""
    for path in reversed(segment_paths(folder)):
        for read in (read_end, read_segment):  # its end, or up to where it is torn
            with suppress(BrokenLineError, OSError):
                return read(path).last.number
    return 0


def _goes_on_behind(folder: DataFolder, mark: Mark) -> bool:
    """Tell whether the line that leads to ``mark`` is followed by that of another change."""
    following_lines = _lines_behind(folder, mark)
    if not following_lines:
        return False
    try:
        return mark_in(following_lines[0]).number == mark.number + 1
    except BrokenLineError:
        return False


def _lines_behind(folder: DataFolder, mark: Mark) -> list[bytes] | None:
    """Return the whole lines behind the one that says it leads to ``mark``; ``None`` without it."""
    begin = f"\n{mark.number} {mark.chain.hex()} ".encode()
    for path in segment_paths(folder):
        with suppress(OSError):
            _before, found, rest = path.read_bytes().partition(begin)
            if found and b"\n" in rest:
                return rest.split(b"\n")[1:-1]
    return None


def _ends_at(folder: DataFolder, mark: Mark) -> Segment | None:
    """Return the newest file of the log if it ends at ``mark``, as it nearly always does."""
    for path in segment_paths(folder)[-1:]:
        try:
            segment = read_end(path)
        except (BrokenLineError, OSError):
            return None
        return segment if segment.last == mark else None
    return None


def following(segments: Iterable[Segment], mark: Mark) -> tuple[Change, ...]:
    """Return the changes that lead on from ``mark``, one after the other, as far as they reach."""
    found: dict[Mark, Change] = {}
    for segment in segments:
        before = segment.base
        for change in segment.changes:
            found[before] = change
            before = change.mark
    changes = []
    while (change_after := found.get(mark)) is not None:
        changes.append(change_after)
        mark = change_after.mark
    return tuple(changes)
