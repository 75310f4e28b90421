"""Whether words still stand in some text that is in the file, whoever wrote it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_TEXTS = """
SELECT table_info.name FROM pragma_table_info(?) AS table_info
WHERE table_info.type = 'TEXT'
"""


def words_left(pieces: Iterable[str], driver: sqlite3.Connection) -> frozenset[str]:
    """Return those of ``pieces`` that stand in any text of the file, in JSON too."""
    texts = list(_all_texts(driver))
    whole = "\0".join((*texts, *map(_unescaped, texts)))
    return frozenset(piece for piece in pieces if piece in whole)


def _all_texts(driver: sqlite3.Connection) -> Iterator[str]:
    for (table,) in driver.execute(_TABLES).fetchall():
        columns = [name for (name,) in driver.execute(_TEXTS, (table,))]
        for column in columns:
            query = f'SELECT "{column}" FROM "{table}"'  # noqa: S608  names of the file's own
            yield from (str(text) for (text,) in driver.execute(query) if text is not None)
    for (source,) in driver.execute("SELECT source FROM pack_version"):
        yield bytes(source).decode("utf-8", "replace")


def _unescaped(text: str) -> str:
    """Return the words in a text that is JSON, such as the record of a session; else nothing."""
    if not text.startswith("{"):
        return ""
    try:
        return "\0".join(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        return ""


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _strings(each)
        case dict():
            for key, each in value.items():
                yield str(key)
                yield from _strings(each)
