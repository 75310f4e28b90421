"""Do the database and the log stand at the same place in the history?"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from collabkit.paths import DataFolder
from collabkit.storage.marks import Place
from collabkit.storage.second_copy.lines import BEGINNING, BrokenLineError, Change, Mark
from collabkit.storage.second_copy.segments import (
    Segment,
    read_end,
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
        return Standing(Step.BEHIND if last.chain == place.before else Step.UNRELATED)
    if last == mark:  # the newest file is broken, and was never needed
        going_on = next(segment for segment in segments if segment.last == mark)
        return Standing(Step.IN_STEP, going_on)
    return Standing(Step.AHEAD, missing=following(segments, mark))


def last_in_log(folder: DataFolder) -> int:
    """Return the number of the last change that the log has; 0 where it has none."""
    for path in reversed(segment_paths(folder)):
        with suppress(BrokenLineError, OSError):
            return read_end(path).last.number
    return 0


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
