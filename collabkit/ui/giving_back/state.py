"""What the page shows of answers that go back."""

from dataclasses import dataclass
from pathlib import Path

from collabkit.assessments.pack import Respondent


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written and checked: ``told`` says where it is and what is in it."""

    path: Path
    told: str


@dataclass(frozen=True, slots=True)
class GivingBackState:
    """The page.

    ``why_not`` says why nothing can be given back, and nothing else is shown then. ``open`` says
    how many statements are open, ``earlier`` when answers were saved before. ``roles`` are offered
    where the invitation leaves open in which role somebody answers. ``notes`` counts what could
    stay out, and ``words_go`` tells that words go along in any case, because they are the answer.
    """

    assessment_id: str
    whose: str = ""
    heading: str = ""
    charity: str = ""
    why_not: str = ""
    can_answer: bool = False
    open: str = ""
    earlier: str = ""
    roles: tuple[Respondent, ...] = ()
    role: Respondent | None = None
    name: str = ""
    notes: int = 0
    with_notes: bool = False
    words_go: bool = False
    reader: str = ""
    saved: Saved | None = None
    is_saving: bool = False
    role_fault: str = ""
