"""How many statements a plan on paper says there were."""

from datetime import date

import pytest

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.measure import measure
from collabkit.plans.plan import Plan
from collabkit.reports.contents.described import Described
from collabkit.reports.plan_document import PlanDocument, plan_document
from collabkit.services.packs import builtin_pack

DAY = date(2026, 11, 22)


def document(pack_id: str, asked: list[str], selection: Selection) -> PlanDocument:
    """Describe a plan without answers, of an assessment in which ``asked`` was asked."""
    pack = builtin_pack(pack_id)
    every = tuple(item.id for item in pack.items)
    described = Described(
        pack=pack,
        results=measure(pack, {}, asked=asked, minimum=1, respondents=0, selection=selection),
        plan=Plan("a"),
        charity=Charity("c", "Sample Charity"),
        assessment=Assessment("a", "c", "T", pack.id, "1.0", "d", selection, every, 1, DAY),
        participants=(),
        responses=(),
        today=DAY,
        with_notes=False,
    )
    return plan_document(described)


@pytest.mark.parametrize(
    ("pack_id", "asked", "selection", "words"),
    [
        ("bid-check", ["BID-1", "BID-2"], Selection.ALL, "2"),
        ("five-themes", ["POW-1", "POW-2"], Selection.ALL, "Full version: 2 statements"),
        ("five-themes", ["POW-1"], Selection.OWN_CHOICE, "Own choice: 1 statement"),
    ],
)
def test_what_was_asked_in_the_end_is_counted(
    pack_id: str, asked: list[str], selection: Selection, words: str
) -> None:
    """A mode may have left out some; a pack with one version does not call it the full one."""
    facts = {fact.label: fact.value for fact in document(pack_id, asked, selection).cover.facts}
    assert facts["Statements"] == words


def test_themes_that_were_not_asked_have_no_row() -> None:
    """Only their names and the reason stand below the picture."""
    shape = document("five-themes", ["POW-1", "EMP-1"], Selection.OWN_CHOICE).shape
    assert shape is not None
    assert [theme.name for theme in shape.themes] == ["Power", "Empathy"]
