"""What is hidden is in no file: two groups that differ only in hidden answers give equal bytes."""

from collections.abc import Sequence

import pytest
import table_examples as examples
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE, Pack
from collabkit.reports.tables.csv_file import render_csv
from collabkit.reports.tables.xlsx import render_xlsx

Sheets = list[dict[str, str]]
MINIMUM = 5
# One small pack for each kind of outcome that a group in confidence can have.
NAMES = (
    "described",
    "barriers",
    "behaviours",
    "board-check",
    "health-check",
    "opportunities",
    "partners-view",
)


@st.composite
def groups(draw: st.DrawFn, pack: Pack) -> tuple[Sheets, Sheets]:
    """Two groups: in the second, whatever too few have said is said otherwise."""
    people = draw(st.integers(1, 8))
    one: Sheets = [{} for _person in range(people)]
    other: Sheets = [{} for _person in range(people)]
    for item in pack.statements:
        form = pack.form_of(item)
        levels = [option.code for option in form.options]
        ways_out = [option.code for option in form.ways_out]
        said = draw(
            st.lists(
                st.sampled_from([*levels, *levels, *ways_out, ""]),
                min_size=people,
                max_size=people,
            )
        )
        counted = sum(code in levels for code in said)
        everybody = sum(bool(code) for code in said)
        for person, code in enumerate(said):
            another = code
            if code in levels and counted < MINIMUM:
                another = draw(st.sampled_from(levels))
            elif code in (DONT_KNOW, NOT_APPLICABLE) and everybody < MINIMUM:
                another = draw(st.sampled_from(ways_out))
            if code:
                one[person][item.id] = code
                other[person][item.id] = another
    return one, other


def notes_on(pack: Pack, sheets: Sequence[dict[str, str]], word: str) -> Sheets:
    """A note on everything that too few have answered to show it."""
    seen = {
        item.id: sum(
            sheet.get(item.id) in {option.code for option in pack.form_of(item).options}
            for sheet in sheets
        )
        for item in pack.items
    }
    return [
        {item_id: f"{word} {person}" for item_id in sheet if seen[item_id] < MINIMUM}
        for person, sheet in enumerate(sheets)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_hidden_answers_and_notes_leave_no_trace(name: str) -> None:
    """Neither in the tables nor in the data, whatever the questionnaire makes of answers."""
    pack = examples.fixture_pack(name)

    @settings(max_examples=40)
    @given(groups(pack))
    def check(pair: tuple[Sheets, Sheets]) -> None:
        one, other = (
            examples.occasion(pack, sheets, notes=notes_on(pack, sheets, word))
            for sheets, word in zip(pair, ("Alpha", "Beta"), strict=True)
        )
        assert one.tables() == other.tables()
        assert one.json() == other.json()

    check()


def test_equal_tables_give_equal_bytes() -> None:
    """So what is no difference in the tables is none in the files."""
    pack = examples.fixture_pack("described")
    ids = [item.id for item in pack.items]
    one = [dict.fromkeys(ids, code) for code in "1223"]
    other = [dict.fromkeys(ids, code) for code in "5544"]
    files = [
        (render_xlsx(each.tables()), render_csv(each.tables()), each.json())
        for each in (examples.occasion(pack, one), examples.occasion(pack, other))
    ]
    assert files[0] == files[1]


def test_the_same_answers_of_enough_people_do_show() -> None:
    """So that the tests above can fail."""
    pack = examples.fixture_pack("described")
    ids = [item.id for item in pack.items]
    one, other = (
        examples.occasion(pack, [dict.fromkeys(ids, code) for code in codes])
        for codes in ("12233", "55443")
    )
    assert one.tables() != other.tables()
    assert one.json() != other.json()


@pytest.mark.parametrize("name", NAMES)
def test_nobody_who_took_part_is_in_a_file(name: str) -> None:
    """Neither by an id nor by a name, as there are no rows for people."""
    pack = examples.fixture_pack(name)
    sheets = [
        {
            item.id: options[person % len(options)].code
            for item in pack.statements
            if (options := pack.form_of(item).options)
        }
        for person in range(9)
    ]
    group = examples.occasion(pack, sheets)
    for file in (render_csv(group.tables()), group.json()):
        assert b"id-of-" not in file
        assert b"Name of" not in file
