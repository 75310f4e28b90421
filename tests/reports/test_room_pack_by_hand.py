"""Results by hand come to the same words as the program."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from pdf_reading import Tag, tags_of
from room_pack_examples import drawn, session

from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import AnswerForm, FormKind, Option
from collabkit.assessments.results import Spread
from collabkit.assessments.spread import spread_of
from collabkit.assessments.tally import Tally
from collabkit.reports.pdf.style import A4
from collabkit.reports.room_pack.by_hand import by_hand


def cells(table: Tag) -> list[list[str]]:
    return [[cell.text for cell in row.inside] for row in table.inside]


@pytest.fixture(scope="module")
def tables() -> list[list[list[str]]]:
    return [cells(table) for table in tags_of(drawn("usual", "7 Results by hand")).named("Table")]


@pytest.fixture(scope="module")
def form() -> AnswerForm:
    return session("five-themes", 1).statements[0].form


def look_up(tables: list[list[list[str]]]) -> dict[int, tuple[int, int]]:
    """The table of the paper: by n, how many make an end, and how many make neighbours."""
    return {
        int(n): (int(end), int(near))
        for table in tables
        if table[0][0] == "n"
        for n, end, near in table[1:]
    }


def word_by_hand(counts: tuple[int, ...], table: dict[int, tuple[int, int]]) -> str:
    """The steps of the paper, done as they are written."""
    n = sum(counts)
    if n < 5:
        return "Too few"
    end, near = table[n]
    low, high = counts[0] + counts[1], counts[3] + counts[4]
    if low >= end and high >= end:
        return "Split"
    best = max(a + b for a, b in pairwise(counts))
    if best == n:
        return "Together"
    return "Mostly together" if best >= near else "Spread"


def test_the_steps_and_the_table_give_the_word_of_the_program(
    tables: list[list[list[str]]], form: AnswerForm
) -> None:
    """For every vote of up to nine people, and for some of larger groups."""
    table = look_up(tables)
    votes = [counts for counts in product(range(10), repeat=5) if 0 < sum(counts) <= 9]
    votes += [tuple(3 * c for c in v) for v in votes[::40] if sum(v) * 3 <= 20]
    for counts in votes:
        tally = Tally("", dict(zip("12345", counts, strict=True)))
        assert word_by_hand(counts, table) == spread_name(spread_of(tally, form, 5)), counts


def test_the_table_reaches_from_the_smallest_group_to_twenty(
    tables: list[list[list[str]]],
) -> None:
    """Without a gap."""
    assert sorted(look_up(tables)) == list(range(5, 21))


def test_a_larger_group_gets_a_longer_table() -> None:
    """As far as a page holds; beyond that the rule is said in words."""
    data = by_hand(session("five-themes", 3, people=35), A4)
    assert max(look_up([cells(t) for t in tags_of(data).named("Table")])) == 35


def test_the_examples_show_every_word_once(tables: list[list[list[str]]], form: AnswerForm) -> None:
    """Each is what the program would say."""
    (examples,) = [table for table in tables if table[0][0].startswith("chose")]
    assert [row[-1] for row in examples[1:]] == ["Split", "Together", "Mostly together", "Spread"]
    for row in examples[1:]:
        tally = Tally("", dict(zip("12345", map(int, row[:5]), strict=True)))
        assert row[5] == str(tally.n)
        assert row[-1] == spread_name(spread_of(tally, form, 5))


def test_the_worked_example_is_the_first_of_them() -> None:
    """Its sentence has the numbers of the table and its mean."""
    text = tags_of(drawn("usual", "7 Results by hand")).full_text()
    assert (
        "Twelve people vote. One chooses 0, three choose 2, five choose 4, and three choose 5. So "
        "n is 11. At the low end are 3, at the high end 8. The table says 3 if n is 11."
    ) in text
    assert "make 41, and 41 divided by 11 is 3.7." in text


@pytest.mark.parametrize("minimum", [3, 10])
def test_the_example_holds_for_every_smallest_group(minimum: int) -> None:
    """Its n is never below the group that was agreed on."""
    data = by_hand(session("five-themes", 3, minimum=minimum), A4)
    text = tags_of(data).full_text()
    assert "so the word is Split" in text
    assert spread_name(Spread.TOO_FEW) not in text


def test_three_answers_and_answers_without_order_are_told_apart() -> None:
    """A pack of somebody's own may ask like this; the ends are others, or there are none."""
    material = session("five-themes", 3)
    pack = material.pack
    names = ("Yes", "Partly", "No")
    ordered = AnswerForm(
        "three", FormKind.CHOICE, "How far?", tuple(Option(n, n, i) for i, n in enumerate(names))
    )
    loose = AnswerForm("loose", FormKind.CHOICE, "Which?", tuple(Option(n, n) for n in names))
    chosen = material.preparation.statements
    forms = dict(zip(chosen[1:], ("three", "loose"), strict=True))
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(i, form=forms[i.id], levels=()) if i.id in forms else i
                for i in section.items
            ),
        )
        for section in pack.sections
    )
    other = replace(pack, forms=(*pack.forms, ordered, loose), sections=sections)
    text = tags_of(by_hand(replace(material, pack=other), A4)).full_text()
    assert "Statement 2: the low end is 1, the high end is 3." in text
    assert "Statement 3: the answers have no order." in text
