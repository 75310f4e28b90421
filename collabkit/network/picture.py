"""What a network sees of its groups: how many stand where, never which.

A picture is drawn once, group by group; afterwards it holds counts by cell, and of single groups
only what those have said who want their name to be passed on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from collabkit.assessments.beside.wordings import same_wording
from collabkit.assessments.measure import scored_items
from collabkit.assessments.outcomes.columns.matching import Matching, Organisation, match
from collabkit.assessments.outcomes.columns.order import place_of
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.network.counting import Counted, Counting, Crowd
from collabkit.network.filters import ALL, Filter, cell_of, offered
from collabkit.network.group import Answers, Group
from collabkit.network.leaving import unit_of
from collabkit.network.offers import organisation_of
from collabkit.network.soundness import Fitting
from collabkit.network.standing import Places


class Wordings(Protocol):
    """The questionnaires that this program knows, in all the wordings that it knows."""

    def find(self, pack_id: str, digest: str) -> Pack | None:
        """Return the pack in this very wording, if it is known."""
        ...


@dataclass(frozen=True, slots=True)
class PackPicture:
    """One questionnaire, with the filters under which it may be looked at.

    ``wordings`` begin with the one that most groups had before them; what others ask in the very
    same words is counted there, and they hold what is left. ``groups`` is everybody in any of them.
    """

    wordings: tuple[Counted, ...]
    groups: Crowd
    filters: tuple[Filter, ...]
    matching: Matching

    @property
    def pack(self) -> Pack:
        """The questionnaire in the wording that most groups had."""
        return self.wordings[0].pack


class NetworkPicture:
    """All groups of a network, counted; ``minimum`` is how many groups are ever shown.

    ``packs`` are in the order of their ids. ``unknown`` has by id of a pack how many groups
    answered it in a wording that is not known here, or in a way that does not fit it: they are in
    no picture of that pack.
    """

    def __init__(self, groups: Iterable[Group], minimum: int, wordings: Wordings) -> None:
        self.minimum = minimum
        self.groups = Crowd()
        self.unknown: dict[str, Crowd] = {}
        drawings: dict[str, _Drawing] = {}
        places = Places()
        for group in groups:
            cell = cell_of(group.size, group.run_by)
            self.groups.add(cell)
            for answers in group.answers:
                drawing = drawings.get(answers.pack_id)
                if drawing is None:
                    drawing = _Drawing(answers.pack_id, wordings, places)
                    drawings[answers.pack_id] = drawing
                if not drawing.add(group, answers, cell):
                    self.unknown.setdefault(answers.pack_id, Crowd()).add(cell)
        self.filters = offered(self.groups.everybody, minimum)
        self.packs = tuple(
            drawing.finished(minimum, self.filters)
            for _pack_id, drawing in sorted(drawings.items())
            if drawing.has_groups
        )

    @property
    def number(self) -> int:
        """How many groups there are."""
        return self.groups.number(ALL)

    def pack(self, pack_id: str) -> PackPicture:
        """Return one questionnaire; raises ``KeyError`` if no group is in its picture."""
        for picture in self.packs:
            if picture.pack.id == pack_id:
                return picture
        raise KeyError(pack_id)


@dataclass(slots=True)
class _Wording:
    """One wording while it is counted, and the groups in it that want to be named."""

    counting: Counting
    fitting: Fitting
    named: list[Organisation] = field(default_factory=list)

    @property
    def counted(self) -> Counted:
        """What has been counted so far."""
        return self.counting.counted


class _Drawing:
    """One questionnaire while its groups are counted, each wording for itself."""

    def __init__(self, pack_id: str, wordings: Wordings, places: Places) -> None:
        self._pack_id = pack_id
        self._known, self._places = wordings, places
        self._wordings: dict[str, _Wording | None] = {}

    @property
    def has_groups(self) -> bool:
        return any(self._counted())

    def add(self, group: Group, answers: Answers, cell: int) -> bool:
        """Count one group; tell whether it could be counted."""
        if answers.digest not in self._wordings:
            self._wordings[answers.digest] = self._begin(answers.digest)
        wording = self._wordings[answers.digest]
        if wording is None or not wording.fitting.fits(answers):
            return False
        wording.counting.add(answers, cell)
        if group.contact and answers.may_be_named:
            wording.named.append(
                organisation_of(group.key, group.contact, answers, wording.counting)
            )
        return True

    def finished(self, minimum: int, filters: Sequence[Filter]) -> PackPicture:
        """Return the picture, what several wordings have in common counted once."""
        wordings = list(self._counted())
        wordings.sort(
            key=lambda w: (w.counted.groups.number(ALL), w.counted.pack.version), reverse=True
        )
        groups = Crowd()
        for place, wording in enumerate(wordings):
            groups.take_in(wording.counted.groups)
            for earlier in wordings[:place]:
                _share(earlier.counted, wording.counted)
        return PackPicture(
            wordings=tuple(wording.counted for wording in wordings),
            groups=groups,
            filters=offered(groups.everybody, minimum, filters),
            matching=_matching(wordings),
        )

    def _begin(self, digest: str) -> _Wording | None:
        pack = self._known.find(self._pack_id, digest)
        unit = unit_of(pack) if pack else None
        if pack is None or unit is None:
            return None
        return _Wording(Counting(pack, unit, self._places), Fitting(pack))

    def _counted(self) -> Iterable[_Wording]:
        return (w for w in self._wordings.values() if w and w.counted.groups.number(ALL))


def _share(earlier: Counted, later: Counted) -> None:
    """Count in ``earlier`` what ``later`` asks in the very same words, and no longer in it."""
    same = same_wording(earlier.pack, later.pack)
    for statement in sorted(same & earlier.statements.keys() & later.statements.keys()):
        earlier.take_statement(statement, later)
    for section in later.pack.sections:
        if section.code in earlier.themes.keys() & later.themes.keys():
            ids = [_scored(counted.pack, section.code) for counted in (earlier, later)]
            if ids[0] == ids[1] and same.issuperset(ids[0]):
                earlier.take_theme(section.code, later)
    if _offers_the_same(earlier.pack, later.pack):
        earlier.take_settled(later)


def _scored(pack: Pack, code: str) -> tuple[str, ...]:
    return tuple(item.id for item in scored_items(pack, pack.section(code)))


def _offers_the_same(earlier: Pack, later: Pack) -> bool:
    settings = earlier.outcome.settings, later.outcome.settings
    return all(settings[0].get(key) == settings[1].get(key) for key in ("need", "step"))


def _matching(wordings: Sequence[_Wording]) -> Matching:
    """Return the matches in the areas that are asked for in the same words as in the first."""
    first = wordings[0].counted.pack
    if first.outcome.kind is not OutcomeKind.COLUMNS:
        return Matching((), ())
    organisations: list[Organisation] = []
    for wording in wordings:
        same = same_wording(first, wording.counted.pack)
        questions = wordings[0].counted.areas
        areas_alike = {area for question, area in questions.items() if question in same}
        organisations += (
            replace(named, may_be_named=named.may_be_named & areas_alike) for named in wording.named
        )
    areas = sorted(
        (item for item in first.items if "about" not in item.marks),
        key=lambda item: place_of(first, item),
    )
    return match(organisations, [area.id for area in areas])
