"""A charity or an assessment as one file: everything in it comes back, and people can read it."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from types import MappingProxyType

import pytest
from bundle_samples import (
    DAY,
    PACKS,
    group,
    id_of,
    in_the_room,
    members,
    pack_file,
    sample_bundle,
    sample_bytes,
    session,
    sides,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from sessions import meeting, pack

from collabkit.assessments.assessment import Response
from collabkit.exchange.bundles.bundle_file import bundle_bytes, counts_of, read_bundle
from collabkit.exchange.bundles.container import MOST_TIMES, packed
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment
from collabkit.exchange.bundles.refusals import BundleError
from collabkit.exchange.bundles.without_notes import (
    assessment_without_notes,
    session_without_notes,
)
from collabkit.room.fields import writable

RELEASED = PACKS.parent / "bundles" / "version-1.collabkit"


def alone(whole: BundledAssessment) -> Bundle:
    """The bundle of one assessment."""
    digest = whole.assessment.pack_digest
    files = {digest: sample_bundle().packs[digest]}
    return replace(sample_bundle(), is_charity=False, assessments=(whole,), waiting=(), packs=files)


def test_everything_comes_back() -> None:
    """Answers, notes with odd signs, organisations, sheets from elsewhere, plans and sessions."""
    assert read_bundle(sample_bytes()) == sample_bundle()


@pytest.mark.parametrize("whole", [group(), sides(), in_the_room()], ids=["group", "sides", "room"])
def test_one_assessment_comes_back(whole: BundledAssessment) -> None:
    """By itself, with its own questionnaire alone."""
    assert read_bundle(bundle_bytes(alone(whole))) == alone(whole)


def test_a_charity_without_anything_comes_back() -> None:
    """Such as one that was added a minute ago."""
    empty = replace(sample_bundle(), assessments=(), waiting=(), packs={})
    assert read_bundle(bundle_bytes(empty)) == empty


def test_the_same_contents_give_the_same_bytes() -> None:
    """Also after they were read, whatever the clock says."""
    assert bundle_bytes(read_bundle(sample_bytes())) == sample_bytes()


def test_what_an_earlier_release_has_written_can_be_read() -> None:
    """A file that was kept is read for ever."""
    assert read_bundle(RELEASED.read_bytes()) == sample_bundle()


def test_it_is_a_zip_that_people_can_read() -> None:
    """Plain JSON with names that say what they are, and the very questionnaires."""
    with zipfile.ZipFile(io.BytesIO(sample_bytes())) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "collabkit.json"
        manifest = json.loads(archive.read("collabkit.json"))
        told = json.loads(archive.read("assessments/0002.json"))
        for digest, file in sample_bundle().packs.items():
            assert archive.read(f"packs/{digest}.toml") == file.source
        for name, digest in manifest["members"].items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert manifest["collabkit"] == "bundle"
    assert manifest["made_on"] == DAY.isoformat()
    assert manifest["counts"] == counts_of(sample_bundle())
    assert told["sheets"][0]["responses"][0]["note"] == "Ŵythnos “odd”\n=1+1\t💐"
    assert "evidence" not in told["sheets"][1]["responses"][0]


def test_a_text_that_shrinks_too_far_is_packed_as_it_is() -> None:
    """Otherwise nobody could open a file in which somebody has leant on a key."""
    note = "a" * 4_000
    people = group().participants
    said = tuple(Response(p.id, i, "3", note, note) for p in people for i in ("POW-2", "POW-9"))
    leant = alone(replace(group(), responses=said))
    data = bundle_bytes(leant)
    assert read_bundle(data) == leant
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = [(info.file_size, info.compress_size) for info in archive.infolist()]
    assert all(size <= MOST_TIMES * packed_size for size, packed_size in sizes)


@settings(max_examples=40)
@given(st.text(max_size=4_000), st.text(max_size=4_000), st.text(max_size=90))
def test_whatever_people_write_comes_back(note: str, evidence: str, name: str) -> None:
    """Half a page in any script, as it is kept."""
    note, evidence = writable(note), writable(evidence)
    name = f"x{writable(name)}".replace("\n", "").replace("\t", "")
    first, *others = group().participants
    said = Response(first.id, "POW-2", "3", note, evidence)
    written = alone(
        replace(
            group(),
            assessment=replace(group().assessment, title=name),
            participants=(replace(first, pseudonym=name), *others),
            responses=(said,),
        )
    )
    assert read_bundle(bundle_bytes(written)) == written


def test_without_notes_the_answers_stay() -> None:
    """What shows it, how sure people are and what they flagged go, and what said nothing else."""
    bare = assessment_without_notes(group(), pack_file("described").pack)
    assert bare.responses == (
        Response(id_of(21), "POW-9", "4"),
        Response(id_of(21), "POW-2", "dk"),
        Response(id_of(23), "POW-2", "1"),
    )
    assert replace(bare, responses=group().responses) == group()


def test_without_notes_words_stay_where_they_are_the_answer() -> None:
    """In a form of notes; beside a choice they go."""
    bare = assessment_without_notes(sides(), pack_file("first-conversation").pack)
    assert [(said.item_id, said.note) for said in bare.responses] == [
        ("WHY-6", ""),
        ("FIT-5", "Take money from gambling"),
    ]


def test_without_notes_nothing_of_the_talk_stays() -> None:
    """The votes and the actions of a session do."""
    whole = assessment_without_notes(in_the_room(), pack())
    assert whole.session == session_without_notes(session(60, meeting()))
    assert whole.session is not None
    assert {turn.note for turn in whole.session.meeting.turns} == {""}
    assert whole.session.meeting.actions


def test_no_sheet_that_is_sealed_is_ever_in_it() -> None:
    """Nobody can hand one in either; see the hostile bundles."""
    sealed = {"BRD-2": MappingProxyType({"1": 7})}
    at = replace(meeting(), sealed=MappingProxyType(sealed), sheets=7)
    whole = replace(in_the_room(), session=session(60, at))
    with pytest.raises(BundleError):
        read_bundle(bundle_bytes(alone(whole)))


def test_only_members_with_exact_names_are_packed_and_read() -> None:
    """Whatever else somebody puts beside them."""
    with pytest.raises(BundleError, match="does not belong into it"):
        read_bundle(packed({**members(), "charity.json.bak": b"{}"}))
