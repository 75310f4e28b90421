"""A trustee alone: from opening the program to the printed plan, as a person does it."""

import re
import subprocess
from pathlib import Path

import pytest
from person import Person, person_at
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.plans.plan import Slot

Key = Qt.Key
CORE = 20


def starts_short_version(me: Person) -> None:
    """From the very first screen to the first statement, by keyboard alone."""
    me.presses(Key.Key_Space)  # "Start" has the keyboard
    me.types("Sample Charity")
    me.presses(Key.Key_Return)
    me.waits_for_page("Which questionnaire")
    me.presses(Key.Key_Return)
    me.waits_for_page("How many statements")
    me.presses(Key.Key_Return)
    me.waits_for_page("Who answers")
    me.presses(Key.Key_Return)
    me.waits_to_see("statement 1 of 20")


def answers(me: Person, *keys: Key) -> None:
    for key in keys:
        me.presses(key, Key.Key_Return)


def saved_answers(me: Person) -> dict[str, str | None]:
    (summary,) = me.services.assessments.summaries()
    responses = me.services.assessments.responses(summary.assessment.id)
    return {response.item_id: response.answer for response in responses}


def text_of(pdf: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("theme", "text_size"), [("light", 100), ("contrast", 200)], ids=["usual", "contrast-200"]
)
def test_from_the_start_to_the_plan_by_keyboard_alone(
    tmp_path: Path, qtbot: QtBot, theme: str, text_size: int
) -> None:
    """Start, answer, stop, come back to the exact place, see, choose, and hold a PDF."""
    settings = {"theme": theme, "text_size": text_size}
    with person_at(tmp_path / "data", qtbot, **settings) as me:
        me.window.resize(1366, 768)
        starts_short_version(me)
        answers(me, Key.Key_2, Key.Key_4, Key.Key_N, Key.Key_0, Key.Key_1)
        me.waits_to_see("statement 6 of 20")
        me.presses(Key.Key_F)  # come back to this
        me.waits_for_saved()
        assert list(saved_answers(me).values()).count("dk") == 1
        me.presses(Key.Key_1, held=Qt.KeyboardModifier.AltModifier)
        me.waits_to_see("Go on")
        assert "5 of 20" in me.sees()

    with person_at(tmp_path / "data", qtbot, **settings) as me:
        me.window.resize(1366, 768)
        me.tabs_to("Go on")
        me.presses(Key.Key_Space)
        me.waits_to_see("statement 6 of 20")
        answers(me, *[Key.Key_3] * 14)
        me.waits_to_see("statement 20 of 20")
        me.presses(Key.Key_5, Key.Key_PageDown)
        me.tabs_to("See the results")
        me.waits_for_saved()
        me.presses(Key.Key_Space)
        me.waits_for_page("Results")
        assert len(saved_answers(me)) == CORE
        me.tabs_to("Choose actions")
        me.presses(Key.Key_Space)
        me.waits_for_page("Plan")
        plan_one_action(me)
        target = tmp_path / "plan.pdf"
        (summary,) = me.services.assessments.summaries()
        assert summary.assessment.selection is Selection.CORE
        assert summary.assessment.finished is not None
        me.services.exports.export_plan(
            summary.assessment.id, target, summary.assessment.started, with_notes=True
        )
        (action,) = me.services.plans.load(summary.assessment.id).now
    text = " ".join(text_of(target).split())
    assert "Sample Charity" in text
    assert "22 November 2026" in text
    for word in re.findall(r"\w+", action.text):
        assert word in text


def plan_one_action(me: Person) -> None:
    """Add the first suggestion to the plan, by keyboard."""
    me.tabs_to("Choose from suggestions")
    me.presses(Key.Key_Space)
    me.tabs_to("Add to plan")
    me.presses(Key.Key_Space)
    (summary,) = me.services.assessments.summaries()
    plan = me.services.plans.load(summary.assessment.id)
    assert [action.slot for action in plan.actions] == [Slot.NOW]
