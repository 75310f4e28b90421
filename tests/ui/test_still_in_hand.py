"""The disk is still full when all is put back: what was typed last stays until it is saved."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from house import press
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_evening import (
    make_answers,
    shown,
    waits_for_home,
    waits_for_recovery,
    window_on,
)

from collabkit.app import Program
from collabkit.ui import save_ledger
from collabkit.ui.opening import file_watch
from collabkit.ui.opening.recovery_page import RecoveryPage
from collabkit.ui.questionnaire.page import QuestionnairePage

pytestmark = [
    pytest.mark.usefixtures("theme", "no_windows_left"),
    pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there"),
]

NOTE = ("The board wants to look at this once more. " * 92).strip()  # fits on no page of the file


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_LOOKS_EVERY", 50)
    monkeypatch.setattr(save_ledger, "_TRIES_EVERY", 200)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_answers(tmp_path / "data")


@contextmanager
def full_disk(root: Path) -> Iterator[None]:
    """Let the file of ``root`` not become longer, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((root / "collabkit.db").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def notes_in(root: Path) -> set[str]:
    with closing(sqlite3.connect(root / "collabkit.db")) as connection:
        found = connection.execute("SELECT note FROM response WHERE note <> ''").fetchall()
        return {note for (note,) in found}


def types_a_note(qtbot: QtBot, program: Program) -> None:
    waits_for_home(qtbot, program)
    qtbot.waitUntil(lambda: program.findChild(file_watch.FileWatch) is not None, timeout=10_000)
    summary = program.context.services.assessments.summaries()[0]
    program.window.navigator.go("questionnaire", assessment_id=summary.assessment.id)
    page = shown(program)
    assert isinstance(page, QuestionnairePage)
    page.statement.details.note_box.edit.insertPlainText(NOTE)
    QApplication.processEvents()


def replace_by_garbage(root: Path) -> None:
    other = root.with_name("other.db")
    size = (root / "collabkit.db").stat().st_size
    other.write_bytes(b"?" * size)
    other.replace(root / "collabkit.db")


def loses_the_file_with_a_note_in_hand(qtbot: QtBot, program: Program, root: Path) -> RecoveryPage:
    """Type a note that cannot be saved any more; return the page that puts everything back."""
    waits_for_home(qtbot, program)
    replace_by_garbage(root)
    types_a_note(qtbot, program)
    return waits_for_recovery(qtbot, program)


def test_what_finds_no_room_stays_is_told_and_is_saved_in_the_end(qtbot: QtBot, root: Path) -> None:
    """Closing asks once; with room again it is saved without anybody's doing."""
    with window_on(root, qtbot) as program:
        page = loses_the_file_with_a_note_in_hand(qtbot, program, root)
        with full_disk(root):
            press(qtbot, page, "Put everything back")
            home = waits_for_home(qtbot, program)
            assert "One entry could not be saved yet. collabkit keeps it" in home.notice.sentence
            qtbot.waitUntil(save_ledger.is_in_trouble, timeout=10_000)
            program.window.close()
            assert program.window.isVisible()
            assert "If you close once more, it is lost." in home.notice.sentence
            assert notes_in(root) == set()
        qtbot.waitUntil(lambda: notes_in(root) == {NOTE}, timeout=10_000)
        qtbot.waitUntil(lambda: not save_ledger.is_in_trouble(), timeout=10_000)


def test_it_goes_along_when_the_file_is_lost_once_more(qtbot: QtBot, root: Path) -> None:
    """A second bad turn of the same evening does not cost it either."""
    with window_on(root, qtbot) as program:
        page = loses_the_file_with_a_note_in_hand(qtbot, program, root)
        with full_disk(root):
            press(qtbot, page, "Put everything back")
            waits_for_home(qtbot, program)
            qtbot.waitUntil(save_ledger.is_in_trouble, timeout=10_000)
            replace_by_garbage(root)
            page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Put everything back")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.endswith("could not be saved before is saved now.")
    assert notes_in(root) == {NOTE}
