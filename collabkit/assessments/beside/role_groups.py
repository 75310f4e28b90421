"""Whose answers may be told apart by role, so that nobody is found by subtraction.

People come into a picture in batches, and every picture could be seen, so whatever is shown can be
held against whatever was shown before. Here all of it is put together from *cells*: the people of
one batch who belong to one group, or a whole batch that is not told by role. If every cell is
empty or has as many people as the smallest group, so has everything that can be worked out by
adding and subtracting what is shown: cells are never taken apart. (Whatever is shown counts all
people of a cell alike, so any sum or difference of it does too.)

For this to hold at all times, groups and batches must not be thought over later. So the groups are
those of the first batch that has any, and whether a batch is told by role depends on nothing but
itself and the groups. The same is asked of the people who chose a level of one statement. A
statement for which it fails once is not told by role from then on.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from collabkit.assessments.outcomes.answered import Sheet
from collabkit.assessments.pack import Respondent

_Cell = tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups into which people are told apart, and their cells.

    ``alone`` are the roles that are told by themselves; all others are one group, the last.
    ``batches`` have a cell a group in that order, some of them empty; ``outside`` are batches that
    are not told by role.
    """

    minimum: int
    alone: tuple[Respondent, ...]
    batches: tuple[tuple[_Cell, ...], ...]
    outside: tuple[_Cell, ...]

    def group(self, place: int) -> _Cell:
        """Return the sheets of one group, in the order of the batches."""
        return tuple(sheet for cells in self.batches for sheet in cells[place])

    def may_tell(self, people: Collection[str]) -> bool:
        """Tell whether no cell has some but too few of ``people``, which are ids of sheets."""
        cells = [*(cell for cells in self.batches for cell in cells), *self.outside]
        sizes = (sum(sheet.id in people for sheet in cell) for cell in cells)
        return all(_is_enough(size, self.minimum) for size in sizes)


def group_by_role(
    sheets: Sequence[Sheet], batches: Sequence[Collection[str]], minimum: int
) -> Grouping | None:
    """Return how people may be told apart; ``None`` if there are no two groups that may be.

    ``batches`` are ids of sheets, one collection for each time that people came into the picture,
    the first batch first. Who is in none of them is in no picture.
    """
    found = _batches(sheets, batches)
    alone = next((roles for batch in found if (roles := _alone(batch, minimum))), None)
    if alone is None:
        return None
    cells = [_cells(batch, alone) for batch in found]
    fits = [all(_is_enough(len(cell), minimum) for cell in each) for each in cells]
    return Grouping(
        minimum,
        alone,
        batches=tuple(each for each, is_in in zip(cells, fits, strict=True) if is_in),
        outside=tuple(batch for batch, is_in in zip(found, fits, strict=True) if not is_in),
    )


def _batches(sheets: Sequence[Sheet], batches: Sequence[Collection[str]]) -> list[_Cell]:
    seen: set[str] = set()
    found = []
    for batch in batches:
        found.append(tuple(s for s in sheets if s.id in batch and s.id not in seen))
        seen.update(batch)
    return found


def _alone(batch: _Cell, minimum: int) -> tuple[Respondent, ...] | None:
    """Return the roles that may be told alone in ``batch`` if that makes two groups or more.

    As long as all others are too few, the smallest of these roles joins them, of equals the last.
    """
    people = Counter(sheet.role for sheet in batch)
    alone = [role for role in Respondent if people[role] >= minimum]
    others = len(batch) - sum(people[role] for role in alone)
    while alone and not _is_enough(others, minimum):
        joining = min(reversed(alone), key=lambda role: people[role])
        alone.remove(joining)
        others += people[joining]
    return tuple(alone) if len(alone) + bool(others) > 1 else None


def _cells(batch: _Cell, alone: Sequence[Respondent]) -> tuple[_Cell, ...]:
    groups = [tuple(sheet for sheet in batch if sheet.role is role) for role in alone]
    return (*groups, tuple(sheet for sheet in batch if sheet.role not in alone))


def _is_enough(people: int, minimum: int) -> bool:
    return people == 0 or people >= minimum
