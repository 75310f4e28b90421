"""A digest for each row that holds people's own words.

SQLite's integrity check looks at the structure of a file: of 254 flipped bits that changed an
answer it missed 226 (tried). A sealed row shows when any of its columns is not as it was written.
"""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from collabkit.storage.columns import columns_of

# Sealed tables. The digest is the column of that name, over all the others in their order in the
# file: so rows of every schema version can be checked without knowing the version.
SEALED = (
    "response",
    "plan_action",
    "settled",
    "session",
    "action_life",
    "progress",
    "network_group",
)
# The schema that brought a table; the others were there from 1 on.
SEALED_SINCE = {
    "settled": 2,
    "session": 3,
    "action_life": 4,
    "progress": 4,
    "network_group": 4,
}


def seal(values: Iterable[str | int | None]) -> bytes:
    """Return the digest of a row's values in the order of its columns.

    Each value is written with its length, so that no two rows are written alike.
    """
    texts = (None if value is None else str(value) for value in values)
    parts = ["-" if text is None else f"{len(text)}:{text}" for text in texts]
    return _digest("".join(parts))


def wrong_seals(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows of a sealed table are not as they were written."""
    columns = [name for name in columns_of(connection, table)[0] if name != "digest"]
    # SQLite writes the text that is sealed quicker than Python does (measured: by a third).
    values = ", ".join(f"""coalesce(length("{name}") || ':', '-'), "{name}\"""" for name in columns)
    text = f"printf('{'%s%s' * len(columns)}', {values})"
    rows = connection.execute(f'SELECT {text}, digest FROM main."{table}"')  # noqa: S608  our own
    if all(digest == _digest(text) for text, digest in rows):
        return 0
    # It ends a text at a null character, so what seems wrong is looked at once more.
    names = ", ".join(f'"{name}"' for name in columns)
    rows = connection.execute(f'SELECT {names}, digest FROM main."{table}"')  # noqa: S608  our own
    return sum(seal(values) != digest for *values, digest in rows)


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
