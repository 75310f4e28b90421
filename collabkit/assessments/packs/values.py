"""How faults speak of what somebody has written: the value as it is, and what is meant by it."""

import re
from fractions import Fraction

from collabkit.assessments.packs.faults import shortened
from collabkit.i18n import _

LONGEST_QUOTE = 40
_ALMOST_A_NUMBER = re.compile(r"(-?[0-9]{1,6})(?:[.,]([0-9]{1,6}))?\s?(%)?", re.ASCII)


def quoted(value: str) -> str:
    """Return ``value`` between quotation marks, shortened and without anything invisible."""
    return f'"{shortened(value, LONGEST_QUOTE)}"'


def number_expected(value: object) -> str:
    """Return what to write instead; 2,5 and 50% leave no doubt about what is meant."""
    if isinstance(value, str) and (parts := _ALMOST_A_NUMBER.fullmatch(value)):
        meant = Fraction(f"{parts[1]}.{parts[2] or 0}")
        if "," in value and not parts[3]:
            return _("a full stop instead of the comma: {number}").format(number=float(meant))
        if parts[3]:
            return _("a number instead of a percentage: {number}").format(number=float(meant / 100))
    return _("a number such as 2.5")


def described(value: object) -> str:
    """Return what kind of value it is, with the value if it is short."""
    match value:
        case str():
            return _("the text {value}").format(value=quoted(value))
        case bool():
            return "true" if value else "false"
        case int() if abs(value) < 10**12:
            return _("the number {value}").format(value=value)
        case Fraction():
            return _("the number {value}").format(value=float(value))
        case int() | float():
            return _("a number that is too large or too unusual")
        case list():
            return _("a list")
        case dict():
            return _("a table")
        case _other:
            return _("a date or time")
