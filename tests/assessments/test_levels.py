"""Where somebody stands on a statement, and the next level up."""

from dataclasses import replace

import pytest
from measured_packs import COLUMNS, FIVE, LEVELS, THREE, item, pack, results

from collabkit.assessments.levels import chosen_level, levels_of, next_level
from collabkit.assessments.pack import AnswerForm, Item
from collabkit.assessments.results import ItemResult

DESCRIBED = Item(
    "POW-1", "POW", "We share.", FIVE.id, levels=("no", "a little", "some", "much", "all")
)
BARE = Item("POW-2", "POW", "We care.", FIVE.id)


def result_of(*answers: str, form: AnswerForm = FIVE, minimum: int = 1) -> ItemResult:
    return results(pack(item("A-1", form)), {"A-1": answers}, minimum=minimum).item("A-1")


def test_levels_have_the_names_of_the_form_and_the_descriptions_of_the_statement() -> None:
    """Number, name, place and description come from form and statement together."""
    levels = levels_of(DESCRIBED, FIVE)
    assert [level.name for level in levels] == list(LEVELS)
    assert [level.mark for level in levels] == ["1", "2", "3", "4", "5"]
    assert [level.step for level in levels] == [0, 1, 2, 3, 4]
    assert levels[1].description == "a little"


def test_levels_without_descriptions_are_names_only() -> None:
    """A statement may do without descriptions."""
    assert {level.description for level in levels_of(BARE, FIVE)} == {""}


def test_categories_have_no_number() -> None:
    """Only forms with numbered answers show a number."""
    assert {level.mark for level in levels_of(BARE, COLUMNS)} == {""}


def test_one_person_chose_a_level() -> None:
    """The level is found from the counts of one person."""
    chosen = chosen_level(levels_of(DESCRIBED, FIVE), result_of("2"))
    assert chosen is not None
    assert chosen.name == "Starting"


def test_one_person_chose_among_named_answers() -> None:
    """An answer without a number is found too."""
    chosen = chosen_level(levels_of(BARE, THREE), result_of("partly", form=THREE))
    assert chosen is not None
    assert (chosen.mark, chosen.name) == ("", "Partly")


@pytest.mark.parametrize("answers", [(), ("dk",), ("na",)])
def test_nothing_was_chosen_without_a_counted_answer(answers: tuple[str, ...]) -> None:
    """Don't know and does not apply are no levels."""
    assert chosen_level(levels_of(DESCRIBED, FIVE), result_of(*answers)) is None


def test_a_group_has_no_chosen_level() -> None:
    """Where five people agree, nobody is said to have chosen."""
    group = result_of(*"22222", minimum=5)
    assert chosen_level(levels_of(DESCRIBED, FIVE), group) is None


@pytest.mark.parametrize(
    ("answers", "minimum", "mark"),
    [("1", 1, "2"), ("4", 1, "5"), ("22233", 5, "3"), ("33344", 5, "4"), ("11111", 5, "2")],
)
def test_the_next_level_up_is_the_first_above_the_mean(
    answers: str, minimum: int, mark: str
) -> None:
    """One person's next step, and that of a group by its mean."""
    above = next_level(levels_of(DESCRIBED, FIVE), result_of(*answers, minimum=minimum))
    assert above is not None
    assert above.mark == mark


@pytest.mark.parametrize(
    ("answers", "minimum"), [("5", 1), ("55555", 5), ("", 1), ("22", 5), ("11155", 5)]
)
def test_there_is_no_next_level_at_the_top_unanswered_hidden_or_split(
    answers: str, minimum: int
) -> None:
    """No step is invented where none can be told."""
    assert next_level(levels_of(DESCRIBED, FIVE), result_of(*answers, minimum=minimum)) is None


def test_a_next_level_without_a_description_says_nothing_and_is_left_out() -> None:
    """A bare name would not say what to do."""
    assert next_level(levels_of(BARE, FIVE), result_of("2")) is None


def test_there_is_no_next_level_where_the_answers_have_no_bands() -> None:
    """Other scales have no levels 1 to 5."""
    without_band = replace(result_of("2"), band=None)
    assert next_level(levels_of(DESCRIBED, FIVE), without_band) is None
