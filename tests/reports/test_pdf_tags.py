"""The tags of a plan, checked from the outside with pikepdf and poppler."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
from external_tools import run_tool
from pdf_reading import Tag, open_pdf

Drawn = Callable[[str], bytes]
Tags = Callable[[str], Tag]


def test_the_file_says_that_it_is_tagged_and_in_british_english(drawn: Drawn, example: str) -> None:
    """Without these two a screen reader guesses order and language."""
    with open_pdf(drawn(example)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"


def test_every_mark_is_in_the_tree_and_every_leaf_of_the_tree_is_a_mark(
    drawn: Drawn, example: str
) -> None:
    """The way from a page to its tags and back is complete: nothing is lost or invented."""
    with open_pdf(drawn(example)) as pdf:
        way_back = _parent_tree(pdf)
        from_tree: dict[tuple[tuple[int, int], int], pikepdf.Object] = {}
        for element in _elements(pdf.Root.StructTreeRoot.K):
            for kid in element.get("/K", []):
                if kid.get("/Type") == "/MCR":
                    from_tree[kid.Pg.objgen, int(kid.MCID)] = element
        on_pages = {
            (page.objgen, mcid): way_back[int(page.StructParents)][mcid]
            for page in pdf.pages
            for mcid in _marks(page)
        }
        assert from_tree == on_pages
        assert all(len(way_back[int(p.StructParents)]) == len(_marks(p)) for p in pdf.pages)


def test_everything_on_a_page_is_tagged_or_marked_as_decoration(drawn: Drawn, example: str) -> None:
    """Nothing is painted outside marked content."""
    painting = {"Tj", "TJ", "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do"}
    with open_pdf(drawn(example)) as pdf:
        for page in pdf.pages:
            depth = 0
            for _operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "BDC" | "BMC":
                        depth += 1
                    case "EMC":
                        depth -= 1
                    case name:
                        assert depth or name not in painting
            assert depth == 0


def test_every_picture_is_told_in_words(tags: Tags, example: str) -> None:
    """The shape, the dots and the tick boxes have an alternative text and a place."""
    figures = tags(example).named("Figure")
    assert figures
    assert all(figure.alt and figure.box for figure in figures)


def test_the_words_of_the_shape_name_every_theme_and_score(tags: Tags) -> None:
    """Whoever cannot see the picture gets the same numbers."""
    (shape,) = [f for f in tags("short_single").named("Figure") if f.alt.startswith("A chart")]
    for theme in ("Power 3.0", "Empathy", "Honesty", "Communication", "Impact"):
        assert theme in shape.alt


def test_the_words_of_the_dots_give_every_count(tags: Tags) -> None:
    """One dot strip, told in words, has all levels and both ways out."""
    dots = next(f for f in tags("group").named("Figure") if f.alt.startswith("Dots"))
    assert dots.alt == (
        "Dots: 1 Not yet 0; 2 Starting 1; 3 Patchy 2; 4 Regular practice 3; 5 How we work 1; "
        "Don't know 0; Does not apply to us 0."
    )


def test_tables_have_rows_of_cells_with_scoped_headings(tags: Tags, example: str) -> None:
    """Every heading cell says whether it heads a column or a row."""
    tables = tags(example).named("Table")
    assert len(tables) == 2
    for table in tables:
        assert {row.name for row in table.inside} == {"TR"}
        assert {cell.name for row in table.inside for cell in row.inside} <= {"TH", "TD"}
        assert {cell.scope for cell in table.named("TH")} <= {"Column", "Row"}
        assert len({len(row.inside) for row in table.inside}) == 1
    assert [cell.scope for cell in tables[1].inside[0].inside] == ["Column"] * 4


def test_lists_have_items_with_label_and_body(tags: Tags, example: str) -> None:
    """Findings, actions and points are real lists."""
    lists = tags(example).named("L")
    assert lists
    for each in lists:
        assert {item.name for item in each.inside} == {"LI"}
        assert all([p.name for p in item.inside] == ["Lbl", "LBody"] for item in each.inside)


def test_headings_come_in_order_without_gaps(tags: Tags, example: str) -> None:
    """One title, parts below it, sections below the parts; no level is jumped over."""
    levels = [int(tag.name[1]) for tag in tags(example).named("H1", "H2", "H3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_contents_are_links_with_their_annotation(drawn: Drawn, tags: Tags) -> None:
    """Each line of the contents is a link in the tree, and the annotation knows its tag."""
    links = tags("short_single").named("Link")
    assert [link.text for link in links][:3] == [
        "The shape of how we work with others 2",
        "What stands out 3",
        "What we do now 4",
    ]
    assert all(link.links == 1 for link in links)
    with open_pdf(drawn("short_single")) as pdf:
        way_back = _parent_tree(pdf)
        annotations = list(pdf.pages[0].Annots)
        assert len(annotations) == len(links)
        for annotation in annotations:
            assert way_back[int(annotation.StructParent)].S == "/Link"
            assert str(annotation.Contents)


def test_a_link_leads_to_the_page_it_names(drawn: Drawn) -> None:
    """The number in the contents and the page that opens are the same."""
    with open_pdf(drawn("full_single")) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        for annotation in pdf.pages[0].Annots:
            assert str(annotation.Contents).endswith(f"page {numbers[annotation.Dest[0].objgen]}")


def test_a_long_paragraph_stays_one_paragraph_over_two_pages(tags: Tags) -> None:
    """What is cut by the end of a page is still read as one."""
    cut = [tag for tag in tags("long_texts").named("P") if len(set(tag.pages)) > 1]
    assert cut
    assert all(tag.text.count("  ") == 0 for tag in cut)


def test_reading_order_is_the_order_on_paper(drawn: Drawn, tags: Tags, example: str) -> None:
    """Going through the tree, marks come page by page in the order in which they were drawn."""
    with open_pdf(drawn(example)) as pdf:
        places = [
            (kid.Pg.objgen[0], int(kid.MCID))
            for element in _elements(pdf.Root.StructTreeRoot.K)
            for kid in element.get("/K", [])
            if kid.get("/Type") == "/MCR"
        ]
    seen: set[tuple[int, int]] = set()
    jumps = 0
    for before, after in pairwise(places):
        assert after not in seen
        seen.add(before)
        jumps += after < before
    # A paragraph over two pages has its second part on the later page before what stood beside
    # it on the earlier one; only then may the order go back.
    assert jumps == 0 or example == "long_texts"


def test_poppler_sees_the_same_order(drawn: Drawn, tmp_path: Path) -> None:
    """An independent reader finds title, charity, parts and first finding in this order."""
    text = run_tool(tmp_path, drawn("short_single"), "pdfinfo", "-struct-text")
    wanted = [
        "Our plan for working with others",
        "Sample: not a real charity",
        "Sample Charity",
        "The shape of how we work with others",
        "What stands out",
        "What we do now",
        "Parked for later",
        "Naming our advantages",
        "How this was worked out",
        "Where the statements come from",
    ]
    found = re.findall(r'"(.*)"$', text, re.MULTILINE)
    places = [found.index(line) for line in ["Sample: not a real charity", *wanted[3:]]]
    assert places == sorted(places)
    assert set(wanted) <= set(found)


def test_bookmarks_lead_to_every_part(drawn: Drawn) -> None:
    """The outline has the title and one entry a part."""
    with open_pdf(drawn("short_single")) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            "Our plan for working with others",
            "The shape of how we work with others",
            "What stands out",
            "What we do now",
            "Parked for later",
            "Power",
            "Empathy",
            "Honesty",
            "Communication",
            "Impact",
            "How this was worked out",
        ]


def _elements(element: pikepdf.Object) -> "list[pikepdf.Object]":
    inside = [kid for kid in element.get("/K", []) if kid.get("/Type") == "/StructElem"]
    return [element, *(e for kid in inside for e in _elements(kid))]


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def _marks(page: pikepdf.Page) -> list[int]:
    return [
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    ]
