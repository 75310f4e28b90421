"""A wrong name is put right on the page Privacy, by the keyboard alone, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from other_laptop import wait_for_jobs
from privacy_desk import page_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sheets_desk import NORTH, OWN, answer_here, begin

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.plans.plan import Plan, Slot
from collabkit.services.plans import own_action
from collabkit.ui.privacy.page import PrivacyPage
from collabkit.ui.sheets.page import SheetsPage
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def group(house: House) -> Assessment:
    """A group of six, and two actions of which one of them is the owner."""
    group = begin(house, people=6)
    answer_here(house, group, 0)
    actions = (replace(own_action(f"Act {n}", Slot.PARKED), owner="Person 2") for n in (1, 2))
    house.services.plans.keep(Plan(group.id, tuple(actions)))
    return group


@pytest.fixture
def page(qtbot: QtBot, house: House, tmp_path: Path) -> PrivacyPage:
    return page_on(house, tmp_path / "documents")


def key(*keys: Qt.Key) -> None:
    for each in keys:
        control = focused()
        assert control is not None
        QTest.keyClick(control, each)
    QApplication.processEvents()


def pick(page: PrivacyPage, name: str) -> None:
    """Choose with the keyboard which name is wrong."""
    names = page.correcting.card.which.list
    names.setFocus()
    for _down in range(names.findText(name) - names.currentIndex()):
        key(Qt.Key.Key_Down)
    assert names.currentText() == name


def type_name(page: PrivacyPage, name: str) -> None:
    """Type the right name in place of what stands there, and press Enter."""
    line = page.correcting.card.name.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, name)
    key(Qt.Key.Key_Return)


def is_seen_whole(page: PrivacyPage, part: QWidget) -> bool:
    view = page.scroller.viewport()
    top = part.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= view.height()


def owners(house: House, group: Assessment) -> list[str]:
    return [action.owner for action in house.services.plans.load(group.id).actions]


def names(house: House, group: Assessment) -> list[str]:
    return [person.pseudonym for person in house.services.assessments.participants(group.id)]


def test_a_name_is_put_right_with_the_keyboard(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """It is said with the number of actions, and saved; a second Enter takes nothing back."""
    house.show(qtbot, page, assessment_id=group.id)
    saved: list[SaveState] = []
    page.save_state_changed.connect(saved.append)
    pick(page, "Person 2")
    assert button(page, "Put it right as the owner of two actions too").isChecked()
    assert "never a real name in the place of one that was made up" in words(page)
    type_name(page, "Kim")
    told = "“Person 2” is called “Kim” from now on. Also as the owner of two actions."
    assert page.notice.sentence == told
    assert focused() is page.correcting.card.name.line
    assert saved == [SaveState(Saving.DONE)]
    key(Qt.Key.Key_Return)
    assert page.notice.act == "Undo"
    assert names(house, group)[1] == "Kim"
    assert owners(house, group) == ["Kim", "Kim"]


def test_the_new_name_stands_on_the_page_at_once(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """In the list of those who can ask, where the chosen person stays chosen; and in the head."""
    house.show(qtbot, page, assessment_id=group.id)
    person = house.services.assessments.participants(group.id)[1]
    page.presenter.choose_person(person.id)
    pick(page, "Person 2")
    type_name(page, "Kim")
    assert page.person.people.list.currentText() == "Kim"
    assert page.correcting.card.which.list.currentText() == "Kim"
    names = page.correcting.card.which.list
    names.setFocus()
    key(Qt.Key.Key_Home)
    assert names.currentText() == "Sample Kitchen (the charity)"
    type_name(page, "Sample Larder")
    assert "Sample Larder · Away-day" in words(page)
    assert "Sample Kitchen" not in page.notice_card.text.toPlainText()


def test_it_is_taken_back_with_its_owners(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """And the keyboard is in the field again, with the former name marked."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    type_name(page, "Kim")
    press(qtbot, page, "Undo")
    assert page.notice.sentence == "It is called “Person 2” again."
    assert names(house, group)[1] == "Person 2"
    assert owners(house, group) == ["Person 2", "Person 2"]
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "Person 2"


def test_whoever_closes_the_notice_is_back_at_the_name(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """The keyboard is nowhere else, and what was corrected stays."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    type_name(page, "Kim")
    press(qtbot, page, "Close this notice")
    assert focused() is page.correcting.card.name.line
    assert names(house, group)[1] == "Kim"


def test_owners_stay_where_the_tick_is_taken_out(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Nothing is changed that was not said; the next name begins with the tick again."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    press(qtbot, page, "Put it right as the owner of two actions too")
    type_name(page, "Kim")
    assert page.notice.sentence == "“Person 2” is called “Kim” from now on."
    assert owners(house, group) == ["Person 2", "Person 2"]
    assert page.correcting.card.owners.isHidden()
    pick(page, "Person 3")
    assert page.correcting.card.owners.tick.isChecked()


@pytest.mark.parametrize("size", [100, 200])
def test_a_name_that_is_taken_is_said_kindly_and_seen_whole(
    qtbot: QtBot,
    house: House,
    group: Assessment,
    page: PrivacyPage,
    wear: Callable[[str, int], object],
    size: int,
) -> None:
    """What was typed stays, and the keyboard is still in it."""
    wear("light", size)
    house.show(qtbot, page, assessment_id=group.id)
    page.resize(904, 768)
    pick(page, "Person 2")
    type_name(page, "person 3")
    card = page.correcting.card
    assert card.name.fault.text().startswith("“person 3” stands on another sheet already.")
    assert card.name.text == "person 3"
    assert focused() is card.name.line
    assert names(house, group)[1] == "Person 2"
    qtbot.waitUntil(lambda: is_seen_whole(page, card.name))
    type_name(page, "Kim")
    key(Qt.Key.Key_Space)
    assert focused() is card.name.line
    qtbot.waitUntil(lambda: is_seen_whole(page, card.name))


def test_organisations_are_told_apart_from_people(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """An organisation is called right in every assessment, if that is wanted."""
    partners = begin(house, "health-check", parties=(OWN, NORTH))
    again = begin(house, "health-check", parties=(OWN, NORTH))
    house.show(qtbot, page, assessment_id=partners.id)
    names = page.correcting.card.which.list
    shown = [names.itemText(place) for place in range(names.count())]
    assert shown == ["Sample Kitchen (the charity)", "North (organisation)"]
    pick(page, "North (organisation)")
    assert button(
        page, "Put it right in one other assessment with an organisation of this name too"
    )
    assert "made up" not in words(page)
    type_name(page, "North Trust")
    assert page.notice.sentence.endswith("Also in one more assessment.")
    for each in (partners, again):
        assert house.services.assessments.parties(each.id)[1].name == "North Trust"


def test_a_charity_is_called_right_on_its_own_page(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """There is nothing to choose first."""
    partners = begin(house, "health-check", parties=(OWN, NORTH))
    house.show(qtbot, page, charity_id=partners.charity_id)
    assert "The name of the charity" in words(page)
    assert page.correcting.card.which.isHidden()
    assert button(page, "Put it right as your own organisation in one assessment too").isChecked()
    type_name(page, "Sample Larder")
    assert page.title == "Privacy"
    assert "Sample Larder" in words(page.head)
    assert house.services.assessments.parties(partners.id)[0].name == "Sample Larder"


def test_the_list_of_sheets_leads_here(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Straight to the names, with the keyboard in them."""
    sheets = SheetsPage(house.context)
    gone = places_gone_to(sheets)
    house.show(qtbot, sheets, assessment_id=group.id)
    press(qtbot, sheets, "Correct a name")
    ((place, arguments),) = gone
    assert place == "privacy"
    house.show(qtbot, page, **arguments)
    qtbot.waitUntil(lambda: focused() is page.correcting.card.which.list)


def test_every_control_has_a_name(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """For whoever hears the page instead of seeing it."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    card = page.correcting.card
    assert nameless(card) == []
    assert card.accessibleName() == "A name that is wrong"
    assert card.which.list.accessibleName() == "Which name is wrong?"
    assert card.name.line.accessibleName() == "What should it be?"
    assert "exactly so" in card.owners.tick.accessibleDescription()


def test_nothing_typed_is_left_for_the_next_who_looks(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Nor a name from another assessment, nor the way back."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    type_name(page, "Kim")
    page.left()
    page.entered(charity_id=group.charity_id)
    assert page.notice.sentence == ""
    assert page.correcting.card.name.text == "Sample Kitchen"
    page.entered()
    assert page.correcting.card.isHidden()


def test_nothing_is_corrected_while_something_is_unsaved_elsewhere(
    qtbot: QtBot,
    house: House,
    group: Assessment,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It would bring the wrong name back as soon as it is saved."""
    window.navigator.go("plan", assessment_id=group.id)
    plan = window.page
    assert plan is not None
    monkeypatch.setattr(plan, "holds_unsaved", lambda: True)
    window.navigator.go("privacy", assessment_id=group.id)
    page = window.page
    assert isinstance(page, PrivacyPage)
    pick(page, "Person 2")
    type_name(page, "Kim")
    assert page.notice.sentence.startswith("Something you entered at “Plan” is not saved yet")
    assert names(house, group)[1] == "Person 2"


def test_whoever_is_erased_from_here_is_told_at_the_top(
    qtbot: QtBot, house: House, group: Assessment, window: MainWindow
) -> None:
    """Also if one came for the names: what was done stands above them."""
    window.navigator.go("privacy", assessment_id=group.id, correcting=True)
    page = window.page
    assert isinstance(page, PrivacyPage)
    qtbot.waitUntil(lambda: focused() is page.correcting.card.which.list)
    page.presenter.choose_person(house.services.assessments.participants(group.id)[1].id)
    for name in ("See what erasing takes away", "Yes, erase this for good", "Erase for good"):
        press(qtbot, page, name)
        wait_for_jobs()
        QApplication.processEvents()
    told = window.page
    assert isinstance(told, PrivacyPage)
    assert "Nothing of this sheet was found" in words(told)
    assert not told.correcting.card.isAncestorOf(focused())
    assert told.scroller.verticalScrollBar().value() == 0


def test_other_pages_show_it_without_a_word(
    qtbot: QtBot, house: House, group: Assessment, window: MainWindow
) -> None:
    """Pages that were open before: who answers, the plan with its owners, and Assess."""
    for place in ("assess", "plan", "sheets"):
        arguments = {} if place == "assess" else {"assessment_id": group.id}
        window.navigator.go(place, **arguments)
    window.navigator.go("privacy", assessment_id=group.id)
    page = window.page
    assert isinstance(page, PrivacyPage)
    pick(page, "Person 2")
    type_name(page, "Kim")
    pick(page, "Kim")
    page.correcting.card.which.list.setFocus()
    key(Qt.Key.Key_Home)
    type_name(page, "Sample Larder")
    for place, shown, gone in (
        ("sheets", "Kim", "Person 2"),
        ("plan", "Kim", "Person 2"),
        ("assess", "Sample Larder", "Sample Kitchen"),
    ):
        arguments = {} if place == "assess" else {"assessment_id": group.id}
        window.navigator.go(place, **arguments)
        QApplication.processEvents()
        assert window.page is not None
        assert shown in words(window.page), place
        assert gone not in words(window.page), place


def test_the_next_place_is_shown_whatever_had_the_keyboard(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Also one of the months, of which there are none any more."""
    house.show(qtbot, page, assessment_id=group.id)
    assert page.keeping.choice is not None
    page.keeping.choice.radios[0].setFocus()
    page.entered(charity_id=group.charity_id)
    assert "The name of the charity" in words(page)


def test_what_follows_comes_before_the_name(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Nobody comes to the name by the keyboard without having passed the ticks."""
    house.show(qtbot, page, assessment_id=group.id)
    pick(page, "Person 2")
    card = page.correcting.card
    reached = []
    for _tab in range(3):
        key(Qt.Key.Key_Tab)
        reached.append(focused())
    assert reached == [card.owners.tick, card.name.line, card.correct]


def test_whoever_agreed_to_be_recognised_may_have_a_real_name(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """Nothing is said of names that were made up."""
    agreed = begin(house, people=3, minimum=3, settled={IDENTIFIABLE: AGREED})
    house.show(qtbot, page, assessment_id=agreed.id)
    pick(page, "Person 2")
    assert "made up" not in words(page)
