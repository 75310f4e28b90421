"""Results of a repeated assessment: last time beside this time, all the times, what comes next."""

from datetime import date

import pytest
from again_work import LAST_YEAR, answer, board, with_plan
from house import TODAY, House, button, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response
from collabkit.ui.results.beside_parts import LAST_TIME
from collabkit.ui.results.outcome.acting import OneOfView
from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("theme")

THE_YEAR_BEFORE = date(2024, 11, 20)


def open_results(qtbot: QtBot, house: House, assessment_id: str) -> ResultsPage:
    """Open the results of an assessment."""
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_id)
    return page


def repeated(house: House, last: str, levels: str = "3434343") -> str:
    """Repeat an assessment today with other answers; return the id."""
    again = house.services.occasions.again(last, title="Winter", today=TODAY)
    return answer(house, again, levels, TODAY)


def question(page: ResultsPage) -> OneOfView:
    """Return the question about the people."""
    (view,) = page.beside.part(LAST_TIME).findChildren(OneOfView)
    return view


def say(qtbot: QtBot, page: ResultsPage, name: str) -> None:
    """Answer the question about the people."""
    (radio,) = (r for r in question(page).radios if r.accessibleName() == name)
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def keys(page: ResultsPage) -> list[str]:
    """Return which parts the results are laid beside."""
    return [view.key for view in page.beside.views]


def test_nothing_beside_the_first_time(qtbot: QtBot, house: House) -> None:
    """There is no way to it either."""
    page = open_results(qtbot, house, board(house))
    assert page.beside.views == ()
    assert not page.opening.to_last_time.isVisible()


def test_until_somebody_says_who_answered_no_change_is_named(qtbot: QtBot, house: House) -> None:
    """Both pictures stand beside each other."""
    page = open_results(qtbot, house, repeated(house, board(house)))
    read = words(page.beside)
    assert "November 2025 and November 2026, one beside the other." in read
    assert "Until then this is a new picture" in read
    assert "clearly higher" not in read
    assert question(page).code == ""


def test_the_same_people_show_a_change(qtbot: QtBot, house: House) -> None:
    """It is said on the page, kept, and the words of change appear at once."""
    again = repeated(house, board(house))
    page = open_results(qtbot, house, again)
    say(qtbot, page, "Yes")
    assert house.services.occasions.people_said(again) is True
    assert "clearly higher" in words(page.beside)
    assert "changed" in keys(page)


def test_other_people_are_a_new_picture(qtbot: QtBot, house: House) -> None:
    """That is what it is called, and what was said before can be taken back."""
    again = repeated(house, board(house))
    page = open_results(qtbot, house, again)
    say(qtbot, page, "No")
    assert "A new picture: fewer than two thirds" in words(page.beside)
    assert "clearly higher" not in words(page.beside)
    say(qtbot, page, "We do not know")
    assert house.services.occasions.people_said(again) is None


def test_who_says_it_stays_where_they_are(qtbot: QtBot, house: House) -> None:
    """The keyboard stays on the question although much around it changes."""
    page = open_results(qtbot, house, repeated(house, board(house)))
    say(qtbot, page, "Yes")
    held = QApplication.focusWidget()
    assert held is not None
    assert question(page).isAncestorOf(held)


def test_the_way_to_last_time(qtbot: QtBot, house: House) -> None:
    """A button above leads there."""
    page = open_results(qtbot, house, repeated(house, board(house)))
    press(qtbot, page, "Beside last time")
    qtbot.waitUntil(page.beside.part(LAST_TIME).heading.hasFocus)


def test_all_the_times(qtbot: QtBot, house: House) -> None:
    """From three occasions on they stand in a row; how it was made is folded away below."""
    first = board(house, day=THE_YEAR_BEFORE, title="First")
    last = house.services.occasions.again(first, title="Last", today=LAST_YEAR)
    answer(house, last, "23232", LAST_YEAR)
    page = open_results(qtbot, house, repeated(house, last.id))
    assert keys(page) == ["last-time", "time-line"]
    assert button(page, "How the row of pictures was made").isVisible()


def test_one_person_is_asked_about_one_person(qtbot: QtBot, house: House) -> None:
    """Nobody speaks of thirds there."""
    last = house.assessment(answered=20, finished=LAST_YEAR)
    again = house.services.occasions.again(last, title="Winter", today=TODAY)
    (person,) = house.services.assessments.participants(again.id)
    answer_all(house, again.id, person.id)
    page = open_results(qtbot, house, again.id)
    assert question(page).label.text() == "Did the same person answer both times?"


def answer_all(house: House, assessment_id: str, person_id: str) -> None:
    """Answer every statement of one sheet."""
    services = house.services
    assessment = services.assessments.get(assessment_id)
    pack = services.assessments.pack_of(assessment)
    for item_id in assessment.asked:
        services.responses.record(pack, Response(person_id, item_id, "4"), lambda _problem: None)
    services.responses.flush()


def test_the_times_before_and_after(qtbot: QtBot, house: House) -> None:
    """Each leads to its results, and one with a plan to what became of it."""
    last = with_plan(house, board(house))
    again = repeated(house, last)
    page = open_results(qtbot, house, again)
    gone = places_gone_to(page)
    press(qtbot, page, "Results of Away-day")
    press(qtbot, page, "Look back on the plan of Away-day")
    assert gone == [
        ("results", {"assessment_id": last}),
        ("again", {"assessment_id": last}),
    ]
    before = open_results(qtbot, house, last)
    assert "The time after" in words(before)
    assert "Start again from last time" not in words(before)


def test_it_can_be_started_again_from_here(qtbot: QtBot, house: House) -> None:
    """As soon as it is finished, and as long as nobody has."""
    last = board(house)
    page = open_results(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Start again from last time")
    assert gone == [("again", {"assessment_id": last})]


def test_what_is_not_finished_cannot_be_started_again(qtbot: QtBot, house: House) -> None:
    """There is something to go on with."""
    page = open_results(qtbot, house, house.assessment(answered=3))
    assert not page.times.isVisible()
