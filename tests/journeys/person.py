"""A person in front of the real window: sees what is visible, clicks and types."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from collabkit.app import Program
from collabkit.paths import DataFolder
from collabkit.services import Services
from collabkit.ui.widgets.page import Page

TODAY = date(2026, 11, 22)
_MOST_TABS = 80


class Person:
    """Acts on the window of a running program, with eyes, mouse and keyboard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program = program
        self._qtbot = qtbot
        self.window = program.window

    @property
    def page(self) -> Page:
        """The page in front of the person."""
        page = self.window.page
        assert page is not None
        return page

    @property
    def services(self) -> Services:
        """What the program has on disk, to compare with."""
        return self._program.context.services

    def bugs(self) -> list[str]:
        """Take note of the bugs of ours so far; whoever asks expects them."""
        noted = list(self._program.bugs)
        self._program.bugs.clear()
        return noted

    def sees(self) -> str:
        """Return every text that is visible, a line each."""
        shown = (w for w in self.page.findChildren(QWidget) if w.isVisibleTo(self.page))
        texts = [w.text() for w in shown if isinstance(w, (QLabel, QAbstractButton, QLineEdit))]
        names = [_name(w) for w in self.page.findChildren(QWidget) if w.isVisibleTo(self.page)]
        return "\n".join(texts + names).replace("&&", "&")

    def waits_to_see(self, text: str) -> None:
        """Wait until ``text`` is visible."""
        self._qtbot.waitUntil(lambda: text in self.sees(), timeout=10_000)

    def waits_for_page(self, title: str) -> None:
        """Wait until a page called ``title`` is shown."""
        self._qtbot.waitUntil(lambda: title in self.page.title, timeout=10_000)

    def clicks(self, name: str) -> None:
        """Click the one visible control that is called ``name``."""
        self._qtbot.mouseClick(self._control(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def presses(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def tabs_to(self, name: str) -> None:
        """Press Tab until the control called ``name`` has the keyboard."""
        seen = []
        for _step in range(_MOST_TABS):
            focused = QApplication.focusWidget()
            if focused is not None:
                seen.append(_name(focused))
                if _name(focused).startswith(name):
                    return
            self.presses(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name!r}; it came past {seen}")

    def types(self, text: str) -> None:
        """Type ASCII text where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        QApplication.processEvents()

    def waits_for_saved(self) -> None:
        """Wait until the mark says that everything is on disk."""
        self._qtbot.waitUntil(lambda: self.window.save_mark.text == "Saved", timeout=10_000)

    def _control(self, name: str) -> QWidget:
        found = [
            control
            for control in self.page.findChildren(QWidget)
            if control.isVisibleTo(self.page)
            and control.isEnabled()
            and control.focusPolicy() != Qt.FocusPolicy.NoFocus
            and _name(control) == name
        ]
        assert len(found) == 1, (
            f"{len(found)} controls are called {name!r}; there is:\n{self.sees()}"
        )
        return found[0]


@contextmanager
def held_by_another(data: Path) -> Iterator[None]:
    """Let another program hold the database meanwhile: nothing can be saved into it."""
    with closing(sqlite3.connect(data / "collabkit.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def person_at(
    folder: Path, qtbot: QtBot, files: Sequence[Path] = (), **settings: object
) -> Iterator[Person]:
    """Start the program on ``folder``, hand over to a person, and close it afterwards.

    ``files`` are what the program is started with.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(folder), lambda: TODAY, files)
    for key, value in settings.items():
        program.settings.set(key, value)
    with qtbot.waitSignal(program.usable, timeout=30_000):
        program.start()
    program.window.activateWindow()
    QApplication.processEvents()
    try:
        yield Person(program, qtbot)
    finally:
        if isValid(program.window):  # the person may have closed it already
            program.window.close()
        QApplication.processEvents()
    assert program.bugs == []


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
