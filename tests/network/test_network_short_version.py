"""What nobody was asked: groups that took the short version of a questionnaire."""

from collections.abc import Sequence

from made_groups import DAY, builtin, group, picture, rows, said

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.blocks import Bullets, Fold, Part
from collabkit.assessments.tally import tally_all
from collabkit.network import views
from collabkit.network.group import Group
from collabkit.network.leaving import answers_of

FIVE = builtin("five-themes")
LONG = [item.id for item in FIVE.items]
SHORT = list(FIVE.core_ids)


def of(number: int, asked: Sequence[str], selection: Selection) -> Group:
    """Five people of one group who were asked these statements and say the same."""
    results = measure(
        FIVE,
        tally_all(FIVE, [(item_id, "4") for _person in range(5) for item_id in asked]),
        asked=list(asked),
        minimum=5,
        respondents=5,
        selection=selection,
    )
    return group(number, answers_of(FIVE, results, selection=selection, finished=DAY))


def short(number: int) -> Group:
    return of(number, SHORT, Selection.CORE)


def left_out(parts: Sequence[Part]) -> list[str]:
    return [e.title for p in parts for b in p.blocks if isinstance(b, Fold) for e in b.entries]


def bullets(parts: Sequence[Part]) -> list[str]:
    return [e for p in parts for b in p.blocks if isinstance(b, Bullets) for e in b.entries]


def test_what_nobody_was_asked_is_no_list() -> None:
    """A page of statements that all groups left out tells nothing; one line says how many."""
    parts = views.pack_parts(picture([short(n) for n in range(6)], FIVE), FIVE.id)
    assert left_out(parts) == []
    assert "not shown" not in said(parts)
    number = len(LONG) - len(SHORT)
    told = f"{number} statements are not here, because no group has put them to its people."
    assert told in bullets(parts)
    assert FIVE.item(SHORT[0]).statement in rows(parts)


def test_what_one_group_was_asked_is_still_named_as_hidden() -> None:
    """Its answers are hidden, as before; it is not said that nobody was asked."""
    groups = [*(short(n) for n in range(6)), of(6, LONG, Selection.ALL)]
    parts = views.pack_parts(picture(groups, FIVE), FIVE.id)
    assert set(left_out(parts)) == {FIVE.item(i).statement for i in set(LONG) - set(SHORT)}
    assert not any("no group has put" in line for line in bullets(parts))
