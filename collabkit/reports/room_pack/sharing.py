"""Sharing statements out over the sides of a ballot."""

from collections.abc import Sequence
from dataclasses import dataclass

_HAIR = 0.01  # points: forgives what adding up many heights loses
_CLOSE_ENOUGH = 4  # points: even sides need not be found more exactly


@dataclass(frozen=True, slots=True)
class Measured:
    """How high a statement is, in points, and what must stand over it.

    ``lead`` is the question by which it is answered, set once for all that follow each other on a
    side; ``lead_height`` is its height.
    """

    height: float
    lead: str
    lead_height: float


def share_out(
    statements: Sequence[Measured], head: float, height: float
) -> list[tuple[Measured, ...]]:
    """Return the statements of each side, ``height`` points high, with much the same on each.

    The first side begins with a head, ``head`` points high. The number of sides is even; only
    where one side is enough, or where there are not enough statements for another one, it is odd.
    """
    sides = _fill(statements, head, height, height)
    wanted = len(sides) + (len(sides) % 2 if len(sides) > 1 else 0)
    low, high = 0.0, height
    while high - low > _CLOSE_ENOUGH and wanted > 1:
        middle = (low + high) / 2
        tried = _fill(statements, head, middle, height)
        if len(tried) > wanted:
            low = middle
        else:
            sides, high = tried, middle
    while len(sides) < min(wanted, len(statements)):
        sides = _with_one_more(sides)
    return sides


def _with_one_more(sides: Sequence[tuple[Measured, ...]]) -> list[tuple[Measured, ...]]:
    """Return ``sides`` with the fullest of those that can be parted in two.

    A lower limit can make two sides more at once, which leaves the number odd.
    """
    place = max(
        (number for number, side in enumerate(sides) if len(side) > 1),
        key=lambda number: sum(statement.height for statement in sides[number]),
    )
    side = sides[place]
    middle = len(side) // 2
    return [*sides[:place], side[:middle], side[middle:], *sides[place + 1 :]]


def _fill(
    statements: Sequence[Measured], head: float, height: float, full: float
) -> list[tuple[Measured, ...]]:
    """Fill one side after the other up to ``height``; the first statement may go up to ``full``."""
    sides: list[list[Measured]] = [[]]
    used, lead = head, ""
    for number, statement in enumerate(statements):
        needed = statement.height + (statement.lead_height if statement.lead != lead else 0)
        room = height if number else full
        if used and used + needed > room + _HAIR:
            sides.append([])
            used, needed = 0.0, statement.height + statement.lead_height
        sides[-1].append(statement)
        used, lead = used + needed, statement.lead
    return [tuple(side) for side in sides]
