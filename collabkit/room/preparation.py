"""What is decided before the day: statements, people, ways of voting, time, and the promise."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from enum import StrEnum

from collabkit.assessments.limits import LARGEST_GROUP, LONGEST_NAME, SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.room.choices import can_be_voted_on
from collabkit.room.ways import Way

FEWEST_STATEMENTS, MOST_STATEMENTS = 1, 20
USUAL_STATEMENTS = (10, 15)  # what an away-day has time for (workshop rules)
MOST_TO_DISCUSS = 12
MOST_PEOPLE = 200
USUAL_WAYS = frozenset({Way.HANDS, Way.SLIPS, Way.SHEETS})
MOST_MINUTES = 24 * 60  # for any one thing
LONGEST_PROMISE = 4_000  # characters


class Audience(StrEnum):
    """Who sees what comes out."""

    ROOM = "room"  # only the people who took part
    BOARD = "board"  # the whole board, also those who are away
    ORGANISATION = "organisation"  # board, staff and volunteers
    PARTNERS = "partners"  # partners too


@dataclass(frozen=True, slots=True)
class Times:
    """How long things take. ``reading`` in seconds, all others in minutes."""

    available: int = 180  # the whole session
    welcome: int = 10
    reading: int = 25  # of silence before each vote
    voting: int = 2
    pairs: int = 2
    room: int = 4
    deciding: int = 1
    pause: int = 15  # the break; 0 for none
    planning: int = 30  # map, choice, actions and adopting them
    closing: int = 5
    begins: int | None = None  # minutes after midnight; None as long as it is not settled


@dataclass(frozen=True, slots=True)
class Preparation:
    """A session before it begins. ``statements`` are ids in the order of the room."""

    title: str
    statements: tuple[str, ...]
    people: int = 10  # who are expected
    minimum: int = USUAL_GROUP
    ways: frozenset[Way] = USUAL_WAYS
    audience: Audience = Audience.ROOM
    promise: str = ""  # read aloud at the beginning; empty for the usual words
    times: Times = field(default_factory=Times)


def check(preparation: Preparation, pack: Pack) -> None:
    """Raise ``InvalidInputError``, with a line a fault, if a session cannot be held like this."""
    faults = tuple(_faults(preparation, pack))
    if faults:
        raise InvalidInputError(" ".join(faults), faults)


def _faults(preparation: Preparation, pack: Pack) -> Iterable[str]:
    if not preparation.title.strip():
        yield _("Please give the session a name, such as “Away-day, June 2026”.")
    if len(preparation.title) > LONGEST_NAME:
        yield _("Please keep the name below {most} characters.").format(most=LONGEST_NAME)
    statements = preparation.statements
    if not FEWEST_STATEMENTS <= len(statements) <= MOST_STATEMENTS:
        yield _("Please choose between one and {most} statements.").format(most=MOST_STATEMENTS)
    known = {item.id for item in pack.items if can_be_voted_on(pack, item)}
    if not known.issuperset(statements):
        yield _("Some of the statements cannot be voted on in the room.")
    if len(set(statements)) != len(statements):
        yield _("A statement was chosen twice.")
    if not SMALLEST_GROUP <= preparation.minimum <= LARGEST_GROUP:
        yield _("The smallest group whose answers are shown must be between three and ten.")
    if not 1 <= preparation.people <= MOST_PEOPLE:
        yield _("Please say how many people you expect: up to {most}.").format(most=MOST_PEOPLE)
    elif preparation.people < preparation.minimum:
        yield _(
            "You expect fewer people than the smallest group whose answers are shown, so nothing "
            "could be shown."
        )
    if not preparation.ways:
        yield _("Please choose at least one way of voting.")
    if len(preparation.promise) > LONGEST_PROMISE:
        yield _("Please keep the promise below {most} characters.").format(most=LONGEST_PROMISE)
    if not all(0 <= (length or 0) <= MOST_MINUTES for length in astuple(preparation.times)):
        yield _("Please give each time as a number from 0 to {most}.").format(most=MOST_MINUTES)
