"""The places of what belongs to the whole program, loaded and made at their first visit.

=============  ==================================================================
settings       —
all-privacy    as ``privacy`` in ``collabkit.ui.assess.places``
safety-copies  ``done`` or ``problem``: what came of putting a copy back, to say on arrival
packs          ``path`` of a file to check, ``None`` for none; ``instead_of`` the id of the
               questionnaire that the file was chosen to replace
pack           ``pack_id``
lock           what came of switching it on or off
about          —
=============  ==================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def settings_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Settings and what is reached from it."""
    settings = Place("settings", _("Settings"), "settings", partial(_settings, context))
    return (
        settings,
        settings.below("all-privacy", _("Privacy"), partial(_all_privacy, context)),
        settings.below("safety-copies", _("Safety copies"), partial(_safety_copies, context)),
        settings.below("packs", _("Questionnaires"), partial(_packs, context)),
        settings.below("pack", _("Questionnaire"), partial(_pack, context)),
        settings.below("lock", _("Lock"), partial(_lock, context)),
        settings.below("about", _("About"), partial(_about, context)),
    )


def _settings(context: "ContextSource") -> Page:
    from collabkit.ui.settings.page import SettingsPage

    return SettingsPage(context())


def _all_privacy(context: "ContextSource") -> Page:
    from collabkit.ui.privacy.page import PrivacyPage

    return PrivacyPage(context(), place="all-privacy")


def _safety_copies(context: "ContextSource") -> Page:
    from collabkit.ui.safety.page import SafetyPage

    return SafetyPage(context())


def _packs(context: "ContextSource") -> Page:
    from collabkit.ui.own_packs.page import PacksPage

    return PacksPage(context())


def _pack(context: "ContextSource") -> Page:
    from collabkit.ui.own_packs.pack_page import PackPage

    return PackPage(context())


def _lock(context: "ContextSource") -> Page:
    from collabkit.ui.lock.page import LockPage

    return LockPage(context())


def _about(context: "ContextSource") -> Page:
    from collabkit.ui.about.page import AboutPage

    return AboutPage(context())
