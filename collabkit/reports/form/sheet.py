"""What a form needs to know of the sheet that is handed out, and the sizes in which it is set."""

from datetime import date
from enum import Enum
from typing import Protocol

from collabkit.assessments.pack import Pack, Respondent


class FormSize(Enum):
    """How large a form is set; the value is the size of what is read, in points."""

    USUAL = 12.0
    LARGE_PRINT = 18.0


class Sheet(Protocol):
    """One sheet that is handed out: ``HandedOut`` of ``exchange`` is one.

    These two rooms do not know each other. Whether they fit is checked where they are joined.
    """

    @property
    def assessment(self) -> str:
        """Id of the assessment that the sheet belongs to."""

    @property
    def sheet(self) -> str:
        """Code of this very sheet; empty if everybody gets the same one."""

    @property
    def title(self) -> str:
        """What the assessment is called."""

    @property
    def charity(self) -> str:
        """Whose assessment it is."""

    @property
    def pack(self) -> Pack:
        """The questionnaire, in the words that are asked."""

    @property
    def asked(self) -> tuple[str, ...]:
        """Ids of the statements, in pack order."""

    @property
    def minimum(self) -> int:
        """From how many answers on anything is shown."""

    @property
    def is_open(self) -> bool:
        """Whether all have agreed to be recognisable."""

    @property
    def role(self) -> Respondent | None:
        """In which role it is answered, if that is settled."""

    @property
    def roles(self) -> tuple[Respondent, ...]:
        """The roles of which people choose one otherwise."""

    @property
    def made_on(self) -> date:
        """The day of the file."""

    @property
    def party(self) -> str:
        """Name of the organisation for which the sheet speaks."""

    @property
    def about(self) -> str:
        """Name of the organisation about which it speaks."""
