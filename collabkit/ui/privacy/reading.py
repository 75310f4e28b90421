"""What the page Privacy shows at first, read from what is kept. No Qt."""

from dataclasses import replace
from datetime import date

from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.dates import month
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.company import Company, company_of
from collabkit.services.retention import OFFERED_YEARS, as_kept, in_years, is_over
from collabkit.ui.privacy.state import PrivacyState
from collabkit.ui.privacy.wording import receipt_line
from collabkit.ui.progress_words import occasion, subject


def read_privacy(
    services: Services, assessment_id: str, charity_id: str, today: date
) -> PrivacyState:
    """Return what there is to show; raises ``KeyError`` for an unknown id."""
    services.responses.flush()
    state = _read(services, assessment_id, charity_id, today)
    return replace(state, again=services.retention.erased_again())


def _read(services: Services, assessment_id: str, charity_id: str, today: date) -> PrivacyState:
    if assessment_id:
        return _of_assessment(services, assessment_id, today)
    if charity_id:
        charity = services.charities.get(charity_id)
        return PrivacyState(charity_id=charity_id, whose=charity.name)
    return PrivacyState(
        whose=_("For everything on this computer"),
        put_away=services.erasing.put_away(),
        assessments=tuple(
            (
                each.assessment.id,
                occasion(each.charity_name, subject(each.pack_title, each.assessment.title)),
            )
            for each in services.assessments.summaries()
        ),
        charities=tuple((charity.id, charity.name) for charity in services.charities.all()),
        receipts=tuple(map(receipt_line, services.erasing.receipts())),
    )


def _of_assessment(services: Services, assessment_id: str, today: date) -> PrivacyState:
    assessment = services.assessments.get(assessment_id)
    charity = services.charities.get(assessment.charity_id)
    people = services.assessments.participants(assessment_id)
    company = company_of(
        services.assessments.pack_of(assessment),
        assessment,
        services.assessments.parties(assessment_id),
        len(people),
    )
    settled = services.assessments.settled(assessment_id)
    names = tuple((person.id, person.pseudonym) for person in people)
    state = PrivacyState(
        assessment_id=assessment_id,
        charity_id=charity.id,
        whose=occasion(charity.name, assessment.title),
        notice=services.privacy_notices.notice(assessment_id),
        people=names,
        person=names[0][0] if len(names) == 1 else "",
        is_alone=company is Company.ALONE,
        is_secret=company.has_secrets,
        hides_names=company.has_secrets and settled.get(IDENTIFIABLE) != AGREED,
    )
    return with_time(state, services.retention.until(assessment_id), today)


def with_time(state: PrivacyState, until: date | None, today: date) -> PrivacyState:
    """Return ``state`` with the month until which it is kept, and the others on offer."""
    months = {in_years(today, years) for years in OFFERED_YEARS}
    if until is not None:
        months.add(until)
    offered = [(as_kept(each), _until(each)) for each in sorted(months)]
    over = ""
    if until is not None and is_over(until, today):
        over = _(
            "This was to be kept until {month}. You can erase it below, or keep it longer."
        ).format(month=month(until))
    return replace(
        state,
        until="" if until is None else as_kept(until),
        untils=(("", _("Not decided yet")), *offered),
        time_over=over,
    )


def _until(each: date) -> str:
    return _("Until {month}").format(month=month(each))
