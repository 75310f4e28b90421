"""What the questionnaire shows, as frozen data in which every text is ready to be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from collabkit.assessments.assessment import Response
from collabkit.assessments.levels import Level
from collabkit.assessments.pack import FormKind
from collabkit.library.glossary import TermSpan


@dataclass(frozen=True, slots=True)
class Explained:
    """A text and the glossary's terms in it."""

    text: str
    spans: tuple[TermSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class WayOut:
    """An answer that is no level: don't know, does not apply, and the like."""

    code: str
    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class Extra:
    """Something further that can be said about the statement, always optional."""

    item_id: str
    label: str
    hint: str
    kind: FormKind
    options: tuple[tuple[str, str], ...]  # code and name


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with everything around it; the same object as long as it is shown."""

    item_id: str
    progress: str  # "Theme 2 of 5 · statement 14 of 45"
    section: str
    section_name: str
    title: str
    words: Explained
    prompt: str
    levels: tuple[Level, ...]
    ways_out: tuple[WayOut, ...]
    advice: tuple[str, ...]  # when it does not apply, and whom to ask
    why: Explained
    related: Explained  # further terms of the glossary that belong to it
    evidence: str  # what would show it
    passages: tuple[str, ...]  # what it rests on ...
    reports: tuple[str, ...]  # ... and where these stand
    help: str = ""
    kind: FormKind = FormKind.DESCRIBED
    ends: tuple[str, str] | None = None  # what a slider lies between
    expected: str = ""  # a quiet hint at what many are content with
    may_not_apply: bool = False  # offered first: often it does not apply to such a charity
    extras: tuple[Extra, ...] = ()
    about: str = ""  # about whom the sheet is, where that is not plain
    about_note: str = ""  # who reads what is noted


@dataclass(frozen=True, slots=True)
class SectionState:
    """How far somebody is in one section."""

    code: str
    name: str
    answered: int
    asked: int
    flagged: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A statement that can be gone to."""

    item_id: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What is shown after the last statement."""

    heading: str
    sentence: str
    open: tuple[Jump, ...]
    flagged: tuple[Jump, ...]
    dont_know: str  # how often, or nothing
    part_word: str  # what a section is called: "Theme"
    how_it_counts: str
    afterwards: str = ""  # what happens to the sheet when the person has finished


@dataclass(frozen=True, slots=True)
class QuestionnaireState:
    """The whole page: a statement with what was said about it, or the ending."""

    title: str
    sections: tuple[SectionState, ...]
    statement: Statement | None
    response: Response | None
    extras: Mapping[str, Response]  # what was said further, by its own id
    ending: Ending | None
    is_first: bool
    is_new: bool  # nothing was ever answered: the first statement explains how it goes
    whose: str = ""  # whose sheet it is, where there are several
    way_out: str = ""  # what the last button says; with several sheets it leads to them
