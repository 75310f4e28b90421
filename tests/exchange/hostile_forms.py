"""PDFs that no honest program writes; what is in them is written byte by byte, or very often.

``python tests/exchange/hostile_forms.py`` has each opened in a process of its own, as the program
does, and prints as JSON what came of it, how long it took and how much memory.
"""

import io
import json
import os
import sys
from collections.abc import Callable

import pikepdf
from small_forms import (
    ANSWER,
    BARE,
    CATALOG,
    FORM,
    NAME,
    PAGE,
    PAGES,
    PLAIN,
    UNANSWERED,
    Files,
    fields,
    form,
    group,
    honest,
    note,
    page,
    pdf_of,
    saved,
    stream,
    told,
    updated,
    with_packed_object,
)


def no_pdf() -> Files:
    """Files that are no PDF at all."""
    yield "nothing", b""
    yield "a letter", b"Dear trustees,\n" * 100
    yield "a page of the web", b"<!doctype html><title>%PDF</title>" + b"<p>" * 1000
    yield "a packed folder", b"PK\x03\x04" + bytes(100)


def locked() -> Files:
    """Files that nobody opens without a password."""
    yield "locked", saved(form(), encryption=pikepdf.Encryption(owner="owner", user="secret", R=6))
    yield (
        "locked in an older way",
        saved(
            form(),
            encryption=pikepdf.Encryption(
                owner="owner", user="secret", R=3, aes=False, metadata=False
            ),
        ),
    )


def without_a_form() -> Files:
    """Files in which nothing can be filled in, or nothing that can be found."""
    yield "a page", PLAIN
    yield "printed to a new file", saved(PLAIN)
    yield "a form without fields", form(b"")
    yield (
        "a form of another kind alone",
        form(b"", entries=b"/XFA 7 0 R", more={7: stream(b"<xdp/>")}),
    )
    yield "fields that are a number", form(more={FORM: b"<</Fields 7>>"})
    yield "a field inside itself", form(b"7 0 R", {7: b"<</T(x)/Kids[7 0 R]>>"})
    yield (
        "two fields inside each other",
        form(b"7 0 R 8 0 R", {7: b"<</T(x)/Kids[8 0 R]>>", 8: b"<</T(y)/Kids[7 0 R]>>"}),
    )
    yield "names that are something else", form(b"<</T[(x)]/FT 7/V<</A 1>>/Kids 7>>" * 3)


def of_somebody_else() -> Files:
    """Forms that the program has not made."""
    yield "another program's form", form(b"<</FT/Tx/T(Surname)/V(x)>><</FT/Btn/T(Yes)/V/On>>")
    yield "another kind of file of ours", form(fields(about=told(kind="collabkit ballot")))
    yield "scripts for names", form(b"<</FT/Tx/T(</title><script>a\\(\\)</script>)/V(x)>>")


def of_another_time() -> Files:
    """Forms that a later release has made."""
    yield "a form of next year", form(fields(about=told(version="2")))


def put_together() -> Files:
    """Several forms in one file."""
    yield "two forms in one", form(fields() + fields(about=told(sheet="FFFFFF")))
    yield (
        "two forms under other names",
        form(
            b"<</T(one)/Kids[%s]>><</T(two)/Kids[%s]>>"
            % (fields(), fields(about=told(assessment="ff" * 16)))
        ),
    )


def in_part() -> Files:
    """Forms of ours of which something is missing or was changed."""
    yield "a form with a part missing", form(fields(about=told(fields="4")))
    yield "a form with something more", form(fields(about=told(fields="2")))
    yield "a questionnaire without an id", form(fields(about=told(pack="")))
    yield "a wording that is none", form(fields(about=told(wording="x" * 64)))
    yield "an id of many lines", form(fields(about=told(assessment="a\nb")))
    yield "an endless id", form(fields(about=told(assessment="a" * 9_000)))


def empty() -> Files:
    """A form of ours as it was handed out."""
    yield "nothing answered", form(fields(UNANSWERED, b"()"))
    yield "spaces answered", form(fields(UNANSWERED, b"(  \\n )"))


def unclear() -> Files:
    """Forms of ours with answers that nobody can have meant."""
    both = {b"1": b"1", b"3": b"3"}
    for name, answer in {
        "two marks": group(b"/V/3", both),
        "two marks and nothing said": group(b"", both),
        "one mark seen and another said": group(b"/V/1", {b"1": b"Off", b"3": b"3"}),
        "two fields of one name": ANSWER + group(b"/V/1", {b"1": b"1"}),
        "two chosen out of a list": b"<</FT/Ch/T(POW-1)/Opt[(1)(3)]/V[(1)(3)]>>",
        "an answer out of a path": group(b"/V/..#2F..#2Fetc", {}),
        "an answer that is a program": group(b"/V/#3Cscript#3E", {}),
    }.items():
        yield name, form(fields(answer))
    yield "two notes of one name", form(fields() + b"<</T(n)/Kids[%s]>>" % note(b"(Other)"))
    yield "an endless note", form(fields(words=b"(%s)" % (b"x" * 5_000)))
    yield "a note of two million letters", form(fields(words=b"(%s)" % (b"x" * 2_000_000)))
    yield (
        "an endless name",
        form(fields().replace(NAME, b"<</FT/Tx/T(name)/V(%s)>>" % (b"x" * 500))),
    )
    yield "a role of its own", form(fields(about=told(role="queen")))


def too_much() -> Files:
    """Files that go on for longer than a form can."""
    yield (
        "250 endless notes",
        form(b"".join(b"<</FT/Tx/T(A-%d)/V(%s)>>" % (n, b"x" * 9_000) for n in range(250))),
    )
    yield "20,000 fields", form(b"<</T(x)>>" * 20_000)
    yield (
        "fields in fields as objects",
        form(b"7 0 R", {n: b"<</T(x)/Kids[%d 0 R]>>" % (n + 1) for n in range(7, 2_000)}),
    )
    yield (
        "a parent of itself",
        form(b"", {PAGE: page(b"/Annots[7 0 R]"), 7: b"<</Subtype/Widget/Parent 7 0 R>>"}),
    )
    yield (
        "an endless list to choose from",
        form(fields(b"<</FT/Ch/T(POW-1)/V(x)/Opt[%s]>>" % (b"(y)" * 20_000))),
    )


def damaged() -> Files:
    """Files that end too early, or are put together so that no honest program reads them."""
    yield "a head alone", b"%PDF-1.7\n"
    yield "zeros after a head", b"%PDF-1.7\n" + bytes(1_000_000)
    yield "rows of heads", b"%PDF-1.7\n" * 200_000
    yield "the end alone", b"%PDF-1.7\nstartxref\n0\n%%EOF\n"
    yield "a start beyond the end", form().replace(b"startxref\n", b"startxref\n99999")
    yield "a catalogue that is a number", pdf_of({CATALOG: b"7"})
    yield "a catalogue that is itself", pdf_of({CATALOG: b"1 0 R"})
    yield (
        "a lock of no known make",
        form(trailer=b"/Encrypt<</Filter/Standard/V 99/R 99/O()/U()/P 0>>"),
    )
    yield "a lock without keys", form(trailer=b"/Encrypt 7 0 R", more={7: b"<<>>"})
    yield from _values()
    yield from _depths()
    yield from _packed()
    yield from _tables()


def _values() -> Files:
    packed_again = b"/Filter[%s]" % (b"/FlateDecode" * 1000)
    for name, value in {
        "a value that unpacks without end": stream(b"x" * 10_000_000),
        "a value that unpacks in another way": stream(
            b"\x81x" * 5_000_000, b"/Filter/RunLengthDecode", packed=False
        ),
        "a value packed a thousand times": stream(b"x", packed_again, packed=False),
        "a value that is itself": b"7 0 R",
        "a value as long as itself": b"<</Length 7 0 R>>\nstream\nx\nendstream",
    }.items():
        yield name, form(fields(words=b"7 0 R"), {7: value})


def _depths() -> Files:
    yield "fields in fields without end", form(b"<</T(x)/Kids[" * 60 + b"]>>" * 60)
    yield "arrays in arrays without end", form(b"[" * 100_000 + b"]" * 100_000)
    yield "dictionaries in dictionaries", form(b"<</A" * 100_000 + b">>" * 100_000)
    yield "a page inside itself", form(b"", {PAGES: b"<</Type/Pages/Kids[2 0 R 2 0 R]>>"})


def _packed() -> Files:
    yield (
        "a packed object without end",
        with_packed_object(b"4 0 <</X[%s]>>" % (b"1 " * 5_000_000), 4),
    )
    yield "a packed object packed in itself", with_packed_object(b"5 0 4 0 R", 4)
    yield "a packed object that begins beyond the end", with_packed_object(b"4 0 1", 99_999)
    yield (
        "numbers too large for anything",
        form(b"<</T(x)/FT/Tx/V 99999999999999999999999999/Ff -99999999999999999999>>"),
    )


def _tables() -> Files:
    yield "a table with huge numbers", form().replace(b"xref\n0 5", b"xref\n0 4000000000")
    yield "a packed table that says it is huge", packed_table(b"/Size 2000000000/W[1 4 1]")
    yield "a packed table of wide columns", packed_table(b"/Size 5/W[9999999 9999999 9999999]")
    yield (
        "a packed table that unpacks without end",
        packed_table(b"/Size 1000000/W[1 4 1]", bytes(6_000_000)),
    )
    yield (
        "a packed table with absurd rows",
        packed_table(b"/Size 5/W[1 2 1]/DecodeParms<</Predictor 12/Columns 2000000000>>"),
    )
    yield "a table that comes after itself", _in_a_circle()


def heavy() -> Files:
    """Files of which so much is made that memory or time is at an end, whichever comes first."""
    yield "five million numbers", form(entries=b"/X[%s]" % (b"1 " * 5_000_000))
    yield "packed numbers", with_packed_object(b"4 0 <</X[%s]>>" % (b"1 " * 1_900_000), 4)
    yield "50,000 pages", form(b"", {PAGES: b"<</Kids[%s]>>" % (b"<</Type/Page>>" * 50_000)})
    yield "objects on top of each other", on_top_of_each_other()


# By a pattern of the sentence with which they are refused.
HOSTILE: dict[str, Callable[[], Files]] = {
    "it is no PDF": no_pdf,
    "it is locked with a password": locked,
    "holds no answers that can be read": without_a_form,
    "none that collabkit has made": of_somebody_else,
    "a newer version of collabkit": of_another_time,
    "several forms were put together": put_together,
    "a part of the form is missing": in_part,
    "Nothing is filled in": empty,
    "not all of it is plain": unclear,
    "put together as no form of collabkit is": too_much,
    "it is damaged": damaged,
    "it is damaged|as no form of collabkit is": heavy,
}


def hostile() -> Files:
    """Everything that has to be refused."""
    for files in HOSTILE.values():
        yield from files()


def on_top_of_each_other() -> bytes:
    """Four hundred fields that begin in comments of each other, so that each holds all the rest."""
    numbers = range(5, 405)
    tree = b" ".join(b"%d 0 R" % number for number in numbers)
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in {**BARE, FORM: b"<</Fields[%s]>>" % tree}.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    for number in numbers:
        places[number] = len(out) + 1
        out += b"%%%d 0 obj[\n" % number
    out += b"1 " * 200_000 + b"]\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, 405))
    return bytes(out) + (
        b"xref\n0 405\n0000000000 65535 f \n%strailer\n<</Size 405/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (rows, len(out))
    )


def _in_a_circle() -> bytes:
    """Two tables, each of which says that the other one is older."""
    data = form(trailer=b"/Prev 00000000")
    second = updated(data, b"<<>>")
    later = int(second[second.rindex(b"startxref") :].split()[1])
    return second.replace(b"/Prev 00000000", b"/Prev %08d" % later)


def packed_table(entries: bytes, rows: bytes = bytes(36)) -> bytes:
    """A file with nothing but a packed table of its objects."""
    out = b"%PDF-1.7\n"
    table = b"6 0 obj\n%s\nendobj\n" % stream(rows, b"/Type/XRef/Root 1 0 R" + entries)
    return out + table + b"startxref\n%d\n%%%%EOF\n" % len(out)


def look_at(data: bytes) -> dict[str, object]:
    """Open a file in a process of its own; return what came of it, and what that took."""
    from collabkit.exchange.answers import filled_apart

    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        with os.fdopen(outlet, "w") as sys.stdout:
            filled_apart.main()
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet) as pipe:
        said = pipe.read()
    _pid, status, used = os.wait4(child, 0)
    return {
        "said": json.loads(said) if not status else {"reason": "too much"},
        "was stopped": bool(status),
        "seconds": round(used.ru_utime + used.ru_stime, 3),
        "megabytes": used.ru_maxrss // 1024,
    }


def main() -> None:
    """Open every file and print what came of it."""
    found = {name: look_at(data) for files in (honest(), hostile()) for name, data in files}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
