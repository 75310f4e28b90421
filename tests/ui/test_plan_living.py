"""A plan months later: how far it is, what became of each action, and what comes next."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, words
from other_laptop import OtherLaptop
from plan_stage import Key, Modifier, Stage, action, answered
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Plan, ProgressNote, Slot, Status
from collabkit.services.plans import MOST_NOTES

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def stage(qtbot: QtBot, house: House) -> Stage:
    """Two actions now, of which one is overdue, and one parked."""
    return Stage(
        qtbot,
        house,
        action("Ring a partner", due=TODAY - timedelta(days=3)),
        action("Write a line"),
        action("Lend a van", Slot.PARKED),
    )


def test_how_far_the_plan_is_stands_on_top(stage: Stage) -> None:
    """In words, and true again after every press."""
    assert stage.page.how_far.text() == "Nothing has been begun yet. One is overdue."
    stage.mark_as("Write a line", Status.UNDER_WAY)
    assert stage.page.how_far.text() == (
        "Of two actions: one under way, one not started. One is overdue."
    )
    stage.mark_as("Ring a partner", Status.DONE)
    stage.mark_as("Write a line", Status.DONE)
    assert stage.page.how_far.text() == "Everything is done."


def test_a_plan_that_begins_says_nothing_of_how_far_it_is(qtbot: QtBot, house: House) -> None:
    """Nobody is late on the first day."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    assert not stage.page.how_far.isVisible()


def test_an_action_is_ticked_off_by_one_press(stage: Stage) -> None:
    """It stays where it is, and the notice takes the press back."""
    stage.mark_as("Ring a partner", Status.DONE)
    assert stage.notice == "Marked as done. Below it you can say what you learned."
    assert stage.now == ["Ring a partner", "Write a line"]
    stage.take_offer("Undo")
    stage.leave()
    assert stage.stored.now[0].status is Status.NOT_STARTED


def test_each_press_is_a_step_of_its_own(stage: Stage) -> None:
    """Undo goes back from done to under way, not to the beginning."""
    stage.mark_as("Ring a partner", Status.UNDER_WAY)
    stage.mark_as("Ring a partner", Status.DONE)
    stage.take_offer("Undo")
    stage.leave()
    assert stage.stored.now[0].status is Status.UNDER_WAY


def test_an_action_is_ticked_off_with_the_keyboard(stage: Stage) -> None:
    """By the arrow keys and space, or by Ctrl+Enter wherever in the card the keyboard is."""
    stage.tab_to("Not started")
    for _step in range(2):
        stage.key(Key.Key_Right)
    stage.key(Key.Key_Space)
    stage.tab_to("Who, when and how: Write a line")
    stage.key(Key.Key_Return, Modifier.ControlModifier)
    stage.leave()
    assert [each.status for each in stage.stored.now] == [Status.DONE, Status.DONE]
    stage.key(Key.Key_Return, Modifier.ControlModifier)
    stage.leave()
    assert stage.stored.now[1].status is Status.UNDER_WAY


def test_dropping_asks_for_the_reason_in_place(stage: Stage) -> None:
    """It may stay empty; what was written can be read on the card later."""
    stage.mark_as("Write a line", Status.DROPPED)
    assert stage.notice == "Dropped: that is a decision too. Below it you can say why."
    part = stage.card("Write a line").how_far
    assert part is not None
    stage.write(part.because.edit, "Nobody reads it")
    stage.write(part.learned.edit, "Ring instead")
    stage.leave()
    kept = stage.stored.now[1]
    assert (kept.dropped_because, kept.learned) == ("Nobody reads it", "Ring instead")
    stage.page.entered(assessment_id=stage.assessment_id)
    assert not part.because.isVisible()
    read = words(stage.card("Write a line"))
    assert "Why it was dropped: Nobody reads it\nWhat we learned: Ring instead" in read


def test_the_notice_covers_nothing_that_has_the_keyboard(stage: Stage) -> None:
    """What was just pressed at the top edge, and the question below it, come clear of it."""
    stage.page.resize(1000, 500)
    QApplication.processEvents()
    stage.mark_as("Write a line", Status.UNDER_WAY)
    part = stage.card("Write a line").how_far
    assert part is not None
    radio = next(each for each in part.choice.radios if each.code == Status.DROPPED)
    view, ground = stage.page.scroller.viewport(), stage.page.scroller.widget()
    assert ground is not None
    stage.page.scroller.verticalScrollBar().setValue(radio.mapTo(ground, QPoint(0, -2)).y())
    stage.click(radio)
    stage.qtbot.waitUntil(lambda: radio.mapTo(view, QPoint(0, 0)).y() > 0)
    assert stage.notice
    assert part.because.mapTo(view, QPoint(0, 0)).y() < view.height()


def test_what_is_put_off_stays_where_it_is(stage: Stage) -> None:
    """The notice above it and the line that goes do not move it from under the pointer."""
    stage.page.resize(1000, 700)
    QApplication.processEvents()
    card = stage.card("Ring a partner")
    before = card.mapTo(stage.page, QPoint(0, 0)).y()
    stage.click(card.summary.overdue.button)
    assert stage.notice.startswith("Put off to")
    QTest.qWait(20)
    assert card.mapTo(stage.page, QPoint(0, 0)).y() == before


def test_what_was_learned_can_be_said_later(stage: Stage) -> None:
    """Where it is told how an action goes, the question stands as long as the action is closed."""
    stage.mark_as("Write a line", Status.DONE)
    stage.page.entered(assessment_id=stage.assessment_id)
    pane = stage.tell("Write a line")
    stage.write(pane.how_far.learned.edit, "Short is enough")
    stage.leave()
    assert stage.stored.now[1].learned == "Short is enough"


def test_a_note_gets_the_date_and_the_next_can_be_typed_at_once(stage: Stage) -> None:
    """Enter adds it below the older ones; the newest is seen when all is closed again."""
    pane = stage.tell("Ring a partner")
    stage.qtbot.keyClicks(pane.note.line, "Left a message")
    stage.key(Key.Key_Return)
    stage.qtbot.keyClicks(pane.note.line, "They will answer by May")
    stage.key(Key.Key_Return)
    assert focused() is pane.note.line
    assert "22 November 2026\nLeft a message\n22 November 2026\nThey will" in words(pane)
    stage.key(Key.Key_Escape)
    assert focused() is stage.card("Ring a partner").acts.progress
    read = words(stage.card("Ring a partner"))
    assert "22 November 2026: They will answer by May" in read
    stage.leave()
    assert stage.stored.now[0].progress == (
        ProgressNote(TODAY, "Left a message"),
        ProgressNote(TODAY, "They will answer by May"),
    )


def test_a_line_that_was_not_added_is_not_lost(stage: Stage) -> None:
    """Whoever leaves with a line half written finds it as a note."""
    stage.qtbot.keyClicks(stage.tell("Lend a van").note.line, "The tyres are new")
    stage.leave()
    assert stage.stored.parked[0].progress == (ProgressNote(TODAY, "The tyres are new"),)


def test_a_note_is_removed_and_comes_back(qtbot: QtBot, house: House) -> None:
    """The keyboard goes to its neighbour; Undo brings it back to its place."""
    notes = tuple(ProgressNote(date(2026, 9, n), f"Note {n}") for n in (1, 2, 3))
    stage = Stage(qtbot, house, action("Ring a partner", progress=notes))
    stage.tell("Ring a partner")
    stage.press("Remove the note of 2 September 2026: Note 2")
    assert focused() is button(stage.page, "Remove the note of 3 September 2026: Note 3")
    stage.take_offer("Undo")
    stage.leave()
    assert stage.stored.now[0].progress == notes


def test_more_notes_than_an_action_can_have_are_not_taken(qtbot: QtBot, house: House) -> None:
    """A sentence says what to do."""
    notes = (ProgressNote(TODAY, "Again"),) * MOST_NOTES
    stage = Stage(qtbot, house, action("Ring a partner", progress=notes))
    stage.qtbot.keyClicks(stage.tell("Ring a partner").note.line, "One more")
    stage.key(Key.Key_Return)
    assert stage.notice == "An action can have 50 notes. Please take an old one away first."
    stage.leave()
    assert stage.stored.now[0].progress == notes


def test_what_is_overdue_is_put_off_by_one_press(stage: Stage) -> None:
    """By a month from today; the button goes and the keyboard stays on the card."""
    stage.press("Put off a month: Ring a partner")
    assert stage.notice == "Put off to 22 December 2026."
    assert focused() is stage.card("Ring a partner").acts.opener
    assert "Overdue" not in words(stage.page)
    stage.leave()
    assert stage.stored.now[0].due == date(2026, 12, 22)


def test_a_day_to_look_again_is_set_by_one_press(stage: Stage) -> None:
    """Three months from today are suggested; any other day can be typed."""
    pane = stage.tell("Lend a van")
    stage.click(pane.next_look)
    assert stage.notice == "To be looked at again on 22 February 2027."
    assert pane.review.line.text() == "22 February 2027"
    stage.write(pane.review.line, "1 May 2027")
    stage.leave()
    assert stage.stored.parked[0].review == date(2027, 5, 1)
    stage.key(Key.Key_Escape)
    assert "Look at it again on 1 May 2027." in words(stage.card("Lend a van"))


def test_when_the_day_has_come_it_is_said_and_put_three_months_on(
    qtbot: QtBot, house: House
) -> None:
    """On the card and on top of the page."""
    stage = Stage(qtbot, house, action("Ring a partner", review=TODAY))
    assert stage.page.how_far.text() == (
        "Nothing has been begun yet. It is time to look at one again."
    )
    stage.press("Look again in three months: Ring a partner")
    stage.leave()
    assert stage.stored.now[0].review == date(2027, 2, 22)
    assert not stage.page.how_far.isVisible()


def test_one_action_answers_several_statements(qtbot: QtBot, house: House) -> None:
    """Those that stand out are offered, and named on the card once they are ticked."""
    stage = Stage(qtbot, house)
    stage.press("Choose from suggestions")
    entry = stage.page.suggestions.entries[0]
    stage.click(entry.button)
    form = stage.open(entry.name.text())
    stage.click(form.also.header)
    offered = [tick.accessibleName() for tick in form.also.ticks]
    assert form.origin.text() not in offered
    for tick in form.also.ticks[:2]:
        stage.click(tick)
    stage.leave()
    kept = stage.stored.now[0]
    assert len(kept.also) == 2
    read = words(stage.card(entry.name.text()).summary)
    assert read.splitlines()[-1].startswith("Answers “Naming our advantages”, “")
    stage.click(form.also.ticks[0])
    stage.leave()
    assert stage.stored.now[0].also == kept.also[1:]


def test_what_was_carried_over_says_from_where(qtbot: QtBot, house: House) -> None:
    """The card names the occasion that the action comes from, and leads back there."""
    first = answered(house)
    before = action("Ring a partner", progress=(ProgressNote(TODAY, "Left a message"),))
    house.services.plans.keep(Plan(first, (before,)))
    house.services.assessments.finish(first, date(2020, 6, 30))
    stage = Stage(qtbot, house)
    house.services.occasions.carry_over(first, stage.assessment_id, [before.id], TODAY)
    stage.page.entered(assessment_id=stage.assessment_id)
    line = stage.card("Ring a partner").summary.carried
    assert line.words.text() == "From last time: June 2026"
    stage.press("Look back: Ring a partner")
    assert stage.gone == [("again", {"assessment_id": first})]
    house.services.assessments.remove(first)
    stage.page.entered(assessment_id=stage.assessment_id)
    assert line.words.text() == "From last time"
    assert not line.button.isVisible()


def test_from_a_plan_that_is_over_the_next_occasion_is_started(stage: Stage, house: House) -> None:
    """Once the assessment is finished, and as long as nothing has been started from it."""
    again = stage.page.ways_out.again
    assert not again.isVisible()
    house.services.assessments.finish(stage.assessment_id, TODAY)
    stage.page.entered(assessment_id=stage.assessment_id)
    stage.press("Start again from last time")
    assert stage.gone == [("again", {"assessment_id": stage.assessment_id})]
    house.services.occasions.again(stage.assessment_id, title="Next", today=TODAY)
    stage.page.entered(assessment_id=stage.assessment_id)
    assert not again.isVisible()


def test_what_somebody_else_asked_for_is_planned_by_them(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """Whose answers they are, one way on, and no other plan beside it."""
    invitation = OtherLaptop(tmp_path).invitation()
    there = house.services.invited.open_invitation(invitation, TODAY)
    stage = Stage(qtbot, house, action("Ring a partner"))
    stage.page.entered(assessment_id=there.id)
    assert words(stage.page).splitlines() == [
        "Plan",
        "Sample Charity · Board conditions check · June",
        "These answers belong to Sample Charity, which asked you for them and decides what comes "
        "of them.",
        "Give the answers back",
    ]
    stage.press("Give the answers back")
    assert stage.gone == [("giving-back", {"assessment_id": there.id})]


def test_open_actions_come_first_when_the_page_opens(qtbot: QtBot, house: House) -> None:
    """What is done or dropped stands below; what is ticked off now stays under the hands."""
    stage = Stage(
        qtbot,
        house,
        action("Share a room", Slot.PARKED, status=Status.DONE),
        action("Lend a van", Slot.PARKED, status=Status.UNDER_WAY),
        action("Ask a funder", Slot.PARKED),
    )
    assert (stage.parked, stage.behind) == (["Lend a van", "Ask a funder"], ["Share a room"])
    stage.mark_as("Lend a van", Status.DROPPED)
    assert (stage.parked, stage.behind) == (["Lend a van", "Ask a funder"], ["Share a room"])
    stage.leave()
    stage.page.entered(assessment_id=stage.assessment_id)
    assert (stage.parked, stage.behind) == (["Ask a funder"], ["Share a room", "Lend a van"])


def test_moving_goes_past_what_is_shown_elsewhere(qtbot: QtBot, house: House) -> None:
    """One press is one place, whatever is done and stands between the two in the plan."""
    stage = Stage(
        qtbot,
        house,
        action("Lend a van", Slot.PARKED),
        action("Share a room", Slot.PARKED, status=Status.DONE),
        action("Ask a funder", Slot.PARKED),
    )
    stage.press("Move up: Ask a funder")
    assert stage.parked == ["Ask a funder", "Lend a van"]


def test_the_page_opens_at_an_action(stage: Stage) -> None:
    """Whoever comes from Home for one action has the keyboard there."""
    parked = stage.stored.parked[0].id
    stage.page.entered(assessment_id=stage.assessment_id, action_id=parked)
    stage.qtbot.waitUntil(stage.card("Lend a van").acts.progress.hasFocus)
    stage.page.entered(assessment_id=stage.assessment_id, action_id="gone")
    assert stage.now == ["Ring a partner", "Write a line"]


def test_other_files_are_asked_for(stage: Stage) -> None:
    """The button leads to the place where the plan is taken out."""
    stage.press("Other files…")
    assert stage.gone == [("taking-out", {"assessment_id": stage.assessment_id})]


def test_everything_about_an_action_that_lives_has_a_name(stage: Stage) -> None:
    """Also each note's button, each tick and the fields at the end."""
    pane = stage.tell("Ring a partner")
    stage.qtbot.keyClicks(pane.note.line, "Left a message")
    stage.key(Key.Key_Return)
    stage.mark_as("Ring a partner", Status.DROPPED)
    form = stage.open("Ring a partner")
    stage.click(form.also.header)
    assert nameless(stage.page) == []
    part = stage.card("Ring a partner").how_far
    assert part is not None
    assert part.choice.accessibleName() == "How far it is: Ring a partner"
