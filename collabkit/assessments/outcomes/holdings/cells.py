"""One cell of who holds what: a source of power of one side, and what stands out in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.holdings.ratings import Rating, Source
from collabkit.assessments.outcomes.means import mean_of
from collabkit.assessments.pack import ActionIdea
from collabkit.assessments.packs.items import Holding
from collabkit.assessments.rounding import shown
from collabkit.assessments.suggestions import suggested_actions


@dataclass(frozen=True, slots=True)
class Talk:
    """A source that a side and all others see very differently: both means."""

    own: Fraction
    others: Fraction

    @property
    def difference(self) -> Fraction:
        """Above nought the side thinks that it holds more than others see."""
        return self.own - self.others


@dataclass(frozen=True, slots=True)
class Cell:
    """One source of one side, from -2 to +2; ``value`` is ``None`` while it is not known.

    Where no rater has said whether the source counts here, ``value`` is the plain mean and
    ``weight_known`` is false. ``talk`` is there if the views differ so far that it is worth one,
    and ``moves`` are those offered, the easiest first.
    """

    source: Source
    ratings: tuple[Rating, ...]
    value: Fraction | None
    weight_known: bool
    talk: Talk | None
    moves: tuple[ActionIdea, ...]

    @property
    def counted(self) -> Decimal | None:
        """The number that people see, if flags may be raised on it."""
        return shown(self.value) if self.value is not None and self.weight_known else None

    @property
    def counts_not_here(self) -> bool:
        """True if every rater says that the source does not count in this relationship."""
        counted = [rating for rating in self.ratings if rating.counts]
        return bool(counted) and not any(rating.weight for rating in counted)


@dataclass(frozen=True, slots=True)
class Naming:
    """Power worth naming: a prompt with much, in a source with little."""

    item_id: str
    mean: Fraction


def cell_of(
    settings: Mapping[str, Any],
    source: Source,
    party: Party,
    ratings: tuple[Rating, ...],
    size: IncomeBand | None,
    run_by: RunBy | None,
) -> Cell:
    """Return a cell from what all raters say; ``size`` and ``run_by`` choose among its moves."""
    counted = [r.value for r in ratings if r.counts and r.value is not None]
    values = counted or [r.value for r in ratings if r.value is not None]
    value = mean_of(values)
    held = shown(value) if value is not None and counted else None
    moves: tuple[ActionIdea, ...] = ()
    if held is not None and abs(held) >= settings["move_from"]:
        whose = Holding.MORE if held > 0 else Holding.LESS
        moves = tuple(
            move
            for move in suggested_actions(source.weight, income_band=size, run_by=run_by)
            if move.when == whose
        )
    talk = _talk(party, ratings)
    if talk is not None and abs(shown(talk.difference)) < settings["talk_from"]:
        talk = None
    return Cell(source, ratings, value, bool(counted), talk, moves)


def _talk(party: Party, ratings: tuple[Rating, ...]) -> Talk | None:
    counted = [(r.rater == party.id, r.value) for r in ratings if r.counts and r.value is not None]
    own = mean_of(value for is_own, value in counted if is_own)
    others = mean_of(value for is_own, value in counted if not is_own)
    return None if own is None or others is None else Talk(own, others)


def worth_naming(settings: Mapping[str, Any], cell: Cell) -> Iterator[Naming]:
    """Yield the prompts of a low cell on which the side has much; they are easily overlooked."""
    if cell.counted is None or cell.counted >= 0:
        return
    for item in cell.source.prompts:
        weighed = (rating.prompts for rating in cell.ratings if rating.weight is not None)
        mean = mean_of(prompts[item.id] for prompts in weighed if item.id in prompts)
        if mean is not None and shown(mean) >= settings["worth_naming_from"]:
            yield Naming(item.id, mean)
