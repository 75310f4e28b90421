"""What the tables of an assessment say, before anybody writes them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
import table_examples as examples

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction
from collabkit.reports.contents.room import InTheRoom
from collabkit.reports.tables.workbook import Cell, Workbook

SEVEN = [{"POW-1": code, "POW-2": other} for code, other in zip("2334445", "1155???", strict=True)]
WAYS = {"?": "dk", "-": "na"}


def five_themes(*answers: str, **about: object) -> examples.Occasion:
    """A group that answers POW-1, POW-2 and so on, a text each and a letter a person."""
    people = len(answers[0])
    sheets: list[dict[str, str]] = [{} for _person in range(people)]
    for number, codes in enumerate(answers, start=1):
        for person, code in enumerate(codes):
            if code != " ":
                sheets[person][f"POW-{number}"] = WAYS.get(code, code)
    pack = examples.builtin_pack("five-themes")
    return examples.occasion(pack, sheets, **about)  # type: ignore[arg-type]


def rows(workbook: Workbook, name: str) -> dict[Cell, dict[str, Cell]]:
    return examples.by_first(examples.sheet_of(workbook, name))


def names(workbook: Workbook) -> list[str]:
    return [sheet.name for sheet in workbook.sheets]


def cells(workbook: Workbook) -> Iterator[Cell]:
    return (cell for sheet in workbook.sheets for row in sheet.rows for cell in row)


def read_me(workbook: Workbook) -> str:
    sheet = workbook.sheets[0]
    assert sheet.name == "Read me"
    return "\n".join(" | ".join(str(cell) for cell in row) for row in sheet.rows)


def test_a_group_has_a_sheet_for_each_thing_there_is_to_say() -> None:
    """And none for what nobody has planned or noted."""
    group = five_themes("2334445").tables()
    assert names(group) == ["Read me", "Themes", "Statements", "Counts"]
    full = five_themes(
        "2334445",
        notes=[{"POW-1": "A note"}] * 7,
        actions=examples.every_action(),
    ).tables()
    assert names(full) == ["Read me", "Themes", "Statements", "Counts", "Remarks", "Plan"]


def test_a_statement_of_a_group_has_numbers_as_people_see_them() -> None:
    statement = rows(five_themes("2334445", "15155??").tables(), "Statements")
    assert statement["POW-1"]["Answers"] == 7
    assert statement["POW-1"]["Mean"] == Decimal("3.6")
    assert statement["POW-1"]["Spread"] == "Spread"
    assert statement["POW-1"]["What it suggests"] == "Keep going"
    assert statement["POW-1"]["Asked"] is True
    assert statement["POW-2"]["Don't know"] == 2
    assert statement["POW-2"]["What stands out"] == "People see this very differently"


def test_what_is_hidden_is_empty_and_the_first_sheet_says_so() -> None:
    group = five_themes("1234   ", "12-    ").tables()
    hidden = rows(group, "Statements")["POW-1"]
    assert hidden["Answers"] == 4
    assert [hidden[head] for head in ("Mean", "Don't know", "Does not apply")] == [None] * 3
    assert (hidden["Spread"], hidden["What it suggests"]) == ("Too few", "")
    counts = examples.sheet_of(group, "Counts")
    assert {row[3] for row in counts.rows} == {None}
    assert "fewer than five people" in read_me(group)
    assert "never means nought" in read_me(group)


def test_every_answer_has_a_row_with_its_count() -> None:
    """In the order of the form, the ways out behind; numbers for whoever works out a mean."""
    counts = examples.sheet_of(five_themes("2334445").tables(), "Counts")
    assert [row[:4] for row in counts.rows if row[0] == "POW-1"] == [
        ("POW-1", "1 Not yet", Fraction(1), 0),
        ("POW-1", "2 Starting", Fraction(2), 1),
        ("POW-1", "3 Patchy", Fraction(3), 2),
        ("POW-1", "4 Regular practice", Fraction(4), 3),
        ("POW-1", "5 How we work", Fraction(5), 1),
        ("POW-1", "Don't know", None, 0),
        ("POW-1", "Does not apply to us", None, 0),
    ]


def test_further_ways_out_are_counted_too() -> None:
    """Too early to say is an answer of its own."""
    pack = examples.builtin_pack("health-check")
    form = next(form for form in pack.forms if form.further_ways_out)
    item = next(item for item in pack.items if item.form == form.id)
    code = form.further_ways_out[0]
    group = examples.occasion(pack, [{item.id: code.code}] * 6)
    counts = examples.sheet_of(group.tables(), "Counts")
    found = {row[1]: row[3] for row in counts.rows if row[0] == item.id}
    assert found[code.name] == 6


def test_one_persons_own_assessment_has_their_answers_and_no_counts() -> None:
    own = five_themes("4", "?", minimum=1).tables()
    statement = rows(own, "Statements")
    assert statement["POW-1"]["Answer"] == "4 Regular practice"
    assert statement["POW-2"]["Answer"] == "Don't know"
    assert statement["POW-3"]["Answer"] is None
    assert "Counts" not in names(own)
    assert "Mean" not in statement["POW-1"]
    assert "nothing was answered" in read_me(own)


def test_the_only_sheet_of_a_group_is_nobodys_own() -> None:
    """As long as more people are waited for, the first one is not shown."""
    first = five_themes("4", minimum=5).tables()
    assert "Answer" not in rows(first, "Statements")["POW-1"]
    assert "4 Regular practice" not in [row[5] for row in first.sheets[2].rows]


def test_a_day_that_one_person_gave_is_a_day() -> None:
    pack = examples.builtin_pack("handover")
    item = next(item for item in pack.items if pack.form_of(item).kind == "date")
    own = examples.occasion(pack, [{item.id: "2026-12-01"}], minimum=1).tables()
    assert rows(own, "Statements")[item.id]["Answer"] == date(2026, 12, 1)


def test_themes_have_scores_or_the_reason_why_not() -> None:
    whole = five_themes(*["2334445"] * 9).tables()
    power, empathy = (rows(whole, "Themes")[code] for code in ("POW", "EMP"))
    assert (power["Score"], power["What it suggests"]) == (Decimal("3.6"), "Keep going")
    assert (power["Answered"], power["Applicable"]) == (9, 9)
    assert (empathy["Score"], empathy["Why there is no score"]) == (None, "Not enough answers")


def test_there_is_no_percentage_anywhere() -> None:
    group = five_themes(*["2334445"] * 9, actions=examples.every_action()).tables()
    assert not any("%" in cell or "per cent" in cell for cell in cells(group) if type(cell) is str)


def test_notes_of_a_group_come_from_five_people_on_and_in_no_ones_order() -> None:
    noted = [{"POW-1": f"View {person}"} for person in range(7)]
    texts = [
        row[2]
        for row in examples.sheet_of(five_themes("2334445", notes=noted).tables(), "Remarks").rows
    ]
    assert sorted(map(str, texts)) == [f"View {person}" for person in range(7)]
    assert texts != sorted(map(str, texts))
    few = five_themes("2334   ", notes=noted, minimum=3).tables()
    assert "Remarks" not in names(few)


def test_without_notes_there_are_none() -> None:
    own = five_themes("4", minimum=1, notes=[{"POW-1": "A note"}])
    assert "Remarks" in names(own.tables())
    without = own.tables(with_notes=False)
    assert "A note" not in list(cells(without))


def test_notes_beside_other_outcomes_stay_where_these_tell_them() -> None:
    """As on paper: what the sides of a first talk noted for themselves stays with them."""
    pack = examples.fixture_pack("first-conversation")
    item = next(item for item in pack.items if pack.form_of(item).options)
    code = pack.form_of(item).options[0].code
    talk = examples.occasion(pack, [{item.id: code}], minimum=1, notes=[{item.id: "For us alone"}])
    assert "For us alone" not in "".join(str(cell) for cell in cells(talk.tables()))


def test_the_plan_has_everything_that_is_said_of_an_action() -> None:
    plan = examples.sheet_of(
        five_themes("2334445", actions=examples.every_action()).tables(), "Plan"
    )
    heads = [column.head for column in plan.columns]
    now, parked = (dict(zip(heads, row, strict=True)) for row in plan.rows)
    assert now["No."] == 1
    assert now["Action"] == "Ask three partners."
    assert (now["When"], parked["When"]) == ("Now", "Parked")
    assert now["Kind"] == "Quick win"
    assert now["Status"] == "Dropped"
    assert now["Who"] == "The chair"
    assert now["By when"] == date(2026, 12, 20)
    assert now["Look at it again on"] == date(2027, 1, 31)
    assert now["First step"] == "Telephone."
    assert now["How we will know"] == "We know."
    assert now["Why"] == "Nobody asks."
    assert now["How it is going"] == "1 November 2026: Two asked."
    assert now["Why it was dropped"] == "It was done already."
    assert now["What we learned"] == "Ask first."
    assert now["Suggestion"] == "HON-1-A1"
    assert str(now["From the statements"]).startswith("HON-1 We ask partners")
    assert "\nPOW-1 We talk with partners" in str(now["From the statements"])
    assert (now["From an earlier plan"], parked["From an earlier plan"]) == (True, False)
    assert (parked["By when"], parked["Who"]) == (None, "")


def test_what_was_said_of_no_action_has_no_column() -> None:
    plain = PlanAction("a", "Ask.", ActionKind.QUICK_WIN)
    plan = examples.sheet_of(five_themes("2334445", actions=[plain]).tables(), "Plan")
    assert [column.head for column in plan.columns] == [
        "No.", "Action", "When", "Kind", "Status", "Who", "By when", "First step",
        "How we will know",
    ]  # fmt: skip


def test_the_first_sheet_says_whose_it_is_when_and_how_it_was_worked_out() -> None:
    told = read_me(five_themes("2334445").tables())
    for words in (
        "This file | Charity | Sample Charity",
        "This file | Who took part | Seven people",
        "Made on 22 November 2026",
        "The five themes, version",
        "There are no rows for single people.",
        "Columns | Statements: Mean",
        "How this was worked out | Small groups",
        "RtR 2021",
    ):
        assert words in told


def test_the_first_sheet_names_every_other_one() -> None:
    group = examples.from_file("barriers", "barriers.csv", 5).tables()
    listed = {row[1]: row[2] for row in group.sheets[0].rows if row[0] == "Sheets"}
    assert listed == {sheet.name: sheet.caption for sheet in group.sheets[1:]}


def test_a_vote_in_the_room_says_how_it_was_taken() -> None:
    room = InTheRoom(
        people=7,
        voted=frozenset({"POW-1", "POW-2"}),
        public=frozenset({"POW-2"}),
        notes={"POW-1": "Talk again in May."},
        is_practice=True,
    )
    group = five_themes("2334445", "2334445", room=room).tables()
    vote = {item: row["How it was voted on"] for item, row in rows(group, "Statements").items()}
    assert vote["POW-1"] == "Private"
    assert vote["POW-2"] == "Public: hands were raised"
    assert vote["POW-3"] == "There was no vote on this statement."
    remarks = examples.sheet_of(group, "Remarks").rows
    assert remarks[0][:3] == ("POW-1", "Noted in the room", "Talk again in May.")
    assert group.label == "Practice"
    assert "Up to seven people" in read_me(group)


def test_sample_data_say_that_they_are_none() -> None:
    assert "not a real charity" in read_me(
        examples.from_file("five-themes", "seven-people.csv", 5).tables()
    )


def test_another_outcome_has_no_scores_of_parts() -> None:
    """What it adds up to is told in its own words, and its tables are tables."""
    group = examples.from_file("barriers", "barriers.csv", 5).tables()
    assert names(group) == [
        "Read me", "Statements", "Counts", "Plan", "What it adds up to", "All barriers",
    ]  # fmt: skip
    first = examples.sheet_of(group, "All barriers")
    assert first.rows[0] == ("Finding time to organise joint work", 1, Decimal("2.6"), 9)


def test_answers_about_several_organisations_are_not_added_up() -> None:
    told = examples.from_file("power-inventory", "power-inventory.csv", 1).tables()
    assert "Counts" not in names(told)
    statements = examples.sheet_of(told, "Statements")
    assert [column.head for column in statements.columns] == ["Id", "Part", "Statement", "Asked"]


def test_what_is_for_oneself_alone_is_no_statement() -> None:
    """Personal prompts are in no file of the assessment."""
    pack = examples.builtin_pack("power-inventory")
    private = {item.id for item in pack.items if item.marks.get("private")}
    own = examples.occasion(pack, [{}], minimum=1).tables()
    assert private
    assert not private & {str(key) for key in rows(own, "Statements")}


@pytest.mark.parametrize("pack_id", ["barriers", "partners-view"])
def test_the_same_tables_come_of_the_same_assessment(pack_id: str) -> None:
    """Nothing depends on a clock or on luck."""
    about = {"own_view": examples.own_view_file()} if pack_id == "partners-view" else {}
    one, other = (examples.from_file(pack_id, f"{pack_id}.csv", 5, **about) for _time in "ab")
    assert one.tables() == other.tables()
