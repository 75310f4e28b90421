"""Home leads on: to go on, to what is due, to something new; the sample stays apart."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.plans.plan import Plan, Slot
from collabkit.services.packs import builtin_pack
from collabkit.services.plans import own_action
from collabkit.services.sample import ensure_sample
from collabkit.ui.home.page import HomePage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_home(qtbot: QtBot, house: House) -> HomePage:
    page = HomePage(house.context)
    house.show(qtbot, page)
    return page


def places_gone_to(page: HomePage) -> list[tuple[str, dict[str, object]]]:
    gone: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    return gone


def test_the_first_visit_says_how_long_it_takes_and_that_all_stays_here(
    qtbot: QtBot, house: House
) -> None:
    """A newcomer reads the time needed and the promise of privacy."""
    page = open_home(qtbot, house)
    assert "The short version takes about nine minutes." in words(page)
    assert words(page).count("Everything stays on this computer.") == 1


def test_start_leads_a_newcomer_to_a_new_assessment(qtbot: QtBot, house: House) -> None:
    """The one primary button has the keyboard, so Enter is enough."""
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert focused() is button(page, "Start")
    qtbot.keyClick(button(page, "Start"), "\r")
    assert gone == [("new", {})]


def test_the_latest_unfinished_assessment_is_offered_to_go_on_with(
    qtbot: QtBot, house: House
) -> None:
    """The prominent card says whose it is, how far it is and where the person stopped."""
    latest = house.assessment("Sample Kitchen", "November 2026", answered=14)
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert (
        "Sample Kitchen\nThe five themes · November 2026\n14 of 20 statements answered."
        in words(page)
    )
    assert "You stopped at Communication, “Regular contact”." in words(page)
    press(qtbot, page, "Go on")
    assert gone == [("questionnaire", {"assessment_id": latest})]


def test_other_unfinished_assessments_stand_below(qtbot: QtBot, house: House) -> None:
    """An older one can be gone on with too, by a quieter button."""
    older = house.assessment("Sample Club", "October 2026", answered=2)
    house.assessment("Sample Kitchen", "November 2026")
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Go on with Sample Club · The five themes · October 2026")
    assert gone == [("questionnaire", {"assessment_id": older})]


def test_more_than_a_few_unfinished_assessments_are_left_to_the_list(
    qtbot: QtBot, house: House
) -> None:
    """Home shows one and three more, and says how many others there are."""
    for number in range(1, 7):
        house.assessment(title=f"Round {number}")
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert "Round 2" not in words(page)
    press(qtbot, page, "Two more under Assess")
    assert gone == [("assess", {})]


def test_what_is_overdue_comes_before_what_is_due(qtbot: QtBot, house: House) -> None:
    """Days are written out, and the plan can be opened."""
    assessment_id = house.assessment(finished=TODAY)
    house.plan(
        assessment_id,
        ("Ask three partners", date(2026, 12, 3)),
        ("Write down who decides", date(2026, 11, 3)),
        ("Phone the council", TODAY),
        ("Much later", TODAY + timedelta(days=200)),
    )
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert (
        "Write down who decides\nOverdue since 3 November 2026\nSee it\n"
        "Phone the council\nDue today\nSee it\n"
        "Ask three partners\nDue on 3 December 2026"
    ) in words(page)
    assert "Much later" not in words(page)
    press(qtbot, page, "Open the plan Sample Kitchen · The five themes · November 2026")
    assert gone == [("plan", {"assessment_id": assessment_id})]


def test_days_to_look_again_come_up_too(qtbot: QtBot, house: House) -> None:
    """What is overdue comes first; an action with both days tells of the one that comes first."""
    assessment_id = house.assessment(finished=TODAY)
    own = partial(own_action, slot=Slot.PARKED)
    actions = (
        replace(own("Long ago"), review=TODAY - timedelta(days=30)),
        replace(own("Today"), review=TODAY, due=date(2026, 12, 20)),
        replace(own("Look first"), review=date(2026, 12, 1), due=date(2027, 6, 1)),
        replace(own("Late"), review=date(2027, 6, 1), due=TODAY - timedelta(days=2)),
    )
    house.services.plans.keep(Plan(assessment_id, actions))
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert (
        "Late\nOverdue since 20 November 2026\nSee it\n"
        "Long ago\nTime to look at it again\nSee it\n"
        "Today\nDue on 20 December 2026 · Look at it again today\nSee it\n"
        "One more is due soon."
    ) in words(page)
    press(qtbot, page, "See the action: Long ago")
    assert gone == [("plan", {"assessment_id": assessment_id, "action_id": actions[0].id})]


def test_an_action_is_looked_at_again_before_it_is_due(qtbot: QtBot, house: House) -> None:
    """The day that comes first is the one that is told."""
    action = replace(own_action("Ask", Slot.NOW), review=date(2026, 12, 1), due=date(2026, 12, 20))
    house.services.plans.keep(Plan(house.assessment(), (action,)))
    assert "Ask\nLook at it again on 1 December 2026\n" in words(open_home(qtbot, house))


def test_a_long_plan_is_cut_short(qtbot: QtBot, house: House) -> None:
    """Three actions of a plan are shown, and how many more are due soon."""
    house.plan(house.assessment(), *((f"Action {number}", TODAY) for number in range(1, 6)))
    read = words(open_home(qtbot, house))
    assert "Action 3" in read
    assert "Action 4" not in read
    assert "Two more are due soon." in read


def test_finished_answers_without_a_plan_lead_to_the_results(qtbot: QtBot, house: House) -> None:
    """After the last statement the next thing is to look at what came out."""
    assessment_id = house.assessment(answered=20, finished=TODAY)
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "See the results")
    assert gone == [("results", {"assessment_id": assessment_id})]


def test_with_everything_done_the_next_thing_is_something_new(qtbot: QtBot, house: House) -> None:
    """With nothing to go on with, the keyboard is on New assessment."""
    house.plan(house.assessment(finished=TODAY), ("Ask three partners", date(2027, 6, 1)))
    page = open_home(qtbot, house)
    assert focused() is button(page, "New assessment")


def test_the_sample_is_made_at_a_press_and_opened(qtbot: QtBot, house: House) -> None:
    """The button fills the sample in beside the drawing thread, then its results are asked for."""
    page = open_home(qtbot, house)
    with qtbot.waitSignal(page.go_requested) as asked:
        press(qtbot, page, "Look at a sample")
    sample = ensure_sample(house.services, TODAY)
    assert asked.args == ["results", {"assessment_id": sample}]


def test_nobody_is_taken_to_the_sample_who_has_gone_elsewhere(qtbot: QtBot, house: House) -> None:
    """Whoever leaves while the sample is filled in stays where they went."""
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    press(qtbot, page, "Look at a sample")
    page.left()
    qtbot.waitUntil(lambda: "Open the sample" in words(page))
    assert gone == []


def test_the_sample_never_stands_among_ones_own_work(qtbot: QtBot, house: House) -> None:
    """Its plan is not due, and with it alone it is still the first time."""
    ensure_sample(house.services, TODAY - timedelta(days=90))
    page = open_home(qtbot, house)
    assert button(page, "Start")
    assert "Coming up in your plans" not in words(page)
    assert "Sample Charity" not in words(page)


def test_the_sample_can_be_put_away_and_comes_back(qtbot: QtBot, house: House) -> None:
    """No question is asked; Undo stands in the notice and has the keyboard."""
    sample = ensure_sample(house.services, TODAY)
    page = open_home(qtbot, house)
    press(qtbot, page, "Put the sample away")
    assert house.titles() == []
    assert page.notice.sentence == "The sample was put away."
    assert focused() is button(page, "Undo")
    press(qtbot, page, "Undo")
    assert [s.assessment.id for s in house.services.assessments.summaries()] == [sample]
    assert "Open the sample" in words(page)


def test_trouble_with_the_disk_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    """A sample that cannot be saved leaves the page as it is, with the reason on top."""
    House(tmp_path).services.close()
    house = House(tmp_path, read_only=True)
    page = open_home(qtbot, house)
    press(qtbot, page, "Look at a sample")
    qtbot.waitUntil(lambda: page.notice.sentence != "")
    assert "reading only" in page.notice.sentence
    assert button(page, "Look at a sample").isEnabled()
    house.services.close()


def test_names_are_shown_as_they_were_typed(qtbot: QtBot, house: House) -> None:
    """A name that looks like markup is text like any other."""
    house.assessment("<b>Bold & Co</b>", "<i>June</i>")
    page = open_home(qtbot, house)
    assert "<b>Bold & Co</b>\nThe five themes · <i>June</i>" in words(page)


def test_every_control_of_home_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers can say what each button does."""
    ensure_sample(house.services, TODAY)
    house.assessment("Sample Club", "October 2026", answered=2)
    house.plan(house.assessment(answered=3), ("Ask three partners", TODAY))
    page = open_home(qtbot, house)
    assert nameless(page) == []


def test_an_assessment_of_several_goes_on_with_its_sheets(qtbot: QtBot, house: House) -> None:
    """Home never opens one person's sheet of a group."""
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("board-check"),
        selection=Selection.ALL,
        minimum=5,
        title="Away-day",
        today=TODAY,
    )
    page = open_home(qtbot, house)
    gone = places_gone_to(page)
    assert "Nobody has begun yet." in words(page)
    press(qtbot, page, "Go on")
    assert gone == [("sheets", {"assessment_id": assessment.id})]
