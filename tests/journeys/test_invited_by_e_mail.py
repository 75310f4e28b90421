"""Somebody gets an invitation by e-mail, answers it, and sends the answers back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from person import TODAY, Person, person_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.app import Program
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.answer_file import read_answer_file
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import Selection
from collabkit.services.packs import builtin_pack
from collabkit.ui.giving_back.desktop import AnswersDesktop
from collabkit.ui.giving_back.page import GivingBackPage

Key = Qt.Key


class Stick(AnswersDesktop):
    """Saves everything to one place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        return self.path


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Services]:
    """The laptop on which answers are asked for."""
    services = open_services(DataFolder(tmp_path / "asking"))
    yield services
    services.close()


def invitation(asking: Services, folder: Path) -> Path:
    """Start an assessment of a board there, and return the file that one of its members gets."""
    assessment = asking.assessments.start(
        asking.charities.add("Sample Charity").id,
        builtin_pack("board-check"),
        selection=Selection.OWN_CHOICE,
        asked=("BRD-1", "BRD-2"),
        minimum=5,
        title="June",
        today=TODAY,
    )
    sheets = asking.handing_out.sheets(assessment.id, today=TODAY)
    return asking.handing_out.write_invitations(sheets, folder)[0].path


def answers_and_gives_back(me: Person, path: Path) -> None:
    """From the file in the window to the file that goes back, by keyboard alone."""
    me.waits_to_see("Sample Charity asks for your answers")
    me.presses(Key.Key_Return)  # "Answer now" has the keyboard
    me.waits_for_page("Board conditions check")
    me.presses(Key.Key_4, Key.Key_Return, Key.Key_3, Key.Key_Return)
    me.waits_to_see("You have answered everything")
    me.tabs_to("Give the answers back")
    me.presses(Key.Key_Return)
    me.waits_for_page("Give the answers back")
    page = me.page
    assert isinstance(page, GivingBackPage)
    page._desktop = Stick(path)
    me.presses(Key.Key_Space)
    me.tabs_to("Save the answers")
    me.presses(Key.Key_Return)
    me.waits_to_see("Now send the file back.")


def test_from_the_e_mail_to_the_answers_by_keyboard_alone(
    tmp_path: Path, qtbot: QtBot, asking: Services
) -> None:
    """The file opens with the program; what comes back is what was answered, and fits there."""
    path = tmp_path / "back.collabkit-answers"
    with person_at(tmp_path / "here", qtbot, [invitation(asking, tmp_path)]) as me:
        answers_and_gives_back(me, path)
    sent = read_answer_file(path.read_bytes())
    assert dict(sent.answers) == {"BRD-1": "4", "BRD-2": "3"}
    assert sent.role is Respondent.TRUSTEE
    (sheet,) = asking.returns.preview(sent.assessment, [path]).to_take
    assert (sheet.answered, sheet.of) == (2, 2)


def test_a_window_that_is_open_already_is_where_to_open_the_file(
    tmp_path: Path, qtbot: QtBot, asking: Services
) -> None:
    """A second window cannot open it, and says where it can be opened."""
    file = invitation(asking, tmp_path)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with person_at(tmp_path / "here", qtbot):
        program = Program(application, DataFolder(tmp_path / "here"), lambda: TODAY, [file])
        program.start()
        second = Person(program, qtbot)
        second.waits_to_see("already open")
        assert f"To open “{file.name}”, choose “Open a file somebody sent you”" in second.sees()
        program.window.close()
