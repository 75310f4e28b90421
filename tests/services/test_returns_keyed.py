"""A sheet of paper is keyed in by the same rules as everything that comes back."""

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
)

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment, Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.closing import closed_sheets
from collabkit.services.return_preview import Verdict
from collabkit.services.returns import SameAnswersError


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
    key_in(services, assessment, sheet="K7P3MX", answers={"BRD-1": "1"})
    key_in(services, assessment, sheet="K7P3MX", answers={"BRD-1": "2"})
    assert said(services, assessment) == {"Person 1": {"BRD-1": "2"}}


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
