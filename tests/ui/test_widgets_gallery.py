"""Every widget at once: whole, named, right in each theme and size; and drawn with --shots."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gallery import gallery_places
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.theme import Theme
from collabkit.ui.theme.roles import THEME_NAMES
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.spoken import speak_roles
from collabkit.ui.widgets.text import Text
from collabkit.ui.window import MainWindow

Wear = Callable[..., Theme]
KEYS = ("home", "assess", "workshop", "learn")
SIZES = [(100, 1366, 768), (200, 1366, 768), (200, 1024, 768), (150, 1024, 768), (200, 800, 600)]

_Role = QAccessible.Role
_CONTROLS = {_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.EditableText, _Role.ComboBox}


@pytest.fixture
def window(theme: Theme, keep_window: Callable[[QWidget], None]) -> MainWindow:
    speak_roles()
    window = MainWindow(gallery_places(), Settings(None))
    keep_window(window)
    window.show()
    return window


def pages(window: MainWindow) -> Iterator[QWidget]:
    for key in KEYS:
        window.navigator.go(key)
        QApplication.processEvents()
        assert window.page is not None
        yield window.page


def told(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield everything that a screen reader finds in ``widget`` and can see."""
    step = QAccessible.queryAccessibleInterface(widget)
    assert step is not None
    waiting = [step]
    while waiting:
        step = waiting.pop(0)
        if step.state().invisible:
            continue
        yield step
        children = (step.child(number) for number in range(step.childCount()))
        waiting.extend(child for child in children if child is not None)


def test_every_control_has_a_name(window: MainWindow) -> None:
    """A screen reader can say what each button, box and field is."""
    found = 0
    for page in pages(window):
        for part in told(page):
            if part.role() in _CONTROLS:
                found += 1
                assert part.text(QAccessible.Text.Name), part
    assert found > 40


def test_screen_readers_hear_what_things_are(window: MainWindow) -> None:
    """Titles are headings, answers radio buttons, folds open and close, drawings are pictures."""
    heard = {key: list(told(page)) for key, page in zip(KEYS, pages(window), strict=True)}
    window.navigator.go("assess")
    roles = {part.text(QAccessible.Text.Name): part for part in told(window)}
    assert roles["4. Regular practice"].role() == _Role.RadioButton
    assert roles["4. Regular practice"].state().checked
    assert roles["Why this matters"].state().expandable
    assert roles["Why this matters"].state().expanded
    assert not roles["What would show it"].state().expanded
    assert heard["learn"]
    window.navigator.go("learn")
    seen = {part.role() for part in told(window)}
    assert {_Role.Heading, _Role.Graphic, _Role.Table} <= seen
    assert _Role.Border not in seen


def test_a_screen_reader_can_open_a_fold(window: MainWindow) -> None:
    """Pressing it without mouse or keyboard works as well."""
    window.navigator.go("assess")
    fold = next(p for p in told(window) if p.text(QAccessible.Text.Name) == "What would show it")
    fold.actionInterface().doAction("Press")
    assert fold.state().expanded


@pytest.mark.parametrize(("text_size", "width", "height"), SIZES)
def test_nothing_is_cut_off(
    wear: Wear, window: MainWindow, text_size: int, width: int, height: int
) -> None:
    """Every text has the height its lines need, every button the width of its word."""
    wear("light", text_size)
    window.resize(width, height)
    for page in pages(window):
        for text in page.findChildren(Text):
            if text.isVisible():
                assert text.height() >= text.heightForWidth(text.width()) - 1, text.text()
        for button in window.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.height() >= 44


@pytest.mark.parametrize(("text_size", "width", "height"), SIZES)
def test_nobody_has_to_scroll_sideways(
    wear: Wear, window: MainWindow, text_size: int, width: int, height: int
) -> None:
    """A page goes on downwards only, also with large text in a small window."""
    wear("light", text_size)
    window.resize(width, height)
    for page in pages(window):
        assert page.scroller.horizontalScrollBar().maximum() == 0  # type: ignore[attr-defined]


def test_making_pages_opens_no_windows_of_their_own(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    """A widget that is shown before it has a parent would flash up as a window."""
    eyes = _Eyes()
    qapp.installEventFilter(eyes)
    try:
        for place in gallery_places():
            page = place.make_page()
            qtbot.addWidget(page)
    finally:
        qapp.removeEventFilter(eyes)
    assert eyes.seen == []


class _Eyes(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


@pytest.mark.parametrize("theme_name", THEME_NAMES)
@pytest.mark.parametrize(
    ("text_size", "width", "height"),
    [(100, 1366, 768), (200, 1366, 768), (200, 1024, 768), (100, 3840, 2160)],
)
def test_draw_the_gallery(
    wear: Wear,
    window: MainWindow,
    shots: Path,
    theme_name: str,
    text_size: int,
    width: int,
    height: int,
) -> None:
    """With --shots DIR: every page of the gallery, top and end, for human eyes."""
    wear(theme_name, text_size)
    window.resize(width, height)
    window.save_mark.render_state(SaveState(Saving.DONE))
    for key, page in zip(KEYS, pages(window), strict=True):
        bar = page.scroller.verticalScrollBar()  # type: ignore[attr-defined]
        for where, value in (("top", 0), ("end", bar.maximum())):
            bar.setValue(value)
            QApplication.processEvents()
            name = f"gallery-{theme_name}-{text_size}-{width}x{height}-{key}-{where}.png"
            assert window.grab().save(str(shots / name))
