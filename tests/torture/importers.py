"""Every way into the program for a file, with files from which stranger ones are made."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

import borrowed  # noqa: F401 - puts the folders of the makers on the path
import hostile_bundles
import hostile_forms
from answer_samples import handed_out, returned
from bundle_samples import changed, listed, sample_bytes
from doors import DOORS, SETTINGS, Bench, Door
from hostile_answers import hostile_answers, hostile_invitations
from mutators import Mutate, by_bytes, by_cells, by_json, by_lines, by_members, zipped
from sessions import session_file
from small_forms import fields, form, honest

from collabkit.assets import resource
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.filled_form import sheet_of
from collabkit.exchange.answers.filled_sentences import unreadable
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.exchange.bundles.container import packed
from collabkit.exchange.network.group_text import group_bytes
from collabkit.exchange.packs.files import workbook_from
from collabkit.exchange.workshops.session_file import session_bytes

_TABLE = (
    b"respondent,role,item,answer,note\nA,trustee,BRD-1,4,Yes\nB,staff,BRD-2,dk,\n"
    b"A,trustee,BRD-3,2,x\n"
)


@dataclass(frozen=True)
class Way:
    """A way in: files to begin with, what is done to them, and who opens them."""

    seeds: Callable[[Bench], Mapping[str, bytes]]
    mutate: Mutate
    open: Door


def _sheet(bench: Bench) -> bytes:
    return answer_bytes(replace(returned(), assessment=bench.assessment.id))


def _only(data: dict[str, tuple[str, bytes]], most: int = 400_000) -> dict[str, bytes]:
    return {what: each for what, (_name, each) in data.items() if len(each) <= most}


def _form(bench: Bench, data: bytes) -> bool:
    """In a process of its own with the limits that the program sets, but without a new Python."""
    told = hostile_forms.look_at(data)
    said = told["said"]
    assert isinstance(said, dict)
    if "reason" in said:
        raise unreadable("form.pdf", said["reason"])
    sheet_of([(name, values) for name, values in said["fields"]], "form.pdf")
    return True


def _pdf_words() -> tuple[bytes, ...]:
    pieces = b"< > << >> [ ] ( ) /V /Kids /T endobj 99999999999 /FT/Btn /Opt[(1)(3)] null"
    return (*pieces.split(), b" 0 R", b"stream\n")


def _relisted(parts: dict[str, bytes]) -> bytes:
    """A bundle whose manifest lists what is in it, so that what is wrong lies deeper."""
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        parts = dict(listed(parts))
    return packed(parts)


def _bundles(bench: Bench) -> dict[str, bytes]:
    return {
        "sound": sample_bytes(),
        "locked": hostile_bundles.LOCKED,
        "another name": changed("charity.json", lambda told: told.update(name="Other")),
    }


def _workbooks(bench: Bench) -> dict[str, bytes]:
    template = resource("templates", "partner-meetings.toml").read_bytes()
    return {"template": workbook_from(template, "own.xlsx")}


def _packs(bench: Bench) -> dict[str, bytes]:
    paths = [*resource("packs").glob("*.toml"), *resource("templates").glob("*.toml")]
    return {path.stem: path.read_bytes() for path in sorted(paths)}


def _groups(bench: Bench) -> dict[str, bytes]:
    from test_group_file import GROUP

    return {"sound": group_bytes(GROUP)}


def _answers(bench: Bench) -> dict[str, bytes]:
    hostile = hostile_answers(replace(returned(), assessment=bench.assessment.id))
    return {"sound": _sheet(bench), **_only(hostile)}


def _tables(bench: Bench) -> dict[str, bytes]:
    return {"sound": _TABLE, "hand": (_TABLE * 3).replace(b",", b";")}


def _invitations(bench: Bench) -> dict[str, bytes]:
    return {"sound": invitation_bytes(handed_out()), **_only(hostile_invitations())}


def _forms(bench: Bench) -> dict[str, bytes]:
    small = {name: data for name, data in honest() if len(data) < 100_000}
    return {"sound": form(), "words": form(fields(words=b"(More)")), **small}


_JSON: dict[str, Mutate] = {"json": by_json, "toml": by_lines}
_XML: dict[str, Mutate] = {
    "xml": partial(
        by_bytes,
        words=(b"<c>", b"</c>", b"<row>", b"&#0;", b"&a;", b"<!DOCTYPE a>", b't="s"', b'r="A1"',
               b"<v>-1</v>", b'r="ZZZ9999999"', b"<f>1+1</f>", b"]]>", b"xml:space", b"1e999"),
    )
}  # fmt: skip

WAYS: dict[str, Way] = {
    "answer file": Way(_answers, by_json, DOORS["answer file"]),
    "filled PDF": Way(_forms, partial(by_bytes, words=_pdf_words()), _form),
    "CSV": Way(_tables, by_cells, DOORS["CSV"]),
    "invitation": Way(_invitations, by_json, DOORS["invitation"]),
    "bundle": Way(_bundles, by_members(_JSON, _relisted), DOORS["bundle"]),
    "XLSX pack": Way(_workbooks, by_members(_XML, zipped), DOORS["XLSX pack"]),
    "TOML pack": Way(_packs, by_lines, DOORS["TOML pack"]),
    "own pack in its folder": Way(_packs, by_lines, DOORS["own pack in its folder"]),
    "group file": Way(_groups, by_json, DOORS["group file"]),
    "session file": Way(
        lambda _bench: {"sound": session_bytes(session_file())}, by_json, DOORS["session file"]
    ),
    "personal words": Way(
        lambda _bench: {"sound": json.dumps({"INV-P1": "Words"}).encode()},
        by_json,
        DOORS["personal words"],
    ),
    "settings.json": Way(
        lambda _bench: {"sound": json.dumps(SETTINGS).encode()}, by_json, DOORS["settings.json"]
    ),
    "change log": Way(
        lambda bench: {"sound": bench.change_log()},
        partial(by_bytes, words=(b"\n", b" ", b"0", b"z", b"s", b"[")),
        DOORS["change log"],
    ),
    "lock file": Way(
        lambda _bench: {"empty": b"", "number": b"4711"}, by_bytes, DOORS["lock file"]
    ),
}
