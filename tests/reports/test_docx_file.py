"""The file as a whole: made to be edited, nobody's name in it, the same every time."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import html_examples
import plan_examples
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from docx_reading import blocks_docx, in_style, opened, part_of, plan_docx

from collabkit.reports.docx import render_parts_docx, render_plan_docx

EXAMPLES = ["short_single", "group", "empty", "strange_names"]
EVERY = [*EXAMPLES, "blocks"]


def drawn(name: str) -> bytes:
    return blocks_docx() if name == "blocks" else plan_docx(name)


@pytest.mark.parametrize("name", EVERY)
def test_nobody_is_named_and_the_title_is(name: str) -> None:
    """Whoever typed is nobody's business; and there is nothing of the library's own."""
    about = opened(drawn(name)).core_properties
    assert about.title
    assert about.language == "en-GB"
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert b"python-docx" not in b"".join(members(drawn(name)).values())


def test_a_title_too_long_for_its_place_is_shortened() -> None:
    """Properties hold 255 characters; the text of the document has all of them."""
    name = "The Association of Everybody " * 20
    document = replace(html_examples.parts_document(), title=name)
    data = render_parts_docx(document)
    assert len(opened(data).core_properties.title) == 255
    assert in_style(data, "Title") == [name]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_date_in_the_file_is_the_day_it_was_made_on() -> None:
    """Neither the clock nor this computer's time zone has a part in it."""
    data = plan_docx("empty")
    about = opened(data).core_properties
    assert about.created == about.modified == datetime(2026, 11, 22, tzinfo=UTC)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert {info.create_system for info in package.infolist()} == {0}


@pytest.mark.parametrize("year", [1970, 9999])
def test_a_day_for_which_zip_files_have_no_date_is_no_trouble(year: int) -> None:
    """A clock that was never set says 1970, and one that was set wrongly says anything."""
    document = replace(html_examples.parts_document(), made_on=date(year, 1, 1))
    data = render_parts_docx(document)
    assert opened(data).core_properties.created.year == year


@pytest.mark.parametrize("name", ["group", "empty"])
def test_equal_plans_give_equal_bytes(name: str) -> None:
    """Whatever was drawn in between."""
    render_parts_docx(html_examples.every_block())
    assert render_plan_docx(getattr(plan_examples, name)()) == plan_docx(name)


@pytest.mark.parametrize("name", EVERY)
def test_the_paper_is_a4_with_margins_of_two_centimetres(name: str) -> None:
    """As the other papers."""
    (section,) = opened(drawn(name)).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for margin in ("top_margin", "bottom_margin", "left_margin", "right_margin"):
        assert abs(getattr(section, margin) - Mm(20)) < Mm(0.1)


@pytest.mark.parametrize("name", EVERY)
def test_the_language_and_the_typeface_are_said_once(name: str) -> None:
    """In what every style begins with, so that changing one style changes all."""
    defaults = part_of(drawn(name), "word/styles.xml").find(f".//{qn('w:rPrDefault')}")
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:ascii")) == "Arial"


@pytest.mark.parametrize("name", EVERY)
def test_everything_has_one_of_our_styles_and_nothing_is_painted_by_hand(name: str) -> None:
    """Sizes, colours and weights are in styles; the box to tick alone names its typeface."""
    document = opened(drawn(name))
    known = {style.style_id for style in document.styles}
    body = document.element.body
    used = {e.get(qn("w:val")) for e in body.iter(qn("w:pStyle"), qn("w:rStyle"))}
    assert used <= known
    assert len(list(body.iter(qn("w:pStyle")))) == len(list(body.iter(qn("w:p"))))
    assert not list(body.iter(qn("w:sz"), qn("w:color"), qn("w:b")))


@pytest.mark.parametrize("name", EVERY)
def test_styles_are_not_the_librarys_eighty(name: str) -> None:
    """The list that Word shows is ours, short and in plain words."""
    names = [style.name for style in opened(drawn(name)).styles]
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number"} <= {
        *names
    }
    assert {"Quiet Remark", "Big Sentence", "Take Care", "Line To Write On"} <= {*names}
    assert len(names) < 45


@pytest.mark.parametrize("name", EVERY)
def test_every_head_of_a_table_comes_again_and_no_short_row_is_broken(name: str) -> None:
    """Word repeats a row that is marked so; a row that may break is marked in no way."""
    tables = list(opened(drawn(name)).element.body.iter(qn("w:tbl")))
    assert tables
    for table in tables:
        rows = table.findall(qn("w:tr"))
        look = table.find(f".//{qn('w:tblLook')}")
        is_head = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
        assert is_head[0] == (look.get(qn("w:firstRow")) == "1")
        assert not any(is_head[1:])
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_rules_belong_to_rows_and_not_to_the_gaps_between_them() -> None:
    """LibreOffice 7.4 would lose rows where one fits on a page but for the rule below it."""
    data = blocks_docx()
    styles = part_of(data, "word/styles.xml")
    bands = {style.get(qn("w:type")) for style in styles.iter(qn("w:tblStylePr"))}
    assert bands == {"band1Horz", "band2Horz", "firstRow"}
    assert not list(styles.iter(qn("w:insideH")))
    looks = opened(data).element.body.iter(qn("w:tblLook"))
    assert {look.get(qn("w:noHBand")) for look in looks} == {"0"}


def test_a_row_as_long_as_a_page_may_be_broken() -> None:
    """LibreOffice would cut off the rest of it."""
    plan = plan_examples.document(
        plan_examples.assessment_of(["POW-1"]),
        [],
        [replace(plan_examples.some_actions()[0], text="We talk. " * 400)],
    )
    rows = opened(render_plan_docx(plan)).element.body.iter(qn("w:tr"))
    broken = [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is None]
    assert len(broken) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_stay_with_what_follows_and_go_down_by_one(name: str) -> None:
    """As a reader who jumps from heading to heading expects."""
    data = plan_docx(name)
    styles = opened(data).styles
    assert all(styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3))
    before = 0
    for paragraph in opened(data).paragraphs:
        if paragraph.style.name.startswith("Heading"):
            level = int(paragraph.style.name[-1])
            assert level <= before + 1, paragraph.text
            before = level


def test_every_line_of_the_contents_leads_to_its_heading() -> None:
    """They are links to bookmarks, so nothing waits for a field to be brought up to date."""
    document = opened(plan_docx("group"))
    marked = {
        mark.get(qn("w:name")): mark.getparent()
        for mark in document.element.body.iter(qn("w:bookmarkStart"))
    }
    links = [link for p in document.paragraphs for link in p.hyperlinks]
    assert [link.text for link in links][:3] == [
        "The shape of how we work with others", "What stands out", "What we do now",
    ]  # fmt: skip
    headings = {p._p: p.text for p in document.paragraphs}
    assert [headings[marked[link.fragment]] for link in links] == [link.text for link in links]
    assert all(name.isidentifier() and len(name) <= 40 for name in marked)


@pytest.mark.parametrize("name", EVERY)
def test_the_only_fields_are_the_page_numbers_at_the_foot(name: str) -> None:
    """With the name of the charity and the day."""
    data = drawn(name)
    assert not list(opened(data).element.body.iter(qn("w:fldSimple"), qn("w:instrText")))
    (section,) = opened(data).sections
    foot = section.footer._element
    fields = [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    words = "".join(text.text for text in foot.iter(qn("w:t"), qn("w:tab")) if text.text)
    assert "Page 1 of 1" in words
    assert "22 November 2026" in words


def test_a_cover_has_no_foot_and_practice_is_said_on_it_too() -> None:
    """What is only practice says so on every page."""
    document = replace(plan_examples.empty(), label="Practice")
    (section,) = opened(render_plan_docx(document)).sections
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == ""
    assert section.first_page_header.paragraphs[0].text == "Practice"
    assert section.header.paragraphs[0].text == "Practice"


def test_a_picture_says_in_words_what_it_shows() -> None:
    """And it is not much larger than the table that says the same."""
    document = opened(plan_docx("group"))
    (drawing,) = document.element.body.iter(qn("wp:docPr"))
    shape = plan_examples.group().shape
    assert shape is not None
    assert drawing.get("descr") == shape.in_words
    assert len(members(plan_docx("group"))["word/media/image1.png"]) < 60_000


def test_nothing_can_be_fetched_from_elsewhere() -> None:
    """No relationship leaves the file."""
    for name, data in members(plan_docx("strange_names")).items():
        if name.endswith(".rels"):
            assert b"External" not in data


def test_python_docx_is_loaded_only_when_something_is_drawn(tmp_path: Path) -> None:
    """The window starts without it."""
    import subprocess
    import sys

    code = (
        "import sys, collabkit.reports.docx, collabkit.reports.docx.checks,"
        " collabkit.reports.calendar; "
        "print([m for m in ('docx', 'lxml', 'PIL', 'icalendar') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
