"""What a network is told: the worked examples, and the same rules as outside of networks."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from made_groups import DAY, builtin, by_people, group, level, one_voice, picture, rows, said

from collabkit.assessments.assessment import Party, Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.blocks import Bullets, Entries, Entry, Fold, Part
from collabkit.assessments.outcomes.columns.counts import Mark, count_areas
from collabkit.assessments.outcomes.columns.matching import match, organisations_of
from collabkit.assessments.outcomes.columns.rule import work_out
from collabkit.assessments.outcomes.ranking.order import rank
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.tally import tally_all
from collabkit.network import views
from collabkit.network.group import Agreed, Group, GroupContact
from collabkit.network.view import View

OPP = builtin("opportunities")
BAR = builtin("barriers")
CODES = {"q": "quick-win", "l": "long-term", "n": "not-suitable", "a": "already", "d": "dk"}
# The network of 24 in the pack's specification.
EXAMPLE = {
    "OPP-7": "q" * 13 + "l" * 6 + "n" * 3 + "a" * 2,
    "OPP-24": "q" * 2 + "l" * 11 + "n" * 9 + "a" + "d",
    "OPP-2": "q" * 6 + "l" * 2 + "n" * 2 + "a" * 14,
    "OPP-21": "q" * 6 + "l" * 6 + "n" * 12,
}


def of_example(number: int) -> dict[str, str]:
    return {area: CODES[row[number]] for area, row in EXAMPLE.items()}


def exchange(area: str, what: str) -> dict[str, str]:
    return {area: "quick-win", f"{area}-exchange": what, f"{area}-named": "yes"}


def entries(parts: Sequence[Part]) -> list[Entry]:
    return [e for p in parts for b in p.blocks if isinstance(b, Entries) for e in b.entries]


def as_sheets(pack: Pack, members: Sequence[Mapping[str, str]]) -> Answered:
    """The same members as an ordinary assessment in which each charity has one sheet."""
    results = measure(
        pack,
        tally_all(pack, [answer for sheet in members for answer in sheet.items()]),
        asked=[item.id for item in pack.items],
        minimum=5,
        respondents=len(members),
        selection=Selection.ALL,
    )
    return Answered(
        pack=pack,
        asked=tuple(item.id for item in pack.items),
        minimum=5,
        results=results,
        today=DAY,
        sheets=tuple(
            Sheet(f"s{n}", f"Sheet {n}", Respondent.STAFF, sheet, party=f"p{n}")
            for n, sheet in enumerate(members)
        ),
        parties=tuple(Party(f"p{n}", "", f"Group {n}") for n in range(len(members))),
    )


def test_worked_example_of_areas() -> None:
    """24 groups: in order, with marks and percentages as the specification has them."""
    groups = [group(n, one_voice(OPP, of_example(n))) for n in range(24)]
    seen = picture(groups, OPP)
    counted = count_areas(View(seen.pack(OPP.id), 5).answered(seen.pack(OPP.id).wordings[0]))
    assert [(a.item_id, a.wanted, a.n, a.dont_know, a.mark) for a in counted] == [
        ("OPP-7", 19, 24, 0, Mark.QUICK_WIN),
        ("OPP-24", 13, 23, 1, Mark.WANTED),
        ("OPP-21", 12, 24, 0, None),
        ("OPP-2", 8, 24, 0, Mark.COMMON),
    ]
    told = rows(views.pack_parts(seen, OPP.id))
    assert list(told.values())[:4] == [
        ("19 of 24 (79%)", "13 (54%)", "6 (25%)", "3 (13%)", "2 (8%)", "0"),
        ("13 of 23 (57%)", "2 (9%)", "11 (48%)", "9 (39%)", "1 (4%)", "1"),
        ("12 of 24 (50%)", "6 (25%)", "6 (25%)", "12 (50%)", "0 (0%)", "0"),
        ("8 of 24 (33%)", "6 (25%)", "2 (8%)", "2 (8%)", "14 (58%)", "0"),
    ]
    assert list(told) == [
        OPP.item(area).statement for area in ("OPP-7", "OPP-24", "OPP-21", "OPP-2")
    ]
    marks = {entry.title: entry.text for entry in entries(views.pack_parts(seen, OPP.id))}
    assert marks == {
        "Already common": "Signposting and referral.",
        "Quick win for most": "Giving and receiving training.",
        "Wanted by most": "Sharing back-office work (payroll, HR, database).",
    }


def test_worked_example_of_matches() -> None:
    """A to B for OPP-20, B to A for OPP-21, A to C for OPP-20; with how to reach them."""
    members = {
        "A": exchange("OPP-20", "offer") | exchange("OPP-21", "need"),
        "B": exchange("OPP-21", "offer") | exchange("OPP-20", "need"),
        "C": exchange("OPP-20", "need"),
    }
    groups = [
        group(n, one_voice(OPP, answers), contact=GroupContact(name, f"{name}@sample.example"))
        for n, (name, answers) in enumerate(members.items())
    ]
    parts = views.match_parts(picture(groups, OPP))
    rooms, transport = (OPP.item(area).statement for area in ("OPP-20", "OPP-21"))
    both = "They could help each other. Both see it as a quick win."
    assert [(entry.title, entry.text, entry.note) for entry in entries(parts)] == [
        ("A can offer it to B", f"“{rooms}”. {both}", "A: A@sample.example. B: B@sample.example."),
        (
            "B can offer it to A",
            f"“{transport}”. {both}",
            "B: B@sample.example. A: A@sample.example.",
        ),
        (
            "A can offer it to C",
            f"“{rooms}”. Both see it as a quick win.",
            "A: A@sample.example. C: C@sample.example.",
        ),
    ]


def test_nobody_is_named_without_a_contact() -> None:
    """Whatever they offer: it is counted and no more."""
    members = [exchange("OPP-20", what) for what in ("offer", "need", "need", "both", "neither")]
    groups = [group(n, one_voice(OPP, answers)) for n, answers in enumerate(members)]
    seen = picture(groups, OPP)
    assert views.match_parts(seen) == ()
    (part,) = (p for p in views.pack_parts(seen, OPP.id) if p.key == "opportunities-exchange")
    assert rows([part]) == {OPP.item("OPP-20").statement: ("2", "3", "5")}


def test_nobody_is_named_where_the_name_is_not_to_be_passed_on() -> None:
    """Not even as an offer without a match."""
    contact = GroupContact("Sample Group", "group@sample.example")
    offer = exchange("OPP-20", "offer") | {"OPP-20-named": "no"} | exchange("OPP-21", "offer")
    groups = [group(1, one_voice(OPP, offer), contact=contact)]
    groups += [
        group(n, one_voice(OPP, exchange("OPP-20", "need")), contact=GroupContact(f"G{n}", "x"))
        for n in range(2, 4)
    ]
    parts = views.match_parts(picture(groups, OPP))
    assert entries(parts) == []
    left = [e.title for p in parts for b in p.blocks if isinstance(b, Fold) for e in b.entries]
    assert "Sample Group can offer: Sharing transport" in left
    assert not [title for title in left if title.startswith("Sample Group") and "rooms" in title]


def test_two_groups_of_one_name_are_two() -> None:
    """What one offers and the other needs is a match; their details tell them apart."""
    groups = [
        group(
            1, one_voice(OPP, exchange("OPP-20", "offer")), contact=GroupContact("Scouts", "one")
        ),
        group(2, one_voice(OPP, exchange("OPP-20", "need")), contact=GroupContact("Scouts", "two")),
    ]
    (entry,) = entries(views.match_parts(picture(groups, OPP)))
    assert (entry.title, entry.note) == (
        "Scouts can offer it to Scouts",
        "Scouts: one. Scouts: two.",
    )


def test_hundreds_of_matches_stay_readable() -> None:
    """The first are told in full, the others area by area."""
    groups = [
        group(
            n,
            one_voice(OPP, exchange("OPP-20", "offer" if n % 2 else "need")),
            contact=GroupContact(f"Group {n:02}", f"{n:02}"),
        )
        for n in range(30)
    ]
    parts = views.match_parts(picture(groups, OPP))
    assert len(entries(parts)) == 60
    assert "225 offers meet a need" in said(parts)
    (fold,) = (b for p in parts for b in p.blocks if isinstance(b, Fold))
    assert fold.title == "Further matches, by area"
    assert len(fold.entries) == 1
    assert "Group 29 (29)" in fold.entries[0].text


def random_members(pack: Pack, seed: int, number: int) -> list[dict[str, str]]:
    random = Random(seed)
    return [
        {
            item.id: random.choice([o.code for o in (*form.options, *form.ways_out)])
            for item in pack.items
            if (form := pack.form_of(item)).options and random.random() < 0.9
        }
        for _member in range(number)
    ]


@pytest.mark.parametrize("seed", range(6))
def test_barriers_are_ranked_as_among_members_of_one_assessment(seed: int) -> None:
    """One rule: by held back, then by stopped; with the same answer on who can change it."""
    members = random_members(BAR, seed, 7 + seed * 4)
    seen = picture([group(n, one_voice(BAR, one)) for n, one in enumerate(members)], BAR)
    view = View(seen.pack(BAR.id), 5)
    assert rank(view.answered(view.picture.wordings[0])) == rank(as_sheets(BAR, members))


@pytest.mark.parametrize("seed", range(4))
def test_areas_are_counted_as_among_members_of_one_assessment(seed: int) -> None:
    """One rule for counts, marks and their order."""
    members = random_members(OPP, seed, 6 + seed * 6)
    seen = picture([group(n, one_voice(OPP, one)) for n, one in enumerate(members)], OPP)
    view = View(seen.pack(OPP.id), 5)
    expected = work_out(as_sheets(OPP, members)).counted
    assert count_areas(view.answered(view.picture.wordings[0])) == expected


@pytest.mark.parametrize("seed", range(4))
def test_matches_are_those_among_members_of_one_assessment(seed: int) -> None:
    """One rule and one order; here the names are the labels of contacts."""
    members = random_members(OPP, seed, 8)
    groups = [
        group(n, one_voice(OPP, one), contact=GroupContact(f"Group {n}", "x"))
        for n, one in enumerate(members)
    ]
    found = picture(groups, OPP).pack(OPP.id).matching
    answered = as_sheets(OPP, members)
    areas = [item.id for item in OPP.items if "about" not in item.marks]
    expected = match(organisations_of(answered), areas)
    assert [
        (m.giver.partition("\n")[0], m.item_id, m.two_way, m.both_soon) for m in found.matches
    ] == [(m.giver, m.item_id, m.two_way, m.both_soon) for m in expected.matches]
    assert len(found.unmatched) == len(expected.unmatched)
    assert found.matches


def held(number: int, of: int, item: str = "BAR-a") -> list[Group]:
    """Groups of which so many say that a barrier stops them, the others not at all."""
    return [group(n, one_voice(BAR, {item: "3" if n < number else "0"})) for n in range(of)]


@pytest.mark.parametrize(("of", "shown"), [(19, "8 of 19"), (20, "8 of 20, 40%")])
def test_percentages_only_from_twenty_groups(of: int, shown: str) -> None:
    """As everywhere."""
    parts = views.barrier_parts(picture(held(8, of), BAR))
    assert entries(parts)[0].mark == f"held back: {shown}"
    told = " ".join(cell for row in rows(parts).values() for cell in row)
    assert ("%" in told) is (of == 20)


def test_a_group_that_does_not_know_holds_nothing_back() -> None:
    """It is told beside the ratings, and never counts as low."""
    members = [{"BAR-a": "3"}] * 6 + [{"BAR-a": "dk"}] * 3 + [{"BAR-a": "na"}]
    groups = [group(n, one_voice(BAR, one)) for n, one in enumerate(members)]
    told = rows(views.barrier_parts(picture(groups, BAR)))
    name = f"1. {BAR.item('BAR-a').statement}"
    assert told[name] == ("6 of 6", "0", "0", "0", "6", "4", "9")


def test_no_percentage_of_fewer_than_twenty_anywhere() -> None:
    """Nineteen groups, every view."""
    groups = [
        group(
            n,
            by_people(builtin("board-check"), [level(builtin("board-check"), "2")] * 5),
            one_voice(BAR, random_members(BAR, n, 1)[0], agreed=Agreed(("NEED-1",), ("STEP-8",))),
            one_voice(OPP, random_members(OPP, n, 1)[0]),
        )
        for n in range(19)
    ]
    for parts in (views.all_parts(picture(groups, builtin("board-check"), BAR, OPP)),):
        told = [cell for row in rows(parts).values() for cell in row]
        told += [f"{e.title} {e.text} {e.note} {e.mark}" for e in entries(parts)] + [said(parts)]
        assert not [text for text in told if "%" in text]


def test_needs_and_steps_are_counted_among_those_who_ticked_any() -> None:
    """Most often first; what nobody ticked is folded away."""
    ticked = {"NEED-8": 6, "NEED-2": 3}
    groups = []
    for n in range(10):
        needs = tuple(sorted(need for need, number in ticked.items() if n < number))
        steps = ("STEP-16",) if n < 6 else ()
        agreed = Agreed(needs, steps) if needs else None
        groups.append(group(n, one_voice(BAR, {"BAR-a": "2"}, agreed=agreed)))
    parts = {part.key: part for part in views.barrier_parts(picture(groups, BAR))}
    assert rows([parts["barriers-needs"]]) == {
        "Central resource": ("6 of 6", BAR.item("BAR-a").statement),
        "Partnership frameworks": ("3 of 6", ""),
    }
    assert list(rows([parts["barriers-steps"]]).values()) == [("Influence", "6 of 6")]
    (fold,) = (b for b in parts["barriers-needs"].blocks if isinstance(b, Fold))
    assert len(fold.entries) == 17


def test_needs_of_too_few_are_not_told() -> None:
    """Ten groups have rated, four have ticked what would help."""
    groups = [
        group(
            n,
            one_voice(
                BAR, {"BAR-a": "2"}, agreed=Agreed(("NEED-8",), ("STEP-16",)) if n < 4 else None
            ),
        )
        for n in range(10)
    ]
    parts = views.barrier_parts(picture(groups, BAR))
    assert "Fewer than five groups have ticked" in said(parts)
    assert "barriers-steps" not in {part.key for part in parts}


def test_names_stay_out_when_they_are_not_wanted() -> None:
    """The same picture for everybody's eyes."""
    contact = GroupContact("Sample Group", "group@sample.example")
    groups = [
        group(n, one_voice(OPP, exchange("OPP-20", what)), contact=contact)
        for n, what in enumerate(("offer", "need", "need", "need", "need"))
    ]
    seen = picture(groups, OPP)
    assert "group@sample.example" in str(views.all_parts(seen))
    assert "Sample Group" not in str(views.all_parts(seen, with_names=False))


def test_every_part_has_a_name_of_its_own() -> None:
    """They become bookmarks and sheets."""
    groups = [
        group(n, one_voice(BAR, {"BAR-a": "2"}), one_voice(OPP, of_example(n)),
              by_people(builtin("five-themes"), [level(builtin("five-themes"), "2")] * 5))
        for n in range(6)
    ]  # fmt: skip
    parts = views.all_parts(picture(groups, BAR, OPP, builtin("five-themes")))
    assert len({part.key for part in parts}) == len(parts)
    assert len({part.title for part in parts}) == len(parts)
    assert all(part.blocks for part in parts)


def test_no_view_leads_to_an_answer() -> None:
    """There is none that could be changed here: groups sent numbers."""
    pack = builtin("five-themes")
    groups = [
        group(
            n,
            one_voice(BAR, {"BAR-a": "2"}),
            one_voice(OPP, of_example(n)),
            by_people(pack, [level(pack, "2")] * (5 if n else 4)),
        )
        for n in range(6)
    ]
    blocks = [b for p in views.all_parts(picture(groups, BAR, OPP, pack)) for b in p.blocks]
    told = [entry for b in blocks if isinstance(b, Entries | Fold) for entry in b.entries]
    assert told
    assert not any(entry.item_id for entry in told)


def run_by_five_staff(others: Sequence[RunBy | None]) -> dict[str, tuple[str, ...]]:
    """The overview of five groups that volunteers run, five that staff run, and others."""
    run_by = [*[RunBy.VOLUNTEERS] * 5, *[RunBy.STAFF] * 5, *others]
    groups = [group(n, one_voice(OPP, of_example(n)), run_by=by) for n, by in enumerate(run_by)]
    return rows(views.overview_parts(picture(groups, OPP)))


def test_groups_that_are_pooled_are_not_said_to_be_silent() -> None:
    """Two did not say; five run by staff are with them, so that the two are not found out."""
    told = run_by_five_staff([None, None])
    assert told["Run by others, or did not say"] == ("7",)
    assert "Did not say who runs them" not in told


def test_groups_that_did_not_say_are_called_that_where_all_others_are_shown() -> None:
    """Five of them."""
    told = run_by_five_staff([None] * 5)
    assert told["Did not say who runs them"] == ("5",)
    assert "Run by others, or did not say" not in told


def test_sizes_that_are_pooled_say_so() -> None:
    """Whether or not there are groups of another size."""
    sizes = [*[IncomeBand.SMALL] * 5, *[IncomeBand.LARGE] * 3, None, None]
    groups = [group(n, one_voice(OPP, of_example(n)), size=size) for n, size in enumerate(sizes)]
    told = rows(views.overview_parts(picture(groups, OPP)))
    assert told["Of another size, or did not say"] == ("5",)


def test_what_holds_back_is_told_by_the_names_of_the_answers() -> None:
    """As in the table; nobody sees the codes."""
    form = BAR.form_of(BAR.item("BAR-a"))
    (entry, *_others) = entries(views.barrier_parts(picture(held(5, 5), BAR)))
    assert f"All five chose “{form.option('3').name}”" in entry.text
    assert "chose 3" not in entry.text


@pytest.mark.parametrize(("low", "is_listed"), [(3, False), (4, True)])
def test_a_statement_stands_out_where_more_than_half_of_the_groups_stand(
    low: int, is_listed: bool
) -> None:
    """Three of six are not more than half."""
    pack = builtin("five-themes")
    groups = [
        group(n, by_people(pack, [level(pack, "1" if n < low else "3")] * 5)) for n in range(6)
    ]
    marks = {entry.mark for entry in entries(views.pack_parts(picture(groups, pack), pack.id))}
    assert marks == ({"4 of 6"} if is_listed else set())


def test_no_statement_stands_out_in_two_ways() -> None:
    """One group that could share it is not most groups."""
    pack = builtin("five-themes")
    groups = [
        group(n, by_people(pack, [level(pack, "5" if n == 0 else "1")] * 5)) for n in range(5)
    ]
    found = [entry.title for entry in entries(views.pack_parts(picture(groups, pack), pack.id))]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("pack_id", ["five-themes", "opportunities", "barriers"])
def test_every_questionnaire_says_last_what_holds_for_all(pack_id: str) -> None:
    """The smallest number of groups, from where on there are percentages, how well it is tried."""
    pack = builtin(pack_id)
    answers = {
        "five-themes": lambda: by_people(pack, [level(pack, "3")] * 5),
        "opportunities": lambda: one_voice(pack, of_example(0)),
        "barriers": lambda: by_people(pack, [{"BAR-a": "3"}] * 5),
    }[pack_id]
    groups = [group(number, answers()) for number in range(6)]
    told = views.pack_parts(picture(groups, pack), pack_id)[-1]
    (method,) = told.blocks
    assert told.key == f"{pack_id}-method"
    assert isinstance(method, Bullets)
    assert method.entries[-3:] == (
        "Nothing is shown of fewer than five groups.",
        "Percentages stand only where there are 20 groups or more.",
        f"How well tried: {pack.status}",
    )
