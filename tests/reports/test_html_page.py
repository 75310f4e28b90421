"""What a page is made of, so that a screen reader finds its way about it."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import plan_examples
import pytest
from html_examples import (
    DOTS,
    ON_SCREEN,
    SHAPES,
    every_block,
    group_with_everything,
    parts_document,
    short,
)
from html_reading import Node, read_page, said

from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Field,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
)
from collabkit.errors import EnvironmentProblemError
from collabkit.reports.html import render_parts_html, render_plan_html, templates
from collabkit.reports.html.checks import check_html

PLANS = ("short_single", "group", "empty", "long_texts", "strange_names")
PAGES = (*PLANS, "everything", "short", "blocks")


def written(name: str) -> bytes:
    match name:
        case "everything":
            return render_plan_html(group_with_everything())
        case "short":
            return render_plan_html(short())
        case "blocks":
            return render_parts_html(every_block())
        case _:
            return render_plan_html(getattr(plan_examples, name)())


data_of = cache(written)


@cache
def read(name: str) -> Node:
    return read_page(data_of(name))


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> Node:
    """Each page in turn."""
    return read(request.param)


def page_of(*blocks: Block) -> Node:
    return read_page(render_parts_html(parts_document(Part("one", "One", blocks)))).one("main")


def style_of(data: bytes) -> str:
    return "".join(map(str, read_page(data).one("style").inside))


def test_it_has_a_language_a_title_and_one_main_heading(page: Node) -> None:
    assert page.one("html").attributes["lang"] == "en-GB"
    assert page.one("head").one("title").text().strip()
    assert page.one("h1").words()


def test_headings_never_skip_a_level(page: Node) -> None:
    levels = [int(node.tag[1]) for node in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_its_landmarks_are_there_once_and_the_first_link_leads_to_the_content(page: Node) -> None:
    body = page.one("body")
    assert [node.tag for node in body.children()] == ["a", "header", "nav", "main", "footer"]
    assert body.children()[0].attributes["href"] == f"#{page.one('main').attributes['id']}"


def test_the_contents_lead_to_every_chapter(page: Node) -> None:
    """Under the chapter's own words, in order."""
    chapters = [node for node in page.one("main").children() if node.tag == "section"]
    links = page.one("nav").named("a")
    assert [link.attributes["href"] for link in links] == [
        f"#{chapter.attributes['id']}" for chapter in chapters
    ]
    assert [link.words() for link in links] == [each.one("h2").words() for each in chapters]


def test_ids_are_unique_and_every_reference_leads_somewhere(page: Node) -> None:
    ids = Counter(n.attributes["id"] for n in page.walk() if "id" in n.attributes)
    assert set(ids.values()) == {1}
    for node in page.walk():
        wanted = [node.attributes.get("href", "#")[1:]]
        for name in ("aria-labelledby", "aria-describedby"):
            wanted += node.attributes.get(name, "").split()
        assert {each for each in wanted if each} <= ids.keys()


def test_every_table_has_a_caption_and_heads_with_a_scope(page: Node) -> None:
    for table in page.named("table"):
        assert table.children()[0].tag == "caption"
        assert table.one("caption").words()
        assert all(th.attributes["scope"] == "col" for th in table.one("thead").named("th"))
        for row in (row for body in table.named("tbody") for row in body.named("tr")):
            heads = row.named("th")
            assert [th.attributes["scope"] for th in heads] in ([], ["row"])
        assert all(th.words() for th in table.named("th"))  # an empty head says nothing


def test_a_wide_table_scrolls_in_a_place_of_its_own(page: Node) -> None:
    """With a name, and reached by the keyboard; the narrow tables beside dots need none."""
    for table in page.named("table"):
        if "counts" in table.attributes.get("class", ""):
            continue
        assert table.above is not None
        place = table.above.attributes
        assert (place["role"], place["tabindex"]) == ("group", "0")
        assert place["aria-labelledby"] == table.one("caption").attributes["id"]


def test_every_drawing_is_named_or_decoration(page: Node) -> None:
    for svg in page.named("svg"):
        if svg.attributes.get("aria-hidden") == "true":
            continue
        assert svg.attributes["role"] == "img"
        if "aria-label" in svg.attributes:
            assert svg.attributes["aria-label"]
            continue
        title, desc = svg.children()[:2]
        assert (title.tag, desc.tag) == ("title", "desc")
        assert svg.attributes["aria-labelledby"] == title.attributes["id"]
        assert svg.attributes["aria-describedby"] == desc.attributes["id"]
        assert all("".join(map(str, each.inside)) for each in (title, desc))


def test_lists_hold_items_and_facts_hold_pairs(page: Node) -> None:
    for item in page.named("li"):
        assert item.above is not None
        assert item.above.tag in {"ul", "ol"}
    for facts in page.named("dl"):
        for pair in facts.children():
            assert [each.tag for each in pair.children()] == ["dt", "dd"]


def test_nothing_runs_and_nothing_is_fetched(page: Node) -> None:
    """And the page forbids the browser to."""
    assert not page.named("script", "link", "img", "iframe", "object", "embed", "form", "base")
    for node in page.walk():
        assert node.attributes.get("href", "#").startswith("#")
        assert not {"src", "style", "srcset", "data"} & node.attributes.keys()
        assert not [name for name in node.attributes if name.startswith("on")]
    assert "url(" not in "".join(map(str, page.one("style").inside))
    policies = [n.attributes["content"] for n in page.named("meta") if "http-equiv" in n.attributes]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_passes_the_check_that_follows_its_writing(name: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(data_of(name))
    check_html(tmp_path / "page.html")


@pytest.mark.parametrize("name", PAGES)
def test_equal_documents_give_equal_bytes(name: str) -> None:
    """However often they are described and drawn; no clock and no counter has a part in it."""
    assert written(name) == data_of(name)


def texts(part: object) -> list[str]:
    """Every text of a frozen description, in its order; names of things and codes are none."""
    if isinstance(part, str) and not hasattr(part, "value"):
        return [part]
    if isinstance(part, tuple):
        return [text for each in part for text in texts(each)]
    if is_dataclass(part):
        hidden = {"key", "code", "item_id", "idea_id", "chosen", "sign", "hint", "in_words"}
        return [
            text
            for field in fields(part)
            if field.name not in hidden
            for text in texts(getattr(part, field.name))
        ]
    return []


def test_every_text_of_every_block_is_there_as_it_stands() -> None:
    """But what cannot be chosen any more, a date as it is kept, and what is only for the screen."""
    there = said(read("blocks"))
    missing = {t for part in every_block().parts for t in texts(part) if t and t not in there}
    with_number = {name for name, _count in DOTS.columns}
    assert missing - with_number == {"The bus", "2026-12-20", *texts(ON_SCREEN)}


def test_every_kind_of_block_is_tried_here() -> None:
    tried = {type(block) for part in every_block().parts for block in part.blocks}
    assert tried == set(get_args(Block))


def test_parts_for_the_screen_are_never_there() -> None:
    """Neither in a document of parts nor in an outcome, nor beside the results."""
    document = replace(short(), outcome=(ON_SCREEN,), beside=(ON_SCREEN,))
    assert b"Only on screen" not in data_of("blocks") + render_plan_html(document)


def test_an_outcome_stands_where_the_pdf_has_it() -> None:
    """Front, plan, what is behind, what is beside, where it comes from."""
    document = replace(
        short(),
        outcome=(Part("b", "Behind", (), Place.BEHIND), Part("f", "Front", ())),
        beside=(Part("x", "Beside", ()),),
    )
    headings = [node.words() for node in read_page(render_plan_html(document)).named("h2")]
    assert headings == [
        "Inside", "Front", "What we do now", "Parked for later", "Behind", "Beside",
        document.method.title,
    ]  # fmt: skip


def test_a_session_for_practice_says_so_at_the_head_and_on_every_sheet() -> None:
    label = read("everything").one("header").of_class("label")
    assert [node.words() for node in label] == ["Practice"]
    assert '@top-right { content: "Practice"' in style_of(data_of("everything"))
    assert "Practice" not in style_of(data_of("group"))


def test_a_sample_says_that_it_is_not_real() -> None:
    header = read("short_single").one("header")
    assert "Sample: not a real charity" in header.words()


def test_what_is_empty_is_a_line_to_write_on() -> None:
    """On the screen and on paper, and told to whoever sees neither."""
    page = read("empty")
    for entry in page.of_class("now")[0].children():
        assert entry.words().count("To be filled in") == len(entry.of_class("line")) == 6


def test_a_long_text_has_two_lines_to_write_on() -> None:
    fields_of_block = read("blocks").of_class("field")
    assert [len(each.of_class("line")) for each in fields_of_block] == [1, 0, 2]


def test_findings_are_numbered_through_all_the_kinds() -> None:
    lists = read("short_single").of_class("findings")
    counts = [len(each.children()) for each in lists]
    starts = [int(each.attributes.get("start", "1")) for each in lists]
    assert starts == [1 + sum(counts[:place]) for place in range(len(counts))]


def test_boxes_are_ticked_as_on_paper() -> None:
    """What is done, what was chosen; everything else is empty."""
    main = page_of(
        Entries((Entry("One"),), ticked=True),
        Pick("a", "Which?", (PickOption("x", "Yes"), PickOption("y", "No")), ("x",)),
        Pick("b", "And?", (PickOption("x", "Yes"), PickOption("y", "No")), ()),
    )
    boxes = [svg.attributes["aria-label"] for svg in main.named("svg")]
    assert boxes == ["Tick box, empty", "Tick box, ticked", "Tick box, empty", "Tick box, empty"]
    assert said(main) == ["One", "One", "Which?", "Yes", "And?", "Yes", "No"]


def test_numbered_entries_are_an_ordered_list() -> None:
    main = page_of(Entries((Entry("One"), Entry("Two")), numbered=True))
    assert [item.words() for item in main.one("ol").named("li")] == ["One", "Two"]


def test_a_field_shows_a_date_as_it_is_read() -> None:
    main = page_of(Field("day", "By when", "2026-12-20", "20 December 2026"))
    assert main.one("dd").words() == "20 December 2026"


def test_there_is_a_dot_for_each_person_and_the_same_counts_in_the_table() -> None:
    main = page_of(DOTS)
    (svg,) = (each for each in main.named("svg") if each.attributes["role"] == "img")
    counts = [*DOTS.columns, *DOTS.apart]
    assert len(svg.named("circle")) == sum(count for _name, count in counts)
    rows = [row.named("td")[0].words() for body in main.named("tbody") for row in body.named("tr")]
    assert rows == [str(count) for _name, count in counts]
    desc = "".join(map(str, svg.one("desc").inside))
    assert desc.startswith("Dots: 1 Not yet 0; 2 Starting 2; 3 Patchy 3;")


def test_shapes_stand_beside_each_other_with_a_gap_where_there_is_no_score() -> None:
    """Never a nought: a point for each score, the axis without one dashed, the words say so."""
    first, second = page_of(SHAPES).named("figure")
    for figure, outline in ((first, SHAPES.outlines[0]), (second, SHAPES.outlines[1])):
        assert figure.one("figcaption").words() == outline.label
        scores = [score for score in outline.scores if score is not None]
        assert len(figure.named("circle")) == len(scores)
        assert len(figure.of_class("dashed")) == len(outline.scores) - len(scores)
        assert not figure.of_class("ground")
        words = [" ".join(map(str, text.inside)) for text in figure.named("text")]
        assert words.count("no score") == 1
    assert "Honesty has no score" in "".join(map(str, first.one("desc").inside))


def test_the_shape_and_its_table_tell_the_same_scores() -> None:
    document = plan_examples.group()
    assert document.shape
    chapter = next(n for n in read("group").walk() if n.attributes.get("id") == "shape")
    drawn = {
        "".join(map(str, node.inside))
        for node in chapter.one("svg").named("text")
        if "score" in node.attributes["class"].split()
    }
    rows = chapter.one("tbody").named("tr")
    assert {row.named("td")[0].words() for row in rows} == drawn
    assert [row.one("th").words() for row in rows] == [each.name for each in document.shape.themes]


def test_paper_begins_a_new_sheet_where_the_pdf_does() -> None:
    main = read("group").one("main")
    sheets = [node.attributes["id"] for node in main.of_class("sheet")]
    themes = [f"theme-{number}" for number in range(1, 6)]
    assert sheets == ["shape", "findings", "now", "parked", *themes, "method"]


def test_the_colours_are_the_programs_own_in_light_and_dark() -> None:
    style = style_of(data_of("empty"))
    dark = style.index("(prefers-color-scheme: dark)")
    assert style.index("--paper: #F7F5F1") < dark < style.index("--paper: #15191D")


def test_no_text_can_break_out_of_the_style_sheet() -> None:
    """The foot of each sheet of paper says whose the page is, in the style sheet."""
    text = '"; } </style><script>alert(1)</script> \\'
    data = render_parts_html(replace(parts_document(), subject=text))
    page = read_page(data)
    assert not page.named("script")
    (foot,) = re.findall(r'@bottom-left \{ content: "([^"]*)"', style_of(data))
    assert re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), foot) == text


def test_a_part_without_blocks_and_a_document_without_parts_are_pages_too() -> None:
    for parts in ((), (Part("a", "Nothing yet", ()),), (Part("b", "", (Paragraph(""),)),)):
        assert read_page(render_parts_html(parts_document(*parts))).one("main")


def test_missing_templates_are_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A damaged installation is no reason for a traceback."""
    environment = templates._environment
    environment.cache_clear()
    monkeypatch.setattr(templates, "resource", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(EnvironmentProblemError, match="install collabkit again"):
        render_parts_html(every_block())
    environment.cache_clear()
