"""Every statement of a session, what is most worth a talk first, as the room saw it on the map."""

from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.room.meeting import Decision, Meeting
from collabkit.room.scenes import MapEntry, map_of
from collabkit.ui.results.state import MapLine


def map_lines(meeting: Meeting, pack: Pack) -> tuple[MapLine, ...]:
    """Return a line for each statement, in the order of the map."""
    places = {turn.item_id: number for number, turn in enumerate(meeting.turns, start=1)}
    return tuple(
        MapLine(entry.item_id, places[entry.item_id], entry.statement, _about(entry))
        for entry in map_of(meeting, pack)
    )


def _about(entry: MapEntry) -> str:
    answered = entry.rounds[-1].sentence if entry.rounds else _("There was no vote.")
    told = _("{theme} · {sentence}").format(theme=entry.section, sentence=answered)
    became = _became(entry.decision)
    return f"{told} {became}" if became else told


def _became(decision: Decision | None) -> str:
    match decision:
        case Decision.PARK:
            return _("Parked for another time.")
        case Decision.ACTION:
            return _("The room wanted to do something about it.")
        case _:
            return ""
