"""From answers to results, with everything hidden that the pack's outcome wants hidden.

For files and for what is kept alike, so that no way of looking shows more than another.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.mirror.roles import without_small_roles
from collabkit.assessments.outcomes.partnership.joint import joint_results
from collabkit.assessments.outcomes.small_groups import number_needed
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.results import ItemResult, Results, Spread
from collabkit.assessments.tally import Tally, tally_all
from collabkit.errors import InvalidInputError
from collabkit.i18n import _

ORGANISATIONS = "organisations"  # the setting of a profile that compares organisations


def needed_for(pack: Pack, minimum: int, settled: Mapping[str, str], people: int) -> int:
    """Return how many people have to answer before anything is shown of ``people``.

    Partners, and people of organisations that are compared, are five or more, whatever an
    assessment says, unless all of them agreed beforehand to be identifiable. One person's own view
    of a partnership is that person's own assessment.
    """
    if pack.outcome.kind is OutcomeKind.MIRROR or (
        ORGANISATIONS in pack.outcome.settings and (minimum != OWN_ASSESSMENT or people > 1)
    ):
        return number_needed(minimum, settled)
    return minimum


def check_needed(pack: Pack, minimum: int, settled: Mapping[str, str], people: int) -> None:
    """Raise ``InvalidInputError`` for a minimum below what has to be agreed on beforehand."""
    needed = needed_for(pack, minimum, settled, people)
    if minimum < needed:
        raise InvalidInputError(
            _(
                "“{title}” shows nothing about fewer than {needed} people; three or four are "
                "possible only if all of them agreed beforehand that they may be recognised."
            ).format(title=pack.title, needed=needed)
        )


def measured(
    pack: Pack,
    answers: Iterable[tuple[str, str]],
    *,
    asked: Collection[str],
    minimum: int,
    respondents: int,
    selection: Selection,
) -> Results:
    """Return the results of ``answers``, pairs of a statement and a code; see ``measure``.

    A role is counted only where that gives nobody away. Where sheets are about different
    organisations, answers are not added up: there are no counts, means, scores and findings.
    """
    return counted(
        pack,
        tally_all(pack, answers),
        asked=asked,
        minimum=minimum,
        respondents=respondents,
        selection=selection,
    )


def counted(
    pack: Pack,
    tallies: Mapping[str, Tally],
    *,
    asked: Collection[str],
    minimum: int,
    respondents: int,
    selection: Selection,
) -> Results:
    """Return the results of tallies by statement, hidden as those of ``measured`` are."""
    results = measure(
        pack,
        tallies,
        asked=asked,
        minimum=minimum,
        respondents=respondents,
        selection=selection,
    )
    if pack.outcome.kind is OutcomeKind.HOLDINGS:
        return _not_added_up(results)
    return without_small_roles(pack, results)


def together(answered: Answered) -> Answered:
    """Return ``answered`` with the one score that each part has.

    Where organisations are shown beside each other that is the mean of theirs.
    """
    if ORGANISATIONS not in answered.pack.outcome.settings:
        return answered
    return replace(answered, results=joint_results(answered))


def _not_added_up(results: Results) -> Results:
    return replace(
        results,
        items=tuple(_without_numbers(item) for item in results.items),
        sections=tuple(replace(part, score=None, band=None) for part in results.sections),
        findings=(),
    )


def _without_numbers(item: ItemResult) -> ItemResult:
    return replace(item, counts=None, mean=None, band=None, spread=Spread.TOO_FEW)
