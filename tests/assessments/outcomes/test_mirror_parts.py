from dataclasses import replace

from mirrored import mirror, own_view

from collabkit.assessments.charity import Charity, IncomeBand
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Dots,
    Entries,
    Facts,
    Ideas,
    Paragraph,
    Part,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.mirror.parts import parts
from collabkit.assessments.outcomes.mirror.rule import work_out


def told(answered: Answered) -> dict[str, Part]:
    return {part.key: part for part in parts(answered, work_out(answered))}


def sentences(part: Part, tone: Tone | None = None) -> list[str]:
    return [
        block.text
        for block in part.blocks
        if isinstance(block, Paragraph) and tone in (None, block.tone)
    ]


def ideas(answered: Answered) -> list[str]:
    part = told(answered).get("ideas")
    blocks = part.blocks if part else ()
    return [idea.idea_id for block in blocks if isinstance(block, Ideas) for idea in block.entries]


def test_the_example_is_told_in_talking_order():
    """What it comes to, the mirror, what to do, the answers, what is hidden, how it was made."""
    found = told(mirror(own=own_view()))
    assert list(found) == ["answer", "mirror", "ideas", "answers", "hidden", "method"]
    assert sentences(found["answer"], Tone.LEAD) == [
        "The mirror shows two blind spots and one hidden strength."
    ]


def test_it_says_that_two_scales_differ():
    """The mirror opens a conversation and proves nothing."""
    (warning,) = sentences(told(mirror(own=own_view()))["answer"], Tone.CARE)
    assert warning.endswith("the mirror opens a conversation and proves nothing.")


def test_only_what_is_worth_it_has_its_difference():
    """Differences below the limit are not commented on."""
    entries = [
        entry
        for block in told(mirror(own=own_view()))["mirror"].blocks
        if isinstance(block, Entries)
        for entry in block.entries
    ]
    assert [(entry.text, entry.mark) for entry in entries] == [
        ("You: 4.2. Partners: 2.7.", "+1.5"),
        ("You: 3.8. Partners: 2.8.", "+1.0"),
        ("You: 3.7. Partners: 2.8.", ""),
        ("You: 3.2. Partners: 4.2.", "−1.0"),
    ]
    assert entries[0].note == "Your own statement: We ask partners what it is like to work with us."


def test_the_own_view_has_its_date():
    """And says so if it is one person's."""
    for alone, value in ((False, "finished on 3 March 2026"),
                         (True, "finished on 3 March 2026, one person's view")):  # fmt: skip
        part = told(mirror(own=own_view(is_one_person=alone)))["answer"]
        (facts,) = (block for block in part.blocks if isinstance(block, Facts))
        assert facts.entries[1].value == value


def test_without_an_own_view_it_says_what_to_do():
    """Partners' view stands alone; the five themes are the next step."""
    found = told(mirror())
    assert found["mirror"].title == "Your partners' view"
    assert sentences(found["answer"])[1].startswith("Next: fill in “The five themes” yourselves")
    assert not sentences(found["answer"], Tone.CARE)


def test_an_own_view_that_did_not_ask_the_same_says_so():
    """The latest assessment may have been a short one."""
    found = told(mirror(own=own_view({"IMP-9": "4 4 4 4 4"})))
    assert "did not ask them" in sentences(found["answer"])[1]


def test_much_the_same_is_a_result():
    """Nothing to confess, and partners are thanked."""
    own = own_view({"HON-1": "3 3 3 3 3"})
    lead, following, *_rest = sentences(told(mirror({"PEV-9": "3 3 3 3 3"}, own=own))["answer"])
    assert lead == "Partners see you much as you see yourselves."
    assert following.startswith("Next: thank your partners")


def test_actions_are_those_of_the_mirrored_statement():
    """For blind spots; they suit the size of the charity.

    To ask partners with the partner's-eye view (HON-1-A2) is what has just been done.
    """
    given = mirror(own=own_view())
    assert ideas(given) == ["HON-1-A1", "HON-1-A3", *(f"POW-4-A{n}" for n in (1, 2, 3))]
    micro = Charity("c", "Sample Charity", income_band=IncomeBand.MICRO)
    assert ideas(replace(given, charity=micro)) == ["HON-1-A1", "POW-4-A1"]


def test_what_partners_find_low_has_actions_without_an_own_view():
    """A mean in *act first* is enough."""
    assert ideas(mirror({"PEV-9": "1 2 2 2 2"}))[0] == "HON-1-A1"
    assert ideas(mirror({"PEV-9": "3 3 3 3 3"})) == []


def test_without_the_mirrored_pack_there_are_no_actions():
    """Nothing breaks where the other pack is not at hand."""
    given = mirror(own=own_view(), mirrored=None)
    assert ideas(given) == []
    assert sentences(told(replace(given, own_view=None))["answer"])[1].startswith("Next: fill in")


def test_the_smaller_side_comes_first():
    """Right after what it comes to, as two columns."""
    roles = "subcontractor " * 5 + "peer " * 5
    found = told(mirror({"PEV-9": "2 2 2 2 2 4 4 4 4 4"}, roles=roles))
    assert list(found)[1] == "smaller"
    (table,) = (block for block in found["smaller"].blocks if isinstance(block, Table))
    assert table.rows == (("They ask us what it is like to work with them.", "2.0", "4.0"),)


def test_every_shown_statement_has_its_dots():
    """Never a mean alone."""
    dots = told(mirror(own=own_view()))["answers"].blocks
    assert all(isinstance(block, Dots) for block in dots)
    first = dots[0]
    assert isinstance(first, Dots)
    assert [count for _name, count in first.columns] == [0, 2, 4, 0, 0]
    assert first.apart == (("Don't know", 0), ("Does not apply", 0))
    assert first.sentence == "All six chose 2 or 3. Together."


def test_nothing_hidden_is_told():
    """Four answers and their words appear nowhere."""
    notes = {"Partner 1": {"PEV-9": "Sample secret", "PEV-Q1": "Sample secret"}}
    found = told(mirror({"PEV-9": "1 1 1 1"}, notes=notes))
    assert list(found) == ["answer", "hidden", "method"]
    assert "Sample secret" not in repr(found)
    assert len(sentences(found["hidden"])) == 1


def test_comments_stand_under_their_question():
    """Shuffled, with a plea not to guess."""
    notes = {f"Partner {n}": {"PEV-Q2": "Answer our letters"} for n in range(1, 6)}
    part = told(mirror(notes=notes))["words"]
    assert [block.entries for block in part.blocks if isinstance(block, Bullets)] == [
        ("Answer our letters",) * 5
    ]
    assert "without roles" in sentences(part)[0]


def test_no_answers_at_all_are_told_too():
    """It says whom to ask next."""
    lead, following = sentences(told(mirror({}))["answer"])
    assert lead == "No partner has answered yet."
    assert following.startswith("Next: ask people in partner organisations")


def test_three_or_four_are_not_mentioned_once_all_have_agreed():
    """The method says what holds in this assessment."""

    def method(answered: Answered) -> str:
        return repr(told(answered)["method"])

    agreed = mirror({"PEV-9": "2 3 2"}, minimum=3, settled={"identifiable": "yes"})
    assert "from three answers" in method(agreed)
    assert "would do only" not in method(agreed)
    assert "would do only" in method(mirror())


def test_an_own_view_without_a_day_says_so():
    """A file of answers does not say how old it is."""
    for is_one_person, words in ((False, "its day is not known"), (True, "one person's view")):
        own = replace(own_view(is_one_person=is_one_person), finished=None)
        assert words in repr(told(mirror(own=own))["answer"])
    unasked = replace(own_view({"IMP-1": "5 5 5 5 5"}), finished=None)
    assert "did not ask them" in repr(told(mirror(own=unasked))["answer"])
