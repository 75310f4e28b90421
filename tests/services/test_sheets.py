"""The sheets of an assessment: who answers, for whom, and how far they are."""

import pytest
from beginnings import ONE, say, start

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_pack

PARTIES = [NewParty("Sample Charity", is_own=True), NewParty("Sample Partner", is_lead=True)]
TABLE = [
    NewPerson("Our view", Respondent.TRUSTEE, 0, 0),
    NewPerson("Our view", Respondent.TRUSTEE, 0, 1),
    NewPerson("Unbound", Respondent.TRUSTEE, 0),
]


def test_a_source_is_weighed_once_by_each_party(services: Services) -> None:
    """On the sheet about itself, and where a sheet is about nobody in particular."""
    assessment = start(services, "power-inventory", parties=PARTIES, people=TABLE)
    weights = {i.id for i in builtin_pack("power-inventory").items if i.marks.get("weight")}
    people = services.assessments.participants(assessment.id)
    asked = [
        set(services.assessments.sitting(assessment.id, p.id).assessment.asked) for p in people
    ]
    assert weights <= asked[0]
    assert asked[1] == asked[0] - weights
    assert asked[2] == asked[0]
    states = services.assessments.sheets(assessment.id)
    assert [(s.party, s.about) for s in states] == [
        ("Sample Charity", "Sample Charity"),
        ("Sample Charity", "Sample Partner"),
        ("Sample Charity", ""),
    ]
    assert states[0].of - states[1].of == len(weights)
    (summary,) = services.assessments.summaries()
    assert summary.total == sum(state.of for state in states)


def test_a_sheet_counts_what_has_to_be_answered(services: Services) -> None:
    """A note, and what asks further, do not make it fuller."""
    assessment = start(services, "barriers")
    (state,) = services.assessments.sheets(assessment.id)
    further = next(i for i in builtin_pack("barriers").items if "about" in i.marks)
    code = builtin_pack("barriers").form_of(further).options[0].code
    say(
        services,
        assessment,
        Response(state.participant.id, "BAR-a", note="only a note"),
        Response(state.participant.id, further.id, code),
        Response(state.participant.id, "BAR-b", "dk"),
    )
    (after,) = services.assessments.sheets(assessment.id)
    assert (state.answered, after.answered, after.of, after.is_complete) == (0, 1, 10, False)
    (summary,) = services.assessments.summaries()
    assert (summary.answered, summary.total) == (1, 10)


def test_a_sitting_has_the_answers_of_its_own_sheet(services: Services) -> None:
    """By default the first; an unknown one is a key error."""
    assessment = start(services, "bid-check", people=[ONE, NewPerson("Two", Respondent.STAFF)])
    one, two = services.assessments.participants(assessment.id)
    say(services, assessment, Response(one.id, "BID-1", "yes"), Response(two.id, "BID-1", "no"))
    first = services.assessments.sitting(assessment.id)
    second = services.assessments.sitting(assessment.id, two.id)
    assert (first.participant, second.participant) == (one, two)
    assert [r.answer for r in (*first.responses, *second.responses)] == ["yes", "no"]
    with pytest.raises(KeyError):
        services.assessments.sitting(assessment.id, "nobody")


def test_nobody_has_a_sitting_where_nobody_takes_part(services: Services) -> None:
    """Until somebody joins."""
    assessment = start(services, minimum=5, people=[])
    with pytest.raises(KeyError):
        services.assessments.sitting(assessment.id)
    person = services.assessments.add_person(assessment.id, "Kim", Respondent.TRUSTEE)
    assert services.assessments.sitting(assessment.id).participant == person


def test_a_late_party_and_its_person_join(services: Services) -> None:
    """And answer what their sheet asks."""
    assessment = start(services, "power-inventory", parties=PARTIES, people=TABLE[:1])
    late = services.assessments.add_party(assessment.id, " Late  Sample ")
    assert late.name == "Late Sample"
    person = services.assessments.add_person(
        assessment.id, "Their view", Respondent.PARTNER, late.id, late.id
    )
    assert services.assessments.parties(assessment.id)[2] == late
    state = services.assessments.sheets(assessment.id)[1]
    assert (state.participant, state.party, state.about) == (person, late.name, late.name)
    with pytest.raises(KeyError):
        services.assessments.add_person(assessment.id, "X", Respondent.STAFF, "nobody")


def test_one_persons_own_assessment_stays_alone(services: Services) -> None:
    """Two people with minimum 1 would uncover each other."""
    assessment = start(services)
    with pytest.raises(InvalidInputError, match="one person's own"):
        services.assessments.add_person(assessment.id, "Kim", Respondent.STAFF)
    assert len(services.assessments.participants(assessment.id)) == 1


def test_only_a_person_who_said_nothing_can_be_taken_away(services: Services) -> None:
    """What the program put on the sheet was said by nobody."""
    assessment = start(services, "handover", people=[ONE, NewPerson("Two", Respondent.STAFF)])
    one, two = services.assessments.participants(assessment.id)
    say(services, assessment, Response(one.id, "HND-2", "done"))
    with pytest.raises(InvalidInputError, match="answered already"):
        services.assessments.remove_person(assessment.id, one.id)
    services.assessments.remove_person(assessment.id, two.id)
    assert services.assessments.participants(assessment.id) == (one,)
    with pytest.raises(KeyError):
        services.assessments.remove_person(assessment.id, two.id)


def test_an_organisation_takes_part_once(services: Services) -> None:
    """A name that is taken is refused, however it is written."""
    assessment = start(services, "power-inventory", parties=PARTIES, people=TABLE)
    with pytest.raises(InvalidInputError, match="takes part already"):
        services.assessments.add_party(assessment.id, "sample partner")
