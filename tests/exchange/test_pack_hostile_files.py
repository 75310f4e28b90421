"""Files from strangers: refused with a reason, quickly, within little memory, nothing changed."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import DESCRIBED, changed, check, faults_after, in_part

from collabkit.assessments.packs.faults import PackError
from collabkit.errors import EnvironmentProblemError
from collabkit.exchange.packs.container import MOST_BYTES, MOST_PARTS, MOST_UNPACKED
from collabkit.exchange.packs.files import pack_in, read_pack_file, workbook_from

OURS = workbook_from(DESCRIBED, "own.toml")
with zipfile.ZipFile(io.BytesIO(OURS)) as _book:
    PARTS = {name: _book.read(name) for name in _book.namelist()}
FIRST = "xl/worksheets/sheet1.xml"


def with_parts(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return our workbook with some parts put in the place of its own."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", method) as book:
        for name, part in {**PARTS, **parts}.items():
            book.writestr(name, part)
    return result.getvalue()


def container(parts: dict[str, bytes]) -> bytes:
    """Return a container with these parts alone."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return result.getvalue()


def sheet_of(rows: bytes) -> bytes:
    return (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<sheetData>" + rows + b"</sheetData></worksheet>"
    )


def row(number: int, *texts: str) -> bytes:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'.encode()


def lying_about_its_size(data: bytes) -> bytes:
    """Return a container whose directory says that a large part is small."""
    large = with_parts({"xl/worksheets/sheet1.xml": sheet_of(b" " * (MOST_UNPACKED + 1))})
    size = (MOST_UNPACKED + 1 + len(sheet_of(b""))).to_bytes(4, "little")
    assert size in large
    return large.replace(size, (1000).to_bytes(4, "little"))


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 108))
    + b"]><worksheet><sheetData><row><c><v>&k;</v></c></row></sheetData></worksheet>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b"<worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>"
)

HOSTILE = {
    "nothing after the first letters": (b"PK", "not a spreadsheet"),
    "a TOML file under another name": (DESCRIBED, "not a spreadsheet of the kind .xlsx"),
    "all zeros": (bytes(10_000), "not a spreadsheet of the kind .xlsx"),
    "an old or locked workbook": (b"\xd0\xcf\x11\xe0" + bytes(1000), "password or has an old"),
    "cut off in the middle": (OURS[: len(OURS) // 2], "was not saved completely"),
    "too large": (b"PK" + bytes(MOST_BYTES), "larger than 5 megabytes"),
    "an empty container": (b"PK\x05\x06" + bytes(18), "not a spreadsheet of the kind .xlsx"),
    "another kind of document": (
        container({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "a spreadsheet of another kind",
    ),
    "40,000 parts": (container({f"{n:x}": b"" for n in range(40_000)}), "far too many parts"),
    "macros": (with_parts({"xl/vbaProject.bin": b"x"}), "holds macros"),
    "a thousand parts": (
        with_parts({f"xl/media/{n}.png": b"" for n in range(MOST_PARTS)}),
        "far too many parts",
    ),
    "a part that unpacks without end": (
        with_parts({FIRST: sheet_of(b" " * (MOST_UNPACKED + 1))}),
        "larger than 20 megabytes",
    ),
    "a part that lies about its size": (lying_about_its_size(OURS), "the spreadsheet is damaged"),
    "another way of packing": (
        with_parts({FIRST: sheet_of(b"")}, zipfile.ZIP_LZMA),
        "the spreadsheet is damaged",
    ),
    "entities that grow": (with_parts({FIRST: ENTITIES}), "declares a document type"),
    "entities from elsewhere": (with_parts({FIRST: OUTSIDE}), "declares a document type"),
    "deep nesting": (with_parts({FIRST: b"<a>" * 100_000}), "far too many cells"),
    "endless elements": (
        with_parts({FIRST: sheet_of(b"<c/>" * 700_000)}),
        "far too many cells, up to the sheet “pack”",
    ),
    "endless cells": (
        with_parts({FIRST: sheet_of(b"<row>" + b"<c><v>1</v></c>" * 200_000 + b"</row>")}),
        "far too many cells",
    ),
    "an endless text": (
        with_parts({FIRST: sheet_of(row(1, "x" * 40_000))}),
        "a cell that is far too long",
    ),
    "an endless start of an element": (
        with_parts({FIRST: b"<worksheet " + b" ".join(b'a%d=""' % n for n in range(200_000))}),
        "far too long",
    ),
    "a long text in every cell": (
        with_parts(
            {
                "xl/sharedStrings.xml": b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>",
                FIRST: sheet_of(b"<row>" + b'<c t="s"><v>0</v></c>' * 1_000 + b"</row>"),
            }
        ),
        "far too many cells",
    ),
    "no XML": (with_parts({FIRST: b"\xff\xfe\x00"}), "the spreadsheet is damaged"),
    "cells of nowhere": (
        with_parts({FIRST: sheet_of(b'<row><c r="0A" t="s"><v>999999</v></c></row>')}),
        "the spreadsheet is damaged",
    ),
    "numbers that are none": (
        with_parts({FIRST: sheet_of(b"<row><c><v>1e</v></c></row>")}),
        "the spreadsheet is damaged",
    ),
    "200,000 statements": (
        with_parts(
            {
                FIRST: sheet_of(
                    b"".join(
                        b'<row><c t="inlineStr"><is><t>A%d</t></is></c></row>' % n
                        for n in range(200_000)
                    )
                )
            }
        ),
        "far too many cells",
    ),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_with_a_reason(data, reason):
    """No file makes anything happen but a sentence in one line."""
    with pytest.raises(PackError) as caught:
        pack_in(data, "own.xlsx")
    assert any(reason in fault for fault in caught.value.faults), caught.value.faults
    assert all(fault.isprintable() and len(fault) < 500 for fault in caught.value.faults)


def test_two_thousand_statements_are_too_many_for_any_questionnaire(tmp_path):
    """The limits of TOML hold for spreadsheets too."""

    def fill(book):
        for number in range(2_000):
            book["items"].append(["POW", f"A-{number}"])

    assert any("2002 entries; at most 1000" in fault for fault in faults_after(tmp_path, fill))


def test_parts_that_nobody_needs_are_never_unpacked(tmp_path):
    """Pictures, links and whatever else lies in the container is left alone, however large."""
    data = with_parts(
        {
            "xl/media/image1.png": bytes(MOST_UNPACKED * 2),
            "xl/externalLinks/externalLink1.xml": ENTITIES,
            "../../evil.xml": b"x",
        }
    )
    assert check(tmp_path, data).faults == ()
    assert sorted(tmp_path.iterdir()) == [tmp_path / "own.xlsx"]


def test_markup_in_texts_is_plain_text(tmp_path):
    """It is shown as it was typed, and means nothing."""
    nasty = '<img src="file:///etc/passwd"><b>bold</b> &amp; {name} %s'

    def write(book):
        book["sections"]["B2"].value = nasty

    found = check(tmp_path, changed(write))
    assert found.pack is not None
    assert found.pack.sections[0].name == nasty


def test_a_workbook_is_known_by_what_is_in_it(tmp_path):
    """A spreadsheet that was given the ending of a TOML file is still read as one."""
    assert check(tmp_path, OURS, "own.toml").faults == ()


def test_strange_letters_in_places_are_no_matter(tmp_path):
    """Cells without a place stand after the one before, as the format has it."""
    data = in_part(OURS, b'r="A2" ', b"")
    assert check(tmp_path, data).faults == ()


@pytest.mark.parametrize("name", ["folder.xlsx", "missing.xlsx"])
def test_what_is_no_file_is_told_in_a_sentence(tmp_path, name):
    """A folder or nothing at all is a problem of the machine, not of a pack."""
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(EnvironmentProblemError, match=r"is a folder|could not be opened"):
        read_pack_file(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path):
    """Nobody would ever write into it."""
    pipe: Path = tmp_path / "own.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(EnvironmentProblemError, match="could not be opened"):
        read_pack_file(pipe)


def read_or_refuse(data: bytes) -> None:
    """Any exception but a ``PackError`` passes through and fails the test."""
    faults: tuple[str, ...] = ("own.xlsx: ",)
    try:
        pack_in(data, "own.xlsx")
    except PackError as error:
        faults = error.faults
    assert faults
    assert all(fault.startswith("own.xlsx: ") for fault in faults)


def mutated(data: bytes, draw: st.DataObject) -> bytes:
    changed_bytes = bytearray(data)
    for place in draw.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=6)):
        changed_bytes[place] = draw.draw(st.sampled_from(b'<>/="&; \x00\xffa19-'))
    return bytes(changed_bytes)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_change_of_a_container_loads_or_gives_faults(draw):
    """A disk or a mail program that damages a workbook is told in a sentence."""
    read_or_refuse(mutated(OURS, draw))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_change_of_a_part_loads_or_gives_faults(draw):
    """So is a program that writes workbooks badly."""
    name = draw.draw(st.sampled_from([name for name in PARTS if name.startswith("xl/")]))
    read_or_refuse(with_parts({name: mutated(PARTS[name], draw)}))
