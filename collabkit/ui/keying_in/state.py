"""What the page for keying in a sheet of paper shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collabkit.ui.keying_in.paper import Line

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """One statement with what was keyed in: a ``mark`` and an ``answer`` in words, or words alone.

    ``is_current`` is the one that takes keys.
    """

    line: Line
    mark: str = ""
    answer: str = ""
    note: str = ""
    day: date | None = None
    is_keyed: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class KeyingInState:
    """The whole page. ``why_not`` says why nothing can be keyed in, if that is so.

    ``is_reading`` tells that the sheet is being read back. ``refusal`` is about the last key,
    ``message`` about the last try to save, with ``faults`` a line each; ``missing`` says what is
    missing at the top, by "role", "party" or "about", and ``code_fault`` what is wrong with the
    code. ``replaces`` is whose sheet would be replaced by saving this one. ``done`` says what
    became of the last sheet.
    """

    whose: str = ""
    why_not: str = ""
    roles: Options = ()
    parties: Options = ()
    abouts: Options = ()
    role: str | None = None
    party: str | None = None
    about: str | None = None
    code: str = ""
    code_fault: str = ""
    name: str = ""
    lines: tuple[KeyedLine, ...] = ()
    is_touched: bool = False
    is_reading: bool = False
    is_saving: bool = False
    refusal: str = ""
    message: str = ""
    faults: tuple[str, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    can_be_another: bool = False
    replaces: str = ""
    done: str = ""
