"""From a picture to everything that an outcome is worked out from."""

from collections import defaultdict

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.services.results import Picture


def answered_of(picture: Picture) -> Answered:
    """Return an assessment as it was answered, sheet by sheet.

    What was answered before it was left out on a sheet stays on the disk and is not told.
    """
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    notes: dict[str, dict[str, str]] = defaultdict(dict)
    asked = frozenset(picture.assessment.asked)
    for said in picture.responses:
        left_out = picture.left_out.get(said.participant_id, frozenset())
        if said.item_id not in asked or said.item_id in left_out:
            continue
        if said.answer is not None:
            answers[said.participant_id][said.item_id] = said.answer
        if said.note.strip():
            notes[said.participant_id][said.item_id] = said.note
    mirror = picture.mirror() if picture.mirror else None
    return Answered(
        pack=picture.pack,
        asked=tuple(i for i in picture.assessment.asked if picture.results.item(i).asked),
        minimum=picture.results.minimum,
        results=picture.results,
        today=picture.today,
        sheets=tuple(
            Sheet(
                id=person.id,
                name=person.pseudonym,
                role=person.role,
                answers=answers[person.id],
                notes=notes[person.id],
                party=person.party_id,
                about=person.about_id,
            )
            for person in picture.participants
        ),
        parties=picture.parties,
        settled=picture.settled,
        charity=picture.charity,
        own_view=mirror.own_view if mirror else None,
        mirrored=mirror.pack if mirror else None,
    )
