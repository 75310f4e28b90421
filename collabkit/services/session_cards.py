"""Sessions as they are handed to the screens: whole, and as lines of a list."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.room.meeting import Meeting, Phase
from collabkit.storage import SessionLine


@dataclass(frozen=True, slots=True)
class Session:
    """A session with all that is needed to hold it.

    ``meeting`` is as it was kept; see ``room.steps.after_crash``. There is an assessment from the
    beginning of the session on. A template belongs to a charity without an id and a name.
    """

    id: str
    charity: Charity
    pack: Pack
    meeting: Meeting
    assessment_id: str | None
    is_practice: bool
    changed_on: date


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session in a list.

    ``voted`` is how many of its statements have a vote that the room has seen, ``actions`` how many
    were adopted.
    """

    id: str
    title: str
    charity_name: str
    pack_title: str
    statements: int
    phase: Phase
    held_on: date | None
    assessment_id: str | None
    is_practice: bool
    is_template: bool
    is_sample: bool
    changed_on: date
    actions: int
    voted: int = 0


def card_of(line: SessionLine) -> SessionCard:
    """Return what a list shows of one session."""
    return SessionCard(
        id=line.id,
        title=line.title,
        charity_name=line.charity_name,
        pack_title=line.pack_title,
        statements=line.statements,
        phase=Phase(line.phase),
        held_on=line.held_on,
        assessment_id=line.assessment_id,
        is_practice=line.is_practice,
        is_template=line.is_template,
        is_sample=line.is_sample,
        changed_on=line.changed,
        actions=line.actions,
        voted=line.voted,
    )
