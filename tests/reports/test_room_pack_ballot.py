"""Ballots: one person a file, whole statements, generous boxes, and type that can be read."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import room_pack_examples
from external_tools import run_tool
from hypothesis import example, given
from hypothesis import strategies as st
from pdf_reading import Tag, open_pdf, tags_of
from room_pack_examples import BALLOTS, SIZES, drawn

from collabkit.reports.pdf.style import A4
from collabkit.reports.room_pack.ballot import ballot
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.sharing import Measured, share_out

LEAST_BOX = 5 * 72 / 25.4  # points
CASES = [
    (example, paper, size)
    for example in ("two_forms", "one_statement")
    for paper in BALLOTS
    for size in SIZES
] + [("longest", "3c Ballot 22 point", "letter"), ("usual", "3a Ballot 14 point", "a4")]

each_ballot = pytest.mark.parametrize(("example", "paper", "size"), CASES)


def material_of(example: str) -> Material:
    material: Material = getattr(room_pack_examples, example)()
    return material


def pages_of(tag: Tag) -> set[int]:
    return {page for each in tag.walk() for page in each.pages}


@each_ballot
def test_a_ballot_has_an_even_number_of_sides(example: str, paper: str, size: str) -> None:
    """So two-sided printing of many copies never puts two people on one sheet."""
    with open_pdf(drawn(example, paper, size)) as pdf:
        assert len(pdf.pages) % 2 == 0


@each_ballot
def test_no_statement_runs_over_two_sides(example: str, paper: str, size: str) -> None:
    """Each statement with all its boxes stands on one side, in the order of the room."""
    questions = tags_of(drawn(example, paper, size)).named("Sect")
    assert [len(pages_of(question)) for question in questions] == [1] * len(questions)
    numbers = [int(question.inside[0].text.split(".")[0]) for question in questions]
    assert numbers == list(range(1, len(material_of(example).statements) + 1))


@pytest.mark.parametrize("example", ["usual", "two_forms", "longest", "short_names"])
def test_every_answer_has_a_box_with_its_number_and_its_name(example: str) -> None:
    """Levels, don't know and does not apply; and described levels with their description."""
    questions = tags_of(drawn(example, "3a Ballot 14 point")).named("Sect")
    for question, asked in zip(questions, material_of(example).statements, strict=True):
        items = question.named("LI")
        assert [item.full_text() for item in items] == [
            f"{c.mark}  {c.name}. {c.description}" if c.description else f"{c.mark}  {c.name}"
            for c in asked.choices
        ]
        assert all(item.inside[0].named("Figure") for item in items)
        assert {"0", "N"} <= {item.full_text().split()[0] for item in items}


@pytest.mark.parametrize("example", ["usual", "short_names"])
def test_the_words_of_a_statement_are_those_of_the_session(example: str) -> None:
    """Word for word."""
    questions = tags_of(drawn(example, "3b Ballot 18 point")).named("Sect")
    for question, asked in zip(questions, material_of(example).statements, strict=True):
        assert question.inside[0].text == f"{asked.number}. {asked.item.statement}"


def test_both_ends_of_a_pair_stand_beside_each_other_once() -> None:
    """A pair is told by its title and its two ends, not by a sentence that quotes them again."""
    questions = tags_of(drawn("two_forms", "3a Ballot 14 point")).named("Sect")
    pairs = 0
    for question, asked in zip(questions, material_of("two_forms").statements, strict=True):
        if asked.item.ends:
            pairs += 1
            start, end = asked.item.ends
            text = question.full_text()
            assert f"From: {start}" in text
            assert f"To: {end}" in text
            assert text.count(start) == 1
    assert pairs > 3


@pytest.mark.parametrize("paper", tuple(BALLOTS))
def test_boxes_are_generous(paper: str) -> None:
    """At least five millimetres each way; larger where the type is larger."""
    with open_pdf(drawn("usual", paper)) as pdf:
        sides = {round(side, 1) for page in pdf.pages for side in _boxes(page)}
    assert len(sides) == 1
    assert min(sides) >= max(LEAST_BOX, BALLOTS[paper])


@pytest.mark.parametrize("paper", tuple(BALLOTS))
def test_no_word_that_is_read_is_smaller_than_promised(paper: str) -> None:
    """Only the line for whoever counts is small."""
    with open_pdf(drawn("two_forms", paper)) as pdf:
        sizes = {size for page in pdf.pages for size in _sizes_of_tagged_text(page)}
    assert min(sizes) >= BALLOTS[paper]


def test_a_sheet_has_room_for_its_number_and_none_for_a_name(tmp_path: Path) -> None:
    """Each sheet of paper once, on its front; nothing asks who it is."""
    text = run_tool(
        tmp_path, drawn("usual", "3a Ballot 14 point"), "pdftotext", "-raw", after=("-",)
    )
    texts = text.split("\f")[:-1]
    fronts = ["Sheet number" in text for text in texts]
    assert fronts == [True, False] * (len(texts) // 2)
    assert [text.count(f"Page {n} of {len(texts)}") for n, text in enumerate(texts, 1)] == [
        1
    ] * len(texts)
    assert "do not write your name" in texts[0]
    assert "Please turn over" in texts[0]
    assert "Thank you." in texts[-1]


def test_a_statement_that_is_longer_than_a_side_is_set_smaller() -> None:
    """Rather than being cut in two."""
    material = room_pack_examples.endless()
    tags = tags_of(ballot(material, 22, A4))
    assert [len(pages_of(question)) for question in tags.named("Sect")] == [1, 1, 1]
    assert "Level 4 is told in very many words." in tags.full_text()


heights = st.lists(st.floats(20, 700), min_size=1, max_size=20)


@example([20.0, 308.0, 189.0, 310.0, 475.0], 169.0, ["a"] * 20)  # from three sides to five
@given(heights, st.floats(0, 300), st.lists(st.sampled_from(["a", "b"]), min_size=20, max_size=20))
def test_sharing_out_keeps_the_order_and_the_height(
    high: list[float], head: float, leads: list[str]
) -> None:
    """Nothing is lost, no side is too full, and sides are even in number unless they cannot be."""
    statements = [Measured(h, lead, 20) for h, lead in zip(high, leads, strict=False)]
    sides = share_out(statements, head, 731)
    assert [s for side in sides for s in side] == statements
    assert len(sides) % 2 == 0 or len(sides) == 1 or len(sides) >= len(statements)
    for number, side in enumerate(sides):
        changes = sum(a.lead != b.lead for a, b in pairwise(side))
        total = sum(s.height for s in side) + 20 * (changes + bool(side)) + head * (number == 0)
        assert total <= 731.1


def _boxes(page: pikepdf.Page) -> Iterator[float]:
    """The sides of the rounded squares: each begins with a move and a straight line."""
    start = (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "m":
                start = float(operands[0]), float(operands[1])
            case "l" if abs(float(operands[1]) - start[1]) < 0.001:
                length = float(operands[0]) - start[0]
                if 5 < length < 60:
                    yield length + 2 * 1.4  # the corners
                start = (-1.0, -1.0)


def _sizes_of_tagged_text(page: pikepdf.Page) -> Iterator[float]:
    is_tagged = False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                is_tagged = is_tagged or "/MCID" in operands[1]
            case "EMC":
                is_tagged = False
            case "Tf" if is_tagged:
                yield float(operands[1])
