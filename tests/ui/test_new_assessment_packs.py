"""Choosing a questionnaire, and which of its statements."""

from collections.abc import Callable

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Respondent
from collabkit.services.packs import builtin_pack
from collabkit.ui.new_assessment.pack_step import PackStep
from collabkit.ui.new_assessment.page import NewAssessmentPage
from collabkit.ui.widgets.level_card import LevelCard

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_way(qtbot: QtBot, house: House, **arguments: object) -> NewAssessmentPage:
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, **{"charity_id": None, **arguments})
    return page


def step(page: NewAssessmentPage) -> str:
    return f"{page.head.lead.text()}: {page.title}"


def cards(page: NewAssessmentPage) -> list[LevelCard]:
    (part,) = page.findChildren(PackStep)
    return part.cards


def latest(house: House) -> Assessment:
    return house.services.assessments.summaries()[0].assessment


def test_all_questionnaires_are_offered_with_their_question_and_time(
    qtbot: QtBot, house: House
) -> None:
    """Each card has a title, what it asks, and how long it takes."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    offered = {card.accessibleName(): card.accessibleDescription() for card in cards(page)}
    assert len(offered) == len(house.services.packs.cards()) >= 11
    assert "About 19 minutes, nine in the short version." in offered["The five themes"]
    assert offered["Handover conduct check"].startswith("Is work passing between organisations")


def test_what_suits_the_charity_comes_first_with_the_reason(qtbot: QtBot, house: House) -> None:
    """A small group run by volunteers reads why a questionnaire is meant for it."""
    house.services.charities.add("Sample Kitchen", IncomeBand.SMALL, RunBy.VOLUNTEERS)
    page = open_way(qtbot, house)
    assert "For a charity like yours" in words(page)
    assert "All the others" in words(page)
    assert cards(page)[0].isChecked()
    assert "is a good start for a group of your size" in cards(page)[0].accessibleDescription()


def test_more_is_told_about_the_chosen_one_only(qtbot: QtBot, house: House) -> None:
    """Purpose, who answers, when, what comes out, how many statements, and that it is new."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Board conditions check")
    read = words(page)
    pack = builtin_pack("board-check")
    for told in (pack.purpose, pack.answered_by, pack.when, pack.status, "20 statements."):
        assert told in read
    assert builtin_pack("five-themes").purpose not in read


def test_only_the_chosen_questionnaire_is_read_whole(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are known by their cards."""
    house.charity("Sample Kitchen")
    read: list[str] = []
    shelf = type(house.services.packs)
    whole = shelf.read

    def note(self: object, pack_id: str) -> object:
        read.append(pack_id)
        return whole(house.services.packs, pack_id)

    monkeypatch.setattr(shelf, "read", note)
    page = open_way(qtbot, house)
    press(qtbot, page, "Handover conduct check")
    assert read == ["five-themes", "handover"]


def test_arrows_go_through_all_cards_and_enter_takes_one(qtbot: QtBot, house: House) -> None:
    """Tab stops at the cards once; up and down do not choose, Enter on a card does."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    for card in cards(page)[1:]:
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
        assert focused() is card
    assert cards(page)[0].isChecked()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert cards(page)[-1].isChecked()
    assert step(page).startswith("Step 2")


def test_the_questionnaire_used_last_is_chosen_already(qtbot: QtBot, house: House) -> None:
    """A habit comes before a suggestion."""
    page = open_way(qtbot, house, charity_id=house.charity("Sample Kitchen"))
    press(qtbot, page, "Collaboration opportunities")
    for _step in range(2):
        press(qtbot, page, "Next")
    press(qtbot, page, "Start")
    page.left()
    page.entered(charity_id=None)
    assert button(page, "Collaboration opportunities").isChecked()


def test_a_questionnaire_that_was_asked_for_is_settled(qtbot: QtBot, house: House) -> None:
    """From elsewhere the way begins with it, at what is still open."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house, pack_id="handover")
    assert "Handover conduct check" in words(page)
    assert page.title == "How many statements?"


@pytest.fixture
def choosing(qtbot: QtBot, house: House) -> NewAssessmentPage:
    """The step at which statements of the largest questionnaire are chosen."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house, pack_id="behaviours")
    press(qtbot, page, "Our own choice")
    return page


def test_an_own_choice_is_asked_and_nothing_else(
    qtbot: QtBot, house: House, choosing: NewAssessmentPage
) -> None:
    """What is ticked is asked, in the order of the questionnaire."""
    wanted = [builtin_pack("behaviours").item(i) for i in ("BEH-1.3", "BEH-1.1", "BEH-2.1")]
    for item in wanted:
        press(qtbot, choosing, item.statement)
    assert button(choosing, "Our own choice: 3 statements").isChecked()
    press(qtbot, choosing, "Next")
    press(qtbot, choosing, "Start")
    assert latest(house).asked == ("BEH-1.1", "BEH-1.3", "BEH-2.1")
    assert latest(house).selection is Selection.OWN_CHOICE


def test_all_and_none_of_a_section(qtbot: QtBot, choosing: NewAssessmentPage) -> None:
    """One press each, with the count beside the name of the section."""
    press(qtbot, choosing, "All of Supporting other organisations")
    assert "13 of 13 chosen" in words(choosing)
    assert "About four minutes." in words_of_card(choosing, "Our own choice: 13 statements")
    press(qtbot, choosing, "None of Supporting other organisations")
    assert "of 13 chosen" not in words(choosing)


def words_of_card(page: NewAssessmentPage, name: str) -> str:
    return button(page, name).accessibleDescription()


def test_an_own_choice_needs_a_statement(qtbot: QtBot, choosing: NewAssessmentPage) -> None:
    """Without any tick the step stays, says so, and the first statement has the keyboard."""
    press(qtbot, choosing, "Next")
    assert "Please choose at least one statement." in words(choosing)
    assert focused() is choosing._statements.own.first_tick()


def test_a_score_needs_four_statements_is_said(choosing: NewAssessmentPage) -> None:
    """In the word for a part that the questionnaire uses."""
    assert "For a score, each area needs four statements or more." in words(choosing)


def test_statements_are_ticked_with_keys_alone(qtbot: QtBot, choosing: NewAssessmentPage) -> None:
    """Tab stops once in a section, the arrows move in it, and space ticks."""
    first = choosing._statements.own.sections[0]
    first.ticks[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert [tick.isChecked() for tick in first.ticks[:3]] == [False, True, False]
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    second = choosing._statements.own.sections[1]
    assert second.isAncestorOf(focused())
    assert focused() not in first.ticks


def test_a_decision_is_never_cut_short(qtbot: QtBot, house: House) -> None:
    """Where the rules count on every statement there is no choice of statements."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house, pack_id="bid-check")
    assert page.title == "Are we bidding alone or with named partners?"


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_cards_fit_a_small_window(
    qtbot: QtBot, house: House, wear: Callable[..., object], text_size: int
) -> None:
    """Nothing has to be scrolled sideways at 1024 by 768, and every control has a name."""
    wear("light", text_size)
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    page.resize(1024 - 150, 728)
    QApplication.processEvents()
    assert page.scroller.horizontalScrollBar().maximum() == 0
    assert nameless(page) == []


def test_the_questionnaire_of_last_time_stands_first(qtbot: QtBot, house: House) -> None:
    """It is chosen, and the page begins at its top."""
    charity_id = house.charity("Sample Kitchen")
    house.services.assessments.start_alone(
        charity_id, builtin_pack("handover"), Selection.ALL, Respondent.TRUSTEE, "Sample", TODAY
    )
    page = open_way(qtbot, house)
    first = cards(page)[0]
    assert first.accessibleName() == builtin_pack("handover").title
    assert first.isChecked()
    assert focused() is first
    assert "As last time" in words(page)
    assert page.scroller.verticalScrollBar().value() == 0
    assert len({card.code for card in cards(page)}) == len(cards(page))


def test_what_was_wrong_leaves_its_room(qtbot: QtBot, choosing: NewAssessmentPage) -> None:
    """No statement moves away under the hand, and what is wrong is in sight."""
    press(qtbot, choosing, "Next")
    fault = choosing._statements.fault
    view = choosing.scroller.viewport()
    assert view.rect().contains(fault.mapTo(view, fault.rect().topLeft()))
    tick = choosing._statements.own.first_tick()
    assert tick is not None
    before = tick.mapTo(choosing, tick.rect().topLeft())
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not fault.isVisible()
    assert tick.mapTo(choosing, tick.rect().topLeft()) == before
