"""Filled forms as small as they can be, byte by byte, as more or less careful programs write."""

import io
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import pikepdf

Files: TypeAlias = Iterator[tuple[str, bytes]]

TOLD = {
    "kind": "collabkit form",
    "version": "1",
    "assessment": "0f" * 16,
    "sheet": "CDFHJK",
    "pack": "five-themes",
    "pack-version": "1.0",
    "wording": "0" * 64,
    "role": "",
    "party": "",
    "about": "",
    "fields": "3",
}
CATALOG, PAGES, PAGE, FORM = 1, 2, 3, 4


def pdf_of(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects with an old-fashioned table; object 1 is its catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, table = max(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        place = places.get(number)
        out += b"0000000000 00001 f \n" if place is None else b"%010d 00000 n \n" % place
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out) + end % (size, trailer, table)


def stream(data: bytes, entries: bytes = b"", *, packed: bool = True) -> bytes:
    if packed:
        data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def page(entries: bytes = b"") -> bytes:
    rest = b"/Parent 2 0 R/Resources<<>>/MediaBox[0 0 595 842]"
    return b"<</Type/Page%s%s>>" % (rest, entries)


BARE = {
    CATALOG: b"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>",
    PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    PAGE: page(),
}
PLAIN = pdf_of({**BARE, CATALOG: b"<</Type/Catalog/Pages 2 0 R>>"})


def in_utf_16(value: str) -> bytes:
    return b"<FEFF%s>" % value.encode("utf-16-be").hex().encode()


def told(**changes: str) -> bytes:
    """The branch of fields that says which sheet it is."""
    kids = b"".join(
        b"<</FT/Tx/T(%s)/V%s>>" % (name.encode(), in_utf_16(value))
        for name, value in {**TOLD, **changes}.items()
    )
    return b"<</T(collabkit)/Kids[%s]>>" % kids


def group(entries: bytes, states: Mapping[bytes, bytes]) -> bytes:
    """An answer with a button for each state; ``states`` say what each looks like now."""
    kids = b"".join(
        b"<</Subtype/Widget/AS/%s/AP<</N<</%s<<>>/Off<<>>>>>>>>" % (now, state)
        for state, now in states.items()
    )
    return b"<</FT/Btn/Ff 32768/T(POW-1)%s/Kids[%s]>>" % (entries, kids)


def note(value: bytes) -> bytes:
    return b"<</FT/Tx/T(POW-1)/V %s>>" % value


CHOSEN = {b"1": b"Off", b"3": b"3", b"dk": b"Off"}
NOTHING_CHOSEN = dict.fromkeys(CHOSEN, b"Off")
ANSWER = group(b"/V/3", CHOSEN)
UNANSWERED = group(b"", NOTHING_CHOSEN)
NAME = b"<</FT/Tx/T(name)>>"


def fields(answer: bytes = ANSWER, words: bytes = b"(A word)", about: bytes | None = None) -> bytes:
    """Everything a form has: one statement with its answer and a note, and a name."""
    return b"%s<</T(a)/Kids[%s]>><</T(n)/Kids[%s]>><</T(you)/Kids[%s]>>" % (
        told() if about is None else about,
        answer,
        note(words),
        NAME,
    )


def form(
    tree: bytes | None = None,
    more: Mapping[int, bytes] | None = None,
    *,
    catalog: bytes = b"",
    entries: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A form of ours with something about it that is odd; its own objects begin at 7."""
    objects = {
        **BARE,
        CATALOG: b"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R%s>>" % catalog,
        FORM: b"<</Fields[%s]%s>>" % (fields() if tree is None else tree, entries),
    }
    return pdf_of({**objects, **(more or {})}, trailer)


def with_packed_object(unpacked: bytes, first: int) -> bytes:
    """A file in which object 4, the form, is said to be inside a packed stream of objects."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    packed = stream(unpacked, b"/Type/ObjStm/N 1/First %d" % first)
    for number, body in {**BARE, 5: packed}.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[6] = len(out)
    rows = {number: b"\1" + place.to_bytes(4, "big") + b"\0" for number, place in places.items()}
    rows |= {0: bytes(6), FORM: b"\2\0\0\0\5\0"}
    table = stream(
        b"".join(rows[number] for number in range(7)), b"/Type/XRef/W[1 4 1]/Size 7/Root 1 0 R"
    )
    return bytes(out) + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[6])


def saved(data: bytes, **how: Any) -> bytes:
    """The same file, written anew by a real program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, **how)
    return out.getvalue()


def updated(data: bytes, body: bytes, *, after: int | None = None) -> bytes:
    """The same file with the form said anew at its end, as readers do that save quickly."""
    before = int(data[data.rindex(b"startxref") :].split()[1]) if after is None else after
    out = data + b"%d 0 obj\n%s\nendobj\n" % (FORM, body)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (FORM, len(data))
    end = b"trailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + end % (before, len(out))


def honest() -> Files:
    """One and the same answer and note, as more or less careful programs write it."""
    yield "as small as it can be", form()
    yield "written anew", saved(form())
    yield "with packed objects", saved(form(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield "for the web", saved(form(), linearize=True)
    yield "locked against changes", saved(form(), encryption=pikepdf.Encryption(owner="owner"))
    empty = form(fields(UNANSWERED))
    yield "saved once more at its end", updated(empty, b"<</Fields[%s]>>" % fields())
    yield "a packed form", with_packed_object(b"4 0 <</Fields[%s]>>" % fields(), 4)
    yield "letters before and after it", b"Content-Type: x\n\n" + form() + b"\n--end--\n"
    yield "a table that says it is huge", form().replace(b"/Size 5", b"/Size 999999999")
    yield "a table before the beginning", form(trailer=b"/Prev 0")
    yield from _odd_answers()
    yield from _odd_names()
    yield from _odd_words()
    yield from _more_inside()


def _odd_answers() -> Files:
    for name, answer in {
        "a name as a text": group(b"/V(3)", CHOSEN),
        "a name as a text with its stroke": group(b"/V(/3)", CHOSEN),
        "seen and not said": group(b"", CHOSEN),
        "seen, and said to be off": group(b"/V/Off", CHOSEN),
        "said and not seen": group(b"/V/3", NOTHING_CHOSEN),
        "said, and nothing to be seen": b"<</FT/Btn/T(POW-1)/V/3>>",
        "said without its kind": b"<</T(POW-1)/V/3>>",
        "numbered states": group(b"/V/1/Opt[(1)(3)]", {b"0": b"Off", b"1": b"1"}),
        "numbered states that are not there": b"<</FT/Btn/T(POW-1)/Opt[(a)(b)(3)]/V/2>>",
        "a list to choose from": b"<</FT/Ch/T(POW-1)/Opt[[(1)(Not yet)][(3)(So so)]]/V(So so)>>",
        "a list with one chosen": b"<</FT/Ch/T(POW-1)/Opt[(1)(3)]/V[(3)]>>",
    }.items():
        yield name, form(fields(answer))


def _odd_names() -> Files:
    yield "below other names", form(b"<</T(first)/Kids[<</T(page1)/Kids[%s]>>]>>" % fields())
    counted = fields(ANSWER.replace(b"(POW-1)", b"(POW-1[0])")).replace(b"/T(a)", b"/T(a#2)")
    yield "counted names", form(counted)
    yield "every field twice", form(fields() + fields())
    widgets = fields().replace(b"<</T(", b"<</Subtype/Widget/T(")
    yield "fields that only the page knows", form(b"", {PAGE: page(b"/Annots[%s]" % widgets)})


def _odd_words() -> Files:
    yield "words in octal", form(fields(words=b"(\\101 word)"))
    yield "words in UTF-16", form(fields(words=in_utf_16("A word")))
    yield "words in UTF-8", form(fields(words=b"(\xef\xbb\xbfA word)"))
    yield "words with spaces around", form(fields(words=b"( A word \\r\\n)"))
    yield "words in a stream", form(fields(words=b"7 0 R"), {7: stream(b"A word")})


def _more_inside() -> Files:
    """What is in these is never looked at."""
    script = b"<</S/JavaScript/JS(while\\(1\\);)>>"
    yield (
        "scripts and actions",
        form(
            catalog=b"/OpenAction%s/AA<</WC<</S/Launch/F(cmd.exe)>>>>/Names<</JavaScript<</Names[(x)%s]>>>>"
            % (script, script)
        ),
    )
    yield (
        "something attached",
        form(
            more={7: stream(bytes(10_000_000))},
            catalog=b"/Names<</EmbeddedFiles<</Names[(x.exe)<</Type/Filespec/EF<</F 7 0 R>>>>]>>>>",
        ),
    )
    yield (
        "a form of another kind beside it",
        form(more={7: stream(b"<xdp/>")}, entries=b"/XFA[(template)7 0 R]"),
    )
    yield (
        "a page that unpacks without end",
        form(more={PAGE: page(b"/Contents 7 0 R"), 7: stream(b"q Q " * 2_500_000)}),
    )
