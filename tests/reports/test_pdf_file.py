"""The file as a whole: sound, self-contained, the same every time."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import plan_examples
import pytest
from external_tools import run_tool
from pdf_reading import open_pdf

from collabkit.reports.pdf import render_plan

Drawn = Callable[[str], bytes]


def test_qpdf_finds_no_fault(drawn: Drawn, example: str, tmp_path: Path) -> None:
    """An independent reader accepts the file."""
    assert "No syntax or stream encoding errors" in run_tool(
        tmp_path, drawn(example), "qpdf", "--check"
    )


def test_every_font_is_inside_the_file(drawn: Drawn, example: str, tmp_path: Path) -> None:
    """pdffonts lists our four faces at most, each embedded, a subset and with a way to text."""
    lines = run_tool(tmp_path, drawn(example), "pdffonts").splitlines()[2:]
    assert 1 <= len({line.split()[0] for line in lines}) <= 4
    for line in lines:
        assert "+AtkinsonHyperlegibleNext-" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]


def test_no_standard_font_is_named_anywhere(drawn: Drawn, example: str) -> None:
    """ReportLab falls back to Helvetica and never embeds it; here it must not creep in."""
    with open_pdf(drawn(example)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, dict) or _is_font(o)]
        assert all("/FontFile2" in o.FontDescriptor for o in fonts if _is_font(o))
    assert b"Helvetica" not in drawn(example)


def test_title_is_shown_and_said_twice_alike(drawn: Drawn, example: str) -> None:
    """The window bar shows the title, and Info and XMP agree on title, date and maker."""
    with open_pdf(drawn(example)) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        info = pdf.docinfo
        with pdf.open_metadata() as meta:
            assert str(info.Title) == meta["dc:title"]
            assert meta["dc:language"] == {"en-GB"}
            assert str(info.CreationDate) == str(info.ModDate) == "D:20261122"
            assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2026-11-22"
            assert str(info.Producer) == meta["pdf:Producer"]


def test_nobody_is_named_as_author_and_no_standard_is_claimed(drawn: Drawn, example: str) -> None:
    """Neither Info nor XMP has an author, and PDF/UA is not claimed."""
    with open_pdf(drawn(example)) as pdf:
        assert set(pdf.docinfo) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
        xmp = pdf.Root.Metadata.read_bytes()
    assert b"creator" not in xmp
    assert b"pdfuaid" not in xmp


def test_equal_plans_give_equal_bytes() -> None:
    """Drawing twice gives the same file, whatever was drawn in between."""
    first = render_plan(plan_examples.short_single())
    render_plan(plan_examples.strange_names())
    assert render_plan(plan_examples.short_single()) == first


def test_another_process_gives_equal_bytes(drawn: Drawn) -> None:
    """Nothing depends on the order of a set or on what was loaded before."""
    code = (
        "import sys, plan_examples; from collabkit.reports.pdf import render_plan; "
        "sys.stdout.buffer.write(render_plan(plan_examples.group()))"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parent,
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": f"{Path(__file__).parents[2]}"},
    )
    assert other.stdout == drawn("group")


def test_the_identity_of_a_file_comes_from_what_it_holds(drawn: Drawn) -> None:
    """Two different plans are two different documents for a reader that keeps notes on them."""
    identities = set()
    for name in ("short_single", "full_single", "group"):
        with open_pdf(drawn(name)) as pdf:
            identities.add(bytes(pdf.trailer.ID[0]))
    assert len(identities) == 3


def test_only_the_date_that_is_handed_in_is_in_the_file(drawn: Drawn) -> None:
    """The clock of the machine leaves no trace."""
    years = set(re.findall(rb"D:(\d{4})", drawn("short_single")))
    assert years == {b"2026"}
    assert str(date.today()).encode() not in drawn("short_single")


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("short_single", 9, 13), ("full_single", 14, 20), ("group", 10, 16), ("empty", 8, 11)],
)
def test_a_plan_has_a_sane_number_of_pages(drawn: Drawn, name: str, least: int, most: int) -> None:
    """As many pages as a booklet, on A4."""
    with open_pdf(drawn(name)) as pdf:
        assert least <= len(pdf.pages) <= most
        for page in pdf.pages:
            assert [round(float(edge)) for edge in page.MediaBox] == [0, 0, 595, 842]


def test_no_reader_of_markup_is_loaded() -> None:
    """People's text meets no parser: neither Paragraph nor anything that could fetch a picture."""
    code = (
        "import sys, plan_examples; from collabkit.reports.pdf import render_plan; "
        "render_plan(plan_examples.strange_names()); "
        "print([m for m in sys.modules if m.startswith('reportlab.platypus') or m == 'PIL.Image'])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parent,
        env={"PYTHONPATH": f"{Path(__file__).parents[2]}"},
    )
    assert loaded.stdout.strip() == "[]"


def _is_font(thing: object) -> bool:
    return getattr(thing, "get", lambda _key: None)("/Type") == "/Font"
