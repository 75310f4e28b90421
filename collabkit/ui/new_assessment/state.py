"""What the way to a new assessment shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import Charity, IncomeBand
from collabkit.assessments.limits import USUAL_GROUP
from collabkit.assessments.outcomes.blocks import Pick
from collabkit.assessments.pack import Pack, Respondent
from collabkit.library.first_packs import PackSuggestion
from collabkit.services.company import Company
from collabkit.services.pack_cards import PackCard


class Step(Enum):
    """The pages of the way, in order."""

    CHARITY = auto()
    PACK = auto()
    STATEMENTS = auto()
    FIRST = auto()  # what the pack asks before its first statement
    PEOPLE = auto()
    PARTIES = auto()


@dataclass(frozen=True, slots=True)
class Other:
    """Another organisation that is to take part."""

    name: str = ""
    size: IncomeBand | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What has been chosen so far.

    ``new_name`` is the name of a charity to be added, while ``charity_id`` is ``None``, or of the
    one that was added on this way and can still be called otherwise.
    ``chosen`` are the statements of an own choice. ``lead`` is the place of the organisation that
    leads, 0 for one's own and from 1 on among ``others``, or ``None`` if none does.
    """

    charity_id: str | None
    new_name: str
    pack_id: str
    selection: Selection
    role: Respondent
    title: str
    company: Company = Company.ALONE
    chosen: frozenset[str] = frozenset()
    settled: Mapping[str, str] = field(default_factory=dict)
    minimum: int = USUAL_GROUP
    all_agreed: bool = False
    keep_years: int = 0  # for how long it is kept; 0 if nobody has said so
    others: tuple[Other, ...] = ()
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class WizardState:
    """Everything on the page.

    ``steps`` are those at which there is something to decide; ``fault`` says what is wrong with
    what was typed or chosen at ``step``, and ``faulty`` at which of the organisations, from 0.
    ``added`` is the charity that was added on this way, ``usual`` the questionnaire that was used
    last; both may be empty.
    """

    step: Step
    steps: tuple[Step, ...]
    charities: tuple[Charity, ...]
    cards: tuple[PackCard, ...]
    suggested: tuple[PackSuggestion, ...]
    pack: Pack
    companies: tuple[Company, ...]
    first: tuple[Pick, ...]
    choices: Choices
    fault: str = ""
    faulty: int | None = None
    added: str = ""
    usual: str = ""

    @property
    def number(self) -> int:
        """The number of the step, from 1."""
        return self.steps.index(self.step) + 1

    @property
    def is_naming(self) -> bool:
        """Whether the name of the charity can be written: it is new."""
        return self.choices.charity_id in (None, self.added)

    @property
    def is_last(self) -> bool:
        """Whether the assessment starts after this step."""
        return self.step is self.steps[-1]

    @property
    def charity_name(self) -> str:
        """The name of the chosen charity."""
        for charity in self.charities:
            if charity.id == self.choices.charity_id:
                return charity.name
        return self.choices.new_name
