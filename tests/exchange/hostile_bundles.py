"""Bundles that nobody should be able to open: a name, the bytes, and what the sentence says.

All are built here, so that each says how it is wrong. ``HOSTILE`` maps a name to a function that
returns the bytes and a part of the sentence that refuses them.
"""

import hashlib
import io
import stat
import struct
import zipfile
from collections.abc import Callable
from typing import Any

from broken_chunks import BROKEN, FILE_KEY
from bundle_samples import (
    GROUP,
    PACKS,
    ROOM,
    SIDES,
    changed,
    id_of,
    listed,
    members,
    sample_bytes,
    written,
)
from sessions import pack

from collabkit.exchange.bundles.age_format import CHUNK, head_of, payload_of
from collabkit.exchange.bundles.container import MANIFEST, packed
from collabkit.exchange.bundles.limits import MOST_BYTES, MOST_MEMBERS

Hostile = Callable[[], tuple[bytes, str]]
HOSTILE: dict[str, Hostile] = {}

BEGUN, WAITING = "sessions/0001.json", "sessions/0002.json"
LARGE = 60_000_000
PASSPHRASE = "velvet otter Ŵy compass"
LOCKED = (PACKS.parent / "bundles" / "version-1-locked.collabkit").read_bytes()


def hostile(name: str) -> Callable[[Hostile], Hostile]:
    """Put a function that makes a hostile bundle into the list."""

    def keep(make: Hostile) -> Hostile:
        assert name not in HOSTILE
        HOSTILE[name] = make
        return make

    return keep


def always(name: str, data: bytes, said: str) -> None:
    """Put bytes into the list as they are."""
    hostile(name)(lambda: (data, said))


def other(name: str, member: str, change: Callable[[Any], object], said: str) -> None:
    """Put a bundle into the list in which one member says something else."""
    hostile(name)(lambda: (changed(member, change), said))


def text(name: str, member: str, data: bytes, said: str) -> None:
    """Put a bundle into the list in which one member has other bytes."""
    hostile(name)(lambda: (written(member, data), said))


def zipped(
    parts: list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a zip as any program may write it."""
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data, method)
    return container.getvalue()


def sample_with(*added: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """Return the sample with further members, which its manifest does not list."""
    return zipped([*members().items(), *added])


def patched(data: bytes, at: int, new: bytes) -> bytes:
    """Return ``data`` with other bytes at one place."""
    return data[:at] + new + data[at + len(new) :]


def in_directory(data: bytes, name: str, field: int, new: bytes) -> bytes:
    """Return a zip whose directory says something else about one member."""
    at = data.rindex(name.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return patched(data, at + field, new)


# Other kinds of file

always("nothing", b"", "not a file in which collabkit")
always("zeros", bytes(10_000), "not a file in which collabkit")
always("a PDF", b"%PDF-1.7\n" + bytes(1_000), "not a file in which collabkit")
always("a picture", b"\x89PNG\r\n\x1a\n" + bytes(1_000), "not a file in which collabkit")
always("a database", b"SQLite format 3\0" + bytes(4_000), "not a file in which collabkit")
always("a questionnaire", (PACKS / "described.toml").read_bytes(), "not a file in which collabkit")
always("an old spreadsheet", b"\xd0\xcf\x11\xe0" + bytes(1_000), "not a file in which collabkit")
always("the beginning of a zip", b"PK\x03\x04", "its end is missing")
always("an empty zip", b"PK\x05\x06" + bytes(18), "not a file in which collabkit")
always("a zip and then nothing", b"PK\x03\x04" + bytes(5_000), "its end is missing")
always("too large", b"PK\x03\x04" + bytes(MOST_BYTES), "far larger than it can be")


@hostile("a spreadsheet")
def a_spreadsheet() -> tuple[bytes, str]:
    return zipped([("[Content_Types].xml", b"<x/>"), ("xl/a.xml", b"<x/>")]), "not a file in which"


@hostile("a zip of a zip of a zip")
def nested() -> tuple[bytes, str]:
    data = sample_bytes()
    for _times in range(50):
        data = zipped([("charity.json", data)], zipfile.ZIP_STORED)
    return data, "not a file in which collabkit"


@hostile("a member that is the file itself")
def within_itself() -> tuple[bytes, str]:
    return written(GROUP, sample_bytes()), "not readable as text"


# Cut off and changed on the way

for _share in (1, 5, 25, 50, 75, 95, 99):
    always(
        f"cut off after {_share} per cent",
        sample_bytes()[: len(sample_bytes()) * _share // 100],
        "its end is missing",
    )
always("cut off by one byte", sample_bytes()[:-1], "its end is missing")
always("something behind it", sample_bytes() + b"x", "its end is missing")
always("something before it", b"#!/bin/sh\n" + sample_bytes(), "not a file in which collabkit")
always("itself before itself", sample_bytes() * 2, "damaged")


@hostile("a remark behind the directory")
def with_remark() -> tuple[bytes, str]:
    return sample_bytes()[:-2] + b"\x16\x00" + sample_bytes()[-22:], "damaged"


@hostile("a bit that flipped in a member")
def flipped() -> tuple[bytes, str]:
    stored = zipped(list(members().items()), zipfile.ZIP_STORED)
    at = stored.index(b"Sample Charity")
    return patched(stored, at, b"Tample Charity"), "damaged"


@hostile("a checksum that is wrong")
def wrong_checksum() -> tuple[bytes, str]:
    return in_directory(sample_bytes(), GROUP, 16, b"\0\0\0\0"), "damaged"


# What does not fit into memory


@hostile("JSON that unpacks to 60 megabytes")
def large_json() -> tuple[bytes, str]:
    return zipped([*(members() | {GROUP: b" " * LARGE}).items()]), "far larger than it can be"


@hostile("a questionnaire that is larger than any")
def large_pack() -> tuple[bytes, str]:
    some = bytes(range(256)) * 100 + b" " * 2_000_000
    return written(DESCRIBED, some), "far larger than it can be"


@hostile("a hundred members that together are far too large")
def many_bombs() -> tuple[bytes, str]:
    half = bytes(range(256)) * 40 + bytes(600_000)  # packs a little less than a hundred times
    parts = {f"assessments/{number:04}.json": half for number in range(1, 101)}
    return packed(listed({**members(), **parts})), "far larger than it can be"


@hostile("a member that shrinks a thousand times")
def shrinks() -> tuple[bytes, str]:
    parts = {**members(), GROUP: b" " * 1_000_000}
    return zipped(list(listed(parts).items())), "far larger than it can be"


@hostile("a directory that says less than there is")
def says_less() -> tuple[bytes, str]:
    data = zipped(list(listed({**members(), GROUP: b" " * 5_100_000}).items()))
    return in_directory(data, GROUP, 24, struct.pack("<L", 1_000)), "damaged"


@hostile("a directory that says more than there is")
def says_more() -> tuple[bytes, str]:
    return in_directory(sample_bytes(), GROUP, 24, struct.pack("<L", 9_000)), "damaged"


@hostile("members that lie upon each other")
def overlapping() -> tuple[bytes, str]:
    data = sample_bytes()
    first = struct.pack("<L", data.index(SIDES.encode()) - 30)
    return in_directory(data, GROUP, 42, first), "upon each other"


@hostile("a member with another inside it")
def one_inside_another() -> tuple[bytes, str]:
    inner = zipped([(SIDES, b"{}")], zipfile.ZIP_STORED)[: 30 + len(SIDES) + 2]
    parts = [*(p for p in members().items() if p[0] != SIDES), (GROUP[:-6] + "9.json", inner)]
    data = zipped([*parts, (SIDES, b"{}")], zipfile.ZIP_STORED)
    inside = struct.pack("<L", data.index(inner))
    return in_directory(data, SIDES, 42, inside), "upon each other"


@hostile("a directory of 400,000 members")
def endless_directory() -> tuple[bytes, str]:
    entry = b"PK\x01\x02" + bytes(42)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(entry) * 400_000, 4, 0)
    return b"PK\x03\x04" + entry * 400_000 + end, "damaged"


@hostile("far too many members")
def many_members() -> tuple[bytes, str]:
    added = [(f"assessments/{number:04}.json", b"{}") for number in range(4, MOST_MEMBERS + 4)]
    return sample_with(*added), "far too many parts"


@hostile("a directory for files of many gigabytes")
def for_giants() -> tuple[bytes, str]:
    data = sample_bytes()
    return data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:], "damaged"


# Members that are none

for _name in (
    "../charity.json", "/etc/passwd", "C:\\charity.json", "assessments\\0004.json",
    "Charity.json", "charity.json ", "assessments/4.json", "assessments/00004.json",
    "assessments/000４.json", "packs/own.toml", "notes.txt", "__MACOSX/._charity.json",
    "assessments/0004.json/../0005.json", "assessments/",
):  # fmt: skip
    hostile(f"a member called {_name!r}")(
        lambda name=_name: (sample_with((name, b"{}")), "does not belong into it")
    )


@hostile("a name that ends before its end")
def hidden_end() -> tuple[bytes, str]:
    data = sample_with(("assessments/0004.json_.exe", b"{}"))
    return data.replace(b".json_.exe", b".json\0.exe"), "does not belong into it"


@hostile("the same member twice")
def twice() -> tuple[bytes, str]:
    data = sample_with((GROUP.replace("2", "9"), members()[GROUP]))
    return data.replace(GROUP.replace("2", "9").encode(), GROUP.encode()), "stands in it twice"


@hostile("a link to another file")
def link() -> tuple[bytes, str]:
    info = zipfile.ZipInfo("assessments/0004.json")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return sample_with((info, b"/etc/passwd")), "no ordinary file"


@hostile("a member with a password")
def with_password() -> tuple[bytes, str]:
    data = sample_bytes()
    return in_directory(data, GROUP, 8, b"\1\0"), "password on a part of it"


@hostile("another way of packing")
def packed_otherwise() -> tuple[bytes, str]:
    return zipped(list(members().items()), zipfile.ZIP_LZMA), "packed in a way"


# Digests and lists


def relisted(change: Callable[[dict[str, str]], object]) -> Callable[[Any], object]:
    return lambda told: change(told["members"])


def swapped(told: dict[str, str]) -> None:
    told[SIDES], told[GROUP] = told[GROUP], told[SIDES]


other("a wrong digest", MANIFEST, relisted(lambda m: m.update({GROUP: "0" * 64})), "was changed")
other("digests swapped", MANIFEST, relisted(swapped), "was changed")
other("no digest", MANIFEST, relisted(lambda m: m.update({GROUP: ""})), "is no SHA-256")
other("one not listed", MANIFEST, relisted(lambda m: m.pop(GROUP)), "not those that it lists")
other(
    "one listed in vain",
    MANIFEST,
    relisted(lambda m: m.update({"assessments/0004.json": "0" * 64})),
    "not those that it lists",
)
other("other counts", MANIFEST, lambda t: t["counts"].update(answers=9), "not those that it lists")
other("a count of text", MANIFEST, lambda t: t["counts"].update(answers="7"), "impossible")
other("newer", MANIFEST, lambda t: t.update(version=2), "newer version of collabkit")
other("version zero", MANIFEST, lambda t: t.update(version=0), "not a file in which collabkit")
other("version true", MANIFEST, lambda t: t.update(version=True), "not a file in which collabkit")
other("a session", MANIFEST, lambda t: t.update(collabkit="session file"), "not a file in which")
other("about nothing", MANIFEST, lambda t: t.update(about="network"), "does not say what it holds")
other("about one alone", MANIFEST, lambda t: t.update(about="assessment"), "and does not")
other("something more", MANIFEST, lambda t: t.update(more=1), "does not know (“more”)")
text("a manifest of nothing", MANIFEST, b"", "not a file in which collabkit")
text("a manifest in a list", MANIFEST, b"[]", "not a file in which collabkit")


@hostile("members swapped, each with its digest")
def swapped_members() -> tuple[bytes, str]:
    parts = members()
    parts[SIDES], parts[BEGUN] = parts[BEGUN], parts[SIDES]
    return packed(listed(parts)), "a part of it is"


@hostile("a gap in the numbers")
def gap() -> tuple[bytes, str]:
    parts = members()
    parts["assessments/0005.json"] = parts.pop(ROOM)
    return packed(listed(parts)), "not those that it lists"


@hostile("no charity")
def no_charity() -> tuple[bytes, str]:
    parts = members()
    del parts["charity.json"]
    return packed(listed(parts)), "not those that it lists"


# Questionnaires


def pack_named(part: str) -> str:
    return next(
        n for n, data in members().items() if n.startswith("packs/") and part.encode() in data
    )


DESCRIBED = pack_named('id = "described"')


@hostile("a questionnaire under a wrong digest")
def wrong_pack() -> tuple[bytes, str]:
    return written(DESCRIBED, members()[DESCRIBED] + b"\n"), "a questionnaire in it is damaged"


@hostile("two questionnaires with one digest")
def one_digest() -> tuple[bytes, str]:
    parts = members()
    second = pack_named('id = "first-conversation"')
    parts[second] = parts[DESCRIBED]
    return packed(listed(parts)), "a questionnaire in it is damaged"


@hostile("a questionnaire that nobody answered")
def unused_pack() -> tuple[bytes, str]:
    data = (PACKS / "handover.toml").read_bytes()
    parts = {**members(), f"packs/{hashlib.sha256(data).hexdigest()}.toml": data}
    return packed(listed(parts)), "not those that it was answered with"


@hostile("a questionnaire that is missing")
def missing_pack() -> tuple[bytes, str]:
    parts = members()
    del parts[DESCRIBED]
    return packed(listed(parts)), "not those that it was answered with"


text("a questionnaire of nothing", DESCRIBED, b"", "a questionnaire in it is damaged")
text("a questionnaire of keys", DESCRIBED, b"a." * 900_000, "a questionnaire in it is damaged")

# JSON that is none

text("no JSON", GROUP, b"PK\x03\x04", "not a file in which collabkit")
text("another encoding", GROUP, '{"id": "é"}'.encode("latin-1"), "not readable as text")
text("two bytes a sign", GROUP, '{"id": 1}'.encode("utf-16"), "not readable as text")
text("a mark before it", GROUP, b"\xef\xbb\xbf" + members()[GROUP], "not a file in which")
text("a list", GROUP, b"[]", "not a file in which collabkit")
text("no number", GROUP, b'{"minimum": NaN}', "not a file in which collabkit")
text("endless", GROUP, b'{"minimum": -Infinity}', "not a file in which collabkit")
text("a fraction", GROUP, b'{"minimum": 3.0}', "not a file in which collabkit")
text("10,000 figures", GROUP, b'{"minimum": ' + b"9" * 10_000 + b"}", "not a file in which")
text("one key twice", GROUP, b'{"id": 1, "id": 1}', "not a file in which collabkit")
text("cut off within", GROUP, members()[GROUP][:-20], "cut off")
text("a text without an end", GROUP, b'{"id": "' + b"x" * 1_000_000, "cut off")
text("two values", GROUP, members()[GROUP] * 2, "not a file in which collabkit")
text("depth 1,000", GROUP, b'{"id": ' + b"[" * 1_000 + b"]" * 1_000 + b"}", "nested too deeply")
text("depth 2,000,000", GROUP, b"[" * 2_000_000, "far more than people can have said")
text("depth 21", GROUP, b'{"a":' * 21 + b"1" + b"}" * 21, "nested too deeply")
text("a million nothings", GROUP, b'{"a":[' + b"[]," * 1_000_000 + b"0]}", "far more than people")
text("a million commas", GROUP, b'{"a":[' + b"0," * 1_000_000 + b"0]}", "far more than people")
text(
    "a million people",
    GROUP,
    b'{"sheets":[' + b"{}," * 1_000_000 + b"{}]}",
    "far more than people",
)
other("half a character", GROUP, lambda t: t.update(title="\ud800"), "damaged (“title”)")
other("a control character", GROUP, lambda t: t.update(title="a\0b"), "damaged (“title”)")

# What cannot be


def sheet(change: Callable[[Any], object], number: int = 0) -> Callable[[Any], object]:
    return lambda told: change(told["sheets"][number])


def said(change: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda told: change(told["sheets"][0]["responses"][0])


def action(change: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda told: change(told["actions"][0])


def settled(**topics: str) -> Callable[[Any], object]:
    return lambda told: told["settled"].update(
        {topic.replace("__", ":"): value for topic, value in topics.items()}
    )


def four_now(told: Any) -> None:
    told["actions"] = [{**told["actions"][1], "id": id_of(90 + n), "slot": "now"} for n in range(4)]


other("minimum 0", GROUP, lambda t: t.update(minimum=0), "must be 1 to 10")
other("minimum 2", GROUP, lambda t: t.update(minimum=2), "about 2 people")
other("minimum 11", GROUP, lambda t: t.update(minimum=11), "must be 1 to 10")
other("minimum true", GROUP, lambda t: t.update(minimum=True), "must be 1 to 10")
other("a part missing", GROUP, lambda t: t.pop("settled"), "missing (“settled”)")
other("a part too many", GROUP, lambda t: t.update(more=[]), "does not know (“more”)")
other("no title", GROUP, lambda t: t.update(title="  "), "is empty")
other("a title of two lines", GROUP, lambda t: t.update(title="a\nb"), "several lines")
other("a title without end", GROUP, lambda t: t.update(title="x" * 121), "damaged (“title”)")
other("a word that is none", GROUP, lambda t: t.update(selection="some"), "damaged (“selection”)")
other("30 February", GROUP, lambda t: t.update(started="2026-02-30"), "damaged (“started”)")
other("a week", GROUP, lambda t: t.update(started="2026-W10-1"), "damaged (“started”)")
other("the year 1", GROUP, lambda t: t.update(started="0001-01-01"), "impossible (“started”)")
other("an id with a path", GROUP, lambda t: t.update(id="../../x"), "an id in it is none")
other("an id in capitals", GROUP, lambda t: t.update(id=id_of(10)[:-1] + "A"), "an id in it is")
other("the id of another", GROUP, lambda t: t.update(id=id_of(11)), "stands in it twice")
other("the charity's id", "charity.json", lambda t: t.update(id=id_of(10)), "stands in it twice")
other("a charity without a name", "charity.json", lambda t: t.update(name=""), "is empty")
other("a charity of spaces", "charity.json", lambda t: t.update(name="a  b"), "no line of words")
other("asks nothing", GROUP, lambda t: t.update(asked=[], optional=[]), "asks what its")
other("asks out of order", GROUP, lambda t: t["asked"].reverse(), "asks what its")
other("asks something else", GROUP, lambda t: t["asked"].append("EMP-9"), "asks what its")
other("asks twice", GROUP, lambda t: t["asked"].append("POW-9"), "stands in it twice")
other("optional, not asked", GROUP, lambda t: t.update(optional=["X"]), "leaves open what")
other("left out, not asked", GROUP, sheet(lambda s: s.update(left_out=["X"])), "leaves open what")
other("a place of nowhere", GROUP, lambda t: t.update(place="X"), "cannot be reached")
other("a person twice", GROUP, lambda t: t["sheets"].append(t["sheets"][0]), "stands in it twice")
other("501 people", GROUP, lambda t: t.update(sheets=[{}] * 501), "damaged (“sheets”)")
other("two of one name", GROUP, sheet(lambda s: s.update(pseudonym="PERSON 2")), "answer together")
other("for nobody", GROUP, sheet(lambda s: s.update(party=id_of(40))), "takes no part")
other("for something", GROUP, sheet(lambda s: s.update(party=7)), "damaged (“party”)")
other("one person's group", GROUP, lambda t: t.update(minimum=1), "cannot answer together")
other("two own sides", SIDES, lambda t: t["parties"][1].update(is_own=True), "the same part")
other("two leads", SIDES, lambda t: t["parties"][1].update(is_lead=True), "the same part")
other("two of one side", SIDES, lambda t: t["parties"][1].update(name="sample charity"), "together")
other("unknown statement", GROUP, said(lambda r: r.update(item="EMP-9")), "answers what its")
other("unknown answer", GROUP, said(lambda r: r.update(answer="6")), "belong to its statement")
other("an answer of a number", GROUP, said(lambda r: r.update(answer=4)), "damaged (“answer”)")
other("an empty answer", GROUP, said(lambda r: r.update(answer="")), "damaged (“answer”)")
other("a note without end", GROUP, said(lambda r: r.update(note="x" * 4_001)), "damaged (“note”)")
other("a flag of a text", GROUP, said(lambda r: r.update(flagged="yes")), "damaged (“flagged”)")
other(
    "an answer that says nothing",
    GROUP,
    sheet(lambda s: s.update(responses=[{"item": "POW-2"}])),
    "says nothing",
)
other(
    "a statement answered twice",
    GROUP,
    sheet(lambda s: s["responses"].append(s["responses"][0])),
    "answered twice",
)
other("by pigeon", GROUP, sheet(lambda s: s["arrival"].update(route="pigeon"), 2), "(“route”)")
other("four actions now", GROUP, four_now, "more than three actions")
other("an action of nothing", GROUP, action(lambda a: a.update(text=" ")), "has no words")
other("an action too long", GROUP, action(lambda a: a.update(why="x" * 1_001)), "too many words")
other("an action about nothing", SIDES, action(lambda a: a.update(item="X")), "to no statement")
other(
    "an action carried from itself",
    GROUP,
    action(lambda a: a.update(carried_from=a["id"])),
    "round in a circle",
)
other(
    "actions carried in a circle",
    SIDES,
    action(lambda a: a.update(carried_from=id_of(30))),
    "round in a circle",
)
other("it follows itself", GROUP, settled(follows=id_of(10)), "round in a circle")
other("they follow each other", SIDES, settled(follows=id_of(10)), "round in a circle")
other("it follows a word", GROUP, settled(follows="the last one"), "no assessment")
other("settled on nothing", GROUP, settled(mode=""), "settled about nothing")
other("settled without a topic", GROUP, lambda t: t["settled"].update({" ": "x"}), "about nothing")
other("another wording", GROUP, settled(wording="rude"), "never to be chosen")
other("closed for nobody", GROUP, settled(**{f"closed__{id_of(99)}": "yes"}), "never to be chosen")
other("shown of nobody", GROUP, settled(shown=id_of(99)), "never to be chosen")
other("a mark that is none", SIDES, settled(**{"joint__FIT-5": "x"}), "never to be chosen")
other("invited by nothing", GROUP, settled(invited="{}"), "is missing")
other("invited by a list", GROUP, settled(invited="[]"), "not a file in which collabkit")
other("a session of nobody", BEGUN, lambda t: t.update(assessment=id_of(99)), "another assessment")
other("a session of a group", BEGUN, lambda t: t.update(assessment=id_of(10)), "another assessment")
other("two sessions of one", WAITING, lambda t: t.update(assessment=id_of(12)), "another assess")
other("a session without", BEGUN, lambda t: t.update(assessment=None), "without an assessment")
other("a newer record", BEGUN, lambda t: t["record"].update(version=2), "newer version")
other("a record of nothing", BEGUN, lambda t: t.update(record={}), "not a file in which")
other("a foreign record", BEGUN, lambda t: t["record"].update(place=19), "cannot be reached")


@hostile("sealed sheets")
def sealed() -> tuple[bytes, str]:
    form = pack().form_of(pack().item("BRD-2"))
    said = {"sealed": {"BRD-2": {form.options[0].code: 7}}, "sheets": 7}
    return changed(BEGUN, lambda told: told["record"].update(said)), "sheets are sealed in it"


# Locks

HEAD_END = LOCKED.index(b"\n--- ")


def with_work(work: bytes) -> bytes:
    return LOCKED.replace(b" 8\n", b" " + work + b"\n", 1)


for _work in (b"18", b"19", b"22", b"63", b"99"):
    always(f"locked with work of 2^{_work.decode()}", with_work(_work), "locked so heavily")
for _work in (b"0", b"08", b"+8", b"-1", b"100", b"1e3", b"0x8", b"8 8", b""):
    always(f"locked with work of {_work!r}", with_work(_work), "locked in another way")
always("locked for a key", LOCKED.replace(b"-> scrypt", b"-> X25519"), "locked in another way")
always("locked as text", b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b"x" * 2_000, "another way")
always("locked, a little as text", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl", "another way")
always("locked, with other line ends", LOCKED.replace(b"\n", b"\r\n"), "line ends were changed")
always("locked, with one other line end", LOCKED.replace(b"\n---", b"\r\n---", 1), "another way")
always("locked and cut in the head", LOCKED[:100], "its end is missing")
always("locked and cut in the last line of the head", LOCKED[: HEAD_END + 20], "its end is missing")
always("locked and cut behind the head", LOCKED[: HEAD_END + 50], "its end is missing")
always("locked and cut off", LOCKED[:-1], "its end is missing")
always("locked and changed", patched(LOCKED, 5_000, b"xx"), "was changed after it had been locked")
always("locked with more behind", LOCKED + b"x", "was changed after it had been locked")
always("a lock with another head", patched(LOCKED, HEAD_END + 8, b"xx"), "was changed after it")
always(
    "a lock with another end of its head", LOCKED.replace(b"\n--- ", b"\n---  ", 1), "another way"
)


def locks_in_a_row(*more: bytes) -> bytes:
    """Return the locked sample with further ways in behind the one that it has."""
    return LOCKED.replace(b"\n---", b"\n" + b"\n".join((*more, b"---")), 1)


always("two locks", locks_in_a_row(LOCKED[22:HEAD_END]), "locked in another way")
always("a lock and a key", locks_in_a_row(b"-> X25519 abc", b"A" * 43), "locked in another way")
always("a lock and a way in of no kind", locks_in_a_row(b"-> x-grease", b""), "in another way")

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
for _line, _end in {"salt": b" 8\n", "key": b"\n--- ", "MAC": b"\n"}.items():
    _at = LOCKED.index(_end, 0 if _line != "MAC" else HEAD_END + 5) - 1
    _next = _LETTERS.index(LOCKED[_at]) + 1  # a bit more, which no byte has room for
    always(
        f"locked, with other letters for the same {_line}",
        patched(LOCKED, _at, _LETTERS[_next : _next + 1]),
        "locked in another way",
    )
    always(
        f"locked, with a = behind the {_line}",
        LOCKED[: _at + 1] + b"=" + LOCKED[_at + 1 :],
        "locked in another way",
    )

# Chunks behind a good head that nobody may read

for _name, _payload in BROKEN.items():
    always(
        f"locked, {_name}",
        head_of(FILE_KEY, PASSPHRASE.encode(), bytes(16), 1) + _payload,
        "its end is missing",
    )


@hostile("locked, two chunks in the other order")
def swapped_chunks() -> tuple[bytes, str]:
    key = bytes(16)
    payload = payload_of(bytes(3 * CHUNK), key, key)
    first, second = (payload[at : at + CHUNK + 16] for at in (16, 16 + CHUNK + 16))
    rest = payload[16 + len(first + second) :]
    head = head_of(key, PASSPHRASE.encode(), key, 1)
    return head + payload[:16] + second + first + rest, "was changed after it had been locked"


@hostile("locked, with the chunks of another file")
def foreign_chunks() -> tuple[bytes, str]:
    head = head_of(bytes(16), PASSPHRASE.encode(), bytes(16), 1)
    return head + LOCKED[LOCKED.index(b"\n", HEAD_END + 1) + 1 :], "was changed after it had been"
