"""The recovery code: random, to be written down by hand, forgiving, and sure of every sign.

Seven groups of five signs of Crockford's base 32 (https://www.crockford.com/base32.html), which
leaves out I, L, O and U. Four signs of each group are random, 140 bits in all; the fifth checks the
group and its place. The check is a sum in the field of 32 elements in which every sign has another
weight, so that one wrong sign, two that changed places and groups in another order are always
found, and can be shown to whoever copies it.
"""

import secrets
from dataclasses import dataclass

from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext

GROUPS = 7
GROUP = 5  # signs, the check among them
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})  # what hands and eyes mix up
_SPACES = " \t\r\n\u00a0-\u2010\u2011\u2012\u2013\u2014\u2212.·/"
_MODULUS = 0b100101  # x⁵ + x² + 1


class NoRecoveryCodeError(InvalidInputError):
    """What was typed is no recovery code, or was copied with a slip."""


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """A code as it counts: 35 signs without spaces, checks included."""

    signs: str

    def __str__(self) -> str:
        """Return the code as it is shown and written down."""
        starts = range(0, len(self.signs), GROUP)
        return " ".join(self.signs[start : start + GROUP] for start in starts)

    def __repr__(self) -> str:
        return "RecoveryCode(…)"

    @property
    def secret(self) -> bytes:
        """The bytes that a key is derived from."""
        return self.signs.encode("ascii")


def new_code() -> RecoveryCode:
    """Return a code that nobody had before."""
    groups = []
    for place in range(GROUPS):
        values = [secrets.randbelow(len(_SIGNS)) for _sign in range(GROUP - 1)]
        values.append(_check(values, place))
        groups.append("".join(_SIGNS[value] for value in values))
    return RecoveryCode("".join(groups))


def read_code(typed: str) -> RecoveryCode:
    """Return the code that somebody typed, in whatever case and grouping.

    Raises ``NoRecoveryCodeError``, which says where to look.
    """
    signs = typed.upper().translate({ord(space): None for space in _SPACES}).translate(_MEANT)
    strange = next((sign for sign in signs if sign not in _SIGNS), "")
    if strange:
        raise NoRecoveryCodeError(
            _("A recovery code has letters and figures only; “{sign}” is in none.").format(
                sign=strange
            )
        )
    if len(signs) != GROUPS * GROUP:
        raise NoRecoveryCodeError(
            ngettext(
                "A recovery code has {whole} letters and figures; this one has {number}.",
                "A recovery code has {whole} letters and figures; this one has {number}.",
                len(signs),
            ).format(whole=GROUPS * GROUP, number=len(signs))
        )
    wrong = [place + 1 for place in range(GROUPS) if not _is_right(signs, place)]
    if wrong:
        raise NoRecoveryCodeError(
            ngettext(
                "Something is not right in group {groups} of the code. Please compare it, sign by "
                "sign.",
                "Something is not right in groups {groups} of the code. Please compare them, sign "
                "by sign.",
                len(wrong),
            ).format(groups=", ".join(map(str, wrong)))
        )
    return RecoveryCode(signs)


def _is_right(signs: str, place: int) -> bool:
    group = signs[place * GROUP : (place + 1) * GROUP]
    *values, check = (_SIGNS.index(sign) for sign in group)
    return check == _check(values, place)


def _check(values: list[int], place: int) -> int:
    """Return the value of the sign that checks the group at ``place``, from 0 on."""
    check = place + 1  # so that no two places have the same group of zeros
    for number, value in enumerate(values):
        check ^= _times(value, number + 2)
    return check


def _times(one: int, other: int) -> int:
    """Multiply in the field of 32 elements."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 32:
            one ^= _MODULUS
        other >>= 1
    return product
