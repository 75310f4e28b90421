"""Areas are sorted for one charity and counted for a group, as the pack says; there is no score."""

import json
from dataclasses import replace

import pytest
from answering import answered
from area_groups import ADVICE_CASES, EXAMPLE, group

from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.outcomes.columns.counts import Mark, percent
from collabkit.assessments.outcomes.columns.parts import parts
from collabkit.assessments.outcomes.columns.rule import Columns, as_json, work_out
from collabkit.assessments.pack import Option, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource

VOLUNTEERS = Charity("c", "Sample Charity", run_by=RunBy.VOLUNTEERS)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "opportunities.toml"))


def alone(pack: Pack, row: dict[int, str], **other) -> Columns:
    return work_out(group(pack, row, minimum=1, **other))


def numbers(areas) -> list[int]:
    return [int(area.removeprefix("OPP-")) for area in areas]


def test_worked_example_counts_and_marks(pack):
    """Quick win for most, wanted by most, already common; exactly half is no mark."""
    outcome = work_out(group(pack, EXAMPLE))
    assert [(a.item_id, a.wanted, a.n, a.mark) for a in outcome.counted] == [
        ("OPP-7", 19, 24, Mark.QUICK_WIN),
        ("OPP-24", 13, 23, Mark.WANTED),
        ("OPP-21", 12, 24, None),
        ("OPP-2", 8, 24, Mark.COMMON),
    ]


def test_worked_example_percentages(pack):
    """54 % quick wins, 57 % wanted, 58 % already."""
    by_id = {area.item_id: area for area in work_out(group(pack, EXAMPLE)).counted}
    assert percent(by_id["OPP-7"].soon, 24) == 54
    assert percent(by_id["OPP-24"].wanted, 23) == 57
    assert percent(by_id["OPP-2"].done, 24) == 58
    assert by_id["OPP-24"].dont_know == 1


@pytest.mark.parametrize(
    ("part", "n", "shown"),
    [(1, 19, None), (1, 20, 5), (1, 40, 3), (3, 40, 8), (0, 20, 0), (20, 20, 100), (1, 200, 1)],
)
def test_percentages_are_whole_with_halves_up(part, n, shown):
    """2.5 becomes 3 and 7.5 becomes 8; there is none below 20 answers."""
    assert percent(part, n) == shown


def test_the_order_of_a_group(pack):
    """By the share that want it, then by quick wins, then by number."""
    outcome = work_out(
        group(pack, {1: "llnnn", 2: "qlnnn", 3: "qqqqd", 4: "qqlln", 5: "nnnnn", 6: "lqnnn"}, 4)
    )
    assert numbers(a.item_id for a in outcome.counted) == [3, 4, 2, 6, 1, 5]


def test_the_first_mark_that_applies(pack):
    """Already common comes before what is wanted."""
    rows = {1: "aaaqq", 2: "qqqll", 3: "qqlnn", 4: "qlnna"}
    marks = {a.item_id: a.mark for a in work_out(group(pack, rows)).counted}
    assert marks == {
        "OPP-1": Mark.COMMON,
        "OPP-2": Mark.QUICK_WIN,
        "OPP-3": Mark.WANTED,
        "OPP-4": None,
    }


def test_the_minimum_counts_answers_in_the_four_categories(pack):
    """Five who answered, one of whom does not know, are four."""
    outcome = work_out(group(pack, {1: "qqqqd", 2: "qqqqq"}))
    assert numbers(a.item_id for a in outcome.counted) == [2]
    assert 1 in numbers(outcome.open)
    assert len(outcome.open) == 25


def test_hidden_answers_change_nothing(pack):
    """Two groups that differ only in what is hidden have equal outcomes."""
    one, other = group(pack, {1: "qqqq-", 2: "qqqql"}), group(pack, {1: "aaaa-", 2: "qqqql"})
    assert work_out(one) == work_out(other)
    assert as_json(one, work_out(one)) == as_json(other, work_out(other))


def test_a_group_has_no_board(pack):
    """Nobody's own answers are sorted, whoever was first."""
    outcome = work_out(group(pack, {1: "qqqqq"}))
    assert outcome.is_group
    assert (outcome.soon, outcome.later, outcome.not_wanted, outcome.done) == ((), (), (), ())
    assert outcome.advice.first is None


def test_several_sheets_are_a_group_even_when_each_may_be_seen(pack):
    """Two teams of one charity, with nothing hidden."""
    outcome = work_out(group(pack, {1: "ql"}, 1))
    assert outcome.is_group
    assert (outcome.counted[0].soon, outcome.counted[0].later) == (1, 1)


def test_one_charity_gets_a_sorted_board(pack):
    """Three columns and a strip, in order of place and number."""
    outcome = alone(pack, {24: "q", 7: "q", 1: "a", 10: "l", 8: "l", 26: "n", 9: "d", 2: "a"})
    assert numbers(outcome.soon) == [7, 24]
    assert numbers(outcome.later) == [8, 10]
    assert numbers(outcome.not_wanted) == [26]
    assert numbers(outcome.done) == [1, 2]
    assert numbers(outcome.dont_know) == [9]
    assert len(outcome.open) == 18
    assert outcome.counted == ()


def test_places_and_numbers_go_together(pack):
    """From daily work to structure is also the order of the questions."""
    assert numbers(alone(pack, {}).order) == list(range(1, 27))


def test_volunteers_see_other_areas_first_and_last(pack):
    """What suits them first; little back office, so that comes last."""
    order = numbers(alone(pack, {}, charity=VOLUNTEERS).order)
    assert order[:5] == [8, 20, 21, 7, 23]
    assert order[-2:] == [22, 24]
    assert order[5:-2] == [n for n in range(1, 27) if n not in (8, 20, 21, 7, 23, 22, 24)]


@pytest.mark.parametrize("wording", ["volunteer-run", "staff-run"])
def test_the_wording_of_the_start_decides(pack, wording):
    """The order stays as it was when the assessment was started."""
    of = alone(pack, {}, charity=VOLUNTEERS, settled={"wording": wording})
    assert (numbers(of.order)[0] == 8) is (wording == "volunteer-run")


@pytest.mark.parametrize(("row", "first", "stretch", "beyond"), ADVICE_CASES)
def test_advice(pack, row, first, stretch, beyond):
    """The first quick win, and the nearest wanted area beyond what is done already."""
    advice = alone(pack, row).advice
    found = [f"OPP-{n}" if n else None for n in (first, stretch, beyond)]
    assert [advice.first, advice.stretch, advice.beyond] == found


def test_advice_for_volunteers_follows_their_board(pack):
    """Their first quick win is the first on their board."""
    advice = alone(pack, {3: "q", 20: "q", 22: "q"}, charity=VOLUNTEERS).advice
    assert (advice.first, advice.stretch) == ("OPP-20", "OPP-3")


def test_only_what_was_asked_is_on_the_board(pack):
    """With an own choice the others are not even missing."""
    of = answered(pack, {"One": {"OPP-1": "quick-win"}}, asked=("OPP-1", "OPP-2"))
    assert (work_out(of).order, work_out(of).open) == (("OPP-1", "OPP-2"), ("OPP-2",))


@pytest.mark.parametrize("minimum", [1, 5])
def test_nothing_answered(pack, minimum):
    """No answers, no advice, and nothing breaks."""
    outcome = work_out(answered(pack, {}, minimum=minimum))
    assert len(outcome.open) == 26
    assert (outcome.advice.first, outcome.advice.stretch, outcome.counted) == (None, None, ())


def test_everybody_does_not_know(pack):
    """Don't know fills no column."""
    outcome = work_out(group(pack, {1: "ddddd"}))
    assert outcome.counted == ()
    assert alone(pack, {1: "d"}).dont_know == ("OPP-1",)


def test_as_json_of_a_group(pack):
    """Counts, and percentages only from 20 answers."""
    of = group(pack, EXAMPLE)
    data = json.loads(json.dumps(as_json(of, work_out(of))))
    assert data["group"] is True
    assert data["areas"][1] == {
        "id": "OPP-24",
        "n": 23,
        "soon": 2,
        "later": 11,
        "not_wanted": 9,
        "already": 1,
        "dont_know": 1,
        "wanted": 13,
        "percent_wanted": 57,
        "mark": "wanted by most",
    }
    small = group(pack, {1: "qqqqq"})
    assert as_json(small, work_out(small))["areas"][0]["percent_wanted"] is None


def test_as_json_of_one_charity(pack):
    """The board and the advice by ids."""
    of = group(pack, {1: "a", 7: "q", 8: "l", 9: "n"}, 1)
    data = json.loads(json.dumps(as_json(of, work_out(of))))
    assert (data["soon"], data["later"]) == (["OPP-7"], ["OPP-8"])
    assert (data["not_wanted"], data["already"]) == (["OPP-9"], ["OPP-1"])
    assert data["advice"] == {"first": "OPP-7", "stretch": "OPP-8"}
    assert data["areas"] == data["matches"] == []


def with_forms(pack: Pack, change) -> Pack:
    """Return the pack with another form for its areas."""
    return replace(pack, forms=tuple(change(f) if f.id == "category" else f for f in pack.forms))


def test_what_is_asked_in_another_form_is_no_area(pack):
    """A yes or no beside the areas stands in no column and is not open either."""
    section = pack.sections[0]
    asks = replace(section.items[0], id="OPP-X", form="may-name")
    sections = (replace(section, items=(*section.items, asks)), *pack.sections[1:])
    given = answered(
        replace(pack, sections=sections), {f"P{n}": {"OPP-X": "yes"} for n in range(5)}, minimum=5
    )
    outcome = work_out(given)
    assert "OPP-X" not in (*outcome.order, *outcome.open)
    assert outcome.counted == ()


def test_a_way_out_may_stand_for_a_column(pack):
    """It makes little sense, and nothing breaks."""
    settings = {**pack.outcome.settings, "done": "dk"}
    odd = replace(pack, outcome=replace(pack.outcome, settings=settings))
    (area,) = work_out(group(odd, {1: "qqqqqd"})).counted
    assert (area.soon, area.done) == (5, 1)
    assert parts(group(odd, {1: "qqqqqd"}), work_out(group(odd, {1: "qqqqqd"})))


def test_an_area_that_does_not_apply_is_told_apart(pack):
    """It is in no column, and not without an answer."""
    odd = with_forms(
        pack,
        lambda form: replace(form, ways_out=(*form.ways_out, Option("na", "Does not apply"))),
    )
    given = answered(odd, {"Ours": {"OPP-1": "na", "OPP-2": "already"}})
    outcome = work_out(given)
    assert (outcome.aside, outcome.done) == (("OPP-1",), ("OPP-2",))
    assert "OPP-1" not in outcome.open
    assert as_json(given, outcome)["answered_otherwise"] == ["OPP-1"]
    told = repr(parts(given, outcome))
    assert "Areas that you answered in another way" in told
    assert "Does not apply" in told
