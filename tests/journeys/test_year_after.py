"""A board looks again a year later, and the figures are those worked out by hand.

Six people answered six statements last year, four of one theme and two of another; each chose one
level throughout: 2, 3, 2, 3, 2, 3. This year five of them and two new people answer: 3, 4, 3, 4, 3,
4, 4. Five of seven are the same people, which is at least two thirds.

* Every statement: 15/6 = 2.5 last year and 25/7 = 3.57…, shown as 3.6, this year. The difference is
  15/14 = 1.07…, shown as 1.1; from 1.0 on a statement is clearly higher.
* The theme of four statements has the same means, and from 0.5 on it is clearly higher. The theme
  of two has no score, as fewer than four were asked of an own choice.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from person import TODAY, person_at
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.assessments.outcomes.topics import PEOPLE, SAME_PEOPLE
from collabkit.assessments.pack import ActionKind, Pack, Respondent
from collabkit.assets import resource
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.ui.results.page import ResultsPage

LAST_YEAR = date(2025, 11, 20)
ASKED = ("POW-1", "POW-2", "POW-6", "POW-9", "EMP-1", "EMP-2")
THEN, NOW = "232323", "3434344"


def test_a_year_later(tmp_path: Path, qtbot: QtBot) -> None:
    """From Home to the last plan, the same statements, and both pictures on screen and paper."""
    last_id = _last_year(tmp_path / "data")
    with person_at(tmp_path / "data", qtbot) as chair:
        chair.waits_for_page("Welcome back")
        chair.clicks("Start again from Sample Kitchen · The five themes · Away-day")
        chair.waits_for_page("Start again from last time")
        assert "Of two actions: one done, one still open." in chair.sees()
        chair.tabs_to("What we learned from it all")
        chair.types("Two were enough.")
        chair.tabs_to("We do not know yet")
        chair.presses(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space)
        chair.tabs_to("Start again")
        chair.presses(Qt.Key.Key_Return)
        chair.waits_to_see("One action goes on into the new plan.")
        services = chair.services
        assert services.occasions.learned(last_id) == "Two were enough."
        again = services.occasions.after(last_id)
        assert again is not None
        _answer(services, again, NOW, TODAY)
        chair.window.navigator.go("results", assessment_id=again.id)
        chair.waits_for_page("Results")
        on_screen = chair.sees()
        paper = _paper(services, again.id, tmp_path)
        (action,) = services.plans.load(again.id).actions
    for told in (on_screen, paper):
        told = _in_one_line(told)
        assert "Since November 2025, of two themes, one is clearly higher" in told
        assert "Last time 2.5, this time 3.6: clearly higher, by 1.1." in told
        assert "You said that at least two thirds of the people are the same both times." in told
    assert (action.text, action.owner) == ("Write down who decides", "Two trustees")


def test_other_words_are_not_compared(tmp_path: Path, qtbot: QtBot) -> None:
    """A statement whose words changed in between is named, and the others are compared."""
    old_words = "We ask partners what should be on the agenda of a joint meeting."
    new_words = "We settle the agenda of a joint meeting together with our partners."
    services = open_services(DataFolder(tmp_path / "data"))
    source = resource("templates", "partner-meetings.toml")
    services.own_packs.install(source)
    charity_id = services.charities.add("Sample Kitchen").id
    first = _start(services, charity_id, services.packs.read("partner-meetings"), LAST_YEAR)
    _answer(services, first, THEN, LAST_YEAR)
    changed = tmp_path / "changed.toml"
    text = source.read_text(encoding="utf-8")
    assert text.count(old_words) == 1
    changed.write_text(text.replace(old_words, new_words), encoding="utf-8")
    services.own_packs.install(changed, replace=True)
    again = _start(services, charity_id, services.packs.read("partner-meetings"), TODAY)
    _answer(services, again, NOW, TODAY)
    services.assessments.settle(again.id, PEOPLE, SAME_PEOPLE)
    paper = _in_one_line(_paper(services, again.id, tmp_path))
    services.close()
    with person_at(tmp_path / "data", qtbot) as chair:
        chair.window.navigator.go("results", assessment_id=again.id)
        chair.waits_for_page("Results")
        page = chair.page
        assert isinstance(page, ResultsPage)
        chair.clicks("One statement was asked in other words in November 2025")
        assert new_words in chair.sees()
    assert "One statement was asked in other words in November 2025" in paper


def _last_year(folder: Path) -> str:
    services = open_services(DataFolder(folder))
    charity_id = services.charities.add("Sample Kitchen").id
    last = services.assessments.start(
        charity_id,
        builtin_pack("five-themes"),
        selection=Selection.OWN_CHOICE,
        asked=ASKED,
        minimum=5,
        title="Away-day",
        today=LAST_YEAR,
    )
    _answer(services, last, THEN, LAST_YEAR)
    quick, now = ActionKind.QUICK_WIN, Slot.NOW
    actions = (
        PlanAction("a", "Ask our partners", quick, now, status=Status.DONE),
        PlanAction(
            "b", "Write down who decides", quick, now, owner="Two trustees", status=Status.UNDER_WAY
        ),
    )
    services.plans.keep(Plan(last.id, actions))
    services.close()
    return last.id


def _start(services: Services, charity_id: str, pack: Pack, day: date) -> Assessment:
    return services.assessments.start(
        charity_id, pack, selection=Selection.ALL, minimum=5, title=f"{day:%Y}", today=day
    )


def _answer(services: Services, assessment: Assessment, levels: Sequence[str], day: date) -> None:
    """Let each person choose one level throughout and close the sheet."""
    pack = services.assessments.pack_of(assessment)
    for number, level in enumerate(levels, 1):
        person = services.assessments.add_person(
            assessment.id, f"Person {number}", Respondent.TRUSTEE
        )
        problems: list[object] = []
        for item_id in assessment.asked:
            services.responses.record(pack, Response(person.id, item_id, level), problems.append)
        services.responses.flush()
        assert not any(problems)
        close_sheet(services, assessment.id, person.id)
    services.assessments.finish(assessment.id, day)


def _paper(services: Services, assessment_id: str, folder: Path) -> str:
    path = folder / "plan.pdf"
    services.exports.export_plan(assessment_id, path, TODAY, with_notes=False)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
