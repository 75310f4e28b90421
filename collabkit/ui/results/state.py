"""What the page shows, as frozen data in which every text is ready to be read."""

from dataclasses import dataclass
from fractions import Fraction

from collabkit.assessments.levels import Level
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.results import Band
from collabkit.ui.widgets.dot_strip import DotColumn


@dataclass(frozen=True, slots=True)
class ShapeState:
    """The themes beside each other; ``rows`` have the texts of the table."""

    names: tuple[str, ...]
    scores: tuple[Fraction | None, ...]
    is_drawn: bool
    rows: tuple[tuple[str, str, str, str], ...]
    caption: str  # names every theme without a score


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One statement worth talking about."""

    item_id: str
    theme: str
    title: str
    statement: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What stands out for the same reason, and what to do about it."""

    heading: str
    advice: str
    entries: tuple[FindingEntry, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """One statement of a session: its place there, and in words what the room made of it."""

    item_id: str
    number: int
    statement: str
    about: str


@dataclass(frozen=True, slots=True)
class IdeaState:
    """A suggested action; ``weight`` says its kind and effort."""

    item_id: str
    idea_id: str
    text: str
    weight: str
    in_plan: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was written beside an answer."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class StatementState:
    """One statement with its result: a person's own answer, or where a group stands."""

    item_id: str
    title: str
    statement: str
    chosen: Level | None  # one person's level
    next_up: Level | None
    columns: tuple[DotColumn, ...]  # a group's counts; empty if they are hidden
    apart: tuple[DotColumn, ...]
    sentence: str  # empty if ``chosen`` says it all
    band: Band | None
    who_may_know: str
    remarks: tuple[Remark, ...]
    ideas: tuple[IdeaState, ...]
    ideas_wanted: bool  # whether they are shown without being asked for
    stories_wanted: bool  # whether it is told how others did it
    workings: tuple[str, ...]
    sources: tuple[str, ...]
    answer_label: str  # of the button that leads to one's own answer; empty for a group


@dataclass(frozen=True, slots=True)
class ThemeTab:
    """A theme to choose; ``note`` is its score or why there is none."""

    code: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class ThemeState:
    """The theme that is open."""

    code: str
    name: str
    question: str
    score: str
    band: Band | None
    workings: tuple[str, ...]
    statements: tuple[StatementState, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to read, or the heading over the next ones."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """Another occasion with the same questionnaire."""

    assessment_id: str
    title: str
    has_plan: bool  # whether there is a plan to look back on


@dataclass(frozen=True, slots=True)
class Times:
    """The occasions beside this one; ``again`` is the id to start again from, if that can be."""

    before: Time | None = None
    after: Time | None = None
    again: str = ""


@dataclass(frozen=True, slots=True)
class ResultsState:
    """The whole page. ``empty`` is the sentence that stands there if there is nothing to show."""

    assessment_id: str
    whose: str
    is_sample: bool
    empty: str = ""
    empty_action: str = ""
    progress: str = ""
    can_go_on: bool = False
    session_id: str = ""  # of the session in the room that can be gone on with
    shape: ShapeState | None = None
    unscored: str = ""  # why there can be no score at all; then there is no shape
    has_plan: bool = False  # whether a session has chosen its actions already
    map: tuple[MapLine, ...] = ()  # every statement of a session
    status: str = ""  # how well tested the content is
    findings_lead: str = ""
    findings: tuple[FindingGroup, ...] = ()
    tabs: tuple[ThemeTab, ...] = ()
    theme: ThemeState | None = None
    guide: tuple[Paragraph, ...] = ()
    part_words: tuple[str, str] = ("part", "parts")  # what sections are called
    outcome: tuple[Part, ...] = ()  # what the answers add up to beyond means and findings
    is_profile: bool = True
    planned: frozenset[str] = frozenset()  # ideas that are in the plan
    beside: tuple[Part, ...] = ()  # roles, the time before, all the times
    times: Times | None = None
    is_invited: bool = False  # the answers are for somebody elsewhere, who tells what they say
