"""What nobody can reach any more is taken apart on the thread that draws."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from collabkit.ui.garbage import Garbage

# A page that was left holds itself and a timer; then another thread makes many things, as the one
# that writes does.
_OTHER_THREAD = """
import gc, sys, threading, time
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from collabkit.ui.garbage import Garbage

class Page(QObject):
    def __init__(self):
        super().__init__()
        self.me = self
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.timer.start(5)
    def tick(self):
        pass

application = QCoreApplication([])
gc.collect()
if sys.argv[1] == "guarded":
    garbage = Garbage(application)
    garbage.begin()
for _number in range(50):
    Page()

def work():
    kept = [[] for _number in range(100_000)]

thread = threading.Thread(target=work)
thread.start()
thread.join()
for _round in range(20):
    application.processEvents()
    time.sleep(0.01)
print("still here")
"""


def runs(guard: str) -> subprocess.CompletedProcess[str]:
    code = [sys.executable, "-c", _OTHER_THREAD, guard]
    return subprocess.run(code, capture_output=True, text=True, timeout=60)


def test_another_thread_takes_no_page_apart() -> None:
    run = runs("guarded")
    assert run.stdout == "still here\n", run.stderr
    assert run.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="how a process falls over differs there")
def test_without_it_the_program_falls_over() -> None:
    """The control: if Qt ever takes this well, the whole room can go."""
    run = runs("not guarded")
    assert "cannot be stopped from another thread" in run.stderr


class Cycle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    yield Garbage(qapp)
    gc.disable()  # as tests/conftest.py has it


def test_what_is_left_is_collected_in_time(garbage: Garbage, qtbot: QtBot) -> None:
    garbage.findChild(QTimer).setInterval(1)
    left = weakref.ref(Cycle())
    assert left() is not None
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    garbage.begin()
    qtbot.waitUntil(lambda: left() is None)
    assert kept


def test_little_is_left_alone(garbage: Garbage, qtbot: QtBot) -> None:
    gc.collect()
    garbage.findChild(QTimer).setInterval(1)
    left = weakref.ref(Cycle())
    garbage.begin()
    qtbot.wait(20)
    assert left() is not None
    gc.collect()
    assert left() is None


def test_python_does_not_look_by_itself(garbage: Garbage) -> None:
    assert not gc.isenabled()
