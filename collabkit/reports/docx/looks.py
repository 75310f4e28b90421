"""How everything in a document for Word looks: its styles, each under a name people can choose.

Nothing is formatted by hand, so whoever changes a style in Word changes the whole document. The
typeface is Arial: Word has it on Windows and on the Mac, and where it is missing LibreOffice and
Google Docs put Liberation Sans or Arimo in its place, whose letters are exactly as wide, so lines
and pages break alike everywhere. Our own typeface is on nobody's computer, and Word does not
embed one reliably.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

FACE = "Arial"
LANGUAGE = "en-GB"

# The colours of the paper look, as Word wants them.
INK = "1D2329"
MUTED = "545C66"
EDGE = "767E88"
LINE = "DED9D0"
ACCENT = "0F5C63"
ACCENT_SOFT = "DCEBEA"

TWIPS = 20  # in a point; Word measures in twentieths
MM = 1440 / 25.4  # twips in a millimetre
MARGIN = round(20 * MM)
PAGE = (11906, 16838)  # A4, in twips
CONTENT = PAGE[0] - 2 * MARGIN  # twips between the margins


class Look(StrEnum):
    """A style; the value is the id by which the file refers to it."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    LEAD = "Lead"
    BIG = "BigSentence"
    QUIET = "QuietRemark"
    CARE = "TakeCare"
    STATEMENT = "Statement"
    REMARK = "Remark"
    WRITE = "LineToWriteOn"
    BULLET = "ListBullet"
    NUMBER = "ListNumber"
    CONTINUE = "ListContinue"
    QUIET_CONTINUE = "ListContinueQuiet"
    TICK = "TickList"
    TICK_CONTINUE = "TickListContinue"
    TICK_QUIET = "TickListQuiet"
    NEXT = "NextLevel"
    LABEL = "Label"
    CONTENTS_HEAD = "TOCHeading"
    CONTENTS = "TOC1"
    CELL = "TableText"
    CELL_HEAD = "TableHeading"
    CELL_ROW = "TableRowHeading"
    CELL_NUMBER = "TableNumber"
    CELL_NUMBER_HEAD = "TableNumberHeading"
    CELL_FIGURE = "TableFigure"
    CELL_COUNT = "TableCount"
    CELL_DOTS = "TableDots"
    CELL_COUNT_HEAD = "TableCountHeading"
    PICTURE = "Picture"
    CAPTION = "Caption"
    BETWEEN = "BetweenTables"
    HEADER = "Header"
    FOOTER = "Footer"
    STRONG = "Strong"
    LINK = "Hyperlink"
    TABLE = "RulesBetweenRows"


class Border(NamedTuple):
    """Lines around a paragraph: which sides, how thick in eighths of a point, and how far away."""

    sides: tuple[str, ...]
    thickness: int
    away: int  # points
    colour: str


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """How paragraphs of a style look; ``None`` is as in the style it is based on.

    Lengths in points. ``then`` is the style of the paragraph that Enter begins.
    """

    name: str
    based_on: Look = Look.NORMAL
    then: Look | None = None
    size: float | None = None
    colour: str = ""
    is_bold: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None  # times the height of a line
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    across: str = ""  # "right", "center"
    outline: int | None = None  # depth in the navigation pane, from 0
    border: Border | None = None
    tabs: tuple[tuple[int, str, str], ...] = ()  # place in twips, kind, what fills the gap
    numbering: int | None = None
    is_listed: bool = True  # among the styles that Word offers first
    is_ours: bool = False  # not one of Word's own


def _ours(name: str, based_on: Look = Look.NORMAL, **looks: Any) -> Paragraphs:
    return Paragraphs(name, based_on, is_ours=True, **looks)


_BOX = ("top", "left", "bottom", "right")
_INDENT = 20.0

PARAGRAPHS: dict[Look, Paragraphs] = {
    Look.NORMAL: Paragraphs("Normal"),
    Look.TITLE: Paragraphs(
        "Title", then=Look.SUBTITLE, size=28, colour=ACCENT, is_bold=True, after=6, line=1.0,
        keep_next=True, keep_lines=True,
    ),
    Look.SUBTITLE: Paragraphs(
        "Subtitle", then=Look.NORMAL, size=16, is_bold=True, after=18, line=1.05, keep_next=True,
    ),
    Look.HEADING_1: Paragraphs(
        "heading 1", then=Look.NORMAL, size=19, colour=ACCENT, is_bold=True, before=26, after=6,
        line=1.05, keep_next=True, keep_lines=True, outline=0,
    ),
    Look.HEADING_2: Paragraphs(
        "heading 2", then=Look.NORMAL, size=13.5, is_bold=True, before=16, after=4, line=1.1,
        keep_next=True, keep_lines=True, outline=1,
    ),
    Look.HEADING_3: Paragraphs(
        "heading 3", then=Look.NORMAL, size=11, is_bold=True, before=12, after=3, line=1.1,
        keep_next=True, keep_lines=True, outline=2,
    ),
    Look.LEAD: _ours(
        "Lead", then=Look.NORMAL, size=12.5, colour=MUTED, after=10, keep_next=True,
    ),
    Look.BIG: _ours(
        "Big Sentence", then=Look.NORMAL, size=13.5, is_bold=True, before=2, after=8, line=1.2,
        keep_lines=True,
    ),
    Look.QUIET: _ours("Quiet Remark", size=9.5, colour=MUTED, after=6),
    Look.CARE: _ours(
        "Take Care", is_bold=True, before=8, after=12, left=8, right=8, keep_lines=True,
        border=Border(_BOX, 10, 6, ACCENT),
    ),
    Look.STATEMENT: _ours(
        "Statement", then=Look.NORMAL, size=11.5, is_bold=True, before=5, after=3, keep_next=True,
        keep_lines=True,
    ),
    Look.REMARK: _ours(
        "Remark", before=2, left=10, border=Border(("left",), 12, 7, EDGE),
    ),
    Look.WRITE: _ours(
        "Line To Write On", before=8, after=8, tabs=((CONTENT, "right", "underscore"),),
    ),
    Look.BULLET: Paragraphs(
        "List Bullet", after=3, left=_INDENT, hanging=_INDENT, numbering=1,
    ),
    Look.NUMBER: Paragraphs(
        "List Number", after=3, left=_INDENT, hanging=_INDENT, numbering=2,
    ),
    Look.CONTINUE: Paragraphs("List Continue", after=4, left=_INDENT),
    Look.QUIET_CONTINUE: _ours(
        "List Continue Quiet", Look.CONTINUE, size=9.5, colour=MUTED,
    ),
    Look.TICK: _ours(
        "Tick List", after=3, left=_INDENT, hanging=_INDENT,
        tabs=((round(_INDENT * TWIPS), "left", ""),),
    ),
    Look.TICK_CONTINUE: _ours("Tick List Continue", after=4, left=_INDENT),
    Look.TICK_QUIET: _ours("Tick List Quiet", Look.TICK_CONTINUE, size=9.5, colour=MUTED),
    Look.NEXT: _ours("Next Level", colour=MUTED),
    Look.LABEL: _ours(
        "Label", then=Look.NORMAL, size=11, is_bold=True, after=18, left=6, right=6,
        border=Border(_BOX, 10, 5, INK),
    ),
    Look.CONTENTS_HEAD: Paragraphs(
        "TOC Heading", then=Look.NORMAL, size=13.5, is_bold=True, before=26, after=6,
        keep_next=True, is_listed=False,
    ),
    Look.CONTENTS: Paragraphs("toc 1", after=4, is_listed=False),
    Look.CELL: _ours("Table Text", size=10, before=2, after=2, line=1.1),
    Look.CELL_HEAD: _ours(
        "Table Heading", Look.CELL, size=9.5, colour=MUTED, is_bold=True, keep_next=True,
    ),
    Look.CELL_ROW: _ours("Table Row Heading", Look.CELL, is_bold=True),
    Look.CELL_NUMBER: _ours("Table Number", Look.CELL, right=8, across="right"),
    Look.CELL_NUMBER_HEAD: _ours(
        "Table Number Heading", Look.CELL_HEAD, right=8, across="right"
    ),
    Look.CELL_FIGURE: _ours("Table Figure", Look.CELL, size=13, is_bold=True, keep_next=True),
    Look.CELL_COUNT: _ours("Table Count", Look.CELL, across="center"),
    Look.CELL_DOTS: _ours(
        "Table Dots", Look.CELL_COUNT, size=10, colour=ACCENT, after=0, keep_next=True
    ),
    Look.CELL_COUNT_HEAD: _ours("Table Count Heading", Look.CELL_HEAD, across="center"),
    Look.PICTURE: _ours(
        "Picture", before=4, after=4, across="center", line=1.0, keep_next=True, is_listed=False,
    ),
    Look.CAPTION: Paragraphs("caption", size=9.5, colour=MUTED, after=8, across="center"),
    Look.BETWEEN: _ours(
        "Between Tables", size=4, before=0, after=0, line=1.0, is_listed=False,
    ),
    Look.HEADER: Paragraphs(
        "header", size=11, is_bold=True, after=0, across="right", is_listed=False,
    ),
    Look.FOOTER: Paragraphs(
        "footer", size=9, colour=MUTED, after=0, tabs=((CONTENT, "right", ""),), is_listed=False,
    ),
}  # fmt: skip
