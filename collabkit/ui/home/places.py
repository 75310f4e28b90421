"""Home and the door for files, loaded and made at their first visit.

=========  ==================================================================================
home       —
open-file  ``paths`` of files that somebody sent, none to choose one there (see
           ``collabkit.ui.opening_files.visit``)
=========  ==================================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def home_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Home and what is reached from it."""
    home = Place("home", _("Home"), "home", partial(_home, context))
    return (
        home,
        home.below("open-file", _("Open a file"), partial(_open_file, context)),
    )


def _home(context: "ContextSource") -> Page:
    from collabkit.ui.home.page import HomePage

    return HomePage(context())


def _open_file(context: "ContextSource") -> Page:
    from collabkit.ui.opening_files.page import OpenFilePage

    return OpenFilePage(context())
