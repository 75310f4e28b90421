"""From the last plan and what was chosen to the next occasion."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date

from collabkit.assessments.assessment import Assessment
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services import Services
from collabkit.services.company import Company
from collabkit.services.naming import checked_title
from collabkit.services.retention import in_years
from collabkit.ui.again.state import NextDraft, People
from collabkit.ui.again.wording import going_on
from collabkit.ui.new_assessment.company_words import consent_missing

Going = tuple[str, dict[str, object]]  # the key of a place, and what it is gone to with

_SAME = {People.SAME: True, People.OTHER: False, People.NOT_KNOWN: None}


class ConsentMissingError(InvalidInputError):
    """A small group has not agreed anew."""

    def __init__(self) -> None:
        super().__init__(consent_missing())


def check(draft: NextDraft) -> None:
    """Raise ``InvalidInputError`` if something is still missing."""
    if draft.needs_consent and not draft.all_agreed:
        raise ConsentMissingError
    checked_title(draft.title)


def start(
    services: Services,
    last: Assessment,
    draft: NextDraft,
    action_ids: Collection[str],
    today: date,
) -> Going:
    """Start the next occasion with some actions of the last plan; return where it goes on."""
    again = services.occasions.again(
        last.id,
        title=draft.title,
        today=today,
        minimum=draft.minimum,
        same_people=_SAME[draft.people],
        all_agreed=draft.needs_consent,
        keep_until=in_years(today, draft.keep_years) if draft.keep_years else None,
    )
    try:
        services.occasions.carry_over(last.id, again.id, action_ids, today)
    except CollabkitError:
        with suppress(CollabkitError):  # whoever tries once more starts one occasion, not two
            services.assessments.remove(again.id)
        raise
    if draft.company is Company.ALONE:
        return "questionnaire", {"assessment_id": again.id}
    told = going_on(len(action_ids)) if action_ids else ""
    return "sheets", {"assessment_id": again.id, "told": told}
