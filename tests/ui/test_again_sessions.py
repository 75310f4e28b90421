"""A session in the room is held again: the last plan on the table, then the next session."""

from datetime import date

import pytest
from house import TODAY, House, places_gone_to, press, words
from pytestqt.qtbot import QtBot

from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.services.packs import builtin_pack
from collabkit.services.workshops import Session
from collabkit.ui.again.page import AgainPage

pytestmark = pytest.mark.usefixtures("theme")

LAST_YEAR = date(2025, 11, 20)
PACK = builtin_pack("five-themes")
ASKED = ("POW-1", "EMP-1")


def open_again(qtbot: QtBot, house: House, assessment_id: str) -> AgainPage:
    """Open the page for an assessment."""
    page = AgainPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_id)
    return page


def held(house: House, day: date = LAST_YEAR) -> str:
    """Hold a short session in which the room adopts one action; return its assessment's id."""
    preparation = Preparation("Away-day", ASKED, people=6)
    charity_id = house.charity("Sample Kitchen")
    session = house.services.workshops.prepare(charity_id, PACK, preparation, day)
    return hold(house, session, day, adopts=True)


def hold(house: House, session: Session, day: date, *, adopts: bool = False) -> str:
    """Hold a prepared session to its end; return its assessment's id."""
    form = PACK.forms[0]
    meeting = votes.open_vote(steps.begin(session.meeting, day))
    for code in "112455":
        meeting = votes.take_slip(meeting, code)
    meeting = steps.end_statements(votes.reveal(votes.close_vote(meeting, form)))
    while meeting.phase is not Phase.ADOPT:
        meeting = steps.go_on(meeting, form, day)
    if adopts:
        meeting = adopting.draft(meeting, DraftAction("a1", ASKED[0], "Ask our partners."))
        meeting = adopting.show_fists(meeting, "a1", (0, 0, 0, 2, 2, 2))
        meeting = adopting.adopt(meeting, "a1", now=True)
    return keep(house, session, steps.go_on(meeting, form, day), day)


def keep(house: House, session: Session, meeting: Meeting, day: date) -> str:
    """Keep where a session stands; return its assessment's id."""
    house.services.workshops.keep(session.id, meeting, day)
    assessment_id = house.services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    return assessment_id


def test_the_next_session_is_prepared_like_the_last(qtbot: QtBot, house: House) -> None:
    """After the plan was on the table; nothing is asked that the preparation asks."""
    page = open_again(qtbot, house, held(house))
    gone = places_gone_to(page)
    assert "Ask our partners." in words(page)
    assert "From how many people" not in words(page)
    press(qtbot, page, "Prepare the next session")
    [(place, arguments)] = gone
    next_session = house.services.workshops.get(str(arguments["session_id"]))
    assert place == "session"
    assert next_session.meeting.preparation.statements == ASKED
    assert next_session.meeting.preparation.title == "November 2026"
    assert next_session.meeting.phase is Phase.LOBBY


def test_while_the_next_session_is_held_nothing_is_put_into_its_plan(
    qtbot: QtBot, house: House
) -> None:
    """The room decides first; the button leads to the console."""
    last = held(house)
    session_id = house.services.workshops.of_assessment(last)
    assert session_id is not None
    session = house.services.workshops.copy(session_id.id, "Next", TODAY)
    keep(house, session, steps.begin(session.meeting, TODAY), TODAY)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    assert "Once the session has ended" in words(page)
    assert not page.last_plan.view("a1").tick.isVisible()
    press(qtbot, page, "Go on with the next time")
    assert gone == [("console", {"session_id": session.id})]


def test_after_the_next_session_open_actions_go_into_its_plan(qtbot: QtBot, house: House) -> None:
    """Those that somebody ticks, each once."""
    last = held(house)
    before = house.services.workshops.of_assessment(last)
    assert before is not None
    session = house.services.workshops.copy(before.id, "Next", TODAY)
    again = hold(house, session, TODAY)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    page.last_plan.view("a1").tick.click()
    press(qtbot, page, "Put them into the new plan")
    assert gone == [("plan", {"assessment_id": again})]
    (action,) = house.services.plans.load(again).actions
    assert (action.text, action.carried_from) == ("Ask our partners.", "a1")
