"""Packs: those that come with the program, people's own, and the words assessments have pinned."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.outcomes.topics import VOLUNTEER_RUN, WORDING
from collabkit.assessments.pack import Pack, Source
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.assessments.packs.text import read_file
from collabkit.assessments.wording import worded
from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.pack_cards import PackCard, read_card
from collabkit.storage import Store

__all__ = [
    "VOLUNTEER_RUN",
    "WORDING",
    "PackCard",
    "PackShelf",
    "builtin_cards",
    "builtin_file",
    "builtin_pack",
    "builtin_packs",
    "first_pack",
    "own_cards",
    "own_files",
    "sources",
]

# From what suits everybody to what suits one occasion; others follow by name.
_ORDER = (
    "five-themes",
    "barriers",
    "opportunities",
    "first-conversation",
    "bid-check",
    "behaviours",
    "health-check",
    "power-inventory",
    "board-check",
    "partners-view",
    "handover",
)


def builtin_packs() -> tuple[Pack, ...]:
    """Return the packs that come with the program, in the order in which they are offered."""
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
        raise _unknown(pack_id, files)
    return read_pack(files[pack_id], is_proven=True)  # tests check them


@cache
def builtin_cards() -> tuple[PackCard, ...]:
    """Return what is to be said about each of them, without reading their statements."""
    cards = (read_card(path, is_own=False) for path in _builtin_files().values())
    return tuple(card for card in cards if card is not None)


@cache
def _builtin_files() -> dict[str, Path]:
    places = {pack_id: place for place, pack_id in enumerate(_ORDER)}
    paths = resource("packs").glob("*.toml")
    ordered = sorted(paths, key=lambda path: (places.get(path.stem, len(places)), path.stem))
    return {path.stem: path for path in ordered}


def builtin_file(pack_id: str) -> Path | None:
    """Return the file of a pack that comes with the program, or ``None`` if there is none."""
    return _builtin_files().get(pack_id)


def own_files(folder: DataFolder) -> dict[str, Path]:
    """Return people's own pack files by id, which is their name; none has a built-in's."""
    taken = _builtin_files()
    paths = sorted(folder.packs.glob("*.toml"))
    return {path.stem: path for path in paths if path.stem not in taken}


def own_cards(folder: DataFolder) -> tuple[PackCard, ...]:
    """Return a card for each of people's own packs by title, without those that are no packs."""
    found = (read_card(path, is_own=True) for path in own_files(folder).values())
    own = [card for card in found if card is not None]
    return tuple(sorted(own, key=lambda card: (card.title.casefold(), card.id)))


def is_file_name(name: str) -> bool:
    """Tell whether somebody who typed ``name`` means a file with a pack and not the id of one."""
    path = Path(name)
    return path.suffix.casefold() in (".toml", ".xlsx") or len(path.parts) > 1


def pack_with_id(pack_id: str, folder: DataFolder | None) -> Pack:
    """Return the pack that comes with the program, or people's own in ``folder``, with this id.

    Raises ``InvalidInputError`` if it is unknown or not a pack.
    """
    if pack_id in _builtin_files():
        return builtin_pack(pack_id)
    own = own_files(folder) if folder else {}
    if pack_id not in own:
        raise _unknown(pack_id, (*_builtin_files(), *own))
    return own_pack(own[pack_id])


def own_pack(path: Path, read: Callable[[bytes, str], Pack] = parse_pack) -> Pack:
    """Return people's own pack in the file at ``path``, which must be called like its id.

    ``read`` makes a pack of bytes and a name. Raises ``InvalidInputError`` if it is not a pack.
    """
    pack = read(read_file(path), path.name)
    if pack.id != path.stem:
        raise InvalidInputError(
            _(
                "The file {file} holds a pack with the id “{id}”. Nothing was changed. "
                "Please give the file the same name as the pack."
            ).format(file=path.name, id=pack.id)
        )
    return pack


def sources() -> tuple[Source, ...]:
    """Return the reports on which the packs that come with the program rest, each once."""
    by_key = {source.key: source for pack in builtin_packs() for source in pack.sources}
    return tuple(by_key.values())


class PackShelf:
    """All packs that can be used, and each assessment's in the words it was started with."""

    def __init__(self, store: Store, folder: DataFolder | None = None) -> None:
        self._store = store
        self._folder = folder
        self._wordings: dict[str, str] = {}
        self._parsed = lru_cache(maxsize=16)(self._parse)
        self._read = lru_cache(maxsize=4)(parse_pack)

    def cards(self) -> tuple[PackCard, ...]:
        """Return a card for every pack in the order in which they are offered, own packs last.

        An own file that cannot be read is left out; ``read`` says why.
        """
        return (*builtin_cards(), *(own_cards(self._folder) if self._folder else ()))

    def own_files(self) -> dict[str, Path]:
        """Return people's own pack files by id, which is their name; none has a built-in's."""
        return own_files(self._folder) if self._folder else {}

    def read(self, pack_id: str) -> Pack:
        """Return one pack; raises ``InvalidInputError`` if it is unknown or not a pack."""
        if pack_id in _builtin_files():
            return builtin_pack(pack_id)
        own = self.own_files()
        if pack_id not in own:
            raise _unknown(pack_id, (*_builtin_files(), *own))
        return own_pack(own[pack_id], self._read)

    def pin(self, pack: Pack) -> None:
        """Keep the very bytes of a pack with the assessments, unless they are there already.

        Raises ``InvalidInputError`` if its file was changed or removed since it was read.
        """
        if self._store.packs.has(pack.digest):  # then its file may have been changed since
            return
        path = _builtin_files().get(pack.id) or self.own_files().get(pack.id)
        source = read_file(path) if path else b""
        if hashlib.sha256(source).hexdigest() != pack.digest:
            raise InvalidInputError(
                _(
                    "The questionnaire “{title}” has just been changed or removed. Nothing was "
                    "started. Please choose it once more."
                ).format(title=pack.title)
            )
        self._store.packs.keep(
            source,
            digest=pack.digest,
            pack_id=pack.id,
            version=pack.version,
            title=pack.title,
        )

    def of(self, assessment: Assessment) -> Pack:
        """Return the pack that ``assessment`` pinned, in the words it was started with."""
        if assessment.id not in self._wordings:  # settled at the start and never again
            self._wordings = self._store.settled.by_assessment(WORDING)
        is_volunteer_run = self._wordings.get(assessment.id) == VOLUNTEER_RUN
        return self.pinned(assessment.pack_digest, assessment.pack_id, is_volunteer_run)

    def pinned(self, digest: str, pack_id: str, is_volunteer_run: bool) -> Pack:
        """Return a pack that was pinned, word for word; ``KeyError`` if it never was."""
        return self._parsed(digest, pack_id, is_volunteer_run)

    def _parse(self, digest: str, pack_id: str, volunteer_run: bool) -> Pack:
        if volunteer_run:
            return worded(self._parsed(digest, pack_id, False))
        current = builtin_pack(pack_id) if pack_id in _builtin_files() else None
        if current is not None and current.digest == digest:
            return current
        return parse_pack(self._store.packs.source(digest), f"{pack_id}.toml", is_proven=True)


def _unknown(pack_id: str, known: Iterable[str]) -> InvalidInputError:
    return InvalidInputError(
        _("There is no questionnaire called “{name}”. There are: {known}.").format(
            name=pack_id, known=", ".join(known)
        )
    )
