"""A session in the room on the pages of assessments: Home, Assess, Results, Plan, the paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from pytestqt.qtbot import QtBot
from test_assess_page import choose

from collabkit.assessments.pack import ActionKind
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.room.scenes import map_of
from collabkit.services.packs import builtin_pack
from collabkit.services.workshops import Session
from collabkit.ui.assess.page import AssessPage
from collabkit.ui.home.page import HomePage
from collabkit.ui.plan.page import PlanPage
from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

PACK = builtin_pack("five-themes")
FORM = PACK.forms[0]
LEVELS = ({"1": 5, "2": 3}, {"5": 8}, {"1": 4, "5": 4})


def prepared(house: House, title: str = "Away-day") -> Session:
    """A session of four statements that has not begun."""
    preparation = Preparation(title, ("POW-1", "POW-2", "EMP-1", "HON-1"), people=8)
    charity = house.charity("Sample Kitchen")
    return house.services.workshops.prepare(charity, PACK, preparation, TODAY)


def voted(house: House, session: Session, number: int) -> Meeting:
    """Let the room vote on the first statements, by hands, and keep it."""
    meeting = steps.begin(session.meeting, TODAY)
    for place in range(number):
        meeting = votes.open_vote(steps.go_to(meeting, place))
        meeting = votes.count_hands(meeting, LEVELS[place])
        meeting = votes.reveal(votes.close_vote(meeting, FORM))
    house.services.workshops.keep(session.id, meeting, TODAY)
    return meeting


def over(house: House, session: Session, due: date = date(2026, 12, 1)) -> Meeting:
    """Let the room come to the end, with one action adopted."""
    meeting = steps.end_statements(voted(house, session, 3))
    while meeting.phase is not Phase.ADOPT:
        meeting = steps.go_on(meeting, FORM, TODAY)
    action = DraftAction("1", "POW-1", "Tell partners what became of it", "Treasurer")
    action = replace(action, kind=ActionKind.INFLUENCE, due=due)
    meeting = adopting.draft(meeting, action)
    meeting = adopting.adopt(adopting.show_fists(meeting, "1", (0, 0, 0, 0, 3, 5)), "1", now=True)
    meeting = steps.go_on(meeting, FORM, TODAY)
    house.services.workshops.keep(session.id, meeting, TODAY)
    return meeting


def assessment_of(house: House, session: Session) -> str:
    assessment_id = house.services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    return assessment_id


def test_home_leads_back_to_a_session_that_is_prepared(qtbot: QtBot, house: House) -> None:
    """Nobody who has prepared one is here for the first time."""
    session = prepared(house)
    page = HomePage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    assert "Session in the room: prepared." in words(page)
    press(qtbot, page, "Go on")
    assert gone == [("session", {"session_id": session.id})]


def test_home_leads_back_into_the_room(qtbot: QtBot, house: House) -> None:
    """With how far it has come; there is no empty questionnaire to go on with."""
    session = prepared(house)
    voted(house, session, 2)
    page = HomePage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    assert (
        "Sample Kitchen\nThe five themes · Away-day\n"
        "Session in the room: 2 of 4 statements voted on." in words(page)
    )
    press(qtbot, page, "Go on")
    assert gone == [("console", {"session_id": session.id})]


def test_home_shows_a_session_that_is_over(qtbot: QtBot, house: House) -> None:
    """When it ended, and the ways to its plan, its results and its papers."""
    session = prepared(house)
    over(house, session)
    page = HomePage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    name = "Sample Kitchen · The five themes · Away-day"
    assert "Your session ended on 22 November 2026." in words(page)
    assert "Go on with what you agreed in your session." in words(page)
    assert button(page, f"The plan of {name}") is focused()
    for what in ("plan", "results", "report and the minutes"):
        press(qtbot, page, f"The {what} of {name}")
    assert gone == [
        ("plan", {"assessment_id": assessment_of(house, session)}),
        ("results", {"assessment_id": assessment_of(house, session)}),
        ("console", {"session_id": session.id}),
    ]
    assert nameless(page) == []


def test_home_shows_what_is_due_of_a_session_that_is_over(qtbot: QtBot, house: House) -> None:
    """Whatever the room has settled a day for, also long after everything else that is told."""
    session = prepared(house)
    over(house, session, due=TODAY + timedelta(days=200))
    page = HomePage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    assert "Tell partners what became of it\nDue on 10 June 2027" in words(page)
    press(qtbot, page, "Open the plan Sample Kitchen · The five themes · Away-day")
    assert gone == [("plan", {"assessment_id": assessment_of(house, session)})]


def test_a_session_that_is_over_stands_below_what_is_not(qtbot: QtBot, house: House) -> None:
    """It is still there, and the one thing to do comes first."""
    over(house, prepared(house))
    house.assessment("Sample Kitchen", "December 2026", answered=3)
    page = HomePage(house.context)
    house.show(qtbot, page)
    assert focused() is button(page, "Go on")
    assert words(page).index("December 2026") < words(page).index("Your session ended on")


def test_a_session_without_a_plan_leads_to_its_results(qtbot: QtBot, house: House) -> None:
    """There is nothing adopted to go on with; it stands there once."""
    session = prepared(house)
    meeting = steps.end_statements(voted(house, session, 2))
    house.services.workshops.keep(session.id, replace(meeting, phase=Phase.END), TODAY)
    page = HomePage(house.context)
    house.show(qtbot, page)
    assert focused() is button(page, "The results of Sample Kitchen · The five themes · Away-day")
    assert words(page).count("Away-day") == 1
    assert "The plan" not in words(page)


def test_a_session_of_long_ago_is_no_news(qtbot: QtBot, house: House) -> None:
    """After the board has looked at it again, Home is for what comes next."""
    over(house, prepared(house))
    context = replace(house.context, today=lambda: TODAY + timedelta(days=150))
    page = HomePage(context)
    house.show(qtbot, page)
    assert "Your session ended" not in words(page)


def test_practice_is_not_on_home(qtbot: QtBot, house: House) -> None:
    """Whoever has only practised is still welcome as a newcomer."""
    session = house.services.workshops.practise(TODAY)
    house.services.workshops.keep(session.id, steps.begin(session.meeting, TODAY), TODAY)
    page = HomePage(house.context)
    house.show(qtbot, page)
    assert button(page, "Start").isVisible()
    assert "Practice" not in words(page)


def test_the_list_tells_a_session_from_other_assessments(qtbot: QtBot, house: House) -> None:
    """How far it is, and the way back into the room."""
    session = prepared(house)
    voted(house, session, 1)
    page = AssessPage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    assert (
        "The five themes · Session in the room · 1 of 4 statements voted on · "
        "begun on 22 November 2026" in words(page)
    )
    press(qtbot, page, "Go on with Away-day")
    assert gone == [("console", {"session_id": session.id})]
    assert nameless(page) == []


def test_a_session_that_is_over_leads_to_its_results(qtbot: QtBot, house: House) -> None:
    """The session itself can still be looked at."""
    session = prepared(house)
    over(house, session)
    page = AssessPage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    press(qtbot, page, "Results of Away-day")
    choose(qtbot, page, "Away-day", "Open the session")
    assert gone == [
        ("results", {"assessment_id": assessment_of(house, session)}),
        ("console", {"session_id": session.id}),
    ]


def test_the_results_say_that_the_room_has_voted(qtbot: QtBot, house: House) -> None:
    """How many, on how much, and that everybody could see the hands."""
    session = prepared(house)
    voted(house, session, 2)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    gone = places_gone_to(page)
    assert "Up to eight people voted in the room, on 2 of 4 statements." in words(page)
    assert "These were public votes: hands were raised." in words(page)
    qtbot.waitUntil(lambda: "By raised hands: everybody could see them." in words(page))
    press(qtbot, page, "Go on with the session")
    assert gone == [("console", {"session_id": session.id})]


def test_the_results_of_a_session_begin_with_what_stands_out(qtbot: QtBot, house: House) -> None:
    """A few statements a theme make no score: no table, and no “No score” anywhere."""
    session = prepared(house)
    over(house, session)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    qtbot.waitUntil(lambda: PACK.item("POW-2").statement in words(page.themes))
    assert not page.shape.isVisible()
    read = words(page)
    assert "No score" not in read
    assert "Too few statements in each theme for a score; look at the statements." in words(
        page.unscored
    )
    assert PACK.status in words(page.unscored)
    power = next(each for each in page.themes.chooser.buttons if each.code == "POW")
    assert power.accessibleDescription() == "2 statements"
    tops = [part.mapTo(page, part.rect().topLeft()).y() for part in (page.findings, page.map)]
    assert tops == sorted(tops)
    assert tops[1] < page.unscored.mapTo(page, page.unscored.rect().topLeft()).y()


def test_the_results_of_a_session_list_every_statement(qtbot: QtBot, house: House) -> None:
    """In the order of the map, with what came out and what became of it; each leads on."""
    session = prepared(house)
    meeting = over(house, session)
    turns = (*meeting.turns[:1], replace(meeting.turns[1], decision=Decision.PARK))
    meeting = replace(meeting, turns=(*turns, *meeting.turns[2:]))
    house.services.workshops.keep(session.id, meeting, TODAY)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    shown = [view.accessibleName() for view in page.map.entries]
    assert shown == [entry.statement for entry in map_of(meeting, PACK)]
    read = words(page.map)
    assert "Power · All eight chose 5. Together. Parked for another time." in read
    assert "Honesty · There was no vote." in read
    statement = PACK.item("POW-2").statement
    press(qtbot, page, f"Details of statement 2: {statement}")
    qtbot.waitUntil(page.themes.card("POW-2").beginning.hasFocus)


def test_after_the_actions_were_adopted_the_results_lead_to_the_plan(
    qtbot: QtBot, house: House
) -> None:
    """Nothing is left to be chosen; before that there is."""
    session = prepared(house)
    voted(house, session, 2)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert button(page, "Choose actions")
    over(house, house.services.workshops.copy(session.id, "Second", TODAY))
    later = house.services.workshops.cards()[0]
    page.entered(assessment_id=later.assessment_id)
    gone = places_gone_to(page)
    press(qtbot, page, "Open the plan")
    assert gone == [("plan", {"assessment_id": later.assessment_id})]


def test_a_session_with_enough_statements_in_a_theme_has_scores(qtbot: QtBot, house: House) -> None:
    """Four of one theme are enough; the shape's table then stands as everywhere."""
    preparation = Preparation("Away-day", ("POW-1", "POW-2", "POW-3", "POW-4"), people=8)
    charity = house.charity("Sample Kitchen")
    session = house.services.workshops.prepare(charity, PACK, preparation, TODAY)
    voted(house, session, 3)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert page.shape.isVisible()
    assert not page.unscored.isVisible()


def test_notes_from_the_room_stand_with_their_statement(qtbot: QtBot, house: House) -> None:
    """They have no names."""
    session = prepared(house)
    meeting = voted(house, session, 1)
    meeting = steps.write_note(meeting, "POW-1", "Sample note of the talk")
    house.services.workshops.keep(session.id, meeting, TODAY)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    qtbot.waitUntil(lambda: "Noted in the room: Sample note of the talk" in words(page))


def test_results_before_the_first_vote_lead_into_the_room(qtbot: QtBot, house: House) -> None:
    """There is nothing to be answered at the computer."""
    session = prepared(house)
    voted(house, session, 0)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    gone = places_gone_to(page)
    assert "The room has not voted on anything yet." in words(page)
    press(qtbot, page, "Go on with the session")
    assert gone == [("console", {"session_id": session.id})]


def test_a_session_that_is_over_is_not_gone_on_with(qtbot: QtBot, house: House) -> None:
    """Its results are final."""
    session = prepared(house)
    over(house, session)
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert "Go on" not in words(page)
    assert "Up to eight people voted in the room, on 3 of 4 statements." in words(page)


def test_the_plan_before_the_first_vote_leads_into_the_room(qtbot: QtBot, house: House) -> None:
    """It grows out of what the room says."""
    session = prepared(house)
    voted(house, session, 0)
    page = PlanPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    gone = places_gone_to(page)
    press(qtbot, page, "Go on with the session")
    assert gone == [("console", {"session_id": session.id})]


def test_the_plan_of_a_session_is_a_plan(qtbot: QtBot, house: House) -> None:
    """What was adopted is in it."""
    session = prepared(house)
    over(house, session)
    page = PlanPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert "Tell partners what became of it" in words(page)


def test_the_plan_of_a_session_names_the_statements_that_were_parked(
    qtbot: QtBot, house: House
) -> None:
    """They are no actions, and are not to be lost; without any, nothing is said."""
    session = prepared(house)
    meeting = over(house, session)
    page = PlanPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert "parked for another time" not in words(page)
    parked = replace(meeting.turns[1], decision=Decision.PARK)
    meeting = replace(meeting, turns=(meeting.turns[0], parked, *meeting.turns[2:]))
    house.services.workshops.keep(session.id, meeting, TODAY)
    page.entered(assessment_id=assessment_of(house, session))
    statement = PACK.item("POW-2").statement
    assert f"One statement is parked for another time: “{statement}”" in words(page)


def test_practice_has_a_plan_for_whoever_asks_for_it(qtbot: QtBot, house: House) -> None:
    """Although it is in no list of plans otherwise."""
    session = house.services.workshops.practise(TODAY)
    other = replace(session.meeting.preparation, statements=("POW-1", "POW-2", "EMP-1"), people=8)
    over(house, house.services.workshops.change(session.id, other, TODAY))
    page = PlanPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_of(house, session))
    assert "Tell partners what became of it" in words(page)
    house.show(qtbot, page)
    assert "Tell partners what became of it" not in words(page)
