"""What erasing a person does to a group's picture that was shown already."""

import secrets
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment, Participant
from collabkit.assessments.beside.role_groups import group_by_role
from collabkit.assessments.outcomes.answered import Sheet
from collabkit.assessments.pack import Pack
from collabkit.services.closing import (
    WITHDRAWN,
    batches_in,
    shown_in,
    withdrawing,
    withdrawn_in,
)
from collabkit.services.leaving import leaving_with
from collabkit.services.measuring import ORGANISATIONS, needed_for
from collabkit.services.packs import PackShelf
from collabkit.services.revealing import told_now
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What leaves a picture together with one person.

    ``others`` is how many other people lose answers from it, ``before`` and ``after`` are how many
    statements were told and still are, ``people`` and ``staying`` how many people were and stay in
    it with any answer. ``value`` is what is then settled under ``WITHDRAWN``.
    """

    value: str = ""
    others: int = 0
    before: int = 0
    after: int = 0
    people: int = 0
    staying: int = 0

    @property
    def is_needed(self) -> bool:
        """Whether the person was in a picture that was shown."""
        return self.before > 0


def withdrawal_of(
    store: Store, packs: PackShelf, assessment: Assessment, person: Participant
) -> Withdrawal:
    """Return what has to leave the picture of ``assessment`` with ``person``; by a new lot.

    Nothing is changed. Where nobody's answers are secret, or the person was in no picture that was
    shown, nothing has to leave.
    """
    settled = store.settled.of_assessment(assessment.id)
    if person.id not in shown_in(settled):
        return Withdrawal()
    pack = packs.of(assessment)
    shown = told_now(store, assessment, pack)
    if shown is None:
        return Withdrawal()
    people = store.participants.of_assessment(assessment.id)
    minimum = needed_for(pack, assessment.minimum, settled, len(people))
    batches = batches_in(settled)
    leaving = leaving_with(
        person.id,
        shown,
        pack,
        _cells(pack, people, batches, minimum),
        batches,
        minimum,
        _by_lot(people),
        gone=withdrawn_in(settled).get(person.id, frozenset()),
    )
    counted = [said for said in shown if said.answer or said.note.strip()]
    staying = [
        said
        for said in counted
        if said.participant_id != person.id
        and said.item_id not in leaving.get(said.participant_id, ())
    ]
    return Withdrawal(
        value=withdrawing({WITHDRAWN: settled.get(WITHDRAWN, "")}, leaving),
        others=len(leaving),
        before=len({said.item_id for said in counted}),
        after=len({said.item_id for said in staying}),
        people=len({said.participant_id for said in counted}),
        staying=len({said.participant_id for said in staying}),
    )


def _by_lot(people: Sequence[Participant]) -> list[str]:
    ids = [person.id for person in people]
    secrets.SystemRandom().shuffle(ids)
    return ids


def _cells(
    pack: Pack, people: Sequence[Participant], batches: Sequence[frozenset[str]], minimum: int
) -> Mapping[str, Hashable]:
    """Return with whom everybody was shown apart: a batch, and in it a role or an organisation."""
    cells: dict[str, Hashable] = {
        sheet: number for number, batch in enumerate(batches) for sheet in batch
    }
    if ORGANISATIONS in pack.outcome.settings:
        party = {person.id: person.party_id for person in people}
        return {sheet: (number, party.get(sheet)) for sheet, number in cells.items()}
    sheets = [Sheet(p.id, p.pseudonym, p.role, {}, party=p.party_id) for p in people]
    grouping = group_by_role(sheets, batches, minimum)
    if grouping is not None:
        for number, batch in enumerate(grouping.batches):
            for place, cell in enumerate(batch):
                cells.update({sheet.id: ("role", number, place) for sheet in cell})
    return cells
