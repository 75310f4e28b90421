"""From how many people on results are shown, and whether all agreed: asked of every group."""

from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.ui.new_assessment.company_words import consent, group_hint, group_sizes
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.explained_tick import ExplainedTick


def group_questions(company: Company) -> tuple[Choice, ExplainedTick]:
    """Return the choice of the smallest group, and the tick that it takes if that is small."""
    label = _("From how many people on are results shown?")
    if company is Company.MEMBERS:
        label = _("From how many organisations on are results shown?")
    minimum = Choice(label, group_sizes(), group_hint(company), side_by_side=True)
    return minimum, ExplainedTick(*consent(company))
