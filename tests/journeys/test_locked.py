"""A person locks everything, closes the program, and opens it with passphrase or code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from person import TODAY, Person, person_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from collabkit.app import Program
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.ui.lock.page import LockPage
from collabkit.ui.lock.question import UnlockPage

pytest.importorskip("sqlcipher3")

PASSPHRASE = "otter velvet compass rain"
OTHER = "four quite other words"
NAME = "Sample Charity of the canary"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    services.charities.add(NAME)
    services.close()
    return folder


@contextmanager
def person_before_the_lock(folder: DataFolder, qtbot: QtBot) -> Iterator[Person]:
    """Somebody who has just opened the program and is asked for the passphrase."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    hook = sys.excepthook
    program = Program(application, folder, lambda: TODAY)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(program.window.page, UnlockPage), timeout=10_000)
    try:
        yield Person(program, qtbot)
        assert program.bugs == []
    finally:
        program.window.close()
        program.window.deleteLater()
        sys.excepthook = hook


def readable(folder: DataFolder) -> list[str]:
    """Files in which the name stands for all to read."""
    paths = (path for path in folder.root.rglob("*") if path.is_file())
    return [path.name for path in paths if b"canary" in path.read_bytes()]


def types(me: Person, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    me.types(text)


def locks(me: Person) -> str:
    """Lock everything and return the code that was written down."""
    me.window.navigator.go("settings")
    me.clicks("Lock this data with a passphrase")
    me.waits_for_page("Lock")
    page = me.page
    assert isinstance(page, LockPage)
    me.presses(Qt.Key.Key_Tab)  # the page is read from its top; the button comes first
    me.presses(Qt.Key.Key_Return)
    me.types("too short")
    me.presses(Qt.Key.Key_Return)
    me.clicks("Next")
    me.waits_to_see("at least 12 characters")
    types(me, page.passphrase.passphrase.field.line, PASSPHRASE)
    me.waits_to_see("Good and long.")
    types(me, page.passphrase.passphrase.again.line, PASSPHRASE + " ")
    me.clicks("Next")
    me.waits_to_see("The two are not the same.")
    types(me, page.passphrase.passphrase.again.line, PASSPHRASE)
    me.presses(Qt.Key.Key_Return)
    me.waits_to_see("Your recovery code")
    code = page.code.code.text()
    me.presses(Qt.Key.Key_Return)
    me.waits_to_see("Is it right?")
    assert code not in me.sees()
    me.types(code.split()[0])
    me.presses(Qt.Key.Key_Return)
    me.waits_to_see("this one has 5")
    types(me, page.back.field.line, " ".join(code.split()).lower())
    me.clicks("Lock everything now")
    me.waits_to_see("Please tick the box first")
    page.back.agreed.tick.click()
    assert "Please tick the box first" not in me.sees()
    me.clicks("Lock everything now")
    assert me.page.title == "One moment, please"
    assert me.window.windowTitle() == "One moment, please – collabkit"
    assert not any(entry.current for entry in me.window.rail.entries)
    me.waits_to_see("Everything is locked.")
    assert me.window.windowTitle() == "Lock – collabkit"
    return code


def test_everything_is_locked_and_opened_again(folder: DataFolder, qtbot: QtBot) -> None:
    """With the passphrase, with the code, and not with anything else; then without a lock again."""
    assert readable(folder)
    with person_at(folder.root, qtbot) as me:
        code = locks(me)
        assert readable(folder) == []
        me.services.charities.add("Another canary")
        assert len(me.services.charities.all()) == 2
        assert readable(folder) == []
        assert me.bugs() == []
    assert readable(folder) == []
    with person_before_the_lock(folder, qtbot) as me:
        me.types("something else altogether")
        me.presses(Qt.Key.Key_Return)
        me.waits_to_see("This passphrase does not open your data.")
        me.clicks("Use the recovery code instead")
        me.types("otter")
        me.presses(Qt.Key.Key_Return)
        me.waits_to_see("A recovery code has")
        page = me.page
        assert isinstance(page, UnlockPage)
        types(me, page.code.line, "-".join(code.split()))
        me.presses(Qt.Key.Key_Return)
        me.waits_to_see("Choose a new passphrase?")
        me.clicks("Not now")
        me.waits_for_page("Welcome")
        assert len(me.services.charities.all()) == 2
        assert me.bugs() == []
    with person_before_the_lock(folder, qtbot) as me:
        me.types(PASSPHRASE)
        me.presses(Qt.Key.Key_Return)
        me.waits_for_page("Welcome")
        me.window.navigator.go("lock")
        lock = me.page
        assert isinstance(lock, LockPage)
        lock.locked.choice.radios[3].click()
        types(me, lock.locked.passphrase.field.line, "not mine at all")
        me.clicks("Next")
        me.waits_to_see("This passphrase does not open your data.")
        types(me, lock.locked.passphrase.field.line, PASSPHRASE)
        me.clicks("Next")
        me.waits_to_see("Take the lock away?")
        me.clicks("Take the lock away")
        me.waits_to_see("The lock is gone.")
        assert len(me.services.charities.all()) == 2
        assert me.bugs() == []
    with person_at(folder.root, qtbot) as me:
        assert len(me.services.charities.all()) == 2


def test_another_passphrase_another_code_and_a_new_key(folder: DataFolder, qtbot: QtBot) -> None:
    """Each is asked for with what opens the data now."""
    with person_at(folder.root, qtbot) as me:
        locks(me)
        page = me.page
        assert isinstance(page, LockPage)
        types(me, page.locked.passphrase.field.line, PASSPHRASE)
        me.clicks("Next")
        me.waits_to_see("Choose a passphrase")
        types(me, page.passphrase.passphrase.field.line, OTHER)
        types(me, page.passphrase.passphrase.again.line, OTHER)
        me.clicks("Change the passphrase")
        me.waits_to_see("The new passphrase counts from now on.")
        page.locked.choice.radios[1].click()
        types(me, page.locked.passphrase.field.line, OTHER)
        me.clicks("Next")
        me.waits_to_see("Your recovery code")
        code = page.code.code.text()
        me.clicks("I have written it down")
        me.waits_to_see("Is it right?")
        me.clicks("Show the code again")
        assert page.code.code.text() == code
        me.clicks("I have written it down")
        types(me, page.back.field.line, "".join(code.split()))
        page.back.agreed.tick.click()
        me.clicks("Use this code from now on")
        me.waits_to_see("The new recovery code counts from now on.")
        page.locked.choice.radios[2].click()
        types(me, page.locked.passphrase.field.line, " ".join(code.split()))
        me.clicks("Next")
        me.waits_to_see("Choose a passphrase")
        types(me, page.passphrase.passphrase.field.line, PASSPHRASE)
        types(me, page.passphrase.passphrase.again.line, PASSPHRASE)
        me.clicks("Next")
        me.waits_to_see("Your recovery code")
        code = page.code.code.text()
        me.clicks("I have written it down")
        types(me, page.back.field.line, "".join(code.split()))
        page.back.agreed.tick.click()
        me.clicks("Lock everything anew")
        me.waits_to_see("Everything is locked anew.")
        assert len(me.services.charities.all()) == 1
        assert readable(folder) == []
        assert me.bugs() == []


def test_without_its_part_the_page_says_calmly_that_it_cannot(
    folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is offered that would not work."""
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with person_at(folder.root, qtbot) as me:
        me.window.navigator.go("lock")
        me.waits_to_see("This installation of collabkit cannot lock data with a passphrase")
        assert "Choose a passphrase" not in me.sees()
        assert me.bugs() == []


def test_locked_data_that_is_damaged_is_put_back(folder: DataFolder, qtbot: QtBot) -> None:
    """First the passphrase, then the way back; what is put back is locked like all before."""
    with person_at(folder.root, qtbot) as me:
        locks(me)
        me.services.charities.add("The canary saved last")
    data = bytearray(folder.database.read_bytes())
    data[5_000] ^= 1
    folder.database.write_bytes(data)
    with person_before_the_lock(folder, qtbot) as me:
        me.types(PASSPHRASE)
        me.presses(Qt.Key.Key_Return)
        me.waits_to_see("Your answers are safe")
        me.waits_to_see("Nothing is missing.")
        me.clicks("Put everything back")
        me.waits_for_page("Welcome")
        assert len(me.services.charities.all()) == 2
        assert me.bugs() == []
    assert readable(folder) == []
