"""Results begin with the picture, what it rests on, and what stands out."""

from datetime import date

import pytest
from house import House, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from results_work import PACK, alone, group, of_theme, open_results

from collabkit.assessments.assessment import Response, Selection
from collabkit.services.closing import close_sheet
from collabkit.services.sample import ensure_sample
from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

CORE = PACK.core_ids


def answers(code: str = "3", number: int = len(CORE)) -> dict[str, str]:
    return dict.fromkeys(CORE[:number], code)


def test_the_head_says_whose_results_these_are(qtbot: QtBot, house: House) -> None:
    """Charity and occasion stand under the title."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert words(page).startswith("Results\nSample Kitchen · June 2026\nChoose actions")


def test_choosing_actions_leads_to_the_plan(qtbot: QtBot, house: House) -> None:
    """The one primary button goes on with the same assessment."""
    assessment_id = alone(house, answers())
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    press(qtbot, page, "Choose actions")
    assert gone == [("plan", {"assessment_id": assessment_id})]


def test_saving_as_pdf_leads_to_the_preview(qtbot: QtBot, house: House) -> None:
    """Nothing is written from here: the preview shows what it will be."""
    assessment_id = alone(house, answers())
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    press(qtbot, page, "Save as PDF")
    assert gone == [("preview", {"assessment_id": assessment_id})]


def test_an_unfinished_assessment_says_how_far_it_is_and_leads_on(
    qtbot: QtBot, house: House
) -> None:
    """One quiet line, and a way to the first statement that is open."""
    assessment_id = alone(house, answers(number=18))
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    assert "18 of 20 statements answered." in words(page)
    press(qtbot, page, "Go on answering")
    assert gone == [
        (
            "questionnaire",
            {"assessment_id": assessment_id, "item_id": CORE[18], "from_results": True},
        )
    ]


def test_a_complete_assessment_does_not_say_so(qtbot: QtBot, house: House) -> None:
    """No praise, and nothing to go on with."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert "statements answered" not in words(page)
    assert "Go on answering" not in words(page)


def test_the_table_has_the_numbers_of_the_shape(qtbot: QtBot, house: House) -> None:
    """Every theme with score, band and how many answers it rests on; there is no overall score."""
    given = answers("4") | {"POW-1": "1", "POW-2": "2", "EMP-1": "na"}
    page = open_results(qtbot, house, alone(house, given))
    rows = page.shape.table.as_text().split("\n")
    asked = [sum(item.core for item in section.items) for section in PACK.sections]
    power = (1 + 2 + 4 * (asked[0] - 2)) / asked[0]
    assert rows[0] == "Theme\tScore\tSuggests\tAnswered"
    assert rows[1] == f"Power\t{power:.1f}\tBuild\t{asked[0]} of {asked[0]}"
    assert rows[2] == f"Empathy\t4.0\tKeep going\t{asked[1] - 1} of {asked[1] - 1}"
    assert len(rows) == 1 + len(PACK.sections)
    assert f"Power {power:.1f}, Empathy 4.0" in page.shape.shape.accessibleDescription()


def test_a_theme_without_a_score_is_named_and_never_zero(qtbot: QtBot, house: House) -> None:
    """The caption names the gap; the table has a dash."""
    given = {item_id: code for item_id, code in answers().items() if item_id[:3] != "IMP"}
    page = open_results(qtbot, house, alone(house, given))
    assert "Impact: not enough answers." in words(page)
    assert "\nImpact\t–\tNo score\t0 of 4" in page.shape.table.as_text()
    assert "0.0" not in words(page)


def test_a_theme_to_which_nothing_applies_says_so(qtbot: QtBot, house: House) -> None:
    """Not applying is not the same as not having answered."""
    given = answers() | {item_id: "na" for item_id in CORE if item_id[:3] == "IMP"}
    page = open_results(qtbot, house, alone(house, given))
    assert "Impact: does not apply." in words(page)


def test_without_any_score_there_is_no_shape(qtbot: QtBot, house: House) -> None:
    """One answer makes no picture; the table stays."""
    page = open_results(qtbot, house, alone(house, answers(number=1)))
    assert not page.shape.shape.isVisible()
    assert "Nothing has enough answers for a score yet." in words(page)


def test_the_table_can_be_copied(qtbot: QtBot, house: House) -> None:
    """Ctrl+C puts the whole table on the clipboard."""
    page = open_results(qtbot, house, alone(house, answers()))
    page.shape.table.setFocus()
    qtbot.keyClick(page.shape.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == page.shape.table.as_text()


def test_the_content_is_marked_as_untested(qtbot: QtBot, house: House) -> None:
    """The words come from the pack."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert PACK.status in words(page)


def test_how_to_read_the_page_explains_the_bands_on_request(qtbot: QtBot, house: House) -> None:
    """One person reads about bands; spread is no word for one person."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert page.guide.sentences == ()
    press(qtbot, page, "How to read this page")
    guide = "\n".join(page.guide.sentences)
    assert "Build (from 2.5 to below 3.5): Some of this happens" in guide
    assert "One dot" not in guide


def test_a_group_reads_about_spread_and_small_groups_too(qtbot: QtBot, house: House) -> None:
    """The words on the page are all explained."""
    page = open_results(qtbot, house, group(house, of_theme("POW", "3344555")))
    press(qtbot, page, "How to read this page")
    guide = "\n".join(page.guide.sentences)
    assert "One dot is one person." in guide
    assert "Nothing is shown about fewer than five people" in guide


def test_the_sample_is_marked(qtbot: QtBot, house: House) -> None:
    """Nobody takes it for their own."""
    page = open_results(qtbot, house, ensure_sample(house.services, date(2026, 11, 22)))
    assert page.opening.sample.isVisible()
    assert page.opening.sample.accessibleName() == "Sample: not a real charity"


def test_ones_own_results_are_not_marked_as_a_sample(qtbot: QtBot, house: House) -> None:
    """The mark means something."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert not page.opening.sample.isVisible()


def test_without_an_answer_there_is_one_thing_to_do(qtbot: QtBot, house: House) -> None:
    """The empty page leads to the first statement and shows nothing else."""
    assessment_id = alone(house, {})
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    assert "Nothing is answered yet." in words(page)
    assert "Choose actions" not in words(page)
    assert "What stands out" not in words(page)
    press(qtbot, page, "Answer the first statement")
    assert gone == [
        (
            "questionnaire",
            {"assessment_id": assessment_id, "item_id": CORE[0], "from_results": True},
        )
    ]


def test_the_page_fills_when_somebody_comes_back_with_answers(qtbot: QtBot, house: House) -> None:
    """What was empty before is worked out afresh on entering."""
    page = open_results(qtbot, house, alone(house, {}))
    page.entered(assessment_id=alone(house, answers()))
    assert "Nothing is answered yet." not in words(page)
    assert "Theme by theme" in words(page)


def test_an_assessment_that_is_gone_is_said_to_be_gone(qtbot: QtBot, house: House) -> None:
    """Going back to something that was erased leads to the list, not to an error."""
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id="gone")
    gone = places_gone_to(page)
    assert "This assessment is not here any more." in words(page)
    press(qtbot, page, "See all assessments")
    assert gone == [("assess", {})]


def test_findings_come_in_talking_order_under_plain_words(qtbot: QtBot, house: House) -> None:
    """Split first, then low, then not visible, then strengths."""
    page = open_results(
        qtbot,
        house,
        group(
            house,
            {
                "POW-1": "5555555",
                "POW-2": ["dk"] * 3 + ["3"] * 5,
                "POW-3": "1122222",
                "POW-4": "1112555",
            },
            people=8,
        ),
    )
    assert [card.accessibleName() for card in page.findings.cards] == [
        "People see this very differently",
        "Act first",
        "Not visible to us",
        "Strengths: worth sharing",
    ]
    assert "Power · Four of seven chose 1 or 2; three chose 5. Split." in words(page.findings)


def test_what_is_low_for_one_person_is_said_in_their_words(qtbot: QtBot, house: House) -> None:
    """One person's finding names the level that was chosen."""
    page = open_results(qtbot, house, alone(house, answers() | {"HON-1": "2"}))
    assert PACK.item("HON-1").statement in words(page.findings)
    assert "Honesty · You chose 2: Starting." in words(page.findings)


def test_few_findings_are_shown_at_first_and_all_on_request(qtbot: QtBot, house: House) -> None:
    """Three of each kind; the button says how many there are and the keyboard goes on there."""
    low = dict.fromkeys(CORE[:7], "1")
    page = open_results(qtbot, house, alone(house, answers() | low))
    (card,) = page.findings.cards
    assert len(card.entries) == 3
    press(qtbot, page, "Show all 7: Act first")
    assert len(card.entries) == 7
    assert card.entries[3].details.hasFocus()
    assert "Show all" not in words(page.findings)


def test_without_findings_the_page_says_that_nothing_stands_out(qtbot: QtBot, house: House) -> None:
    """A calm result is a result."""
    page = open_results(qtbot, house, alone(house, answers()))
    assert "Nothing stands out" in words(page.findings)
    assert page.findings.cards == ()


def test_the_number_of_people_of_a_group_is_always_shown(qtbot: QtBot, house: House) -> None:
    """Those who were asked and did not answer are told apart."""
    page = open_results(qtbot, house, group(house, of_theme("POW", "33334"), people=7))
    assert "Five of seven people have answered." in words(page)


def test_late_answers_wait_and_the_page_says_so(qtbot: QtBot, house: House) -> None:
    """Two more have answered since the picture was shown; nothing in it has changed."""
    assessment_id = group(house, of_theme("POW", "33334"), people=7)
    page = open_results(qtbot, house, assessment_id)
    assert page.opening.progress.text() == "Five of seven people have answered."
    for number in (5, 6):
        late = Response(f"{assessment_id} {number}", "POW-1", "1")
        house.services.store.responses.save(late)
        close_sheet(house.services, assessment_id, late.participant_id)
    page = open_results(qtbot, house, assessment_id)
    assert page.opening.progress.text() == (
        "Five people are in this picture. Two more people have answered. Their answers wait until "
        "three more have come."
    )


def test_a_group_without_answers_cannot_be_answered_from_here(qtbot: QtBot, house: House) -> None:
    """Whose answer would it be?"""
    page = open_results(qtbot, house, group(house, {}))
    assert "Nobody has finished yet." in words(page)
    assert "Answer the first statement" not in words(page)


def test_what_stands_out_is_reached_at_once(qtbot: QtBot, house: House) -> None:
    """A button at the top brings the heading into view and the keyboard with it."""
    page = open_results(qtbot, house, alone(house, answers("1")))
    press(qtbot, page, "What stands out")
    qtbot.waitUntil(page.findings.heading.hasFocus)
    top = page.findings.heading.mapTo(page, page.findings.heading.rect().topLeft()).y()
    assert 0 <= top < page.height() / 4


def test_the_full_version_is_shown_in_the_same_way(qtbot: QtBot, house: House) -> None:
    """All 45 statements make the same picture as the short version."""
    given = {item.id: "4" for item in PACK.items}
    page = open_results(qtbot, house, alone(house, given, selection=Selection.ALL))
    assert page.shape.shape.isVisible()
    assert page.shape.table.as_text().count("\t4.0\tKeep going\t9 of 9") == len(PACK.sections)
