"""Workshop: every session, and the ways to a new one."""

from dataclasses import replace
from pathlib import Path

import pytest
from house import TODAY, House, button, nameless, places_gone_to, press, words
from pytestqt.qtbot import QtBot
from workshop_desk import WillingDesktop, begun, choose, prepared

from collabkit.assessments.tally import tally_answers
from collabkit.room import steps
from collabkit.room.meeting import Phase
from collabkit.ui.widgets.sample_mark import PracticeMark
from collabkit.ui.workshop.desktop import file_name
from collabkit.ui.workshop.page import WorkshopPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_list(qtbot: QtBot, house: House, desktop: WillingDesktop | None = None) -> WorkshopPage:
    page = WorkshopPage(house.context, desktop or WillingDesktop())
    house.show(qtbot, page)
    return page


def test_at_first_the_page_says_what_a_workshop_is(qtbot: QtBot, house: House) -> None:
    """Whoever comes here without any session reads what it is, and has two ways to begin."""
    page = open_list(qtbot, house)
    assert "How a session goes" in words(page)
    gone = places_gone_to(page)
    press(qtbot, page, "Prepare a session")
    assert gone == [("session", {"session_id": None})]


def test_practising_makes_a_practice_session_and_goes_to_its_rehearsal(
    qtbot: QtBot, house: House
) -> None:
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Practise first (ten minutes)")
    card = house.services.workshops.cards()[0]
    assert card.is_practice
    assert gone == [("rehearsal", {"session_id": card.id})]


def test_a_practice_session_is_marked(qtbot: QtBot, house: House) -> None:
    """It cannot be taken for a real one, and it does not take the welcome away."""
    house.services.workshops.practise(TODAY)
    page = open_list(qtbot, house)
    assert [mark.text for mark in page.findChildren(PracticeMark)] == ["Practice"]
    assert "How a session goes" in words(page)


def test_a_practice_session_never_stands_first(qtbot: QtBot, house: House) -> None:
    """Not even one that was left in the middle: what is meant comes before it."""
    prepared(house, "Board day")
    practice = house.services.workshops.practise(TODAY)
    house.services.workshops.keep(practice.id, steps.begin(practice.meeting, TODAY), TODAY)
    page = open_list(qtbot, house)
    shown = words(page)
    assert shown.index("Board day") < shown.index("To practise") < shown.index("Practice session")
    assert not button(page, "Go on with Practice session").hasFocus()
    assert "Under way" not in shown


def test_what_is_under_way_comes_first_and_has_the_keyboard(qtbot: QtBot, house: House) -> None:
    """On the day, one press goes on."""
    session = begun(house, "Board day")
    prepared(house, "Later one")
    page = open_list(qtbot, house)
    shown = words(page)
    assert shown.index("Under way") < shown.index("Board day") < shown.index("Later one")
    go_on = button(page, "Go on with Board day")
    assert go_on.hasFocus()
    gone = places_gone_to(page)
    go_on.click()
    assert gone == [("console", {"session_id": session.id})]


def test_a_prepared_session_leads_to_its_preparation_and_rehearsal(
    qtbot: QtBot, house: House
) -> None:
    session = prepared(house)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Prepare Away-day")
    press(qtbot, page, "Rehearse Away-day")
    assert gone == [
        ("session", {"session_id": session.id}),
        ("rehearsal", {"session_id": session.id}),
    ]


def test_a_held_session_leads_to_what_came_out(qtbot: QtBot, house: House) -> None:
    session = begun(house)
    over = replace(session.meeting, phase=Phase.END)
    house.services.workshops.keep(session.id, over, TODAY)
    page = open_list(qtbot, house)
    assert "held on 22 November 2026" in words(page)
    gone = places_gone_to(page)
    press(qtbot, page, "Results of Away-day")
    assert gone == [("results", {"assessment_id": session.assessment_id})]


def test_putting_away_can_be_undone(qtbot: QtBot, house: House) -> None:
    prepared(house)
    page = open_list(qtbot, house)
    choose(qtbot, page, "Away-day", "Put away")
    assert house.services.workshops.cards() == ()
    press(qtbot, page, "Undo")
    assert [card.title for card in house.services.workshops.cards()] == ["Away-day"]
    assert "Away-day" in words(page)


def test_what_was_put_away_comes_back(qtbot: QtBot, house: House) -> None:
    """Also on another day, from the list of what was put away."""
    session = prepared(house)
    house.services.workshops.put_away(session.id, TODAY)
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Bring back Sample Kitchen · Away-day")
    assert [card.id for card in house.services.workshops.cards()] == [session.id]


def test_another_one_like_it_is_prepared(qtbot: QtBot, house: House) -> None:
    session = prepared(house)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    choose(qtbot, page, "Away-day", "Prepare another one like it")
    new = next(c for c in house.services.workshops.cards() if c.id != session.id)
    assert new.title == "Copy of Away-day"
    assert gone == [("session", {"session_id": new.id})]


def test_a_template_is_kept_and_used(qtbot: QtBot, house: House) -> None:
    prepared(house)
    page = open_list(qtbot, house)
    choose(qtbot, page, "Away-day", "Save as a template")
    template = house.services.workshops.templates()[0]
    gone = places_gone_to(page)
    press(qtbot, page, "Use Away-day")
    assert gone == [("session", {"session_id": None, "template_id": template.id})]


def test_a_session_goes_to_another_laptop_in_a_file(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """Saved here, it is opened there and shown at once."""
    prepared(house, "Away-day: 1/2")
    file = tmp_path / "session.json"
    desktop = WillingDesktop(file)
    page = open_list(qtbot, house, desktop)
    choose(qtbot, page, "Away-day: 1/2", "Save as a file for another laptop")
    assert desktop.suggested == [Path("documents") / "Away-day 1 2.json"]
    there = House(tmp_path / "there")
    try:
        other = open_list(qtbot, there, desktop)
        gone = places_gone_to(other)
        press(qtbot, other, "Open a session from another laptop")
        assert gone == [("session", {"session_id": there.services.workshops.cards()[0].id})]
    finally:
        there.services.close()


def test_sheets_that_stay_behind_are_told(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """Whoever takes the file to another laptop has to key them in there."""
    session = prepared(house)
    item_id = session.meeting.turn.item_id
    tally = tally_answers(item_id, session.pack.form_of(session.pack.item(item_id)), "11335")
    house.services.workshops.seal(session.id, {item_id: tally}, 5, TODAY)
    page = open_list(qtbot, house, WillingDesktop(tmp_path / "session.json"))
    choose(qtbot, page, "Away-day", "Save as a file for another laptop")
    assert page.notice.sentence.startswith("Saved as “session.json” in ")
    assert page.notice.sentence.endswith(
        "Five sheets are sealed; they stay on this laptop. Key them in again on the other one."
    )


def test_a_file_that_is_no_session_is_refused_in_a_sentence(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    file = tmp_path / "shopping.json"
    file.write_text('{"milk": 2}', encoding="utf-8")
    page = open_list(qtbot, house, WillingDesktop(file))
    press(qtbot, page, "Open a session from another laptop")
    assert page.notice.sentence
    assert house.services.workshops.cards() == ()


def test_a_title_makes_a_file_name_on_every_system() -> None:
    assert file_name('  Board: "day" 1/2? ') == "Board day 1 2.json"
    assert file_name("...") == "Session.json"


def test_every_control_of_the_list_has_a_name(qtbot: QtBot, house: House) -> None:
    begun(house, "One")
    prepared(house, "Two")
    house.services.workshops.practise(TODAY)
    assert nameless(open_list(qtbot, house)) == []
