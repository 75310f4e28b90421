"""Packs: those that come with the program, and the wording that assessments have pinned."""

from functools import cache, lru_cache
from pathlib import Path

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import Pack, Source
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.storage import Store


def builtin_packs() -> tuple[Pack, ...]:
    """Return the packs that come with the program, in the order of their file names."""
    return tuple(map(builtin_pack, _builtin_files()))


def first_pack() -> Pack:
    """Return the first of them, without reading the others."""
    return builtin_pack(next(iter(_builtin_files())))


@cache
def builtin_pack(pack_id: str) -> Pack:
    """Return one pack that comes with the program; raises ``InvalidInputError`` if unknown."""
    files = _builtin_files()
    # The name is looked up among the folder's, so that no other file can be reached through it.
    if pack_id not in files:
        raise InvalidInputError(
            _("There is no pack called “{name}”. These come with collabkit: {known}.").format(
                name=pack_id, known=", ".join(files)
            )
        )
    return read_pack(files[pack_id])


@cache
def _builtin_files() -> dict[str, Path]:
    return {path.stem: path for path in sorted(resource("packs").glob("*.toml"))}


def sources() -> tuple[Source, ...]:
    """Return the reports on which the packs that come with the program rest, each once."""
    by_key = {source.key: source for pack in builtin_packs() for source in pack.sources}
    return tuple(by_key.values())


class PackShelf:
    """The packs as assessments use them: each in the very wording it was answered with."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parsed = lru_cache(maxsize=16)(self._parse)

    def pin(self, pack: Pack) -> None:
        """Keep the wording of a built-in pack with the assessments, if it is not there yet."""
        source = resource("packs", f"{pack.id}.toml").read_bytes()
        self._store.packs.keep(
            source,
            digest=pack.digest,
            pack_id=pack.id,
            version=pack.version,
            title=pack.title,
        )

    def of(self, assessment: Assessment) -> Pack:
        """Return the pack in the version that ``assessment`` pinned."""
        return self._parsed(assessment.pack_digest, assessment.pack_id)

    def _parse(self, digest: str, pack_id: str) -> Pack:
        current = builtin_pack(pack_id) if pack_id in _builtin_files() else None
        if current is not None and current.digest == digest:
            return current
        return parse_pack(self._store.packs.source(digest), f"{pack_id}.toml")
