"""A session as one JSON file: what was prepared and what has happened, with its questionnaire.

What is in such a file comes from a stranger. Whatever the bytes are, reading ends soon, with a
session whose parts fit each other or with a sentence. Only tallies of votes are in it: sheets that
are still sealed stay where they were keyed in.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.limits import LONGEST_NAME
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.text import MOST_BYTES as LARGEST_PACK
from collabkit.assessments.packs.text import read_file
from collabkit.errors import InvalidInputError
from collabkit.exchange.pinned_pack import PinnedPack, pinned_pack_told, read_pinned_pack
from collabkit.i18n import _
from collabkit.room.choices import is_for_the_room
from collabkit.room.fields import (
    LARGEST_RECORD,
    Fields,
    check_kind,
    not_ours,
    parse,
    refused,
)
from collabkit.room.meeting import Meeting, convene
from collabkit.room.preparation import check
from collabkit.room.record import check_fits, meeting_from_json, meeting_to_json

VERSION = 1
MOST_BYTES = 2 * (LARGEST_PACK + LARGEST_RECORD)  # a sign can take more than one byte
_WHAT = "session file"  # under "collabkit": tells it from any other file


@dataclass(frozen=True, slots=True)
class SessionFile:
    """Everything in a session file; ``pack`` is what ``source``, a TOML file, holds.

    Of the charity only its name and what its questionnaire depends on, and no id; the name of none
    is empty: then it is a template. ``is_volunteer_run`` tells in which words the room votes.
    """

    charity: str
    income_band: IncomeBand | None
    run_by: RunBy | None
    pack: Pack
    source: bytes
    is_volunteer_run: bool
    meeting: Meeting


def for_a_file(meeting: Meeting) -> Meeting:
    """Return a meeting as it goes into a file: without an open vote, and without sealed sheets.

    What the sheets say is still a secret, which whoever finds the file could read. As if none had
    been keyed in, they can be keyed in again elsewhere.
    """
    if meeting.sealed:
        meeting = replace(meeting, sealed=MappingProxyType({}), sheets=0)
    return replace(meeting, open_vote=None)


def session_bytes(file: SessionFile) -> bytes:
    """Return the bytes of the file, always in the same order; its meeting ``for_a_file``."""
    told = {
        "collabkit": _WHAT,
        "version": VERSION,
        "charity": {
            "name": file.charity,
            "income_band": file.income_band,
            "run_by": file.run_by,
        }
        if file.charity
        else None,
        "pack": pinned_pack_told(PinnedPack(file.pack, file.source, file.is_volunteer_run)),
        "session": json.loads(meeting_to_json(for_a_file(file.meeting))),
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False).encode()


def read_session_file(path: Path) -> SessionFile:
    """Return what is in the file at ``path``.

    Raises ``DataRefusedError`` if it is no such file, newer, cut off or impossible, and
    ``EnvironmentProblemError`` if it cannot be opened.
    """
    return session_from_bytes(read_file(path, MOST_BYTES))


def session_from_bytes(data: bytes) -> SessionFile:
    """Return what is in the bytes of a session file; raises ``DataRefusedError``."""
    if len(data) > MOST_BYTES:
        raise refused(_("it is far larger than a session can be"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_ours() from error
    fields = parse(text, MOST_BYTES)
    check_kind(fields, _WHAT, VERSION)
    charity = fields.maybe("charity", fields.part)
    about = ("", None, None) if charity is None else _read_charity(charity)
    pinned = read_pinned_pack(fields.part("pack"))
    if not is_for_the_room(pinned.pack):
        raise refused(_("a room cannot vote on its questionnaire"))
    meeting = _read_meeting(fields.take("session"), pinned.pack)
    fields.end()
    if charity is None and meeting != convene(meeting.preparation):
        raise refused(_("it belongs to no charity"))
    return SessionFile(*about, pinned.pack, pinned.source, pinned.is_volunteer_run, meeting)


def _read_charity(fields: Fields) -> tuple[str, IncomeBand | None, RunBy | None]:
    name = fields.text("name", LONGEST_NAME)
    if not name.strip():
        raise refused(_("its charity has no name"))
    income_band = fields.maybe("income_band", lambda key: fields.choice(key, IncomeBand))
    run_by = fields.maybe("run_by", lambda key: fields.choice(key, RunBy))
    fields.end()
    return name, income_band, run_by


def _read_meeting(told: Any, pack: Pack) -> Meeting:
    meeting = meeting_from_json(json.dumps(told, ensure_ascii=False))
    check_fits(meeting, pack)
    if meeting.sealed:
        raise refused(_("sheets are sealed in it, which are never saved in a file"))
    try:
        check(meeting.preparation, pack)
    except InvalidInputError as error:
        raise refused(_("it was never prepared")) from error
    return meeting
