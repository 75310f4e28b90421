"""What the page for sheets that came back shows. Nothing of anybody's answers is in it."""

from dataclasses import dataclass
from enum import Enum, auto


class Fate(Enum):
    """What becomes of a sheet, as far as people need to tell it apart."""

    TAKEN = auto()
    SAME = auto()  # came already
    REPEATED = auto()  # stands twice in these files
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One sheet, or a file that cannot be read.

    ``about`` says which way it came and how much is answered, ``remark`` what is worth knowing,
    ``faults`` what does not fit, a line each. ``statements`` are those that it was asked in other
    words. ``is_left_out`` tells that it stays where it is although it could be taken.
    """

    key: str
    name: str
    about: str
    fate: Fate
    remark: str = ""
    faults: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    can_be_another: bool = False
    is_another: bool = False
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class ReturnsState:
    """The whole page. ``why_not`` says why nothing can be taken in, if that is so.

    ``reading`` says what is under way; ``told`` what was taken in last; ``outlook`` what there is
    to see afterwards. ``to_take`` counts what one press takes in.
    """

    whose: str = ""
    why_not: str = ""
    reading: str = ""
    rows: tuple[Row, ...] = ()
    to_take: int = 0
    outlook: str = ""
    told: str = ""
