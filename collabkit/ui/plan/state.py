"""What the plan page shows."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from collabkit.plans.plan import PlanAction
from collabkit.ui.results.state import IdeaState


class Situation(Enum):
    """What there is to show."""

    NO_ASSESSMENT = auto()
    FOR_OTHERS = auto()  # answered here for somebody else, who makes the plan
    GONE = auto()  # the assessment that was asked for is not here any more
    NO_ANSWERS = auto()  # nothing in the plan, and no results to choose from yet
    NO_ACTIONS = auto()
    ACTIONS = auto()


class Offer(Enum):
    """What can be done about a piece of news."""

    NOTHING = auto()
    UNDO = auto()
    REDO = auto()
    TRY_AGAIN = auto()


@dataclass(frozen=True, slots=True)
class News:
    """One sentence for the top of the page."""

    sentence: str
    offer: Offer = Offer.NOTHING


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan that can be chosen: questionnaire, occasion and charity."""

    assessment_id: str
    name: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Answerable:
    """A statement that an action may answer too, beside the one that it came from."""

    item_id: str
    statement: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Life:
    """What became of an action, in words.

    ``lines`` are calm sentences, ``look_again`` an urgent one; both may be empty. ``notes`` are
    day and text, the oldest first. ``next_look`` is the day suggested to look at it again.
    """

    next_look: date
    lines: tuple[str, ...] = ()
    look_again: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ActionState:
    """One action: as it is, and in words.

    ``place`` counts from 1 among the ``count`` actions of its list. ``facts`` begins with the word
    for its kind. ``first_step``, ``overdue`` and ``missing`` are sentences, empty if there
    is nothing to say; ``origin`` is the statement that it came from. ``answers`` names all the
    statements that it answers, if they are several, ``answerable`` those that it could answer, and
    ``carried`` says from which earlier plan it came, and ``last_id`` to which assessment that leads
    back; empty if the earlier one is not here.
    """

    action: PlanAction
    place: int
    count: int
    kind: str
    kind_meaning: str
    facts: str
    life: Life
    first_step: str = ""
    overdue: str = ""
    missing: str = ""
    origin: str = ""
    answers: str = ""
    carried: str = ""
    last_id: str = ""
    answerable: tuple[Answerable, ...] = ()

    @property
    def id(self) -> str:
        """The id of the action."""
        return self.action.id


@dataclass(frozen=True, slots=True)
class IdeaGroup:
    """A statement to act on first, and what could be done about it."""

    item_id: str
    title: str
    statement: str
    ideas: tuple[IdeaState, ...]


@dataclass(frozen=True, slots=True)
class PlanState:
    """The whole page. ``names`` are all plans there are, the sample last.

    ``how_far`` says at a glance how far the plan is. ``behind`` are actions that were done or
    dropped when the page was opened, or put aside since. ``session_id`` is there if the assessment
    is answered in the room. ``can_repeat`` tells that the next occasion can be started from it, and
    ``whose`` is the charity to whom the answers belong if that is another one.
    """

    situation: Situation
    assessment_id: str = ""
    name: str = ""
    is_sample: bool = False
    names: tuple[PlanName, ...] = ()
    how_far: str = ""
    now: tuple[ActionState, ...] = ()
    now_sentence: str = ""
    parked: tuple[ActionState, ...] = ()
    behind: tuple[ActionState, ...] = ()
    groups: tuple[IdeaGroup, ...] = ()
    can_undo: bool = False
    session_id: str = ""
    can_repeat: bool = False
    whose: str = ""
    left_sentence: str = ""  # which statements of a session wait for another time
