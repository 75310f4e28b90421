"""Packs that are not ours are told in words of their own, and nothing they ask is misread."""

import re
from pathlib import Path

import pytest
from answering import answered
from blocks_of import blocks, part, text_of

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Dots, Paragraph
from collabkit.assessments.outcomes.dots import dots_of
from collabkit.assessments.outcomes.ideas import as_ideas, ideas_for
from collabkit.assessments.outcomes.standing import standing
from collabkit.assessments.outcomes.work_out import Told, tell
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.assessments.results import ItemResult
from collabkit.assets import resource

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"


def own(name: str, *changes: tuple[str, str]) -> Pack:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_pack(text.encode(), "own.toml")


def page(told: Told) -> str:
    return text_of(told.parts)


def lead(told: Told) -> str:
    return blocks(told.parts, Paragraph)[0].text


OPEN_QUESTION = (
    'statement = "One joint date plan was agreed with the commissioner."\nform = "progress"',
    'statement = "What else should we know?"\nform = "name"',
)


@pytest.mark.parametrize("note", ["", "The keys are with Sample Charity."])
def test_a_question_to_write_on_is_no_action(note):
    """Whether or not anybody wrote on it, nothing is open and nothing breaks (HND-13)."""
    pack = own("handover", OPEN_QUESTION)
    answers = {"HND-3": "done"} | ({"HND-13": "noted"} if note else {})
    told = tell(answered(pack, {"A": answers}, notes={"A": {"HND-13": note}}))
    assert (told.data["open"], told.data["closed"]) == ([], {"done": ["HND-3"]})
    assert lead(told) == "Nothing is open."


RATED = (
    'form = "hold-back"\nsources = ["B&NES CYPN 2018, Barriers to collaboration"]\n'
    "marks = { mentions = 4 }"
)


def test_a_question_without_a_rating_is_not_missing_one():
    """It is nothing to rank, so nobody is told that it is not ranked."""
    pack = own(
        "barriers",
        (RATED, RATED.replace("hold-back", "control")),
        ('helps_with = ["BAR-f"]', 'helps_with = ["BAR-a"]'),
    )
    told = tell(answered(pack, {"A": {"BAR-a": "2", "BAR-f": "ours"}}))
    assert [entry["id"] for entry in told.data["ranked"]] == ["BAR-a"]
    assert told.data["not_enough_answers"] == []


def test_an_agenda_without_room_does_not_say_that_nothing_is_low():
    """What is low waits, and the page says so instead of sending people home."""
    pack = own("board-check", ("most_low = 3", "most_low = 0"))
    sheet = dict.fromkeys((item.id for item in pack.items), "1")
    told = tell(answered(pack, dict.fromkeys("ABC", sheet), minimum=3))
    assert told.data["waiting"]
    text = text_of(part(told.parts, "answer"))
    assert "are low and worth a talk" in text
    assert "No meeting is needed" not in text
    assert "Nothing is low" not in text


def four_levels() -> Pack:
    text = (FOLDER / "behaviours.toml").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if 'code = "5"' not in line]
    return parse_pack("\n".join(lines).encode(), "own.toml")


def test_a_score_without_a_band_is_a_score():
    """Four levels have no bands; the scores are there all the same."""
    pack = four_levels()
    answers = dict.fromkeys((item.id for item in pack.items), "3")
    one = answered(pack, {"A": answers})
    assert one.results.sections[0].score is not None
    assert one.results.sections[0].band is None
    said = standing(pack, one.results)
    assert "not enough answers" not in said
    assert "has a score" in said
    areas = text_of(part(tell(one).parts, "areas"))
    assert "The statements: 3.0." in areas
    assert "No score" not in areas


def test_without_answers_there_is_still_no_score():
    """The sentence is kept for where it is true."""
    pack = four_levels()
    assert "There are not enough answers yet" in standing(pack, answered(pack, {"A": {}}).results)


NEUTRAL = {
    "bid-check": (" bid", "commissioner", "funder"),
    "barriers": ("barrier", "groups said"),
    "handover": ("transfer", "commissioner"),
    "partners-view": ("described levels", "subcontractors and smaller"),
}


@pytest.mark.parametrize(("name", "ours"), NEUTRAL.items())
def test_a_pack_without_words_of_its_own_is_told_in_neutral_ones(name, ours):
    """What we say of bids, barriers and transfers comes from our packs and from nowhere else."""
    pack = _in_other_words(name)
    for answers in ("first", "last"):
        told = tell(_answered_by(pack, answers))
        assert not [word for word in ours if word in page(told).lower()]


def _in_other_words(name: str) -> Pack:
    """Return the excerpt without these words in anything that people see of it."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    kept = ("id =", "code =", "in_line", "[")
    lines = [
        line if line.startswith(kept) else re.sub(_OURS, "x", line) for line in text.split("\n")
    ]
    return parse_pack("\n".join(lines).encode(), "own.toml")


_OURS = re.compile("[Bb]id|[Ff]und|[Cc]ommission|[Tt]ransfer|[Bb]arrier")


def _answered_by(pack: Pack, which: str) -> Answered:
    place = 0 if which == "first" else -1
    people = 1 if pack.outcome.kind != "mirror" else 5
    sheet = {
        item.id: pack.form_of(item).options[place].code
        for item in pack.items
        if pack.form_of(item).options
    }
    needs = " ".join(need["id"] for need in pack.outcome.settings.get("need", ()))
    return answered(
        pack,
        {f"p{number}": sheet for number in range(people)},
        minimum=people,
        settled={"mode": "partners", "needs": needs},
    )


OUR_WORDS = {
    "bid-check": (
        "The partnership needs these before you write a bid.",
        "What to ask of the commissioner or funder",
        "Something to raise with the commissioner or funder.",
        "Not bidding is a full result, not a failure.",
    ),
    "barriers": (
        "Other groups said that these would help them. What helps with more of your barriers comes "
        "first.",
        "All barriers",
    ),
}


@pytest.mark.parametrize(("name", "sentences"), OUR_WORDS.items())
def test_our_own_packs_keep_their_words(name, sentences):
    """They are settings of the pack now, and read as before."""
    text = page(tell(_answered_by(read_pack(resource("packs", f"{name}.toml")), "last")))
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_a_handover_that_is_done_keeps_its_words():
    """What to do when nothing is open is a setting of the pack."""
    told = tell(_answered_by(read_pack(resource("packs", "handover.toml")), "first"))
    assert "Look at the list once more when the transfer is over." in page(told)


def test_a_pack_without_reasons_has_five_points():
    """Nobody is told that no side has ticked a reason where there are none to tick."""
    pack = own("first-conversation", ('ticked = "yes"\n', ""))
    sheets = {"A": {"FIT-5": "fit", "FIT-6": "fit"}, "B": {"FIT-5": "fit", "FIT-6": "stop"}}
    parties = (Party("a", "", "Ours", is_own=True), Party("b", "", "Theirs"))
    told = tell(answered(pack, sheets, parties=parties, speaks_for={"A": "a", "B": "b"}))
    titles = [part.title for part in told.parts if part.title[0].isdigit()]
    assert titles[-1] == "5. First step"
    assert "reasons" not in [part.key for part in told.parts]


def test_hidden_ways_out_are_left_out_of_the_dots():
    """What is hidden is not shown as nobody."""
    pack = own("described")
    hidden = ItemResult(
        item_id="POW-2",
        asked=True,
        n=5,
        counts={"1": 0, "2": 5, "3": 0, "4": 0, "5": 0},
        dont_know=None,
        not_applicable=2,
        mean=None,
        spread=answered(pack, {}).results.items[0].spread,
        band=None,
        further=None,
    )
    dots = dots_of(pack, hidden, 5)
    assert isinstance(dots, Dots)
    assert dots.apart == (("Does not apply to us", 2),)


def test_ideas_can_be_put_under_another_statement():
    """A mirror suggests the actions of the own statement under that of the partners."""
    pack = own("described")
    item = pack.item("POW-2")
    assert [idea.item_id for idea in ideas_for(item, None)] == ["POW-2"]
    assert [idea.item_id for idea in ideas_for(item, None, put_under="PEV-2")] == ["PEV-2"]
    assert as_ideas(item.actions, "PEV-2") == ideas_for(item, None, put_under="PEV-2")
