"""What a file can be that somebody sent, and what there is to know of it before it is opened.

Nothing of anybody's answers is among it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class InvitationFound:
    """Somebody asks for answers. What is told of it are sentences that stand on its forms too.

    ``here`` is the assessment in which it is answered here already, with how far that is and the
    day it was given back; empty if it was not begun. ``made_for`` is the assessment it was made
    for, if that is on this very computer. ``is_shared``: everybody got the same copy.
    """

    path: Path
    charity: str
    title: str
    pack_title: str
    question: str
    party: str
    about: str
    made_on: date
    how_long: str
    who_sees: tuple[str, ...]
    is_shared: bool
    made_for: str = ""
    here: str = ""
    answered: int = 0
    of: int = 0
    given_back: date | None = None


@dataclass(frozen=True, slots=True)
class AnswersFound:
    """Answers that come back; ``assessment_id`` is empty if their assessment is not here.

    ``given_by`` is the assessment here in which they were given, if they are from this computer.
    """

    path: Path
    assessment_id: str = ""
    charity: str = ""
    title: str = ""
    is_put_away: bool = False
    given_by: str = ""


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table, perhaps of answers: which assessment it belongs to does not stand in it."""

    path: Path


@dataclass(frozen=True, slots=True)
class BundleFound:
    """Whole assessments of a charity. Of a locked one nothing is known yet."""

    path: Path
    charity: str = ""
    made_on: date | None = None
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class GroupFileFound:
    """What a group sends to its network; ``made`` is the first day of a month."""

    path: Path
    made: date


@dataclass(frozen=True, slots=True)
class SessionFound:
    """A session in the room; ``charity`` is empty for a template."""

    path: Path
    charity: str
    title: str
    pack_title: str


@dataclass(frozen=True, slots=True)
class QuestionnaireFound:
    """A questionnaire; ``title`` is empty if it cannot be used as it is."""

    path: Path
    title: str
    is_spreadsheet: bool


@dataclass(frozen=True, slots=True)
class NothingFound:
    """A file that cannot be used: why and what to do, and each fault."""

    path: Path
    reason: str
    faults: tuple[str, ...] = ()


Found = (
    InvitationFound
    | AnswersFound
    | TableFound
    | BundleFound
    | GroupFileFound
    | SessionFound
    | QuestionnaireFound
    | NothingFound
)
