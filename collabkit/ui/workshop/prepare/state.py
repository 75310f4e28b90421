"""What the page shows on which a session is prepared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.room.agenda import Agenda
from collabkit.room.preparation import Preparation
from collabkit.services.exports import Exported


class Topic(StrEnum):
    """The parts of the page, in order."""

    OCCASION = "occasion"
    STATEMENTS = "statements"
    VOTING = "voting"
    AGENDA = "agenda"
    PROMISE = "promise"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class PackOption:
    """A questionnaire; ``reason`` says why a room cannot vote on it, and is empty if it can."""

    id: str
    title: str
    about: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BeginState:
    """For which charity, and with which questionnaire.

    ``template`` is the title of the template that is used; it has its questionnaire already.
    ``fault`` is about the name of a charity to be added. ``is_change`` tells that a session is
    there already and is to be for another charity or with another questionnaire.
    """

    charities: tuple[Charity, ...]
    charity_id: str
    new_name: str
    packs: tuple[PackOption, ...]
    pack_id: str
    template: str = ""
    fault: str = ""
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class PrepareState:
    """A session while it is prepared.

    ``shown`` is what was typed and chosen, ``faults`` what is wrong with it, by field; what is at
    fault is not on the disk yet. ``has_agreed`` tells that everybody agreed to a small group.
    ``sheets`` is how many were keyed in already. ``written`` are the files of the room pack that
    was just printed, ``progress`` how many of how many are drawn, and ``is_paper_old`` tells that
    something was changed since.
    """

    session_id: str
    charity: str
    pack: Pack
    shown: Preparation
    agenda: Agenda
    topic: Topic
    faults: Mapping[str, str] = field(default_factory=dict)
    has_agreed: bool = False
    is_locked: bool = False
    is_over: bool = False
    is_practice: bool = False
    sheets: int = 0
    is_printing: bool = False
    progress: tuple[int, int] = (0, 0)
    written: tuple[Exported, ...] = ()
    is_paper_old: bool = False
