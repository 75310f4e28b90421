"""Every flag and every recommendation of every pack can come about: some answers lead to it.

Answers are drawn at random, always in the same way, and scored like a file of answers. Which rule
decides where is tested with the outcomes; the rules of the bid check are searched in its own test.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from every_pack import packs

from collabkit.assessments.assessment import Selection
from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.assessments.results import Results
from collabkit.services.scoring import Circumstances, score_answers, usual_minimum

MOST_DRAWS = 200
BY_ID = {pack.id: pack for pack in packs()}
Found = Mapping[str, Any]


def some_answer(chance: random.Random, pack: Pack, item: Item, lean: int | None) -> tuple[str, str]:
    """Return an answer and a note; with ``lean`` mostly the option at that place."""
    form = pack.form_of(item)
    if form.kind is FormKind.DATE:
        return f"2026-{chance.randint(1, 12):02}-10", ""
    if form.is_words_only:
        return "", "some words"
    codes = [option.code for option in form.options]
    if lean is not None and chance.random() < 0.8:
        return codes[lean], ""
    if chance.random() < 0.1 and form.ways_out:
        return chance.choice([option.code for option in form.ways_out]), ""
    return chance.choice(codes), ""


def some_file(chance: random.Random, pack: Pack, people: Sequence[tuple[str, str]]) -> bytes:
    """Return a file of answers; ``people`` are the names of persons and organisations.

    People mostly choose one of two answers to a statement, so that groups agree or split; in some
    files everybody leans to the first or to the last answer.
    """
    items = [item for item in pack.items if not item.marks.get("private")]
    lean = chance.choice([None, None, 0, -1])
    mood = {item.id: [some_answer(chance, pack, item, lean) for _n in range(2)] for item in items}
    about = people[0][1] if pack.id == "power-inventory" else ""
    lines = ["respondent,role,item,answer,organisation,about,note"]
    for person, organisation in people:
        for item in items:
            if chance.random() < 0.02:
                continue
            answer, note = chance.choice(mood[item.id])
            if chance.random() < 0.2:
                answer, note = some_answer(chance, pack, item, lean)
            lines.append(f"{person},trustee,{item.id},{answer},{organisation},{about},{note}")
    return "\n".join(lines).encode()


def group(number: int, organisations: str = "") -> list[tuple[str, str]]:
    names = list(organisations) or [""]
    return [(f"P{n}", names[n % len(names)]) for n in range(number)]


def told(
    pack_id: str, people: Sequence[tuple[str, str]], lead: str | None = None, **settled: str
) -> Iterator[tuple[Found, Results]]:
    """Yield what the pack's outcome makes of drawn answers, and their results."""
    pack, chance = BY_ID[pack_id], random.Random(8)
    for _draw in range(MOST_DRAWS):
        minimum = 1 if len(people) == 1 else usual_minimum(pack)
        own_view = None
        if "mirrors_pack" in pack.outcome.settings:
            own = BY_ID[pack.outcome.settings["mirrors_pack"]]
            own_view = ("own.csv", some_file(chance, own, group(1)))
        scored = score_answers(
            pack,
            some_file(chance, pack, people),
            "drawn.csv",
            Selection.ALL,
            minimum,
            Circumstances(settled=settled, lead=lead, own_view=own_view),
        )
        yield tell(scored.answered).data, scored.results


def all_found(wanted: set[str], draws: Iterator[set[str]]) -> set[str]:
    """Return which of ``wanted`` no draw came to; stops as soon as all are found."""
    left = set(wanted)
    for found in draws:
        left -= found
        if not left:
            break
    return left


@pytest.mark.parametrize("pack_id", ["five-themes", "behaviours", "board-check", "health-check"])
def test_every_finding_and_band_of_a_profile(pack_id):
    """Split, low, not visible, strength; act first, build, keep going, share it, talk first."""

    def names(results: Results) -> set[str]:
        return {finding.kind.value for finding in results.findings} | {
            item.band.value for item in results.items if item.band
        }

    wanted = {
        "split", "low", "not visible", "strength",
        "act first", "build", "keep going", "share it", "talk first",
    }  # fmt: skip
    draws = (names(results) for _data, results in told(pack_id, group(5)))
    assert all_found(wanted, draws) == set()


def test_pairs_of_behaviour_become_talking_points():
    """And not all of them."""
    draws = (
        {str(pair["talking_point"]) for area in data["areas"] for pair in area["pairs"]}
        for data, _results in told("behaviours", group(5))
    )
    assert all_found({"True", "False"}, draws) == set()


def test_every_list_and_flag_of_the_health_check():
    """Ask, fix, keep, not answered, too few; statements nobody can see; who speaks first."""

    def flags(data: Found) -> set[str]:
        found = data["partnership"]
        lists = {key for key in ("ask", "fix", "keep", "too_few") if found[key]}
        lists |= {"not visible" for one in found["statements"] if one["not_visible"]}
        lists |= {"speaks first" for one in found["statements"] if one["speaks_first"]}
        return lists

    wanted = {"ask", "fix", "keep", "too_few", "not visible", "speaks first"}
    draws = (flags(data) for data, _results in told("health-check", group(15, "LMN"), lead="L"))
    assert all_found(wanted, draws) == set()


def test_every_part_of_the_board_agenda():
    """Lowest, most divided, and what has to wait."""
    draws = (
        {key for key in ("lowest", "most_divided", "waiting") if data[key]}
        for data, _results in told("board-check", group(6))
    )
    assert all_found({"lowest", "most_divided", "waiting"}, draws) == set()


def test_every_flag_of_the_power_inventory():
    """Strong party, a talk, moves for more and for less, power worth naming, unknown weight."""

    def flags(data: Found) -> set[str]:
        found = set()
        for row in data["rows"]:
            found |= {"strong"} if row["strong_party"] else set()
            found |= {"naming"} if row["worth_naming"] else set()
            for cell in row["cells"]:
                found |= {"talk"} if cell["difference"] else set()
                found |= {"unknown"} if not cell["weight_known"] else set()
                found |= {move.split("-")[2][0] for move in cell["moves"]}
        return found

    wanted = {"strong", "naming", "talk", "unknown", "M", "L"}
    draws = (flags(data) for data, _results in told("power-inventory", group(2, "AB")))
    assert all_found(wanted, draws) == set()


def test_every_need_and_every_step_for_barriers():
    """Each is offered to somebody: no need without a barrier, no step without a need."""
    settings = BY_ID["barriers"].outcome.settings
    needs = {need["id"] for need in settings["need"]}
    steps = {step["id"] for step in settings["step"]}
    draws = (
        {need["id"] for need in data["needs"]} | {step["id"] for step in data["steps"]}
        for data, _results in told("barriers", group(1), needs=" ".join(sorted(needs)))
    )
    assert all_found(needs | steps, draws) == set()


def test_every_mark_and_match_of_opportunities():
    """In a group the three marks and none, matches both ways and one way, and what is left."""

    def flags(data: Found) -> set[str]:
        return {
            *(str(area["mark"]) for area in data["areas"]),
            *("two ways" if match["two_way"] else "one way" for match in data["matches"]),
            *("offer left" if one["is_offer"] else "need left" for one in data["unmatched"]),
        }

    wanted = {
        "quick win for most", "wanted by most", "already common", "None",
        "two ways", "one way", "offer left", "need left",
    }  # fmt: skip
    draws = (flags(data) for data, _results in told("opportunities", group(6, "ABCDEF")))
    assert all_found(wanted, draws) == set()


def test_every_column_for_one_charity():
    """And an area advised first, and one to stretch to."""
    columns = ("soon", "later", "not_wanted", "already", "dont_know", "not_enough_answers")
    draws = (
        {key for key in columns if data[key]} | {k for k, v in data["advice"].items() if v}
        for data, _results in told("opportunities", group(1))
    )
    assert all_found({*columns, "first", "stretch"}, draws) == set()


def test_every_look_in_the_mirror():
    """Blind spot, hidden strength, much the same, partners only; and what stays hidden."""
    draws = (
        {one["look"] for one in data["mirror"]} | ({"hidden"} if data["hidden"] else set())
        for data, _results in told("partners-view", group(6))
    )
    wanted = {"blind spot", "hidden strength", "much the same", "partners only", "hidden"}
    assert all_found(wanted, draws) == set()


def test_every_state_of_an_open_action():
    """Overdue or not, with and without a date, protecting people or not, done and not needed."""

    def flags(data: Found) -> set[str]:
        found = {code for code, ids in data["closed"].items() if ids}
        for one in data["open"]:
            found |= {"overdue" if one["overdue"] else "in time" if one["due"] else "no date"}
            found |= {"protects" if one["protects_people"] else "other", one["answer"]}
        return found

    wanted = {
        "overdue", "in time", "no date", "protects", "other", "under-way", "not-done", "done", "na",
    }  # fmt: skip
    draws = (flags(data) for data, _results in told("handover", group(1)))
    assert all_found(wanted, draws) == set()


def test_every_line_of_the_shared_page():
    """Fits, differences, open points, what to settle first, reasons, and both first steps."""

    def flags(data: Found) -> set[str]:
        found = {key for key in ("fits", "differences", "open", "settle_first") if data[key]}
        found |= {f"{key} reasons" for key, ids in data["reasons"].items() if ids}
        neutral = data["first_step"]["neutral_person"]
        return found | {"neutral person" if neutral else "small event"}

    wanted = {
        "fits", "differences", "open", "settle_first", "all reasons", "some reasons",
        "neutral person", "small event",
    }  # fmt: skip
    draws = (flags(data) for data, _results in told("first-conversation", group(2, "AB")))
    assert all_found(wanted, draws) == set()


def test_every_recommendation_and_ask_of_the_bid_check():
    """All five, and all nine questions for a funder. (All rules: see the test of that pack.)"""
    settings = BY_ID["bid-check"].outcome.settings
    wanted = {ask["id"] for ask in settings["ask"]}
    wanted |= {each["code"] for each in settings["recommendation"]}
    draws = (
        {data["recommendation"], *data["influence"]}
        for data, _results in told("bid-check", group(1), mode="partners")
    )
    assert all_found(wanted, draws) == set()
