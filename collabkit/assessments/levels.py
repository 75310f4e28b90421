"""The levels of a statement: where somebody stands, and the next one up."""

from collections.abc import Sequence
from dataclasses import dataclass

from collabkit.assessments.pack import AnswerForm, FormKind, Item
from collabkit.assessments.results import ItemResult, Spread


@dataclass(frozen=True, slots=True)
class Level:
    """One possible answer; ``step`` is its place from 0, the lowest.

    ``mark`` is the number by which people know it; it is empty for a category.
    """

    code: str
    mark: str
    name: str
    description: str
    step: int


def is_numbered(form: AnswerForm) -> bool:
    """Tell whether people know the answers by their number, and not by their name alone."""
    return form.kind in {FormKind.DESCRIBED, FormKind.SCALE, FormKind.FROM_TO}


def levels_of(item: Item, form: AnswerForm) -> tuple[Level, ...]:
    """Return the possible answers to ``item``, described where the pack describes them."""
    described = len(item.levels) == len(form.options)
    numbered = is_numbered(form)
    return tuple(
        Level(
            code=option.code,
            mark=option.code if numbered else "",
            name=option.name,
            description=item.levels[step] if described else "",
            step=step,
        )
        for step, option in enumerate(form.options)
    )


def chosen_level(levels: Sequence[Level], result: ItemResult) -> Level | None:
    """Return the level that one person chose; ``None`` for a group or without an answer."""
    if result.spread is not Spread.SINGLE or result.counts is None:
        return None
    return next((level for level in levels if result.counts[level.code]), None)


def next_level(levels: Sequence[Level], result: ItemResult) -> Level | None:
    """Return the first described level above the mean.

    There is none at the top, where two views hide in the mean, and where the answers are not
    numbered from 1 to 5.
    """
    if result.mean is None or result.band is None or result.spread is Spread.SPLIT:
        return None
    step = int(result.mean)  # levels count from 1, steps from 0: this is the one above
    return levels[step] if step < len(levels) and levels[step].description else None
