"""One door for every file: it says what the file is, from whom, and what happens next."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from other_laptop import ASKED, OtherLaptop, answer, wait_for_jobs
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.pack import Respondent
from collabkit.assets import resource
from collabkit.settings import Settings
from collabkit.ui.home.page import HomePage
from collabkit.ui.navigation import Place
from collabkit.ui.opening_files.desktop import FileDesktop
from collabkit.ui.opening_files.page import OpenFilePage
from collabkit.ui.opening_files.visit import PLACE, to_open
from collabkit.ui.widgets.page import Page
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[OtherLaptop]:
    laptop = OtherLaptop(tmp_path)
    yield laptop
    laptop.services.close()


class Computer(FileDesktop):
    """Chooses ``chosen`` and remembers where it was asked to begin."""

    def __init__(self, *chosen: Path) -> None:
        self.chosen = chosen
        self.begun_in: Path | None = None

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        self.begun_in = folder
        return self.chosen


def open_page(
    qtbot: QtBot, house: House, *paths: Path, computer: FileDesktop | None = None
) -> OpenFilePage:
    page = OpenFilePage(house.context, computer)
    house.show(qtbot, page, **to_open(paths) if paths else {})
    wait_for_jobs()
    return page


def test_home_leads_here_at_the_first_visit_too(qtbot: QtBot, house: House) -> None:
    """Whoever starts collabkit because of an e-mail finds the door at once."""
    home = HomePage(house.context)
    house.show(qtbot, home)
    gone = places_gone_to(home)
    press(qtbot, home, "Open a file somebody sent you")
    house.assessment()
    home.entered()
    press(qtbot, home, "Open a file somebody sent you")
    assert gone == [("open-file", {}), ("open-file", {})]


def test_without_a_file_there_is_one_thing_to_do(
    qtbot: QtBot, house: House, laptop: OtherLaptop
) -> None:
    """The chosen file is gone to like a place, so that Back leads to what was there before."""
    path = laptop.invitation()
    page = open_page(qtbot, house, computer=Computer(path))
    gone = places_gone_to(page)
    assert focused() is button(page, "Choose a file…")
    qtbot.keyClick(page.choose, "\r")
    ((place, arguments),) = gone
    assert (place, arguments["paths"]) == (PLACE, (str(path),))


def test_an_invitation_is_told_before_anything_is_begun(
    qtbot: QtBot, house: House, laptop: OtherLaptop
) -> None:
    """Who asks, what, how long, and what happens with the answers; nothing is kept yet."""
    page = open_page(qtbot, house, laptop.invitation())
    read = words(page)
    for said in (
        "Sample Charity asks for your answers",
        "Board conditions check · June",
        "four statements",
        "Your answers stay on this computer until you send them back yourself.",
        "Results are shown once five people have answered",
        "whoever brings the answers together could open this file",
        "At the end you decide whether your notes go along.",
    ):
        assert said in read
    assert house.services.assessments.summaries() == ()
    assert nameless(page) == []


def test_answer_now_leads_to_the_questionnaire(
    qtbot: QtBot, house: House, laptop: OtherLaptop
) -> None:
    """By one press of Enter; the same file goes on where one stopped."""
    path = laptop.invitation()
    page = open_page(qtbot, house, path)
    gone = places_gone_to(page)
    assert focused() is button(page, "Answer now")
    qtbot.keyClick(page.main, "\r")
    wait_for_jobs()
    (summary,) = house.services.assessments.summaries()
    assert gone == [("questionnaire", {"assessment_id": summary.assessment.id})]
    answer(house, summary.assessment, ASKED[:1])
    page.entered(**to_open([path]))
    wait_for_jobs()
    assert "You have begun: 1 of 4 statements answered." in words(page)
    press(qtbot, page, "Go on")
    wait_for_jobs()
    assert len(house.services.assessments.summaries()) == 1
    assert gone[1] == gone[0]


def test_a_copy_for_everybody_can_be_answered_by_two_at_one_computer(
    qtbot: QtBot, house: House, laptop: OtherLaptop
) -> None:
    """And it says that each could see the other's answers."""
    path = laptop.invitation(shared=True)
    house.services.invited.open_invitation(path, TODAY)
    page = open_page(qtbot, house, path)
    assert "each can see what the other one has answered" in words(page)
    press(qtbot, page, "Answer as another person")
    wait_for_jobs()
    assert len(house.services.assessments.summaries()) == 2


def test_once_given_back_it_can_be_done_again(
    qtbot: QtBot, house: House, laptop: OtherLaptop
) -> None:
    """The invitation leads to the answers, and to the file."""
    path = laptop.invitation()
    there = house.services.invited.open_invitation(path, TODAY)
    house.services.assessments.finish(there.id, TODAY)
    page = open_page(qtbot, house, path)
    gone = places_gone_to(page)
    assert "You saved your answers on 22 November 2026." in words(page)
    press(qtbot, page, "Give the answers back")
    press(qtbot, page, "See your answers")
    wait_for_jobs()
    assert gone == [
        ("giving-back", {"assessment_id": there.id}),
        ("questionnaire", {"assessment_id": there.id, "from_start": True}),
    ]


def test_an_invitation_of_ones_own_is_to_be_sent(qtbot: QtBot, laptop: OtherLaptop) -> None:
    """Where it was made, answering it is not the first thing that is offered."""
    page = open_page(qtbot, laptop.house, laptop.invitation())
    gone = places_gone_to(page)
    assert "Send the file to whoever is to answer." in words(page)
    press(qtbot, page, "See who has answered")
    assert gone == [("sheets", {"assessment_id": laptop.assessment.id})]


def given_back(house: House, laptop: OtherLaptop, name: str) -> Path:
    """Return a file of answers that somebody gave on ``house``."""
    there = house.services.invited.open_invitation(laptop.invitation(), TODAY)
    answer(house, there, ASKED, "a remark that nobody may see")
    path = house.context.folder.root.parent / name
    house.services.invited.give_back(there.id, path, with_notes=True, role=Respondent.STAFF)
    return path


def test_answers_are_taken_in_together_and_never_shown(
    qtbot: QtBot, house: House, laptop: OtherLaptop, tmp_path: Path
) -> None:
    """Of one assessment with one press; neither answers nor remarks stand on the page."""
    one, two = (given_back(house, laptop, f"{name}.collabkit-answers") for name in "ab")
    page = open_page(qtbot, laptop.house, one, two)
    gone = places_gone_to(page)
    read = words(page)
    assert "Answers of two sheets that came back" in read
    assert "Sample Charity · June" in read
    assert "remark" not in read
    press(qtbot, page, "Take them in")
    paths = (str(one), str(two))
    assert gone == [("coming-back", {"assessment_id": laptop.assessment.id, "paths": paths})]


def test_ones_own_answers_are_to_be_sent(qtbot: QtBot, house: House, laptop: OtherLaptop) -> None:
    """Opening the file at home does not take it in anywhere."""
    page = open_page(qtbot, house, given_back(house, laptop, "mine.collabkit-answers"))
    assert "Send this file to whoever sent you the invitation" in words(page)


def test_files_of_several_kinds_stand_below_each_other(
    qtbot: QtBot, house: House, laptop: OtherLaptop, tmp_path: Path
) -> None:
    """Each with its own button; one that cannot be used keeps nothing from the others."""
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    page = open_page(qtbot, house, laptop.invitation(), broken)
    gone = places_gone_to(page)
    assert "This file cannot be used as it is" in words(page)
    press(qtbot, page, "Answer now")
    wait_for_jobs()
    assert [place for place, _arguments in gone] == ["questionnaire"]


def test_a_questionnaire_is_led_to_where_it_is_checked(qtbot: QtBot, house: House) -> None:
    """With the path of the file."""
    path = resource("templates", "partner-meetings.toml")
    page = open_page(qtbot, house, path)
    gone = places_gone_to(page)
    press(qtbot, page, "See the questionnaire")
    assert gone == [("packs", {"path": str(path)})]


def test_a_file_that_cannot_be_used_leaves_another_try(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """A sentence says why, and the next file can be chosen with the keyboard."""
    picture = tmp_path / "form.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    computer = Computer()
    page = open_page(qtbot, house, picture, computer=computer)
    gone = places_gone_to(page)
    assert "This is a picture." in words(page)
    assert focused() is button(page, "Choose another file…")
    qtbot.keyClick(page.other, "\r")
    assert computer.begun_in == tmp_path
    assert gone == []


def test_only_the_file_that_was_chosen_last_counts(
    qtbot: QtBot, house: House, laptop: OtherLaptop, tmp_path: Path
) -> None:
    """Whatever takes longer to be read."""
    picture = tmp_path / "form.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    page = OpenFilePage(house.context)
    house.show(qtbot, page)
    page.entered(**to_open([laptop.invitation()]))
    page.entered(**to_open([picture]))
    wait_for_jobs()
    assert "This is a picture." in words(page)
    assert "asks for your answers" not in words(page)


def window_with_pages() -> MainWindow:
    places = [("home", ""), (PLACE, "home")]
    return MainWindow(
        tuple(Place(key, key, "home", partial(Page, key), under) for key, under in places),
        Settings(None),
    )


def test_a_file_that_is_dropped_on_the_window_is_opened(
    keep_window: Callable[[QWidget], None], tmp_path: Path
) -> None:
    """Wherever one is; the same file once more is looked at once more."""
    window = window_with_pages()
    keep_window(window)
    window.navigator.go("home")
    assert drop(window, tmp_path / "a.json")
    first = window.navigator.current
    assert first is not None
    assert (first.key, first.arguments["paths"]) == (PLACE, (str(tmp_path / "a.json"),))
    assert drop(window, tmp_path / "a.json")
    assert window.navigator.current != first


def test_nothing_is_opened_before_the_data_is(
    keep_window: Callable[[QWidget], None], tmp_path: Path
) -> None:
    """And what is no file on this computer never is."""
    window = window_with_pages()
    keep_window(window)
    window.navigator.go("home")
    assert not drop(window, "https://example.org/a.json")
    window.rail.setEnabled(False)
    assert not drop(window, tmp_path / "a.json")


def drop(window: MainWindow, what: Path | str) -> bool:
    """Drop something as the system does; tell whether it is taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(what)) if isinstance(what, Path) else QUrl(what)])
    way = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *way)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *way)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()
