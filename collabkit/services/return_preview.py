"""What came back from elsewhere, looked at before anything is taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Participant
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.returned import ReturnedSheet


class Verdict(StrEnum):
    """What becomes of a sheet."""

    NEW = "new"
    NEWER = "newer"  # takes the place of what came before on the same sheet
    SAME = "same"  # came already, so nothing changes
    REPEATED = "repeated"  # stands a second time in these very files
    TOO_LATE = "too late"  # other answers of somebody whose answers were shown
    OTHER_ASSESSMENT = "other assessment"
    OTHER_PACK = "other pack"
    OTHER_WORDING = "other wording"  # and nothing of it can be taken
    DOES_NOT_FIT = "does not fit"
    UNREADABLE = "unreadable"  # no sheet at all

    @property
    def is_taken(self) -> bool:
        """Whether the sheet is taken in."""
        return self in (Verdict.NEW, Verdict.NEWER)

    @property
    def is_here(self) -> bool:
        """Whether nothing has to be taken in, as it is here or comes in anyway."""
        return self in (Verdict.SAME, Verdict.REPEATED)


@dataclass(frozen=True, slots=True)
class PreviewedSheet:
    """One sheet of a file, or the file itself if it cannot be read.

    ``key`` is its name within the preview. ``whose`` is who filled it in, as far as it says, and
    ``kept_as`` the name under which it is kept, which nobody else has. ``answered`` of the ``of``
    statements that have to be answered are, and ``notes`` counts those with free words.
    ``reworded`` are statements that it was asked in other words, and ``not_asked`` those that this
    assessment does not ask: they are left out. ``reason`` says why it is not taken, or that it
    takes an earlier one's place; ``faults`` holds a line for each thing that does not fit.
    ``can_be_another`` tells that only people can say whether it is the same sheet or another
    person's. ``copy`` is which one it is of several that say the very same. ``person`` is whoever
    answers, if it is taken.
    """

    key: str
    file: str
    verdict: Verdict
    whose: str = ""
    kept_as: str = ""
    sheet: str = ""
    route: Route | None = None
    role: Respondent | None = None
    party: str = ""
    about: str = ""
    answered: int = 0
    of: int = 0
    notes: int = 0
    reworded: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    reason: str = ""
    faults: tuple[str, ...] = ()
    can_be_another: bool = False
    copy: int = 1
    returned: ReturnedSheet | None = field(default=None, repr=False)
    person: Participant | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """All that was looked at together.

    ``still_needed`` is how many more have to answer before anything is shown, and ``waiting`` how
    many people's answers wait for the next occasion, once these sheets are taken; ``outlook`` says
    so in a sentence.
    """

    assessment_id: str
    sheets: tuple[PreviewedSheet, ...]
    still_needed: int
    waiting: int
    outlook: str

    @property
    def to_take(self) -> tuple[PreviewedSheet, ...]:
        """The sheets that are taken in."""
        return tuple(sheet for sheet in self.sheets if sheet.verdict.is_taken)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: how many sheets are ``new``, and how many took an earlier one's place."""

    new: int
    newer: int


@dataclass(frozen=True, slots=True)
class CameIn:
    """Who has answered, as counts: ``here`` on this computer, and by each way from elsewhere.

    ``by_role`` is there only if nobody can be recognised by it. Where answers are secret, it counts
    the people in the picture that was shown last.
    """

    here: int
    by_route: Mapping[Route, int]
    by_role: Mapping[Respondent, int] | None
