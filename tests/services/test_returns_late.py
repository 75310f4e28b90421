"""Whoever answers late waits until enough others have; how many have answered are counts."""

import pytest
from beginnings import say, start
from elsewhere_desk import (
    DAY,
    ONE_ANSWER,
    board,
    file,
    handing_out,
    look,
    returns,
    sheet,
    table,
    take,
)
from workshop_days import prepared

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.room import steps
from collabkit.services import Services
from collabkit.services.closing import close_sheet
from collabkit.services.people import NewPerson


def test_it_is_told_how_many_more_are_needed(services: Services) -> None:
    """Before anything is taken, as it will be afterwards."""
    assessment = board(services)
    preview = look(services, assessment, *(file(sheet(assessment)) for _person in range(3)))
    assert (preview.still_needed, preview.waiting) == (2, 0)
    assert preview.outlook == "Two more people have to answer before anything is shown."
    returns(services).take(preview, DAY)
    assert services.results.still_needed(assessment.id) == 2
    preview = look(services, assessment, *(file(sheet(assessment)) for _person in range(2)))
    assert (preview.still_needed, preview.waiting) == (0, 0)
    assert preview.outlook == "With these, enough will have answered."
    returns(services).take(preview, DAY)
    assert services.results.picture(assessment.id).results.item("BRD-1").n == 5


def test_those_on_this_computer_count_with_them(services: Services) -> None:
    """Once they have closed their sheets."""
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)]
    assessment = board(services, people=people)
    one, other = services.assessments.participants(assessment.id)
    say(services, assessment, *(Response(person.id, "BRD-1", "2") for person in (one, other)))
    close_sheet(services, assessment.id, one.id)
    assert look(services, assessment, file(sheet(assessment))).still_needed == 3


def test_after_results_were_shown_answers_wait(services: Services) -> None:
    """Until there are as many more as the smallest group; the picture does not change before."""
    assessment = board(services)
    take(services, assessment, *(file(sheet(assessment)) for _person in range(5)))
    assert services.results.picture(assessment.id).results.respondents == 5
    late = [sheet(assessment, answers={"BRD-1": "1"}) for _person in range(5)]
    preview = look(services, assessment, *map(file, late[:4]))
    assert (preview.still_needed, preview.waiting) == (0, 4)
    assert (
        "Four more people have answered. Their answers wait until one more has come."
        in preview.outlook
    )
    returns(services).take(preview, DAY)
    picture = services.results.picture(assessment.id)
    assert (picture.results.respondents, picture.waiting) == (5, 4)
    preview = look(services, assessment, file(late[4]))
    assert preview.waiting == 0
    returns(services).take(preview, DAY)
    assert services.results.picture(assessment.id).results.respondents == 10


def test_what_waits_may_still_be_replaced(services: Services) -> None:
    """Nobody has seen it."""
    assessment = board(services)
    take(services, assessment, *(file(sheet(assessment)) for _person in range(5)))
    services.results.picture(assessment.id)
    late = sheet(assessment)
    take(services, assessment, file(late))
    newer = sheet(assessment, sheet=late.sheet, answers={"BRD-1": "1"})
    preview = look(services, assessment, file(newer))
    assert [each.verdict for each in preview.to_take] == ["newer"]
    assert preview.waiting == 1


def test_who_has_answered_is_told_as_counts(services: Services) -> None:
    """By each way; roles only of those in the picture, as each arrival changes one of them."""
    assessment = board(services)
    person = services.assessments.add_person(assessment.id, "Person 1", Respondent.TRUSTEE)
    services.assessments.add_person(assessment.id, "Not begun", Respondent.STAFF)
    say(services, assessment, Response(person.id, "BRD-1", "2"))
    take(services, assessment, file(sheet(assessment)), table(("A", ONE_ANSWER), ("B", ONE_ANSWER)))
    came = returns(services).counts(assessment.id)
    assert (came.here, dict(came.by_route)) == (1, {Route.ANSWER_FILE: 1, Route.TABLE: 2})
    assert came.by_role is None
    close_sheet(services, assessment.id, person.id)
    take(services, assessment, file(sheet(assessment)))
    assert returns(services).counts(assessment.id).by_role is None
    assert services.results.picture(assessment.id).results.respondents == 5
    trustees = {Respondent.TRUSTEE: 5}
    assert returns(services).counts(assessment.id).by_role == trustees
    for _late in range(4):
        take(services, assessment, file(sheet(assessment, role=Respondent.STAFF)))
        services.results.picture(assessment.id)
        assert returns(services).counts(assessment.id).by_role == trustees


@pytest.mark.parametrize(
    ("late", "told"),
    [
        ([Respondent.STAFF] * 5, {Respondent.TRUSTEE: 5, Respondent.STAFF: 5}),
        ([Respondent.STAFF] * 4 + [Respondent.TRUSTEE], None),
    ],
)
def test_roles_of_those_who_join_are_told_only_as_whole_groups(
    services: Services, late: list[Respondent], told: dict[Respondent, int] | None
) -> None:
    """Otherwise the difference of two pictures would tell the one trustee among them."""
    assessment = board(services)
    for roles in ([Respondent.TRUSTEE] * 5, late):
        take(services, assessment, *(file(sheet(assessment, role=role)) for role in roles))
        services.results.picture(assessment.id)
    assert services.results.picture(assessment.id).results.respondents == 10
    assert returns(services).counts(assessment.id).by_role == told


def test_where_nobody_has_secrets_roles_are_told(services: Services) -> None:
    """A decision's versions lie beside each other anyway."""
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)]
    decision = start(services, "bid-check", people=people)
    preview = look(services, decision, file(sheet(decision, answers={"BID-1": "yes"})))
    assert preview.outlook == "Each sheet can be seen as soon as it is taken."
    returns(services).take(preview, DAY)
    assert returns(services).counts(decision.id).by_role == {Respondent.TRUSTEE: 1}


def test_a_session_in_the_room_takes_no_sheets(services: Services) -> None:
    """There are only tallies of it."""
    session = prepared(services)
    services.workshops.keep(session.id, steps.begin(session.meeting, DAY), DAY)
    assessment_id = services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    for verb in (returns(services).counts, lambda i: handing_out(services).sheets(i, today=DAY)):
        with pytest.raises(InvalidInputError, match="in the room"):
            verb(assessment_id)
