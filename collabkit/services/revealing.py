"""Whose answers a group's picture is drawn from, so that no late answer gives anybody away.

A picture that people have seen never changes by one late answer: a new one is drawn only when as
many more people have answered as the smallest group has (measurement rules, *Small groups*).
"""

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.pack import Pack
from collabkit.errors import EnvironmentProblemError
from collabkit.services.asking import AGREED_VIEWS
from collabkit.services.closing import SHOWN, finished_in, shown_in
from collabkit.services.measuring import ORGANISATIONS, needed_for
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Revealed:
    """The responses that a picture is drawn from, and how many people's answers wait."""

    responses: tuple[Response, ...]
    waiting: int = 0


def reveal(store: Store, assessment: Assessment, pack: Pack) -> Revealed:
    """Return what a picture of ``assessment`` is drawn from, and keep whom it was drawn from.

    Of a group these are the people who have closed their sheets; where nobody has closed one, as
    in a sample, everybody who has answered. Others join once there are enough of them. Where
    nothing can be kept, as in a file that is only read, the picture is drawn nevertheless.
    """
    responses = store.responses.of_assessment(assessment.id)
    people = store.participants.of_assessment(assessment.id)
    settled = store.settled.of_assessment(assessment.id)
    needed = needed_for(pack, assessment.minimum, settled, len(people))
    if needed == OWN_ASSESSMENT or pack.outcome.kind in AGREED_VIEWS:
        return Revealed(responses)
    answered = {said.participant_id for said in responses if said.answer or said.note.strip()}
    seen = shown_in(settled) & answered
    finished = frozenset(finished_in(settled) or answered) & answered
    late = finished - seen
    joining = _joining(pack, people, seen, late, needed) if seen else late
    drawn = seen | joining
    if joining and len(drawn) >= needed:
        with suppress(EnvironmentProblemError):
            store.settled.keep(assessment.id, SHOWN, "\n".join(sorted(drawn)))
    return Revealed(
        tuple(response for response in responses if response.participant_id in drawn),
        len(late - joining) if seen else 0,
    )


def _joining(
    pack: Pack,
    people: Iterable[Participant],
    seen: Collection[str],
    late: frozenset[str],
    needed: int,
) -> frozenset[str]:
    """Return which of the late ones come into the picture.

    Where organisations are shown apart, the picture of each of them must not change by fewer.
    """
    party = {person.id: person.party_id for person in people}
    if ORGANISATIONS in pack.outcome.settings:
        before = Counter(party[person] for person in seen)
        new = Counter(party[person] for person in late)
        late = frozenset(
            person
            for person in late
            if before[party[person]] < needed or new[party[person]] >= needed
        )
    return late if len(late) >= needed else frozenset()
