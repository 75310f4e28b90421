"""A sheet that is here already and is keyed in once more: what would go, and how it comes back."""

from dataclasses import dataclass, field

from collabkit.assessments.arrival import Route
from collabkit.errors import InvalidInputError
from collabkit.services.closing import shown_in
from collabkit.services.return_words import (
    came_before,
    changed_since,
    code_is_here,
    code_is_shown,
    shown_since,
)
from collabkit.storage import Store
from collabkit.storage.arrivals import NewSheet


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """A sheet that came from elsewhere, with all that was said on it.

    ``name`` is the one under which it is kept, and ``came`` tells in a sentence which way and when
    it came. ``is_shown`` tells that its answers are in results that were shown.
    """

    assessment_id: str
    name: str
    came: str
    is_shown: bool
    kept: NewSheet = field(repr=False)

    @property
    def about_code(self) -> str:
        """What is said at once of a sheet of paper that has its code."""
        return code_is_shown(self.came) if self.is_shown else code_is_here(self.came)


class TakesPlaceError(InvalidInputError):
    """Another sheet, ``held``, would be replaced; only people can tell whether it should."""

    def __init__(self, message: str, held: HeldSheet) -> None:
        super().__init__(message)
        self.held = held


def held_sheet(store: Store, assessment_id: str, code: str) -> HeldSheet | None:
    """Return the sheet that came with a code, as it is now; ``None`` if none did."""
    if not code:
        return None
    arrivals = store.arrivals.of_assessment(assessment_id)
    arrival = next((each for each in arrivals if each.sheet == code), None)
    if arrival is None:
        return None
    person_id = arrival.participant_id
    people = store.participants.of_assessment(assessment_id)
    person = next(each for each in people if each.id == person_id)
    said = store.responses.of_assessment(assessment_id)
    left_out = store.participants.left_out(assessment_id)
    return HeldSheet(
        assessment_id=assessment_id,
        name=person.pseudonym,
        came=came_before(arrival.route, arrival.arrived, person.pseudonym, code),
        is_shown=person_id in shown_in(store.settled.of_assessment(assessment_id)),
        kept=NewSheet(
            participant=person,
            responses=tuple(each for each in said if each.participant_id == person_id),
            arrival=arrival,
            left_out=tuple(sorted(left_out.get(person_id, ()))),
        ),
    )


def put_back(store: Store, held: HeldSheet) -> None:
    """Let everything on a sheet be as it was ``held``, in place of what was keyed in from paper.

    Raises ``InvalidInputError`` if the sheet has gone, came in another way or was shown meanwhile.
    """
    now = held_sheet(store, held.assessment_id, held.kept.arrival.sheet)
    is_there = now and now.kept.participant.id == held.kept.participant.id
    if now is None or not is_there or now.kept.arrival.route is not Route.PAPER:
        raise InvalidInputError(changed_since())
    if now.is_shown:
        raise InvalidInputError(shown_since())
    store.arrivals.take(held.assessment_id, [held.kept])
