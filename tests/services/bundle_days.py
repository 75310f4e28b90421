"""Something to move from one computer to another, and all that is in their databases."""

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
from collabkit.services.bundle_preview import BundlePreview, Choice
from collabkit.services.people import NewPerson
from collabkit.services.plans import own_action
from collabkit.services.sample import ensure_sample, fill_sample
from collabkit.services.workshops import Session
from collabkit.storage.arrivals import NewSheet

PEOPLE = [NewPerson(f"Person {number}", Respondent.TRUSTEE) for number in range(1, 6)]
# As long as a note may be: signs of two bytes and of four, marks that turn lines round, signs that
# are none, a line end that is none, and what looks like other formats.
_SIGNS = "Ŵ💐👩\u200d👧e\u0301\u202e\u2066\ufeff\ufffe\uffff\u2028\ue000\t\n"
ODD = (f"{_SIGNS}=1+1 <b>&amp;\\u0000 \"']]}}\x00" * 150)[:4_000]
# The same on another computer: numbers of changes, and what rests on them.
_NOT_TOLD = {"seq", "digest"}


def dump(services: Services) -> str:
    """Return every row of the database, with everything in it."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        return "\n".join(connection.iterdump())


def rows(services: Services) -> dict[str, list[dict[str, Any]]]:
    """Return every row by table as another computer has it too; answers in their order."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN "
            "('change_mark', 'table_seal')"
        )
        found = {}
        for (table,) in names.fetchall():
            in_order = table == "response"
            order = "participant_id, seq" if in_order else "1"
            told = connection.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
            plain = [{k: v for k, v in dict(row).items() if k not in _NOT_TOLD} for row in told]
            found[table] = plain if in_order else sorted(plain, key=repr)
    return found


def has_news(preview: BundlePreview) -> bool:
    """Return whether anything of the file is taken over unless somebody says otherwise."""
    things = (*preview.assessments, *preview.sessions)
    return any(thing.usual_choice is Choice.TAKE for thing in things)


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
        Response(one.id, "HON-1", None, ODD, ODD),
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
