"""How each role sees the same statements, as far as nobody can be recognised by it.

Only means of statements that may be told for every group come in, and scores of nothing but these;
*don't know* and *does not apply* are never told by role. See ``role_groups`` for who is told apart.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from collabkit.assessments.assessment import Selection
from collabkit.assessments.bands import has_bands
from collabkit.assessments.beside.alike import has_whole_steps
from collabkit.assessments.beside.role_groups import Grouping, group_by_role
from collabkit.assessments.limits import SCORE_FROM, SMALLEST_GROUP
from collabkit.assessments.measure import is_applicable, scored_items
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import OutcomeKind, Respondent
from collabkit.assessments.rounding import shown
from collabkit.assessments.tally import tally_answers

APART_FROM = Decimal("1.0")  # as for a single statement on two occasions
_KINDS = (OutcomeKind.PROFILE, OutcomeKind.RANKING)
# Organisations are compared and not roles; and on a board the chief officer's answers are counted
# with the trustees' and never shown apart (content of the board check).
_NEVER_BY_ROLE = ("organisations", "agenda")


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The people of one role, or, where ``role`` is ``None``, everybody else."""

    role: Respondent | None
    people: int


@dataclass(frozen=True, slots=True)
class RoleStatement:
    """One statement with the exact mean of each group and how many people stand behind it.

    A group of which nobody chose a level has no mean.
    """

    item_id: str
    means: tuple[Fraction | None, ...]
    numbers: tuple[int, ...]

    @property
    def difference(self) -> Decimal:
        """The highest minus the lowest mean, as people see it."""
        means = [mean for mean in self.means if mean is not None]
        return shown(max(means) - min(means))


@dataclass(frozen=True, slots=True)
class RoleSection:
    """One section with the exact score of each group, all over the same statements."""

    code: str
    scores: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """How groups see the same; statements and sections in pack order.

    ``later`` is the number of people in the picture who are not told by role: they came in batches
    that would have given somebody away.
    """

    groups: tuple[RoleGroup, ...]
    sections: tuple[RoleSection, ...]
    statements: tuple[RoleStatement, ...]
    later: int

    @property
    def apart(self) -> tuple[RoleStatement, ...]:
        """The statements on which groups differ clearly, the largest difference first."""
        found = [one for one in self.statements if one.difference >= APART_FROM]
        return tuple(sorted(found, key=lambda one: -one.difference))


def by_role(
    answered: Answered, *, selection: Selection, batches: Sequence[Collection[str]]
) -> RoleView | None:
    """Return how roles see the same, or ``None`` if that must not or cannot be told.

    ``batches`` are the ids of the sheets in the picture, a collection for each time that people
    came into it, the first batch first.
    """
    if not _may_be_told(answered):
        return None
    grouping = group_by_role(answered.sheets, batches, answered.minimum)
    if grouping is None:
        return None
    roles: list[Respondent | None] = [*grouping.alone, None]
    there = [place for place in range(len(roles)) if grouping.group(place)]
    statements = tuple(_statements(answered, grouping, there))
    if not statements:
        return None
    return RoleView(
        groups=tuple(RoleGroup(roles[place], len(grouping.group(place))) for place in there),
        sections=tuple(_sections(answered, statements, selection)),
        statements=statements,
        later=sum(len(batch) for batch in grouping.outside),
    )


def _may_be_told(answered: Answered) -> bool:
    outcome = answered.pack.outcome
    return (
        answered.minimum >= SMALLEST_GROUP
        and not answered.parties
        and outcome.kind in _KINDS
        and not any(setting in outcome.settings for setting in _NEVER_BY_ROLE)
    )


def _statements(
    answered: Answered, grouping: Grouping, there: Sequence[int]
) -> Iterator[RoleStatement]:
    for item in answered.pack.items:
        form = answered.pack.form_of(item)
        is_shown = answered.results.item(item.id).mean is not None
        if not is_shown or "about" in item.marks or not has_whole_steps(form):
            continue
        levels = {option.code for option in form.options}
        chose = {sheet.id for sheet in answered.sheets if sheet.answers.get(item.id) in levels}
        if not grouping.may_tell(chose):
            continue
        tallies = [
            tally_answers(
                item.id,
                form,
                (sheet.answers[item.id] for sheet in grouping.group(place) if sheet.id in chose),
            )
            for place in there
        ]
        if sum(tally.n > 0 for tally in tallies) > 1:
            means = tuple(tally.mean(form) for tally in tallies)
            yield RoleStatement(item.id, means, tuple(tally.n for tally in tallies))


def _sections(
    answered: Answered, statements: Sequence[RoleStatement], selection: Selection
) -> Iterator[RoleSection]:
    """Yield the sections with scores, by the rules of every score and over the same statements."""
    pack = answered.pack
    told = {
        one.item_id: means
        for one in statements
        if len(means := [mean for mean in one.means if mean is not None]) == len(one.means)
    }
    for section in pack.sections:
        results = [answered.results.item(item.id) for item in scored_items(pack, section)]
        asked = [result for result in results if result.asked]
        applicable = [result.item_id for result in asked if is_applicable(result)]
        rows = [told[item_id] for item_id in applicable if item_id in told]
        on_scale = all(has_bands(pack.form_of(item)) for item in scored_items(pack, section))
        enough = rows and len(rows) * 2 >= len(applicable)
        if selection is Selection.OWN_CHOICE and len(asked) < SCORE_FROM:
            continue
        if on_scale and enough:
            columns = zip(*rows, strict=True)
            yield RoleSection(
                section.code, tuple(sum(column, Fraction(0)) / len(rows) for column in columns)
            )
