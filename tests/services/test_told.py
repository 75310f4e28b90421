"""From answers on sheets to what an outcome is worked out from."""

from datetime import date

import pytest
from beginnings import close_all, say, start

from collabkit.assessments.assessment import Response
from collabkit.assessments.charity import RunBy
from collabkit.assessments.outcomes.blocks import Idea
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.plans.plan import Plan, Slot
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_cards
from collabkit.services.plans import action_from_told

FIVE = [NewPerson(f"Person {n}", Respondent.PARTNER) for n in range(5)]


def sees_itself(services: Services, charity_id: str, answer: str, finished: date) -> str:
    """Finish one person's own view of a charity and return its id."""
    assessment = start(services, charity_id=charity_id)
    (person,) = services.assessments.participants(assessment.id)
    say(services, assessment, Response(person.id, "HON-1", answer))
    services.assessments.finish(assessment.id, finished)
    return assessment.id


def test_a_sheet_holds_what_was_said_on_it(services: Services) -> None:
    """Answers and notes by statement, for whom and about whom; the day is the one handed in."""
    assessment = start(
        services,
        "power-inventory",
        parties=[NewParty("Sample Charity", is_own=True), NewParty("Sample Partner")],
        people=[
            NewPerson("Ours", Respondent.TRUSTEE, 0, 0),
            NewPerson("Theirs", Respondent.PARTNER, 1, 0),
        ],
        settled={"meeting": "A sample"},
    )
    ours, theirs = services.assessments.participants(assessment.id)
    say(
        services,
        assessment,
        Response(ours.id, "INV-1a", "more", note="Sample note"),
        Response(theirs.id, "INV-1b", note="Only a note"),
    )
    answered = services.results.picture(assessment.id, date(2027, 1, 2)).answered
    one, two = answered.sheets
    assert (one.name, one.role, dict(one.answers)) == ("Ours", ours.role, {"INV-1a": "more"})
    assert (dict(one.notes), dict(two.notes)) == (
        {"INV-1a": "Sample note"},
        {"INV-1b": "Only a note"},
    )
    assert (one.party, one.about, two.party, two.about) == (
        ours.party_id, ours.about_id, theirs.party_id, theirs.about_id
    )  # fmt: skip
    assert answered.parties == services.assessments.parties(assessment.id)
    assert (answered.today, answered.settled["meeting"]) == (date(2027, 1, 2), "A sample")


def test_what_a_mode_leaves_out_is_not_told(services: Services) -> None:
    """Whatever was answered before; the answers stay on the disk."""
    assessment = start(services, "bid-check")
    (person,) = services.assessments.participants(assessment.id)
    said = [Response(person.id, item_id, "no") for item_id in ("BID-5", "BID-18")]
    say(services, assessment, *said)
    services.assessments.settle(assessment.id, "mode", "alone")
    picture = services.results.picture(assessment.id)
    assert dict(picture.answered.sheets[0].answers) == {}
    for item_id in ("BID-5", "BID-18"):
        assert item_id not in picture.answered.asked
        assert not picture.results.item(item_id).asked
    assert len(picture.responses) == 2


@pytest.mark.parametrize("pack_id", [card.id for card in builtin_cards()])
def test_every_pack_is_told_without_a_single_answer(services: Services, pack_id: str) -> None:
    """The picture works it out once, when it is first asked for."""
    minimum = 5 if pack_id == "partners-view" else 1
    picture = services.results.picture(start(services, pack_id, minimum=minimum).id)
    assert picture.told is picture.told
    assert isinstance(picture.told.data, dict)


def test_the_mirror_shows_the_latest_finished_view_of_the_same_charity(
    services: Services,
) -> None:
    """Not an earlier one, not one under way, not another charity's."""
    mirror = start(services, "partners-view", people=FIVE, minimum=5)
    another = start(services, "partners-view", people=FIVE, minimum=5)
    sees_itself(services, mirror.charity_id, "2", date(2026, 1, 5))
    latest = sees_itself(services, mirror.charity_id, "4", date(2026, 6, 5))
    sees_itself(services, mirror.charity_id, "1", date(2026, 3, 5))
    start(services, charity_id=mirror.charity_id)
    answered = services.results.picture(mirror.id).answered
    assert answered.own_view is not None
    assert answered.own_view.finished == date(2026, 6, 5)
    assert answered.own_view.is_one_person
    assert answered.own_view.results.item("HON-1").mean == 4
    assert answered.mirrored == services.assessments.pack_of(services.assessments.get(latest))
    alone = services.results.picture(another.id).answered
    assert alone.own_view is None
    assert alone.mirrored == services.packs.read("five-themes")


def test_a_group_below_its_own_minimum_is_no_view_yet(services: Services) -> None:
    """An earlier view that reached its minimum is shown instead."""
    mirror = start(services, "partners-view", RunBy.VOLUNTEERS, people=FIVE, minimum=5)
    small = start(services, charity_id=mirror.charity_id, people=FIVE, minimum=3)
    people = services.assessments.participants(small.id)
    for person in people[:2]:
        say(services, small, Response(person.id, "HON-1", "5"))
    close_all(services, small)
    services.assessments.finish(small.id, date(2026, 9, 1))
    assert services.results.picture(mirror.id).answered.own_view is None
    say(services, small, Response(people[2].id, "HON-1", "5"))
    view = services.results.picture(mirror.id).answered.own_view
    assert view is not None
    assert (view.is_one_person, view.results.minimum) == (False, 3)


def test_only_a_mirror_looks_for_another_view(services: Services) -> None:
    """Other packs have none, though there is one."""
    assessment = start(services, "barriers")
    sees_itself(services, assessment.charity_id, "4", date(2026, 6, 5))
    answered = services.results.picture(assessment.id).answered
    assert (answered.own_view, answered.mirrored) == (None, None)


def test_a_told_idea_becomes_an_action_of_the_plan(services: Services) -> None:
    """It is known as being in the plan, also without a statement."""
    idea = Idea("INV-1-M2", "", "Pay partners in advance.", ActionKind.QUICK_WIN)
    action = action_from_told(idea, "Strong party here", Slot.NOW)
    assert (action.text, action.kind, action.slot) == (idea.text, idea.kind, Slot.NOW)
    assert (action.idea_id, action.item_id, action.why) == (idea.idea_id, None, "Strong party here")
    plan = Plan(start(services).id).with_action(action)
    services.plans.keep(plan)
    kept = services.plans.load(plan.assessment_id)
    assert kept == plan
    assert kept.has_idea("INV-1-M2")
    assert (
        action_from_told(
            Idea("BAR-a1", "BAR-a", "x", ActionKind.INFLUENCE), "", Slot.PARKED
        ).item_id
        == "BAR-a"
    )
