"""Asking people elsewhere: how many of each kind, into which folder, and what to write to them."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from own_packs_desk import read_at_length
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheets_desk import NORTH, OWN, Computer, begin, wait_for_jobs

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.ui.handing_out.page import HandingOutPage
from collabkit.ui.handing_out.state import Kind

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

MAKE = "Choose a folder and make them…"


@dataclass
class Desk:
    """The page for one assessment, with a stick in the computer."""

    qtbot: QtBot
    house: House
    stick: Path
    assessment: Assessment
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stick.mkdir()
        self.computer = Computer(self.stick)
        self.page = HandingOutPage(self.house.context, self.computer)
        self.gone = places_gone_to(self.page)
        self.house.show(self.qtbot, self.page, assessment_id=self.assessment.id)

    def want(self, **numbers: str) -> None:
        for kind, number in numbers.items():
            self.page.numbers.fields[Kind(kind)].set_text(number)

    def make(self) -> None:
        press(self.qtbot, self.page, MAKE)
        wait_for_jobs()

    def endings(self) -> list[str]:
        return sorted(path.suffix for path in self.stick.iterdir())

    def read(self) -> str:
        return words(self.page)


@pytest.fixture
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the program's own."""
    return tmp_path_factory.mktemp("usb") / "STICK"


@pytest.fixture
def board(qtbot: QtBot, house: House, stick: Path) -> Desk:
    """A board whose results are shown from five people on."""
    return Desk(qtbot, house, stick, begin(house))


def test_files_of_each_kind_are_written(board: Desk) -> None:
    """As many as were wanted, and the page says how many are where."""
    board.want(file="2", form="1", large="1")
    board.make()
    assert board.endings() == [".collabkit-ask", ".collabkit-ask", ".pdf", ".pdf"]
    expected = "Two answer files, one PDF and one PDF in large print in “STICK” are ready."
    assert expected in board.read()
    assert board.computer.shown is None
    press(board.qtbot, board.page, "Show in folder")
    assert board.computer.shown == board.stick


def test_each_kind_has_a_text_to_copy(board: Desk) -> None:
    """What it is, how long it takes, what happens with answers, and how to give it back."""
    board.want(file="1", form="1")
    board.make()
    read = read_at_length(board.page)
    for told in (
        "Sample Kitchen asks you to fill in a questionnaire: “Board conditions check” (Away-day).",
        "It has 20 statements and takes about five minutes.",
        "At the end choose “Give the answers back”.",
        "If you would rather use a pen, print it and hand me the filled-in sheets.",
        "Results are shown once five people have answered, and about all of them together",
        "please do not pass it on",
    ):
        assert told in read
    press(board.qtbot, board.page, "Copy this text: To those with a PDF")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Hello,\n\nSample Kitchen asks you")
    assert "The text was copied." in board.page.notice.sentence


def test_only_what_was_made_has_a_text(board: Desk) -> None:
    """Nobody has to read what to write to people who are not asked."""
    board.want(large="1")
    board.make()
    assert "To those with a PDF" in board.read()
    assert "To those with an answer file" not in board.read()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("", "Please say how many sheets you need, in one of these fields."),
        ("two", "Please write a number, such as 4."),
        ("-1", "Please write a number, such as 4."),
        ("101", "Please make 100 sheets at most at once."),
    ],
)
def test_a_number_that_cannot_be_is_told(board: Desk, number: str, sentence: str) -> None:
    """Beside its field, which has the keyboard; no folder is asked for and nothing written."""
    board.want(file=number)
    board.make()
    assert sentence in board.read()
    assert focused() is board.page.numbers.fields[Kind.FILE].line
    assert board.endings() == []


def test_whoever_rather_chooses_no_folder_has_lost_nothing(board: Desk) -> None:
    """The numbers stay."""
    board.want(file="2")
    board.computer.is_willing = False
    board.make()
    assert board.endings() == []
    assert board.page.numbers.texts[Kind.FILE] == "2"


def test_a_folder_that_cannot_be_used_is_told(board: Desk, stick: Path) -> None:
    """With the sentence of the error; the numbers stay, and another folder can be chosen."""
    board.computer.folder = stick / "gone"
    board.want(file="1")
    board.make()
    assert "The folder “gone” is not there" in board.page.notice.sentence
    board.computer.folder = board.stick
    board.make()
    assert board.endings() == [".collabkit-ask"]


def test_more_sheets_can_be_made(board: Desk) -> None:
    """The fields are empty again, and the files that are there stay."""
    board.want(file="1")
    board.make()
    press(board.qtbot, board.page, "Make more sheets")
    assert board.page.numbers.texts[Kind.FILE] == ""
    board.want(file="1")
    board.make()
    assert len(board.endings()) == 2


def test_everybody_may_get_the_same_pdf(board: Desk) -> None:
    """One tick; what it means is said before, and to those who get it."""
    assert "Nobody can change their answers later" in board.read()
    press(board.qtbot, board.page, "One PDF for everybody")
    board.make()
    (path,) = board.stick.iterdir()
    assert path.name == "Sample Kitchen, Away-day, for everybody.pdf"
    read = board.read() + read_at_length(board.page)
    assert "One PDF for everybody in “STICK” is ready." in read
    assert "copy and print it as often as you like" in read
    assert "Give each person a file of their own" not in read
    assert "To everybody who gets the same PDF" in read
    assert "they cannot be changed afterwards" in read
    assert "please do not pass it on" not in read


def test_the_same_pdf_comes_beside_sheets_of_ones_own(board: Desk) -> None:
    """And the page says of which is which; the next time nothing is ticked."""
    board.want(file="1")
    press(board.qtbot, board.page, "One PDF for everybody")
    board.make()
    assert "One answer file and one PDF for everybody in “STICK” are ready." in board.read()
    assert "Give each person a file of their own" in board.read()
    press(board.qtbot, board.page, "Make more sheets")
    assert not board.page.numbers.shared.tick.isChecked()


def test_an_organisation_that_answers_once_shares_nothing(
    qtbot: QtBot, house: House, stick: Path
) -> None:
    """There is one sheet for it."""
    desk = Desk(qtbot, house, stick, begin(house, "power-inventory", parties=(OWN, NORTH)))
    assert "One PDF for everybody" not in desk.read()


def test_usual_and_large_print_lie_side_by_side(board: Desk) -> None:
    """And what is there already is never replaced."""
    press(board.qtbot, board.page, "One PDF for everybody")
    board.want(form="1", large="1")
    board.make()
    press(board.qtbot, board.page, "Make more sheets")
    press(board.qtbot, board.page, "One PDF for everybody")
    board.make()
    names = [path.name for path in board.stick.iterdir()]
    assert len(names) == 4
    assert sum("large print" in name for name in names) == 1
    assert "Sample Kitchen, Away-day, for everybody (2).pdf" in names


def test_it_is_told_how_far_the_writing_is(board: Desk) -> None:
    """Across all kinds of sheets."""
    told: list[str] = []
    board.page._patience.setInterval(0)
    board.page._presenter.state_changed.connect(
        lambda state: state.busy and told.append(board.page.busy.done.text())
    )
    board.want(file="2", form="1")
    board.make()
    assert told[-3:] == [f"{done} of 3 are written." for done in (1, 2, 3)]
    assert "Writing the sheets" not in board.read()


def test_writing_can_be_stopped(board: Desk) -> None:
    """What is written so far is told, and is whole."""
    board.page._patience.setInterval(0)
    board.want(file="1", form="99")
    press(board.qtbot, board.page, MAKE)
    board.qtbot.waitUntil(lambda: "of 100" in board.read())
    assert "How many sheets?" not in board.read()
    board.qtbot.waitUntil(lambda: focused() is board.page.busy.stop)
    assert nameless(board.page) == []
    board.qtbot.waitUntil(lambda: len(board.endings()) >= 1)
    board.qtbot.keyClick(focused(), Qt.Key.Key_Space)
    wait_for_jobs()
    done = len(board.endings())
    assert 1 <= done < 100
    assert f"You stopped at {done} of 100." in board.read()
    assert focused() is button(board.page, "Show in folder")


def test_who_stops_at_once_has_nothing_and_can_begin_again(board: Desk) -> None:
    """The numbers stay."""
    gate, pool = Event(), QThreadPool.globalInstance()
    for _thread in range(pool.maxThreadCount()):
        pool.start(lambda: bool(gate.wait(20)))
    board.want(file="2")
    press(board.qtbot, board.page, MAKE)
    board.page._presenter.stop()
    gate.set()
    wait_for_jobs()
    assert board.endings() == []
    assert "nothing was written" in board.page.notice.sentence
    board.make()
    assert len(board.endings()) == 2


def test_writing_goes_on_while_people_look_elsewhere(board: Desk) -> None:
    """Back on the page they see how far it is, and then what was written."""
    gate, pool = Event(), QThreadPool.globalInstance()
    for _thread in range(pool.maxThreadCount()):
        pool.start(lambda: bool(gate.wait(20)))
    board.page._patience.setInterval(0)
    board.want(file="1")
    press(board.qtbot, board.page, MAKE)
    board.page.left()
    board.page.entered(assessment_id=board.assessment.id)
    board.qtbot.waitUntil(lambda: "0 of 1" in board.read())
    gate.set()
    wait_for_jobs()
    assert "One answer file in “STICK” is ready." in board.read()


def test_coming_back_to_the_page_begins_anew(board: Desk) -> None:
    """What was made before is in its folder."""
    board.want(file="1")
    board.make()
    board.page.left()
    board.page.entered(assessment_id=board.assessment.id)
    assert "How many sheets?" in board.read()
    assert "ready" not in board.read()


def test_open_mode_is_said_plainly(qtbot: QtBot, house: House, stick: Path) -> None:
    """On the page and in the text: anonymity is not possible, and all agreed to it."""
    desk = Desk(qtbot, house, stick, begin(house, minimum=3, settled={IDENTIFIABLE: AGREED}))
    assert "Anonymity is not possible." in desk.read()
    assert "once three people have answered" in desk.read()
    desk.want(file="1")
    desk.make()
    assert "Anonymity is not possible." in read_at_length(desk.page)


def test_people_of_organisations_are_asked_for_theirs(
    qtbot: QtBot, house: House, stick: Path
) -> None:
    """Without one nothing is made; the role of partners is settled; the file names the side."""
    desk = Desk(qtbot, house, stick, begin(house, "health-check", parties=(OWN, NORTH)))
    desk.want(file="1")
    desk.make()
    assert "Please choose the organisation for which they speak." in desk.read()
    assert desk.endings() == []
    press(qtbot, desk.page, "Sample Kitchen")
    assert "They choose their role on the sheet." in desk.read()
    press(qtbot, desk.page, "North")
    assert "They answer as partners from another organisation." in desk.read()
    desk.make()
    (path,) = desk.stick.iterdir()
    assert "North" in path.name
    assert "One answer file for North is ready in “STICK”." in desk.read()
    assert "In it you speak for North." in read_at_length(desk.page)


def test_one_organisation_leads_on_to_the_next(qtbot: QtBot, house: House, stick: Path) -> None:
    """After the last there is none."""
    desk = Desk(qtbot, house, stick, begin(house, "health-check", parties=(OWN, NORTH)))
    press(qtbot, desk.page, "Sample Kitchen")
    desk.want(file="1")
    desk.make()
    press(qtbot, desk.page, "Now for North")
    assert "They answer as partners from another organisation." in desk.read()
    desk.want(file="1")
    desk.make()
    assert "One answer file for North is ready in “STICK”." in desk.read()
    assert "Now for" not in desk.read()


def test_between_two_each_looks_at_itself(qtbot: QtBot, house: House, stick: Path) -> None:
    """So only one question is asked, and the sheet is about the organisation that fills it in."""
    desk = Desk(qtbot, house, stick, begin(house, "power-inventory", parties=(OWN, NORTH)))
    assert "About which organisation?" not in desk.read()
    assert "This is not anonymous." in desk.read()
    press(qtbot, desk.page, "North")
    desk.want(file="1")
    desk.make()
    (path,) = desk.stick.iterdir()
    assert "North about North" in path.name


def test_of_three_it_is_asked_about_whom(qtbot: QtBot, house: House, stick: Path) -> None:
    """Each looks at each."""
    parties = (OWN, NORTH, type(NORTH)("South"))
    desk = Desk(qtbot, house, stick, begin(house, "power-inventory", parties=parties))
    desk.want(file="1")
    desk.page._presenter.choose_party(desk.page._presenter.state.parties[1][0])
    desk.make()
    assert "Please choose the organisation about which they answer." in desk.read()
    desk.page._presenter.choose_about(desk.page._presenter.state.parties[2][0])
    desk.make()
    (path,) = desk.stick.iterdir()
    assert "North about South" in path.name


def test_one_persons_own_assessment_is_nobody_elses(
    qtbot: QtBot, house: House, stick: Path
) -> None:
    """The page says why, and has nothing to press but the way back."""
    alone = house.services.assessments.get(house.assessment())
    desk = Desk(qtbot, house, stick, alone)
    assert "This is one person's own assessment" in desk.read()
    assert MAKE not in desk.read()


def test_it_works_with_the_keyboard_alone(board: Desk) -> None:
    """Number, Tab to the button, Enter; then the folder can be shown at once."""
    board.qtbot.keyClicks(focused(), "1")
    for _step in range(8):
        if focused() is board.page.make:
            break
        board.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    board.qtbot.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    QApplication.processEvents()
    assert board.endings() == [".collabkit-ask"]
    assert focused() is button(board.page, "Show in folder")


def test_every_control_has_a_name(board: Desk) -> None:
    """Before and after."""
    assert nameless(board.page) == []
    board.want(file="1", form="1")
    board.make()
    assert nameless(board.page) == []
    press(board.qtbot, board.page, "Who answers")
    told = "When files come back, take them in here."
    assert board.gone == [("sheets", {"assessment_id": board.assessment.id, "told": told})]
