"""The next occasion starts from the last one."""

from datetime import date

import pytest
from again_work import LAST_YEAR, answer, board, with_plan
from house import TODAY, House, button, places_gone_to, press, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_pack
from collabkit.ui.again.page import AgainPage
from collabkit.ui.assess.more_button import MoreButton
from collabkit.ui.assess.page import AssessPage
from collabkit.ui.home.page import HomePage

pytestmark = pytest.mark.usefixtures("theme")


def open_again(qtbot: QtBot, house: House, assessment_id: str) -> AgainPage:
    """Open the page for an assessment."""
    page = AgainPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_id)
    return page


def choose(qtbot: QtBot, page: AgainPage, name: str) -> None:
    """Choose one of the answers to a question."""
    card = page.card
    choices = [c for c in (card.minimum, card.people, card.keeping) if c is not None]
    radios = [r for choice in choices for r in choice.radios if r.accessibleName() == name]
    qtbot.mouseClick(radios[0], Qt.MouseButton.LeftButton)


def test_a_group_starts_again(qtbot: QtBot, house: House) -> None:
    """The same statements; open actions go on; then to the sheets, which are empty."""
    last = with_plan(house, board(house))
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Start again")
    [(place, arguments)] = gone
    again = house.services.assessments.get(str(arguments["assessment_id"]))
    assert place == "sheets"
    assert arguments["told"] == "One action goes on into the new plan."
    assert again.asked == house.services.assessments.get(last).asked
    assert (again.title, again.minimum, again.started) == ("November 2026", 5, TODAY)
    assert house.services.assessments.participants(again.id) == ()
    (action,) = house.services.plans.load(again.id).actions
    assert (action.text, action.carried_from) == ("Write down who decides", "way")
    assert house.services.occasions.people_said(again.id) is None


def test_what_is_known_of_the_people_is_kept(qtbot: QtBot, house: House) -> None:
    """Together with the title and the smallest group that were chosen."""
    page = open_again(qtbot, house, board(house))
    gone = places_gone_to(page)
    choose(qtbot, page, "Yes")
    choose(qtbot, page, "6")
    page.card.title.line.selectAll()
    qtbot.keyClicks(page.card.title.line, "Winter")
    press(qtbot, page, "Start again")
    again = house.services.assessments.get(str(gone[0][1]["assessment_id"]))
    assert (again.title, again.minimum) == ("Winter", 6)
    assert house.services.occasions.people_said(again.id) is True


@pytest.mark.parametrize(("until", "offered"), [(3, "3"), (1, "1"), (4, "4"), (0, "0")])
def test_it_is_kept_as_long_as_the_last_time(
    qtbot: QtBot, house: House, until: int, offered: str
) -> None:
    """That is chosen already, to be seen and changed; from today on, not from then."""
    last = board(house)
    retention = house.services.retention
    if until:
        retention.keep_until(last, date(LAST_YEAR.year + until, 11, 1), LAST_YEAR)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    assert page.card.keeping is not None
    assert page.card.keeping.isVisible()
    assert "For how long are the answers kept?" in words(page)
    assert page.card.keeping.code == offered
    press(qtbot, page, "Start again")
    again = retention.until(str(gone[0][1]["assessment_id"]))
    assert again == (date(TODAY.year + until, 11, 1) if until else None)


def test_another_length_can_be_chosen_or_none(qtbot: QtBot, house: House) -> None:
    """Nothing is taken over behind anybody's back."""
    last = board(house)
    house.services.retention.keep_until(last, date(2028, 11, 1), LAST_YEAR)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    choose(qtbot, page, "Six years")
    choose(qtbot, page, "Not decided yet")
    press(qtbot, page, "Start again")
    assert house.services.retention.until(str(gone[0][1]["assessment_id"])) is None


def test_one_person_goes_straight_to_the_statements(qtbot: QtBot, house: House) -> None:
    """Nobody is asked about groups, and the question is about one person."""
    last = house.assessment(answered=3, finished=date(2025, 11, 22), role=Respondent.STAFF)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    assert "Will the same person answer as last time?" in words(page)
    assert "From how many people" not in words(page)
    assert "For how long" not in words(page)
    press(qtbot, page, "Start again")
    [(place, arguments)] = gone
    assert place == "questionnaire"
    (person,) = house.services.assessments.participants(str(arguments["assessment_id"]))
    assert person.role is Respondent.STAFF


def test_organisations_are_there_again(qtbot: QtBot, house: House) -> None:
    """Nothing is compared with their views, so nobody is asked about the people."""
    services = house.services
    last = services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("power-inventory"),
        selection=Selection.ALL,
        title="Last",
        today=TODAY,
        people=[NewPerson("Us", Respondent.STAFF, 0, 0)],
        parties=[NewParty("Sample Kitchen", is_own=True), NewParty("Sample Partner")],
    )
    services.assessments.add_person(
        last.id, "They", Respondent.PARTNER, *2 * (services.assessments.parties(last.id)[1].id,)
    )
    services.assessments.finish(last.id, TODAY)
    page = open_again(qtbot, house, last.id)
    gone = places_gone_to(page)
    assert "two thirds" not in words(page)
    assert "beside each other" not in words(page)
    press(qtbot, page, "Start again")
    [(place, arguments)] = gone
    assert place == "sheets"
    sheets = services.assessments.participants(str(arguments["assessment_id"]))
    assert [sheet.pseudonym for sheet in sheets] == ["Us", "They"]


def test_a_small_group_agrees_anew(qtbot: QtBot, house: House) -> None:
    """What was agreed last time does not hold by itself."""
    last = board(house, ("2", "3", "2"), minimum=3)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Start again")
    assert gone == []
    assert "possible only if everybody has agreed to it beforehand" in words(page)
    consent = page.card.consent
    assert consent is not None
    qtbot.waitUntil(consent.tick.hasFocus)
    qtbot.keyClick(consent.tick, Qt.Key.Key_Space)
    press(qtbot, page, "Start again")
    assert [place for place, _arguments in gone] == ["sheets"]


def test_a_title_is_needed(qtbot: QtBot, house: House) -> None:
    """What is wrong stands at the field, which has the keyboard."""
    page = open_again(qtbot, house, board(house))
    gone = places_gone_to(page)
    page.card.title.line.clear()
    page.card.title.line.textEdited.emit("")
    press(qtbot, page, "Start again")
    assert gone == []
    assert page.card.title.fault.text()
    qtbot.waitUntil(page.card.title.line.hasFocus)


def test_open_actions_can_still_go_on_later(qtbot: QtBot, house: House) -> None:
    """The next occasion is here already: what is ticked goes into its plan, each once."""
    last = with_plan(house, board(house))
    again = house.services.occasions.again(last, title="Next", today=TODAY)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Put them into the new plan")
    assert gone == [("plan", {"assessment_id": again.id})]
    assert [a.carried_from for a in house.services.plans.load(again.id).actions] == ["way"]
    page.entered(assessment_id=last)
    assert "It is in the plan of Next." in words(page)
    assert not page.last_plan.view("way").tick.isVisible()
    press(qtbot, page, "Go on with the next time")
    assert gone[-1] == ("sheets", {"assessment_id": again.id})


def test_another_one_can_be_started_instead(qtbot: QtBot, house: House) -> None:
    """The one that is here may be about something else."""
    last = board(house)
    house.services.occasions.again(last, title="Next", today=TODAY)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Start another one instead")
    qtbot.waitUntil(page.card.title.line.hasFocus)
    press(qtbot, page, "Start again")
    assert [place for place, _arguments in gone] == ["sheets"]
    assert "November 2026" in house.titles()


def test_a_finished_next_time_leads_to_its_results(qtbot: QtBot, house: House) -> None:
    """There is nothing to go on with."""
    last = board(house)
    again = house.services.occasions.again(last, title="Next", today=TODAY)
    answer(house, again, "33333", TODAY)
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    press(qtbot, page, "Go on with the next time")
    assert gone == [("results", {"assessment_id": again.id})]


def test_assess_offers_it_for_what_is_finished(qtbot: QtBot, house: House) -> None:
    """Among the rarer acts."""
    last = board(house)
    page = AssessPage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    more = button(page, "More for Away-day")
    assert isinstance(more, MoreButton)
    more.click()
    menu = more.menu_of_acts
    assert menu is not None
    acts = {act.text(): act for act in menu.actions()}
    acts["Start again from last time"].trigger()
    menu.close()
    assert gone == [("again", {"assessment_id": last})]


@pytest.mark.parametrize(("finished", "told"), [((2025, 12, 20), True), ((2026, 1, 5), False)])
def test_home_mentions_it_about_a_year_later(
    qtbot: QtBot, house: House, finished: tuple[int, int, int], told: bool
) -> None:
    """From eleven months on, and not before."""
    last = board(house, day=date(*finished))
    page = HomePage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    assert ("A year later" in words(page).splitlines()) is told
    if told:
        press(qtbot, page, "Start again from Sample Kitchen · The five themes · Away-day")
        assert gone == [("again", {"assessment_id": last})]


def test_home_is_silent_once_it_was_started_again(qtbot: QtBot, house: House) -> None:
    """Nobody is told of what they do already."""
    last = board(house)
    house.services.occasions.again(last, title="Next", today=TODAY)
    page = HomePage(house.context)
    house.show(qtbot, page)
    assert "A year later" not in words(page).splitlines()
