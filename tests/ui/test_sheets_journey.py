"""Three people at one computer, one after the other, in the real window."""

import pytest
from house import House, focused, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.services.closing import closed_sheets
from collabkit.settings import Settings
from collabkit.ui.places import places
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.widgets.page import Page
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def window(qtbot: QtBot, house: House) -> MainWindow:
    """The window on the way to a board check."""
    window = MainWindow(places(lambda: house.context), Settings(None))
    qtbot.addWidget(window)
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    house.charity("Sample Kitchen")
    window.navigator.go("new", charity_id=None, pack_id="board-check")
    return window


def page(window: MainWindow) -> Page:
    assert window.page is not None
    return window.page


def answers(qtbot: QtBot, window: MainWindow, digit: Qt.Key) -> None:
    """Answer all statements, each with the same key, and come to the end."""
    while "I have finished" not in words(page(window)):
        qtbot.keyClick(focused(), digit)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
        QApplication.processEvents()


def test_three_people_answer_and_see_their_results(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    """Each begins, answers, closes the sheet and passes the computer on; then there are results."""
    press(qtbot, page(window), "Next")
    press(qtbot, page(window), "Several people, on this computer or elsewhere")
    press(qtbot, page(window), "3")
    press(qtbot, page(window), "Everybody has agreed to this beforehand")
    press(qtbot, page(window), "Start")
    for digit in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_5):
        assert "See the results" not in words(page(window))
        press(qtbot, page(window), "Let the next person answer here")
        press(qtbot, page(window), "Trustee or committee member")
        press(qtbot, page(window), "Begin")
        answers(qtbot, window, digit)
        press(qtbot, page(window), "I have finished")
        assert "pass the computer on" in page(window).notice.sentence
    (summary,) = house.services.assessments.summaries()
    assert len(closed_sheets(house.services, summary.assessment.id)) == 3
    window.navigator.back()  # whoever goes back finds nobody's answers
    assert isinstance(page(window), QuestionnairePage)
    assert "is not opened" in page(window).notice.sentence
    press(qtbot, page(window), "See who has answered")
    press(qtbot, page(window), "See the results")
    press(qtbot, page(window).notice, "See the results")
    assert page(window).title == "Results"
    assert house.services.assessments.get(summary.assessment.id).finished is not None
