"""The places of the program. Each page is loaded and made at its first visit.

Pages ask for places by these keys and hand over these arguments:

=============  ==================================================================
home           —
open-file      ``paths`` of files that somebody sent, none to choose one there (see
               ``collabkit.ui.opening_files.visit``)
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
networks       ``errand`` of a group's file that looks for its network, none to see all networks
network        ``network_id``; ``errand`` of a file to look at there (see
               ``collabkit.ui.network.visit``)
workshop       —
session        ``session_id`` to prepare one, ``None`` to begin a new one, with the template
               ``template_id`` if there is one
rehearsal      ``session_id``
keying         ``session_id``
console        ``session_id``
plan           ``assessment_id``, ``None`` for the latest; ``action_id`` to show one of its actions
preview        ``assessment_id``
taking-out     ``assessment_id``, or ``charity_id`` for a whole charity
privacy        ``assessment_id``, or ``charity_id``, or neither for what was put away; ``erased`` to
               tell on arrival what has gone
all-privacy    as ``privacy``, from Settings
bundle         ``path`` of a file from another laptop
learn ...      what is told in ``collabkit.ui.learn.places``
settings       —
lock           what came of switching it on or off
safety-copies  ``done`` or ``problem``: what came of putting a copy back, to say on arrival
packs          ``path`` of a file to check, ``None`` for none; ``instead_of`` the id of the
               questionnaire that the file was chosen to replace
pack           ``pack_id``
about          —
=============  ==================================================================
"""

from collections.abc import Callable
from functools import partial

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.learn.places import learn_places
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

ContextSource = Callable[[], Context]


def places(context: ContextSource) -> tuple[Place, ...]:
    """Return every place; ``context`` is asked when a page is made, not before."""
    return (
        Place("home", _("Home"), "home", partial(_home, context)),
        Place("open-file", _("Open a file"), "home", partial(_open_file, context), under="home"),
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
        Place("sheets", _("Who answers"), "assess", partial(_sheets, context), under="assess"),
        Place(
            "personal",
            _("For yourself alone"),
            "assess",
            partial(_personal, context),
            under="assess",
        ),
        Place(
            "handing-out",
            _("Ask people elsewhere"),
            "assess",
            partial(_handing_out, context),
            under="assess",
        ),
        Place(
            "coming-back",
            _("What came back"),
            "assess",
            partial(_coming_back, context),
            under="assess",
        ),
        Place(
            "keying-in",
            _("Sheet of paper"),
            "assess",
            partial(_keying_in, context),
            under="assess",
        ),
        Place(
            "giving-back",
            _("Give the answers back"),
            "assess",
            partial(_giving_back, context),
            under="assess",
        ),
        Place("results", _("Results"), "assess", partial(_results, context), under="assess"),
        Place(
            "again",
            _("Start again from last time"),
            "assess",
            partial(_again, context),
            under="assess",
        ),
        Place(
            "taking-out",
            _("Take it with you"),
            "assess",
            partial(_taking_out, context),
            under="assess",
        ),
        Place("privacy", _("Privacy"), "assess", partial(_privacy, context), under="assess"),
        Place(
            "all-privacy",
            _("Privacy"),
            "settings",
            partial(_privacy, context, "all-privacy"),
            under="settings",
        ),
        Place(
            "bundle",
            _("From another laptop"),
            "assess",
            partial(_bundle, context),
            under="assess",
        ),
        Place(
            "networks",
            _("Many groups side by side"),
            "assess",
            partial(_networks, context),
            under="assess",
        ),
        Place("network", _("Network"), "assess", partial(_network, context), under="assess"),
        Place("workshop", _("Workshop"), "workshop", partial(_workshop, context)),
        Place("session", _("Session"), "workshop", partial(_session, context), under="workshop"),
        Place(
            "rehearsal",
            _("Rehearsal"),
            "workshop",
            partial(_rehearsal, context),
            under="workshop",
        ),
        Place("keying", _("Sheets"), "workshop", partial(_keying, context), under="workshop"),
        Place("console", _("Console"), "workshop", partial(_console, context), under="workshop"),
        Place("plan", _("Plan"), "plan", partial(_plan, context)),
        Place("preview", _("Preview"), "plan", partial(_preview, context), under="plan"),
        *learn_places(context),
        Place("settings", _("Settings"), "settings", partial(_settings, context)),
        Place(
            "safety-copies",
            _("Safety copies"),
            "settings",
            partial(_safety_copies, context),
            under="settings",
        ),
        Place("packs", _("Questionnaires"), "settings", partial(_packs, context), under="settings"),
        Place("pack", _("Questionnaire"), "settings", partial(_pack, context), under="settings"),
        Place("lock", _("Lock"), "settings", partial(_lock, context), under="settings"),
        Place("about", _("About"), "settings", partial(_about, context), under="settings"),
    )


def _home(context: ContextSource) -> Page:
    from collabkit.ui.home.page import HomePage

    return HomePage(context())


def _open_file(context: ContextSource) -> Page:
    from collabkit.ui.opening_files.page import OpenFilePage

    return OpenFilePage(context())


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


def _sheets(context: ContextSource) -> Page:
    from collabkit.ui.sheets.page import SheetsPage

    return SheetsPage(context())


def _personal(context: ContextSource) -> Page:
    from collabkit.ui.sheets.personal_page import PersonalPage

    return PersonalPage(context())


def _handing_out(context: ContextSource) -> Page:
    from collabkit.ui.handing_out.page import HandingOutPage

    return HandingOutPage(context())


def _coming_back(context: ContextSource) -> Page:
    from collabkit.ui.coming_back.page import ComingBackPage

    return ComingBackPage(context())


def _keying_in(context: ContextSource) -> Page:
    from collabkit.ui.keying_in.page import KeyingInPage

    return KeyingInPage(context())


def _giving_back(context: ContextSource) -> Page:
    from collabkit.ui.giving_back.page import GivingBackPage

    return GivingBackPage(context())


def _results(context: ContextSource) -> Page:
    from collabkit.ui.results.page import ResultsPage

    return ResultsPage(context())


def _again(context: ContextSource) -> Page:
    from collabkit.ui.again.page import AgainPage

    return AgainPage(context())


def _networks(context: ContextSource) -> Page:
    from collabkit.ui.network.list_page import NetworksPage

    return NetworksPage(context())


def _network(context: ContextSource) -> Page:
    from collabkit.ui.network.page import NetworkPage

    return NetworkPage(context())


def _workshop(context: ContextSource) -> Page:
    from collabkit.ui.workshop.page import WorkshopPage

    return WorkshopPage(context())


def _session(context: ContextSource) -> Page:
    from collabkit.ui.workshop.prepare.page import PreparePage

    return PreparePage(context())


def _rehearsal(context: ContextSource) -> Page:
    from collabkit.ui.workshop.rehearsal.page import RehearsalPage

    return RehearsalPage(context())


def _keying(context: ContextSource) -> Page:
    from collabkit.ui.workshop.keying.page import KeyingPage

    return KeyingPage(context())


def _console(context: ContextSource) -> Page:
    from collabkit.ui.workshop.console.page import ConsolePage

    return ConsolePage(context())


def _plan(context: ContextSource) -> Page:
    from collabkit.ui.plan.page import PlanPage

    return PlanPage(context())


def _preview(context: ContextSource) -> Page:
    from collabkit.ui.preview.page import PreviewPage

    return PreviewPage(context())


def _taking_out(context: ContextSource) -> Page:
    from collabkit.ui.taking_out.page import TakingOutPage

    return TakingOutPage(context())


def _privacy(context: ContextSource, place: str = "privacy") -> Page:
    from collabkit.ui.privacy.page import PrivacyPage

    return PrivacyPage(context(), place=place)


def _bundle(context: ContextSource) -> Page:
    from collabkit.ui.bundle.page import BundlePage

    return BundlePage(context())


def _settings(context: ContextSource) -> Page:
    from collabkit.ui.settings.page import SettingsPage

    return SettingsPage(context())


def _safety_copies(context: ContextSource) -> Page:
    from collabkit.ui.safety.page import SafetyPage

    return SafetyPage(context())


def _packs(context: ContextSource) -> Page:
    from collabkit.ui.own_packs.page import PacksPage

    return PacksPage(context())


def _pack(context: ContextSource) -> Page:
    from collabkit.ui.own_packs.pack_page import PackPage

    return PackPage(context())


def _lock(context: ContextSource) -> Page:
    from collabkit.ui.lock.page import LockPage

    return LockPage(context())


def _about(context: ContextSource) -> Page:
    from collabkit.ui.about.page import AboutPage

    return AboutPage(context())
