"""A session on a laptop with a projector, led from the lobby to the map by pressing one key.

``python -m benchmarks.session_day FOLDER lead|resume|keying`` prints milliseconds as JSON: for each
key press until the room window is painted (``lead``) and until the console shows it too
(``both``); from opening a session half-way until both are painted; and for each answer that is
keyed in from sheets until it stands in its field.
"""

import json
import sys
import time
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.pictures.screens import Screen, application_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from benchmarks.measured_window import MeasuredWindow
    from collabkit.services import Services
    from collabkit.services.session_cards import Session
    from collabkit.ui.workshop.console.page import ConsolePage

PEOPLE, STATEMENTS = 60, 12
SHEETS = 20
_TODAY = date(2026, 11, 22)
_SETTLING = 1.5  # seconds, as when somebody has looked at Home
_SCREENS = (Screen("Laptop", 0, 1366, 768), Screen("Projector", 1366, 1920, 1080))


def main() -> None:
    """Measure one of the three and print it."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    application_on(_SCREENS)
    from benchmarks.measured_window import measured_window

    with measured_window(folder) as (window, services):
        until = time.monotonic() + _SETTLING
        while time.monotonic() < until:
            window.settle()
            time.sleep(0.01)
        work = {"lead": _lead, "resume": _resume, "keying": _key_in}[what]
        times = work(window, services)
    print(json.dumps(times))


def prepare(services: "Services") -> "Session":
    """Return a session of twelve statements for sixty people."""
    from collabkit.room.preparation import Preparation
    from collabkit.room.suggesting import suggested_statements
    from collabkit.services.packs import builtin_pack

    pack = builtin_pack("five-themes")
    statements = suggested_statements(pack, STATEMENTS)
    charity = services.charities.add("Sample Charity")
    preparation = Preparation("Away-day", statements, people=PEOPLE)
    return services.workshops.prepare(charity.id, pack, preparation, _TODAY)


def _lead(window: "MeasuredWindow", services: "Services") -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from collabkit.room.meeting import Phase
    from collabkit.ui.workshop.room_window.window import RoomWindow
    from collabkit.ui.workshop.stage.mode import Mode

    painted: list[float] = []
    paint = RoomWindow.paintEvent

    def painting(room: RoomWindow, event: "QPaintEvent") -> None:
        paint(room, event)
        painted.append(time.perf_counter())

    RoomWindow.paintEvent = painting  # type: ignore[assignment]
    page = _console(window, prepare(services).id)
    page.stage.open(Mode.TWO_SCREENS)
    _see_far_apart(page)
    window.settle()
    times: dict[str, float] = {}
    while page.presenter.meeting.phase is not Phase.MAP:
        room = page.stage.window
        assert room is not None
        if page.presenter.meeting.phase is Phase.VOTE:
            _let_everybody_vote(page)
            window.settle()
        painted.clear()
        start = time.perf_counter()
        QTest.keyClick(room, Qt.Key.Key_PageDown)
        window.program.window.repaint()
        number = len(times) // 2
        times[f"both {number}"] = (time.perf_counter() - start) * 1e3
        times[f"lead {number}"] = (painted[0] - start) * 1e3
        window.settle()
    assert len(times) >= 2 * STATEMENTS * 6
    return times


def _resume(window: "MeasuredWindow", services: "Services") -> dict[str, float]:
    """The first time in a program that has shown no console before."""
    from collabkit.ui.workshop.stage.mode import Mode

    (card,) = services.workshops.cards()
    start = time.perf_counter()
    page = _console(window, card.id)
    page.stage.open(Mode.TWO_SCREENS)
    assert page.stage.window is not None
    window.program.window.repaint()
    page.stage.window.repaint()
    return {"resume": (time.perf_counter() - start) * 1e3}


def _key_in(window: "MeasuredWindow", services: "Services") -> dict[str, float]:
    from PySide6.QtTest import QTest

    session = prepare(services)
    window.program.window.navigator.go("keying", session_id=session.id)
    page: Any = window.program.window.page
    page._presenter.begin(SHEETS)
    window.settle()
    grid = page.desk.grid
    keys = "12345" * STATEMENTS
    times = {}
    for sheet in range(SHEETS):
        for statement in range(STATEMENTS):
            key = keys[(sheet + statement) % 5]
            start = time.perf_counter()
            QTest.keyClicks(grid, key)
            grid.repaint()
            times[f"keying {sheet}-{statement}"] = (time.perf_counter() - start) * 1e3
        page._presenter.enter()
        window.settle()
    return times


def _console(window: "MeasuredWindow", session_id: str) -> "ConsolePage":
    from collabkit.ui.workshop.console.page import ConsolePage

    window.program.window.navigator.go("console", session_id=session_id)
    page = window.program.window.page
    assert isinstance(page, ConsolePage)
    return page


def _see_far_apart(page: "ConsolePage") -> None:
    """Let every press count as one of its own, and not as the bouncing of a button."""
    seconds = count(step=10)
    page.gate.seconds = lambda: float(next(seconds))


def _let_everybody_vote(page: "ConsolePage") -> None:
    each = str(PEOPLE // 5)
    page.presenter.answers.count_hands(dict.fromkeys("12345", each))


if __name__ == "__main__":
    main()
