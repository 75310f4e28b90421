"""Two computers with something on them, and all that is in their databases, for tests of bundles."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

from beginnings import TODAY, close_all, say, start
from workshop_days import adopted, adopting_now, drafted, on, prepared

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Assessment, Confidence, Participant, Response
from collabkit.assessments.pack import Respondent
from collabkit.assets import resource
from collabkit.plans.plan import ProgressNote, Slot, Status
from collabkit.services import Services
from collabkit.services.people import NewPerson
from collabkit.services.plans import own_action
from collabkit.services.sample import ensure_sample, fill_sample
from collabkit.services.workshops import Session
from collabkit.storage.arrivals import NewSheet

PEOPLE = [NewPerson(f"Person {number}", Respondent.TRUSTEE) for number in range(1, 6)]
# The same on another computer: numbers of changes, and what rests on them.
_NOT_TOLD = {"seq", "digest"}
_ORDER = {
    "assessment": "id",
    "charity": "id",
    "response": "participant_id, seq",
    "session": "id",
}


def dump(services: Services) -> str:
    """Return every row of the database, with everything in it."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        return "\n".join(connection.iterdump())


def rows(services: Services) -> dict[str, list[dict[str, Any]]]:
    """Return every row by table as another computer has it too."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {}
        for (table,) in tables.fetchall():
            order = _ORDER.get(table, "1, 2")
            told = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
            found[table] = [
                {name: row[name] for name in row.keys() if name not in _NOT_TOLD} for row in told
            ]
    return found


def fill_all_samples(services: Services) -> str:
    """Put the sample charity there, with an assessment of every questionnaire; return its id."""
    ensure_sample(services, TODAY)
    for path in sorted(resource("sample").glob("*.toml")):
        if path.stem != "sample-charity":
            fill_sample(services, path.stem, TODAY)
    (charity,) = services.charities.all()
    return charity.id


def group(services: Services, **other: Any) -> Assessment:
    """Start an assessment of five people, two of whom have answered, with a plan that lives."""
    assessment = start(services, people=PEOPLE, minimum=5, title="Sample group", **other)
    one, two, *_others = services.assessments.participants(assessment.id)
    say(
        services,
        assessment,
        Response(two.id, "POW-2", "1"),
        Response(one.id, "EMP-1", "4", "A sample note\nŵ", "Minutes", Confidence.GUESS, True),
        Response(one.id, "POW-1", "dk"),
        Response(one.id, "HON-1", None, "Only a note"),
    )
    action = own_action("Ring the neighbours", Slot.NOW)
    dropped = replace(
        own_action("Write to the council", Slot.PARKED),
        status=Status.DROPPED,
        dropped_because="Another matter came first",
        learned="Ask earlier",
        review=date(2027, 2, 1),
        carried_from=action.id,
        also=("POW-1",),
        progress=(ProgressNote(TODAY, "First call"), ProgressNote(TODAY, "Second call")),
    )
    plan = services.plans.load(assessment.id).with_action(action)
    services.plans.keep(plan)
    later = start(
        services,
        people=PEOPLE,
        minimum=5,
        title="Sample group, a year later",
        charity_id=assessment.charity_id,
    )
    services.plans.keep(services.plans.load(later.id).with_action(dropped))
    services.store.settled.keep(later.id, "follows", assessment.id)
    return assessment


def from_elsewhere(services: Services, assessment: Assessment) -> Participant:
    """Take in a sheet that came on paper, and close everybody's."""
    pack = services.assessments.pack_of(assessment)
    person = services.assessments.add_person(assessment.id, "By post", Respondent.VOLUNTEER)
    said = tuple(
        Response(person.id, item.id, "3") for item in pack.items if item.id in assessment.asked
    )
    arrival = Arrival(person.id, Route.PAPER, "K7Q2", "a fingerprint", TODAY)
    services.store.arrivals.take(assessment.id, [NewSheet(person, said, arrival)])
    close_all(services, assessment)
    return person


def held(services: Services) -> Session:
    """Hold a session to its end, with an action that was adopted and one that was not."""
    session = prepared(services)
    id_of = "00000000-0000-4000-8000-{:012}".format
    meeting = adopting_now(services, session)
    meeting = adopted(meeting, replace(drafted(1), id=id_of(1)))
    services.workshops.keep(session.id, on(meeting), TODAY)
    return session
