"""What is there when the first picture of the window is: itself, and nothing that can wait."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from house import TODAY
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.app import Program
from collabkit.paths import DataFolder

# The program as it is started, but that it tells what is there with its first picture, and ends.
_START = """
import json, sys
from PySide6.QtWidgets import QLabel
import collabkit.app
from collabkit.start import open_window

class Program(collabkit.app.Program):
    def start(self):
        self.painted.connect(self.tell)
        super().start()
    def tell(self):
        shown = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        print(json.dumps({
            "shown": [words for words in shown if words],
            "rail": [entry.title for entry in self.window.rail.entries],
            "modules": [name for name in sys.modules if name.startswith("collabkit.")],
            "heavy": sorted({"sqlalchemy", "sqlite3", "reportlab"} & set(sys.modules)),
        }))
        self.window.close()

collabkit.app.Program = Program
sys.exit(open_window(sys.argv[1]))
"""

_BEFORE_QT = """
import gc, sys

class Notes:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6":
            print("collects" if gc.isenabled() else "lets it lie")
            raise SystemExit(0)

sys.meta_path.insert(0, Notes())
from collabkit.cli import main
main(sys.argv[1:])
"""


def said(code: str, *arguments: str) -> str:
    run = [sys.executable, "-c", code, *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.fixture(scope="module")
def first_picture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    told: dict[str, list[str]] = json.loads(said(_START, str(tmp_path_factory.mktemp("data"))))
    return told


def test_it_is_the_window_with_its_rail_and_the_head_of_home(
    first_picture: dict[str, list[str]],
) -> None:
    assert first_picture["shown"] == ["Home", "Opening what you have saved."]
    assert first_picture["rail"][:2] == ["Home", "Assess"]


@pytest.mark.parametrize(
    "waits",
    [
        "collabkit.services",
        "collabkit.storage",
        "collabkit.ui.context",
        "collabkit.ui.home.page",
        "collabkit.ui.opening.in_the_way",
        "collabkit.ui.opening.recovery_page",
        "collabkit.ui.spots",
        "collabkit.ui.widgets.button",
        "collabkit.ui.widgets.notice",
        "collabkit.ui.widgets.save_mark",
    ],
)
def test_what_it_does_not_show_is_loaded_later(
    first_picture: dict[str, list[str]], waits: str
) -> None:
    assert waits not in first_picture["modules"]
    assert first_picture["heavy"] == []


def test_few_modules_are_loaded_for_it(first_picture: dict[str, list[str]]) -> None:
    """Each costs a fifth of a millisecond; a new one should be worth that to everybody."""
    assert len(first_picture["modules"]) <= 75


@pytest.mark.parametrize("named", [True, False])
def test_python_looks_for_no_garbage_while_qt_is_loaded(tmp_path: Path, named: bool) -> None:
    arguments = ("--data-dir", str(tmp_path)) if named else ()
    assert said(_BEFORE_QT, *arguments) == "lets it lie\n"


class Paints(QObject):
    """Notes of each picture of a window which page it showed."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.titles: list[str] = []
        program.window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._program.window.page is not None:
            self.titles.append(self._program.window.page.title)
        return False


@pytest.mark.usefixtures("no_windows_left")
def test_it_stands_still_until_the_data_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    """Not even the same picture is drawn a second time."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(tmp_path), lambda: TODAY)
    paints = Paints(program)
    program.start()
    qtbot.waitUntil(lambda: program.is_usable, timeout=20_000)
    program.window.close()
    QApplication.processEvents()
    assert paints.titles[:2] in (["Home"], ["Home", "Welcome"])
