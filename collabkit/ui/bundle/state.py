"""What the page for taking over a bundle shows."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.services.bundle_preview import Choice


class Step(Enum):
    """How far it is."""

    READING = auto()
    LOCKED = auto()
    UNREADABLE = auto()
    SEEN = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Thing:
    """One assessment or session in the file: how it stands to what is here, and what to do.

    ``choices`` has more than one entry if there is something to decide.
    """

    id: str
    title: str
    about: str
    line: str
    choices: tuple[Choice, ...]
    choice: Choice


@dataclass(frozen=True, slots=True)
class BundleInState:
    """The page.

    ``told`` are sentences about the file as a whole or, in the end, about what was taken over;
    ``problem`` says why it cannot be opened or taken over, ``faults`` line by line what is wrong.
    ``wrong`` says why a passphrase did not open it. ``to_take`` counts what one press takes over.
    ``assessment_id`` is the only one that came, if it is one.
    """

    step: Step = Step.READING
    name: str = ""
    busy: str = ""
    heading: str = ""
    told: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()
    problem: str = ""
    faults: tuple[str, ...] = ()
    wrong: str = ""
    to_take: int = 0
    assessment_id: str = ""
    has_sessions: bool = False
