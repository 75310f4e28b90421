"""Slow work runs beside the thread that draws, and tells there what came of it."""

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError
from collabkit.ui import job as job_module
from collabkit.ui.job import Job


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    """The work runs on another thread; its result arrives on this one."""
    told: list[tuple[object, QThread]] = []
    here = QThread.currentThread()
    job = Job(QThread.currentThread)
    job.done.connect(lambda worked_on: told.append((worked_on, QThread.currentThread())))
    job.start()
    del job
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is not here
    assert told[0][1] is here


def test_what_a_person_can_mend_is_told_in_its_sentence(qtbot: QtBot) -> None:
    """An error with a sentence for people is passed on as that sentence."""

    def fail() -> None:
        raise CollabkitError("The disk is full.")

    job = Job(fail)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert told.args == ["The disk is full."]


def test_a_bug_is_told_calmly_and_noted(qtbot: QtBot) -> None:
    """People read that their work is safe; the error itself is raised where all others are."""

    def break_down() -> None:
        raise ZeroDivisionError

    job = Job(break_down)
    with qtbot.captureExceptions() as noted, qtbot.waitSignal(job.failed) as told:
        job.start()
    assert "What was saved is safe." in told.args[0]
    assert [kind for kind, _error, _trace in noted] == [ZeroDivisionError]


@pytest.mark.usefixtures("qapp")
def test_a_job_that_has_told_is_let_go() -> None:
    """Nothing is held once the result is there."""
    assert job_module._under_way == set()


def test_a_failure_is_not_told_to_who_has_gone_on(qtbot: QtBot) -> None:
    """It would be told on a page that has nothing to do with it; what was done is told."""
    shown = ["June"]
    told: list[object] = []

    def fail() -> None:
        raise CollabkitError("The disk is full.")

    for work in (fail, list):
        job = Job(work, shown.copy)
        job.failed.connect(told.append)
        job.done.connect(told.append)
        job.start()
    shown[0] = "May"
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not job_module._under_way)
    assert told == [[]]


def test_a_failure_is_told_to_who_is_still_there(qtbot: QtBot) -> None:
    def fail() -> None:
        raise CollabkitError("The disk is full.")

    job = Job(fail, ["June"].copy)
    with qtbot.waitSignal(job.failed):
        job.start()
