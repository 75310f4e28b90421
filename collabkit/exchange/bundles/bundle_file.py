"""A bundle as bytes: a zip of readable files with exact names, each proved by its digest.

``collabkit.json``            what the file is, when it was made, how much is in it, and the SHA-256
                              of every other member
``charity.json``              the charity
``assessments/0001.json``     an assessment: what is asked, who answers and what they said, what
                              is settled, and the plan with all that became of it
``sessions/0001.json``        a session in the room, with its record as a session file has it:
                              without an open vote, and without sheets that are still sealed
``packs/<SHA-256>.toml``      the very bytes of a questionnaire

What people wrote for their own eyes alone is in no bundle. Every other answer is, under the name
that the person was given: whoever has the file can read it, unless it is locked (see ``lock``).
The same contents give the same bytes on the same day.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.text import MOST_BYTES as LARGEST_PACK
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.exchange.bundles.container import CHARITY, MANIFEST, Container, packed
from collabkit.exchange.bundles.contents import (
    Bundle,
    BundledAssessment,
    BundledSession,
    PackFile,
)
from collabkit.exchange.bundles.json_text import MOST_BYTES_OF_ONE, JsonReader, json_bytes
from collabkit.exchange.bundles.limits import MOST_MEMBERS, MOST_PACK_BYTES
from collabkit.exchange.bundles.reading import read_assessment, read_charity, read_session
from collabkit.exchange.bundles.refusals import cannot_open, in_our_words, newer, not_a_bundle
from collabkit.exchange.bundles.sense import check_sense, check_session_belongs
from collabkit.exchange.bundles.telling import tell_assessment, tell_charity, tell_session
from collabkit.exchange.json_file import JsonFile, digest
from collabkit.i18n import _
from collabkit.room.fields import Fields, refused

VERSION = 1
ENDING = ".collabkit"
_ABOUT_CHARITY, _ABOUT_ASSESSMENT = "charity", "assessment"
_ASSESSMENTS, _SESSIONS, _PACKS = "assessments/", "sessions/", "packs/"


class BundleFile(JsonFile):
    """How a bundle's manifest is told from any other file."""

    word = "bundle"
    version = VERSION
    most_bytes = 100_000

    def refused(self, what: str) -> DataRefusedError:
        """Return the error for a file in which ``what``, a clause, cannot be right."""
        return cannot_open(what)

    def not_ours(self) -> DataRefusedError:
        """Return the error for what is no bundle at all."""
        return not_a_bundle()

    def newer(self) -> DataRefusedError:
        """Return the error for a file that a later release has written."""
        return newer()


def bundle_bytes(bundle: Bundle) -> bytes:
    """Return the bytes of a bundle, which ``read_bundle`` reads; not locked."""
    members = {CHARITY: json_bytes(tell_charity(bundle.charity))}
    sessions: list[dict[str, Any]] = []
    for number, whole in enumerate(bundle.assessments, start=1):
        members[f"{_ASSESSMENTS}{number:04}.json"] = json_bytes(tell_assessment(whole))
        if whole.session is not None:
            sessions.append(tell_session(whole.session, whole.assessment.id))
    sessions += [tell_session(session, None) for session in bundle.waiting]
    for number, session in enumerate(sessions, start=1):
        members[f"{_SESSIONS}{number:04}.json"] = json_bytes(session)
    for key, file in bundle.packs.items():
        members[f"{_PACKS}{key}.toml"] = file.source
    members[MANIFEST] = json_bytes(
        {
            "collabkit": BundleFile.word,
            "version": VERSION,
            "made_on": bundle.made_on.isoformat(),
            "about": _ABOUT_CHARITY if bundle.is_charity else _ABOUT_ASSESSMENT,
            "with_notes": bundle.with_notes,
            "counts": counts_of(bundle),
            "members": {
                name: hashlib.sha256(members[name]).hexdigest() for name in sorted(members)
            },
        }
    )
    return packed(members)


def read_bundle(data: bytes) -> Bundle:
    """Return what is in the bytes of a bundle that is not locked.

    Raises ``BundleError``, with a sentence, for what is newer, foreign, cut off, far too large or
    cannot be.
    """
    with in_our_words():
        return _Reader(Container(data)).bundle()


def counts_of(bundle: Bundle) -> dict[str, int]:
    """Return how much of everything is in a bundle."""
    wholes = bundle.assessments
    begun = sum(whole.session is not None for whole in wholes)
    return {
        "assessments": len(wholes),
        "sheets": sum(len(whole.participants) for whole in wholes),
        "answers": sum(len(whole.responses) for whole in wholes),
        "actions": sum(len(whole.plan.actions) for whole in wholes),
        "sessions": begun + len(bundle.waiting),
        "packs": len(bundle.packs),
    }


class _Reader:
    def __init__(self, container: Container) -> None:
        self._container = container
        self._digests: Mapping[str, str] = {}
        self._reader = JsonReader()

    def bundle(self) -> Bundle:
        manifest = self._container.read(MANIFEST, BundleFile.most_bytes)
        self._reader.fields_in(manifest)  # it keeps to the limits of every member
        bundle, counts = BundleFile().read(manifest, self._contents)
        check_sense(bundle)
        if counts_of(bundle) != counts:
            raise refused(_("its contents are not those that it lists"))
        return bundle

    def _contents(self, fields: Fields) -> tuple[Bundle, dict[str, int]]:
        made_on = fields.day("made_on")
        about = fields.take("about")
        with_notes = fields.flag("with_notes")
        if about not in (_ABOUT_CHARITY, _ABOUT_ASSESSMENT):
            raise refused(_("it does not say what it holds"))
        counts = fields.counts("counts", _MOST_OF_ANYTHING)
        members = fields.part("members")
        self._digests = {name: digest(members, name) for name in members.names[:MOST_MEMBERS]}
        members.end()
        if set(self._digests) != self._container.names - {MANIFEST} or CHARITY not in self._digests:
            raise refused(_("its contents are not those that it lists"))
        charity = read_charity(self._json(CHARITY))
        packs = dict(self._packs())
        assessments = [
            read_assessment(self._json(name), charity.id) for name in self._numbered(_ASSESSMENTS)
        ]
        sessions = [read_session(self._json(name)) for name in self._numbered(_SESSIONS)]
        bundle = Bundle(
            made_on=made_on,
            is_charity=about == _ABOUT_CHARITY,
            with_notes=with_notes,
            charity=charity,
            assessments=tuple(_put_together(assessments, sessions, packs)),
            waiting=tuple(session for session, belongs in sessions if belongs is None),
            packs=packs,
        )
        return bundle, counts

    def _read(self, name: str, most: int) -> bytes:
        data = self._container.read(name, most)
        if hashlib.sha256(data).hexdigest() != self._digests[name]:
            raise refused(_("a part of it was changed after it had been saved"))
        return data

    def _json(self, name: str) -> Fields:
        return self._reader.fields_in(self._read(name, MOST_BYTES_OF_ONE))

    def _numbered(self, folder: str) -> list[str]:
        """Return the members in a folder; their numbers run from 1 without a gap."""
        there = sorted(name for name in self._digests if name.startswith(folder))
        if there != [f"{folder}{number:04}.json" for number in range(1, len(there) + 1)]:
            raise refused(_("its contents are not those that it lists"))
        return there

    def _packs(self) -> Iterable[tuple[str, PackFile]]:
        left = MOST_PACK_BYTES
        for name in sorted(name for name in self._digests if name.startswith(_PACKS)):
            source = self._read(name, min(LARGEST_PACK, left))
            left -= len(source)
            key = name.removeprefix(_PACKS).removesuffix(".toml")
            try:
                pack = parse_pack(source, name)
            except InvalidInputError as error:
                raise refused(_("a questionnaire in it is damaged")) from error
            if pack.digest != key:
                raise refused(_("a questionnaire in it is damaged"))
            yield key, PackFile(pack, source)


def _put_together(
    assessments: Collection[BundledAssessment],
    sessions: Iterable[tuple[BundledSession, str | None]],
    packs: Mapping[str, PackFile],
) -> Iterable[BundledAssessment]:
    """Yield the assessments with id and version of their packs, and with their sessions."""
    held = [(belongs, session) for session, belongs in sessions if belongs is not None]
    by_assessment = dict(held)
    known = {whole.assessment.id for whole in assessments}
    if len(by_assessment) != len(held) or not by_assessment.keys() <= known:
        raise refused(_("a session in it belongs to another assessment"))
    for whole in assessments:
        file = packs.get(whole.assessment.pack_digest)
        if file is None:
            raise refused(_("its questionnaires are not those that it was answered with"))
        session = by_assessment.get(whole.assessment.id)
        if session is not None:
            check_session_belongs(session, whole)
        assessment = replace(whole.assessment, pack_id=file.pack.id, pack_version=file.pack.version)
        yield replace(whole, assessment=assessment, session=session)


_MOST_OF_ANYTHING = 10_000_000
