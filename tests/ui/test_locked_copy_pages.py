"""A locked copy on a stick: its passphrase is asked for where it is looked at, on two pages."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from house import TODAY, House, focused, nameless, press, words
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.locking import UnlockedFolder, new_code, switch_on
from collabkit.services.putting_back import PutBack
from collabkit.storage.problems import ForeignFileError
from collabkit.ui.context import Context
from collabkit.ui.errand import FOLDER, Errand
from collabkit.ui.lock.copy_question import CopyQuestion
from collabkit.ui.opening.copy_card import CopyCard
from collabkit.ui.opening.recovery_page import RecoveryPage
from collabkit.ui.safety.desktop import CopyDesktop
from collabkit.ui.safety.look_card import LookCard
from collabkit.ui.safety.page import SafetyPage

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

PASSPHRASE = "otter velvet compass rain"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests


class Computer(CopyDesktop):
    """Opens the copy on the stick."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy

    def documents(self) -> Path:
        return self.copy.parent

    def ask_which_copy(self, parent: QWidget, folder: Path) -> Path | None:
        return self.copy


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = DataFolder(tmp_path_factory.mktemp("there") / "data")
    open_services(folder).close()
    services = open_services(switch_on(folder, PASSPHRASE, new_code(), LITTLE))
    services.charities.add("Sample Charity")
    stick = tmp_path_factory.mktemp("saved")
    services.safety.save_elsewhere(services.safety.make(TODAY), stick / "copy.db")
    services.close()
    return stick


@pytest.fixture
def computer(saved: Path, tmp_path: Path) -> Computer:
    return Computer(Path(shutil.copytree(saved, tmp_path / "stick")) / "copy.db")


def settle() -> None:
    for _step in range(4):
        wait_for_jobs()
        QApplication.processEvents()


def give(question: CopyQuestion, typed: str) -> None:
    """Type a passphrase and press Enter."""
    line = question.passphrase.field.line
    line.clear()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def look(qtbot: QtBot, page: SafetyPage | RecoveryPage) -> CopyQuestion:
    """Look at the copy on the stick; return the question that is asked."""
    press(qtbot, page, "Look at a copy on a stick…")
    settle()
    (card,) = page.found.parts
    assert isinstance(card, LookCard | CopyCard)
    assert card.question is not None
    return card.question


@pytest.fixture
def errands() -> list[Errand]:
    return []


@pytest.fixture
def safety(
    qtbot: QtBot, house: House, computer: Computer, errands: list[Errand]
) -> Iterator[SafetyPage]:
    """The page of safety copies on a computer without any data yet."""
    house.context = Context(
        house.services,
        house.context.settings,
        house.context.folder,
        lambda: TODAY,
        while_closed=lambda errand: errands.append(errand) or "",  # type: ignore[func-returns-value]
    )
    page = SafetyPage(house.context, computer)
    house.show(qtbot, page)
    settle()
    yield page
    page.left()


def test_the_passphrase_is_asked_for_and_has_the_keyboard(qtbot: QtBot, safety: SafetyPage) -> None:
    """Nothing can be put back before, and one may try as often as one likes."""
    question = look(qtbot, safety)
    assert focused() is question.passphrase.field.line
    assert nameless(safety) == []
    assert "locked with a passphrase of its own" in words(safety)
    assert "Put this copy back" not in words(safety)
    press(qtbot, safety, "Open this copy")
    assert "Please type the passphrase or the recovery code." in words(safety)
    for _time in range(2):
        give(question, "not this one at all")
        assert "does not open the copy" in words(safety)
    assert focused() is question.passphrase.field.line


def test_it_is_looked_into_and_put_back_with_its_lock(
    qtbot: QtBot, safety: SafetyPage, house: House, errands: list[Errand]
) -> None:
    """On a new computer it brings its lock along, which is said before."""
    give(look(qtbot, safety), PASSPHRASE)
    assert "It brings its lock along" in words(safety)
    assert nameless(safety) == []
    press(qtbot, safety, "Put this copy back")
    outcome = errands[0].run(house.services.close)
    assert isinstance(outcome["done"], PutBack)
    folder = outcome[FOLDER]
    assert isinstance(folder, UnlockedFolder)
    services = open_services(folder)
    assert [charity.name for charity in services.charities.all()] == ["Sample Charity"]
    services.close()


def test_looking_elsewhere_forgets_what_opened_it(qtbot: QtBot, safety: SafetyPage) -> None:
    """The passphrase is asked for again."""
    give(look(qtbot, safety), PASSPHRASE)
    press(qtbot, safety, "Leave everything as it is")
    look(qtbot, safety)
    assert "brings its lock along" not in words(safety)


def test_where_nothing_else_is_left_the_page_of_recovery_asks_too(
    qtbot: QtBot, computer: Computer, tmp_path: Path
) -> None:
    """The data is gone with all its copies, but there is a stick."""
    folder = DataFolder(tmp_path / "here")
    folder.root.mkdir()
    folder.database.write_bytes(b"")
    errands: list[Errand] = []
    page = RecoveryPage(folder, lambda: date(2026, 11, 22), computer)
    qtbot.addWidget(page)
    page.errand_wanted.connect(errands.append)
    page.resize(1024, 768)
    page.show()
    page.entered(error=ForeignFileError(folder.database))
    settle()
    give(look(qtbot, page), PASSPHRASE)
    assert "Your data here has no lock" in words(page)
    assert nameless(page) == []
    press(qtbot, page, "Put this copy back")
    assert "told" in errands[0].run(lambda: None)
    services = open_services(folder)
    assert [charity.name for charity in services.charities.all()] == ["Sample Charity"]
    services.close()
    page.left()


def test_the_keyboard_is_never_out_of_sight_in_the_largest_text(
    qtbot: QtBot, safety: SafetyPage, wear: Callable[..., object]
) -> None:
    """Where the first button is too far below its heading, the heading has it."""
    wear("light", 200)
    safety.resize(724, 600)
    give(look(qtbot, safety), PASSPHRASE)
    qtbot.waitUntil(lambda: safety.scrolled > 0)
    keyboard, view = focused(), safety.scroller.viewport()
    assert keyboard is not None
    assert keyboard.mapTo(view, keyboard.rect().topLeft()).y() >= 0
    assert keyboard.mapTo(view, keyboard.rect().bottomLeft()).y() <= view.height()
    assert safety.scroller.horizontalScrollBar().maximum() == 0
