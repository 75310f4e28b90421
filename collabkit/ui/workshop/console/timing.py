"""What is timed at which place of the session."""

from collabkit.room.meeting import Meeting, Phase
from collabkit.ui.workshop.console.clock import Timed

_MINUTE = 60


def parts_for(meeting: Meeting) -> tuple[tuple[Timed, int], ...]:
    """Return what to count down, with its seconds, as the session was prepared."""
    times = meeting.preparation.times
    if meeting.is_paused:
        return ((Timed.BREAK, times.pause * _MINUTE),)
    if meeting.phase is Phase.READ:
        return ((Timed.READING, times.reading),)
    if meeting.phase is Phase.TALK:
        return (Timed.PAIRS, times.pairs * _MINUTE), (Timed.ROOM, times.room * _MINUTE)
    return ()


def has_moved(before: Meeting, after: Meeting) -> bool:
    """Tell whether the room stands somewhere else, so that something else is timed."""
    return (before.phase, before.place, before.is_paused) != (
        after.phase,
        after.place,
        after.is_paused,
    )
