"""Who does what by when: kept as it is typed, and never lost."""

from datetime import date
from pathlib import Path

import pytest
from house import House, focused, words
from plan_stage import Key, Modifier, Stage, action
from pytestqt.qtbot import QtBot

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Slot, Status

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def stage(qtbot: QtBot, house: House) -> Stage:
    return Stage(qtbot, house, action("Ring a partner"), action("Lend a van", Slot.PARKED))


def test_opening_goes_to_the_first_gap(qtbot: QtBot, house: House) -> None:
    """Whoever opens an action can type at once what is missing."""
    stage = Stage(qtbot, house, action("Ring a partner", owner="The chair"))
    form = stage.open("Ring a partner")
    assert focused() is form.due.line


def test_what_is_typed_is_kept_after_a_moment(stage: Stage) -> None:
    """The mark says Saving… while it is typed, and Saved once it is on disk."""
    form = stage.open("Ring a partner")
    stage.write(form.owner.line, "The chair")
    assert stage.mark.text == "Saving…"
    stage.wait_for("Saved")
    assert stage.stored.now[0].owner == "The chair"
    assert stage.card("Ring a partner").summary.facts.text() == "Quick win · The chair"


def test_every_field_reaches_the_disk(stage: Stage) -> None:
    """Each in its own place."""
    form = stage.open("Ring a partner")
    stage.write(form.due.line, "20 December 2026")
    stage.write(form.first_step.line, "Find the number")
    stage.write(form.sign.edit, "They have rung back")
    stage.write(form.why.edit, "We never ask")
    stage.mark_as("Ring a partner", Status.UNDER_WAY)
    stage.click(next(radio for radio in form.kind.radios if radio.code == ActionKind.INFLUENCE))
    stage.leave()
    kept = stage.stored.now[0]
    assert kept.due == date(2026, 12, 20)
    assert kept.first_step == "Find the number"
    assert kept.how_we_will_know == "They have rung back"
    assert kept.why == "We never ask"
    assert kept.status is Status.UNDER_WAY
    assert kept.kind is ActionKind.INFLUENCE


@pytest.mark.parametrize("way", ["leave", "hide", "key"])
def test_nothing_typed_is_lost_on_the_way_out(stage: Stage, way: str) -> None:
    """Leaving the page, hiding the window and moving the action all keep it first."""
    stage.write(stage.open("Lend a van").owner.line, "The driver")
    match way:
        case "leave":
            stage.page.left()
        case "hide":
            stage.page.hide()
        case _:
            stage.press("Do now: Lend a van")
    stage.house.services.responses.flush()
    assert stage.stored.action(stage.stored.actions[-1].id).owner == "The driver"


def test_typing_is_not_disturbed_by_being_kept(stage: Stage) -> None:
    """A date is not rewritten under the hands of whoever types it."""
    form = stage.open("Ring a partner")
    stage.write(form.due.line, "20.12.2026")
    stage.wait_for("Saved")
    assert stage.stored.now[0].due == date(2026, 12, 20)
    assert form.due.line.text() == "20.12.2026"


def test_a_date_that_cannot_be_read_is_not_guessed(stage: Stage) -> None:
    """A sentence says how to write it; the rest is kept."""
    form = stage.open("Ring a partner")
    stage.write(form.due.line, "soon")
    stage.key(Key.Key_Tab)
    assert "not a date" in words(form)
    stage.leave()
    assert stage.stored.now[0].due is None


def test_an_action_never_loses_its_words(stage: Stage) -> None:
    """With nothing left, a sentence asks for words and the old ones stay."""
    form = stage.open("Ring a partner")
    stage.write(form.text.edit, "")
    form.text.flush()
    assert "in a few words" in form.text.fault.text()
    stage.leave()
    assert [a.text for a in stage.stored.now] == ["Ring a partner"]
    assert form.text.text == "Ring a partner"


def test_undo_takes_back_what_was_typed_as_one_step(stage: Stage) -> None:
    """Not letter by letter, and only the field that was typed in last."""
    form = stage.open("Ring a partner")
    stage.write(form.owner.line, "The")
    form.flush()
    stage.qtbot.keyClicks(form.owner.line, " chair")
    stage.write(form.first_step.line, "Find the number")
    stage.tab_to("Close the details")
    stage.key(Key.Key_Z, Modifier.ControlModifier)
    assert form.first_step.text == ""
    assert form.owner.text == "The chair"
    stage.key(Key.Key_Z, Modifier.ControlModifier)
    assert form.owner.text == ""


def test_ctrl_z_in_a_field_belongs_to_the_field(stage: Stage) -> None:
    """While typing it takes back the typing there, as everywhere else."""
    stage.press("Remove: Lend a van")
    form = stage.open("Ring a partner")
    stage.write(form.owner.line, "Somebody")
    stage.key(Key.Key_Z, Modifier.ControlModifier)
    assert form.owner.text == ""
    assert stage.parked == []


def test_escape_closes_the_details(stage: Stage) -> None:
    """What was typed is kept, and the keyboard is back where they were opened."""
    form = stage.open("Ring a partner")
    stage.write(form.owner.line, "The chair")
    stage.key(Key.Key_Escape)
    assert not form.isVisible()
    assert focused() is stage.card("Ring a partner").acts.opener
    assert stage.card("Ring a partner").summary.facts.text() == "Quick win · The chair"


def test_details_stay_open_when_the_order_changes(stage: Stage) -> None:
    """They go with their action, not with the place on the page."""
    stage.press("Do now: Lend a van")
    stage.open("Ring a partner")
    stage.press("Move down: Ring a partner")
    assert stage.now == ["Lend a van", "Ring a partner"]
    assert [card.is_open for card in stage.page.lists.now.cards] == [False, True]


def test_why_leads_back_to_the_results(qtbot: QtBot, house: House) -> None:
    """A suggestion says which statement it came from."""
    stage = Stage(qtbot, house)
    stage.press("Choose from suggestions")
    entry = stage.page.suggestions.entries[0]
    stage.click(entry.button)
    form = stage.open(entry.name.text())
    assert form.origin.text() == "We talk with partners about the advantages that each side holds."
    assert not form.why.isVisible()
    stage.click(form.results)
    assert stage.gone == [("results", {"assessment_id": stage.assessment_id})]


def test_showing_a_plan_saves_nothing(stage: Stage) -> None:
    """Opening and closing details leaves the mark empty and the disk alone."""
    seq = stage.house.services.assessments.summaries()[0].seq
    stage.open("Ring a partner")
    stage.key(Key.Key_Escape)
    stage.leave()
    assert stage.mark.text == ""
    assert stage.house.services.assessments.summaries()[0].seq == seq


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot, house: House) -> None:
    """People's text is never taken for anything else."""
    stage = Stage(qtbot, house, action("<b>Ring</b> & ask", owner="<i>Treasurer</i>"))
    assert stage.now == ["<b>Ring</b> & ask"]
    assert "<i>Treasurer</i>" in words(stage.page)
    assert stage.card("<b>Ring</b> & ask").acts.change_slot.toolTip() == ""


def test_a_lost_disk_is_told_and_nothing_typed_goes(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """A sentence and a way to try again; after that it is on disk."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    form = stage.open("Ring a partner")
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    try:
        stage.write(form.owner.line, "The chair")
        qtbot.waitUntil(lambda: stage.mark.text == "Not saved yet.")
        assert stage.notice
        assert form.owner.text == "The chair"
        stage.page.left()
        stage.page.entered(assessment_id=stage.assessment_id)
        assert form.owner.text == "The chair"
    finally:
        (tmp_path / "elsewhere").rename(tmp_path / "data")
    stage.take_offer("Try again")
    stage.wait_for("Saved")
    assert stage.notice == ""
    assert stage.stored.now[0].owner == "The chair"
