"""Trying a questionnaire out with the sample charity, where nothing counts. No Qt."""

from datetime import date

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Pack, Respondent
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.company import Company, companies_of
from collabkit.services.first_questions import first_questions
from collabkit.services.sample import bring_sample_back


def can_try(pack: Pack, today: date) -> bool:
    """Tell whether one person can answer it at once, with nothing to settle first."""
    return Company.ALONE in companies_of(pack) and not first_questions(pack, today)


def try_out(services: Services, pack: Pack, today: date) -> str:
    """Start an assessment of the sample charity and return its id.

    The sample is brought back if it was put away. Raises ``InvalidInputError`` if the
    questionnaire was changed or removed since it was read.
    """
    bring_sample_back(services, today)
    sample = next(charity for charity in services.charities.all() if charity.is_sample)
    title = _("Trying “{title}”").format(title=pack.title)
    sitting = services.assessments.start_alone(
        sample.id, pack, Selection.ALL, Respondent.TRUSTEE, title, today
    )
    return sitting.assessment.id
