"""Every screen of the program: named for screen readers, nothing cut off, nothing left behind."""

import gc
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from person import Person, person_at
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import ensure_sample

PLACES = (
    "home", "open-file", "assess", "charity", "new", "questionnaire", "sheets", "results",
    "again", "workshop", "session", "rehearsal", "keying", "console", "plan", "preview",
    "taking-out",
    "learn", "stories", "story", "words", "guidance", "guide", "facts", "sources", "statement",
    "handing-out", "coming-back", "keying-in", "search", "settings", "packs", "pack", "about",
    "safety-copies", "privacy", "all-privacy", "lock",
)  # fmt: skip
OF_AN_ASSESSMENT = {
    "questionnaire", "sheets", "handing-out", "coming-back", "keying-in", "results", "plan",
    "preview", "again", "taking-out", "privacy",
}  # fmt: skip
OF_A_SESSION = {"session", "rehearsal", "keying", "console"}
OF_THE_LIBRARY = {
    "pack": {"pack_id": "five-themes"},
    "story": {"story_id": "R1"},
    "guide": {"guide": "who-answers"},
    "statement": {"pack_id": "five-themes", "item_id": "POW-1"},
}
# What a person can act on; everything else is text or a group around it.
CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder with the sample charity, the sample's assessment, and a session."""
    root = tmp_path_factory.mktemp("screens")
    services = open_services(DataFolder(root))
    assessment_id = ensure_sample(services, date(2026, 11, 22))
    services.workshops.practise(date(2026, 11, 22))
    services.close()
    return root, assessment_id


def goes_everywhere(me: Person, assessment_id: str) -> Iterator[str]:
    for place in PLACES:
        arguments: dict[str, object] = {**OF_THE_LIBRARY.get(place, {})}
        if place in OF_AN_ASSESSMENT:
            arguments = {"assessment_id": assessment_id}
        if place in OF_A_SESSION:
            arguments = {"session_id": me.services.workshops.cards()[0].id}
        me.window.navigator.go(place, **arguments)
        for _round in range(6):
            # What is made on other threads, such as the pages of the preview, must be there too.
            QThreadPool.globalInstance().waitForDone(20_000)
            QApplication.processEvents()
        yield place


def tree(interface: object) -> Iterator[object]:
    if interface is None:
        return
    yield interface
    for index in range(interface.childCount()):  # type: ignore[attr-defined]
        yield from tree(interface.child(index))  # type: ignore[attr-defined]


def test_every_control_of_every_screen_has_a_name(folder: tuple[Path, str], qtbot: QtBot) -> None:
    """What a screen reader would call “button” alone is a door without a sign."""
    root, assessment_id = folder
    nameless, seen = [], 0
    with person_at(root, qtbot) as me:
        for place in goes_everywhere(me, assessment_id):
            for interface in tree(QAccessible.queryAccessibleInterface(me.window)):
                state = interface.state()  # type: ignore[attr-defined]
                if interface.role() not in CONTROLS or state.invisible:  # type: ignore[attr-defined]
                    continue
                seen += 1
                if not interface.text(QAccessible.Text.Name).strip():  # type: ignore[attr-defined]
                    nameless.append((place, interface.role(), interface.object()))  # type: ignore[attr-defined]
    assert nameless == []
    assert seen > 150


@pytest.mark.parametrize(
    ("width", "height", "text_size", "theme"),
    [
        (1024, 768, 100, "light"),
        (1024, 768, 150, "dark"),
        (1366, 768, 200, "contrast"),
        (1024, 768, 200, "light"),
    ],
)
def test_no_screen_needs_scrolling_sideways(
    folder: tuple[Path, str],
    qtbot: QtBot,
    width: int,
    height: int,
    text_size: int,
    theme: str,
) -> None:
    """At every size of text the page fits the width of the window."""
    root, assessment_id = folder
    too_wide = []
    with person_at(root, qtbot, text_size=text_size, theme=theme) as me:
        me.window.resize(width, height)
        for place in goes_everywhere(me, assessment_id):
            for area in me.page.findChildren(QScrollArea):
                hidden = area.horizontalScrollBar().maximum()
                if area.isVisible() and hidden > 0:
                    too_wide.append((place, hidden))
    assert too_wide == []


def test_closing_the_window_leaves_no_widget_behind(folder: tuple[Path, str], qtbot: QtBot) -> None:
    root, assessment_id = folder
    with person_at(root, qtbot) as me:
        for _place in goes_everywhere(me, assessment_id):
            pass
        window = weakref.ref(me.window)
    del me
    for _round in range(5):
        QApplication.sendPostedEvents(None, 52)  # deferred deletions
        QApplication.processEvents()
        gc.collect()
    assert window() is None or not _alive(window())
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


def _alive(widget: QWidget | None) -> bool:
    from shiboken6 import isValid

    return widget is not None and isValid(widget)
