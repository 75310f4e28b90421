"""How many groups stand where, counted cell by cell; no single group is left in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from collabkit.assessments.bands import BandLimits, band_of
from collabkit.assessments.measure import band_limits, scored_items
from collabkit.assessments.outcomes.further import further_item
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import Pack
from collabkit.network.filters import CELLS, Filter, number_in
from collabkit.network.group import Answers, Head
from collabkit.network.leaving import leaving_items
from collabkit.network.standing import Exchange, Places, Standing, in_bands

_Stands = Callable[[bytes], tuple[str, ...] | None]
_Add = Callable[[int, tuple[str, ...]], None]


class Crowd:
    """Groups by the places where they stand, by cell: a size, and who runs the group.

    A group may stand at several places, such as what would help it; ``everybody`` has it once.
    """

    __slots__ = ("_at", "everybody")

    def __init__(self) -> None:
        self.everybody = [0] * CELLS
        self._at: dict[str, list[int]] = {}

    def add(self, cell: int, places: Iterable[str] = ()) -> None:
        """Count one group, which stands at ``places``."""
        self.everybody[cell] += 1
        for place in places:
            at = self._at.get(place)
            if at is None:
                at = self._at[place] = [0] * CELLS
            at[cell] += 1

    def take_in(self, other: "Crowd") -> None:
        """Count all the groups of ``other`` too."""
        _add_up(self.everybody, other.everybody)
        for place, numbers in other._at.items():
            _add_up(self._at.setdefault(place, [0] * CELLS), numbers)

    def number(self, chosen: Filter) -> int:
        """Return how many groups a filter shows."""
        return number_in(self.everybody, chosen)

    def at(self, place: str, chosen: Filter) -> int:
        """Return how many of the groups that a filter shows stand at a place."""
        numbers = self._at.get(place)
        return number_in(numbers, chosen) if numbers else 0

    def cells_at(self, places: Iterable[str]) -> list[int]:
        """Return by cell how many stand at ``places``, of which each group has one at most."""
        cells = [0] * CELLS
        for place in places:
            if numbers := self._at.get(place):
                _add_up(cells, numbers)
        return cells


@dataclass(slots=True)
class Settled:
    """What groups have settled on about ranked barriers; who settled on nothing is not in it."""

    needs: Crowd = field(default_factory=Crowd)
    steps: Crowd = field(default_factory=Crowd)

    def crowds(self) -> tuple[Crowd, ...]:
        """Return both."""
        return self.needs, self.steps


class Counted:
    """One questionnaire in one wording, as far as groups have answered it.

    ``statements`` and ``themes`` are by id and code; a group that hides its answer is not in their
    crowds. ``asked`` and ``themes_asked`` have by cell how many groups had those words before them,
    hidden or not. ``areas`` has by question about what is offered and needed the area that it is
    about. ``put`` are the statements that any group has put to its people: of those that all have
    left out there is nothing to tell. ``groups`` is everybody who has answered any of it, ``first``
    and ``last`` when.
    """

    def __init__(self, pack: Pack, unit: Unit) -> None:
        self.pack, self.unit = pack, unit
        self.areas = dict(_areas(pack))
        self.groups = Crowd()
        self.statements = {item.id: Crowd() for item in leaving_items(pack)}
        self.themes = {section.code: Crowd() for section in pack.sections}
        # The same list for all, which grows with every group that is added.
        self.asked = dict.fromkeys(self.statements, self.groups.everybody)
        self.themes_asked = dict.fromkeys(self.themes, self.groups.everybody)
        self.put: set[str] = set()
        self.settled = Settled()
        self.first, self.last = date.max, date.min

    def take_statement(self, item_id: str, other: "Counted") -> None:
        """Count here what ``other`` asks in the very same words, and no longer there."""
        self.statements[item_id].take_in(other.statements.pop(item_id))
        self.asked[item_id] = _sum(self.asked[item_id], other.asked.pop(item_id))
        if item_id in other.put:
            self.put.add(item_id)

    def take_theme(self, code: str, other: "Counted") -> None:
        """Count here a theme of ``other`` with the very same statements, and no longer there."""
        self.themes[code].take_in(other.themes.pop(code))
        self.themes_asked[code] = _sum(self.themes_asked[code], other.themes_asked.pop(code))

    def take_settled(self, other: "Counted") -> None:
        """Count here what groups of ``other`` have settled on, and no longer there."""
        for crowd, others in zip(self.settled.crowds(), other.settled.crowds(), strict=True):
            crowd.take_in(others)
        other.settled = Settled()


class Counting:
    """Counts groups, one after the other; ``counted`` is what has been counted so far."""

    def __init__(self, pack: Pack, unit: Unit, places: Places) -> None:
        self.counted = Counted(pack, unit)
        self._limits = band_limits(pack)
        self._themes_in_bands = _themes_in_bands(pack, unit)
        self._standing = dict(_standing(self.counted, self._limits, places))
        self._bands: dict[int, tuple[str]] = {}
        self._columns: dict[Head, list[tuple[_Stands, _Add]]] = {}

    def add(self, answers: Answers, cell: int) -> None:
        """Count one group; ``answers`` fit the pack (see ``soundness.Fitting``)."""
        counted = self.counted
        counted.first = min(counted.first, answers.held)
        counted.last = max(counted.last, answers.held)
        counted.groups.add(cell)
        for table in answers.tables:
            columns = self._columns_of(table.head)
            for (stands, add), raw in zip(columns, table.raw_rows(), strict=True):
                places = stands(raw)
                if places is not None:
                    add(cell, places)
        for code, score in zip(answers.themes, answers.scores, strict=True):
            if score is not None and code in self._themes_in_bands:
                counted.themes[code].add(cell, self._band(score))
        if answers.agreed:
            ids = (answers.agreed.needs, answers.agreed.steps)
            for crowd, places in zip(counted.settled.crowds(), ids, strict=True):
                if places:
                    crowd.add(cell, places)

    def standing(self, item_id: str) -> Standing:
        """Return what tells where a group stands on a statement."""
        return self._standing[item_id]

    def _band(self, tenths: int) -> tuple[str]:
        if tenths not in self._bands:
            self._bands[tenths] = (band_of(Fraction(tenths, 10), self._limits),)
        return self._bands[tenths]

    def _columns_of(self, head: Head) -> list[tuple[_Stands, _Add]]:
        columns = self._columns.get(head)
        if columns is None:
            self.counted.put.update(head.statements)
            columns = self._columns[head] = [
                (self._standing[statement].stands, self.counted.statements[statement].add)
                for statement in head.statements
            ]
        return columns


def _areas(pack: Pack) -> Iterator[tuple[str, str]]:
    matching = pack.outcome.settings.get("matching")
    if matching is None:
        return
    for area in pack.items:
        question = further_item(pack, area.id, matching["offers"])
        if question is not None:
            yield question.id, area.id


def _standing(
    counted: Counted, limits: BandLimits, places: Places
) -> Iterator[tuple[str, Standing]]:
    pack = counted.pack
    matching = pack.outcome.settings.get("matching", {})
    for item in leaving_items(pack):
        form = pack.form_of(item)
        if item.id in counted.areas:
            yield item.id, Exchange(form, matching["offers"], matching["needs"])
        else:
            yield item.id, places.of(form, counted.unit, limits)


def _themes_in_bands(pack: Pack, unit: Unit) -> frozenset[str]:
    return frozenset(
        section.code
        for section in pack.sections
        if all(in_bands(pack.form_of(item), unit) for item in scored_items(pack, section))
    )


def _sum(numbers: Iterable[int], others: Iterable[int]) -> list[int]:
    return [one + other for one, other in zip(numbers, others, strict=True)]


def _add_up(numbers: list[int], others: Iterable[int]) -> None:
    for cell, number in enumerate(others):
        numbers[cell] += number
