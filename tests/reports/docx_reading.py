"""Documents for Word, read back with python-docx and as plain XML."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import html_examples
import plan_examples
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from collabkit.reports.docx import render_parts_docx, render_plan_docx


@cache
def plan_docx(name: str) -> bytes:
    """An example of ``plan_examples``."""
    return render_plan_docx(getattr(plan_examples, name)())


@cache
def blocks_docx() -> bytes:
    """A document in which every kind of block stands."""
    return render_parts_docx(html_examples.every_block())


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def paragraphs(data: bytes) -> Iterator[Paragraph]:
    """Every paragraph in the order of reading, those in tables included."""
    for thing in opened(data).iter_inner_content():
        if isinstance(thing, Table):
            for row in thing.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield thing


def said(data: bytes) -> list[str]:
    """What every paragraph says."""
    return [paragraph.text for paragraph in paragraphs(data)]


def in_style(data: bytes, style: str) -> list[str]:
    """What the paragraphs of one style say."""
    return [p.text for p in paragraphs(data) if p.style is not None and p.style.name == style]


def boxes(data: bytes) -> list[str]:
    """The boxes to tick, as they are drawn."""
    return [
        "".join(text.text for text in box.iter(qn("w:t")))
        for box in opened(data).element.body.iter(qn("w:sdt"))
    ]


def part_of(data: bytes, name: str) -> Any:
    """The XML of one part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))
