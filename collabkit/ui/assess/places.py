"""The places of charities and their assessments, loaded and made at their first visit.

=============  ==================================================================
assess         —
charity        ``charity_id`` to change one, ``None`` to add one
new            ``charity_id`` to start for, ``None`` to choose; ``pack_id`` to start with
questionnaire  ``assessment_id``; ``item_id`` to open at, ``None`` to go on; ``sheet_id`` whose
               sheet it is, where there are several
sheets         ``assessment_id``; ``told`` to say on arrival
personal       ``assessment_id``, ``sheet_id``
handing-out    ``assessment_id``
coming-back    ``assessment_id``; ``paths`` of files to look at, none to choose them there
keying-in      ``assessment_id``
giving-back    ``assessment_id`` of one that somebody elsewhere asked to be answered here
results        ``assessment_id``
again          ``assessment_id`` of the last time
taking-out     ``assessment_id``, or ``charity_id`` for a whole charity
privacy        ``assessment_id``, or ``charity_id``, or neither for what was put away; ``erased`` to
               tell on arrival what has gone, ``correcting`` to go to the names
bundle         ``path`` of a file from another laptop
networks       ``errand`` of a group's file that looks for its network, none to see all networks
network        ``network_id``; ``errand`` of a file to look at there (see
               ``collabkit.ui.network.visit``)
=============  ==================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def assess_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Assess and what is reached from it."""
    assess = Place("assess", _("Assess"), "assess", partial(_assess, context))
    return (
        assess,
        assess.below("charity", _("Charity"), partial(_charity, context)),
        assess.below("new", _("New assessment"), partial(_new, context), is_passing=True),
        assess.below("questionnaire", _("Questionnaire"), partial(_questionnaire, context)),
        assess.below("sheets", _("Who answers"), partial(_sheets, context)),
        assess.below("personal", _("For yourself alone"), partial(_personal, context)),
        assess.below("handing-out", _("Ask people elsewhere"), partial(_handing_out, context)),
        assess.below("coming-back", _("What came back"), partial(_coming_back, context)),
        assess.below("keying-in", _("Sheet of paper"), partial(_keying_in, context)),
        assess.below("giving-back", _("Give the answers back"), partial(_giving_back, context)),
        assess.below("results", _("Results"), partial(_results, context)),
        assess.below("again", _("Start again from last time"), partial(_again, context)),
        assess.below("taking-out", _("Take it with you"), partial(_taking_out, context)),
        assess.below("privacy", _("Privacy"), partial(_privacy, context)),
        assess.below("bundle", _("From another laptop"), partial(_bundle, context)),
        assess.below("networks", _("Many groups side by side"), partial(_networks, context)),
        assess.below("network", _("Network"), partial(_network, context)),
    )


def _assess(context: "ContextSource") -> Page:
    from collabkit.ui.assess.page import AssessPage

    return AssessPage(context())


def _charity(context: "ContextSource") -> Page:
    from collabkit.ui.charity.page import CharityPage

    return CharityPage(context())


def _new(context: "ContextSource") -> Page:
    from collabkit.ui.new_assessment.page import NewAssessmentPage

    return NewAssessmentPage(context())


def _questionnaire(context: "ContextSource") -> Page:
    from collabkit.ui.questionnaire.page import QuestionnairePage

    return QuestionnairePage(context())


def _sheets(context: "ContextSource") -> Page:
    from collabkit.ui.sheets.page import SheetsPage

    return SheetsPage(context())


def _personal(context: "ContextSource") -> Page:
    from collabkit.ui.sheets.personal_page import PersonalPage

    return PersonalPage(context())


def _handing_out(context: "ContextSource") -> Page:
    from collabkit.ui.handing_out.page import HandingOutPage

    return HandingOutPage(context())


def _coming_back(context: "ContextSource") -> Page:
    from collabkit.ui.coming_back.page import ComingBackPage

    return ComingBackPage(context())


def _keying_in(context: "ContextSource") -> Page:
    from collabkit.ui.keying_in.page import KeyingInPage

    return KeyingInPage(context())


def _giving_back(context: "ContextSource") -> Page:
    from collabkit.ui.giving_back.page import GivingBackPage

    return GivingBackPage(context())


def _results(context: "ContextSource") -> Page:
    from collabkit.ui.results.page import ResultsPage

    return ResultsPage(context())


def _again(context: "ContextSource") -> Page:
    from collabkit.ui.again.page import AgainPage

    return AgainPage(context())


def _taking_out(context: "ContextSource") -> Page:
    from collabkit.ui.taking_out.page import TakingOutPage

    return TakingOutPage(context())


def _privacy(context: "ContextSource") -> Page:
    from collabkit.ui.privacy.page import PrivacyPage

    return PrivacyPage(context(), place="privacy")


def _bundle(context: "ContextSource") -> Page:
    from collabkit.ui.bundle.page import BundlePage

    return BundlePage(context())


def _networks(context: "ContextSource") -> Page:
    from collabkit.ui.network.list_page import NetworksPage

    return NetworksPage(context())


def _network(context: "ContextSource") -> Page:
    from collabkit.ui.network.page import NetworkPage

    return NetworkPage(context())
