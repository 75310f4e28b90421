"""Theme by theme: what was answered, what it means, and how it was worked out."""

import pytest
from house import House, button, places_gone_to, press, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from results_work import PACK, alone, card, group, of_theme, open_results

from collabkit.assessments.assessment import Confidence, Response
from collabkit.ui.widgets.dot_strip import DotPicture

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

CORE = PACK.core_ids
MIDDLE = dict.fromkeys(CORE, "3")


def test_the_first_theme_is_open_and_only_asked_statements_are_in_it(
    qtbot: QtBot, house: House
) -> None:
    """The short version shows the short version."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    assert [*page.themes.panel.cards] == [i.id for i in PACK.section("POW").items if i.core]


def test_a_theme_says_its_question_its_score_and_what_that_means(
    qtbot: QtBot, house: House
) -> None:
    """A number is never alone."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    seen = words(page.themes.panel)
    assert PACK.section("POW").question in seen
    assert "3.0 of 5" in seen
    assert "Some of this happens, but not everywhere. Make it regular." in seen
    assert page.themes.panel.band.mark.text == "Build"


def test_a_score_can_be_asked_how_it_was_worked_out(qtbot: QtBot, house: House) -> None:
    """The answer has the actual numbers."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"POW-1": "1"}))
    assert page.themes.panel.workings.sentences == ()
    qtbot.mouseClick(page.themes.panel.workings.header, Qt.MouseButton.LeftButton)
    assert "(1.0, 3.0, 3.0, 3.0) = 2.5." in page.themes.panel.workings.sentences[0]


def test_a_theme_without_a_score_says_why(qtbot: QtBot, house: House) -> None:
    """No number is made up."""
    page = open_results(qtbot, house, alone(house, {"POW-1": "3"}))
    assert "No score: not enough answers" in words(page.themes.panel)


def test_a_chosen_level_is_shown_with_the_next_one_up(qtbot: QtBot, house: House) -> None:
    """Number, name and description of both."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"POW-1": "2"}))
    described = PACK.item("POW-1").levels
    seen = words(page.themes.card("POW-1"))
    assert f"Your answer\nStarting\n{described[1]}" in seen
    assert f"One step up\nPatchy\n{described[2]}" in seen


def test_at_the_top_there_is_no_step_up(qtbot: QtBot, house: House) -> None:
    """Nobody is asked for more than the most."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"POW-1": "5"}))
    seen = words(page.themes.card("POW-1"))
    assert "How we work" in seen
    assert "One step up" not in seen


def test_dont_know_is_said_in_words_with_whom_to_ask(qtbot: QtBot, house: House) -> None:
    """A trustee who does not know is told who may."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"POW-1": "dk"}))
    seen = words(page.themes.card("POW-1"))
    assert "You answered “don't know”." in seen
    assert "You could ask staff or partners: they may know." in seen
    assert "One step up" not in seen


def test_does_not_apply_is_said_in_words(qtbot: QtBot, house: House) -> None:
    """It is an answer and nothing is missing."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"POW-1": "na"}))
    assert "You answered “does not apply”." in words(page.themes.card("POW-1"))


def test_an_open_statement_can_be_answered_from_here(qtbot: QtBot, house: House) -> None:
    """It leads to the very statement."""
    assessment_id = alone(house, {"POW-1": "3", "POW-2": "3"})
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    third = CORE[2]
    assert "Not answered." in words(page.themes.card(third))
    press(qtbot, page, f"Answer this: {PACK.item(third).title}")
    assert gone == [
        ("questionnaire", {"assessment_id": assessment_id, "item_id": third, "from_results": True})
    ]


def test_an_answer_can_be_changed(qtbot: QtBot, house: House) -> None:
    """One's own answer is one's own."""
    assessment_id = alone(house, MIDDLE)
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    press(qtbot, page, f"Change this answer: {PACK.item('POW-1').title}")
    assert gone == [
        (
            "questionnaire",
            {"assessment_id": assessment_id, "item_id": "POW-1", "from_results": True},
        )
    ]


def test_what_a_person_wrote_is_shown_as_they_wrote_it(qtbot: QtBot, house: House) -> None:
    """Note, evidence and confidence; nothing is taken for markup."""
    assessment_id = alone(
        house,
        MIDDLE,
        note="<b>We</b> & they",
        evidence="Minutes of March",
        confidence=Confidence.FAIRLY_SURE,
    )
    page = open_results(qtbot, house, assessment_id)
    seen = words(page.themes.card("POW-1"))
    assert "Your note: <b>We</b> & they" in seen
    assert "Your evidence: Minutes of March" in seen
    assert "How sure you are: Fairly sure" in seen


def test_the_sources_of_a_statement_are_named_on_request(qtbot: QtBot, house: House) -> None:
    """First the places, then what the short names stand for."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    sources = page.themes.card("POW-1").sources
    assert sources.sentences == ()
    qtbot.mouseClick(sources.header, Qt.MouseButton.LeftButton)
    assert sources.sentences[: len(PACK.item("POW-1").sources)] == PACK.item("POW-1").sources
    assert "Rebalancing the Relationship" in sources.sentences[-1]


def test_another_theme_is_opened_with_the_mouse(qtbot: QtBot, house: House) -> None:
    """The chooser shows which one is open."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    press(qtbot, page, "Empathy")
    assert page.themes.panel.name.text() == "Empathy"
    assert [b.accessibleName() for b in page.themes.chooser.buttons if b.is_open] == ["Empathy"]
    assert PACK.item("EMP-1").statement in words(page)
    assert PACK.item("POW-1").statement not in words(page.themes)


def test_another_theme_is_opened_with_the_keyboard(qtbot: QtBot, house: House) -> None:
    """Tab stops once; arrows move without opening; Enter opens."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    power, empathy = page.themes.chooser.buttons[:2]
    power.setFocus()
    qtbot.keyClick(power, Qt.Key.Key_Right)
    assert empathy.hasFocus()
    assert page.themes.panel.name.text() == "Power"
    qtbot.keyClick(empathy, Qt.Key.Key_Return)
    assert page.themes.panel.name.text() == "Empathy"
    assert empathy.hasFocus()


def test_the_arrows_stop_at_the_ends_of_the_chooser(qtbot: QtBot, house: House) -> None:
    """The first theme has none before it."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    power = page.themes.chooser.buttons[0]
    power.setFocus()
    qtbot.keyClick(power, Qt.Key.Key_Left)
    assert power.hasFocus()


def test_the_next_theme_follows_below_the_last_statement(qtbot: QtBot, house: House) -> None:
    """Reading on needs no way back up; after the last theme there is none."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    for section in PACK.sections[1:]:
        press(qtbot, page, f"Next theme: {section.name}")
        qtbot.waitUntil(page.themes.panel.name.hasFocus)
        assert page.themes.panel.name.text() == section.name
    assert "Next theme" not in words(page)


def test_details_open_the_theme_and_bring_the_statement_into_view(
    qtbot: QtBot, house: House
) -> None:
    """From what stands out straight to the statement, with the keyboard."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"IMP-2": "1"}))
    press(qtbot, page, f"Details: {PACK.item('IMP-2').title}")
    beginning = page.themes.card("IMP-2").beginning
    qtbot.waitUntil(beginning.hasFocus)
    top = beginning.mapTo(page, beginning.rect().topLeft()).y()
    assert 0 <= top < page.height() / 2


@pytest.mark.parametrize("way", ["button", "key"])
def test_there_is_a_way_back_to_the_finding(qtbot: QtBot, house: House, way: str) -> None:
    """Back to where one was in the list, so that the next finding is near."""
    page = open_results(qtbot, house, alone(house, MIDDLE | {"IMP-2": "1"}))
    assert not page.back.isVisible()
    details = button(page, f"Details: {PACK.item('IMP-2').title}")
    press(qtbot, page, details.accessibleName())
    qtbot.waitUntil(page.themes.card("IMP-2").beginning.hasFocus)
    if way == "button":
        press(qtbot, page, "Back to what stands out")
    else:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert details.hasFocus()
    assert not page.back.isVisible()


def test_a_group_sees_one_dot_a_person_and_a_sentence(qtbot: QtBot, house: House) -> None:
    """Counts, sentence, spread and band; don't know stands apart."""
    codes = ["2", "3", "4", "4", "4", "5", "dk"]
    page = open_results(qtbot, house, group(house, of_theme("POW", codes)))
    statement = page.themes.card("POW-1")
    seen = words(statement)
    assert "Four of six chose 4 or 5; two chose 2 or 3. Spread. One answered “don't know”." in seen
    assert "This is regular practice." in seen
    assert "Your answer" not in seen
    (picture,) = statement.findChildren(DotPicture)
    columns, apart = picture.columns
    assert [column.count for column in columns] == [0, 1, 1, 3, 1]
    assert [column.count for column in apart] == [1, 0]


def test_a_split_group_is_told_to_talk_first(qtbot: QtBot, house: House) -> None:
    """Two views are no mean, and no step up either."""
    page = open_results(qtbot, house, group(house, of_theme("POW", "1112555")))
    seen = words(page.themes.card("POW-1"))
    assert "Hear both sides before you decide anything." in seen
    assert "One step up" not in seen


def test_a_groups_statement_can_be_asked_how_it_was_worked_out(qtbot: QtBot, house: House) -> None:
    """Mean and spread are explained with the counts."""
    page = open_results(qtbot, house, group(house, of_theme("POW", "3344444")))
    workings = page.themes.card("POW-1").workings
    qtbot.mouseClick(workings.header, Qt.MouseButton.LeftButton)
    assert workings.sentences[0] == "Mean: 2 × 3 + 5 × 4 = 26; 26 / 7 = 3.7."
    assert workings.sentences[1].startswith("Together: all 7 answers")


def test_too_few_answers_are_not_shown_and_nothing_is_said_about_them(
    qtbot: QtBot, house: House
) -> None:
    """Four of seven answered: no dots, no level, no band, no workings, no note."""
    answers = of_theme("EMP", "33333") | {"POW-1": "1234"}
    page = open_results(qtbot, house, group(house, answers, notes={"POW-1": "Who was it?"}))
    statement = page.themes.card("POW-1")
    result = [
        line
        for line in words(statement).split("\n")
        if line not in (PACK.item("POW-1").title, PACK.item("POW-1").statement)
    ]
    assert result == [
        "Not enough answers to show (fewer than five).",
        "What could we do?",
        "Sources",
    ]


def test_a_groups_notes_have_no_name(qtbot: QtBot, house: House) -> None:
    """They are shown from five people on, and say nothing of who wrote them."""
    page = open_results(
        qtbot, house, group(house, of_theme("POW", "3333333"), notes={"POW-1": "We rotate."})
    )
    assert "Note: We rotate." in words(page.themes.card("POW-1"))


def test_fifteen_people_fit_into_the_picture(qtbot: QtBot, house: House) -> None:
    """A large group is shown like a small one."""
    answers = of_theme("IMP", "333344445555122")
    page = open_results(qtbot, house, group(house, answers, people=15))
    assert "15 people answered." in words(page)
    assert "Eight of 15 chose 4 or 5" in words(card(page, "IMP-9"))


def test_an_answer_that_was_changed_elsewhere_is_shown_afresh(qtbot: QtBot, house: House) -> None:
    """Coming back from the questionnaire shows the new level, in the theme that was open."""
    assessment_id = alone(house, MIDDLE)
    page = open_results(qtbot, house, assessment_id)
    press(qtbot, page, "Empathy")
    participant = house.services.assessments.participants(assessment_id)[0]
    house.services.responses.record(
        PACK, Response(participant.id, "EMP-1", "5"), lambda _problem: None
    )
    house.services.responses.flush()
    page.left()
    page.entered(assessment_id=assessment_id)
    assert "How we work" in words(page.themes.card("EMP-1"))
    assert page.themes.panel.name.text() == "Empathy"
