"""Other sheets under the name of one, and its first word by itself: what to look at as well."""

from collections.abc import Collection
from dataclasses import dataclass

from collabkit.services.naming import is_same_name
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet of the same charity, in another assessment or in the same one."""

    participant_id: str
    assessment_id: str
    title: str


def sheets_named(
    store: Store, charity_id: str, name: str, without: Collection[str] = ()
) -> tuple[OtherSheet, ...]:
    """Return the sheets of a charity under ``name``, put away or not, but for those ``without``."""
    assessments = map(store.assessments.get, store.erasures.charity_parts(charity_id)["assessment"])
    return tuple(
        OtherSheet(person.id, assessment.id, assessment.title)
        for assessment in assessments
        for person in store.participants.of_assessment(assessment.id)
        if person.id not in without and is_same_name(name, person.pseudonym)
    )


def first_name(store: Store, charity_id: str, name: str, without: Collection[str] = ()) -> str:
    """Return the first of several words of ``name``; empty if other sheets begin with it too.

    What is said of “Person” in “Person 3” is said of everybody.
    """
    first, *others = name.split() or [""]
    if not others:
        return ""
    for assessment_id in store.erasures.charity_parts(charity_id)["assessment"]:
        for person in store.participants.of_assessment(assessment_id):
            begins = (person.pseudonym.split() or [""])[0]
            is_other = person.id not in without and not is_same_name(name, person.pseudonym)
            if is_other and is_same_name(first, begins):
                return ""
    return first
