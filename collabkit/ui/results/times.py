"""The occasions beside the one whose results are shown."""

from collabkit.assessments.assessment import Assessment
from collabkit.services import Services
from collabkit.services.results import Picture
from collabkit.ui.results.state import Time, Times


def times_of(services: Services, picture: Picture) -> Times | None:
    """Return the time before and after, and whether it can be started again from this one."""
    assessment_id = picture.assessment.id
    before = services.occasions.before(assessment_id)
    after = services.occasions.after(assessment_id)
    can_be_repeated = not after and any(
        one.assessment.id == assessment_id for one in services.occasions.repeatable()
    )
    if before is None and after is None and not can_be_repeated:
        return None
    return Times(
        _time(services, before),
        _time(services, after),
        assessment_id if can_be_repeated else "",
    )


def _time(services: Services, assessment: Assessment | None) -> Time | None:
    if assessment is None:
        return None
    has_plan = bool(services.plans.load(assessment.id).actions)
    return Time(assessment.id, assessment.title, has_plan)
