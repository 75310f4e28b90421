"""A questionnaire inside a file: its very bytes, by which the answers are pinned."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.errors import InvalidInputError
from collabkit.exchange.json_file import digest, filled_line
from collabkit.i18n import _
from collabkit.room.fields import LONGEST_ID, Fields, RecordError, refused


@dataclass(frozen=True, slots=True)
class PinnedPack:
    """A questionnaire as its TOML file ``source`` has it, and which of its words are asked."""

    pack: Pack
    source: bytes
    is_volunteer_run: bool


def pinned_pack_told(pinned: PinnedPack) -> Mapping[str, Any]:
    """Return the questionnaire as it stands in a file."""
    return {
        "id": pinned.pack.id,
        "version": pinned.pack.version,
        "digest": pinned.pack.digest,
        "is_volunteer_run": pinned.is_volunteer_run,
        "source": pinned.source.decode(),
    }


def read_pinned_pack(fields: Fields) -> PinnedPack:
    """Return the questionnaire; raises ``RecordError`` if it is not what it says it is."""
    told = [
        filled_line(fields, "id", LONGEST_ID),
        filled_line(fields, "version", LONGEST_ID),
        digest(fields, "digest"),
    ]
    is_volunteer_run = fields.flag("is_volunteer_run")
    source = fields.take("source")
    fields.end()
    if not isinstance(source, str):
        raise _damaged()
    try:
        data = source.encode()
        pack = _parsed(data, f"{told[0]}.toml")
    except (UnicodeEncodeError, InvalidInputError) as error:
        raise _damaged() from error
    if [pack.id, pack.version, pack.digest] != told:
        raise _damaged()
    return PinnedPack(pack, data, is_volunteer_run)


# Of many files that are written and checked one after the other, all have the same questionnaire.
_parsed = lru_cache(maxsize=1)(parse_pack)


def _damaged() -> RecordError:
    return refused(_("its questionnaire is damaged"))
