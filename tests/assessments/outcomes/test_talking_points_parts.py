"""How talking points are told."""

import pytest
from answering import answered
from rows_of_people import people
from test_talking_points import SIX_PEOPLE

from collabkit.assessments.charity import Charity, IncomeBand, RunBy
from collabkit.assessments.outcomes.blocks import (
    Board,
    Entries,
    Ideas,
    Paragraph,
    Part,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.talking_points.parts import parts
from collabkit.assessments.outcomes.talking_points.rule import work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "behaviours.toml"))


def told(pack: Pack, sheets, **other) -> dict[str, Part]:
    one = answered(pack, sheets, **other)
    return {part.key: part for part in parts(one, work_out(one))}


def lead(part: Part) -> str:
    return next(b.text for b in part.blocks if isinstance(b, Paragraph) and b.tone is Tone.LEAD)


def cares(part: Part) -> list[str]:
    return [b.text for b in part.blocks if isinstance(b, Paragraph) and b.tone is Tone.CARE]


def test_the_first_sentence_answers_the_question(pack):
    """Which behaviours, and which habits."""
    answer = told(pack, SIX_PEOPLE, minimum=5)["answer"]
    assert lead(answer) == (
        "Of five areas, one is in “Build” and four have no score. One pair of habits is worth a "
        "talk."
    )
    assert "your next meeting" in answer.blocks[1].text


def test_a_talking_point_has_both_ends_and_a_sentence_to_read_aloud(pack):
    """And leads to its statement."""
    part = told(pack, SIX_PEOPLE, minimum=5)["talking-points"]
    (entry,) = next(block for block in part.blocks if isinstance(block, Entries)).entries
    assert entry.item_id == "BEH-1b"
    assert entry.text.startswith("From “Bidding so low")
    assert entry.note.endswith("Five of six chose 2 or 3. Mostly together.")
    assert entry.mark == "2.0"


def test_a_split_pair_is_marked_as_split(pack):
    """A mean would hide two views."""
    part = told(pack, people({"BEH-1a": "1 1 5 5 5"}), minimum=5)["talking-points"]
    assert part.blocks[1].entries[0].mark == "Split"


def test_each_low_statement_comes_with_its_first_suggestion(pack):
    """One thing to begin with, that suits the charity."""
    part = told(pack, SIX_PEOPLE, minimum=5)["first-steps"]
    ideas = [block for block in part.blocks if isinstance(block, Ideas)]
    assert [idea.idea_id for block in ideas for idea in block.entries] == ["BEH-1.3-A1"]


def test_suggestions_suit_the_size_of_the_charity(pack):
    """A micro charity is not asked to drop a clause that medium ones have."""
    low = {"One": {"BEH-4.10": "1"}}
    micro = Charity("c", "Sample Charity", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    assert "first-steps" in told(pack, low)
    assert "first-steps" not in told(pack, low, charity=micro)


def test_both_sides_stand_beside_each_other(pack):
    """Statements in one column and pairs in the other, with means that are never added."""
    blocks = told(pack, SIX_PEOPLE, minimum=5)["areas"].blocks
    assert isinstance(blocks[0], Subheading)
    assert blocks[1].text == "The statements: 3.3, Build. One pair is a talking point."
    statements, pairs = blocks[2].columns
    assert [(entry.mark, entry.note) for entry in statements.entries[:4]] == [
        ("4.0", "Keep going"),
        ("4.4", "Keep going"),
        ("2.0", "Act first"),
        ("3.2", "Talk first"),
    ]
    assert (pairs.entries[1].mark, pairs.entries[1].note) == ("2.0", "Talking point.")


def test_an_area_without_means_says_why_instead_of_listing_nothing(pack):
    """Four areas were not answered: four sentences and no boards."""
    blocks = told(pack, SIX_PEOPLE, minimum=5)["areas"].blocks
    assert sum(isinstance(block, Board) for block in blocks) == 1
    assert "0 of 8 statements that apply have enough answers" in blocks[4].text


def test_hidden_answers_are_not_told(pack):
    """Four people answered 1.5: neither a mean nor a band is shown."""
    columns = told(pack, SIX_PEOPLE, minimum=5)["areas"].blocks[2].columns
    hidden = columns[0].entries[4]
    assert (hidden.item_id, hidden.mark) == ("BEH-1.5", "")
    assert hidden.note.startswith("Not enough answers to show")


def test_one_person_reads_their_own_answers(pack):
    """By name and not as a mean of one, and nothing is said of a split."""
    parts_by_key = told(pack, {"One": {"BEH-1b": "2", "BEH-1.1": "1"}})
    statements, _pairs = parts_by_key["areas"].blocks[2].columns
    assert statements.entries[0].mark == "Never"
    point = parts_by_key["talking-points"].blocks[1].entries[0]
    assert point.note.endswith("You chose 2: Mostly “from”.")
    assert "split" not in parts_by_key["talking-points"].blocks[0].text
    assert cares(parts_by_key["answer"]) == [
        "2 of 67 statements answered so far. Answer the others for a full picture."
    ]


def test_the_short_version_says_that_pairs_were_left_out(pack):
    """Nobody should think that there are no older habits."""
    parts_by_key = told(pack, {"One": {"BEH-1.1": "4"}}, asked=pack.core_ids)
    assert "left out" in parts_by_key["answer"].blocks[-1].text
    assert len(parts_by_key["areas"].blocks[2].columns) == 1
    assert "habit" not in lead(parts_by_key["answer"])


def test_possible_with_little_power(pack):
    """What a small group can begin with has a part of its own."""
    part = told(pack, {"One": {"BEH-2.2": "2", "BEH-1.1": "2"}})["little-power"]
    assert [entry.item_id for entry in part.blocks[1].entries] == ["BEH-2.2"]


def test_nothing_stands_out(pack):
    """Then that is said, and there is no list of talking points."""
    everything = {item.id: "4" for item in pack.items}
    parts_by_key = told(pack, {"One": everything})
    assert lead(parts_by_key["answer"]) == (
        "All five areas are in “Keep going”. No older habit stands out."
    )
    assert list(parts_by_key) == ["answer", "areas", "workings"]
    assert cares(parts_by_key["answer"]) == []


def test_unanswered_pairs_are_not_called_good(pack):
    """Statements alone say nothing about habits."""
    answer = told(pack, {"One": {"BEH-1.1": "4"}})["answer"]
    assert lead(answer).endswith(
        "There are not enough answers yet to say anything about older habits."
    )


@pytest.mark.parametrize(
    ("minimum", "words"),
    [(1, "Nothing is answered yet."), (5, "Nobody has answered yet.")],
)
def test_no_answers_at_all(pack, minimum, words):
    """There is a sentence, and nothing to show."""
    parts_by_key = told(pack, {}, minimum=minimum)
    assert list(parts_by_key) == ["answer", "workings"]
    assert cares(parts_by_key["answer"])[0].startswith(words)


def test_too_few_people_see_how_many_are_needed(pack):
    """And nothing of what they answered."""
    parts_by_key = told(pack, people({"BEH-1b": "1 1 1"}), minimum=5)
    assert cares(parts_by_key["answer"]) == [
        "Three people have answered so far. Results are shown once five have."
    ]
    assert list(parts_by_key) == ["answer", "workings"]


def test_everybody_does_not_know(pack):
    """Don't know is no answer to show, and never low."""
    unknown = people({item.id: "dk dk dk dk dk" for item in pack.items})
    parts_by_key = told(pack, unknown, minimum=5)
    assert list(parts_by_key) == ["answer", "workings"]


def test_the_workings_name_the_limit_and_the_status(pack):
    """Where it comes from and how far to trust it."""
    text = " ".join(block.text for block in told(pack, {})["workings"].blocks)
    assert "below 2.5" in text
    assert "charities have not tested it yet" in text
    assert "for area 1 only" in text
