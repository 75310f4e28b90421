"""Data to measure with: many assessments, or one large group. Clearly no real answers."""

import uuid
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_pack

_TODAY = date(2026, 11, 22)


def fill_many(folder: Path, count: int) -> None:
    """Put ``count`` short assessments, left after ten answers each, into a new file there."""
    services = open_services(DataFolder(folder))
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Charity")
    for number in range(count):
        sitting = services.assessments.start_alone(
            charity.id, pack, Selection.CORE, Respondent.TRUSTEE, f"Occasion {number + 1}", _TODAY
        )
        for item_id in sitting.assessment.asked[:10]:
            response = Response(sitting.participant.id, item_id, str(number % 5 + 1))
            services.responses.record(pack, response, _no_matter)
        services.assessments.mark_place(sitting.assessment.id, sitting.assessment.asked[10])
    services.responses.flush()
    services.close()


def fill_group(services: Services, people: int) -> str:
    """Add one full assessment answered by ``people`` and return its id."""
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Group")
    services.packs.pin(pack)
    assessment = Assessment(
        id=str(uuid.uuid4()),
        charity_id=charity.id,
        title="Sample away-day",
        pack_id=pack.id,
        pack_version=pack.version,
        pack_digest=pack.digest,
        selection=Selection.ALL,
        asked=tuple(item.id for item in pack.items),
        minimum=5,
        started=_TODAY,
    )
    participants = tuple(
        Participant(str(uuid.uuid4()), assessment.id, f"Person {n + 1}", Respondent.TRUSTEE)
        for n in range(people)
    )
    services.store.assessments.add(assessment, participants)
    for row, participant in enumerate(participants):
        for column, item_id in enumerate(assessment.asked):
            answer = str((row * 7 + column * 3) % 5 + 1)
            services.responses.record(pack, Response(participant.id, item_id, answer), _no_matter)
    services.responses.flush()
    return assessment.id


def _no_matter(_problem: object) -> None:
    """Measured elsewhere."""
