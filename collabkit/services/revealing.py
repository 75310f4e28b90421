"""Whose answers a group's picture is drawn from, so that no late answer gives anybody away.

A picture that people have seen never changes by one late answer: a new one is drawn only when as
many more people have answered as the smallest group has (measurement rules, *Small groups*).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.pack import Pack
from collabkit.errors import EnvironmentProblemError
from collabkit.services.asking import AGREED_VIEWS
from collabkit.services.closing import (
    SHOWN,
    batches_in,
    finished_in,
    with_batch,
    withdrawn_in,
)
from collabkit.services.late_answers import without_too_few
from collabkit.services.measuring import ORGANISATIONS, needed_for
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Revealed:
    """The responses that a picture is drawn from, and how many people's answers wait."""

    responses: tuple[Response, ...]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What there would be to see: how many more people it takes, and how many would wait."""

    still_needed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class _Drawing:
    """From whom a group's picture is drawn: those in it since when, and those who join now."""

    batches: tuple[frozenset[str], ...]
    joining: frozenset[str]
    waiting: int
    needed: int
    party: Mapping[str, str | None]

    @property
    def people(self) -> frozenset[str]:
        """Everybody in the picture."""
        return self.joining.union(*self.batches)


def reveal(store: Store, assessment: Assessment, pack: Pack) -> Revealed:
    """Return what a picture of ``assessment`` is drawn from, and keep whom it was drawn from.

    Of a group these are the people who have closed their sheets. Others join once there are enough
    of them. Where that cannot be kept, as in a file that is only read, nobody joins and all of them
    wait: otherwise two pictures could differ by one person.
    """
    responses = _still_told(store, assessment)
    drawing = _draw(store, assessment, pack, responses)
    if drawing is None:
        return Revealed(responses)
    try:
        _keep(store, assessment, drawing)
    except EnvironmentProblemError:
        late = drawing.waiting + len(drawing.joining)
        drawing = replace(drawing, joining=frozenset(), waiting=late)
    batches = (*drawing.batches, drawing.joining)
    told = without_too_few(responses, pack, batches, drawing.needed, drawing.party)
    return Revealed(told, drawing.waiting)


def count_as_shown(store: Store, assessment: Assessment, pack: Pack) -> None:
    """Keep whom a picture of ``assessment`` could be drawn from as if that had been shown.

    Raises ``EnvironmentProblemError`` if it cannot be kept.
    """
    drawing = _draw(store, assessment, pack, _still_told(store, assessment))
    if drawing is not None:
        _keep(store, assessment, drawing)


def still_needed(store: Store, assessment: Assessment, pack: Pack) -> int:
    """Return how many more people have to close their sheets before anything is shown.

    Nothing is kept. Where nobody is uncovered by a picture, the answer is 0.
    """
    return outlook(store, assessment, pack).still_needed


def outlook(
    store: Store, assessment: Assessment, pack: Pack, arriving: Collection[Participant] = ()
) -> Outlook:
    """Return what there would be to see with the closed sheets of those who are ``arriving``.

    Nothing is kept. Where nobody is uncovered by a picture, nobody is needed and nobody waits.
    """
    responses = _still_told(store, assessment)
    drawing = _draw(store, assessment, pack, responses, arriving)
    if drawing is None:
        return Outlook(0, 0)
    return Outlook(max(0, drawing.needed - len(drawing.people)), drawing.waiting)


def told_now(store: Store, assessment: Assessment, pack: Pack) -> tuple[Response, ...] | None:
    """Return what the picture that was shown last is drawn from; nobody joins, nothing is kept.

    ``None`` where everybody's answers are shown.
    """
    responses = _still_told(store, assessment)
    drawing = _draw(store, assessment, pack, responses)
    if drawing is None:
        return None
    return without_too_few(responses, pack, drawing.batches, drawing.needed, drawing.party)


def _keep(store: Store, assessment: Assessment, drawing: _Drawing) -> None:
    """Keep that those who join are in the picture, if there is one."""
    if drawing.joining and len(drawing.people) >= drawing.needed:
        settled = store.settled.of_assessment(assessment.id)
        store.settled.keep(assessment.id, SHOWN, with_batch(settled, drawing.joining))


def _still_told(store: Store, assessment: Assessment) -> tuple[Response, ...]:
    """Return everybody's responses without those that have left the picture for good."""
    responses = store.responses.of_assessment(assessment.id)
    gone = withdrawn_in(store.settled.of_assessment(assessment.id))
    return tuple(r for r in responses if r.item_id not in gone.get(r.participant_id, ()))


def _draw(
    store: Store,
    assessment: Assessment,
    pack: Pack,
    responses: Iterable[Response],
    arriving: Collection[Participant] = (),
) -> _Drawing | None:
    """Return from whom a picture is drawn; ``None`` where everybody's answers are shown.

    Those who are ``arriving`` have answered and closed their sheets elsewhere.
    """
    there = {person.id: person for person in store.participants.of_assessment(assessment.id)}
    people = list((there | {person.id: person for person in arriving}).values())
    settled = store.settled.of_assessment(assessment.id)
    needed = needed_for(pack, assessment.minimum, settled, len(people))
    if needed == OWN_ASSESSMENT or pack.outcome.kind in AGREED_VIEWS:
        return None
    new = frozenset(person.id for person in arriving)
    answered = {said.participant_id for said in responses if said.answer or said.note.strip()}
    batches = tuple(batch & answered for batch in batches_in(settled) if batch & answered)
    seen = frozenset[str]().union(*batches)
    late = (finished_in(settled) & answered | new) - seen
    joining = _joining(pack, people, seen, late, needed) if seen else late
    apart = ORGANISATIONS in pack.outcome.settings
    return _Drawing(
        batches,
        joining,
        waiting=len(late - joining) if seen else 0,
        needed=needed,
        party={person.id: person.party_id if apart else None for person in people},
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
