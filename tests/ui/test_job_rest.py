"""A job is taken apart on the thread that draws, however late the thread of the pool lets go."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from collabkit.ui import job as job_module
from collabkit.ui.job import Job

_MANY = 200  # more than are held
_PATIENCE = 10_000  # milliseconds


@pytest.fixture(autouse=True)
def no_job_elsewhere(qtbot: QtBot) -> Iterator[None]:
    """Jobs of other tests have told, and the pool has let go of them."""
    qtbot.waitUntil(lambda: not job_module._under_way)
    QThreadPool.globalInstance().waitForDone(_PATIENCE)
    yield
    QThreadPool.globalInstance().waitForDone(_PATIENCE)


def test_the_thread_of_the_pool_takes_no_job_apart(qtbot: QtBot) -> None:
    """It is made to wait behind telling, until nobody else holds the job any more."""
    taken_apart: list[int] = []
    told: list[object] = []
    may_go_on = threading.Event()
    job = Job(list)
    job.done.connect(told.append)
    job._ended.connect(
        lambda *_told: may_go_on.wait(_PATIENCE / 1000), Qt.ConnectionType.DirectConnection
    )
    weakref.finalize(job, lambda: taken_apart.append(threading.get_ident()))
    job.start()
    del job
    qtbot.waitUntil(lambda: bool(told), timeout=_PATIENCE)
    gc.collect()
    may_go_on.set()
    assert QThreadPool.globalInstance().waitForDone(_PATIENCE)
    assert [thread for thread in taken_apart if thread != threading.get_ident()] == []


def test_a_job_goes_when_many_others_have_told_after_it(qtbot: QtBot) -> None:
    """What is held does not grow."""
    told: list[object] = []
    left: list[weakref.ref[Job]] = []
    for _number in range(_MANY):
        job = Job(list)
        left.append(weakref.ref(job))
        job.done.connect(told.append)
        job.start()
    del job
    qtbot.waitUntil(lambda: len(told) == _MANY, timeout=_PATIENCE)
    assert QThreadPool.globalInstance().waitForDone(_PATIENCE)
    gc.collect()
    held = sum(each() is not None for each in left)
    assert 0 < held < _MANY
