"""The whole program, used by key presses alone until it is killed; it says what the window says.

Run by ``test_kill_program``: ``answering_window.py FOLDER ASSESSMENT SEED``. It writes ``give ITEM
WHAT`` before keys are pressed and ``saved`` whenever the window shows “Saved”.
"""

import json
import os
import random
import sys
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.app import Program
from collabkit.paths import DataFolder
from collabkit.ui.questionnaire.page import QuestionnairePage

TODAY = date(2026, 11, 22)
_LONGEST_LIFE = 120_000  # milliseconds
_PAUSE = 3  # milliseconds between two presses, so that the window can draw


class Somebody:
    """Presses digits, writes a note now and then, and goes on; at the end, begins again."""

    def __init__(self, program: Program, assessment_id: str, rng: random.Random) -> None:
        self._program = program
        self._assessment_id = assessment_id
        self._rng = rng
        self._items: dict[str, str] = {}
        self._notes = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timer_timeout)
        program.usable.connect(self._on_program_usable)

    def _on_program_usable(self) -> None:
        sitting = self._program.context.services.assessments.sitting(self._assessment_id)
        self._items = {item.statement: item.id for item in sitting.pack.items}
        self._program.window.activateWindow()
        self._open()
        self._timer.start(_PAUSE)

    def _open(self) -> None:
        navigator = self._program.window.navigator
        navigator.go("home")
        navigator.go("questionnaire", assessment_id=self._assessment_id, from_start=True)

    def _on_timer_timeout(self) -> None:
        self._listen()
        page = self._program.window.page
        item = None
        if isinstance(page, QuestionnairePage) and page.statement.isVisibleTo(page):
            item = self._items.get(page.statement.words.text())
        if not isinstance(page, QuestionnairePage) or item is None:
            self._open()
            return
        if self._rng.random() < 0.15:
            self._write_a_note(page, item)
        else:
            self._answer(page, item)
        self._listen()
        if self._rng.random() < 0.6:
            page.statement.words.setFocus()
            press(page.statement.words, Qt.Key.Key_Return)
        self._listen()

    def _answer(self, page: QuestionnairePage, item: str) -> None:
        code = str(self._rng.randint(1, 5))
        page.statement.words.setFocus()
        say("give", item, answer=code)
        press(page.statement.words, Qt.Key(Qt.Key.Key_0 + int(code)))
        chosen = [card.code for card in page.statement.choice.cards if card.isChecked()]
        if chosen != [code]:
            give_up(f"{code} was pressed, {chosen} is chosen")

    def _write_a_note(self, page: QuestionnairePage, item: str) -> None:
        details = page.statement.details
        if not details.note.is_open:
            details.note.header.setFocus()
            press(details.note.header, Qt.Key.Key_Space)
        edit = details.note_box.edit
        edit.setFocus()
        edit.selectAll()
        self._notes += 1
        text = (f"note {self._notes} " * self._rng.randint(1, 20)).strip()
        say("give", item, note=text)
        QTest.keyClicks(edit, text)
        if edit.toPlainText() != text:
            give_up(f"{text!r} was typed, {edit.toPlainText()!r} is there")

    def _listen(self) -> None:
        if self._program.window.save_mark.text == "Saved":
            say("saved")


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press one key where the keyboard is, or else on ``widget``."""
    QTest.keyClick(widget, key)


def say(what: str, *more: str, **told: str) -> None:
    """Say a line of JSON."""
    os.write(1, f"{json.dumps([what, *more, told])}\n".encode())


def give_up(reason: str) -> None:
    """End, as what was pressed did not do what keys do here: then nothing could be judged."""
    os.write(2, reason.encode())
    os._exit(1)


def main() -> None:
    folder, assessment_id, seed = sys.argv[1:]
    application = QApplication([])
    program = Program(application, DataFolder(Path(folder)), lambda: TODAY)
    somebody = Somebody(program, assessment_id, random.Random(seed))
    QTimer.singleShot(_LONGEST_LIFE, lambda: give_up(f"nobody killed it; bugs: {program.bugs}"))
    program.start()
    application.exec()
    del somebody


if __name__ == "__main__":
    main()
