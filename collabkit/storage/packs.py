"""The packs that assessments were answered with, word for word."""

import hashlib
from functools import partial

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from collabkit.storage.schema import pack_version as table
from collabkit.storage.writer import Writer


class Packs:
    """Keeps pack files for as long as an assessment pins them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def keep(self, source: bytes, *, digest: str, pack_id: str, version: str, title: str) -> None:
        """Keep the bytes of a pack file; does nothing if they are kept already.

        Raises ``ValueError`` if ``digest`` is not the SHA-256 of ``source`` in hexadecimal.
        """
        work = partial(
            write_pack,
            source=source,
            digest=digest,
            pack_id=pack_id,
            version=version,
            title=title,
        )
        if not self._writer.read(partial(_is_kept, digest)):
            self._writer.write(work)

    def has(self, digest: str) -> bool:
        """Tell whether the bytes of a pack file are kept."""
        return self._writer.read(partial(_is_kept, digest))

    def source(self, digest: str) -> bytes:
        """Return the bytes of a pack file; raises ``KeyError`` if they were never kept."""
        return self._writer.read(partial(_source, digest))


def write_pack(
    connection: Connection, *, source: bytes, digest: str, pack_id: str, version: str, title: str
) -> None:
    """Keep the bytes of a pack file as ``Packs.keep`` does, within somebody's transaction."""
    if hashlib.sha256(source).hexdigest() != digest:
        raise ValueError(f"{digest} is not the digest of this {pack_id}")
    values = {
        "digest": digest,
        "pack_id": pack_id,
        "version": version,
        "title": title,
        "source": source,
    }
    connection.execute(insert(table).on_conflict_do_nothing(), values).close()


def _is_kept(digest: str, connection: Connection) -> bool:
    found = connection.scalar(select(table.c.digest).where(table.c.digest == digest))
    return found is not None


def _source(digest: str, connection: Connection) -> bytes:
    source: bytes | None = connection.scalar(select(table.c.source).where(table.c.digest == digest))
    if source is None:
        raise KeyError(digest)
    return source
