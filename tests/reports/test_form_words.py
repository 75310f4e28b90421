"""What a form tells people before they answer: it has to be true for them."""

from typing import Any

import pytest
from form_examples import sheet
from pdf_reading import tags_of

from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.reports.form import FormSize, render_form, words
from collabkit.reports.pdf.style import A4
from collabkit.services.packs import builtin_pack


def told(given: HandedOut) -> str:
    return tags_of(render_form(given, FormSize.USUAL, A4)).full_text()


def some(pack_id: str, **others: Any) -> HandedOut:
    """A sheet with the first statements of a questionnaire."""
    pack = builtin_pack(pack_id)
    return sheet(pack, tuple(item.id for item in pack.items)[:3], **others)


def test_a_form_says_whose_it_is_and_how_long_it_takes() -> None:
    """Charity, occasion and questionnaire, then minutes and statements."""
    pack = builtin_pack("five-themes")
    text = told(sheet(pack, pack.core_ids))
    assert text.startswith("The five themes Sample Charity · Away-day, June 2026")
    assert "About nine minutes, for 20 statements." in text


@pytest.mark.parametrize(
    ("pack_id", "number", "sentence"),
    [
        ("five-themes", 45, "About 19 minutes, for 45 statements."),
        ("five-themes", 10, "About five minutes, for ten statements."),
        ("bid-check", 1, "About one minute, for one statement."),
        ("opportunities", 26, "About eight minutes, for 26 statements."),
    ],
)
def test_the_time_is_in_proportion(pack_id: str, number: int, sentence: str) -> None:
    """An own choice takes as long as its share."""
    given = sheet(builtin_pack(pack_id))
    assert words.how_long(given, number) == sentence


def test_in_confidence_the_smallest_group_is_named() -> None:
    """And that whoever takes the answers in could read them."""
    text = told(some("board-check", minimum=7))
    assert "once seven people have answered" in text
    assert "never about one person" in text
    assert "You need not give your name." in text
    assert "could open this file, or look at your sheets, and read them" in text
    assert "in your own words may be shown to others as it stands, without your name" in text
    assert "Anonymity is not possible" not in text


def test_in_the_open_nothing_is_promised_that_cannot_be_kept() -> None:
    """With three people, others can guess."""
    text = told(some("board-check", minimum=3, is_open=True))
    assert "others can often guess who said what" in text
    assert "Anonymity is not possible." in text


def test_partners_read_when_results_of_their_own_are_shown() -> None:
    """Those of an organisation are a small group too."""
    text = told(some("health-check", party="North Trust"))
    assert "those of your organisation once five of its people have" in text
    assert "For North Trust" in text


def test_members_of_a_network_read_that_organisations_are_counted() -> None:
    """Here the minimum is one of organisations."""
    text = told(some("opportunities", party="North Trust"))
    assert "once five organisations have answered" in text
    assert "unless it has agreed to be" in text


@pytest.mark.parametrize("pack_id", ["bid-check", "power-inventory", "handover"])
@pytest.mark.parametrize("minimum", [1, 5])
def test_what_stands_for_somebody_by_name_is_called_so(pack_id: str, minimum: int) -> None:
    """Nothing is hidden of such sheets, whatever minimum was set."""
    text = told(some(pack_id, minimum=minimum))
    assert "This sheet is not anonymous." in text
    assert "without your name" not in text


def test_one_persons_own_assessment_is_not_anonymous() -> None:
    """A minimum of one hides nothing."""
    assert "not anonymous" in told(some("five-themes", minimum=1))


def test_a_copy_with_a_code_says_so() -> None:
    """Whoever gave it away may know to whom."""
    assert "the code CDFHJK, so that it is not counted twice" in told(some("board-check"))
    assert "not counted twice" not in told(some("board-check", code=""))


def test_a_view_of_an_organisation_says_whose_and_about_whom() -> None:
    """Also where it looks at itself."""
    other = told(some("power-inventory", party="North Trust", about="South Trust"))
    assert "For North Trust About South Trust" in other
    itself = told(some("power-inventory", party="North Trust", about="North Trust"))
    assert "For North Trust About itself" in itself


def test_how_to_answer_fits_what_can_be_answered() -> None:
    """Nobody is told of an answer that is not there."""
    assert "“Don't know” is an honest answer." in told(some("board-check"))
    assert "honest answer" not in told(some("handover"))


def test_how_to_give_it_back_stands_at_both_ends() -> None:
    """With what must not be done, which is what most people would do."""
    text = told(some("barriers"))
    assert text.count("Please do not print it to a new PDF") == 2
    assert text.count("hand all sheets back to whoever gave them to you") == 2


def test_what_people_typed_is_set_as_it_is() -> None:
    """No name can change a form."""
    name = "A <b>&amp; {charity}</b> 日本"
    assert name in told(some("barriers", charity=name))
