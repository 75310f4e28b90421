"""A document as another program opens it: LibreOffice sets it on pages and loses nothing."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import html_examples
import plan_examples
import pytest
from docx_reading import said
from external_tools import run_tool

from collabkit.reports.docx import render_plan_docx

NAME = 'Tŷ Gŵyl & <b>"Roses"</b>'


def as_pdf(folder: Path, data: bytes) -> bytes:
    """What LibreOffice makes of a document, in a profile of its own."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed on this machine")
    if not any(Path(office).resolve().parent.glob("*swlo*")):
        pytest.skip("LibreOffice is installed on this machine without Writer")
    path = folder / "document.docx"
    path.write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return path.with_suffix(".pdf").read_bytes()


def squeezed(text: str) -> str:
    """Letters and figures alone: lines and pages end elsewhere, and boxes have no letter."""
    return re.sub(r"[\W_]+", "", text)


def test_libreoffice_shows_everything(tmp_path: Path) -> None:
    """Every paragraph stands on a page, and every page but the cover has its number."""
    plan = plan_examples.short_single()
    document = replace(plan, charity=NAME, outcome=html_examples.every_block().parts)
    data = render_plan_docx(document)
    pdf = as_pdf(tmp_path, data)
    text = run_tool(tmp_path, pdf, "pdftotext", "-raw", "-enc", "UTF-8", after=("-",))
    pages = text.rstrip("\f").split("\f")
    found = squeezed(re.sub(r"Page \d+ of \d+", "", text.replace(NAME, "")))
    missing = [words for words in map(squeezed, said(data)) if words and words not in found]
    assert [words for words in missing if words not in squeezed(text)] == []
    assert "Page" not in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in page
        assert NAME in page
