"""The parts of the questionnaire, as they stand in the list at its side."""

from collabkit.i18n import _
from collabkit.ui.questionnaire.state import QuestionnaireState
from collabkit.ui.widgets.progress_steps import Step

OVERVIEW = "overview"


def steps_of(state: QuestionnaireState) -> list[Step]:
    """Return a step for each part, and last the overview of all of them."""
    answered = sum(section.answered for section in state.sections)
    asked = sum(section.asked for section in state.sections)
    flagged = sum(section.flagged for section in state.sections)
    return [
        *(Step(s.code, s.name, s.answered, s.asked, s.flagged) for s in state.sections),
        Step(OVERVIEW, _("Overview"), answered, asked, flagged, "assess"),
    ]
