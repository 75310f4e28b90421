"""A sheet of paper is keyed in by the same rules as everything that comes back."""

from dataclasses import replace
from typing import Any

import pytest
from elsewhere_desk import (
    DAY,
    ONE_ANSWER,
    board,
    dump,
    file,
    look_at_one,
    partners,
    returns,
    said,
    sheet,
    take,
)

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment, Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.closing import closed_sheets
from collabkit.services.return_preview import Verdict
from collabkit.services.returns import SameAnswersError, TakesPlaceError


def key_in(services: Services, assessment: Assessment, **other: Any) -> Participant:
    options = {"today": DAY, "role": Respondent.TRUSTEE, "answers": ONE_ANSWER}
    return returns(services).key_in(assessment.id, **(options | other))


def test_a_sheet_of_paper_is_kept(services: Services) -> None:
    """With its notes, its code however it is typed, and closed for good."""
    assessment = board(services)
    person = key_in(services, assessment, notes={"BRD-2": "Why"}, sheet="k7p-3mx", name=" Blue ")
    assert person.pseudonym == "Blue"
    (arrival,) = services.store.arrivals.of_assessment(assessment.id)
    assert (arrival.route, arrival.sheet, arrival.arrived) == (Route.PAPER, "K7P3MX", DAY)
    assert said(services, assessment) == {"Blue": {"BRD-1": "4", "BRD-2": None}}
    assert closed_sheets(services, assessment.id) == {person.id}


def test_what_was_keyed_in_is_known_when_it_comes_again(services: Services) -> None:
    """As a file, with the code of the paper."""
    assessment = board(services)
    key_in(services, assessment, sheet="K7P3MX")
    only = look_at_one(services, assessment, file(sheet(assessment, sheet="K7P3MX")))
    assert only.verdict is Verdict.SAME


def test_the_very_same_answers_are_asked_about(services: Services) -> None:
    """They are taken if people say that it is somebody else."""
    assessment = board(services)
    key_in(services, assessment)
    before = dump(services)
    with pytest.raises(SameAnswersError, match="from another person"):
        key_in(services, assessment)
    assert dump(services) == before
    assert key_in(services, assessment, another=True).pseudonym == "Person 2"
    assert key_in(services, assessment, another=True).pseudonym == "Person 3"


def test_a_slip_of_the_fingers_can_be_put_right(services: Services) -> None:
    """With the code of the sheet, as long as nothing was shown."""
    assessment = board(services)
    right = {"sheet": "K7P3MX", "answers": {"BRD-1": "2"}}
    key_in(services, assessment, sheet="K7P3MX", answers={"BRD-1": "1"})
    with pytest.raises(
        TakesPlaceError, match="was keyed in from paper on 23 November 2026"
    ) as asked:
        key_in(services, assessment, **right)
    assert said(services, assessment) == {"Person 1": {"BRD-1": "1"}}
    key_in(services, assessment, **right, instead_of=asked.value.held)
    assert said(services, assessment) == {"Person 1": {"BRD-1": "2"}}


def test_what_has_changed_since_it_was_asked_is_asked_again(services: Services) -> None:
    """Leave to replace one sheet is no leave to replace what came after it."""
    assessment = board(services)
    back = sheet(assessment, sheet="K7P3MX")
    take(services, assessment, file(back))
    with pytest.raises(TakesPlaceError) as asked:
        key_in(services, assessment, sheet="K7P3MX", answers={"BRD-1": "2"})
    take(services, assessment, file(replace(back, answers={"BRD-1": "1"})))
    held = asked.value.held
    with pytest.raises(TakesPlaceError):
        key_in(services, assessment, sheet="K7P3MX", answers={"BRD-1": "2"}, instead_of=held)
    assert said(services, assessment) == {"Person 1": {"BRD-1": "1"}}


def test_what_was_replaced_is_put_back_whole(services: Services) -> None:
    """Answers, notes, name, role and the way it came; after another change nothing is."""
    assessment = board(services)
    back = sheet(assessment, sheet="K7P3MX", name="Blue", notes={"BRD-2": "Why"})
    take(services, assessment, file(back))
    before = _without_order(services)
    other = {"sheet": "K7P3MX", "name": "Green", "role": Respondent.STAFF, "notes": {"BRD-3": "No"}}
    with pytest.raises(TakesPlaceError) as asked:
        key_in(services, assessment, **other)
    held = asked.value.held
    key_in(services, assessment, **other, instead_of=held)
    assert said(services, assessment) == {"Green": {"BRD-1": "4", "BRD-3": None}}
    returns(services).put_back(held)
    assert said(services, assessment) == {"Blue": {"BRD-1": "4", "BRD-2": None}}
    assert _without_order(services) == before
    with pytest.raises(InvalidInputError, match="nothing was put back"):
        returns(services).put_back(held)  # what is there now did not come on paper


def _without_order(services: Services) -> object:
    store, (summary,) = services.store, services.assessments.summaries()
    assessment_id = summary.assessment.id
    return (
        store.participants.of_assessment(assessment_id),
        store.participants.left_out(assessment_id),
        store.responses.of_assessment(assessment_id),
        store.arrivals.of_assessment(assessment_id),
        store.settled.of_assessment(assessment_id),
    )


def test_a_code_of_another_organisation_is_no_correction(services: Services) -> None:
    """The answers of one would stand under the name of the other."""
    assessment = partners(services)
    _own, one, other = services.assessments.parties(assessment.id)
    options = {"role": None, "sheet": "K7P3MX", "answers": {"PHC-7": "4"}}
    key_in(services, assessment, **options, party_id=one.id)
    with pytest.raises(InvalidInputError, match="about another organisation") as raised:
        key_in(services, assessment, **options, party_id=other.id)
    assert not isinstance(raised.value, TakesPlaceError)


def test_what_does_not_fit_is_told(services: Services) -> None:
    """Every fault, and nothing is kept."""
    assessment = board(services)
    before = dump(services)
    with pytest.raises(InvalidInputError) as raised:
        key_in(services, assessment, role=None, answers={"BRD-1": "9"})
    assert raised.value.faults == (
        "It does not say in which role the person answers.",
        "Statement 1, “Part of our purpose”: the answer is none of those that can be chosen.",
    )
    with pytest.raises(InvalidInputError, match="Nothing is answered"):
        key_in(services, assessment, answers={})
    with pytest.raises(InvalidInputError, match="“K7 0” cannot be the code"):
        key_in(services, assessment, sheet="K7 0")
    assert dump(services) == before


def test_a_sheet_for_a_partner_needs_no_role(services: Services) -> None:
    """Whose people are partners."""
    assessment = partners(services)
    partner = services.assessments.parties(assessment.id)[2]
    person = key_in(services, assessment, role=None, party_id=partner.id, answers={"PHC-7": "4"})
    assert (person.role, person.party_id) == (Respondent.PARTNER, partner.id)
    with pytest.raises(KeyError):
        key_in(services, assessment, party_id="nobody")
