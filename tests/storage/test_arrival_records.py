"""Sheets from elsewhere are kept as a whole, or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from storage_samples import new_participant, start_assessment

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Assessment, Response
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.arrivals import NewSheet

DAY = date(2026, 6, 10)


def new_sheet(assessment: Assessment, name: str = "Sheet 1", answer: str = "4") -> NewSheet:
    person = new_participant(assessment, name)
    return NewSheet(
        person,
        (Response(person.id, "POW-1", answer, "A note"), Response(person.id, "POW-2", "dk")),
        Arrival(person.id, Route.FORM, "K7Q2", f"fingerprint of {name}", DAY),
        left_out=("EMP-1",),
        settled=((f"closed:{person.id}", "yes"),),
    )


def test_a_sheet_comes_back_as_it_was(store: Store, folder: DataFolder) -> None:
    """Its person, answers, what is left out, what is settled and how it came survive a restart."""
    assessment, (first,) = start_assessment(store)
    sheet = new_sheet(assessment)
    store.arrivals.take(assessment.id, (sheet,))
    store.close()
    with Store.open(folder) as again:
        assert again.participants.of_assessment(assessment.id) == (first, sheet.participant)
        assert again.responses.of_assessment(assessment.id) == sheet.responses
        assert again.participants.left_out(assessment.id)[sheet.participant.id] == {"EMP-1"}
        assert again.settled.of_assessment(assessment.id) == dict(sheet.settled)
        assert again.arrivals.of_assessment(assessment.id) == (sheet.arrival,)


def test_a_newer_sheet_takes_the_place_of_the_earlier_one(store: Store) -> None:
    """Nothing that was said before is left beside it."""
    assessment, _people = start_assessment(store)
    sheet = new_sheet(assessment)
    store.arrivals.take(assessment.id, (sheet,))
    person = sheet.participant.id
    newer = replace(
        sheet,
        responses=(Response(person, "POW-1", "2"),),
        arrival=replace(sheet.arrival, fingerprint="another"),
        left_out=(),
    )
    store.arrivals.take(assessment.id, (newer,))
    assert store.responses.of_assessment(assessment.id) == newer.responses
    assert store.participants.left_out(assessment.id)[person] == frozenset()
    assert store.arrivals.of_assessment(assessment.id) == (newer.arrival,)


def test_all_sheets_or_none(store: Store) -> None:
    """If one of them cannot be kept, the others are not kept either."""
    assessment, people = start_assessment(store)
    good = new_sheet(assessment)
    bad = replace(good, arrival=replace(good.arrival, participant_id="nobody"))
    with pytest.raises(Exception, match=r"UNIQUE|FOREIGN"):
        store.arrivals.take(assessment.id, (good, replace(bad, participant=people[0])))
    assert store.participants.of_assessment(assessment.id) == people
    assert store.responses.of_assessment(assessment.id) == ()


def test_sheets_of_an_unknown_assessment(store: Store) -> None:
    """They are not kept."""
    assessment, _people = start_assessment(store)
    with pytest.raises(KeyError):
        store.arrivals.take("nowhere", (new_sheet(assessment),))
    assert store.arrivals.of_assessment(assessment.id) == ()


def test_taking_sheets_touches_the_assessment(store: Store) -> None:
    """Lists show what was touched last first."""
    assessment, _people = start_assessment(store)
    other, _others = start_assessment(store)
    assert store.assessments.all()[0].id == other.id
    store.arrivals.take(assessment.id, (new_sheet(assessment),))
    assert store.assessments.all()[0].id == assessment.id
