"""Assessments for the tests of services, started with the packs that come with the program."""

from datetime import date
from typing import Any

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError
from collabkit.services import Services
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import close_sheet, closing_of
from collabkit.services.packs import builtin_pack
from collabkit.storage.arrivals import NewSheet

TODAY = date(2026, 11, 22)
ONE = NewPerson("One person", Respondent.TRUSTEE)


def start(
    services: Services,
    pack_id: str = "five-themes",
    run_by: RunBy | None = None,
    charity_id: str | None = None,
    **other: Any,
) -> Assessment:
    """Start an assessment, of a new sample charity if there is no other."""
    if charity_id is None:
        number = len(services.charities.all()) + 1
        charity_id = services.charities.add(f"Sample Charity {number}", run_by=run_by).id
    options = {"selection": Selection.ALL, "title": "Sample", "today": TODAY, "people": [ONE]}
    return services.assessments.start(charity_id, builtin_pack(pack_id), **(options | other))


def say(services: Services, assessment: Assessment, *responses: Response) -> None:
    """Record responses and wait until they are on the disk."""
    pack = services.assessments.pack_of(assessment)
    problems: list[CollabkitError | None] = []
    for response in responses:
        services.responses.record(pack, response, problems.append)
    services.responses.flush()
    assert problems == [None] * len(responses)


def answer(services: Services, assessment: Assessment, *people: Participant) -> None:
    """Let all of ``people`` answer, each another level, and close their sheets, in one go."""
    services.store.arrivals.take(
        assessment.id,
        [
            NewSheet(
                person,
                tuple(
                    Response(person.id, item_id, str(1 + place % 5))
                    for item_id in assessment.asked[:4]
                ),
                Arrival(person.id, Route.PAPER, "", f"fingerprint {person.id}", TODAY),
                settled=(closing_of(person.id),),
            )
            for place, person in enumerate(people)
        ],
    )


def close_all(services: Services, assessment: Assessment) -> None:
    """Close every sheet, as people do when they have answered."""
    for person in services.assessments.participants(assessment.id):
        close_sheet(services, assessment.id, person.id)


def answers_on(services: Services, assessment: Assessment, sheet: int = 0) -> dict[str, str | None]:
    """Return the answers on one sheet by statement."""
    person = services.assessments.participants(assessment.id)[sheet]
    sitting = services.assessments.sitting(assessment.id, person.id)
    return {response.item_id: response.answer for response in sitting.responses}
