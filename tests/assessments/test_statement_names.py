"""Statements are called by their number on a sheet and their title, never by an id."""

from collabkit.assessments.statement_names import called, numbers_on
from collabkit.services.packs import builtin_pack


def test_a_statement_has_its_number_on_the_sheet_and_its_title() -> None:
    """The number counts what this sheet asks, not what the questionnaire has."""
    pack = builtin_pack("board-check")
    asked = ("BRD-2", "BRD-4")
    title = pack.item("BRD-4").title
    assert called(pack, "BRD-4", asked) == f"Statement 2, “{title}”"
    assert called(pack, "BRD-4") == f"“{title}”"


def test_one_without_a_title_has_the_beginning_of_its_words() -> None:
    """Which fits in a line."""
    pack = builtin_pack("health-check")
    item = next(item for item in pack.items if len(item.statement) > 60)
    name = called(pack, item.id)
    assert name.endswith("…”")
    assert len(name) < 70
    assert item.statement.startswith(name.strip("“”…"))


def test_what_the_questionnaire_does_not_have_is_not_repeated() -> None:
    """Whoever made the file could have written anything there."""
    assert called(builtin_pack("board-check"), "XXX-1", ("XXX-1",)) == "A statement"


def test_further_questions_have_no_number_and_take_none() -> None:
    """They stand below the statement they are about."""
    pack = builtin_pack("opportunities")
    asked = tuple(item.id for item in pack.items)
    further = [item.id for item in pack.items if item.marks.get("about") in asked]
    numbers = numbers_on(pack, asked)
    assert further
    assert not numbers.keys() & set(further)
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))


def test_what_is_private_has_no_number() -> None:
    """It is on no sheet."""
    pack = builtin_pack("power-inventory")
    private = {item.id for item in pack.items if item.marks.get("private")}
    assert private
    assert not private & numbers_on(pack, [item.id for item in pack.items]).keys()
