"""How each side rates each source of power, before anything is made of it.

One rater is one side: sheets of the same side are averaged. A sheet that names no side speaks for
the charity's own, and one that is about nobody in particular is about the side it speaks for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.means import mean_of
from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Source:
    """One source of power: the prompts that say how much of it there is, and its weight."""

    code: str
    name: str
    prompts: tuple[Item, ...]
    weight: Item


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's view of one source of one side; ``None`` is *not known*.

    ``prompts`` are by item id, each from -2 to +2, and ``weight`` is from 0 to 1. ``value`` is the
    mean of the known prompts times the weight, or the plain mean where the weight is not known.
    """

    rater: str
    prompts: Mapping[str, Fraction]
    weight: Fraction | None
    value: Fraction | None

    @property
    def counts(self) -> bool:
        """False if it can only be shown, and is left out of every mean and flag."""
        return self.value is not None and self.weight is not None


class _Spoken(NamedTuple):
    rater: str
    about: str
    sheet: Sheet


class Views:
    """What the sheets of an assessment say, sorted by who speaks about whom."""

    def __init__(self, answered: Answered) -> None:
        self.parties = _two_or_more(answered.parties)
        self.own = next((party for party in self.parties if party.is_own), self.parties[0])
        self.sources = tuple(_sources(answered.pack, answered.asked))
        self._pack = answered.pack
        self._spoken = tuple(map(self._placed, answered.sheets))

    @property
    def are_two(self) -> bool:
        """Between two sides all is relative: one's view of itself is its view of the other."""
        return len(self.parties) == 2

    def ratings(self, party: Party, source: Source) -> tuple[Rating, ...]:
        """Return what each side that has said something about it makes of a source of ``party``.

        The second of two sides is the mirror of the first.
        """
        if self.are_two and party == self.parties[1]:
            return tuple(map(_mirrored, self.ratings(self.parties[0], source)))
        found = (self._rating(rater, party, source) for rater in self.parties)
        return tuple(rating for rating in found if rating is not None)

    def _rating(self, rater: Party, party: Party, source: Source) -> Rating | None:
        prompts = {}
        for item in source.prompts:
            mean = mean_of(self._compared(item, rater, party))
            if mean is not None:
                prompts[item.id] = mean
        if not prompts:
            return None
        weight = self._weight(source.weight, rater)
        value = mean_of(prompts.values())
        if len(prompts) < self._pack.outcome.settings["known_prompts"]:
            value = None
        elif value is not None and weight is not None:
            value *= weight
        return Rating(rater.id, prompts, weight, value)

    def _compared(self, item: Item, rater: Party, party: Party) -> Iterator[Fraction]:
        for spoken in self._of(rater):
            value = self._value(item, spoken.sheet)
            if value is not None and spoken.about == party.id:
                yield value
            elif value is not None and self.are_two:
                yield -value

    def _weight(self, item: Item, rater: Party) -> Fraction | None:
        """Return how much a source counts to a rater: as its sheets about itself say, if any do."""
        weights = [
            (spoken.about == rater.id, value)
            for spoken in self._of(rater)
            if (value := self._value(item, spoken.sheet)) is not None
        ]
        on_own = [value for is_own, value in weights if is_own]
        return mean_of(on_own or [value for _is_own, value in weights])

    def _of(self, rater: Party) -> Iterator[_Spoken]:
        return (spoken for spoken in self._spoken if spoken.rater == rater.id)

    def _value(self, item: Item, sheet: Sheet) -> Fraction | None:
        option = self._pack.form_of(item).option(sheet.answers.get(item.id, ""))
        return option.value if option else None

    def _placed(self, sheet: Sheet) -> _Spoken:
        ids = {party.id for party in self.parties}
        rater = sheet.party if sheet.party in ids else self.own.id
        about = sheet.about if sheet.about in ids else rater
        return _Spoken(rater or self.own.id, about or self.own.id, sheet)


def _two_or_more(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties; who starts alone stands on one side, and on the other all others."""
    first = parties or (Party("us", "", _("Our side"), is_own=True),)
    return first if len(first) > 1 else (*first, Party("others", "", _("The other side")))


def _sources(pack: Pack, asked: Iterable[str]) -> Iterator[Source]:
    known = frozenset(asked)
    for section in pack.sections:
        weight = next((item for item in section.items if item.marks.get("weight")), None)
        prompts = tuple(
            item
            for item in section.items
            if pack.form_of(item).kind is FormKind.COMPARE and not item.marks.get("private")
        )
        if weight is not None and any(item.id in known for item in prompts):
            yield Source(section.code, section.name, prompts, weight)


def _mirrored(rating: Rating) -> Rating:
    return replace(
        rating,
        prompts={item_id: -value for item_id, value in rating.prompts.items()},
        value=None if rating.value is None else -rating.value,
    )
