"""From Home to the first statement, in the real window."""

import pytest
from house import House, focused, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.services.packs import builtin_packs
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def key(qtbot: QtBot, which: Qt.Key) -> None:
    """Press a key wherever the keyboard is."""
    qtbot.keyClick(keyboard(), which)
    QApplication.processEvents()


def keyboard() -> QWidget:
    here = focused()
    assert here is not None, "nothing has the keyboard"
    return here


def shown(window: MainWindow) -> str:
    assert window.page is not None
    return words(window.page)


def test_a_newcomer_gets_to_the_first_statement_with_the_keyboard_alone(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    """Enter at Start, a name, and Enter at each step; the first statement is there."""
    key(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(keyboard(), "Sample Kitchen")
    for _step in ("charity", "questionnaire", "statements", "people"):
        key(qtbot, Qt.Key.Key_Return)
    assert window.navigator.current is not None
    assert window.navigator.current.key == "questionnaire"
    pack = builtin_packs()[0]
    assert pack.item(pack.core_ids[0]).statement in shown(window)


def test_space_and_tab_do_as_well(qtbot: QtBot, house: House, window: MainWindow) -> None:
    """Choosing by Space and going on by Tab to Next reaches the same place."""
    key(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(keyboard(), "Sample Kitchen")
    for _step in ("charity", "questionnaire", "statements", "people"):
        for _tab in range(12):
            if keyboard().accessibleName() in ("Next", "Start"):
                break
            key(qtbot, Qt.Key.Key_Tab)
        key(qtbot, Qt.Key.Key_Space)
    assert window.navigator.current is not None
    assert window.navigator.current.key == "questionnaire"


def test_home_offers_to_go_on_after_the_first_answer(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    """Back at Home the assessment that was just begun stands on top."""
    assessment_id = house.assessment(answered=1)
    window.navigator.go("assess")
    window.navigator.go("home")
    key(qtbot, Qt.Key.Key_Return)
    visit = window.navigator.current
    assert visit is not None
    assert (visit.key, dict(visit.arguments)) == (
        "questionnaire",
        {"assessment_id": assessment_id},
    )
