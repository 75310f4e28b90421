"""What every group is asked: from how many people on, whether all agreed, and how long to keep."""

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company
from collabkit.services.retention import OFFERED_YEARS, USUAL_YEARS
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


def keeping_question(kept_last: int = 0) -> Choice:
    """Return the choice of how long the answers are kept; ``kept_last`` years are offered too."""
    years = (
        (str(n), ngettext("{number} year", "{number} years", n).format(number=in_words(n)))
        for n in sorted({*OFFERED_YEARS, kept_last} - {0})
    )
    return Choice(
        _("For how long are the answers kept?"),
        (("0", _("Not decided yet")), *((code, name.capitalize()) for code, name in years)),
        _(
            "Tell the people who answer. {usual} years are enough to ask twice more and compare. "
            "You get a reminder when the time is over; nothing is erased by itself."
        ).format(usual=in_words(USUAL_YEARS).capitalize()),
        side_by_side=True,
    )
