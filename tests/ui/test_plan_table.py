"""A plan on the clipboard as a table."""

import subprocess
import sys
from datetime import date

import pytest
from house import House
from plan_stage import Key, Modifier, Stage, action
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Plan, ProgressNote, Slot, Status
from collabkit.ui.plan.as_table import plan_as_table

TODAY = date(2026, 11, 22)
NOTE = ProgressNote(date(2026, 10, 1), "Left a message")


@pytest.mark.usefixtures("theme", "no_windows_left")
def test_the_table_is_copied_as_html_and_as_text(qtbot: QtBot, house: House) -> None:
    """By the button and by its keys; a word processor takes the one, everything else the other."""
    stage = Stage(qtbot, house, action("Ring a partner", owner="The chair", progress=(NOTE,)))
    stage.press("Copy as a table")
    assert stage.notice == "The plan was copied as a table. Paste it into your minutes."
    copied = QGuiApplication.clipboard().mimeData()
    assert "<td" in copied.html()
    assert "Ring a partner\tThe chair\t\tNot started\t1 October 2026: Left" in copied.text()
    QGuiApplication.clipboard().clear()  # so that the keys have something to do
    stage.key(Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_program_ends_well_with_a_table_on_the_clipboard() -> None:
    """Without a desktop, Qt lets go of the clipboard when Python is gone already."""
    code = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from collabkit.ui.plan.as_table import PlanTable\n"
        "from collabkit.ui.plan.on_clipboard import copy_table\n"
        "application = QGuiApplication([])\n"
        "copy_table(PlanTable('<b>Sample</b>', 'Sample'))\n"
        "copied = application.clipboard().mimeData()\n"
        "print(copied.formats(), copied.html(), copied.text())\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "['text/html', 'text/plain'] <b>Sample</b> Sample"


@pytest.mark.usefixtures("qapp")
def test_a_word_processor_finds_rows_and_columns() -> None:
    """Five columns; a row for the heads, one for each heading and one for each action."""
    plan = Plan(
        "a",
        (
            action("Ring a partner", due=date(2026, 12, 1), progress=(NOTE, NOTE)),
            action("Lend a van", Slot.PARKED),
            action("A fair", Slot.PARKED, status=Status.DROPPED, dropped_because="Too much"),
        ),
    )
    document = QTextDocument()
    document.setHtml(plan_as_table(plan, "Sample Charity", TODAY).html)
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    assert (table.rows(), table.columns()) == (7, 5)

    def cell(row: int, column: int) -> str:
        at = table.cellAt(row, column).firstCursorPosition()
        return at.block().text().replace("\u2028", " | ")

    assert cell(1, 0) == "Now"
    assert cell(2, 2) == "1 December 2026"
    assert cell(2, 4) == "1 October 2026: Left a message | 1 October 2026: Left a message"
    assert cell(5, 0) == "Done and dropped"
    assert [cell(6, n) for n in (0, 3, 4)] == ["A fair", "Dropped", "Why it was dropped: Too much"]


def test_texts_stay_texts() -> None:
    """Nothing is taken for markup, a formula or another cell."""
    plan = Plan("a", (action("=1+1", owner="<b>The</b>\tchair & co"),))
    table = plan_as_table(plan, "Sample <i>Charity</i>", TODAY)
    assert "&lt;b&gt;The&lt;/b&gt; chair &amp; co" in table.html
    assert "<i>" not in table.html
    assert "\n'=1+1\t<b>The</b> chair & co\t\tNot started\t\n" in table.text
