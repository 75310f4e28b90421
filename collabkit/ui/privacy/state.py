"""What the page Privacy shows."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

from collabkit.services.erasing import Decision
from collabkit.services.named import Mention
from collabkit.services.privacy_notice import PrivacyNotice
from collabkit.ui.taking_out.state import Said


class Part(StrEnum):
    """Where on the page something is told."""

    KEEPING = auto()
    NOTICE = auto()
    PERSON = auto()
    NAME = auto()
    DECIDING = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was looked for: where it stands, and where it is to go (``keys``)."""

    name: str = ""
    mentions: tuple[Mention, ...] = ()
    keys: frozenset[str] = frozenset()
    fault: str = ""
    is_looked_for: bool = False


@dataclass(frozen=True, slots=True)
class Deciding:
    """What would be erased, and what a person has said to it so far.

    ``copies`` are lines that tell of the safety copies that hold it.
    """

    decision: Decision
    title: str
    word: str  # has to be typed; empty where a tick is enough
    copies: tuple[str, ...]
    with_copies: bool = True
    is_meant: bool = False  # the word was typed, or the tick set
    can_be_saved: bool = False  # first, in a file, because something follows from it
    fault: str = ""  # what is wrong with the word as it was typed


@dataclass(frozen=True, slots=True)
class PrivacyState:
    """Everything on the page.

    It is about one assessment, or one charity, or about everything that was put away. ``people``
    are ids of sheets with their names, and ``person`` is the chosen one; ``is_secret`` tells that
    what they said is nobody else's business, and ``hides_names`` that they did not agree to be
    recognised either. ``again`` says that something erased is here again.
    ``until`` is a month such as "2029-03", or empty.
    """

    assessment_id: str = ""
    charity_id: str = ""
    whose: str = ""
    why_not: str = ""
    until: str = ""
    untils: tuple[tuple[str, str], ...] = ()
    time_over: str = ""
    notice: PrivacyNotice | None = None
    people: tuple[tuple[str, str], ...] = ()
    person: str = ""
    is_alone: bool = False
    is_secret: bool = False
    hides_names: bool = False
    named: Named = field(default_factory=Named)
    put_away: int = 0
    assessments: tuple[tuple[str, str], ...] = ()
    charities: tuple[tuple[str, str], ...] = ()
    receipts: tuple[str, ...] = ()
    again: str = ""
    deciding: Deciding | None = None
    busy: str = ""
    said: Said | None = None
    said_at: Part | None = None
