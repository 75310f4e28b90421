"""The glossary: words of the two reports and of this toolkit, found and explained in place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import itemgetter
from pathlib import Path

from collabkit.assessments.packs.faults import Faults, FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.text import parse_tables, read_file
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.matching import plural_of

_MOST_TERMS = 1_000


class GlossaryError(FaultyFileError):
    """A file cannot be used as a glossary."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase with its meaning."""

    name: str
    meaning: str
    defined_in: tuple[str, ...] = ()  # keys of reports: "RtR 2021"
    used_in: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # other forms under which it is found
    in_place: bool = True  # may be explained inside a sentence

    @property
    def source(self) -> str:
        """Where the word comes from, as a sentence."""
        if self.defined_in:
            return _("Defined in {reports}.").format(reports=_joined(self.defined_in))
        if self.used_in:
            return _("Used in {reports}.").format(reports=_joined(self.used_in))
        return _("A word of this toolkit.")


@dataclass(frozen=True, slots=True)
class TermSpan:
    """Where a term occurs: ``text[start:end]``."""

    start: int
    end: int
    term: Term


class Glossary:
    """All terms, ready to be listed, searched and found in sentences."""

    def __init__(self, terms: Iterable[Term], shown_under: Iterable[tuple[Term, str]] = ()) -> None:
        """Take the terms, and further entries each with the name of the term that stands for it.

        Raises ``KeyError`` if there is no term of that name.
        """
        self.terms = tuple(sorted(terms, key=lambda term: term.name.casefold()))
        self._by_name = {term.name: term for term in self.terms}
        forms = [(form, term) for term in self.terms for form in _forms(term)]
        for entry, name in shown_under:
            term = self._by_name[name]
            self._by_name[entry.name] = term
            forms += [(form, term) for form in _forms(entry)]
        self._by_form = {_key(form): term for form, term in forms if term.in_place}
        self._pattern = _pattern(self._by_form)

    def term(self, name: str) -> Term:
        """Return the term that is called ``name``; raises ``KeyError`` for an unknown one."""
        return self._by_name[name]

    def search(self, text: str) -> tuple[Term, ...]:
        """Return the terms in which every word of ``text`` occurs, in capitals or not.

        Terms whose name begins with the text come first, then other names, then meanings. An empty
        text finds them all.
        """
        words = text.casefold().split()
        ranked = ((_rank(term, words), term) for term in self.terms)
        found = [(rank, term) for rank, term in ranked if rank is not None]
        return tuple(term for _place, term in sorted(found, key=itemgetter(0)))

    def spans(self, text: str) -> tuple[TermSpan, ...]:
        """Return where terms occur in ``text``, each at its first occurrence only.

        Whole words and simple plurals count, the longest term wins, and acronyms need their
        capitals. Terms that are ordinary words too are left alone.
        """
        spans: dict[str, TermSpan] = {}
        for match in self._pattern.finditer(text):
            form = " ".join(match[0].split())
            term = self._by_form.get(form) or self._by_form.get(form.casefold())
            if term is not None:  # a look-alike such as ı for i is not the word
                spans.setdefault(term.name, TermSpan(match.start(), match.end(), term))
        return tuple(spans.values())


@cache
def builtin_glossary() -> Glossary:
    """Return the glossary that comes with the program; raises as ``read_glossary`` does."""
    return read_glossary(resource("glossary.toml"))


def read_glossary(path: Path) -> Glossary:
    """Return the glossary in the file at ``path``.

    Raises ``GlossaryError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    faults = Faults(path.name, GlossaryError)
    top = Table(parse_tables(read_file(path), faults), _("the top of the file"), faults)
    entries = tuple(_entries(top))
    top.refuse_unknown()
    names = {term.name for term, see in entries if not see}
    seen: set[str] = set()
    for term, see in entries:
        place = _("term {name}").format(name=term.name)
        if term.name in seen:
            faults.add(place, _("the same name is used twice."))
        if see and see not in names:
            faults.add(place, _('key "see" names a term that is not in this file.'))
        seen.add(term.name)
    faults.stop_if_any()
    return Glossary(
        (term for term, see in entries if not see), ((term, see) for term, see in entries if see)
    )


def _entries(top: Table) -> Iterator[tuple[Term, str]]:
    title = _("term {name}")
    for table in top.tables("term", named_by="name", title=title, most=_MOST_TERMS):
        term = Term(
            name=table.text("name"),
            meaning=table.text("meaning"),
            defined_in=table.texts("defined_in"),
            used_in=table.texts("used_in"),
            also=table.texts("also"),
            in_place=table.truth("in_place") if "in_place" in table else True,
        )
        see = table.text("see", required=False)
        table.refuse_unknown()
        yield term, see


def _forms(term: Term) -> Iterator[str]:
    for form in (term.name, *term.also):
        yield form
        yield plural_of(form)


def _is_acronym(form: str) -> bool:
    """Tell whether one of the words has a capital after its first letter: MoU, CVS, KPIs."""
    return any(word[1:] != word[1:].lower() for word in form.split())


def _key(form: str) -> str:
    return form if _is_acronym(form) else form.casefold()


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    branches = []
    for form in sorted(forms, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in form.split())
        branches.append(words if _is_acronym(form) else f"(?i:{words})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})(?!\w)")


def _rank(term: Term, words: list[str]) -> int | None:
    names = " ".join((term.name, *term.also)).casefold()
    if term.name.casefold().startswith(" ".join(words)):
        return 0
    if all(word in names for word in words):
        return 1
    meaning = term.meaning.casefold()
    if all(word in names or word in meaning for word in words):
        return 2
    return None


def _joined(reports: tuple[str, ...]) -> str:
    return reduce(lambda first, second: _("{a} and {b}").format(a=first, b=second), reports)
