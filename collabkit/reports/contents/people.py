"""Who took part: only what cannot give anybody away."""

from collections.abc import Collection, Sequence

from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.beside.role_counts import role_counts
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.names import role_name
from collabkit.assessments.pack import Respondent
from collabkit.assessments.sentences import capital, in_words, role_counted
from collabkit.i18n import _, ngettext


def who_took_part(
    participants: Sequence[Participant],
    responses: Sequence[Response],
    *,
    respondents: int,
    minimum: int,
    batches: Sequence[Collection[str]] = (),
) -> str:
    """Return who answered, in a sentence, such as "Seven people".

    Roles are named for one person's own assessment, and for a group only if nobody can be worked
    out by subtraction, also of what was told before; ``batches`` are ids of participants, one
    collection for each time that people came into the picture.
    """
    if not respondents:
        return _("Nobody has answered yet")
    answered = {response.participant_id for response in responses if response.answer is not None}
    role_of = {person.id: person.role for person in participants if person.id in answered}
    if minimum == OWN_ASSESSMENT and respondents == 1:
        role = next(iter(role_of.values()), None)
        if role is None:
            return _("One person")
        return _("One person: {role}").format(role=role_name(role))
    people = ngettext("{number} person", "{number} people", respondents).format(
        number=capital(in_words(respondents))
    )
    counts = role_counts(role_of, batches, minimum)
    if counts is None or len(role_of) != respondents:
        return people
    parts = ", ".join(role_counted(role, counts[role]) for role in Respondent if counts.get(role))
    return _("{people}: {parts}").format(people=people, parts=parts)
