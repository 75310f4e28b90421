"""What is shown of a text that was found: a piece around the first match, with the matches."""

from dataclasses import dataclass
from itertools import islice

from collabkit.library.matching import Span, WantedWord, fold, matches, wanted_words

_CUT = "…"
_MOST_TRIED = 60  # matches
_BEFORE = 40  # characters before the first match, as far as there is a word to begin with


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text; ``spans`` are the words in it that were looked for."""

    text: str
    spans: tuple[Span, ...]


def highlighted(text: str, typed: str) -> Excerpt:
    """Return the whole ``text``, such as a title, with the words that ``typed`` finds in it."""
    return Excerpt(text, tuple(matches(text, wanted_words(typed))))


def excerpt(text: str, typed: str, longest: int = 160) -> Excerpt:
    """Return a piece of ``text`` around what ``typed`` finds in it, cut between words.

    It is the first piece with the most of the different words. It has at most ``longest``
    characters and the signs of what was cut. If nothing is found, it is the beginning.
    """
    wanted = wanted_words(typed)
    first = _best(text, wanted, longest)
    start = _start(text, first, longest)
    end = _end(text, start, longest)
    piece = text[start:end]
    before, after = (_CUT if start else ""), (_CUT if end < len(text) else "")
    spans = tuple(
        Span(span.start + len(before), span.end + len(before)) for span in matches(piece, wanted)
    )
    return Excerpt(f"{before}{piece}{after}", spans)


def _best(text: str, wanted: tuple[WantedWord, ...], longest: int) -> Span:
    """Return the match after which the most of the different words follow in one piece."""
    spans = tuple(islice(matches(text, wanted), _MOST_TRIED))
    met = [{one for one in wanted if one.is_met_by(fold(text[s.start : s.end]))} for s in spans]
    best, most = Span(0, 0), 0
    for number, span in enumerate(spans):
        limit = span.start + longest - _BEFORE
        near = [
            words for s, words in zip(spans[number:], met[number:], strict=True) if s.end <= limit
        ]
        count = len(set[WantedWord]().union(met[number], *near))
        if count > most:
            best, most = span, count
        if most == len(wanted):
            break
    return best


def _start(text: str, first: Span, longest: int) -> int:
    if first.end <= longest:
        return 0
    start = text.find(" ", max(0, first.start - _BEFORE), first.start) + 1
    return start or first.start


def _end(text: str, start: int, longest: int) -> int:
    end = start + longest
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", start, end + 1)
    return space if space > start else end
