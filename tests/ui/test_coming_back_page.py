"""Taking in what came back: looked at first, left out singly, taken as a whole or not at all."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from sheets_desk import CODES, Computer, answer_file, begin, wait_for_jobs

from collabkit.assessments.assessment import Assessment
from collabkit.services.closing import closed_sheets
from collabkit.ui.coming_back.page import ComingBackPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@dataclass
class Desk:
    """The page of a board, and a folder with what came back."""

    qtbot: QtBot
    house: House
    post: Path
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assessment: Assessment = begin(self.house)
        self.computer = Computer(self.post)
        self.page = ComingBackPage(self.house.context, self.computer)
        self.gone = places_gone_to(self.page)
        self.house.show(self.qtbot, self.page, assessment_id=self.assessment.id)

    def file(self, number: int = 0, **changes: object) -> Path:
        return answer_file(self.post, self.assessment, number, **changes)

    def choose(self, *files: Path) -> None:
        self.computer.files = files
        chooser = self.page.choose if self.page.choose.isVisible() else self.page.others
        self.qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton)
        wait_for_jobs()

    def press(self, name: str) -> None:
        press(self.qtbot, self.page, name)
        wait_for_jobs()

    def read(self) -> str:
        return words(self.page)

    def people(self) -> list[str]:
        there = self.house.services.assessments.participants(self.assessment.id)
        return [person.pseudonym for person in there]

    def names(self) -> list[str]:
        buttons = self.page.findChildren(QAbstractButton)
        return [b.accessibleName() for b in buttons if b.isVisibleTo(self.page)]


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Five are needed, and nobody has answered yet."""
    return Desk(qtbot, house, tmp_path_factory.mktemp("post"))


def test_it_is_looked_at_first(desk: Desk) -> None:
    """From whom, which way and how much; nothing is kept before the press that takes it."""
    desk.choose(desk.file(0), desk.file(1))
    read = desk.read()
    assert "Two sheets can be taken in." in read
    assert "Three more people have to answer before anything is shown." in read
    assert "Voice 0" in desk.names()
    assert "Answer file · 2 of 20 statements answered · 0.collabkit-answers" in read
    assert desk.people() == []


def test_one_press_takes_all_of_it(desk: Desk) -> None:
    """The sheets are there, closed for good; the page says how many, and leads to who answers."""
    desk.choose(desk.file(0), desk.file(1))
    desk.press("Take in two sheets")
    assert desk.people() == ["Voice 0", "Voice 1"]
    assert len(closed_sheets(desk.house.services, desk.assessment.id)) == 2
    assert "Two new sheets were taken in." in desk.read()
    assert focused() is desk.page.see
    desk.press("See who has answered")
    assert desk.gone == [("sheets", {"assessment_id": desk.assessment.id})]


def test_the_same_files_again_are_nothing_new(desk: Desk) -> None:
    """There is nothing to press that would take them once more."""
    files = desk.file(0), desk.file(1)
    desk.choose(*files)
    desk.press("Take in two sheets")
    desk.choose(*files)
    assert "Nothing new. Everything in these files is here already." in desk.read()
    assert not any(name.startswith("Take in") for name in desk.names())
    assert desk.people() == ["Voice 0", "Voice 1"]


def test_a_sheet_is_left_out_by_its_tick(desk: Desk) -> None:
    """Only the others are taken, and it is said that one was left out."""
    desk.choose(desk.file(0), desk.file(1))
    desk.press("Voice 1")
    assert "Three more people" not in desk.read()  # that counted both of them
    assert "Four more people have to answer before anything is shown." in desk.read()
    desk.press("Take in one sheet")
    assert desk.people() == ["Voice 0"]
    assert "One new sheet was taken in. One was left out." in desk.read()


def test_leaving_sheets_out_tells_what_comes_of_the_others(desk: Desk) -> None:
    """And no line moves: the next tick is where it was."""
    desk.choose(*[desk.file(number) for number in range(6)])
    assert "With these, enough will have answered." in desk.read()
    ticks = [button(desk.page, f"Voice {number}") for number in range(6)]
    places = [tick.mapTo(desk.page, QPoint(0, 0)) for tick in ticks]
    told = ["With these, enough will have answered.", "One more person has to answer"]
    told += [f"{n} more people have to answer" for n in ("Two", "Three", "Four")]
    told.append("Every sheet is left out, so nothing is taken in.")
    for tick, sentence in zip(ticks, told, strict=True):
        desk.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
        wait_for_jobs()
        assert sentence in desk.read()
        assert [each.mapTo(desk.page, QPoint(0, 0)) for each in ticks] == places


def test_a_longer_line_above_moves_no_tick(desk: Desk) -> None:
    """Once results were shown, the sentence about those who wait takes two lines."""
    desk.choose(*[desk.file(number) for number in range(5)])
    desk.press("Take in five sheets")
    assert desk.house.services.results.picture(desk.assessment.id).results.respondents == 5
    late = [desk.file(n, sheet=f"H{CODES[n][1:]}", name=f"Late {n}") for n in range(6)]
    desk.choose(*late)
    ticks = [button(desk.page, f"Late {number}") for number in range(6)]
    places = [tick.mapTo(desk.page, QPoint(0, 0)) for tick in ticks]
    heights = {desk.page.outlook.height()}
    for tick in (ticks[0], ticks[1], ticks[1]):
        desk.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
        wait_for_jobs()
        heights.add(desk.page.outlook.height())
        assert [each.mapTo(desk.page, QPoint(0, 0)) for each in ticks] == places
    assert len(heights) == 2


def test_what_is_being_taken_in_does_not_change(desk: Desk) -> None:
    """A tick stays as it is until all is there, and it cannot be taken in twice."""
    desk.choose(desk.file(0), desk.file(1))
    press(desk.qtbot, desk.page, "Take in two sheets")
    press(desk.qtbot, desk.page, "Voice 1")
    assert not desk.page.take.isEnabled()
    wait_for_jobs()
    assert desk.people() == ["Voice 0", "Voice 1"]
    assert "Two new sheets were taken in." in desk.read()
    assert "left out" not in desk.read()


def test_with_every_tick_gone_there_is_nothing_to_take(desk: Desk) -> None:
    """And with a tick again, there is."""
    desk.choose(desk.file(0))
    desk.press("Voice 0")
    assert not any(name.startswith("Take in") for name in desk.names())
    assert "Every sheet is left out, so nothing is taken in." in desk.read()
    desk.press("Voice 0")
    assert "Take in one sheet" in desk.names()


def test_a_newer_file_takes_the_place_of_an_earlier(desk: Desk) -> None:
    """The page says so beforehand, and afterwards there is one sheet."""
    desk.choose(desk.file(0))
    desk.press("Take in one sheet")
    desk.choose(desk.file(0, answers={desk.assessment.asked[0]: "5"}))
    assert "This sheet came before with other answers. The new ones take their place." in (
        desk.read()
    )
    desk.press("Take in one sheet")
    assert desk.people() == ["Voice 0"]
    assert "One took the place of an earlier one." in desk.read()


def test_what_cannot_be_taken_is_told_with_its_reason(desk: Desk) -> None:
    """The others are taken all the same, and the reasons stay to be read."""
    strange = desk.post / "holiday.jpg"
    strange.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    elsewhere = desk.file(1, assessment="another")
    desk.choose(strange, elsewhere, desk.file(0))
    read = desk.read()
    assert "One sheet can be taken in. Two cannot be taken in; below is why." in read
    assert "holiday.jpg" in read
    assert "handed out for another assessment, which is not on this computer" in read
    desk.press("Take in one sheet")
    assert desk.people() == ["Voice 0"]
    assert "holiday.jpg" in desk.read()


def test_of_many_faults_the_first_ten_are_shown(desk: Desk) -> None:
    """And how many more there are."""
    desk.choose(desk.file(0, answers=dict.fromkeys(desk.assessment.asked[:13], "99")))
    faults = [line for line in desk.read().splitlines() if line.startswith("•")]
    assert len(faults) == 11
    assert "And three more." in faults[-1]
    assert "Statement 1, “Part of our purpose”: the answer is none of those" in faults[0]
    assert "99" not in "".join(faults)


def test_nobodys_answers_are_shown(desk: Desk) -> None:
    """Neither what was chosen nor what was written; only how much there is."""
    item = desk.assessment.asked[0]
    desk.choose(desk.file(0, notes={item: "A secret of the board"}))
    assert "1 note" in desk.read()
    assert "secret" not in desk.read()
    texts = [label.toolTip() + label.accessibleName() for label in desk.page.findChildren(QLabel)]
    assert not any("secret" in text for text in texts)


def test_the_very_same_answers_can_be_another_persons(desk: Desk) -> None:
    """Only people can say so; then they are taken in, and it can be taken back."""
    rows = f"respondent,role,item,answer\n1,staff,{desk.assessment.asked[0]},4\n"
    tables = desk.post / "one.csv", desk.post / "two.csv"
    for table in tables:
        table.write_text(rows, encoding="utf-8")
    desk.choose(*tables)
    read = desk.read()
    assert "One sheet can be taken in. One stands there twice and counts once." in read
    assert "came already" not in read.lower()  # nothing has come yet
    assert "Twice in these files" in read
    (name,) = (n for n in desk.names() if n.startswith("It is from another person"))
    desk.press(name)
    assert "Take in two sheets" in desk.names()
    (name,) = (n for n in desk.names() if n.startswith("It is the same sheet after all"))
    desk.press(name)
    assert "Take in one sheet" in desk.names()


def test_files_are_dropped_anywhere_on_the_page(desk: Desk) -> None:
    """They are looked at as those that were chosen are."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (desk.file(0), desk.file(1))])
    drop = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.page.dropEvent(drop)
    wait_for_jobs()
    assert "Two sheets can be taken in." in desk.read()


def test_the_page_opens_with_files_from_elsewhere(desk: Desk) -> None:
    """Whoever knows which files they are hands them over."""
    desk.page.left()
    paths = (str(desk.file(0)),)
    desk.page.entered(assessment_id=desk.assessment.id, paths=paths)
    wait_for_jobs()
    assert "One sheet can be taken in." in desk.read()


def test_coming_back_to_the_page_begins_anew(desk: Desk) -> None:
    """With nothing of last time in the way; the files are where they were."""
    desk.choose(desk.file(0))
    desk.page.left()
    desk.page.entered(assessment_id=desk.assessment.id)
    wait_for_jobs()
    assert "can be taken in." not in desk.read()
    assert desk.page.choose.isVisible()


def test_what_is_being_taken_in_is_told_on_coming_back(desk: Desk) -> None:
    """Going elsewhere and back meanwhile loses nothing."""
    desk.choose(desk.file(0))
    press(desk.qtbot, desk.page, "Take in one sheet")
    desk.page.left()
    desk.page.entered(assessment_id=desk.assessment.id)
    wait_for_jobs()
    assert "One new sheet was taken in." in desk.read()


def test_what_changed_meanwhile_is_told_and_nothing_taken(desk: Desk) -> None:
    """With the reason; and the files are looked at once more by themselves."""
    desk.choose(desk.file(0), desk.file(1))
    returns = desk.house.services.returns
    other = desk.file(1, answers={desk.assessment.asked[0]: "1"})
    returns.take(returns.preview(desk.assessment.id, [other]), TODAY)
    desk.press("Take in two sheets")
    assert "Nothing was taken, because something has changed" in desk.page.notice.sentence
    assert "Voice 1:" in desk.page.notice.sentence
    assert desk.people() == ["Voice 1"]
    assert "The new ones take their place." in desk.read()


def test_paper_is_keyed_in_elsewhere(desk: Desk) -> None:
    """The page leads there."""
    desk.press("Key in a sheet of paper")
    assert desk.gone == [("keying-in", {"assessment_id": desk.assessment.id})]


def test_whoever_chooses_nothing_changes_nothing(desk: Desk) -> None:
    """What was looked at is still there."""
    desk.choose(desk.file(0))
    desk.choose()
    assert "One sheet can be taken in." in desk.read()


def test_taking_in_works_with_the_keyboard_alone(desk: Desk) -> None:
    """The button that takes it has the keyboard as soon as there is something to take."""
    desk.computer.files = (desk.file(0),)
    assert focused() is desk.page.choose
    desk.qtbot.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert focused() is desk.page.take
    desk.qtbot.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert desk.people() == ["Voice 0"]


def test_everything_on_the_page_has_a_name(desk: Desk) -> None:
    """Ticks, buttons and folds."""
    desk.choose(desk.file(0), desk.file(1, assessment="another"))
    QApplication.processEvents()
    assert nameless(desk.page) == []
    assert button(desk.page, "Voice 0").isChecked()
