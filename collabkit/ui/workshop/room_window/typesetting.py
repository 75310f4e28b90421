"""Breaks a text into lines as a compositor would: even, and short enough to be read at a glance."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from collabkit.ui.theme.fonts import FAMILY

MOST_WORDS = 12  # on a line (workshop rules)
_MOST_EVENED = 60  # words; longer texts are simply filled
LEADING = 1.22  # from one line to the next, times the height of the text


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines. ``pitch`` is from one line to the next, ``base`` down to the first's foot.

    ``whole`` is the text as it was given.
    """

    whole: str
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    pixels: int
    weight: int
    pitch: float
    base: float
    indent: float = 0.0  # before the first

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    @property
    def width(self) -> float:
        """The width of the longest line."""
        first, *others = self.widths or (0.0,)
        return max(self.indent + first, *others) if others else self.indent + first

    @property
    def height(self) -> float:
        """How much room all lines take."""
        return self.pitch * len(self.lines)


@lru_cache(maxsize=256)
def room_font(pixels: int, weight: int) -> QFont:
    """Return the font for a text of ``pixels``."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=256)
def _metrics(pixels: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(room_font(pixels, weight))


@lru_cache(maxsize=8192)
def width_of(text: str, pixels: int, weight: int) -> float:
    """Return how wide ``text`` is on one line."""
    return _metrics(pixels, weight).horizontalAdvance(text)


@lru_cache(maxsize=2048)
def set_text(
    text: str,
    pixels: int,
    weight: int,
    width: float,
    leading: float = LEADING,
    indent: float = 0.0,
) -> Lines:
    """Set a plain text in as few lines of at most ``width`` pixels as it takes.

    The lines are about as long as each other, so that no word stands alone on the last. A word
    that is longer than a line is broken rather than cut. ``indent`` leaves room before the first.
    """
    words = [part for word in text.split() for part in _fitting(word, pixels, weight, width)]
    lengths = [width_of(word, pixels, weight) for word in words]
    space = width_of(" ", pixels, weight)
    counts = _filled(lengths, space, width, indent)
    if len(counts) > 1 and len(words) <= _MOST_EVENED:
        counts = _evened(lengths, space, width, indent, len(counts))
    lines, start = [], 0
    for count in counts:
        lines.append(" ".join(words[start : start + count]))
        start += count
    metrics = _metrics(pixels, weight)
    pitch = pixels * leading
    return Lines(
        whole=" ".join(text.split()),
        lines=tuple(lines),
        widths=tuple(width_of(line, pixels, weight) for line in lines),
        pixels=pixels,
        weight=weight,
        pitch=pitch,
        base=(pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent(),
        indent=indent,
    )


def longest_word(text: str, pixels: int, weight: int) -> float:
    """Return how wide the longest word of ``text`` is."""
    return max((width_of(word, pixels, weight) for word in text.split()), default=0.0)


def _filled(lengths: list[float], space: float, width: float, indent: float) -> list[int]:
    """Return how many words go on each line if every line takes what it can."""
    counts: list[int] = []
    used = indent
    for number, length in enumerate(lengths):
        fits = used + (space if counts else 0.0) + length <= width
        if number and fits and counts[-1] < MOST_WORDS:
            counts[-1] += 1
            used += space + length
        elif not number and (fits or not indent):
            counts.append(1)
            used += length
        elif not number:  # not even one word has room after what stands before it
            counts += [0, 1]
            used = length
        else:
            counts.append(1)
            used = length
    return counts


def _evened(
    lengths: list[float], space: float, width: float, indent: float, count: int
) -> list[int]:
    """Return ``count`` lines that are as long as each other as they can be."""
    total = len(lengths)
    sums = [0.0]
    for length in lengths:
        sums.append(sums[-1] + length)
    target = (sums[-1] + space * (total - count) + indent) / count
    unreached = float("inf")
    best = [0.0] + [unreached] * total
    cuts: list[list[int]] = []
    for line in range(count):
        following = [unreached] * (total + 1)
        cut = [0] * (total + 1)
        before = indent if line == 0 else 0.0
        for end in range(total + 1):
            for start in range(max(0, end - MOST_WORDS), end + 1):
                if best[start] == unreached or (start == end and not (before and line == 0)):
                    continue
                long = before + sums[end] - sums[start] + space * max(0, end - start - 1)
                if long > width:
                    continue
                cost = best[start] + (target - long) ** 2
                if cost < following[end]:
                    following[end], cut[end] = cost, start
        best = following
        cuts.append(cut)
    counts, end = [], total
    for cut in reversed(cuts):
        counts.append(end - cut[end])
        end = cut[end]
    return counts[::-1]


def _fitting(word: str, pixels: int, weight: int, width: float) -> list[str]:
    parts = [word]
    while len(parts[-1]) > 1 and width_of(parts[-1], pixels, weight) > width:
        rest = parts.pop()
        cut = next(
            (n for n in range(len(rest) - 1, 1, -1) if width_of(rest[:n], pixels, weight) <= width),
            1,
        )
        parts += [rest[:cut], rest[cut:]]
    return parts
