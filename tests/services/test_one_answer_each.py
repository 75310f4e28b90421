"""Nobody counts twice, and nothing is shown about fewer than were agreed on."""

import pytest
from beginnings import close_all, say, start

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_pack
from collabkit.services.scoring import score_answers

PARTIES = [NewParty("Sample Charity", is_own=True), NewParty("Sample Partner")]
FIVE = [NewPerson(f"Person {n}", Respondent.PARTNER) for n in range(5)]


def scored(pack_id: str, *rows: str, minimum: int = 5) -> None:
    head = "respondent,role,item,answer,organisation,about"
    data = "\n".join([head, *rows]).encode()
    score_answers(builtin_pack(pack_id), data, "a.csv", Selection.ALL, minimum)


@pytest.mark.parametrize(("pack_id", "item"), [("five-themes", "POW-1"), ("barriers", "BAR-a")])
def test_one_person_does_not_become_a_group(pack_id: str, item: str) -> None:
    """Five rows about five organisations were five sheets."""
    rows = [f"A,staff,{item},1,X,Y{n}" for n in range(5)]
    with pytest.raises(InvalidInputError, match="not answered about single organisations"):
        scored(pack_id, *rows)


@pytest.mark.parametrize(
    ("pack_id", "answer"), [("barriers", "BAR-a,1"), ("opportunities", "OPP-1,already")]
)
def test_an_organisation_answers_once(pack_id: str, answer: str) -> None:
    """Five people of one charity are one member of a network."""
    with pytest.raises(InvalidInputError, match="“X” has answers of 2 people"):
        scored(pack_id, f"A,staff,{answer},X,", f"B,staff,{answer},X,")
    with pytest.raises(InvalidInputError, match="for which one “B” speaks"):
        scored(pack_id, f"A,staff,{answer},X,", f"B,staff,{answer},,")
    scored(pack_id, f"A,staff,{answer},X,", f"B,staff,{answer},Y,")
    scored(pack_id, f"A,staff,{answer},,", f"B,staff,{answer},,")


@pytest.mark.parametrize("pack_id", ["barriers", "opportunities"])
def test_an_organisation_has_one_sheet(services: Services, pack_id: str) -> None:
    """From the beginning and later on; people without an organisation are as many as they are."""
    own = NewPerson("Ours", Respondent.TRUSTEE, 0)
    with pytest.raises(InvalidInputError, match="has its sheet already"):
        start(
            services,
            pack_id,
            minimum=5,
            parties=PARTIES,
            people=[own, NewPerson("Again", Respondent.STAFF, 0)],
        )
    assessment = start(services, pack_id, minimum=5, parties=PARTIES, people=[own])
    ours, theirs = services.assessments.parties(assessment.id)
    with pytest.raises(InvalidInputError, match="has its sheet already"):
        services.assessments.add_person(assessment.id, "Again", Respondent.STAFF, ours.id)
    services.assessments.add_person(assessment.id, "Theirs", Respondent.PARTNER, theirs.id)
    assert len(services.assessments.participants(assessment.id)) == 2
    assert start(services, pack_id, minimum=5, people=FIVE)


def test_only_holdings_are_about_single_organisations(services: Services) -> None:
    """Elsewhere one person would have several sheets."""
    about = [NewPerson("Ours", Respondent.TRUSTEE, 0, 1)]
    with pytest.raises(InvalidInputError, match="not answered about single organisations"):
        start(services, "health-check", minimum=5, parties=PARTIES, people=about)
    assert start(services, "power-inventory", parties=PARTIES, people=about)


@pytest.mark.parametrize("minimum", [1, 3, 4])
def test_partners_are_five_or_agreed_beforehand(services: Services, minimum: int) -> None:
    """One is never enough, three and four are by agreement."""
    with pytest.raises(InvalidInputError, match="fewer than 5 people"):
        start(services, "partners-view", minimum=minimum, people=FIVE[:1])
    agreed = {"identifiable": "yes"}
    if minimum == 1:
        with pytest.raises(InvalidInputError, match="fewer than 5 people"):
            start(services, "partners-view", minimum=1, people=FIVE[:1], settled=agreed)
    else:
        assert start(services, "partners-view", minimum=minimum, settled=agreed)


@pytest.mark.parametrize("minimum", [3, 4])
def test_people_of_organisations_are_five_or_agreed_beforehand(
    services: Services, minimum: int
) -> None:
    """One person alone may look at a partnership for herself."""
    with pytest.raises(InvalidInputError, match="fewer than 5 people"):
        start(services, "health-check", minimum=minimum, people=FIVE)
    assert start(services, "health-check", minimum=minimum, settled={"identifiable": "yes"})
    assert start(services, "health-check", minimum=1)


def test_taking_the_agreement_back_hides_three_again(services: Services) -> None:
    """What is measured needs as many as what is told."""
    assessment = start(
        services, "partners-view", minimum=3, people=FIVE[:3], settled={"identifiable": "yes"}
    )
    services.assessments.settle(assessment.id, "identifiable", "no")
    people = services.assessments.participants(assessment.id)
    say(services, assessment, *(Response(p.id, "PEV-9", "2") for p in people))
    close_all(services, assessment)
    results = services.results.picture(assessment.id).results
    assert (results.minimum, results.item("PEV-9").n) == (5, 3)
    assert results.item("PEV-9").counts is None


def test_the_agreement_comes_before_the_first_answer(services: Services) -> None:
    """Nobody who has answered can be told afterwards that they may be recognised."""
    assessment = start(services, "partners-view", minimum=5, people=FIVE)
    person = services.assessments.participants(assessment.id)[0]
    say(services, assessment, Response(person.id, "PEV-9", "2"))
    with pytest.raises(InvalidInputError, match="answered already"):
        services.assessments.settle(assessment.id, "identifiable", "yes")
    assert services.assessments.settled(assessment.id) == {}


def test_roles_that_give_somebody_away_are_not_counted(services: Services) -> None:
    """Four subcontractors and one lead: nobody sees that there is one lead."""
    assessment = start(services, "partners-view", minimum=5, people=FIVE)
    roles = ["subcontractor"] * 4 + ["lead"]
    people = services.assessments.participants(assessment.id)
    say(services, assessment, *(
        Response(p.id, "PEV-role", role) for p, role in zip(people, roles, strict=True)
    ))  # fmt: skip
    assert services.results.picture(assessment.id).results.item("PEV-role").counts is None


def test_sheets_about_different_organisations_are_not_added_up(services: Services) -> None:
    """A holds much, B little: together that is no mean of anything."""
    sheets = [
        NewPerson("Ours", Respondent.TRUSTEE, 0, 0),
        NewPerson("Ours", Respondent.STAFF, 0, 1),
    ]
    assessment = start(services, "power-inventory", parties=PARTIES, people=sheets)
    people = services.assessments.participants(assessment.id)
    codes = ("much-more", "much-less")
    say(services, assessment, *(
        Response(p.id, "INV-1a", code) for p, code in zip(people, codes, strict=True)
    ))  # fmt: skip
    results = services.results.picture(assessment.id).results
    item = results.item("INV-1a")
    assert (item.n, item.counts, item.mean, item.spread.value) == (2, None, None, "too few")
    assert {section.score for section in results.sections} == {None}
    assert results.findings == ()
