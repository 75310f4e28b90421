"""The places of the program. Each page is loaded and made at its first visit.

Pages ask for places by these keys and hand over these arguments:

=============  ==================================================================
home           —
assess         —
charity        ``charity_id`` to change one, ``None`` to add one
new            ``charity_id`` to start for, ``None`` to choose
questionnaire  ``assessment_id``; ``item_id`` to open at, ``None`` to go on
results        ``assessment_id``
plan           ``assessment_id``, ``None`` for the latest
preview        ``assessment_id``
learn          ``term`` to open at, ``None`` for the beginning
settings       —
about          —
=============  ==================================================================
"""

from collections.abc import Callable
from functools import partial

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

ContextSource = Callable[[], Context]


def places(context: ContextSource) -> tuple[Place, ...]:
    """Return every place; ``context`` is asked when a page is made, not before."""
    return (
        Place("home", _("Home"), "home", partial(_home, context)),
        Place("assess", _("Assess"), "assess", partial(_assess, context)),
        Place("charity", _("Charity"), "assess", partial(_charity, context), under="assess"),
        Place(
            "new",
            _("New assessment"),
            "assess",
            partial(_new, context),
            under="assess",
            is_passing=True,
        ),
        Place(
            "questionnaire",
            _("Questionnaire"),
            "assess",
            partial(_questionnaire, context),
            under="assess",
        ),
        Place("results", _("Results"), "assess", partial(_results, context), under="assess"),
        Place("plan", _("Plan"), "plan", partial(_plan, context)),
        Place("preview", _("Preview"), "plan", partial(_preview, context), under="plan"),
        Place("learn", _("Learn"), "learn", partial(_learn, context)),
        Place("settings", _("Settings"), "settings", partial(_settings, context)),
        Place("about", _("About"), "settings", partial(_about, context), under="settings"),
    )


def _home(context: ContextSource) -> Page:
    from collabkit.ui.home.page import HomePage

    return HomePage(context())


def _assess(context: ContextSource) -> Page:
    from collabkit.ui.assess.page import AssessPage

    return AssessPage(context())


def _charity(context: ContextSource) -> Page:
    from collabkit.ui.charity.page import CharityPage

    return CharityPage(context())


def _new(context: ContextSource) -> Page:
    from collabkit.ui.new_assessment.page import NewAssessmentPage

    return NewAssessmentPage(context())


def _questionnaire(context: ContextSource) -> Page:
    from collabkit.ui.questionnaire.page import QuestionnairePage

    return QuestionnairePage(context())


def _results(context: ContextSource) -> Page:
    from collabkit.ui.results.page import ResultsPage

    return ResultsPage(context())


def _plan(context: ContextSource) -> Page:
    from collabkit.ui.plan.page import PlanPage

    return PlanPage(context())


def _preview(context: ContextSource) -> Page:
    from collabkit.ui.preview.page import PreviewPage

    return PreviewPage(context())


def _learn(context: ContextSource) -> Page:
    from collabkit.ui.learn.page import LearnPage

    return LearnPage(context())


def _settings(context: ContextSource) -> Page:
    from collabkit.ui.settings.page import SettingsPage

    return SettingsPage(context())


def _about(context: ContextSource) -> Page:
    from collabkit.ui.about.page import AboutPage

    return AboutPage(context())
