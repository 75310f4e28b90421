"""Whether a file of answers may be scored: who speaks for whom, and how few people are shown."""

from collections.abc import Sequence

from collabkit.assessments.limits import LARGEST_GROUP, OWN_ASSESSMENT, SMALLEST_GROUP
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers_csv import AnswerRow
from collabkit.i18n import _
from collabkit.services.asking import AGREED_VIEWS
from collabkit.services.sheets import ONE_SHEET_A_PARTY


def check_sides(pack: Pack, rows: Sequence[AnswerRow]) -> None:
    """Raise ``InvalidInputError`` for sheets that would let one person count as several."""
    if pack.outcome.kind is not OutcomeKind.HOLDINGS and any(row.about for row in rows):
        raise InvalidInputError(
            _(
                "“{title}” is not answered about single organisations, so the file must not have "
                "anything in the column “about”."
            ).format(title=pack.title)
        )
    if pack.outcome.kind not in ONE_SHEET_A_PARTY:
        return
    speakers: dict[str, dict[str, None]] = {}
    for row in rows:
        speakers.setdefault(row.organisation, {})[row.respondent] = None
    if list(speakers) == [""]:
        return
    for name, people in speakers.items():
        if not name:
            raise InvalidInputError(
                _(
                    "Here organisations answer, one answer each, and it is not said for which one "
                    "“{person}” speaks. Please fill in the column “organisation”."
                ).format(person=next(iter(people)))
            )
        if len(people) > 1:
            raise InvalidInputError(
                _(
                    "“{name}” has answers of {number} people, and each organisation counts once. "
                    "Please leave one agreed answer of it in the file."
                ).format(name=name, number=len(people))
            )


def check_minimum(pack: Pack, minimum: int, respondents: int) -> None:
    """Raise ``InvalidInputError`` if so small a group of ``respondents`` must not be shown."""
    if minimum == OWN_ASSESSMENT:
        if respondents != 1 and pack.outcome.kind not in AGREED_VIEWS:
            raise InvalidInputError(
                _(
                    "A minimum of 1 is for one person's own answers, and here are the answers of "
                    "{number} people. Nothing is shown about fewer than {smallest} of them."
                ).format(number=respondents, smallest=SMALLEST_GROUP)
            )
    elif not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        raise InvalidInputError(
            _(
                "The minimum group is {smallest} to {largest} people, or 1 for one person's own "
                "answers; {number} is not possible."
            ).format(smallest=SMALLEST_GROUP, largest=LARGEST_GROUP, number=minimum)
        )
