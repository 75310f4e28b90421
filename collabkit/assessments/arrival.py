"""How somebody's answers came in, where they were not given on this very computer's screen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Route(StrEnum):
    """The ways on which a sheet comes back."""

    ANSWER_FILE = "answer file"  # another collabkit has filled it in
    FORM = "form"  # a PDF that was filled in
    TABLE = "table"  # rows of a CSV file
    PAPER = "paper"  # somebody has keyed it in


@dataclass(frozen=True, slots=True)
class Arrival:
    """That a sheet came from elsewhere.

    ``sheet`` is the code that the very sheet was given when it was handed out, or empty.
    ``fingerprint`` is a digest of everything that was said on it: it tells the same sheet that
    comes a second time.
    """

    participant_id: str
    route: Route
    sheet: str
    fingerprint: str
    arrived: date
