from hypothesis import given
from hypothesis import strategies as st
from measured_packs import answer_lists, item, minimums, pack, results

from collabkit.assessments.results import Band, FindingKind, Results, Spread

KINDS = tuple(FindingKind)


def found(answers: dict[str, str], minimum: int = 5) -> list[tuple[str, str]]:
    of = pack(*(item(item_id) for item_id in answers))
    return [(f.kind.value, f.item_id) for f in results(of, answers, minimum=minimum).findings]


def test_kinds_come_in_talking_order():
    """What divides people comes first and what goes well comes last."""
    answers = {
        "A-1": "5 5 5 5 5",
        "A-2": "3 3 3 3 dk dk dk",
        "A-3": "1 1 1 2 2",
        "A-4": "1 1 5 5 5",
        "A-5": "3 3 3 3 3",
    }
    assert found(answers) == [
        ("split", "A-4"),
        ("low", "A-3"),
        ("not visible", "A-2"),
        ("strength", "A-1"),
    ]


def test_split_items_come_lowest_mean_first():
    """Where people are divided around a low mean is talked about first."""
    answers = {"A-1": "2 2 5 5 5", "A-2": "1 1 1 4 4", "A-3": "1 1 5 5 5"}
    assert found(answers) == [("split", "A-2"), ("split", "A-3"), ("split", "A-1")]


def test_an_agreed_low_comes_before_a_spread_one():
    """A low mean that people share comes first, even if another one is lower."""
    answers = {"A-1": "1 1 1 3 3", "A-2": "2 2 2 2 3", "A-3": "1 1 1 2 4", "A-4": "1 2 2 2 2"}
    assert found(answers) == [("low", "A-3"), ("low", "A-4"), ("low", "A-2"), ("low", "A-1")]


def test_a_split_item_is_not_a_low_one():
    """It says talk first, whatever its mean."""
    assert found({"A-1": "1 1 1 4 4"}) == [("split", "A-1")]


def test_one_person_finds_what_is_low():
    """A group of one has agreed with itself."""
    assert found({"A-1": "2", "A-2": "1"}, minimum=1) == [("low", "A-2"), ("low", "A-1")]


def test_not_visible_starts_at_exactly_a_third():
    """Two of six do not know: that is enough; two of seven are not."""
    assert found({"A-1": "3 3 3 3 dk dk"}) == [("not visible", "A-1")]
    assert found({"A-1": "3 3 3 3 3 dk dk"}) == []


def test_does_not_apply_is_no_part_of_the_share():
    """Two of five may be few among nine, but those four had nothing to know."""
    assert found({"A-1": "3 3 3 dk dk na na na na"}) == [("not visible", "A-1")]


def test_not_visible_needs_the_minimum_together_with_those_who_do_not_know():
    """Four people are not talked about, even if a fifth one says that it does not apply."""
    assert found({"A-1": "3 3 dk dk na"}) == []
    assert found({"A-1": "3 3 dk dk dk"}) == [("not visible", "A-1")]


def test_not_visible_comes_largest_share_first():
    """Shares are compared, not numbers of people."""
    answers = {"A-1": "3 3 3 3 3 3 dk dk dk", "A-2": "3 3 3 dk dk", "A-3": "dk dk dk dk dk"}
    unseen = FindingKind.NOT_VISIBLE.value
    assert found(answers) == [(unseen, "A-3"), (unseen, "A-2"), (unseen, "A-1")]


def test_strengths_come_highest_mean_first():
    """The strongest is named first."""
    answers = {"A-1": "4 5 5 5 4", "A-2": "5 5 5 5 5"}
    assert found(answers) == [("strength", "A-2"), ("strength", "A-1")]


def test_ties_stay_in_pack_order():
    """Two equal statements are talked about in the order of the pack, whatever their names."""
    answers = {"B-2": "1 1 1 1 1", "A-9": "1 1 1 1 1", "A-1": "1 1 1 1 1"}
    assert [item_id for _kind, item_id in found(answers)] == ["B-2", "A-9", "A-1"]


def test_a_statement_can_be_low_and_not_visible():
    """Both are worth saying."""
    answers = {"A-1": "1 1 1 1 1 dk dk dk", "A-2": "1 1 1 5 5 dk dk dk dk"}
    assert found(answers) == [
        ("split", "A-2"),
        ("low", "A-1"),
        ("not visible", "A-2"),
        ("not visible", "A-1"),
    ]


@st.composite
def groups(draw: st.DrawFn) -> Results:
    answers = {f"A-{n}": draw(answer_lists) for n in range(6)}
    return results(pack(*map(item, answers)), answers, minimum=draw(minimums))


@given(groups())
def test_findings_are_sorted_and_only_about_what_is_shown(group):
    """Whatever people answered, kinds and their statements come in talking order."""
    keys = []
    places = [i.item_id for i in group.items]
    for finding in group.findings:
        about = group.item(finding.item_id)
        if finding.kind is FindingKind.NOT_VISIBLE:
            assert about.dont_know is not None
            assert about.n + about.dont_know >= group.minimum
            key = (False, -about.dont_know / (about.n + about.dont_know))
        else:
            assert about.mean is not None
            agreed = finding.kind is FindingKind.LOW and about.spread is Spread.SPREAD
            sign = -1 if finding.kind is FindingKind.STRENGTH else 1
            key = (agreed, sign * about.mean)
        keys.append((KINDS.index(finding.kind), *key, places.index(finding.item_id)))
    assert keys == sorted(keys)


@given(groups())
def test_nothing_worth_talking_about_is_missed(group):
    """Every split, low or strong statement is found once."""
    pairs = [(f.kind, f.item_id) for f in group.findings]
    assert len(pairs) == len(set(pairs))
    for about in group.items:
        assert ((FindingKind.SPLIT, about.item_id) in pairs) == (about.spread is Spread.SPLIT)
        assert ((FindingKind.LOW, about.item_id) in pairs) == (about.band is Band.ACT_FIRST)
        assert ((FindingKind.STRENGTH, about.item_id) in pairs) == (about.band is Band.SHARE_IT)
