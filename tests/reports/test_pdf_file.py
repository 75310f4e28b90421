"""The file as a whole: sound, self-contained, the same every time."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
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
    """pdffonts lists our three faces at most, each embedded, a subset and with a way to text."""
    lines = run_tool(tmp_path, drawn(example), "pdffonts").splitlines()[2:]
    assert 1 <= len({line.split()[0] for line in lines}) <= 3
    for line in lines:
        assert "+AtkinsonHyperlegibleNext-" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]


def test_no_standard_font_is_named_anywhere(drawn: Drawn, example: str) -> None:
    """ReportLab falls back to Helvetica and never embeds it; here it must not creep in."""
    with open_pdf(drawn(example)) as pdf:
        fonts = [thing for thing in pdf.objects if _is_font(thing)]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
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
    assert _run_python(code, PYTHONHASHSEED="77") == drawn("group")


def test_the_identity_of_a_file_comes_from_what_it_holds(drawn: Drawn) -> None:
    """Two different plans are two different documents for a reader that keeps notes on them."""
    identities = set()
    for name in ("short_single", "full_single", "group"):
        with open_pdf(drawn(name)) as pdf:
            identities.add(bytes(pdf.trailer.ID[0]))
    assert len(identities) == 3


def test_only_the_date_that_is_handed_in_is_in_the_file(drawn: Drawn) -> None:
    """The clock of the machine leaves no trace."""
    assert set(re.findall(rb"D:(\d{8})", drawn("short_single"))) == {b"20261122"}
    later = replace(plan_examples.short_single(), made_on=date(2031, 5, 6))
    assert set(re.findall(rb"D:(\d{8})", render_plan(later))) == {b"20310506"}


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
    """People's text meets no parser of tags, whose pictures and links could fetch a file."""
    code = (
        "import sys, plan_examples; from collabkit.reports.pdf import render_plan; "
        "render_plan(plan_examples.strange_names()); "
        "print([m for m in sys.modules if m.startswith('reportlab.platypus')])"
    )
    assert _run_python(code).strip() == b"[]"


def _is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"


def _run_python(code: str, **environment: str) -> bytes:
    """Run a few lines in a process of their own, with the examples and the program at hand."""
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parents[1])])
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path, **environment},
    ).stdout
