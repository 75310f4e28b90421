"""Nobody opens the file of the open data beside its writer, who would lose SQLite's locks by it."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from house import House
from pytestqt.qtbot import QtBot

from collabkit.ui.lock.page import LockPage
from collabkit.ui.safety.presenter import SafetyPresenter

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@contextmanager
def opened_beside(house: House) -> Iterator[list[str]]:
    """Note on which other threads than the writer's the file is opened meanwhile."""
    found: list[str] = []
    database = str(house.context.folder.database)
    is_on = True

    def note(event: str, arguments: tuple[object, ...]) -> None:  # it stays until the end
        if is_on and event == "open" and str(arguments[0]) == database:
            name = threading.current_thread().name
            if not name.startswith("collabkit-writer"):
                found.append(name)

    sys.addaudithook(note)
    try:
        yield found
    finally:
        is_on = False


def test_looking_at_the_lock_leaves_the_file_alone(qtbot: QtBot, house: House) -> None:
    """Another process could read half a change then."""
    house.assessment(answered=1)
    with opened_beside(house) as found:
        page = LockPage(house.context)
        qtbot.addWidget(page)
        page.entered()
    assert found == []


def test_comparing_a_copy_with_the_data_waits_for_the_writer(qtbot: QtBot, house: House) -> None:
    """What is in the data now is counted while nothing is being written."""
    house.assessment(answered=1)
    copy = house.services.safety.make(house.context.today())
    presenter = SafetyPresenter(house.context)
    with opened_beside(house) as found:
        presenter.open()
        presenter.look_at(copy.path)
        qtbot.waitUntil(lambda: presenter.state.chosen is not None, timeout=10_000)
    assert presenter.state.chosen is not None
    assert presenter.state.chosen.rows
    assert found == []
