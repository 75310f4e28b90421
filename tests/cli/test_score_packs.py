"""``collabkit score`` for every pack: the worked examples of its method, as files of answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from collabkit.cli import main

ANSWERS = Path(__file__).parent.parent / "fixtures" / "answers"

EXAMPLES = {
    "behaviours": ["--pack", "behaviours"],
    "bid-check": ["--pack", "bid-check", "--settle", "mode=partners"],
    "health-check": [
        "--pack", "health-check", "--minimum", "3", "--lead", "L", "--settle", "identifiable=yes",
    ],
    "power-inventory": ["--pack", "power-inventory"],
    "barriers": [
        "--pack", "barriers", "--settle", "chosen=BAR-a BAR-e BAR-f",
        "--settle", "needs=NEED-2 NEED-8 NEED-12",
    ],
    "opportunities": ["--pack", "opportunities"],
    "opportunities-matching": ["--pack", "opportunities"],
    "board-check": ["--pack", "board-check"],
    "partners-view": [
        "--pack", "partners-view", "--own-answers", str(ANSWERS / "partners-view-own.csv"),
    ],
    "handover": ["--pack", "handover", "--today", "2026-06-10"],
    "first-conversation": ["--pack", "first-conversation"],
}  # fmt: skip


def score(*words: str) -> int:
    return main(["score", *words])


@pytest.fixture
def scored(capsys):
    """Score a worked example, with further words, and return everything as JSON has it."""

    def run(name: str, *words: str) -> dict[str, Any]:
        assert score(str(ANSWERS / f"{name}.csv"), *EXAMPLES[name], *words, "--json") == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_text_of_every_pack_fits_eighty_columns(capsys, name):
    """Whatever blocks its outcome is told in."""
    assert score(str(ANSWERS / f"{name}.csv"), *EXAMPLES[name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 40
    assert [line for line in lines if len(line) > 80] == []


def test_five_areas_of_behaviour(scored):
    """Means, one hidden, the area's score, a split, and a pair as talking point."""
    found = scored("behaviours")
    means = {item["id"]: item["mean"] for item in found["items"] if item["id"] < "BEH-1.9"}
    assert [means[f"BEH-1.{n}"] for n in range(1, 9)] == [
        "4.0", "4.4", "2.0", "3.2", None, "3.8", "2.7", None,
    ]  # fmt: skip
    area = found["themes"][0]
    assert (area["applicable"], area["answered"], area["score"]) == (7, 6, "3.3")
    assert area["band"] == "build"
    assert {"kind": "split", "item": "BEH-1.4"} in found["findings"]
    assert {"kind": "low", "item": "BEH-1.3"} in found["findings"]
    pairs = {pair["item"]: pair for pair in found["outcome"]["areas"][0]["pairs"]}
    assert (pairs["BEH-1b"]["mean"], pairs["BEH-1b"]["talking_point"]) == ("2.0", True)


def test_bid_with_partners(scored):
    """B9: go, with one condition and four asks."""
    found = scored("bid-check")["outcome"]
    assert (found["kind"], found["mode"], found["recommendation"]) == ("decision", "partners", "go")
    assert [(p["points"], p["of"]) for p in found["points"]] == [
        ("12", "12"),
        ("8", "8"),
        ("8", "8"),
    ]
    assert found["conditions"] == ["BID-4"]
    assert found["influence"] == ["ASK-5", "ASK-6", "ASK-8", "ASK-9"]


def test_bid_alone_leaves_out_what_is_about_partners(capsys):
    """B3: four questions are open; the mode asks five statements less."""
    answers = str(ANSWERS / "bid-check-alone.csv")
    words = ["--pack", "bid-check", "--settle", "mode=alone", "--json"]
    assert score(answers, *words) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert found["outcome"]["recommendation"] == "find-out"
    assert [(p["points"], p["of"]) for p in found["outcome"]["points"]] == [("8", "8"), ("6", "6")]
    items = {item["id"]: item for item in found["items"]}
    assert items["BID-5"]["not_applicable"] is None
    assert items["BID-17"]["n"] == 0
    assert err == "4 answers were left out, because their statements are not asked in this mode.\n"


def test_partnership_health_check(scored):
    """Gaps between three organisations of three people, who all agreed beforehand."""
    found = scored("health-check")["outcome"]["partnership"]
    assert [o["name"] for o in found["organisations"] if o["is_lead"]] == ["L"]
    assert (found["ask"], found["fix"], found["keep"]) == (
        ["PHC-9", "PHC-7"],
        ["PHC-11", "PHC-10"],
        ["PHC-12", "PHC-8"],
    )
    by_id = {one["item"]: one for one in found["statements"]}
    six = [by_id[f"PHC-{number}"] for number in range(7, 13)]
    assert [one["mean"] for one in six] == ["3.3", "3.7", "3.3", "3.2", "2.9", "4.1"]
    assert [one["gap"] for one in six] == ["1.7", "1.0", "2.0", "1.3", "1.3", "1.0"]


def test_without_that_agreement_three_people_are_too_few(scored):
    """The usual minimum hides organisations as small as these."""
    words = ["--settle", "identifiable=no", "--minimum", "5"]
    found = scored("health-check", *words)["outcome"]["partnership"]
    assert found["organisations"] == []


def test_power_inventory(scored):
    """Who holds what between A and B, each rating A."""
    first, second = scored("power-inventory")["outcome"]["rows"]
    assert (first["name"], first["own"], first["strong_party"]) == ("A", True, True)
    values = [cell["value"] for cell in first["cells"]]
    assert values == ["1.8", "0.8", "1.3", "1.3", "0.5", "1.2"]
    assert first["first_moves"] == ["INV-1-M2", "INV-3-M1"]
    assert first["cells"][1]["difference"] == "-1.7"
    assert second["mirror"]
    assert second["worth_naming"] == [{"item": "INV-5c", "mean": "1.5"}]


def test_what_sheets_say_about_different_sides_is_not_added_up(scored, capsys):
    """No counts, means and scores beside the outcome, which would say the opposite."""
    found = scored("power-inventory")
    assert {item["mean"] for item in found["items"]} == {None}
    assert {item["counts"] is None for item in found["items"]} == {True}
    assert {theme["score"] for theme in found["themes"]} == {None}
    answers = str(ANSWERS / "power-inventory.csv")
    assert score(answers, *EXAMPLES["power-inventory"]) == 0
    assert "much-" not in capsys.readouterr().out


def test_own_organisation_may_be_another_than_the_first(scored):
    """The same answers, seen from B."""
    rows = scored("power-inventory", "--own", "B")["outcome"]["rows"]
    assert [(row["name"], row["own"]) for row in rows] == [("A", False), ("B", True)]


def test_barriers(scored):
    """Ranked, three chosen, needs and steps that follow."""
    found = scored("barriers")["outcome"]
    assert [(b["id"], b["mean"]) for b in found["ranked"]][:4] == [
        ("BAR-a", "2.6"),
        ("BAR-c", "1.8"),
        ("BAR-e", "1.8"),
        ("BAR-f", "1.8"),
    ]
    assert found["proposed"] == ["BAR-a", "BAR-e", "BAR-f"]
    assert [int(need["id"].removeprefix("NEED-")) for need in found["needs"]] == [
        8, 19, 1, 2, 3, 5, 7, 9, 10, 12, 13, 15, 17,
    ]  # fmt: skip
    assert [step["id"] for step in found["steps"]] == [
        "STEP-1", "STEP-4", "STEP-5", "STEP-9", "STEP-16",
    ]  # fmt: skip


def test_opportunities_of_a_network(scored):
    """Marks and order among 24 organisations."""
    areas = scored("opportunities")["outcome"]["areas"]
    assert [(area["id"], area["wanted"], area["n"], area["mark"]) for area in areas] == [
        ("OPP-7", 19, 24, "quick win for most"),
        ("OPP-24", 13, 23, "wanted by most"),
        ("OPP-21", 12, 24, None),
        ("OPP-2", 8, 24, "already common"),
    ]


def test_offers_meet_needs(scored):
    """Organisations are named by the column of that name."""
    matches = scored("opportunities-matching")["outcome"]["matches"]
    assert [(m["giver"], m["taker"], m["item_id"]) for m in matches] == [
        ("A", "B", "OPP-20"),
        ("B", "A", "OPP-21"),
        ("A", "C", "OPP-20"),
    ]


def test_board_conditions(scored):
    """Lowest three, most divided, the agenda, and the scores of four tasks."""
    found = scored("board-check")
    outcome = found["outcome"]
    assert outcome["lowest"] == ["BRD-15", "BRD-10", "BRD-2"]
    assert [(one["item"], one["average_difference"]) for one in outcome["most_divided"]] == [
        ("BRD-7", "2.3"),
        ("BRD-9", "1.8"),
        ("BRD-6", "1.5"),
    ]
    assert outcome["waiting"] == ["BRD-13"]
    agenda = [int(one["item"].removeprefix("BRD-")) for one in outcome["agenda"]["items"]]
    assert agenda == [7, 9, 6, 15, 10, 2]
    assert sorted(task["score"] for task in found["themes"]) == ["3.1", "3.4", "3.5", "3.6"]


def test_partners_eye_view(scored):
    """Beside the charity's own answers, which come from a second file of nobody knows when."""
    found = scored("partners-view", "--today", "2026-06-10")["outcome"]
    assert (found["own_finished"], found["own_is_one_person"]) == (None, False)
    looks = {one["item"]: one for one in found["mirror"]}
    assert [
        (looks[i]["own"], looks[i]["partners"], looks[i]["difference"], looks[i]["look"])
        for i in ("PEV-9", "PEV-4", "PEV-6", "PEV-16")
    ] == [
        ("4.2", "2.7", "1.5", "blind spot"),
        ("3.8", "2.8", "1.0", "blind spot"),
        ("3.7", "2.8", "0.8", "much the same"),
        ("3.2", "4.2", "-1.0", "hidden strength"),
    ]
    assert "PEV-3" in found["hidden"]
    assert sorted(found["comments"][0]["texts"])[0] == "Answering quickly."


def test_partners_are_told_without_an_own_view_too(capsys):
    """There is nothing to lay beside their answers, and no difference."""
    answers = str(ANSWERS / "partners-view.csv")
    assert score(answers, "--pack", "partners-view", "--json") == 0
    found = json.loads(capsys.readouterr().out)["outcome"]
    assert found["own_finished"] is None
    assert {one["look"] for one in found["mirror"]} == {"partners only"}


def test_handover(scored):
    """Open things by date, on the tenth of June."""
    found = scored("handover")["outcome"]
    assert [(one["item"], one["due"], one["overdue"]) for one in found["open"]] == [
        ("HND-1", "2026-06-20", False),
        ("HND-3", None, False),
        ("HND-5", "2026-06-05", True),
        ("HND-8", "2026-07-01", False),
        ("HND-12", None, False),
    ]
    assert found["open"][2]["owner"] == "the chair of the sample"
    assert {code: len(ids) for code, ids in found["closed"].items()} == {"done": 1, "na": 8}


def test_another_side_sees_its_own_part_of_a_handover(scored):
    """What is settled decides what is shown."""
    found = scored("handover", "--settle", "side=outgoing")["outcome"]
    assert found["side"] == "outgoing"
    assert "HND-8" not in {one["item"] for one in found["open"]}


def test_first_conversation(scored):
    """Two sides: the more cautious mark counts; a note stands without a mark."""
    found = scored("first-conversation")["outcome"]
    assert found["fits"] == ["FIT-1", "FIT-5"]
    assert [one["item"] for one in found["differences"]] == ["FIT-4", "FIT-6"]
    assert [one["item"].removeprefix("FIT-") for one in found["open"]] == [
        "13", "2", "3", "7", "8", "9", "10", "11", "12", "14", "15", "16", "17", "18",
    ]  # fmt: skip
    assert found["settle_first"] == ["FIT-13"]
    assert found["first_step"]["offered"] == "Hold a small joint event"


def test_five_themes_have_no_further_outcome(capsys):
    """Their JSON is what it always was."""
    assert score(str(ANSWERS / "seven-people.csv"), "--pack", "five-themes", "--json") == 0
    assert "outcome" not in json.loads(capsys.readouterr().out)


def test_volunteers_are_told_in_their_own_words(capsys):
    """The wording may be settled as it is when an assessment begins."""
    answers = str(ANSWERS / "handover.csv")
    words = ["--pack", "handover", "--today", "2026-06-10"]
    assert score(answers, *words) == 0
    assert "with the commissioner" in capsys.readouterr().out
    assert score(answers, *words, "--settle", "wording=volunteer-run") == 0
    assert "with the commissioner" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [
        ("bid-check", ["--settle", "mode=together"], "“together” is nothing that can be chosen"),
        ("bid-check", ["--settle", "decision=nonsense"], "nothing that can be chosen for “deci"),
        ("bid-check", ["--settle", "agreed=Nobody"], "nothing that can be chosen for “agreed”"),
        ("handover", ["--settle", "side=nowhere"], "nothing that can be chosen for “side”"),
        ("handover", ["--settle", "wording=zzz"], "nothing that can be chosen for “wording”"),
        ("barriers", ["--settle", "needs=NEED-1 NEED-99"], "nothing that can be chosen for “needs"),
        ("handover", ["--settle", "shown=A B"], "“shown” is nothing that can be settled."),
        ("partners-view", ["--minimum", "3"], "nothing about fewer than 5 people"),
        ("partners-view", ["--minimum", "4", "--settle", "identifiable=no"], "fewer than 5 people"),
        ("health-check", ["--settle", "identifiable=no"], "nothing about fewer than 5 people"),
        ("power-inventory", ["--own", "C"], "No organisation in the file is called “C”."),
        ("power-inventory", ["--lead", "Z"], "No organisation in the file is called “Z”."),
        (
            "handover",
            ["--own-answers", str(ANSWERS / "partners-view-own.csv")],
            "lays nothing beside the charity's own answers",
        ),
        ("partners-view", ["--own-answers", "nowhere.csv"], "There is no file nowhere.csv."),
        ("opportunities", ["--minimum", "1"], "one person's own answers"),
    ],
)
def test_what_does_not_fit_has_a_sentence(capsys, name, words, sentence):
    """Nothing is on standard output, and the status is two."""
    assert score(str(ANSWERS / f"{name}.csv"), *EXAMPLES[name], *words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err


@pytest.mark.parametrize("words", [["--settle", "mode"], ["--settle", "=x"], ["--today", "soon"]])
def test_words_that_are_not_understood_show_the_usage(capsys, words):
    """As with every other command."""
    with pytest.raises(SystemExit) as caught:
        score(str(ANSWERS / "handover.csv"), *EXAMPLES["handover"], *words)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (["A,staff,HND-1,done,Us,", "A,staff,HND-2,done,Them,"], "speaks for “Them” here, but for"),
        (["A,staff,HND-1-due,tomorrow,Us,"], "write a day such as 2026-06-10"),
        (["A,staff,HND-1-owner,Jo,Us,"], "write it into the column “note”"),
        (["A,staff,HND-1,,Us,"], "the answer is blank"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(capsys, tmp_path, rows, fault):
    """With its line and the reason."""
    answers = tmp_path / "a.csv"
    answers.write_text("\n".join(["respondent,role,item,answer,organisation,note", *rows]))
    assert score(str(answers), "--pack", "handover") == 2
    assert fault in capsys.readouterr().err


def test_private_prompts_are_refused(capsys, tmp_path):
    """Nobody else sees them, so no file of answers has them."""
    answers = tmp_path / "a.csv"
    answers.write_text("respondent,role,item,answer,note\nA,staff,INV-P1,,my own words")
    assert score(str(answers), "--pack", "power-inventory") == 2
    assert "“INV-P1” is for each person alone; it is in no result." in capsys.readouterr().err


def test_one_person_may_speak_about_several_organisations(capsys, tmp_path):
    """Each is a sheet of its own; the same answer twice about one of them is a fault."""
    head = "respondent,role,item,answer,organisation,about\n"
    answers = tmp_path / "a.csv"
    answers.write_text(f"{head}A,staff,INV-1a,more,X,X\nA,staff,INV-1a,less,X,Y\n")
    assert score(str(answers), "--pack", "power-inventory", "--json") == 0
    rows = json.loads(capsys.readouterr().out)["outcome"]["rows"]
    assert [row["name"] for row in rows] == ["X", "Y"]
    answers.write_text(f"{head}A,staff,INV-1a,more,X,X\nA,staff,INV-1a,less,X,X\n")
    assert score(str(answers), "--pack", "power-inventory") == 2
    assert "has already answered INV-1a about “X” in line 2." in capsys.readouterr().err
