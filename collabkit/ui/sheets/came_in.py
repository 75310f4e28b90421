"""By which ways answers came, and in which roles, in words. Nothing of it tells of one person."""

from collections.abc import Iterator

from collabkit.assessments.arrival import Route
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Respondent
from collabkit.assessments.sentences import capital, in_words, role_counted
from collabkit.i18n import _
from collabkit.services.return_preview import CameIn


def ways(came_in: CameIn | None, finished: int | None) -> str:
    """Return how many answered here and how many elsewhere; nothing while all did so here.

    ``finished`` is how many have finished, where those who have only begun do not count.
    """
    if came_in is None or not any(came_in.by_route.values()):
        return ""
    elsewhere = sum(came_in.by_route.values())
    here = came_in.here if finished is None else max(0, finished - elsewhere)
    return _("{ways}.").format(ways=capital(listed(list(_ways(here, came_in)))))


def roles(came_in: CameIn | None) -> str:
    """Return how many in the picture have which role; nothing where that gives somebody away."""
    if came_in is None or came_in.by_role is None or len(came_in.by_role) < 2:
        return ""
    counts = [
        role_counted(role, came_in.by_role[role])
        for role in Respondent
        if came_in.by_role.get(role)
    ]
    return _("In the picture that was shown: {roles}.").format(roles=listed(counts))


def _ways(here: int, came_in: CameIn) -> Iterator[str]:
    if here:
        yield _("{number} here").format(number=in_words(here))
    words = {
        Route.ANSWER_FILE: _("{number} by answer file"),
        Route.FORM: _("{number} by PDF"),
        Route.TABLE: _("{number} from a table"),
        Route.PAPER: _("{number} on paper"),
    }
    for route, phrase in words.items():
        if number := came_in.by_route.get(route, 0):
            yield phrase.format(number=in_words(number))
