"""What tests of several rooms need, most of all those with a window: nothing is left behind."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# The same examples in every run: what is found must not depend on luck.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

# Before Qt is imported for the first time; somebody who wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from collabkit.ui.theme import Theme

ApplyTheme = Callable[..., "Theme"]
OpenWindow = Callable[..., "QWidget"]
KeepWindow = Callable[["QWidget"], None]

_MANY_OBJECTS = 10_000  # a look through so many takes a millisecond or two


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shots",
        metavar="DIR",
        type=Path,
        default=None,
        help="draw the screens in each theme and size into DIR, for human eyes",
    )


def pytest_collection_finish() -> None:
    # As the program does (collabkit/ui/garbage.py): a window that a test let go must not be taken
    # apart on the thread of a store that is open in a later one. What pytest holds itself stays.
    gc.disable()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    # Nor what has been loaded since: each look for garbage would go through all of it again.
    if len(gc.get_objects(generation=2)) > _MANY_OBJECTS:
        gc.collect()
        gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    ledgers = sys.modules.get("collabkit.ui.save_ledger")
    if ledgers is not None:
        ledgers._all.clear()  # what a test left unsaved is in nobody's hand in the next one
    counts, thresholds = gc.get_count(), gc.get_threshold()
    if counts[0] > thresholds[0]:
        gc.collect(2 if counts[2] > thresholds[2] else int(counts[1] > thresholds[1]))


@pytest.fixture
def shots(request: pytest.FixtureRequest) -> Path:
    """The folder for pictures; tests that only draw are skipped without ``--shots``."""
    folder: Path | None = request.config.getoption("--shots")
    if folder is None:
        pytest.skip("draws pictures only with --shots DIR")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def log_of_its_own() -> Iterator[None]:
    """Let the test write into the program's log; afterwards that is as it was."""
    logger = logging.getLogger("collabkit")
    before, logger.handlers = logger.handlers, []
    kept = logger.level, logger.propagate
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers = before
    logger.setLevel(kept[0])
    logger.propagate = kept[1]


@pytest.fixture
def wear(qapp: "QApplication") -> Iterator[ApplyTheme]:
    """Put a theme on: ``wear("dark", 200)``. Afterwards the ordinary one is worn again."""
    from collabkit.ui.theme import apply_theme

    def put_on(choice: str = "light", text_size: int = 100, **others: object) -> "Theme":
        return apply_theme(qapp, choice, text_size, **others)  # type: ignore[arg-type]

    put_on()
    yield put_on
    put_on()


@pytest.fixture
def theme(wear: ApplyTheme) -> "Theme":
    """The light theme at ordinary size, worn; every test that makes a widget needs it."""
    return wear()


@pytest.fixture
def open_window(qtbot: "QtBot", theme: "Theme") -> OpenWindow:
    """Show widgets below each other in an active window: ``open_window(one, two)``."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    windows = []

    def put_into_window(*widgets: QWidget, width: int = 700, height: int = 900) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)  # pytest-qt alone would let it go at once
        box = QVBoxLayout(window)
        for widget in widgets:
            box.addWidget(widget)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put_into_window


@pytest.fixture
def keep_window(qapp: "QApplication") -> Iterator[KeepWindow]:
    """Hold a window for the test and take it down afterwards, before the next test begins."""
    kept: list[QWidget] = []

    def keep(window: "QWidget") -> None:
        from PySide6.QtCore import Qt

        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        kept.append(window)

    yield keep
    while kept:
        _take_down(kept.pop())
    _clear_away(qapp)


@pytest.fixture
def no_windows_left(qapp: "QApplication") -> Iterator[None]:
    """Fail if a window that was opened in the test is still there after it."""
    before = set(_windows(qapp))
    yield
    _clear_away(qapp)
    left = [window for window in _windows(qapp) if window not in before]
    assert not left, f"still open: {left}"


def _take_down(window: "QWidget") -> None:
    window.close()
    window.deleteLater()


def _clear_away(app: "QApplication") -> None:
    for _round in range(2):
        app.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
        app.processEvents()
        gc.collect()


def _windows(app: "QApplication") -> "list[QWidget]":
    # Qt keeps a frame of its own for drop-down lists and hints, as long as the program runs.
    kept = ("QTipLabel", "QComboBoxPrivateContainer", "QDesktopScreenWidget")
    return [w for w in app.topLevelWidgets() if w.metaObject().className() not in kept]
