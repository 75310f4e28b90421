"""Who took part: only what cannot give anybody away."""

from collections import Counter
from collections.abc import Sequence

from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.pack import Respondent
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def who_took_part(
    participants: Sequence[Participant],
    responses: Sequence[Response],
    *,
    respondents: int,
    minimum: int,
) -> str:
    """Return who answered, in a sentence, such as "Seven people".

    Roles are named for one person's own assessment, and for a group only if each role and all the
    others together reach the minimum, so that nothing can be worked out by subtraction.
    """
    if not respondents:
        return _("Nobody has answered yet")
    answered = {response.participant_id for response in responses if response.answer is not None}
    roles = Counter(person.role for person in participants if person.id in answered)
    if minimum == 1 and respondents == 1:
        role = next(iter(roles), None)
        if role is None:
            return _("One person")
        return _("One person, answering as {role}").format(role=_in_number(role, 1))
    people = ngettext("{number} person", "{number} people", respondents).format(
        number=capital(in_words(respondents))
    )
    if not _may_be_named(roles, respondents, minimum):
        return people
    parts = ", ".join(
        f"{in_words(roles[role])} {_in_number(role, roles[role])}"
        for role in Respondent
        if roles[role]
    )
    return _("{people}: {parts}").format(people=people, parts=parts)


def _may_be_named(roles: Counter[Respondent], respondents: int, minimum: int) -> bool:
    if roles.total() != respondents:
        return False
    return all(
        count >= minimum and (count == respondents or respondents - count >= minimum)
        for count in roles.values()
    )


def _in_number(role: Respondent, number: int) -> str:
    return {
        Respondent.TRUSTEE: ngettext("trustee", "trustees", number),
        Respondent.STAFF: ngettext("member of staff", "staff", number),
        Respondent.VOLUNTEER: ngettext("volunteer", "volunteers", number),
        Respondent.PARTNER: ngettext("partner", "partners", number),
        Respondent.PERSON_SERVED: ngettext("person served", "people served", number),
    }[role]
