"""The page Privacy: what is kept, what people are told, and one deliberate act to erase."""

from datetime import date, datetime
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from other_laptop import wait_for_jobs
from privacy_desk import act, page_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from sheets_desk import answer_here, begin

from collabkit.assessments.assessment import Assessment
from collabkit.services.erasing import HeldCopy
from collabkit.storage.copies import Reason
from collabkit.ui.home.page import HomePage
from collabkit.ui.privacy.page import PrivacyPage
from collabkit.ui.privacy.wording import copy_lines
from collabkit.ui.results.overview import progress
from collabkit.ui.taking_out import desktop
from collabkit.ui.taking_out.desktop import TakingOutDesktop

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def group(house: House) -> Assessment:
    """A group of six, of whom two have answered."""
    group = begin(house, people=6)
    for place in range(2):
        answer_here(house, group, place)
    return group


@pytest.fixture
def page(qtbot: QtBot, house: House, tmp_path: Path) -> PrivacyPage:
    return page_on(house, tmp_path / "documents")


def pick(page: PrivacyPage, place: int) -> None:
    """Pick a person with the keyboard."""
    people = page.person.people.list
    people.setFocus()
    for _down in range(place + 1):
        QTest.keyClick(people, Qt.Key.Key_Down)
    QApplication.processEvents()


def show(qtbot: QtBot, house: House, page: PrivacyPage, **arguments: str) -> None:
    house.show(qtbot, page, **arguments)
    wait_for_jobs()


def test_it_says_what_would_go_and_changes_nothing(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Looking is no act; everything else steps back until a person has decided."""
    house.services.store.safety.make_copy(Reason.ASKED)
    show(qtbot, house, page, assessment_id=group.id)
    assert not page.person.erase.isEnabled()
    pick(page, 0)
    act(qtbot, page, "See what erasing takes away")
    assert "Erase “Person 1” for good?" in words(page)
    assert "1 answer" in words(page)
    assert button(page, "Erase the safety copy that holds it as well").isChecked()
    assert not button(page, "Erase for good").isEnabled()
    assert "How long it is kept" not in words(page)
    act(qtbot, page, "Leave everything as it is")
    assert "How long it is kept" in words(page)
    assert len(house.services.assessments.participants(group.id)) == 6


def test_a_person_is_erased_with_a_tick_and_a_button(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Afterwards the page says what was searched."""
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 1)
    act(qtbot, page, "See what erasing takes away")
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "22 November 2026: A person, 2 records" in words(page)
    assert "Nothing of this sheet was found in them." in words(page)
    names = [p.pseudonym for p in house.services.assessments.participants(group.id)]
    assert names == ["Person 1", "Person 3", "Person 4", "Person 5", "Person 6"]
    people = page.findChild(QComboBox)
    assert people is not None
    assert people.findText("Person 2") == -1


def test_copies_that_were_to_stay_can_still_be_erased(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """They are named with their time, and one press erases them."""
    house.services.store.safety.make_copy(Reason.ASKED)
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 1)
    act(qtbot, page, "See what erasing takes away")
    act(qtbot, page, "Erase the safety copy that holds it as well")
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "Two safety copies still hold it." in words(page)
    assert "; gone by the end of " in words(page)
    assert len(house.services.store.safety.copies()) == 3
    act(qtbot, page, "Erase these now")
    assert page.notice.sentence == "These are erased."
    assert "; gone by the end of " not in words(page)
    assert "still hold" not in words(page)
    assert len(house.services.store.safety.copies()) == 1


def test_the_results_say_that_answers_are_left_out(house: House) -> None:
    """Of five people, four without one are not shown any more."""
    group = begin(house, people=5)
    for place in range(5):
        answer_here(house, group, place)
    services = house.services
    assert progress(services.results.picture(group.id)) == "Five people answered."
    person = services.assessments.participants(group.id)[0]
    services.erasing.erase(services.erasing.person(group.id, person.id, TODAY), TODAY)
    said = progress(services.results.picture(group.id))
    assert said.startswith("Four people have answered. Nothing is shown any more, because")


def test_by_keys_alone(qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage) -> None:
    """From the list of people to the end, with Tab, Space and Enter."""
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 2)

    def tab_to(name: str) -> None:
        for _step in range(40):
            found = focused()
            if found is not None and found.accessibleName() == name:
                return
            assert found is not None
            QTest.keyClick(found, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    tab_to("See what erasing takes away")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert focused() is page.deciding.heading
    tab_to("Yes, erase this for good")
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    tab_to("Erase for good")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert len(house.services.assessments.participants(group.id)) == 5


def test_a_charity_takes_its_name_to_erase(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """Another name does nothing; saving everything first is offered."""
    asked: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    show(qtbot, house, page, charity_id=group.charity_id)
    act(qtbot, page, "Save it in a file first")
    assert asked == [("taking-out", {"charity_id": group.charity_id})]
    act(qtbot, page, "See what would go")
    line = page.deciding.word.line
    QTest.keyClicks(line, "Sample Kitch")
    assert not button(page, "Erase for good").isEnabled()
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for_jobs()
    assert house.services.charities.all() != ()
    QTest.keyClicks(line, "en")
    assert button(page, "Erase for good").isEnabled()
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for_jobs()
    assert house.services.charities.all() == ()
    assert "A charity" in words(page)


def test_an_assessment_and_the_bin(qtbot: QtBot, house: House, page: PrivacyPage) -> None:
    """What is put away is erased from the page for everything; the receipts are shown there."""
    one = house.assessment(title="One", answered=2)
    house.assessment(title="Two")
    show(qtbot, house, page, assessment_id=one)
    assert "See what erasing takes away" not in words(page), "it goes as a whole"
    act(qtbot, page, "See what would go")
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert house.titles() == ["Two"]
    house.services.assessments.remove(house.services.assessments.summaries()[0].assessment.id)
    page.entered()
    assert "22 November 2026: An assessment" in words(page)
    act(qtbot, page, "See what would go")
    assert "Erase everything that was put away?" in words(page)
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "Nothing is put away." in words(page)
    assert house.services.assessments.removed() == ()


def test_what_is_held_about_a_person_is_never_shown(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage, tmp_path: Path
) -> None:
    """It goes straight into a file, with a word of warning."""
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 0)
    assert "hidden from the others" in words(page)
    act(qtbot, page, "Save what is held about this person…")
    (file,) = (tmp_path / "documents").iterdir()
    assert file.name == "Person 1, Away-day, own answers.html"
    statement = next(iter(house.services.assessments.pack_of(group).items)).statement
    assert statement in file.read_text(encoding="utf-8").replace("&#39;", "'")
    assert statement not in words(page)
    assert "Saved as" in words(page)


def test_how_long_it_is_kept_is_settled_at_once(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    show(qtbot, house, page, assessment_id=group.id)
    act(qtbot, page, "Until November 2029")
    assert house.services.retention.until(group.id) == date(2029, 11, 1)
    act(qtbot, page, "Not decided yet")
    assert house.services.retention.until(group.id) is None


def test_home_reminds_when_the_time_is_over(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """And leads to the page, where it can be erased or kept longer."""
    house.services.store.settled.keep(group.id, "keep-until", "2026-10")
    home = HomePage(house.context)
    asked: list[tuple[str, dict[str, object]]] = []
    home.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    house.show(qtbot, home)
    assert "It was to be kept until October 2026. Erase it, or keep it longer?" in words(home)
    press(qtbot, home, "Decide about Sample Kitchen · Away-day")
    assert asked == [("privacy", {"assessment_id": group.id})]
    show(qtbot, house, page, assessment_id=group.id)
    assert "This was to be kept until October 2026." in words(page)
    act(qtbot, page, "Until November 2027")
    assert "This was to be kept" not in words(page)
    home.entered()
    assert "It was to be kept" not in words(home)


def test_the_notice_can_be_copied_and_saved(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage, tmp_path: Path
) -> None:
    show(qtbot, house, page, assessment_id=group.id)
    act(qtbot, page, "Copy the text")
    assert "Sample Kitchen decides how your answers are used." in QGuiApplication.clipboard().text()
    act(qtbot, page, "Save as a document…")
    assert [f.name for f in (tmp_path / "documents").iterdir()] == [
        "Sample Kitchen, privacy notice.docx"
    ]


def test_a_name_is_taken_out_of_the_places_that_are_ticked(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    house.plan(group.id, ("Robin rings", TODAY), ("Ask Robin once more", TODAY))
    show(qtbot, house, page, assessment_id=group.id)
    page.name.name.line.setFocus()
    QTest.keyClicks(page.name.name.line, "robin")
    QTest.keyClick(page.name.name.line, Qt.Key.Key_Return)
    assert "Robin rings" in words(page)
    first = next(iter(page.name._ticks.values())).tick
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    act(qtbot, page, "See what taking it out means")
    assert "Take the name “robin” out?" in words(page)
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    texts = [action.text for action in house.services.plans.load(group.id).actions]
    assert texts == ["Robin rings", "Ask (name erased) once more"]
    assert page.name.name.text == ""


def test_a_name_that_stands_nowhere(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    show(qtbot, house, page, assessment_id=group.id)
    QTest.keyClicks(page.name.name.line, "Nobody")
    act(qtbot, page, "Find it")
    assert "This name stands nowhere else." in words(page)


def test_something_that_has_gone_says_so(qtbot: QtBot, house: House, page: PrivacyPage) -> None:
    show(qtbot, house, page, assessment_id="gone")
    assert "This is not here any more." in words(page)


def test_every_control_has_a_name(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """On the page itself and where one decides."""
    show(qtbot, house, page, assessment_id=group.id)
    assert nameless(page) == []
    list_of_people = QAccessible.queryAccessibleInterface(page.person.people.list)
    assert list_of_people.text(QAccessible.Text.Name) == "Who has asked?"
    page.entered(charity_id=group.charity_id)
    act(qtbot, page, "See what would go")
    assert nameless(page) == []
    assert "Sample Kitchen" in page.deciding.word.line.accessibleName()


def test_a_shown_picture_can_be_saved_before_somebody_is_erased(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """The advice has a button that leads to where the results are saved."""
    group = begin(house, people=5)
    for place in range(5):
        answer_here(house, group, place)
    house.services.results.picture(group.id)
    asked: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 0)
    act(qtbot, page, "See what erasing takes away")
    act(qtbot, page, "Save the results first")
    assert asked == [("taking-out", {"assessment_id": group.id})]


def test_a_name_that_still_stands_elsewhere_is_the_next_step(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """It is said before and after, and one press finds it."""
    house.plan(group.id, ("Ask Person 2 to ring", TODAY))
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 1)
    act(qtbot, page, "See what erasing takes away")
    assert "The name “Person 2” still stands in one text that others wrote" in words(page)
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "The name “Person 2” still stands in one text that others wrote" in words(page)
    act(qtbot, page, "Look for “Person 2”")
    qtbot.waitUntil(lambda: page.name.look.visibleRegion().boundingRect().height() > 0)
    assert "Ask Person 2 to ring" in words(page)
    act(qtbot, page, "See what taking it out means")
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "22 November 2026: A name in notes and plans, 1 text" in words(page)
    assert "still stands in" not in words(page)


def test_a_charitys_name_may_be_typed_in_small_letters(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """And a wrong name is called one."""
    show(qtbot, house, page, charity_id=group.charity_id)
    act(qtbot, page, "See what would go")
    line = page.deciding.word.line
    QTest.keyClicks(line, "other")
    assert "This is not the name that stands above." in words(page)
    line.clear()
    QTest.keyClicks(line, "sample kitchen")
    assert "This is not the name" not in words(page)
    assert button(page, "Erase for good").isEnabled()


def test_copies_of_one_minute_are_told_apart(
    qtbot: QtBot, house: House, group: Assessment, page: PrivacyPage
) -> None:
    """And what becomes of copies that stay is said only where they are to stay."""
    minute = datetime(2026, 11, 22, 18, 43)
    copies = [HeldCopy(Path("one"), minute.replace(second=s), TODAY) for s in (5, 50)]
    first, second = copy_lines(copies, TODAY)
    assert "18:43:05" in first
    assert "18:43:50" in second
    house.services.store.safety.make_copy(Reason.ASKED)
    show(qtbot, house, page, assessment_id=group.id)
    pick(page, 0)
    act(qtbot, page, "See what erasing takes away")
    assert "Whoever opens such a copy finds what was erased" not in words(page)
    act(qtbot, page, "Erase the safety copy that holds it as well")
    assert "Whoever opens such a copy finds what was erased" in words(page)
    act(qtbot, page, "See which")
    assert "if something changes in collabkit at least once a month" in words(page)


def test_a_file_is_of_the_kind_that_its_name_says(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document is no web page with two endings."""
    chosen = [tmp_path / name for name in ("doris.docx", "doris", "doris.v2")]
    given = iter(chosen)
    monkeypatch.setattr(desktop, "ask_where_to_save", lambda *_asked: next(given))
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = [
        TakingOutDesktop().ask_where_to_save(parent, tmp_path / "own.html") for _name in chosen
    ]
    assert [path.name for path in asked if path] == ["doris.docx", "doris.html", "doris.v2.html"]
