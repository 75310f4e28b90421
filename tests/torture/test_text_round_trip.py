"""Texts that people might type, through a plan as PDF and back by programs that are not ours.

What the fonts hold is found by pdftotext word for word; of everything else the file keeps the real
characters as ActualText. Each plan carries many texts, a different one in every field.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import borrowed  # noqa: F401 - puts the folders of the makers on the path
import plan_examples
import pytest
from external_tools import run_tool
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as from_seed
from hypothesis import strategies as st
from pdf_reading import tags_of
from test_pdf_text import LETTERS, squeeze
from tiers import TIER

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction, Slot
from collabkit.reports.pdf import render_plan
from collabkit.reports.pdf.text import clean

ITEMS = ("POW-1", "POW-2", "POW-3", "POW-4", "HON-1", "HON-2", "COM-1", "COM-2")
_FIELDS = 5  # of an action
EACH = 2 + 2 * len(ITEMS) + 2 * _FIELDS  # texts in one plan
TEXTS = TIER.count(share=2 * EACH, change=300, nightly=3_000, release=10_000)
PARTS = TIER.parts(share=1, change=1, nightly=4)

latin = st.lists(st.text(LETTERS, min_size=1, max_size=15), min_size=1, max_size=12).map(" ".join)
anything = st.text(min_size=1, max_size=120).filter(lambda text: clean(text).strip())

TYPED = {"latin": latin, "anything": anything}


def plan_of(texts: Sequence[str]) -> bytes:
    """A plan with a different text in every field that people fill in."""
    left = iter(texts)
    title, charity = next(left), next(left)
    answers = [Response("p0", i, "2", note=next(left), evidence=next(left)) for i in ITEMS]
    actions = [
        PlanAction(
            str(slot), next(left), ActionKind.QUICK_WIN, slot, why=next(left), owner=next(left),
            first_step=next(left), how_we_will_know=next(left),
        )
        for slot in Slot
    ]  # fmt: skip
    assert next(left, None) is None
    asked = plan_examples.assessment_of(ITEMS, Selection.OWN_CHOICE)
    return render_plan(
        plan_examples.document(replace(asked, title=title), answers, actions, charity=charity)
    )


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def lost_for_poppler(texts: Sequence[str], data: bytes, folder: Path) -> list[str]:
    """The texts that pdftotext does not find as they were typed."""
    found = squeeze(run_tool(folder, data, "pdftotext", "-raw", "-enc", "UTF-8", after=("-",)))
    pressed = found.replace(" ", "")  # where a line ends, and only there, a space comes and goes
    return [text for text in texts if text.replace(" ", "") not in pressed]


def lost_for_readers(texts: Sequence[str], data: bytes) -> list[str]:
    """The texts that are not in the tree of tags, character for character."""
    found = "\n".join(in_one_line(tag.text) for tag in tags_of(data).walk())
    return [text for text in texts if in_one_line(clean(text)) not in found]


@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("kind", TYPED)
def test_every_text_comes_back(tally, seed: str, part, kind: str, tmp_path: Path) -> None:
    """Half of the texts are of letters that the fonts hold, half of anything at all."""
    texts = -(-part.share(TEXTS) // 2)
    with tally("text round trip through PDF") as count:

        @from_seed(f"{seed} {part.index} {kind}")
        @settings(
            max_examples=-(-texts // EACH),
            derandomize=False,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        )
        @given(st.lists(TYPED[kind], min_size=EACH, max_size=EACH, unique=True))
        def check(texts: list[str]) -> None:
            data = plan_of(texts)
            lost = lost_for_readers(texts, data)
            if kind == "latin":
                lost += lost_for_poppler(texts, data, tmp_path)
            count.tried(len(texts))
            count.survived(len(texts) - len(set(lost)))
            count.note("in Latin letters" if kind == "latin" else "of anything", len(texts))
            assert lost == []

        check()
