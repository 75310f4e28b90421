"""What leaves of which questionnaire: never a person, never a word."""

from dataclasses import replace
from datetime import date

import pytest
from made_groups import DAY, builtin, by_people, level, one_voice

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import FormKind, OutcomeKind
from collabkit.assessments.tally import tally_all
from collabkit.network.leaving import answers_of, areas_to_name, leaving_items, unit_of

LEAVE = {
    "five-themes": Unit.PERSON,
    "behaviours": Unit.PERSON,
    "board-check": Unit.PERSON,
    "partners-view": Unit.PERSON,
    "barriers": Unit.CHARITY,
    "opportunities": Unit.CHARITY,
    "health-check": None,
    "handover": None,
    "first-conversation": None,
    "bid-check": None,
    "power-inventory": None,
}


@pytest.mark.parametrize(("pack_id", "unit"), LEAVE.items())
def test_who_gives_one_answer(pack_id: str, unit: Unit | None) -> None:
    """Five questionnaires never leave: they are about others, or said in confidence."""
    pack = builtin(pack_id)
    assert unit_of(pack) is unit
    assert bool(leaving_items(pack)) is (unit is not None)


@pytest.mark.parametrize("pack_id", [pack_id for pack_id, unit in LEAVE.items() if unit])
def test_nothing_that_is_written_leaves(pack_id: str) -> None:
    """Lines, notes and days have no answers to be counted."""
    pack = builtin(pack_id)
    kinds = {pack.form_of(item).kind for item in leaving_items(pack)}
    assert not kinds & {FormKind.LINE, FormKind.NOTES, FormKind.DATE}
    assert not any(item.marks.get("private") for item in leaving_items(pack))


def test_the_role_of_partners_stays() -> None:
    """A category among people could be one person's alone."""
    pack = builtin("partners-view")
    assert "PEV-role" not in {item.id for item in leaving_items(pack)}
    assert len(leaving_items(pack)) == 20


def test_whether_a_name_may_be_passed_on_is_no_tally() -> None:
    """It goes along only with the name itself."""
    ids = {item.id for item in leaving_items(builtin("opportunities"))}
    assert "OPP-7-exchange" in ids
    assert not [one for one in ids if one.endswith(("-named", "-with"))]


def test_answers_are_those_of_the_results() -> None:
    """Counts, don't know and does not apply; hidden where the results hide them."""
    pack = builtin("board-check")
    sheets = [level(pack, "4")] * 6
    sheets[0] = {"BRD-1": "dk", "BRD-2": "na"} | {"BRD-3": "1"}
    sheets[1] = {"BRD-1": "2"}
    answers = by_people(pack, sheets)
    rows = {row.statement: row for table in answers.tables for row in table.rows()}
    assert rows["BRD-1"].levels == (0, 1, 0, 4, 0)
    assert rows["BRD-1"].ways_out == (1, 0)
    assert rows["BRD-2"].levels is None
    assert rows["BRD-2"].ways_out == (0, 1)
    assert rows["BRD-2"].n == 4
    assert rows["BRD-4"].levels is None
    assert rows["BRD-4"].ways_out is None
    assert (answers.minimum, answers.people) == (5, 6)


def test_scores_are_those_that_people_see() -> None:
    """In tenths; a gap is no nought."""
    pack = builtin("five-themes")
    first = pack.sections[0]
    sheet = level(pack, "4", [item.id for item in first.items])
    answers = by_people(pack, [sheet] * 5)
    assert dict(zip(answers.themes, answers.scores, strict=True)) == {
        section.code: 40 if section is first else None for section in pack.sections
    }


def test_no_day_leaves() -> None:
    """The month alone."""
    answers = one_voice(builtin("barriers"), {"BAR-a": "2"}, finished=date(2026, 6, 17))
    assert answers.held == date(2026, 6, 1)


def test_one_person_never_leaves() -> None:
    """Only a charity's own answer can be that of one voice."""
    pack = builtin("five-themes")
    with pytest.raises(ValueError, match="nothing of five-themes leaves"):
        by_people(pack, [level(pack, "3")], minimum=1)
    with pytest.raises(ValueError, match="nothing of handover leaves"):
        one_voice(builtin("handover"), {"HND-1": "done"})


@pytest.mark.parametrize(
    ("said", "is_named"),
    [({"OPP-7-named": "yes"}, True), ({"OPP-7-named": "no"}, False), ({}, False)],
)
def test_an_area_in_which_the_name_may_be_passed_on(said: dict[str, str], is_named: bool) -> None:
    """Only where it was said for that very area."""
    found = one_voice(builtin("opportunities"), {"OPP-7": "quick-win"} | said).may_be_named
    assert found == (("OPP-7",) if is_named else ())


def test_one_no_among_many_is_enough() -> None:
    """Everybody who said anything about it has to agree, and enough of them."""
    pack = builtin("opportunities")

    def areas(*said: str) -> tuple[str, ...]:
        answers = [("OPP-7-named", answer) for answer in said]
        results = measure(
            pack,
            tally_all(pack, answers),
            asked=[item.id for item in pack.items],
            minimum=5,
            respondents=6,
            selection=Selection.ALL,
        )
        return areas_to_name(pack, results)

    assert areas(*["yes"] * 5) == ("OPP-7",)
    assert areas(*["yes"] * 5, "no") == ()
    assert areas(*["yes"] * 4) == ()


def test_a_pack_that_compares_organisations_stays_whatever_it_is_called() -> None:
    """Also somebody's own."""
    pack = replace(builtin("health-check"), id="our-own")
    assert pack.outcome.kind is OutcomeKind.PROFILE
    assert unit_of(pack) is None


def test_what_was_not_asked_is_not_in_it() -> None:
    """A short version sends its own statements."""
    pack = builtin("five-themes")
    results = measure(
        pack,
        tally_all(pack, [(item_id, "3") for item_id in pack.core_ids] * 5),
        asked=pack.core_ids,
        minimum=5,
        respondents=5,
        selection=Selection.CORE,
    )
    answers = answers_of(pack, results, selection=Selection.CORE, finished=DAY)
    assert answers.tables[0].head.statements == pack.core_ids
