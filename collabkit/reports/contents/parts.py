"""The parts of a plan as frozen data. Every text is ready to be read."""

from dataclasses import dataclass
from fractions import Fraction

from collabkit.assessments.levels import Level


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; an empty value is a line to write on."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    title: str
    charity: str
    sample: str  # says that nothing here is real; empty otherwise
    facts: tuple[Fact, ...]
    contents: str  # the heading over the list of parts


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """A line of the table beside the shape, and a corner of the shape."""

    name: str
    score: Fraction | None
    shown: str  # "3.4", or why there is none
    band: str
    answered: str  # "8 of 9"


@dataclass(frozen=True, slots=True)
class ShapePart:
    """The five scores as a picture and as a table."""

    title: str
    lead: str
    head: tuple[str, str, str, str]
    themes: tuple[ThemeScore, ...]
    is_drawn: bool  # a shape needs at least three corners on the scale from 1 to 5
    in_words: str  # what the picture shows, for whoever cannot see it
    caption: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One statement worth talking about."""

    theme: str
    statement: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What stands out for the same reason, and what that means."""

    name: str
    meaning: str
    entries: tuple[FindingEntry, ...]


@dataclass(frozen=True, slots=True)
class FindingsPart:
    """What stands out, in talking order; ``lead`` says so if there is nothing."""

    title: str
    lead: str
    groups: tuple[FindingGroup, ...]


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action, or an empty frame to fill in by hand if ``text`` is empty."""

    text: str
    kind: str
    is_done: bool
    reasons: tuple[Fact, ...]  # why, and the statement it came from
    owner: Fact
    due: Fact
    first_step: Fact
    sign: Fact  # how we will know
    status: Fact | None  # not where it is no news
    further: tuple[Fact, ...] = ()  # what became of it: reviews, why it was dropped, notes


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions of one kind."""

    name: str
    actions: tuple[ActionEntry, ...]


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What will be done now, and what is parked."""

    now_title: str
    now_lead: str
    now: tuple[ActionEntry, ...]  # three empty frames if nothing is chosen
    parked_title: str
    parked_lead: str
    parked: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A possible answer and how many people gave it."""

    mark: str  # the number by which people know it; empty for a category
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One statement with its result: a person's own answer, or where a group stands."""

    title: str
    statement: str
    is_own: bool  # one person's own answer
    chosen: Level | None  # their level
    sign: str  # stands for an answer of theirs that is no level
    has_five_steps: bool  # the answers are numbered from 1 to 5
    columns: tuple[Column, ...]  # a group's counts; empty if they are hidden
    apart: tuple[Column, ...]  # don't know and does not apply, where they may be shown
    sentence: str  # what stands there in words; empty if ``chosen`` says it all
    band: str
    next_label: str
    next_level: Level | None
    remarks: tuple[Fact, ...]  # notes and evidence


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme with the statements that were asked."""

    code: str
    name: str
    question: str
    facts: tuple[Fact, ...]  # score, what it suggests, how much it rests on
    statements: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True)
class MethodSection:
    """A few sentences under a heading, as a list if there are several points."""

    title: str
    sentences: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodPart:
    """How everything was worked out, how far to trust it, and where it comes from."""

    title: str
    lead: str
    sections: tuple[MethodSection, ...]
