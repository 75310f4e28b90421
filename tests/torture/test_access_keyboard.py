"""What people come for, each done by key presses alone, in the real window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import borrowed  # noqa: F401 - puts the folders of the people on the path
import pytest
from person import TODAY, Person, person_at
from preview_desk import Computer
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_alone import answers, starts_short_version
from tiers import TIER

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.sample import ensure_sample

Key = Qt.Key
Task = Callable[[Person, QtBot, Path], None]
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TASKS: dict[str, tuple[str, Task]] = {}


def task(name: str, begin: str = "sample") -> Callable[[Task], Task]:
    """Keep a task; it begins in an empty folder, with the sample, or with twenty answers."""

    def keep(do: Task) -> Task:
        TASKS[name] = (begin, do)
        return do

    return keep


def latest(me: Person) -> str:
    return me.services.assessments.summaries()[0].assessment.id


def said(me: Person) -> dict[str, Response]:
    return {each.item_id: each for each in me.services.assessments.responses(latest(me))}


def goes(me: Person, number: Key, title: str) -> None:
    """To one of the places in the rail, by its key."""
    me.presses(number, held=ALT)
    me.waits_for_page(title)


def chooses(me: Person, name: str, key: Key = Key.Key_Space) -> None:
    me.tabs_to(name)
    me.presses(key)


@task("start an assessment", "empty")
def start(me: Person, qtbot: QtBot, folder: Path) -> None:
    starts_short_version(me)


@task("answer, and write a note", "empty")
def answer_with_note(me: Person, qtbot: QtBot, folder: Path) -> None:
    starts_short_version(me)
    me.presses(Key.Key_4)
    chooses(me, "A note")
    me.types("We asked them in May")
    me.presses(Key.Key_Tab)
    me.waits_for_saved()
    ((answer, note),) = {(each.answer, each.note) for each in said(me).values()}
    assert (answer, note) == ("4", "We asked them in May")


@task("go back and change an answer", "empty")
def change_an_answer(me: Person, qtbot: QtBot, folder: Path) -> None:
    starts_short_version(me)
    answers(me, Key.Key_2, Key.Key_3)
    me.presses(Key.Key_PageUp, Key.Key_PageUp)
    me.waits_to_see("statement 1 of 20")
    me.presses(Key.Key_5)
    me.waits_for_saved()
    assert sorted(str(each.answer) for each in said(me).values()) == ["3", "5"]


@task("stop, and go on at the same place", "empty")
def stop_and_go_on(me: Person, qtbot: QtBot, folder: Path) -> None:
    starts_short_version(me)
    answers(me, Key.Key_2, Key.Key_3)
    me.waits_for_saved()
    me.presses(Key.Key_1, held=ALT)
    me.waits_to_see("Go on")
    chooses(me, "Go on")
    me.waits_to_see("statement 3 of 20")


@task("see the results")
def see_results(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_2, "Assess")
    chooses(me, "Results of Sample away-day", Key.Key_Return)
    me.waits_for_page("Results")
    chooses(me, "How was this worked out?")


@task("take a suggestion into the plan", "answered")
def take_suggestion(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_4, "Plan")
    chooses(me, "Choose from suggestions")
    chooses(me, "Add to plan")
    assert len(me.services.plans.load(latest(me)).now) == 1


@task("say who does it")
def say_who(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_4, "Plan")
    me.tabs_to("Who, when and how")
    me.presses(Key.Key_Right)
    me.tabs_to("Who does it")
    me.presses(Key.Key_A, held=CONTROL)
    me.types("The chair")
    me.presses(Key.Key_Escape)
    me.presses(Key.Key_1, held=ALT)
    me.waits_for_page("Welcome")
    owners = {action.owner for action in me.services.plans.load(latest(me)).actions}
    assert "The chair" in owners


@task("save the plan as PDF")
def save_pdf(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_4, "Plan")
    chooses(me, "Save as PDF")
    me.waits_for_page("Preview")
    computer = Computer(folder)
    computer.answer = folder / "plan.pdf"
    me.page._desktop = computer  # type: ignore[attr-defined]
    chooses(me, "Save…")
    qtbot.waitUntil(lambda: (folder / "plan.pdf").exists(), timeout=20_000)


@task("copy the plan for the minutes")
def copy_plan(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_2, "Assess")
    chooses(me, "Results of Sample away-day")
    me.waits_for_page("Results")
    chooses(me, "Other files…")
    me.waits_for_page("Take it with you")
    chooses(me, "Copy the plan for the minutes")
    qtbot.waitUntil(lambda: "Sample" in QGuiApplication.clipboard().text())


@task("search for a word")
def search(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_6, "Search")
    me.types("tender")
    me.waits_to_see("found with “tender”")
    chooses(me, "What was found", Key.Key_Return)
    qtbot.waitUntil(lambda: me.page.title != "Search")


@task("read a story")
def read_story(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_5, "Learn")
    chooses(me, "Open: Stories")
    me.waits_for_page("Stories")
    chooses(me, "Read: P3 and Cohort 4")
    qtbot.waitUntil(lambda: "Cohort 4" in me.sees() and "Stories" not in me.page.title)


@task("have larger text and another look")
def larger_text(me: Person, qtbot: QtBot, folder: Path) -> None:
    me.presses(Key.Key_Plus, held=CONTROL)
    goes(me, Key.Key_7, "Settings")
    me.tabs_to("As this computer is set")
    me.presses(Key.Key_Down, Key.Key_Space)
    kept = (me.services.folder.settings).read_text("utf-8")
    assert '"text_size": 1' in kept
    assert '"theme": "light"' in kept


@task("put something away and bring it back")
def put_away(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_2, "Assess")
    chooses(me, "Put away Sample Charity")
    qtbot.waitUntil(lambda: me.services.assessments.summaries() == ())
    chooses(me, "Undo")
    qtbot.waitUntil(lambda: len(me.services.assessments.summaries()) == 1)


@task("practise a session")
def practise(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_3, "Workshop")
    chooses(me, "Practise first")
    qtbot.waitUntil(lambda: len(me.services.workshops.cards()) == 1, timeout=10_000)


@task("make a network")
def network(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_2, "Assess")
    chooses(me, "Many groups side by side")
    me.waits_for_page("Many groups side by side")
    chooses(me, "Make a network")
    me.types("Sample Network")
    me.presses(Key.Key_Return)
    qtbot.waitUntil(lambda: [line.network.name for line in me.services.networks.lines()] != [])


@task("look into a questionnaire")
def look_into(me: Person, qtbot: QtBot, folder: Path) -> None:
    goes(me, Key.Key_7, "Settings")
    chooses(me, "See all questionnaires")
    me.waits_for_page("Questionnaires")
    chooses(me, "Look at “Barriers and needs”")
    me.waits_to_see("Barriers and needs")


def furnished(folder: Path, begin: str) -> None:
    """Put into the folder what a task begins with."""
    services = open_services(DataFolder(folder))
    if begin == "sample":
        ensure_sample(services, TODAY)
    elif begin == "answered":
        sitting = services.assessments.start_alone(
            services.charities.add("Sample Kitchen").id, builtin_packs()[0], Selection.CORE,
            Respondent.TRUSTEE, "November 2026", date(2026, 11, 1),
        )  # fmt: skip
        problems: list[object] = []
        for item_id in sitting.assessment.asked:
            services.responses.record(
                sitting.pack, Response(sitting.participant.id, item_id, "2"), problems.append
            )
        services.responses.flush()
        assert not any(problems)
        services.assessments.finish(sitting.assessment.id, TODAY)
    services.close()


_SOME = TIER.count(share=5, change=1)


@pytest.mark.parametrize("name", list(TASKS)[::_SOME])
def test_a_task_by_keys_alone(name: str, tmp_path: Path, qtbot: QtBot, tally) -> None:
    """The mouse is never touched: every step is a key that goes to whatever has the keyboard."""
    begin, do = TASKS[name]
    if begin != "empty":
        furnished(tmp_path / "data", begin)
    with tally("keyboard-only tasks") as count:
        count.tried()
        with person_at(tmp_path / "data", qtbot) as me:
            me.window.resize(1366, 768)
            do(me, qtbot, tmp_path)
            QApplication.processEvents()
        count.survived()
