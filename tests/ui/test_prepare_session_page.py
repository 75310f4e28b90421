"""Preparing a session: everything typed and chosen is on the disk at once, as far as it fits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from house import TODAY, House, button, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from workshop_desk import WillingDesktop, begun, prepared

from collabkit.room.preparation import Audience, Preparation
from collabkit.room.suggesting import suggested_statements
from collabkit.room.ways import Way
from collabkit.services.packs import first_pack
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.workshop.prepare.page import PreparePage
from collabkit.ui.workshop.prepare.state import Topic

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_page(
    qtbot: QtBot, house: House, desktop: WillingDesktop | None = None, **arguments: object
) -> PreparePage:
    page = PreparePage(house.context, desktop or WillingDesktop())

    def go(key: str, there: dict[str, object]) -> None:
        if key == "session":  # the window does so
            page.left()
            page.entered(**there)
            page.take_focus()

    page.go_requested.connect(go)
    house.show(qtbot, page, **arguments)
    return page


def at(qtbot: QtBot, house: House, part: str) -> PreparePage:
    """Open a prepared session at one of its parts."""
    page = open_page(qtbot, house, session_id=prepared(house).id)
    press(qtbot, page, part)
    return page


def kept(house: House) -> Preparation:
    """Return the preparation as it is on the disk."""
    workshops = house.services.workshops
    return workshops.get(workshops.cards()[0].id).meeting.preparation


def type_over(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_new_session_begins_with_a_charity_that_is_added_right_here(
    qtbot: QtBot, house: House
) -> None:
    """Without any charity, its name and Next are enough; twelve statements are suggested."""
    page = open_page(qtbot, house, session_id=None)
    line = page.begin.charity.name.line
    assert line.hasFocus()
    QTest.keyClicks(line, "Sample Allotment")
    press(qtbot, page, "Next")
    session = kept(house)
    assert session.title == "Away-day, November 2026"
    assert session.statements == suggested_statements(first_pack())
    assert house.services.workshops.cards()[0].charity_name == "Sample Allotment"
    assert page.title == "Occasion"


def test_a_charity_without_a_name_is_asked_for(qtbot: QtBot, house: House) -> None:
    page = open_page(qtbot, house, session_id=None)
    press(qtbot, page, "Next")
    assert page.begin.charity.name.fault.text()
    assert house.services.workshops.cards() == ()


def test_only_questionnaires_for_the_room_are_offered(qtbot: QtBot, house: House) -> None:
    """And of the others it is said why they are not."""
    page = open_page(qtbot, house, session_id=None)
    offered = [card.answer.name for card in page.begin.packs.cards]
    assert "The five themes" in offered
    assert "Partnership health check" not in offered
    press(qtbot, page, "Why are the other questionnaires not here?")
    assert "Each organisation has a voice of its own" in words(page)


def test_a_template_asks_for_the_charity_alone(qtbot: QtBot, house: House) -> None:
    session = prepared(house, "Board day", people=17)
    template = house.services.workshops.save_as_template(session.id, "Board day", TODAY)
    page = open_page(qtbot, house, session_id=None, template_id=template.id)
    assert "Which questionnaire?" not in words(page)
    press(qtbot, page, "Next")
    assert kept(house).people == 17


def test_title_and_people_are_kept_while_they_are_typed(qtbot: QtBot, house: House) -> None:
    """Leaving the page loses nothing, not even the last letter."""
    page = at(qtbot, house, "Occasion")
    type_over(page.occasion.title.line, "Board day")
    type_over(page.occasion.people.line, "14")
    page.left()
    assert (kept(house).title, kept(house).people) == ("Board day", 14)


def test_nothing_is_changed_while_the_console_could_not_save(qtbot: QtBot, house: House) -> None:
    """Its steps are handed in again whole, and would write over the change."""
    page = at(qtbot, house, "Occasion")
    behind = [house.services.workshops.cards()[0].id]
    house.context.unsaved_sessions.add_source(lambda: behind)
    type_over(page.occasion.title.line, "Spring day")
    page.left()
    assert kept(house).title == "Away-day"
    behind.clear()
    page.entered(session_id=house.services.workshops.cards()[0].id)
    assert page.occasion.title.line.text() == "Spring day"
    page.left()
    assert kept(house).title == "Spring day"


def test_what_does_not_fit_stays_in_hand_and_the_rest_is_kept(qtbot: QtBot, house: House) -> None:
    """An empty title is said to be wrong; the number of people is kept nevertheless."""
    page = at(qtbot, house, "Occasion")
    type_over(page.occasion.title.line, " ")
    page.occasion.flush()
    type_over(page.occasion.people.line, "14")
    page.occasion.flush()
    assert page.occasion.title.fault.text()
    assert (kept(house).title, kept(house).people) == ("Away-day", 14)
    assert page.holds_unsaved()
    assert "does not fit yet, so it is not kept" in page.unsaved_words()
    session_id = house.services.workshops.cards()[0].id
    page.left()
    page.entered(session_id=session_id)
    assert page.occasion.title.line.text() == " "


def test_too_few_people_wait_until_the_smallest_group_fits(qtbot: QtBot, house: House) -> None:
    """Four people are kept as soon as the group may be four, and all have agreed."""
    page = at(qtbot, house, "Occasion")
    type_over(page.occasion.people.line, "4")
    page.occasion.flush()
    assert kept(house).people == 10
    press(qtbot, page, "Voting")
    qtbot.mouseClick(page.voting.minimum.radios[1], Qt.MouseButton.LeftButton)
    assert "only if everybody has agreed" in words(page)
    assert kept(house).minimum == 5
    page.voting.consent.tick.click()
    assert (kept(house).people, kept(house).minimum) == (4, 4)
    assert not page.holds_unsaved()


def test_taking_the_agreement_back_makes_the_group_five_again(qtbot: QtBot, house: House) -> None:
    page = at(qtbot, house, "Voting")
    qtbot.mouseClick(page.voting.minimum.radios[0], Qt.MouseButton.LeftButton)
    page.voting.consent.tick.click()
    assert kept(house).minimum == 3
    page.voting.consent.tick.click()
    assert kept(house).minimum == 5


def test_ways_of_voting_and_audience_are_chosen(qtbot: QtBot, house: House) -> None:
    """Raised hands are explained as what they are: seen by everybody."""
    page = at(qtbot, house, "Voting")
    assert "Everybody sees raised hands" in words(page)
    page.voting.ways[Way.HANDS].tick.click()
    qtbot.mouseClick(page.voting.audience.radios[1], Qt.MouseButton.LeftButton)
    assert kept(house).ways == {Way.SLIPS, Way.SHEETS}
    assert kept(house).audience is Audience.BOARD


def test_without_any_way_of_voting_the_last_one_stays_on_the_disk(
    qtbot: QtBot, house: House
) -> None:
    page = at(qtbot, house, "Voting")
    for tick in page.voting.ways.values():
        tick.tick.click()
    assert "Please choose at least one way of voting." in words(page)
    assert len(kept(house).ways) == 1


def test_the_agenda_says_when_it_is_too_long_and_what_to_do(qtbot: QtBot, house: House) -> None:
    page = at(qtbot, house, "Agenda")
    assert "You have 3 hours." in page.agenda.time.text()
    page.agenda.fields["available"].picked.emit("150")
    assert "That is 23 minutes too long. Leave out three statements, and it fits." in words(page)


def test_with_a_start_the_agenda_has_clock_times(qtbot: QtBot, house: House) -> None:
    page = at(qtbot, house, "Agenda")
    assert "Welcome and promise\t10\t0:00" in page.agenda.table.as_text()
    page.agenda.begins.picked.emit(str(9 * 60 + 30))
    assert "Welcome and promise\t10\t09:30" in page.agenda.table.as_text()
    assert kept(house).times.begins == 570


def test_the_promise_follows_the_choices_until_it_is_ones_own(qtbot: QtBot, house: House) -> None:
    page = at(qtbot, house, "Voting")
    qtbot.mouseClick(page.voting.audience.radios[3], Qt.MouseButton.LeftButton)
    press(qtbot, page, "Promise")
    assert "Our partners will see" in page.promise.box.text
    assert kept(house).promise == ""
    page.promise.box.edit.setPlainText("We are among ourselves.")
    page.promise.flush()
    assert kept(house).promise == "We are among ourselves."
    press(qtbot, page, "Back to the usual words")
    assert kept(house).promise == ""
    assert "Our partners will see" in page.promise.box.text


def test_next_and_back_lead_through_the_parts(qtbot: QtBot, house: House) -> None:
    """The last Next starts the session; the first Back leads to the list."""
    page = at(qtbot, house, "Occasion")
    gone = places_gone_to(page)
    titles = []
    for _part in range(5):
        press(qtbot, page, "Next")
        titles.append(page.title)
    assert titles == ["Statements", "Voting", "Agenda", "Promise", "For the day"]
    press(qtbot, page, "Start the session")
    session_id = house.services.workshops.cards()[0].id
    assert gone == [("console", {"session_id": session_id})]
    for _part in range(6):
        press(qtbot, page, "Back")
    assert gone[-1] == ("workshop", {})


def test_nothing_starts_while_something_typed_does_not_fit(qtbot: QtBot, house: House) -> None:
    """Or the session would run as it was before, without what was typed."""
    page = at(qtbot, house, "Occasion")
    gone = places_gone_to(page)
    type_over(page.occasion.title.line, " ")
    page.occasion.title.flush()
    for _part in range(5):
        press(qtbot, page, "Next")
    press(qtbot, page, "Start the session")
    assert gone == []
    assert page.occasion.isVisible()
    assert "has not been started" in page.notice.sentence
    assert "give the session a name" in page.notice.sentence
    type_over(page.occasion.title.line, "Board day")
    page.occasion.title.flush()
    for _part in range(5):
        press(qtbot, page, "Next")
    press(qtbot, page, "Start the session")
    assert [key for key, _arguments in gone] == ["console"]
    assert kept(house).title == "Board day"


def test_another_charity_takes_the_preparation_along(qtbot: QtBot, house: House) -> None:
    """The session is for the other charity then, with everything that was chosen."""
    house.charity("Sample Orchestra")
    page = at(qtbot, house, "Occasion")
    type_over(page.occasion.people.line, "14")
    press(qtbot, page, "Change charity or questionnaire")
    cards = page.begin.charity.choice.cards
    next(card for card in cards if card.answer.name == "Sample Orchestra").click()
    press(qtbot, page, "Next")
    assert [c.charity_name for c in house.services.workshops.cards()] == ["Sample Orchestra"]
    assert kept(house).people == 14


def test_once_it_has_begun_the_page_is_for_reading(qtbot: QtBot, house: House) -> None:
    """It says why nothing can be changed, shows what was settled, and leads back to the session."""
    session = begun(house)
    page = open_page(qtbot, house, session_id=session.id)
    assert "This session has begun, so nothing here can be changed." in words(page)
    assert not page.occasion.isVisibleTo(page)
    gone = places_gone_to(page)
    press(qtbot, page, "Go on with the session")
    assert gone == [("console", {"session_id": session.id})]


def test_a_session_that_is_gone_leads_to_a_new_one(qtbot: QtBot, house: House) -> None:
    page = open_page(qtbot, house, session_id="nothing")
    assert page.title == "Prepare a session"


def test_a_copy_and_a_file_are_made_from_here(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    session = prepared(house)
    file = tmp_path / "session.json"
    page = open_page(qtbot, house, WillingDesktop(file), session_id=session.id)
    press(qtbot, page, "For the day")
    press(qtbot, page, "Save as a file for another laptop")
    assert file.exists()
    press(qtbot, page, "Save as a template")
    assert len(house.services.workshops.templates()) == 1
    gone = places_gone_to(page)
    press(qtbot, page, "Prepare another one like it")
    assert gone[0][0] == "session"
    assert gone[0][1] != {"session_id": session.id}


def test_practice_is_for_this_laptop_and_this_day(qtbot: QtBot, house: House) -> None:
    """A session to practise with can be rehearsed, and neither copied nor saved as a file."""
    session = house.services.workshops.practise(TODAY)
    page = open_page(qtbot, house, session_id=session.id)
    press(qtbot, page, "For the day")
    shown = [b.accessibleName() for b in page.day.findChildren(Button) if b.isVisible()]
    assert "Rehearse" in shown
    for act in (
        "Prepare another one like it",
        "Save as a template",
        "Save as a file for another laptop",
    ):
        assert act not in shown


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    page = at(qtbot, house, "Statements")
    press(qtbot, page, "Choose others")
    found = nameless(page)
    for part in ("Voting", "Agenda", "Promise", "For the day"):
        press(qtbot, page, part)
        QApplication.processEvents()
        found += nameless(page)
    assert found == []


def test_the_keyboard_alone_prepares_a_session(qtbot: QtBot, house: House) -> None:
    """From the charity through all parts with Tab, arrows, Space and Enter."""
    house.charity("Sample Kitchen")
    page = open_page(qtbot, house, session_id=None)

    def press_next() -> None:
        for _tab in range(60):
            focused = QApplication.focusWidget()
            if focused is button(page, "Next"):
                break
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()

    for _part in range(6):
        press_next()
    assert page.title == "For the day"
    assert len(house.services.workshops.cards()) == 1


def test_the_room_pack_is_written_and_its_folder_shown(
    qtbot: QtBot, house: House, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What was written is said, file by file; a later change asks for new paper."""
    folder = tmp_path_factory.mktemp("paper")
    desktop = WillingDesktop(folder)
    page = open_page(qtbot, house, desktop, session_id=prepared(house).id)
    press(qtbot, page, "For the day")
    press(qtbot, page, "Print the room pack")
    qtbot.waitUntil(lambda: bool(desktop.shown), timeout=20_000)
    assert desktop.shown == [folder]
    written = sorted(path.name for path in folder.iterdir())
    assert written
    assert all(f"{name}: " in words(page) for name in written)
    assert "since the room pack was printed" not in words(page)
    press(qtbot, page, "Occasion")
    type_over(page.occasion.title.line, "Board day")
    page.occasion.flush()
    press(qtbot, page, "For the day")
    assert "since the room pack was printed" in words(page)


def test_a_folder_that_cannot_be_used_is_told_in_a_sentence(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    desktop = WillingDesktop(tmp_path / "nowhere")
    page = open_page(qtbot, house, desktop, session_id=prepared(house).id)
    press(qtbot, page, "For the day")
    press(qtbot, page, "Print the room pack")
    qtbot.waitUntil(lambda: bool(page.notice.sentence), timeout=20_000)
    assert "is not there" in page.notice.sentence
    assert page.day.print.isEnabled()


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_no_part_needs_scrolling_sideways(
    qtbot: QtBot, house: House, wear: Callable[..., object], text_size: int
) -> None:
    """In a window of 1024 by 768, with the lists of minutes and of statements open."""
    wear("light", text_size)
    page = open_page(qtbot, house, session_id=prepared(house).id)
    page.resize(940, 700)
    too_wide = []
    for topic in Topic:
        page.parts.step_requested.emit(topic)
        for fold in page.findChildren(Fold):
            if fold.isVisibleTo(page) and not fold.is_open:
                fold.header.click()
        for _round in range(3):
            QApplication.processEvents()
        if page.scroller.horizontalScrollBar().maximum():
            too_wide.append(topic)
    assert too_wide == []
