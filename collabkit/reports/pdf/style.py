"""Paper, type and colour: the roles of the look, on white A4 or US Letter."""

from dataclasses import dataclass
from typing import TypeAlias

from collabkit.reports.pdf.fonts import Face

Colour: TypeAlias = tuple[float, float, float]  # red, green and blue from 0 to 1

MM = 72 / 25.4  # points
MARGIN = 20 * MM
FOOTER_BASELINE = 11 * MM  # the footer stands inside the lower margin
TICK_BOX = 5 * MM


@dataclass(frozen=True, slots=True)
class SheetSize:
    """The size of a sheet of paper, in points, upright."""

    width: float
    height: float

    @property
    def content_width(self) -> float:
        """What is left between the margins."""
        return self.width - 2 * MARGIN

    @property
    def content_height(self) -> float:
        """What is left between the margins."""
        return self.height - 2 * MARGIN


A4 = SheetSize(210 * MM, 297 * MM)
LETTER = SheetSize(8.5 * 72, 11 * 72)  # as in the United States


def _hex(value: str) -> Colour:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


WHITE = _hex("#FFFFFF")
BLACK = _hex("#000000")
INK = _hex("#1D2329")
MUTED = _hex("#545C66")
EDGE = _hex("#767E88")
LINE = _hex("#DED9D0")
ACCENT = _hex("#0F5C63")
ACCENT_SOFT = _hex("#DCEBEA")

# Five steps that stay apart for all three colour-vision deficiencies and in greyscale; always with
# a dark outline, the number and the word. White text on the two ends, black on the middle three.
LEVELS: tuple[tuple[Colour, Colour], ...] = (
    (_hex("#b35806"), WHITE),
    (_hex("#fdb863"), BLACK),
    (_hex("#f7f7f7"), BLACK),
    (_hex("#b2abd2"), BLACK),
    (_hex("#542788"), WHITE),
)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks. Lengths in points; ``before`` and ``after`` are the least space."""

    size: float = 10.5
    leading: float = 14.7
    face: Face = Face.REGULAR
    colour: Colour = INK
    before: float = 0
    after: float = 6
    keep_next: bool = False  # never the last thing on a page


BODY = TextStyle()
LEAD = TextStyle(size=12.5, leading=17.5, colour=MUTED, after=12)
SMALL = TextStyle(size=9.5, leading=13, colour=MUTED, after=3)
LABEL = TextStyle(size=9.5, leading=13, face=Face.SEMIBOLD, colour=MUTED, after=1)
STATEMENT_TITLE = TextStyle(
    size=9.5, leading=13, face=Face.SEMIBOLD, colour=MUTED, after=1, keep_next=True
)
ANSWER = TextStyle(after=3)
NEXT_LEVEL = TextStyle(colour=MUTED, after=3)
STATEMENT = TextStyle(size=11.5, leading=15.5, face=Face.SEMIBOLD, after=3)
CELL = TextStyle(after=0)
CELL_BOLD = TextStyle(face=Face.SEMIBOLD, after=0)
CELL_HEAD = TextStyle(size=9.5, leading=13, face=Face.SEMIBOLD, colour=MUTED, after=0)

TITLE = TextStyle(size=36, leading=42, face=Face.BOLD, colour=ACCENT, after=10)
COVER_NAME = TextStyle(size=20, leading=26, face=Face.SEMIBOLD, after=6)
SAMPLE = TextStyle(size=12, leading=16, face=Face.SEMIBOLD, after=0)
PART = TextStyle(size=24, leading=30, face=Face.BOLD, colour=ACCENT, after=6, keep_next=True)
SHORT_PART = TextStyle(
    size=16, leading=21, face=Face.BOLD, colour=ACCENT, after=4, keep_next=True
)  # where parts follow each other on a page
HEADING = TextStyle(size=15, leading=20, face=Face.BOLD, before=16, after=6, keep_next=True)
# Explains the heading above it and stays with what follows.
UNDER_HEADING = TextStyle(colour=MUTED, after=8, keep_next=True)
NUMBER = TextStyle(size=15, leading=20, face=Face.BOLD, colour=ACCENT)
FIGURE = TextStyle(size=15, leading=20, face=Face.SEMIBOLD, after=0)

# What hangs on the wall is read from a metre away.
WALL_ACTION = TextStyle(size=20, leading=26, face=Face.SEMIBOLD, after=3)
WALL_VALUE = TextStyle(size=14, leading=19, after=0)
