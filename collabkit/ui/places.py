"""The places of the program, in the order in which the rail shows them.

Each page is loaded and made at its first visit. Pages ask for places by their keys and hand over
arguments; which ones, ``places.py`` of each room says.
"""

from typing import TYPE_CHECKING

from collabkit.ui.assess.places import assess_places
from collabkit.ui.home.places import home_places
from collabkit.ui.learn.places import learn_places
from collabkit.ui.navigation import Place
from collabkit.ui.plan.places import plan_places
from collabkit.ui.settings.places import settings_places
from collabkit.ui.workshop.places import workshop_places

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def places(context: "ContextSource") -> tuple[Place, ...]:
    """Return every place; ``context`` is asked when a page is made, not before."""
    return (
        *home_places(context),
        *assess_places(context),
        *workshop_places(context),
        *plan_places(context),
        *learn_places(context),
        *settings_places(context),
    )
