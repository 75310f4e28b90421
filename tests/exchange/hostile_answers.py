"""Files that nobody should have to fear: cut off, forged, far too large, or something else.

Each is a name and bytes, made by code. None of them is a sheet that can be taken in; what can be
read at all is for the assessment, sheet and questionnaire that it is told.
"""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from answer_samples import handed_out, returned

from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.exchange.answers.returned import ReturnedSheet

File = tuple[str, bytes]
_HEAD = b"respondent,role,item,answer\n"


def hostile_answers(sheet: ReturnedSheet | None = None) -> dict[str, File]:
    """Return files that come back, by what is wrong with them; ``sheet`` would be a sound one."""
    sheet = sheet or returned()
    return {
        **_broken_json(answer_bytes(sheet)),
        **_forged(answer_bytes(sheet)),
        **_other_kinds(),
        **_tables(next(iter(sheet.answers))),
    }


def hostile_invitations(sheet: HandedOut | None = None) -> dict[str, File]:
    """Return files that are no invitation to open; ``sheet`` would be a sound one."""
    data = invitation_bytes(sheet or handed_out())
    changes: dict[str, Callable[[dict[str, Any]], object]] = {
        "a pack of dots": lambda told: told["pack"].update(source="a." * 500_000),
        "a pack of brackets": lambda told: told["pack"].update(source="a = " + "[" * 900_000),
        "a pack of statements": lambda told: told["pack"].update(source="[[section]]\n" * 60_000),
        "a pack that is a number": lambda told: told["pack"].update(source=10**300),
        "another pack": lambda told: told["pack"].update(digest="0" * 64),
        "a million statements asked": lambda told: told.update(asked=["BRD-1"] * 500_000),
        "a name out of its folder": lambda told: told.update(charity="../../etc\n/passwd"),
        "a group of two": lambda told: told.update(minimum=2),
    }
    return {
        **_broken_json(data),
        **_other_kinds(),
        **{what: ("i.collabkit-ask", _changed(data, change)) for what, change in changes.items()},
        "answers": ("answers.collabkit-ask", answer_bytes(returned())),
    }


def _broken_json(data: bytes) -> dict[str, File]:
    whole = data.rstrip()
    made = {
        "empty": b"",
        "only spaces": b" \n" * 1_000,
        "only zeros": b"\0" * 5_000,
        "cut in half": whole[: len(whole) // 2],
        "without its last sign": whole[:-1],
        "zeros at its end": whole[:-100] + b"\0" * 100,
        "twice": whole + whole,
        "deep lists": b'{"collabkit": ' + b"[" * 200_000,
        "deep objects": b'{"a":' * 200_000,
        "a field twice": whole.replace(b'"version": 1,', b'"version": 1, "version": 1,', 1),
        "a number without end": whole.replace(b'"version": 1,', b'"version": ' + b"9" * 90_000, 1),
        "no number": whole.replace(b'"version": 1,', b'"version": NaN,', 1),
        "half a sign": whole.replace(b'"version": 1,', b'"version": "\\ud800",', 1),
        "no UTF-8": whole.replace(b'"party": ""', b'"party": "\xff\xfe"', 1),
        "a later version": whole.replace(b'"version": 1,', b'"version": 2,', 1),
        "UTF-16": whole.decode().encode("utf-16"),
        "a list": b"[1, 2, 3]",
        "an unknown kind": b'{"collabkit": "something else", "version": 1}',
        "a kind that is none": b'{"collabkit": {"a": 1}, "version": 1}',
        "millions of objects": b'{"collabkit": [' + b"{}," * 900_000 + b"{}]}",
        "millions of fields": b"{" + b",".join(b'"%x":0' % n for n in range(250_000)) + b"}",
        "21 megabytes": whole + b" " * 21_000_000,
    }
    return {what: ("sheet.collabkit-answers", data) for what, data in made.items()}


def _forged(data: bytes) -> dict[str, File]:
    changes: dict[str, Callable[[dict[str, Any]], object]] = {
        "no answers": lambda told: told.update(answers={}, notes={}),
        "an unknown statement": lambda told: told["answers"].update({"XXX-1": "4"}),
        "a name of the language": lambda told: told["answers"].update({"__class__": "4"}),
        "an unknown answer": lambda told: told.update(
            answers=dict.fromkeys(told["answers"], "999; DROP TABLE response")
        ),
        "an answer that is a list": lambda told: told.update(answers={"BRD-1": ["4"]}),
        "too many answers": lambda told: told.update(answers={str(n): "4" for n in range(1_001)}),
        "a note like a book": lambda told: told.update(notes={"BRD-1": "x" * 2_000_000}),
        "control characters": lambda told: told.update(notes={"BRD-1": "\x1b[2J"}),
        "an unknown role": lambda told: told.update(role="administrator"),
        "another assessment": lambda told: told.update(assessment="'; DROP TABLE assessment; --"),
        "another pack": lambda told: told["pack"].update(id="../../five-themes"),
        "words that nobody knows": lambda told: told["pack"].update(digest="f" * 64),
        "an unknown organisation": lambda told: told.update(party="<b>Nobody</b>"),
        "a field too many": lambda told: told.update(path="/etc/passwd"),
        "a code like a path": lambda told: told.update(sheet="../" * 10),
    }
    return {
        what: ("sheet.collabkit-answers", _changed(data, change))
        for what, change in changes.items()
    }


def _other_kinds() -> dict[str, File]:
    bomb = _zip({"bomb.json": b"0" * 15_000_000})
    return {
        "a spreadsheet": ("answers.xlsx", _zip({"xl/workbook.xml": b"<workbook/>"})),
        "a text document": ("answers.docx", _zip({"word/document.xml": b"<document/>"})),
        "a free spreadsheet": (
            "answers.ods",
            _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        ),
        "a zip bomb": ("answers.zip", bomb),
        "a zip with a password": ("answers.zip", bomb[:6] + b"\x01" + bomb[7:]),
        "an old document": ("answers.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500),
        "a picture": ("sheet.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 500),
        "a photograph": ("sheet.heic", b"\0\0\0\x18ftypheic" + b"\0" * 500),
        "a database": ("collabkit.db", b"SQLite format 3\0" + b"\0" * 500),
        "form data": ("sheet.fdf", b"%FDF-1.2\n1 0 obj <</FDF<<>>>>"),
        "an e-mail": ("sheet.eml", b"From: somebody@example.org\nSubject: My answers\n\n{}"),
        "a locked file": ("sheet.age", b"age-encryption.org/v1\n-> scrypt abc 18\n"),
        "a program": ("sheet.exe", b"MZ\x90\0" + bytes(range(256)) * 4),
        "a web page": ("sheet.html", b"<!DOCTYPE html><script>alert(1)</script>"),
        "a session in the room": ("s.json", b'{\n "collabkit": "session file",\n "version": 1\n}'),
        "no PDF at all": ("sheet.pdf", b"%PDF-1.7\n" + b"\0" * 500),
        "a PDF cut short": ("sheet.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R"),
    }


def _tables(item: str) -> dict[str, File]:
    row = f"A,trustee,{item},4\n".encode()
    made = {
        "an empty table": b"",
        "only a head": _HEAD,
        "other columns": b"respondent,name,age\nA,B,3\n",
        "another alphabet": _HEAD + "Ä,trustee,".encode("latin-1") + row,
        "UTF-16 table": (_HEAD + row).decode().encode("utf-16"),
        "a zero in a table": _HEAD + row.replace(b"A", b"\0"),
        "an open quotation mark": _HEAD + b'"' + row * 100,
        "a line without end": _HEAD + b"A" * 3_000_000,
        "a formula": _HEAD + f'=cmd|" /C calc"!A1,trustee,{item},=1+1\n'.encode(),
        "unknown statements": _HEAD + b"A,trustee,XXX-1,4\n" * 5,
        "the same answer twice": _HEAD + row + row,
        "two roles of one person": _HEAD + row + b"A,staff,BRD-3,4\n",
        "far too many lines": _HEAD + b"\n" * 300_000,
        "a thousand faults": _HEAD + b"A,robot,XXX-1,99\n" * 5_000,
        "a head with a million columns": b"respondent," + b"a," * 9_000 + b"\n",
    }
    return {what: ("answers.csv", data) for what, data in made.items()}


def _changed(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    told = json.loads(data)
    change(told)
    return json.dumps(told).encode()


def _zip(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, data, compress_type=stored)
    return written.getvalue()
