"""What the preview shows."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from collabkit.services.exports import Paper


class Situation(Enum):
    """How far the paper is."""

    GONE = auto()  # the assessment is not here any more
    UNDER_WAY = auto()  # nothing can be seen yet
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class PreviewState:
    """The whole page; ``pdf`` is what is on paper, byte for byte."""

    situation: Situation
    name: str = ""
    with_notes: bool = False
    pdf: bytes = b""
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class News:
    """One sentence for the top of the page; ``written`` is the file it is about."""

    sentence: str
    written: Path | None = None
    is_problem: bool = False
