"""The glossary as the page shows it."""

from collections.abc import Iterable
from functools import cache

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.library.glossary import Term, builtin_glossary
from collabkit.services.packs import sources
from collabkit.ui.learn.words.state import Entry, Origin


def find_entries(text: str, origin: Origin) -> tuple[Entry, ...]:
    """Return the words of ``origin`` that ``text`` finds; an empty text finds them all."""
    found = builtin_glossary().search(text)
    return tuple(_entry(term) for term in found if _comes_from(term, origin))


def letters_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the letters that words stand under, each once."""
    return tuple(dict.fromkeys(entry.letter for entry in entries))


def count_of(number: int, text: str) -> str:
    """Say how many words are shown."""
    wanted = " ".join(text.split())
    if not wanted:
        words = ngettext("{number} word", "{number} words, from A to Z", number)
    elif number:
        words = ngettext("{number} word with “{text}”", "{number} words with “{text}”", number)
    else:
        return _("No word here has “{text}” in it.").format(text=wanted)
    return words.format(number=in_words(number).capitalize(), text=wanted)


def reports_named() -> str:
    """Say which reports the short names stand for."""
    return " ".join(
        _("{key} is “{title}”.").format(key=source.key, title=source.title) for source in sources()
    )


@cache
def _entry(term: Term) -> Entry:
    meaning = term.meaning if term.meaning.endswith((".", "?")) else f"{term.meaning}."
    spans = builtin_glossary().spans(meaning)
    return Entry(
        name=term.name,
        meaning=meaning,
        source=term.source,
        letter=term.name[:1].upper(),
        links=tuple(span for span in spans if span.term is not term),
    )


def _comes_from(term: Term, origin: Origin) -> bool:
    is_ours = not term.defined_in and not term.used_in
    return origin is Origin.ALL or is_ours == (origin is Origin.PROGRAM)
