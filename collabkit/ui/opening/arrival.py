"""Back to where one was, when the data had to be opened again by itself."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.errand import Errand
from collabkit.ui.navigation import Visit
from collabkit.ui.opening.opener import HOME

if TYPE_CHECKING:
    from collabkit.services import Services

_IN_THE_MIDDLE = "questionnaire"  # from elsewhere, Home is as good


def looking_again(visit: Visit | None, *, is_back: bool) -> Errand:
    """Return the errand that opens the data anew; ``is_back`` if it was told that it had gone."""
    told = {"told": _("The folder with your data is back.")} if is_back else {}
    place, arguments = HOME
    if visit is not None and visit.key == _IN_THE_MIDDLE:
        place, arguments = visit.key, visit.arguments
    return Errand(place, partial(dict, arguments, **told), _("Looking at your data…"))


def still_known(
    arrival: tuple[str, Mapping[str, object]], services: "Services"
) -> tuple[str, Mapping[str, object]]:
    """Return ``arrival``, or Home with what is to be told if the data knows nothing of it."""
    place, arguments = arrival
    if place == _IN_THE_MIDDLE:
        try:
            services.assessments.get(str(arguments["assessment_id"]))
        except KeyError:
            return HOME[0], {"told": arguments.get("told", "")}
    return arrival
