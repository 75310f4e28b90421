"""What the way to a new assessment shows."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack, Respondent


class Step(Enum):
    """The pages of the way, in order."""

    CHARITY = auto()
    PACK = auto()
    STATEMENTS = auto()
    PEOPLE = auto()


@dataclass(frozen=True, slots=True)
class Choices:
    """What has been chosen so far.

    ``new_name`` is the name of a charity to be added; it counts while ``charity_id`` is ``None``.
    """

    charity_id: str | None
    new_name: str
    pack_id: str
    selection: Selection
    role: Respondent
    title: str


@dataclass(frozen=True, slots=True)
class WizardState:
    """Everything on the page.

    ``steps`` are those at which there is something to decide; ``fault`` says what is wrong with
    the name or the title that is typed at ``step``.
    """

    step: Step
    steps: tuple[Step, ...]
    charities: tuple[Charity, ...]
    packs: tuple[Pack, ...]
    choices: Choices
    fault: str = ""

    @property
    def number(self) -> int:
        """The number of the step, from 1."""
        return self.steps.index(self.step) + 1

    @property
    def pack(self) -> Pack:
        """The chosen questionnaire."""
        return next(pack for pack in self.packs if pack.id == self.choices.pack_id)

    @property
    def charity_name(self) -> str:
        """The name of the chosen charity."""
        for charity in self.charities:
            if charity.id == self.choices.charity_id:
                return charity.name
        return self.choices.new_name
