"""People's text, from what they typed to lines of glyphs that can be drawn.

Text is never parsed: there is no markup here, so nothing that anybody types can vanish, change the
page or fetch a file. Nothing is lost either. A character that the font lacks is drawn as a box,
and the file keeps the character itself beside it (``ActualText``) for searching, copying and
reading aloud.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from collabkit.reports.pdf.fonts import Face, advances, width

BOX = "\N{WHITE SQUARE}"  # lacking in the font itself, so it comes out as the font's own box

# Looks the same, or so nearly that a box would serve nobody.
_TWINS = {
    "\N{NO-BREAK SPACE}": " ",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{FIGURE DASH}": "–",
    "\N{HORIZONTAL BAR}": "—",
    "\N{MODIFIER LETTER APOSTROPHE}": "’",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
}
_NEWLINES = re.compile("\r\n|[\r\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_JOINER = "\N{ZERO WIDTH JOINER}"
_SKIN_TONES = "\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}", "\N{EMOJI MODIFIER FITZPATRICK TYPE-6}"
_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"  # every space that may end a line
_WORDS = re.compile(f"([^{_SPACES}]*)([{_SPACES}]*)")
# A word may also be broken after a hyphen or a long dash that stands between two letters.
_PARTS = re.compile(r"(?<=[^\W\d][-—])(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one face."""

    text: str
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to draw in one go.

    ``actual`` is what stands in the text where that differs from what is ``shown``.
    """

    shown: str
    face: Face
    width: float  # as a share of the size
    actual: str | None = None


Line = tuple[Piece, ...]


def clean(text: str) -> str:
    """Return text as it will stand in the file.

    Composed (NFC), every kind of line break as a newline, a tab as a space. Control characters are
    dropped, and what is no character (half a surrogate pair) becomes a replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEWLINES.sub("\n", text).replace("\t", " ")
    text = _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """Return cleaned text on a single line: for titles and bookmarks."""
    return " ".join(clean(text).split())


def needs_boxes(text: str) -> bool:
    """Tell whether a character of ``text`` would be drawn as a box."""
    lacking = set(clean(text)) - advances(Face.REGULAR).keys()
    return bool(lacking) and any(
        BOX in piece.shown for part in _parts([Run(text)]) if part for piece in (*part[0], *part[1])
    )


def break_lines(runs: Iterable[Run], room: float, size: float) -> tuple[Line, ...]:
    """Break text into lines of at most ``room`` points at ``size``.

    Newlines are kept. Every line but the last of a paragraph ends in a space, which may hang over
    the margin: it separates the words for a screen reader, which sees no lines. A word that is
    wider than the room is broken.
    """
    room /= size
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0.0
    for part in _parts(runs):
        if part is None:
            lines.append(_merge([*line, *_pieces(" ", Face.REGULAR)]))
            line, used = [], 0.0
            continue
        word, spaces = part
        wide = _width(word)
        if line and used + wide > room:
            lines.append(_merge(line))
            line, used = [], 0.0
        if wide > room:
            *full, word = _chop(word, room)
            lines += map(_merge, full)
        line += word
        line += spaces
        used += _width(word) + _width(spaces)
    lines.append(_merge(line))
    return tuple(lines)


def single_line(text: str, face: Face = Face.REGULAR) -> Line:
    """Return text as one line, however long."""
    (line,) = break_lines([Run(clean(text).replace("\n", " "), face)], math.inf, 1)
    return line


def shortened(text: str, room: float, size: float) -> Line:
    """Return text as one line of at most ``room`` points, with an ellipsis if it is cut."""
    line = single_line(text)
    if line_width(line) * size <= room:
        return line
    ellipsis = single_line("…")
    room -= line_width(ellipsis) * size
    return break_lines([Run(one_line(text))], room, size)[0] + ellipsis


def line_width(line: Line) -> float:
    """Return the width of a line as a share of the size, spaces at its end included."""
    return _width(line)


def _parts(runs: Iterable[Run]) -> Iterator[tuple[list[Piece], list[Piece]] | None]:
    """Yield what belongs together on one line, with the spaces after it; ``None`` is a newline."""
    for run in runs:
        for number, hard_line in enumerate(clean(run.text).split("\n")):
            if number:
                yield None
            for word, spaces in _WORDS.findall(hard_line):
                *first, last = _PARTS.split(word)
                for part in first:
                    yield _pieces(part, run.face), []
                if last or spaces:
                    yield _pieces(last, run.face), _pieces(spaces, run.face)


def _pieces(text: str, face: Face) -> list[Piece]:
    """Return one piece if the font has it all, otherwise one for each visible character."""
    table = advances(face)
    if all(char in table and char not in _TWINS for char in text):
        return [Piece(text, face, width(text, face, 1))] if text else []
    return [_piece(cluster, face) for cluster in _clusters(text)]


def _piece(cluster: str, face: Face) -> Piece:
    base = next((c for c in cluster if unicodedata.category(c) != "Cf"), "")
    if base in _TWINS:
        shown = _TWINS[base]
    elif base and base in advances(face):
        marks = any(unicodedata.category(c).startswith("M") for c in cluster)
        shown = base + BOX if marks else base
    else:
        shown = " " if base and unicodedata.category(base) == "Zs" else BOX
    same = shown == cluster and BOX not in shown
    return Piece(shown, face, width(shown, face, 1), None if same else cluster)


def _clusters(text: str) -> Iterator[str]:
    """Split text into characters as people see them: a base with its marks and joiners."""
    cluster = ""
    for char in text:
        if cluster and not _joins(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _joins(cluster: str, char: str) -> bool:
    kind = unicodedata.category(char)
    return (
        kind == "Cf"
        or kind.startswith("M")
        or cluster.endswith(_JOINER)
        or _SKIN_TONES[0] <= char <= _SKIN_TONES[1]
        or all(unicodedata.category(c) == "Cf" for c in cluster)
    )


def _chop(word: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Break a word anywhere between its characters, into at least one line."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for piece in word:
        for part in [piece] if piece.actual else _pieces_of_letters(piece):
            if lines[-1] and used + part.width > room:
                lines.append([])
                used = 0.0
            lines[-1].append(part)
            used += part.width
    return lines


def _pieces_of_letters(piece: Piece) -> list[Piece]:
    table = advances(piece.face)
    return [Piece(char, piece.face, table[char]) for char in piece.shown]


def _merge(line: Iterable[Piece]) -> Line:
    """Join neighbours that can be drawn in one go."""
    merged: list[Piece] = []
    for key, group in groupby(line, key=lambda piece: (piece.face, piece.actual is None)):
        pieces = tuple(group)
        merged.append(
            Piece(
                "".join(p.shown for p in pieces),
                key[0],
                _width(pieces),
                None if key[1] else "".join(p.actual or "" for p in pieces),
            )
        )
    return tuple(merged)


def _width(pieces: Iterable[Piece]) -> float:
    return sum(piece.width for piece in pieces)
