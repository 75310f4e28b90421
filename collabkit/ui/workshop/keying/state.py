"""What the page for keying sheets in shows."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.room.batch import Batch


class Stage(Enum):
    """What can be done on the page just now."""

    CLOSED = auto()  # nothing can be keyed in, for a reason
    START = auto()  # how many sheets are there?
    KEYING = auto()
    READING = auto()
    AGAIN = auto()
    CHECKED = auto()
    SEALING = auto()
    SEALED = auto()


@dataclass(frozen=True, slots=True)
class KeyingState:
    """The batch, and a sentence about the last key. ``why_not`` says why nothing can be keyed in.

    ``sealed`` is how many sheets have just been sealed, ``minimum`` how many it takes.
    ``is_masked`` hides what was keyed in; ``must_mask`` as long as a projector shows this screen.
    """

    stage: Stage
    title: str = ""
    batch: Batch | None = None
    is_masked: bool = False
    must_mask: bool = False
    message: str = ""
    is_refusal: bool = False
    sealed: int = 0
    minimum: int = 0
    why_not: str = ""
