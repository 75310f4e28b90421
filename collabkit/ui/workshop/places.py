"""The places of sessions in the room, loaded and made at their first visit.

=========  ========================================================================
workshop   —
session    ``session_id`` to prepare one, ``None`` to begin a new one, with the template
           ``template_id`` if there is one
rehearsal  ``session_id``
keying     ``session_id``
console    ``session_id``
=========  ========================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def workshop_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Workshop and what is reached from it."""
    workshop = Place("workshop", _("Workshop"), "workshop", partial(_workshop, context))
    return (
        workshop,
        workshop.below("session", _("Session"), partial(_session, context)),
        workshop.below("rehearsal", _("Rehearsal"), partial(_rehearsal, context)),
        workshop.below("keying", _("Sheets"), partial(_keying, context)),
        workshop.below("console", _("Console"), partial(_console, context)),
    )


def _workshop(context: "ContextSource") -> Page:
    from collabkit.ui.workshop.page import WorkshopPage

    return WorkshopPage(context())


def _session(context: "ContextSource") -> Page:
    from collabkit.ui.workshop.prepare.page import PreparePage

    return PreparePage(context())


def _rehearsal(context: "ContextSource") -> Page:
    from collabkit.ui.workshop.rehearsal.page import RehearsalPage

    return RehearsalPage(context())


def _keying(context: "ContextSource") -> Page:
    from collabkit.ui.workshop.keying.page import KeyingPage

    return KeyingPage(context())


def _console(context: "ContextSource") -> Page:
    from collabkit.ui.workshop.console.page import ConsolePage

    return ConsolePage(context())
