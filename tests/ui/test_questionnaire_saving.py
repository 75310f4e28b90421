"""“Saved” is true, what is typed is not lost, and what goes wrong is said and stays in hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import House, press, words
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from questionnaire_desk import Desk, Key, read_back

from collabkit.ui.questionnaire.page import QuestionnairePage

pytestmark = pytest.mark.usefixtures("theme")

_MOVED = "was moved while it was open"


@pytest.fixture
def desk(qtbot: QtBot, house: House) -> Desk:
    return Desk(qtbot, house)


@pytest.fixture
def unplugged(desk: Desk, tmp_path: Path) -> Iterator["Unplugged"]:
    disk = Unplugged(tmp_path / "data", tmp_path / "elsewhere")
    yield disk
    disk.plug_in()


class Unplugged:
    """The folder of the program on a disk that was pulled out."""

    def __init__(self, home: Path, elsewhere: Path) -> None:
        self._home, self._elsewhere = home, elsewhere
        home.rename(elsewhere)

    def plug_in(self) -> None:
        if self._elsewhere.exists():
            self._elsewhere.rename(self._home)


def writer_has_answered(desk: Desk) -> None:
    """Wait until what is under way has been saved or has failed, and the page has heard it."""
    desk.house.services.responses.flush()
    QApplication.processEvents()


def test_saving_is_said_at_once_and_saved_only_after_the_commit(desk: Desk) -> None:
    """Until the writer has answered, the mark says Saving…; then another reader finds it."""
    said: list[str] = []
    desk.page.save_state_changed.connect(lambda _state: said.append(desk.mark.text))
    desk.qtbot.keyClick(desk.page, Key.Key_4)
    assert desk.mark.text == "Saving…"
    desk.wait_for("Saved")
    assert said == ["Saving…", "Saved"]
    assert read_back(desk.house.context.folder.root, desk.assessment_id)["POW-1"].answer == "4"


def test_many_changes_in_a_row_end_with_the_last(desk: Desk) -> None:
    """Commits come back in order; Saved stands for the newest only."""
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5):
        desk.qtbot.keyClick(desk.page, key)
    desk.wait_for("Saved")
    assert desk.stored()["POW-1"].answer == "5"


def test_showing_an_answer_does_not_save_it(qtbot: QtBot, house: House) -> None:
    """Paging through what was answered before leaves the mark empty."""
    desk = Desk(qtbot, house, answered=5)
    desk.press(Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageDown)
    assert desk.chosen == ["Patchy"]
    assert desk.mark.text == ""


def test_a_note_is_saved_while_somebody_types_on_and_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever never pauses loses at most the last moments if the power fails."""
    box = desk.page.statement.details.note_box
    monkeypatch.setattr(box, "_held", box._held.__class__(box, 60))
    box._held.released.connect(box.edited)
    desk.type_note("We ")
    root = desk.house.context.folder.root

    def type_on_until_it_is_on_the_disk() -> bool:
        desk.qtbot.keyClicks(box.edit, "asked ")
        saved = read_back(root, desk.assessment_id).get("POW-1")
        return saved is not None and len(saved.note) > len("We asked ")

    desk.qtbot.waitUntil(type_on_until_it_is_on_the_disk)
    assert box.text == "We " + "asked " * (len(box.text) // 6)
    assert box.edit.textCursor().atEnd()


def test_typing_is_not_called_saved_before_it_is(desk: Desk) -> None:
    """While a word is held back for half a second, the mark says Saving…."""
    desk.press(Key.Key_3)
    desk.wait_for("Saved")
    desk.type_note("So far")
    assert desk.mark.text == "Saving…"
    desk.wait_for("Saved")
    assert desk.stored()["POW-1"].note == "So far"


def test_typing_that_comes_to_nothing_ends_as_saved(desk: Desk) -> None:
    """A letter typed and deleted again leaves nothing to save."""
    desk.type_note("x")
    desk.press(Key.Key_Backspace)
    desk.wait_for("Saved")
    assert desk.stored() == {}


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp])
def test_moving_on_keeps_what_was_typed_with_its_own_statement(
    qtbot: QtBot, house: House, key: Qt.Key
) -> None:
    """Page Up and Page Down work inside a note too, and take nothing along."""
    desk = Desk(qtbot, house, answered=2)
    here = desk.item_id
    desk.type_note("Ask the board")
    desk.press(key)
    assert desk.item_id != here
    assert desk.page.statement.details.note_box.text == ""
    desk.wait_for("Saved")
    assert {i: r.note for i, r in desk.stored().items() if r.note} == {here: "Ask the board"}


def test_leaving_the_page_keeps_what_was_typed(desk: Desk) -> None:
    """The window tells the page before it shows another one or closes."""
    desk.type_note("Ask the board")
    desk.page.left()
    desk.house.services.responses.flush()
    assert desk.stored()["POW-1"].note == "Ask the board"


def test_leaving_the_field_keeps_what_was_typed(desk: Desk) -> None:
    """Tab is enough."""
    desk.type_note("Ask the board")
    desk.press(Key.Key_Tab)
    desk.house.services.responses.flush()
    assert desk.stored()["POW-1"].note == "Ask the board"


def test_hiding_the_window_keeps_what_was_typed(desk: Desk) -> None:
    """A window that is put away holds nothing back."""
    desk.type_note("Ask the board")
    desk.page.hide()
    desk.house.services.responses.flush()
    assert desk.stored()["POW-1"].note == "Ask the board"


def test_going_to_another_program_keeps_what_was_typed(desk: Desk) -> None:
    """The lid may be closed next."""
    desk.type_note("Ask the board")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    desk.house.services.responses.flush()
    assert desk.stored()["POW-1"].note == "Ask the board"


def test_a_note_in_any_script_comes_back_as_it_was(desk: Desk) -> None:
    """Line breaks, signs of markup and letters beyond the first plane."""
    note = '<b>Tŷ</b>\n日本 & "so on" 🙂'
    desk.type_note("")
    desk.page.statement.details.note_box.edit.insertPlainText(note)
    desk.open()
    assert desk.page.statement.details.note_box.text == note


def test_what_cannot_be_saved_is_said_with_the_answer_still_shown(
    desk: Desk, unplugged: Unplugged
) -> None:
    """One sentence, one act, no pop-up; the card stays chosen."""
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: _MOVED in desk.page.notice.sentence)
    assert desk.mark.text == "Not saved yet."
    assert desk.chosen == ["Regular practice"]


def test_try_again_saves_what_was_in_hand(desk: Desk, unplugged: Unplugged) -> None:
    """Once the disk is back, the answers of all statements reach it, and the notice goes."""
    desk.press(Key.Key_4, Key.Key_Return, Key.Key_2)
    desk.qtbot.waitUntil(lambda: _MOVED in desk.page.notice.sentence)
    unplugged.plug_in()
    press(desk.qtbot, desk.page, "Try again")
    desk.wait_for("Saved")
    assert desk.page.notice.sentence == ""
    assert sorted(r.answer or "" for r in desk.stored().values()) == ["2", "4"]


def test_the_next_answer_takes_along_what_failed(desk: Desk, unplugged: Unplugged) -> None:
    """When another answer can be saved, the disk is back: nobody has to press anything."""
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: _MOVED in desk.page.notice.sentence)
    unplugged.plug_in()
    desk.press(Key.Key_Return, Key.Key_2)
    desk.wait_for("Saved")
    assert sorted(r.answer or "" for r in desk.stored().values()) == ["2", "4"]


def test_a_later_success_does_not_hide_what_failed(desk: Desk) -> None:
    """One note cannot be kept; answers to others can, and the mark still says what is wrong."""
    desk.page.presenter.write("note", "half a character: \ud83d")
    desk.qtbot.waitUntil(lambda: "half a character" in desk.page.notice.sentence)
    desk.press(Key.Key_Return, Key.Key_5)
    desk.house.services.responses.flush()
    desk.qtbot.waitUntil(lambda: len(desk.stored()) == 1)
    desk.wait_for("Not saved yet.")
    assert "half a character" in desk.page.notice.sentence


def test_a_newer_text_for_the_same_statement_ends_the_trouble(desk: Desk) -> None:
    """What failed was replaced by something that could be saved."""
    desk.page.presenter.write("note", "half a character: \ud83d")
    desk.qtbot.waitUntil(lambda: "half a character" in desk.page.notice.sentence)
    desk.page.presenter.write("note", "whole")
    desk.wait_for("Saved")
    assert desk.page.notice.sentence == ""


def test_coming_back_finds_the_answer_that_is_not_saved_yet(
    desk: Desk, unplugged: Unplugged
) -> None:
    """It outlives the page: shown again, and saved as soon as that works."""
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: _MOVED in desk.page.notice.sentence)
    desk.page.left()
    writer_has_answered(desk)
    unplugged.plug_in()
    desk.open()
    assert desk.chosen == ["Regular practice"]
    desk.wait_for("Saved")
    assert desk.stored()["POW-1"].answer == "4"


def test_results_wait_until_everything_is_saved(desk: Desk, unplugged: Unplugged) -> None:
    """Nobody is shown results from which an answer is missing."""
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: _MOVED in desk.page.notice.sentence)
    desk.page.presenter.go_to_end()
    press(desk.qtbot, desk.page, "See the results")
    writer_has_answered(desk)
    assert _MOVED in desk.page.notice.sentence
    assert desk.gone == []
    unplugged.plug_in()
    press(desk.qtbot, desk.page, "Try again")
    desk.wait_for("Saved")
    press(desk.qtbot, desk.page, "See the results")
    assert desk.gone == [("results", {"assessment_id": desk.assessment_id})]


def test_an_assessment_that_cannot_be_read_shows_nothing_of_another(desk: Desk) -> None:
    """A sentence and Try again; once the file is itself again, so is the page."""
    database = desk.house.context.folder.database
    whole = database.read_bytes()
    database.write_bytes(b"?" * len(whole))
    desk.open()
    assert "is damaged" in desk.page.notice.sentence
    assert "advantages" not in words(desk.page)
    desk.press(Key.Key_Return, Key.Key_3)
    database.write_bytes(whole)
    press(desk.qtbot, desk.page, "Try again")
    assert "advantages" in words(desk.page)


def test_the_writer_may_answer_after_the_page_is_gone(house: House) -> None:
    """The last word of the writer finds nobody, and nothing goes wrong."""
    assessment_id = house.assessment()
    page = QuestionnairePage(house.context)
    page.entered(assessment_id=assessment_id)
    page.presenter.give_answer("4")
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    house.services.responses.flush()
    QApplication.processEvents()
    assert house.services.assessments.responses(assessment_id)[0].answer == "4"
