"""A facilitator at the console: presses keys, types, reads what is there and what is on disk."""

from dataclasses import replace
from datetime import date
from typing import Any

from house import House, button, focused, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import Meeting
from collabkit.room.preparation import Preparation, Times
from collabkit.room.ways import Way
from collabkit.services.packs import builtin_pack
from collabkit.ui.widgets.save_mark import SaveMark
from collabkit.ui.workshop.console.page import ConsolePage
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo
from collabkit.ui.workshop.stage.stage import Stage

Key = Qt.Key
PACK = builtin_pack("five-themes")
FIRST, SECOND = "POW-1", "HON-2"
DAY = date(2026, 6, 20)
_NONE = Qt.KeyboardModifier.NoModifier


class Hall(Stage):
    """A stage in a room with as many screens as the test says; the machine has only one."""

    count = 2  # to be changed before the page is entered

    def screens(self) -> tuple[ScreenInfo, ...]:
        laptop = ScreenInfo(1, "Laptop", 1366, 768, is_console=True, is_room=self.count == 1)
        projector = ScreenInfo(2, "Projector", 1920, 1080, is_console=False, is_room=True)
        return (laptop, projector)[: self.count]


class Disk:
    """The disk of a house. While it is write-protected, SQLite itself refuses every change."""

    def __init__(self, house: House) -> None:
        self._house = house

    def protect(self) -> None:
        """Let the disk be read only."""
        self._set("ON")

    def free(self) -> None:
        """Let the disk take changes again."""
        self._set("OFF")

    def bytes(self) -> bytes:
        """Return the whole file, once everything that was handed in has reached it."""
        self._house.services.responses.flush()
        return self._house.context.folder.database.read_bytes()

    def _set(self, value: str) -> None:
        writer = self._house.services.store._writer
        writer.read(lambda c: c.exec_driver_sql(f"PRAGMA query_only = {value}").close())


class Console:
    """One facilitator in front of one session with two statements and six people."""

    def __init__(
        self,
        qtbot: QtBot,
        house: House,
        *,
        screens: int = 2,
        session_id: str = "",
        ways: frozenset[Way] = frozenset(Way),
        people: int = 6,
        times: Times | None = None,
        stage: type[Hall] = Hall,
    ) -> None:
        self.qtbot, self.house = qtbot, house
        self.session_id = session_id or self._prepare(ways, people, times or Times())
        self.page = ConsolePage(house.context, stage)
        assert isinstance(self.page.stage, Hall)
        self.hall = self.page.stage
        self.hall.count = screens
        self.seconds = 0.0
        self.page.gate.seconds = self._later
        self.mark = SaveMark()
        self.page.foot.take_mark(self.mark)
        self.page.save_state_changed.connect(self.mark.render_state)
        self.gone: list[tuple[str, dict[str, Any]]] = []
        self.page.go_requested.connect(self._on_page_go_requested)
        qtbot.addWidget(self.page, before_close_func=self._close_room_window)
        house.show(qtbot, self.page, session_id=self.session_id)
        self.page.resize(1200, 2400)  # the mouse only finds what can be seen
        QApplication.processEvents()

    @property
    def meeting(self) -> Meeting:
        """Where the session stands."""
        return self.page.presenter.meeting

    @property
    def stored(self) -> Meeting:
        """The meeting as another reader finds it on the disk."""
        return self.house.services.workshops.get(self.session_id).meeting

    @property
    def big(self) -> str:
        """What the big button says."""
        return self.page.big.text().replace("&&", "&")

    @property
    def notice(self) -> str:
        """What the notice says."""
        return self.page.notice.sentence

    @property
    def words(self) -> str:
        """Everything that can be read on the page."""
        return words(self.page)

    def press(self, *names: str) -> None:
        """Click buttons by what screen readers call them."""
        for name in names:
            self.click(button(self.page, name))

    def press_in(self, window: QWidget, name: str) -> None:
        """Click a button in a panel, by what screen readers call it."""
        self.click(button(window, name))

    def click(self, widget: QWidget) -> None:
        """Click with the mouse."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def go_on(self, times: int = 1) -> None:
        """Press the clicker's button for the next step."""
        for _time in range(times):
            self.key(Key.Key_PageDown)

    def go_back(self) -> None:
        """Press the clicker's button for the step before."""
        self.key(Key.Key_PageUp)

    def key(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press keys wherever the keyboard is."""
        for key in keys:
            self.qtbot.keyClick(focused() or self.page, key, modifier)
            QApplication.processEvents()

    def slips(self, marks: str) -> None:
        """Go to the slips and key them in."""
        self.key(Key.Key_S)
        self.qtbot.keyClicks(self.page.board.vote.slips.pad, marks)
        QApplication.processEvents()

    def hands(self, **counts: str) -> None:
        """Go to the hands and type how many were raised; ``level_4="3"``."""
        fields = self.page.board.vote.hands.fields
        for code, count in counts.items():
            line = fields[code.removeprefix("level_")].line
            line.setFocus()
            line.selectAll()
            self.qtbot.keyClicks(line, count)
        self.page.board.vote.hands.flush()
        QApplication.processEvents()

    def flush(self) -> None:
        """Let everything reach the disk."""
        self.house.services.responses.flush()
        QApplication.processEvents()

    def _prepare(self, ways: frozenset[Way], people: int, times: Times) -> str:
        preparation = Preparation(
            "Away-day, June 2026", (FIRST, SECOND), people=people, ways=ways, times=times
        )
        charity_id = self.house.charity("Sample Charity")
        return self.house.services.workshops.prepare(charity_id, PACK, preparation, DAY).id

    def _close_room_window(self, _page: QWidget) -> None:
        """Take the room window down on its own thread, as the main window does when it closes."""
        self.hall.close()

    def _later(self) -> float:
        self.seconds += 2
        return self.seconds

    def _on_page_go_requested(self, key: str, arguments: dict[str, Any]) -> None:
        self.gone.append((key, arguments))


__all__ = [
    "DAY", "FIRST", "PACK", "SECOND", "Console", "Disk", "Hall", "Key", "Mode", "Way", "replace",
]  # fmt: skip
