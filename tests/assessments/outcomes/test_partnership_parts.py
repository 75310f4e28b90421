from answering import answered
from partners import EXAMPLE, LEAD, MILL, NEST, partnership

from collabkit.assessments.charity import Charity, IncomeBand
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Entries,
    Entry,
    Ideas,
    Paragraph,
    Part,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.partnership.parts import parts
from collabkit.assessments.outcomes.partnership.rule import work_out
from collabkit.assessments.statement_names import title_of
from collabkit.services.packs import builtin_pack


def told(given: Answered) -> dict[str, Part]:
    return {part.key: part for part in parts(given, work_out(given))}


def alone(**answers: str) -> Answered:
    mine = {f"PHC-{item.removeprefix('phc')}": code for item, code in answers.items()}
    return answered(builtin_pack("health-check"), {"me": mine})


def sentences(part: Part, tone: Tone | None = None) -> list[str]:
    return [
        block.text
        for block in part.blocks
        if isinstance(block, Paragraph) and tone in (None, block.tone)
    ]


def entries(part: Part) -> tuple[Entry, ...]:
    return next(block.entries for block in part.blocks if isinstance(block, Entries))


def ideas(given: Answered) -> list[str]:
    part = told(given).get("ideas")
    return [
        idea.idea_id
        for block in (part.blocks if part else ())
        if isinstance(block, Ideas)
        for idea in block.entries
    ]


def test_the_example_is_told_in_talking_order():
    """What it comes to, ask, fix and what to do, keep, stages, what is open, how it was made."""
    found = told(partnership(EXAMPLE))
    assert list(found) == ["answer", "ask", "fix", "ideas", "keep", "stages", "waiting", "method"]
    assert sentences(found["answer"], Tone.LEAD) == [
        "Start with two things to ask each other about."
    ]


def test_of_many_things_to_ask_about_the_first_three_are_named():
    """Nobody gets through them all in an hour; they are those at the head of the list."""
    found = told(partnership({f"PHC-{number}": "5 5 5 / 2 2 2 / 2 2 2" for number in range(1, 13)}))
    (lead,) = sentences(found["answer"], Tone.LEAD)
    assert lead.startswith("There are 12 things to ask each other about, too many for an hour.")
    first = [title_of(builtin_pack("health-check").item(e.item_id)) for e in entries(found["ask"])]
    assert lead.endswith("Start with “{}”, “{}” and “{}”.".format(*first[:3]))


def test_what_to_ask_says_how_far_apart_and_who_speaks_first():
    """With the counts of all, so that no mean stands alone."""
    first = entries(told(partnership(EXAMPLE))["ask"])[0]
    assert first.title == "The split of money is fair for the work done."
    assert first.text == ("Lead 4.7, Mill 2.7, Nest 2.7. They are 2.0 apart. Mill speaks first.")
    assert first.note.startswith("Three of nine chose 4 or 5")
    assert first.mark == "mean 3.3"


def test_a_gap_that_is_not_that_of_the_means_as_seen_says_so():
    """Whoever subtracts 2.8 from 4.7 gets 1.9; from 14/3 to 17/6 it is 1.8."""
    given = partnership(
        {"PHC-9": "5 5 4 / 3 3 3 / 3 3 3 3 3 2"}, groups=("l", "m", "n"), parties=(LEAD, MILL, NEST)
    )
    (entry,) = entries(told(given)["ask"])
    assert entry.text.startswith(
        "Lead 4.7, Mill 3.0, Nest 2.8. They are 1.8 apart before rounding."
    )


def test_the_view_from_the_top_is_something_to_heed():
    """Only where the difference is large enough."""
    (warning,) = sentences(told(partnership(EXAMPLE))["answer"], Tone.CARE)
    assert warning.startswith(
        "The view from the top: in “Power and fairness” Lead comes to 4.3, the others to 3.0."
    )
    equal = partnership(dict.fromkeys(EXAMPLE, "4 4 4 / 4 4 4 / 4 4 4"))
    assert not sentences(told(equal)["answer"], Tone.CARE)


def test_stages_stand_beside_each_other():
    """A dash where there is no score."""
    (table,) = told(partnership(EXAMPLE))["stages"].blocks
    assert isinstance(table, Table)
    assert table.head == ("Stage", "Together", "Lead", "Mill", "Nest", "Band")
    assert table.rows[0] == ("Coming together", "–", "–", "–", "–", "not enough answers")
    assert table.rows[1] == ("Power and fairness", "3.4", "4.3", "2.9", "3.1", "Build")


def test_it_is_said_where_scores_rest_on_different_statements():
    """An organisation's score leaves out what cannot be compared, the score of all does not."""
    answers = {f"PHC-{n}": "5 5 5 / 4 4 4" for n in range(1, 6)} | {"PHC-6": "1 1 1 / 1 1 dk"}
    told_why = sentences(told(partnership(answers))["stages"], Tone.QUIET)
    assert told_why[0].startswith("The scores of single organisations leave out statements")
    del answers["PHC-6"]
    assert not sentences(told(partnership(answers))["stages"])


def test_nothing_of_an_organisation_is_told_where_it_is_hidden():
    """No name stands beside a figure; what is missing is said."""
    found = told(partnership(EXAMPLE, settled={}))
    assert "ask" not in found
    assert "two more of Nest" in sentences(found["answer"])[2]
    assert "Lead" not in repr([found[key] for key in found if key not in ("answer", "method")])
    table = found["stages"].blocks[0]
    assert isinstance(table, Table)
    assert table.head == ("Stage", "Score", "Band")


def test_it_is_said_if_nobody_knows_for_whom_some_answered():
    """Then nobody is short, and still nothing is compared."""
    given = partnership({"PHC-1": "4 4 4 / 4 4 4 / 4"}, groups=("l", "m", None))
    assert "not known for whom" in sentences(told(given)["answer"])[2]


def test_a_partner_that_has_not_begun_is_named():
    """The picture is without it."""
    found = told(partnership({"PHC-1": "4 4 4 / 4 4 4"}))
    assert sentences(found["answer"])[2] == (
        "Nobody has answered yet for Nest, so this picture is without them."
    )


def test_answers_without_any_organisation_are_told_together():
    """It says why nothing is compared."""
    given = partnership({"PHC-1": "3 3 3"}, parties=(), groups=(None,))
    lead, following, why, _left = sentences(told(given)["answer"])
    assert lead == "There is one thing to put right together."
    assert following.startswith("Next: take an hour together.")
    assert why == "It is not known for which organisation people answered: all count alike."


def test_one_organisation_alone_is_told_so():
    """And who is missing."""
    given = partnership({"PHC-1": "3 3 3"})
    assert "people of one organisation" in sentences(told(given)["answer"])[2]


def test_partners_who_agree_hear_it():
    """Nothing to ask: what is to be put right is told, or that all is to be kept."""
    fix = told(partnership({"PHC-1": "3 3 3 / 3 3 3"}))["answer"]
    keep = told(partnership({"PHC-1": "4 4 4 / 4 4 4"}))["answer"]
    assert sentences(fix, Tone.LEAD) == [
        "You see this partnership much alike. There is one thing to put right together."
    ]
    assert sentences(keep, Tone.LEAD) == ["There is nothing to put right, and one thing to keep."]


def test_the_lowest_three_to_fix_have_actions_and_all_that_is_very_low():
    """Others can be asked for with their statement."""
    given = partnership({f"PHC-{n}": "3 3 3 / 3 3 3" for n in (13, 14, 15, 16)})
    assert ideas(given) == ["PHC-13-A1", "PHC-14-A1", "PHC-15-A1"]
    low = partnership({f"PHC-{n}": "2 2 2 / 2 2 2" for n in (13, 14, 15, 16)})
    assert ideas(low)[-1] == "PHC-16-A1"
    apart = partnership({"PHC-13": "1 1 1 / 3 3 3"})
    assert ideas(apart) == ["PHC-13-A1"]


def test_actions_suit_the_charity():
    """A micro charity is not told to set up what needs a budget line."""
    answers = {"PHC-11": "2 2 2 / 2 2 2"}
    micro = Charity("c", "Sample Charity", income_band=IncomeBand.MICRO)
    assert ideas(partnership(answers)) == ["PHC-11-A1", "PHC-11-A2"]
    assert ideas(partnership(answers, charity=micro)) == ["PHC-11-A1"]


def test_one_person_alone_gets_a_useful_view():
    """What to find out, to put right and to keep; and whom to ask next."""
    found = told(alone(phc1="2", phc2="dk", phc3="5", phc4="early"))
    lead, following, left = sentences(found["answer"])
    assert lead == (
        "This is one person's view: one thing to find out, one thing to put right and one thing "
        "to keep."
    )
    assert following.startswith("Next: ask each partner to fill in the same check")
    assert left == "25 statements are without enough answers on the scale."
    assert (found["ask"].title, found["fix"].title) == ("Find out", "Put right")
    assert entries(found["fix"])[0].text == "You chose 2: Disagree."
    assert entries(found["fix"])[0].mark == ""


def test_a_person_who_has_not_begun_is_told_how_long_it_takes():
    """Nothing breaks without answers."""
    lead, following, _left = sentences(told(alone())["answer"])
    assert lead == "You have not chosen an answer on the scale yet."
    assert following == "Next: answer the statements. That takes about eight minutes."


def test_a_partnership_without_answers_is_told_so():
    """It says who is missing."""
    found = told(partnership({}))
    assert sentences(found["answer"], Tone.LEAD) == [
        "There is nothing to show yet: there are not enough answers."
    ]
    assert list(found) == ["answer", "waiting", "method"]


def test_what_is_too_few_to_show_is_listed_without_figures():
    """Two answers of one organisation."""
    found = told(partnership({"PHC-1": "1 2"}))
    assert list(found) == ["answer", "waiting", "method"]
    assert "Not enough answers to show (fewer than three)." in repr(found["waiting"])
    assert "1 or 2" not in repr(found)
