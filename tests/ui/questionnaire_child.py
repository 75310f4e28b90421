"""Answers a questionnaire until it is killed, as fast as it can, and says how it stands.

Run as ``python questionnaire_child.py FOLDER ASSESSMENT_ID SEED``. It writes ``give ITEM CODE``
before a key is pressed, and ``saved`` whenever the save mark says so. After some keys it waits for
that: a busy disk would never catch up with it.
"""

import os
import random
import sys
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.settings import Settings
from collabkit.ui.context import Context
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.theme import apply_theme
from collabkit.ui.widgets.save_mark import SaveMark


class Answerer:
    """Presses a digit, goes on, and begins again after the last statement."""

    _MOST_AT_ONCE = 6  # keys until it waits

    def __init__(self, folder: DataFolder, assessment_id: str, seed: int) -> None:
        services = open_services(folder)
        context = Context(services, Settings(None), folder, lambda: date(2026, 11, 22))
        self._asked = services.assessments.get(assessment_id).asked
        self._random = random.Random(seed)
        self._page = QuestionnairePage(context)
        self._mark = SaveMark()
        self._page.foot.take_mark(self._mark)
        self._page.save_state_changed.connect(self._mark.render_state)
        self._page.save_state_changed.connect(self._on_page_save_state_changed)
        self._page.resize(1000, 760)
        self._page.show()
        self._page.entered(assessment_id=assessment_id, item_id=self._asked[0])
        self._at = self._left = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(0)

    def _on_timer_timeout(self) -> None:
        if self._left == 0:
            if self._mark.text == "Saving…":
                self._timer.stop()
                return
            self._left = self._random.randint(1, self._MOST_AT_ONCE)
        self._left -= 1
        code = self._random.randint(1, 5)
        say(f"give {self._asked[self._at]} {code}")
        QTest.keyClick(self._page.statement.words, Qt.Key(Qt.Key.Key_0 + code))
        if self._random.random() < 0.5:
            return  # change one's mind
        self._at = (self._at + 1) % len(self._asked)
        if self._at:
            QTest.keyClick(self._page.statement.words, Qt.Key.Key_Return)
        else:
            self._page.presenter.go_to(self._asked[0])

    def _on_page_save_state_changed(self, _state: object) -> None:
        if self._mark.text == "Saved":
            say("saved")
            self._timer.start(0)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    folder, assessment_id, seed = sys.argv[1:]
    application = QApplication([])
    apply_theme(application, "light")
    answerer = Answerer(DataFolder(Path(folder)), assessment_id, int(seed))
    assert answerer is not None
    application.exec()


if __name__ == "__main__":
    main()
