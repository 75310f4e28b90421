"""Where actions come from, which plan is shown, and what stands there before there is one."""

import pytest
from house import TODAY, House, button, focused, words
from plan_stage import Key, Modifier, Stage, action, answered
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import ActionKind, Suits
from collabkit.plans.plan import Slot
from collabkit.services.sample import ensure_sample, fill_sample
from collabkit.ui.plan.page import PlanPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_plan(qtbot: QtBot, house: House, **arguments: object) -> PlanPage:
    page = PlanPage(house.context)
    house.show(qtbot, page, **arguments)
    return page


def test_an_empty_plan_says_what_to_do(qtbot: QtBot, house: House) -> None:
    """One button leads to the suggestions, and there is nothing to save yet."""
    stage = Stage(qtbot, house)
    assert "Choose up to three actions." in words(stage.page)
    assert not stage.page.save.isVisible()
    stage.press("Choose from suggestions")
    assert stage.page.suggestions.is_open
    qtbot.waitUntil(lambda: focused() is stage.page.adding.heading)


def test_an_empty_plan_can_be_printed_to_be_filled_in(qtbot: QtBot, house: House) -> None:
    """For those who would rather talk with a pen in their hands."""
    stage = Stage(qtbot, house)
    stage.press("Or print it with three empty frames to fill in")
    assert stage.gone == [("preview", {"assessment_id": stage.assessment_id})]


def test_a_suggestion_goes_to_now_while_there_is_room(qtbot: QtBot, house: House) -> None:
    """Its button then says that it is in the plan."""
    stage = Stage(qtbot, house)
    stage.press("Choose from suggestions")
    entry = stage.page.suggestions.entries[0]
    stage.click(entry.button)
    assert stage.notice == "Added to what you do now."
    assert stage.now == [entry.name.text()]
    assert entry.button.text() == "In your plan"
    stage.take_offer("Undo")
    assert stage.now == []
    assert entry.button.text() == "Add to plan"


def test_a_fourth_suggestion_is_parked(qtbot: QtBot, house: House) -> None:
    """Nobody has to make room first to keep a good idea."""
    stage = Stage(qtbot, house, *(action(f"Action {number}") for number in (1, 2, 3)))
    stage.press("Add an action")
    entry = stage.page.suggestions.entries[0]
    stage.click(entry.button)
    assert stage.parked == [entry.name.text()]
    assert stage.notice == "Added and parked: three actions are chosen for now already."


def test_suggestions_are_grouped_by_the_statements_to_act_on_first(
    qtbot: QtBot, house: House
) -> None:
    """A few at first; the others when they are asked for."""
    stage = Stage(qtbot, house)
    stage.press("Choose from suggestions")
    few = len(stage.page.suggestions.entries)
    assert "We talk with partners about the advantages that each side holds." in words(stage.page)
    stage.press("Show 15 more statements")
    assert len(stage.page.suggestions.entries) > few
    assert not stage.page.suggestions.more.isVisible()


def test_suggestions_fit_the_charity(qtbot: QtBot, house: House) -> None:
    """A small group run by volunteers is not told what large charities do."""
    charity = house.services.charities.add("Sample Kitchen", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    assert charity.run_by is RunBy.VOLUNTEERS
    stage = Stage(qtbot, house)
    stage.press("Choose from suggestions")
    picture = house.services.results.picture(stage.assessment_id)
    shown = {entry.name.text() for entry in stage.page.suggestions.entries}
    too_large = {
        idea.text
        for item in picture.pack.items
        for idea in item.actions
        if idea.suits in (Suits.SMALL_UP, Suits.MEDIUM_UP, Suits.LARGE_UP)
    }
    assert shown
    assert not shown & too_large


def test_without_anything_low_the_results_have_ideas(qtbot: QtBot, house: House) -> None:
    """The page says so and leads there."""
    page = open_plan(qtbot, house, assessment_id=answered(house, "4"))
    gone: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    page.suggestions.header.click()
    assert "No statement calls for action first." in words(page)
    page.suggestions.results.click()
    assert gone[0][0] == "results"


def test_an_action_in_our_own_words(qtbot: QtBot, house: House) -> None:
    """Typed, its kind chosen, added with Enter; then the next one can be typed."""
    stage = Stage(qtbot, house)
    own = stage.page.own_words
    stage.click(own.header)
    assert focused() is own.text.line
    stage.click(next(radio for radio in own.kind.radios if radio.code == ActionKind.LONGER_TERM))
    stage.write(own.text.line, "  Invite the neighbours ")
    stage.key(Key.Key_Return)
    assert stage.now == ["Invite the neighbours"]
    assert own.text.text == ""
    assert focused() is own.text.line
    stage.leave()
    assert stage.stored.now[0].kind is ActionKind.LONGER_TERM


def test_no_words_no_action(qtbot: QtBot, house: House) -> None:
    """A sentence by the field asks for them."""
    stage = Stage(qtbot, house)
    stage.click(stage.page.own_words.header)
    stage.click(stage.page.own_words.button)
    assert "in a few words" in stage.page.own_words.text.fault.text()
    assert stage.now == []


def test_the_plan_worked_on_last_comes_first_and_the_sample_last(
    qtbot: QtBot, house: House
) -> None:
    """And the sample is marked wherever it is named."""
    older = answered(house, charity="Older Sample")
    answered(house, charity="Sample Kitchen")
    house.assessment("Untouched Sample")
    ensure_sample(house.services, TODAY)
    page = open_plan(qtbot, house)
    shown = [page.choice.list.list.itemText(n) for n in range(page.choice.list.list.count())]
    assert shown == [
        "The five themes · November 2026 · Untouched Sample",
        "The five themes · June 2026 · Sample Kitchen",
        "The five themes · June 2026 · Older Sample",
        "The five themes · Sample away-day · Sample Charity (sample)",
    ]
    assert page.choice.list.list.currentText() == "The five themes · June 2026 · Sample Kitchen"
    assert not page.choice.mark.isVisible()
    page.entered(assessment_id=older)
    assert page.choice.list.list.currentText() == "The five themes · June 2026 · Older Sample"


def test_another_plan_can_be_picked_and_stays(qtbot: QtBot, house: House) -> None:
    """Until something else is worked on."""
    sample = ensure_sample(house.services, TODAY)
    answered(house)
    page = open_plan(qtbot, house)
    choice = page.choice.list.list
    choice.setFocus()
    qtbot.keyClick(choice, Key.Key_Down)
    assert page.choice.mark.isVisible()
    assert page.lists.now.cards[0].summary.text.text().startswith("Ask two partners")
    page.left()
    page.entered()
    assert choice.currentData() == sample
    latest = house.assessment("Newer Sample", answered=3)
    page.left()
    page.entered()
    assert choice.currentData() == latest


def test_without_an_assessment_there_is_a_way_to_one(qtbot: QtBot, house: House) -> None:
    """One sentence and one button."""
    page = open_plan(qtbot, house)
    gone: list[str] = []
    page.go_requested.connect(lambda key, _arguments: gone.append(key))
    assert "A plan grows out of an assessment." in words(page)
    button(page, "Start an assessment").click()
    assert gone == ["new"]


def test_without_answers_the_way_leads_to_the_questionnaire(qtbot: QtBot, house: House) -> None:
    """An action in one's own words can be written down all the same."""
    assessment_id = house.assessment()
    page = open_plan(qtbot, house, assessment_id=assessment_id)
    gone: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    assert not page.suggestions.isVisible()
    assert page.own_words.isVisible()
    button(page, "Answer the first statement").click()
    assert gone == [("questionnaire", {"assessment_id": assessment_id})]


def test_a_plan_that_was_put_away_is_missed_in_words(qtbot: QtBot, house: House) -> None:
    """Not with an error."""
    page = open_plan(qtbot, house, assessment_id="nobody knows")
    gone: list[str] = []
    page.go_requested.connect(lambda key, _arguments: gone.append(key))
    assert "This plan is not here any more." in words(page)
    button(page, "See all assessments").click()
    assert gone == ["assess"]


def test_what_other_pages_add_is_there_on_coming_back(qtbot: QtBot, house: House) -> None:
    """And the old steps, which do not know of it, cannot be undone any more."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    stage.press("Park: Ring a partner")
    stage.leave()
    house.services.plans.keep(stage.stored.with_action(action("Lend a van", Slot.PARKED)))
    stage.page.entered(assessment_id=stage.assessment_id)
    assert stage.parked == ["Ring a partner", "Lend a van"]
    assert not stage.page.undo_button.isEnabled()


def test_the_plan_is_copied_as_text(qtbot: QtBot, house: House) -> None:
    """With the button, or with Ctrl+C where nothing else is selected."""
    stage = Stage(qtbot, house, action("Ring a partner", owner="The chair"))
    QGuiApplication.clipboard().clear()
    stage.press("Copy as text")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "Plan: Sample Kitchen · The five themes · June 2026\n22 November 2026\n\nNow\n"
    )
    assert "1. Ring a partner\n   Who: The chair\n" in copied
    QGuiApplication.clipboard().clear()
    stage.key(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def test_ctrl_c_in_a_field_copies_from_the_field(qtbot: QtBot, house: House) -> None:
    """The plan never gets in the way of an ordinary copy."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    stage.write(stage.open("Ring a partner").owner.line, "The chair")
    stage.key(Key.Key_A, Modifier.ControlModifier)
    stage.key(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "The chair"


def test_the_paper_is_one_press_away(qtbot: QtBot, house: House) -> None:
    """What was typed a moment ago goes along."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    stage.write(stage.open("Ring a partner").owner.line, "The chair")
    stage.press("Save as PDF")
    assert stage.gone == [("preview", {"assessment_id": stage.assessment_id})]
    stage.leave()
    assert stage.stored.now[0].owner == "The chair"


def test_what_an_outcome_suggests_is_offered_here_too(qtbot: QtBot, house: House) -> None:
    """A questionnaire without findings has its own steps, and they go into the plan."""
    assessment_id = fill_sample(house.services, "barriers", TODAY)
    page = open_plan(qtbot, house, assessment_id=assessment_id)
    page.suggestions.open_now()
    entry = page.suggestions.entries[0]
    entry.button.click()
    assert [card.summary.text.text() for card in page.lists.now.cards] == [entry.name.text()]
    assert page.suggestions.entries[0].button.text() == "In your plan"
