"""An evening on which the power fails, what can happen to the file, and the window afterwards."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from house import House
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from collabkit.app import Program
from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.ui.opening.recovery_page import RecoveryPage
from collabkit.ui.widgets.page import Page

NOTE = "What was typed this evening"
ANSWERS_AFTER_THE_COPY = 3
_PAGE = 4096


def make_answers(root: Path, number: int = 2) -> Path:
    """Leave ``number`` answers in ``root``, as they are when the program was closed; return it."""
    house = House(root)
    house.assessment(answered=number)
    house.services.close()
    return root


def make_evening(root: Path) -> None:
    """Leave in ``root`` what is there after a power cut: a copy, and answers after it."""
    before = make_answers(root.with_name(f"{root.name}-before"), 4)
    house = House(before)
    sitting = house.services.assessments.sitting(
        house.services.assessments.summaries()[0].assessment.id
    )
    for item_id in sitting.assessment.asked[4 : 4 + ANSWERS_AFTER_THE_COPY]:
        response = Response(sitting.participant.id, item_id, "2", NOTE)
        house.services.responses.record(sitting.pack, response, lambda _problem: None)
    house.services.responses.flush()
    shutil.copytree(before, root)
    house.services.close()


def rows_in(database: Path) -> dict[str, list[str]]:
    """Return every row of a file, table by table, but not where its history stands."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'change_mark'"
        )
        tables = [name for (name,) in names]
        return {
            table: sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{table}"'))
            for table in tables
        }


def newest_copy(root: Path) -> Path:
    """Return the newest safety copy."""
    return max((root / "backups").glob("*.db"))


def given_up(root: Path) -> Path:
    """Return the newest copy of what was let go of by going back."""
    return max((root / "backups").glob("*-before-restore.db"))


def damage(root: Path, kind: str) -> None:
    """Do something to the file, as a failing disk or a person would."""
    database = root / "collabkit.db"
    data = bytearray(database.read_bytes())
    match kind:
        case "a flipped bit":
            data[data.rfind(NOTE.encode()) + 3] ^= 1
        case "garbage":
            data[_PAGE * 2 : _PAGE * 2 + 600] = b"\x5a\xa5" * 300
        case "a lost sector":
            data[_PAGE * 3 : _PAGE * 3 + 512] = bytes(512)
        case "a lost page":
            data[_PAGE * 3 : _PAGE * 4] = bytes(_PAGE)
        case "cut off":
            del data[len(data) // 2 + 100 :]
        case "a broken head":
            data[:16] = bytes(16)
        case "emptied":
            data.clear()
        case "an older file":
            data = bytearray(newest_copy(root).read_bytes())
        case "newer":
            with closing(sqlite3.connect(database)) as connection:
                connection.execute("UPDATE alembic_version SET version_num = '0099'")
                connection.commit()
                connection.execute("PRAGMA user_version = 99")
            return
        case "gone":
            database.unlink()
            return
        case "a folder":
            database.unlink()
            database.mkdir()
            return
    database.write_bytes(data)


@contextmanager
def window_on(root: Path, qtbot: QtBot) -> Iterator[Program]:
    """Start the program on ``root`` and close it afterwards."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(root), date.today)
    program.start()
    program.window.activateWindow()
    try:
        yield program
    finally:
        if isValid(program.window):
            program.window.close()
            if isValid(program.window) and program.window.isVisible():
                program.window.close()  # the first wish was answered with a sentence
        QApplication.processEvents()
    assert program.bugs == []


def shown(program: Program) -> Page:
    """Return the page in front of the person."""
    page = program.window.page
    assert page is not None
    return page


def waits_for_recovery(qtbot: QtBot, program: Program) -> RecoveryPage:
    """Wait until it is known what can be put back."""

    def is_known() -> bool:
        page = program.window.page
        return isinstance(page, RecoveryPage) and bool(page.title) and not page.presenter.state.busy

    qtbot.waitUntil(is_known, timeout=20_000)
    page = program.window.page
    assert isinstance(page, RecoveryPage)
    return page


def waits_for_home(qtbot: QtBot, program: Program) -> Page:
    """Wait until the data is open again."""
    qtbot.waitUntil(lambda: program.is_usable, timeout=20_000)
    return shown(program)
