"""How a charity sees itself, for the packs that hold others' view against it (PEV)."""

from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.answered import OwnView
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import Pack
from collabkit.assessments.wording import worded
from collabkit.errors import InvalidInputError
from collabkit.services.packs import VOLUNTEER_RUN, WORDING, PackShelf
from collabkit.services.results import results_of
from collabkit.services.revealing import reveal
from collabkit.services.room_votes import results_in_the_room, room_votes
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Mirrored:
    """The charity's own view, if there is one, and the pack whose statements are mirrored."""

    own_view: OwnView | None
    pack: Pack | None


def mirrored_by(store: Store, packs: PackShelf, assessment: Assessment, pack_id: str) -> Mirrored:
    """Return the view of the charity's latest finished assessment with the pack ``pack_id``.

    One in which fewer people answered than its own minimum is no view yet, and what one person
    answered here for the charity elsewhere is none of its own. Without any, the pack is the one
    that is there today, in the same words as ``assessment``.
    """
    invited = store.settled.by_assessment(INVITED)
    finished = [
        (own.finished, own)
        for own in store.assessments.of_charity(assessment.charity_id)
        if own.pack_id == pack_id and own.finished is not None and not invited[own.id]
    ]
    # Sorting keeps the latest touched first among those of one day.
    for day, own in sorted(finished, key=lambda pair: pair[0], reverse=True):
        pack = packs.of(own)
        votes = room_votes(store, own.id)
        if votes and votes.is_practice:
            continue
        results = (
            results_in_the_room(votes, own, pack)
            if votes
            else results_of(own, pack, reveal(store, own, pack).responses, own.minimum)
        )
        if results.respondents >= own.minimum:
            return Mirrored(OwnView(results, day, own.minimum == OWN_ASSESSMENT), pack)
    try:
        today = packs.read(pack_id)
    except InvalidInputError:  # an own pack may mirror one that is no longer there
        return Mirrored(None, None)
    wording = store.settled.of_assessment(assessment.id).get(WORDING)
    return Mirrored(None, worded(today, volunteer_run=wording == VOLUNTEER_RUN))
