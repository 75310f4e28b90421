"""Assess: every charity with its assessments, and what can be done with them."""

from datetime import date
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample
from collabkit.ui.assess.more_button import MoreButton
from collabkit.ui.assess.page import AssessPage
from collabkit.ui.widgets.sample_mark import SampleMark

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_list(qtbot: QtBot, house: House) -> AssessPage:
    page = AssessPage(house.context)
    house.show(qtbot, page)
    return page


def choose(qtbot: QtBot, page: AssessPage, title: str, act: str) -> None:
    """Open the rarer acts of an assessment and choose one of them."""
    more = button(page, f"More for {title}")
    assert isinstance(more, MoreButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = more.menu_of_acts
    assert menu is not None
    qtbot.waitActive(menu)
    actions: list[QAction] = menu.actions()
    wanted = next(action for action in actions if action.text() == act)
    menu.setActiveAction(wanted)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    # Without a desktop nobody gives the window its turn again when a menu has closed.
    page.activateWindow()
    qtbot.waitActive(page)


def test_letters_go_through_the_rarer_acts(qtbot: QtBot, house: House) -> None:
    """The first letter goes to the next act with it and does nothing yet; Enter does."""
    assessment = house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    more = button(page, "More for June 2026")
    assert isinstance(more, MoreButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = more.menu_of_acts
    assert menu is not None
    qtbot.waitActive(menu)
    reached = []
    for letter in "ppprz":
        qtbot.keyClicks(menu, letter)
        present = menu.activeAction()
        assert present is not None
        reached.append(present.text())
    assert reached == ["Privacy…", "Put away", "Plan", "Rename", "Rename"]
    qtbot.keyClicks(menu, "pp")
    assert gone == []
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClicks(menu, "p")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert len(gone) == 1
    page.activateWindow()
    qtbot.waitActive(page)
    assert house.services.assessments.get(assessment).title == "June 2026"


def title_line(page: AssessPage) -> QLineEdit:
    return next(line for line in page.findChildren(QLineEdit) if line.isVisibleTo(page))


def test_an_empty_list_leads_to_the_first_assessment(qtbot: QtBot, house: House) -> None:
    """With nothing there yet, one button with the keyboard on it begins."""
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    qtbot.keyClick(button(page, "Start"), Qt.Key.Key_Return)
    assert gone == [("new", {})]


def test_assessments_stand_below_their_charity_the_latest_first(qtbot: QtBot, house: House) -> None:
    """The charity worked on last is on top; one without assessments says so."""
    house.charity("Sample Market")
    house.assessment("Sample Club", "May 2026", answered=20, finished=date(2026, 5, 9))
    house.assessment("Sample Kitchen", "June 2026", answered=3)
    house.assessment("Sample Kitchen", "July 2026")
    read = words(open_list(qtbot, house))
    order = ["Sample Kitchen", "July 2026", "June 2026", "Sample Club", "May 2026", "Sample Market"]
    assert [read.index(name) for name in order] == sorted(read.index(name) for name in order)
    assert "3 of 20 statements answered · started on 22 November 2026" in read
    assert "All 20 statements answered · finished on 9 May 2026" in read
    assert "No assessment yet." in read


def test_two_with_the_same_title_are_told_apart_by_ear(qtbot: QtBot, house: House) -> None:
    """The buttons of each name the questionnaire as well; of a single one only its title."""
    house.assessment(title="June 2026")
    house.assessment(title="May 2026")
    house.services.assessments.start_alone(
        house.charity("Sample Kitchen"),
        builtin_pack("board-check"),
        Selection.ALL,
        Respondent.TRUSTEE,
        "June 2026",
        TODAY,
    )
    page = open_list(qtbot, house)
    assert button(page, "Go on with Board conditions check · June 2026")
    assert button(page, "Go on with The five themes · June 2026")
    assert button(page, "Go on with May 2026")


def test_the_sample_comes_last_and_is_marked(qtbot: QtBot, house: House) -> None:
    """However lately it was touched, the sample stands below one's own."""
    house.assessment("Sample Kitchen")
    ensure_sample(house.services, TODAY)
    page = open_list(qtbot, house)
    read = words(page)
    assert read.index("Sample Kitchen") < read.index("Sample Charity")
    mark = page.findChild(SampleMark)
    assert mark is not None
    assert mark.isVisibleTo(page)
    assert mark.accessibleName() == "Sample: not a real charity"


@pytest.mark.parametrize(
    ("name", "place"),
    [("Go on with {}", "questionnaire"), ("Results of {}", "results")],
)
def test_an_unfinished_assessment_can_be_opened(
    qtbot: QtBot, house: House, name: str, place: str
) -> None:
    """Going on and looking at the results so far are one press away."""
    assessment_id = house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, name.format("June 2026"))
    assert gone == [(place, {"assessment_id": assessment_id})]


@pytest.mark.parametrize(("name", "place"), [("Results of {}", "results"), ("Plan of {}", "plan")])
def test_a_finished_assessment_can_be_opened(
    qtbot: QtBot, house: House, name: str, place: str
) -> None:
    """Results and plan are one press away."""
    assessment_id = house.assessment(title="June 2026", finished=TODAY)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, name.format("June 2026"))
    assert gone == [(place, {"assessment_id": assessment_id})]


def test_rarer_acts_are_found_under_more(qtbot: QtBot, house: House) -> None:
    """The answers of a finished assessment can still be looked through."""
    assessment_id = house.assessment(title="June 2026", finished=TODAY)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    choose(qtbot, page, "June 2026", "Look through the answers")
    assert gone == [("questionnaire", {"assessment_id": assessment_id})]


def test_an_assessment_is_renamed_where_it_stands(qtbot: QtBot, house: House) -> None:
    """The title is typed in place of the old one; Enter saves, and the keyboard stays there."""
    house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    choose(qtbot, page, "June 2026", "Rename")
    assert focused() is title_line(page)
    qtbot.keyClicks(title_line(page), "Away-day")
    qtbot.keyClick(title_line(page), Qt.Key.Key_Return)
    assert house.titles() == ["Away-day"]
    assert focused() is button(page, "Go on with Away-day")


def test_an_assessment_cannot_be_left_without_a_title(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field, which keeps what was typed and the keyboard."""
    house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    choose(qtbot, page, "June 2026", "Rename")
    title_line(page).setText(" ")
    press(qtbot, page, "Save")
    assert "Please give the assessment a title" in words(page)
    assert "Please give the assessment a title" in title_line(page).accessibleDescription()
    assert focused() is title_line(page)
    assert house.titles() == ["June 2026"]


def test_escape_leaves_the_title_as_it_was(qtbot: QtBot, house: House) -> None:
    """Nothing is saved, and the row stands as before."""
    house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    choose(qtbot, page, "June 2026", "Rename")
    qtbot.keyClicks(title_line(page), "Something else")
    qtbot.keyClick(title_line(page), Qt.Key.Key_Escape)
    assert house.titles() == ["June 2026"]
    assert button(page, "Go on with June 2026")


def test_an_assessment_is_put_away_and_comes_back(qtbot: QtBot, house: House) -> None:
    """No question is asked; Undo stands in the notice."""
    house.assessment(title="June 2026")
    page = open_list(qtbot, house)
    choose(qtbot, page, "June 2026", "Put away")
    assert house.titles() == []
    assert page.notice.sentence == "“June 2026” was put away."
    press(qtbot, page, "Undo")
    assert house.titles() == ["June 2026"]
    assert "June 2026" in words(page)


def test_a_charity_is_put_away_with_its_assessments_and_comes_back(
    qtbot: QtBot, house: House
) -> None:
    """The button says how many go with it."""
    house.assessment("Sample Kitchen", "June 2026")
    house.assessment("Sample Kitchen", "July 2026")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away Sample Kitchen with its 2 assessments")
    assert "Sample Kitchen" not in words(page).replace(page.notice.sentence, "")
    press(qtbot, page, "Undo")
    assert house.titles() == ["July 2026", "June 2026"]


def test_the_page_is_shorter_at_first_when_there_is_much(qtbot: QtBot, house: House) -> None:
    """The latest 25 are shown, and the others at a press, with the keyboard on the next one."""
    for number in range(1, 41):
        house.assessment(title=f"Round {number:02}")
    page = open_list(qtbot, house)
    assert "Round 16" in words(page)
    assert "Round 15" not in words(page)
    press(qtbot, page, "Show 15 more")
    assert "Round 01" in words(page)
    assert focused() is button(page, "Go on with Round 15")


def test_a_charity_can_be_changed(qtbot: QtBot, house: House) -> None:
    """Change leads to the form of that charity."""
    charity_id = house.charity("Sample Kitchen")
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Change Sample Kitchen")
    press(qtbot, page, "New assessment for Sample Kitchen")
    assert gone == [("charity", {"charity_id": charity_id}), ("new", {"charity_id": charity_id})]


def test_everything_of_a_charity_goes_into_one_file(qtbot: QtBot, house: House) -> None:
    """Its card leads there once there is something to take along."""
    house.charity("Empty Kitchen")
    house.assessment("Sample Kitchen")
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    assert words(page).count("Everything in one file") == 1
    press(qtbot, page, "Everything of Sample Kitchen in one file")
    assert gone == [("taking-out", {"charity_id": house.charity("Sample Kitchen")})]


def test_titles_are_shown_as_they_were_typed(qtbot: QtBot, house: House) -> None:
    """A title that looks like markup is text like any other."""
    house.assessment("<h1>A & B</h1>", "<img src=x>")
    assert "<img src=x>" in words(open_list(qtbot, house))


def test_trouble_with_the_disk_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    """What cannot be put away stays in the list, with the reason on top."""
    house = House(tmp_path)
    house.assessment(title="June 2026")
    house.services.close()
    house = House(tmp_path, read_only=True)
    page = open_list(qtbot, house)
    choose(qtbot, page, "June 2026", "Put away")
    assert "reading only" in page.notice.sentence
    assert "June 2026" in words(page)
    house.services.close()


def test_every_control_of_the_list_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers can say what each button does, and to which assessment."""
    ensure_sample(house.services, TODAY)
    house.assessment("Sample Kitchen", "June 2026")
    page = open_list(qtbot, house)
    assert nameless(page) == []
    choose(qtbot, page, "June 2026", "Rename")
    assert nameless(page) == []


def start_group(house: House, title: str = "Away-day") -> str:
    """Start a board check that several people are to answer."""
    return house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("board-check"),
        selection=Selection.ALL,
        minimum=5,
        title=title,
        today=TODAY,
    ).id


def test_each_row_says_which_questionnaire_it_is(qtbot: QtBot, house: House) -> None:
    """Two occasions may have much the same title."""
    house.assessment("Sample Kitchen", "June 2026", answered=3)
    start_group(house)
    read = words(open_list(qtbot, house))
    assert "The five themes · 3 of 20 statements answered" in read
    assert "Board conditions check · Nobody has begun yet" in read


def test_an_assessment_of_several_goes_on_with_its_sheets(qtbot: QtBot, house: House) -> None:
    """Nobody's sheet is opened from here."""
    assessment_id = start_group(house)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Go on with Away-day")
    assert gone == [("sheets", {"assessment_id": assessment_id})]


def test_when_all_have_finished_it_is_still_seen_who(qtbot: QtBot, house: House) -> None:
    """In place of looking through the answers."""
    house.services.assessments.finish(start_group(house), TODAY)
    page = open_list(qtbot, house)
    gone = places_gone_to(page)
    choose(qtbot, page, "Away-day", "See who has answered")
    assert gone[0][0] == "sheets"


def test_an_assessment_of_several_is_put_away_and_comes_back(qtbot: QtBot, house: House) -> None:
    """With its sheets, as they were."""
    assessment_id = start_group(house)
    house.services.assessments.add_person(assessment_id, "Person 1", Respondent.TRUSTEE)
    page = open_list(qtbot, house)
    choose(qtbot, page, "Away-day", "Put away")
    assert house.titles() == []
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Bring back Sample Kitchen · Away-day")
    (summary,) = house.services.assessments.summaries()
    assert (summary.assessment.title, summary.participants) == ("Away-day", 1)
