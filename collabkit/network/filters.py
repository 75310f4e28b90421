"""Which groups can be looked at apart, so that nothing can be worked out by subtraction.

Groups fall into cells: a size, and who runs the group. A filter shows some of the cells. All the
filters that are shown together cut the groups into blocks, the groups that no shown filter tells
apart; whatever is added to or taken from each other, what is left is made of whole blocks. So a
filter is offered only if every block still has the minimum of groups, or none at all. That is
more than what the measurement rules ask of one breakdown (every part and the remainder reach the
minimum, *Small groups*): it also holds for filters within filters and for several at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from collabkit.assessments.charity import IncomeBand, RunBy

_SIZES: tuple[IncomeBand | None, ...] = (*IncomeBand, None)  # None: rather not say
_RUN_BY: tuple[RunBy | None, ...] = (*RunBy, None)
CELLS = len(_SIZES) * len(_RUN_BY)


@dataclass(frozen=True, slots=True)
class Filter:
    """The groups that are looked at; ``None`` is any. What a group would rather not say is no
    size: it is seen among all alone."""

    size: IncomeBand | None = None
    run_by: RunBy | None = None


ALL = Filter()
# In the order in which they are offered: all groups, one question, both.
_KINDS: tuple[tuple[Filter, ...], ...] = (
    (ALL,),
    tuple(Filter(run_by=run_by) for run_by in RunBy),
    tuple(Filter(size) for size in IncomeBand),
    tuple(Filter(size, run_by) for size in IncomeBand for run_by in RunBy),
)


def cell_of(size: IncomeBand | None, run_by: RunBy | None) -> int:
    """Return the number of the cell that a group falls into, from 0."""
    return _SIZES.index(size) * len(_RUN_BY) + _RUN_BY.index(run_by)


@cache
def cells_in(chosen: Filter) -> tuple[int, ...]:
    """Return the numbers of the cells that a filter shows."""
    return tuple(
        cell_of(size, run_by)
        for size in _SIZES
        for run_by in _RUN_BY
        if chosen.size in (None, size) and chosen.run_by in (None, run_by)
    )


def number_in(groups: Sequence[int], chosen: Filter) -> int:
    """Return how many groups a filter shows; ``groups`` is how many fall into each cell."""
    return sum(groups[cell] for cell in cells_in(chosen))


def offered(
    groups: Sequence[int], minimum: int, among: Sequence[Filter] | None = None
) -> tuple[Filter, ...]:
    """Return the filters that can be shown together, ``ALL`` first; none below the minimum.

    ``groups`` is how many fall into each cell, ``among`` what may be offered at all. Of one kind
    those that show most groups come first.
    """
    block_of = [0] * CELLS
    size_of = [sum(groups)]
    found: list[Filter] = []
    for kind in _KINDS:
        numbers = [(number_in(groups, chosen), chosen) for chosen in kind]
        numbers.sort(key=lambda entry: -entry[0])
        for number, chosen in numbers:
            if not number or (among is not None and chosen not in among):
                continue
            cut = [0] * len(size_of)  # how much of each block the filter shows
            for cell in cells_in(chosen):
                cut[block_of[cell]] += groups[cell]
            if any(
                0 < part < minimum or 0 < size - part < minimum
                for part, size in zip(cut, size_of, strict=True)
            ):
                continue
            found.append(chosen)
            _split(block_of, size_of, cells_in(chosen), cut)
        if not found:
            break  # not even all of them together
    return tuple(found)


def _split(block_of: list[int], size_of: list[int], shown: Sequence[int], cut: list[int]) -> None:
    """Make two blocks of each of which some cells are shown, unless one would have no groups."""
    new: dict[int, int] = {}
    for block, part in enumerate(cut):
        if 0 < part < size_of[block]:
            new[block] = len(size_of)
            size_of.append(part)
            size_of[block] -= part
    for cell in shown:
        block_of[cell] = new.get(block_of[cell], block_of[cell])
