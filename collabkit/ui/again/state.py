"""What the page shows on which an assessment is started again."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.services.company import Company


class People(Enum):
    """Whether at least two thirds of the people will be the same as the last time."""

    SAME = "same"
    OTHER = "other"
    NOT_KNOWN = "not known"


class Becoming(Enum):
    """What became of an action."""

    DONE = auto()
    OPEN = auto()
    PARKED = auto()  # kept for later from the beginning
    DROPPED = auto()


@dataclass(frozen=True, slots=True)
class LastAction:
    """One action of the last plan.

    ``facts`` says by whom, until when and how far it is; ``notes`` are label and text of what was
    noted on the way. Of what nobody had begun with, it is not asked what was learned. ``went_on``
    says that it is in the next plan already; otherwise one that is still open can be ticked.
    """

    action_id: str
    text: str
    facts: str
    notes: tuple[tuple[str, str], ...] = ()
    learned: str = ""
    asks_learned: bool = True
    can_go_on: bool = False
    went_on: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """What became of some actions in the same way."""

    heading: str
    sentence: str
    actions: tuple[LastAction, ...]


@dataclass(frozen=True, slots=True)
class NextDraft:
    """What is asked before the next occasion starts."""

    title: str
    asks: str  # how many statements are asked again, in a sentence
    company: Company
    minimum: int
    needs_consent: bool
    all_agreed: bool
    people: People
    asks_people: bool  # whether it matters for what is said about the results
    keep_years: int = 0  # for how long it is kept; 0 if that is not decided
    kept_last: int = 0  # for how long the last time is kept; 0 if nobody has said so

    @property
    def asks_keeping(self) -> bool:
        """Whether it matters how long the answers are kept, or did the last time."""
        return self.company.has_secrets or bool(self.kept_last)


@dataclass(frozen=True, slots=True)
class NextThere:
    """The next occasion, if it has begun: its name, and whether actions can go into its plan."""

    assessment_id: str
    name: str
    place: str  # where one goes on with it
    argument: str  # and with which id
    argument_id: str
    takes_actions: bool


class NextStep(Enum):
    """What the one important button of the page does."""

    START = auto()  # the next occasion
    PREPARE = auto()  # the next session in the room
    TAKE_OVER = auto()  # what is ticked goes into the plan that is there
    GO_ON = auto()  # with the next occasion


@dataclass(frozen=True, slots=True)
class AgainState:
    """The whole page. ``empty`` stands there alone if there is nothing to start from."""

    assessment_id: str = ""
    whose: str = ""
    is_sample: bool = False
    empty: str = ""
    how_far: str = ""
    groups: tuple[ActionGroup, ...] = ()
    learned: str = ""
    way: NextStep = NextStep.START
    draft: NextDraft | None = None
    there: NextThere | None = None
    going_on: str = ""  # how many actions go on, in a sentence
    fault: str = ""
    is_consent_missing: bool = False
    can_undo: bool = False
