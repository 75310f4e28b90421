"""What a pack is: a versioned questionnaire as frozen data.

A pack holds sections of statements (items); each item is answered by an answer form of the pack.
How forms and outcomes differ is data in the pack; which *kinds* exist is a closed vocabulary here.
``packs.reader`` makes a ``Pack`` from a TOML file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from collabkit.assessments.charity import IncomeBand

DONT_KNOW = "dk"
NOT_APPLICABLE = "na"
NOTED = "noted"  # the answer where free words alone are wanted, and there are some


class FormKind(StrEnum):
    """The few general ways in which a statement can be answered."""

    DESCRIBED = "described"  # levels with a description of their own for every statement
    SCALE = "scale"  # one scale of numbered, named steps: frequency, agreement, hold-back ...
    FROM_TO = "from-to"  # a slider between two described ends
    CHOICE = "choice"  # one of a few named answers: yes/partly/no, categories, done/not done
    COMPARE = "compare"  # much less ... much more than another, with a weight
    NOTES = "notes"  # free notes, with a mark
    LINE = "line"  # one line of free words: a name, a place
    DATE = "date"  # a day, kept as YYYY-MM-DD


class OutcomeKind(StrEnum):
    """What comes out of a pack (see ``content`` of the reports: one outcome a pack)."""

    PROFILE = "profile"  # a score a section, bands, spread: five themes, BEH, BRD, PHC
    DECISION = "decision"  # gates and rules: BID
    HOLDINGS = "holdings"  # who holds what: INV
    RANKING = "ranking"  # ranked barriers with matched needs and steps: BAR
    COLUMNS = "columns"  # sorted columns: OPP
    MIRROR = "mirror"  # own view against partners': PEV
    OPEN_ACTIONS = "open-actions"  # open items by date: HND
    SHARED_PAGE = "shared-page"  # a one-page summary: FIT


class Respondent(StrEnum):
    """Who may know the answer; also the roles in which people answer."""

    TRUSTEE = "trustee"
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    PARTNER = "partner"
    PERSON_SERVED = "person served"


class ActionKind(StrEnum):
    """Three kinds of action (B&NES CYPN 2018, Recommended next steps)."""

    QUICK_WIN = "quick win"
    LONGER_TERM = "longer term"
    INFLUENCE = "influence"


class Effort(StrEnum):
    """Hours, days, or weeks and money."""

    LOW = "low"
    MEDIUM = "med"
    HIGH = "high"


class Suits(StrEnum):
    """Whom an action suits: everybody, a size and above, or groups run by volunteers."""

    ALL = "all"
    SMALL_UP = "small+"
    MEDIUM_UP = "medium+"
    LARGE_UP = "large+"
    VOLUNTEER_RUN = "volunteer-run"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer of a form.

    ``code`` is what is stored ("4", "partly"); ``value`` is the number used for means, or ``None``
    where an answer is a category and no mean makes sense.
    """

    code: str
    name: str
    value: Fraction | None = None


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """How the statements that name it are answered."""

    id: str
    kind: FormKind
    prompt: str
    options: tuple[Option, ...]
    ways_out: tuple[Option, ...] = ()  # don't know, does not apply, too early ...: never in a mean

    def accepts(self, code: str) -> bool:
        """Tell whether ``code`` is an option or a way out of this form, or a day for a date."""
        if self.kind is FormKind.DATE and _is_day(code):
            return True
        if self.is_words_only and code == NOTED:
            return True
        return any(option.code == code for option in (*self.options, *self.ways_out))

    @property
    def takes_words(self) -> bool:
        """Whether what is written is the answer, or belongs to it, and is no note beside it."""
        return self.kind in (FormKind.NOTES, FormKind.LINE)

    @property
    def is_words_only(self) -> bool:
        """Whether the answer is what is written, and there is nothing to choose."""
        return self.takes_words and not self.options

    @property
    def further_ways_out(self) -> tuple[Option, ...]:
        """The ways out beside *don't know* and *does not apply*, such as *too early to say*."""
        return tuple(o for o in self.ways_out if o.code not in (DONT_KNOW, NOT_APPLICABLE))

    def option(self, code: str) -> Option | None:
        """Return the option or way out with ``code``."""
        return next((o for o in (*self.options, *self.ways_out) if o.code == code), None)


@dataclass(frozen=True, slots=True)
class Source:
    """A published report that statements rest on."""

    key: str  # "RtR 2021"
    title: str
    publisher: str = ""
    year: int | None = None
    authors: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Other words for the same statement; what is empty stays as it is."""

    statement: str = ""
    levels: tuple[str, ...] = ()
    ends: tuple[str, str] | None = None
    why: str = ""
    evidence: str = ""
    help: str = ""
    title: str = ""
    not_applicable_when: str = ""


@dataclass(frozen=True, slots=True)
class ActionIdea:
    """A suggested action for one statement."""

    id: str
    text: str
    kind: ActionKind
    effort: Effort
    suits: Suits
    when: str = ""  # "more" or "less": for whom it is meant where holdings are compared
    volunteer_run: str = ""  # other words for groups that volunteers run


@dataclass(frozen=True, slots=True)
class Item:
    """A statement: one thing to answer. Its id survives rewording."""

    id: str
    section: str
    statement: str
    form: str
    title: str = ""
    core: bool = False
    levels: tuple[str, ...] = ()  # descriptions in the order of the form's options
    ends: tuple[str, str] | None = None  # from ... to
    why: str = ""
    evidence: str = ""
    ask: tuple[Respondent, ...] = ()  # who can best answer
    partner_wording: str = ""
    not_applicable_when: str = ""  # empty: always applies
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    actions: tuple[ActionIdea, ...] = ()
    help: str = ""
    volunteer_run: Wording | None = None  # other words for groups that volunteers run
    # What only some outcomes need: gate, weak item points to, protects people, place, who holds ...
    marks: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a pack. The five themes are the sections of the main pack."""

    code: str
    name: str
    question: str = ""
    covers: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers add up to, with the thresholds and rules that the kind needs as data."""

    kind: OutcomeKind
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


class OftenNot(StrEnum):
    """Charities to which some statements often do not apply."""

    MICRO = "micro"
    VOLUNTEER_RUN = "volunteer-run"
    NO_CONTRACTS = "no contracts"
    NO_PARTNERS = "no partners"


@dataclass(frozen=True, slots=True)
class OftenNotApplicable:
    """Statements for which *does not apply* is offered first to some charities; never hidden."""

    who: tuple[OftenNot, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A hint at what many groups of a size are content with; it never changes a score.

    ``low`` and ``high`` are option codes. It is for ``items`` and ``sections`` if they are named,
    otherwise for every statement that no other hint of that size names.
    """

    size: IncomeBand
    low: str
    high: str
    items: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole questionnaire."""

    id: str
    version: str
    title: str
    question: str
    purpose: str
    answered_by: str
    period: str
    status: str  # how well tested the content is, in words
    minutes_full: int
    minutes_short: int | None
    outcome: Outcome
    forms: tuple[AnswerForm, ...]
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    digest: str  # SHA-256 of the file's bytes, in hexadecimal: what an assessment pins
    when: str = ""  # in which situation to use it
    parts_called: tuple[str, str] = ("part", "parts")  # what one section and several are called
    expected: tuple[Expected, ...] = ()
    often_not_applicable: tuple[OftenNotApplicable, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Every statement in pack order."""
        return (item for section in self.sections for item in section.items)

    @property
    def statements(self) -> tuple[Item, ...]:
        """What is asked on a page of its own, and kept with the rest.

        All but what is asked further about another one, and what is for oneself alone.
        """
        return tuple(i for i in self.items if not ("about" in i.marks or i.marks.get("private")))

    @property
    def core_ids(self) -> tuple[str, ...]:
        """The statements of the short version, in pack order."""
        return tuple(item.id for item in self.items if item.core)

    def item(self, item_id: str) -> Item:
        """Return one statement; raises ``KeyError`` for an unknown id."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def section(self, code: str) -> Section:
        """Return one section; raises ``KeyError`` for an unknown code."""
        for section in self.sections:
            if section.code == code:
                return section
        raise KeyError(code)

    def form(self, form_id: str) -> AnswerForm:
        """Return one answer form; raises ``KeyError`` for an unknown id."""
        for form in self.forms:
            if form.id == form_id:
                return form
        raise KeyError(form_id)

    def form_of(self, item: Item) -> AnswerForm:
        """Return the form by which ``item`` is answered."""
        return self.form(item.form)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
