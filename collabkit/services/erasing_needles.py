"""What is looked for after erasing, however it is written in a file."""

import json
import re
from collections.abc import Collection, Iterator

PIECE = 24  # characters: enough not to be found by chance
_MOST_PIECES = 60  # with three ways of writing each, a tenth of a second for a megabyte
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_WIDEST = 24  # bytes of one character: "\u1234" in UTF-16, twice, beyond the first plane
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_GAPS = " \t\n\r\v\f\u0085\u00a0\u2002\u2003\u2009\u2028\u2029\u202f"
_WIDEST_GAP = 9  # of these between two words of a name


class Needles:
    """Ids and pieces of texts (``wanted``) and names, found in bytes however they are written.

    The ids of records all look alike, so any number of them is looked for at once. A name is found
    in large or small letters and with any gaps; also within another word, because in a file two
    texts may follow each other without a gap.
    """

    def __init__(self, wanted: Collection[str] = (), *, names: Collection[str] = ()) -> None:
        self._ids = {text for text in wanted if _ID.fullmatch(text.encode())}
        words = set(wanted) - self._ids
        self._words = {form: text for text in words for form in _as_written(text)}
        self._names = [(_pattern(name, each), each) for name in names for each in _ENCODINGS]
        self.is_empty = not wanted and not names
        longest = max([PIECE, *map(len, names)]) + _WIDEST_GAP * sum(
            name.count(" ") for name in names
        )
        self.reach = _WIDEST * longest  # bytes: no way of writing one of them is longer

    def found_in(self, data: bytes) -> frozenset[str]:
        """Return those that are in ``data``; names as they are spelled there."""
        found = {text for form, text in self._words.items() if form in data}
        if self._ids:
            without_gaps = data.replace(b"\0", b"")  # as in UTF-16
            for each in (data, without_gaps):
                found.update(self._ids.intersection(id_.decode() for id_ in _ID.findall(each)))
        for pattern, encoding in self._names:
            found.update(_read(match.group(), encoding) for match in pattern.finditer(data))
        return frozenset(found)


def pieces_of(texts: Collection[str]) -> tuple[str, ...]:
    """Return pieces of ``texts`` to look for: from the beginning, the middle and the end of each.

    Short texts say nothing by themselves and are left out, and so is what is too much.
    """
    pieces: dict[str, None] = {}
    for text in texts:
        words = text.strip()
        if len(words) < PIECE:
            continue
        for start in (0, (len(words) - PIECE) // 2, len(words) - PIECE):
            pieces.setdefault(words[start : start + PIECE])
    return tuple(pieces)[:_MOST_PIECES]


def _as_written(text: str) -> Iterator[bytes]:
    for form in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
        for encoding in _ENCODINGS:
            yield form.encode(encoding, "replace")


def _pattern(name: str, encoding: str) -> "re.Pattern[bytes]":
    gap = _one_of(_GAPS, encoding) + b"{1,%d}" % _WIDEST_GAP
    words = (b"".join(_one_of(_cases(sign), encoding) for sign in word) for word in name.split())
    return re.compile(gap.join(words))


def _one_of(signs: Collection[str], encoding: str) -> bytes:
    forms = {form for sign in signs for form in (sign, json.dumps(sign)[1:-1])}
    written = sorted((form.encode(encoding, "replace") for form in forms), reverse=True)
    return b"(?:" + b"|".join(map(re.escape, written)) + b")"


def _cases(sign: str) -> set[str]:
    return {sign, sign.lower(), sign.upper(), sign.title(), sign.casefold()}


def _read(written: bytes, encoding: str) -> str:
    text = written.decode(encoding, "replace")
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
