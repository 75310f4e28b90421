"""The tags of a form: whoever cannot see it fills it in with the same words in the same order."""

from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from external_tools import run_tool
from form_examples import drawn
from form_reading import widgets_of
from pdf_reading import Tag, open_pdf, tags_of

from collabkit.reports.form import FormSize

EXAMPLES = ["handover", "first-conversation", "health-check", "strange"]
each = pytest.mark.parametrize("pack_id", EXAMPLES)


@each
def test_every_place_to_fill_in_is_in_the_tree(pack_id: str) -> None:
    """One tag a place, and the way back from the place to its tag; what is hidden has none."""
    with open_pdf(drawn(pack_id)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        seen = [w for w in widgets_of(pdf) if not w.name.startswith("collabkit.")]
        hidden = [w for w in widgets_of(pdf) if w.name.startswith("collabkit.")]
        assert all(str(parents[w.struct_parent].S) == "/Form" for w in seen if w.struct_parent)
        assert len({w.struct_parent for w in seen}) == len(seen)
        assert {w.struct_parent for w in hidden} == {None}
    forms = tags_of(drawn(pack_id)).named("Form")
    assert [form.links for form in forms] == [1] * len(seen)


@each
def test_the_tabulator_goes_in_the_order_of_reading(pack_id: str) -> None:
    """Which is the order of the tags, and that in which the pages list their fields."""
    with open_pdf(drawn(pack_id)) as pdf:
        assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
        listed = [
            annotation.objgen
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/StructParent" in annotation
        ]
        assert _in_the_tree(pdf.Root.StructTreeRoot.K) == listed


def _in_the_tree(element: pikepdf.Object) -> list[tuple[int, int]]:
    found = []
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/OBJR":
            found.append(kid.Obj.objgen)
        elif kid.get("/Type") == "/StructElem":
            found += _in_the_tree(kid)
    return found


@each
def test_every_answer_is_an_item_with_its_place_and_its_words(pack_id: str) -> None:
    """The place is the label of the words, so that both are read together."""
    for item in tags_of(drawn(pack_id)).named("LI"):
        label, body = item.inside
        assert (label.name, body.name) == ("Lbl", "LBody")
        assert [form.links for form in label.named("Form")] == [1]
        assert body.full_text().strip()


@each
def test_headings_come_in_order_without_gaps(pack_id: str) -> None:
    """A title, then parts, then statements."""
    levels = [int(tag.name[1]) for tag in tags_of(drawn(pack_id)).named("H1", "H2", "H3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each
def test_everything_drawn_is_tagged_or_decoration(pack_id: str) -> None:
    """Boxes and frames are decoration: what is filled in speaks for them."""
    painting = {"Tj", "TJ", "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do"}
    with open_pdf(drawn(pack_id)) as pdf:
        for page in pdf.pages:
            depth = 0
            for _operands, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
                assert depth or str(operator) not in painting


def test_a_form_is_told_like_every_document() -> None:
    """Its language and its title, and a bookmark."""
    with open_pdf(drawn("handover")) as pdf, pdf.open_outline() as outline:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo.Title) == "Handover conduct check · Sample Charity"
        assert [entry.title for entry in outline.root] == ["Handover conduct check"]


def test_poppler_sees_the_places_in_the_tree(tmp_path: Path) -> None:
    """An independent reader finds a list of answers below each statement."""
    data = drawn("handover", FormSize.LARGE_PRINT, "letter")
    text = run_tool(tmp_path, data, "pdfinfo", "-struct-text")
    assert text.count("Form") == len(tags_of(data).named("Form"))
    assert text.index("Full staff information") < text.index("Staff can take normal leave")


def test_statements_are_told_word_for_word() -> None:
    """With their number, as they stand on paper."""
    tags: list[Tag] = tags_of(drawn("strange")).named("H3")
    assert [tag.text[:22] for tag in tags] == [
        "1. Is it on?",
        "2. A statement that no",
        "3. When was that?",
        "4. Why?",
    ]
