"""The same questionnaire again, a year later."""

from datetime import date, timedelta

import pytest
from beginnings import TODAY, close_all, say, start

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.outcomes.topics import PEOPLE, SAME_PEOPLE
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson

NEXT_YEAR = TODAY + timedelta(days=365)
BOARD = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(5)]


def test_the_next_occasion_asks_the_same(services: Services) -> None:
    """The same statements in the same words; title and day are new."""
    last = start(services, selection=Selection.OWN_CHOICE, asked=["POW-1", "EMP-2"])
    again = services.occasions.again(last.id, title="A year later", today=NEXT_YEAR)
    assert again.asked == last.asked
    assert (again.pack_digest, again.selection) == (last.pack_digest, last.selection)
    assert (again.title, again.started) == ("A year later", NEXT_YEAR)
    assert services.occasions.before(again.id) == last


def test_one_person_is_there_again(services: Services) -> None:
    """In the same role, with an empty sheet."""
    last = start(services)
    say(services, last, Response(services.assessments.participants(last.id)[0].id, "POW-1", "4"))
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    (person,) = services.assessments.participants(again.id)
    assert (person.pseudonym, person.role) == ("One person", Respondent.TRUSTEE)
    assert services.assessments.responses(again.id) == ()


def test_people_of_a_group_begin_new_sheets(services: Services) -> None:
    """A pseudonym of last year must not tell who says what this year."""
    last = start(services, people=BOARD, minimum=5)
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR, minimum=6)
    assert services.assessments.participants(again.id) == ()
    assert again.minimum == 6


def test_organisations_are_there_again(services: Services) -> None:
    """With their names, sizes and who leads; each with its sheets where these are agreed views."""
    last = start(
        services,
        "power-inventory",
        people=[NewPerson("Us", Respondent.STAFF, 0, 0), NewPerson("A", Respondent.PARTNER, 1, 1)],
        parties=[NewParty("Our own", is_own=True), NewParty("Sample Partner", is_lead=True)],
    )
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    own, partner = services.assessments.parties(again.id)
    assert (own.is_own, partner.name, partner.is_lead) == (True, "Sample Partner", True)
    sheets = services.assessments.participants(again.id)
    assert [(s.party_id, s.about_id) for s in sheets] == [(own.id,) * 2, (partner.id,) * 2]


def test_partners_agree_anew_to_be_recognisable(services: Services) -> None:
    """What was agreed last year does not hold by itself."""
    parties = [NewParty("Our own", is_own=True), NewParty("Sample Partner")]
    last = start(
        services,
        "health-check",
        people=(),
        parties=parties,
        minimum=3,
        settled={"identifiable": "yes"},
    )
    with pytest.raises(InvalidInputError):
        services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR, all_agreed=True)
    assert services.assessments.settled(again.id)["identifiable"] == "yes"


def test_all_occasions_in_their_order(services: Services) -> None:
    """Of the same charity and questionnaire only; the one before is the latest earlier one."""
    first = start(services, title="First", today=date(2024, 5, 1))
    second = start(services, title="Second", today=date(2025, 5, 1), charity_id=first.charity_id)
    start(services, title="Another charity")
    start(services, "barriers", title="Another pack", charity_id=first.charity_id)
    third = services.occasions.again(first.id, title="Third", today=date(2026, 5, 1))
    there = services.occasions.all(second.id)
    assert [occasion.title for occasion in there] == ["First", "Second", "Third"]
    assert services.occasions.before(first.id) is None
    before_second = services.occasions.before(second.id)
    before_third = services.occasions.before(third.id)
    assert before_second is not None
    assert before_third is not None
    assert (before_second.title, before_third.title) == ("First", "First")


def test_an_occasion_that_was_put_away_is_none(services: Services) -> None:
    """Then there is nothing to compare with."""
    last = start(services)
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    services.assessments.remove(last.id)
    assert services.occasions.before(again.id) is None


def test_what_is_said_about_the_people(services: Services) -> None:
    """Nobody has said anything at first; it can be said at the start, and changed."""
    last = start(services)
    silent = services.occasions.again(last.id, title="Silent", today=NEXT_YEAR)
    assert services.occasions.people_said(silent.id) is None
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR, same_people=False)
    assert services.occasions.people_said(again.id) is False
    services.assessments.settle(again.id, PEOPLE, SAME_PEOPLE)
    assert services.occasions.people_said(again.id) is True


def test_the_same_words_though_the_file_has_changed(services: Services) -> None:
    """An own questionnaire that was changed or removed can be asked again as it was."""
    path = services.folder.packs / "partner-meetings.toml"
    services.own_packs.install(resource("templates", path.name))
    charity = services.charities.add("Sample Charity")
    pack = services.packs.read("partner-meetings")
    last = services.assessments.start(
        charity.id, pack, selection=Selection.ALL, title="First", today=TODAY, people=BOARD[:1]
    )
    path.unlink()
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    assert services.assessments.pack_of(again) == pack


def test_the_last_plan_goes_on(services: Services) -> None:
    """What was chosen goes over into the new plan; the old one stays as it was."""
    last = start(services)
    plan = Plan(
        last.id,
        (
            PlanAction("a", "Ask partners", ActionKind.QUICK_WIN, Slot.NOW, owner="The chair"),
            PlanAction("b", "Done", ActionKind.QUICK_WIN, Slot.NOW, status=Status.DONE),
        ),
    )
    services.plans.keep(plan)
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    services.occasions.carry_over(last.id, again.id, ["a", "b"], NEXT_YEAR)
    (action,) = services.plans.load(again.id).actions
    assert (action.text, action.owner, action.carried_from) == ("Ask partners", "The chair", "a")
    assert services.plans.load(last.id) == plan


def test_what_was_learned_is_kept(services: Services) -> None:
    """In people's own words, and not endlessly."""
    last = start(services)
    assert services.occasions.learned(last.id) == ""
    services.occasions.keep_learned(last.id, "Ask earlier.\nAsk twice.")
    assert services.occasions.learned(last.id) == "Ask earlier.\nAsk twice."
    with pytest.raises(InvalidInputError):
        services.occasions.keep_learned(last.id, "a" * 5_000)


def test_a_title_nobody_has_used(services: Services) -> None:
    """The month, with a number if it is taken."""
    last = start(services, title="November 2026")
    close_all(services, last)
    assert services.occasions.title_for(last.id, TODAY) == "November 2026 (2)"
