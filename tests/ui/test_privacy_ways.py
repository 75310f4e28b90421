"""The ways to the page Privacy, and what the window does once something is erased."""

from datetime import date

import pytest
from house import House, button, press, words
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sheets_desk import begin
from test_new_assessment_company import GROUP, at_people, latest
from test_new_assessment_company import start as press_start

from collabkit.ui.assess.page import AssessPage
from collabkit.ui.charity.page import CharityPage
from collabkit.ui.privacy.page import PrivacyPage
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.settings.page import SettingsPage
from collabkit.ui.widgets.page import Page
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def asked_by(page: Page) -> list[tuple[str, dict[str, object]]]:
    asked: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    return asked


def test_a_group_is_asked_for_how_long_answers_are_kept(qtbot: QtBot, house: House) -> None:
    """Three years are an offer; usually nothing is settled."""
    page = at_people(qtbot, house, "five-themes")
    press(qtbot, page, GROUP)
    assert button(page, "Not decided yet").isChecked()
    press(qtbot, page, "Three years")
    press_start(qtbot, page)
    assert house.services.retention.until(latest(house).id) == date(2029, 11, 1)


def test_who_answers_alone_is_not_asked(qtbot: QtBot, house: House) -> None:
    page = at_people(qtbot, house, "five-themes")
    assert "For how long are the answers kept?" not in words(page)
    press_start(qtbot, page)
    assert house.services.retention.until(latest(house).id) is None


def test_from_an_assessment(qtbot: QtBot, house: House) -> None:
    """Under “More” beside it."""
    assessment_id = house.assessment("Sample Kitchen", "June")
    page = AssessPage(house.context)
    asked = asked_by(page)
    house.show(qtbot, page)
    press(qtbot, page, "More for June")
    more = button(page, "More for June")
    menu = more.menu_of_acts  # type: ignore[attr-defined]
    next(act for act in menu.actions() if act.text() == "Privacy…").trigger()
    menu.close()
    assert asked == [("privacy", {"assessment_id": assessment_id})]


def test_from_a_charity_and_from_settings(qtbot: QtBot, house: House) -> None:
    charity_id = house.charity("Sample Kitchen")
    page = CharityPage(house.context)
    asked = asked_by(page)
    house.show(qtbot, page, charity_id=charity_id)
    press(qtbot, page, "Privacy, and erasing for good")
    settings = SettingsPage(house.context)
    asked_there = asked_by(settings)
    house.show(qtbot, settings)
    press(qtbot, settings, "See what is kept, and erase")
    assert asked == [("privacy", {"charity_id": charity_id})]
    assert asked_there == [("all-privacy", {})]


def test_from_settings_the_rail_stays_at_settings(house: House, window: MainWindow) -> None:
    """Also on the way on to a charity."""
    house.charity("Sample Kitchen")
    window.navigator.go("all-privacy")
    assert [entry.key for entry in window.rail.entries if entry.current] == ["settings"]
    page = window.page
    assert isinstance(page, PrivacyPage)
    asked = asked_by(page)
    page.charities.charity_wanted.emit("x")
    assert asked == [("all-privacy", {"charity_id": "x"})]


def test_no_way_back_leads_to_what_has_gone(qtbot: QtBot, house: House, window: MainWindow) -> None:
    """The window has been at the questionnaire of the assessment, and forgets it."""
    assessment_id = house.assessment("Sample Kitchen", "June", answered=2)
    window.navigator.go("questionnaire", assessment_id=assessment_id)
    window.navigator.go("privacy", assessment_id=assessment_id)
    page = window.page
    assert isinstance(page, PrivacyPage)
    press(qtbot, page, "See what would go")
    wait_for_jobs()
    press(qtbot, page, "Yes, erase this for good")
    press(qtbot, page, "Erase for good")
    qtbot.waitUntil(lambda: window.page is not page, timeout=20_000)
    assert window.page is not None
    assert "Nothing of what was looked for was found in them." in words(window.page)
    assert "Sample Kitchen" in words(window.page)
    window.navigator.back()
    assert window.navigator.current is not None
    assert window.navigator.current.key == "home"
    assert not window.navigator.can_go_back


def test_with_something_unsaved_nothing_is_erased(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    """An answer that the disk has refused would come back, or be lost without a word."""
    group = begin(house, people=2)
    person = house.services.assessments.participants(group.id)[0]
    window.navigator.go("questionnaire", assessment_id=group.id, sheet_id=person.id)
    there = window.page
    assert isinstance(there, QuestionnairePage)
    store = house.services.store
    store._writer.read(lambda disk: disk.exec_driver_sql("PRAGMA query_only = ON"))
    QTest.keyClick(there, Qt.Key.Key_3)
    qtbot.waitUntil(there.holds_unsaved, timeout=5_000)
    window.navigator.go("privacy", assessment_id=group.id)
    page = window.page
    assert isinstance(page, PrivacyPage)
    page.presenter.choose_person(person.id)
    press(qtbot, page, "See what erasing takes away")
    wait_for_jobs()
    press(qtbot, page, "Yes, erase this for good")
    press(qtbot, page, "Erase for good")
    wait_for_jobs()
    assert "is not saved yet, so nothing was erased" in page.notice.sentence
    assert len(store.participants.of_assessment(group.id)) == 2
    store._writer.read(lambda disk: disk.exec_driver_sql("PRAGMA query_only = OFF"))
