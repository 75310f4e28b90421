"""People's text on paper: safe, complete and in order, whatever they type."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import plan_examples
import pytest
from drawing import draw_blocks
from external_tools import run_tool
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_reading import tags_of

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction, Slot
from collabkit.reports.pdf import render_plan
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.fonts import Face, advances
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY
from collabkit.reports.pdf.text import (
    Run,
    break_lines,
    clean,
    line_width,
    needs_boxes,
    one_line,
    shortened,
    single_line,
)
from collabkit.reports.plan_document import PlanDocument

# Letters that stand by themselves: spacing accents join their neighbours in some readers.
LETTERS = "".join(
    char
    for char in advances(Face.REGULAR)
    if unicodedata.category(char)[0] in "LNPS"
    and not unicodedata.decomposition(char).startswith("<compat> 0020")
    and unicodedata.category(char) not in {"Sk", "Lm"}
    and unicodedata.normalize("NFC", char) == char
)
latin_words = st.lists(st.text(LETTERS, min_size=1, max_size=15), min_size=1, max_size=40)

HOSTILE = {
    "markup": "I <b>agree</b> & <trustee> said &amp; <img src='file:///etc/passwd'/>",
    "unclosed": "</para><para> <b> <![CDATA[ ]]> <!-- -->",
    "pdf syntax": r"(unbalanced \( ) Tj ET EMC endstream endobj %%EOF \\ \n \101",
    "emoji": "Thumbs up 👍🏽 family 👨‍👩‍👧 flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "arabic": "السلام عليكم ورحمة الله",
    "hebrew in english": "They said שלום to us",
    "chinese": "我们一起工作，互相帮助。" * 20,
    "our own marks": "→ ✓ ● ≥ □ ≤",
    "bidi controls": "\u202eabc\u202c and \u2066def\u2069",
    "zero width": "a\u200bb\u200cc\u200dd\ufeffe",
    "only joiners": "\u200d\u200d",
    "uncomposed": "e\u0301 q\u0303 a\u0323\u0302 \u0301",
    "spaces": "a\u00a0b\u2009c\u3000d  e   f",
    "lookalikes": "non\u2011breaking \u2010 \u2015 \u02bc \ufb01ne",
    "private use": "\ue000\uf8ff\U0010fffd",
}


def shown(text: str, room: float = 1e9) -> list[str]:
    lines = break_lines([Run(text)], room, 10)
    return ["".join(piece.shown for piece in line) for line in lines]


def kept(text: str, room: float = 1e9) -> str:
    """What a file holds of a text: the real characters where something else is drawn."""
    lines = break_lines([Run(text)], room, 10)
    return "".join(
        piece.shown if piece.actual is None else piece.actual for line in lines for piece in line
    )


def squeeze(text: str) -> str:
    """Text without what depends on the lines alone: a line may also end after a dash."""
    return re.sub(r"(?<=[-—]) ", "", " ".join(text.split()))


def as_tagged(text: str) -> str:
    root = Element("Document")
    (paragraph,) = tags_of(draw_blocks([Text(text, BODY, root.add("P"))], root)).named("P")
    return paragraph.text


def plan_with(text: str) -> PlanDocument:
    """A small plan with ``text`` in every place that people fill in."""
    ids = ["POW-1"]
    return plan_examples.document(
        replace(plan_examples.assessment_of(ids, Selection.OWN_CHOICE), title=text),
        [Response("p0", "POW-1", "2", note=text, evidence=text)],
        [
            PlanAction(
                str(slot), text, ActionKind.QUICK_WIN, slot, why=text, owner=text,
                first_step=text, how_we_will_know=text,
            )
            for slot in Slot
        ],
        charity=text,
    )  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=latin_words)
def test_latin_text_comes_back_from_a_plan(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    """pdftotext finds every text that people typed, word for word."""
    text = " ".join(words)
    data = render_plan(plan_with(text))
    folder = tmp_path_factory.mktemp("plan")
    found = run_tool(folder, data, "pdftotext", "-raw", "-enc", "UTF-8", after=("-",))
    squeezed = squeeze(found)
    for label in ("Note", "Evidence", "Why"):
        assert squeeze(f"{label}: {text}") in squeezed
    # In each of the two actions: the action itself, who, the first step, and how we will know.
    assert squeezed.replace(" ", "").count(text.replace(" ", "")) >= 12


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_kept_character_for_character(text: str) -> None:
    """Through the tree of tags every character comes back; a line break reads as a space."""
    assert as_tagged(text) == clean(text).replace("\n", " ")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_drawn_and_kept(name: str, tmp_path: Path) -> None:
    """In every field of a plan, without harm to the file and without loss."""
    text = HOSTILE[name]
    data = render_plan(plan_with(text))
    assert "No syntax" in run_tool(tmp_path, data, "qpdf", "--check")
    paragraphs = [tag.text for tag in tags_of(data).named("P")]
    assert paragraphs.count(clean(text)) == 3  # the charity and both actions
    for label in ("Note: ", "Evidence: "):
        assert label + clean(text) in paragraphs
    assert paragraphs.count(f"Who {clean(text)}") == 2


@pytest.mark.parametrize("letter", ["x", "ŵ", "字", "👍🏽", "<"])
def test_a_word_of_sixty_thousand_letters_is_drawn_and_kept(letter: str) -> None:
    """It is broken wherever a line ends and goes on for pages; nothing is lost."""
    word = letter * (60_000 // len(letter))
    assert as_tagged(word) == word


def test_poppler_finds_what_is_drawn_as_boxes(tmp_path: Path) -> None:
    """A search or a copy in an ordinary reader gets the real characters."""
    data = render_plan(plan_with("Thumbs up 👍 and 我们 → ✓"))
    found = run_tool(tmp_path, data, "pdftotext", "-raw", "-enc", "UTF-8", after=("-",))
    assert "Thumbs up 👍 and 我们 → ✓" in found


def test_the_plan_says_so_if_anything_is_drawn_as_a_box() -> None:
    """One sentence on the cover, and only if it is true."""
    notice = "drawn as boxes"
    assert notice in tags_of(render_plan(plan_with("我们"))).full_text()
    assert notice not in tags_of(render_plan(plan_with("Tŷ Łódź"))).full_text()


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    """It is no character and cannot be written in any file; its place is kept."""
    assert clean("x\ud800y\udfff") == "x\ufffdy\ufffd"
    assert render_plan(plan_with("x\ud800y"))


def test_control_characters_are_dropped_and_line_breaks_kept() -> None:
    """Every kind of line break is one; a tab is a space."""
    assert clean("a\x00b\x1bc\x7fd\x9fe") == "abcde"
    assert clean("a\r\nb\rc\nd\u2028e\x0bf\tg") == "a\nb\nc\nd\ne\nf g"


def test_letters_and_their_marks_are_composed() -> None:
    """Welsh and Polish typed with separate marks look and are found like any other."""
    assert clean("w\u0302 z\u0307") == "ŵ ż"


def test_newlines_are_kept_as_lines() -> None:
    """Also empty ones, as people leave them between thoughts."""
    assert [line.rstrip() for line in shown("one\n\ntwo\nthree")] == ["one", "", "two", "three"]


def test_text_is_broken_between_words() -> None:
    """Every line fits, and only the space at its end may hang over."""
    text = "We give partners what we promised them, or agree a change with the partner first."
    lines = break_lines([Run(text)], 100, 10)
    assert len(lines) > 3
    for line in shown(text, 100):
        (bare,) = break_lines([Run(line.rstrip())], 1e9, 10)
        assert line_width(bare) * 10 <= 100
    assert kept(text, 100) == text


def test_a_long_compound_may_be_broken_after_its_hyphen() -> None:
    """But numbers and signs such as 2018-19 or -5 stay together."""
    assert shown("self-assessment", 40)[0] == "self-"
    assert shown("in 2018-19", 45) == ["in ", "2018-19"]


def test_what_the_font_lacks_is_drawn_as_a_box() -> None:
    """One box for what people see as one character."""
    assert shown("a→b 👨‍👩‍👧 👍🏽") == ["a□b □ □"]
    assert kept("a→b 👨‍👩‍👧 👍🏽") == "a→b 👨‍👩‍👧 👍🏽"


def test_an_invisible_character_does_not_make_a_box() -> None:
    """A soft hyphen or a joiner between letters is kept and not seen."""
    assert shown("soft\u00adhyphen") == ["softhyphen"]
    assert kept("soft\u00adhyphen") == "soft\u00adhyphen"
    assert not needs_boxes("soft\u00adhyphen and no\u00a0break")


def test_a_twin_is_drawn_for_what_looks_the_same() -> None:
    """A non-breaking hyphen is drawn as a hyphen, and its own kind is kept."""
    assert shown("non\u2011breaking") == ["non-breaking"]
    assert kept("non\u2011breaking") == "non\u2011breaking"


def test_a_line_break_is_no_missing_character() -> None:
    """Several lines of plain text need no box."""
    assert not needs_boxes("one\ntwo")
    assert needs_boxes("one\n→ two")


def test_a_title_is_one_line() -> None:
    """For the window bar and the bookmarks."""
    assert one_line(" Away-day\nJune\t2026 ") == "Away-day June 2026"


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    """Only in the footer and the contents, where the full text stands elsewhere."""
    line = shortened("The Association for the Whole Valley", 90, 10)
    assert "".join(piece.shown for piece in line).endswith("…")
    assert line_width(line) * 10 <= 90
    assert shortened("Short", 90, 10) == single_line("Short")
