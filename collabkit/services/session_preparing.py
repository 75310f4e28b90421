"""What a session is prepared with: checked and tidied, or taken from another one."""

from dataclasses import replace

from collabkit.assessments.limits import USUAL_GROUP
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.room.choices import is_for_the_room
from collabkit.room.preparation import Preparation, check
from collabkit.room.promise import usual_promise
from collabkit.services.naming import checked_title
from collabkit.typed_text import clean_text


def checked(preparation: Preparation, pack: Pack) -> Preparation:
    """Return ``preparation`` tidied; raises ``InvalidInputError`` if it cannot be held."""
    if not is_for_the_room(pack):
        raise InvalidInputError(
            _("“{title}” is answered on sheets; a room cannot vote on it.").format(title=pack.title)
        )
    check(preparation, pack)
    return tidy(preparation)


def tidy(preparation: Preparation) -> Preparation:
    """Return ``preparation`` with its title in one line and without control characters."""
    return replace(
        preparation,
        title=checked_title(preparation.title),
        promise=clean_text(preparation.promise),
    )


def for_others(preparation: Preparation, title: str) -> Preparation:
    """Return ``preparation`` for another group under another title.

    If the first group had agreed that three or four may be recognised, this one has not: it begins
    with five. A promise in the usual words goes on following them.
    """
    minimum = max(USUAL_GROUP, preparation.minimum)
    people = max(minimum, preparation.people)
    is_usual = preparation.promise == usual_promise(preparation)
    promise = "" if is_usual else preparation.promise
    return replace(preparation, title=title, minimum=minimum, people=people, promise=promise)
