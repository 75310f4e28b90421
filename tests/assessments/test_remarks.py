"""What people wrote is shown so that nobody is given away."""

from fractions import Fraction
from types import MappingProxyType

from collabkit.assessments.assessment import Response
from collabkit.assessments.remarks import Remarks, remarks_on
from collabkit.assessments.results import Band, ItemResult, Spread


def result(n: int, *, hidden: bool = False) -> ItemResult:
    counts = None if hidden else MappingProxyType({"3": n})
    return ItemResult(
        "POW-1", True, n, counts, 0, 0, Fraction(3), Spread.TOGETHER, Band.BUILD
    )  # fmt: skip


def said(*notes: str) -> list[Response]:
    return [
        Response(f"person {number}", "POW-1", "3", note=note, evidence=f"proof of {note}")
        for number, note in enumerate(notes)
    ]


def test_one_persons_note_and_evidence_are_their_own() -> None:
    """Nothing is hidden from the person who wrote it."""
    remarks = remarks_on(result(1), said(" We tried. "), minimum=1)
    assert remarks == Remarks(("We tried.",), ("proof of  We tried.",))


def test_remarks_on_other_statements_are_left_out() -> None:
    """Only the statement in question counts."""
    other = Response("person", "POW-2", "3", note="elsewhere")
    assert remarks_on(result(1), [other], minimum=1) == Remarks()


def test_empty_remarks_are_left_out() -> None:
    """Spaces are no note."""
    blank = Response("person", "POW-1", "3", note="  ")
    assert remarks_on(result(1), [blank], minimum=1) == Remarks()


def test_a_groups_notes_are_shown_from_five_people_on() -> None:
    """Five is enough."""
    assert len(remarks_on(result(5), said("a", "b"), minimum=5).notes) == 2


def test_a_group_of_four_shows_no_notes_even_if_it_shows_counts() -> None:
    """A smaller group that was agreed on for counts does not hold for words."""
    assert remarks_on(result(4), said("a", "b"), minimum=3) == Remarks()


def test_hidden_answers_show_no_notes() -> None:
    """A larger group that was agreed on holds for words too."""
    assert remarks_on(result(9, hidden=True), said("a", "b"), minimum=10) == Remarks()


def test_the_order_of_a_groups_notes_does_not_depend_on_the_people() -> None:
    """Nobody is recognised by the place of a note."""
    notes = ("one", "two", "three", "four", "five", "six")
    forwards = remarks_on(result(6), said(*notes), minimum=5)
    backwards = remarks_on(result(6), said(*reversed(notes)), minimum=5)
    assert forwards == backwards
    assert forwards.notes not in (notes, tuple(reversed(notes)))


def test_a_note_that_is_no_proper_text_does_no_harm() -> None:
    """A lone half of a character pair can come from a broken clipboard."""
    assert remarks_on(result(1), said("\ud83d"), minimum=1).notes == ("\ud83d",)
