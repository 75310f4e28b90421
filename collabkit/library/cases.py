"""The cases and short examples of the two reports; the head of their file describes it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from collabkit.assessments.packs.faults import FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.case import Case, CaseBook, Choice, Example, Situation
from collabkit.library.reading import open_tables, refuse_repeats, refuse_unlisted

_MOST = 500


class CasesError(FaultyFileError):
    """A file cannot be used as a book of cases."""


@cache
def builtin_cases() -> CaseBook:
    """Return the stories that come with the program; raises as ``read_cases`` does."""
    return read_cases(resource("cases.toml"))


def read_cases(path: Path) -> CaseBook:
    """Return the stories in the file at ``path``.

    Raises ``CasesError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    top = open_tables(path, CasesError)
    years = dict(_reports(top))
    book = CaseBook(
        introduction=top.text("introduction"),
        about_examples=top.text("about_examples"),
        themes=tuple(_choices(top, "theme", _("theme {name}"))),
        kinds=tuple(_choices(top, "kind", _("kind {name}"))),
        roles=tuple(_choices(top, "role", _("role {name}"))),
        sizes=tuple(_choices(top, "size", _("size {name}"))),
        cases=tuple(_cases(top, years)),
        examples=tuple(_examples(top, years)),
        situations=tuple(_situations(top)),
    )
    top.refuse_unknown()
    _check(book, years, top)
    top.faults.stop_if_any()
    return book


def _reports(top: Table) -> Iterator[tuple[str, int]]:
    for table in top.tables("report", named_by="key", title=_("report {name}"), most=_MOST):
        yield table.text("key"), table.whole("year", 1900, 2100) or 0
        table.refuse_unknown()


def _choices(top: Table, key: str, title: str) -> Iterator[Choice]:
    for table in top.tables(key, named_by="key", title=title, most=_MOST):
        yield Choice(table.ident("key"), table.text("name"))
        table.refuse_unknown()


def _cases(top: Table, years: Mapping[str, int]) -> Iterator[Case]:
    for table in top.tables("case", named_by="id", title=_("case {name}"), most=_MOST):
        report = table.text("report")
        yield Case(
            id=table.ident("id"),
            title=table.text("title"),
            report=report,
            year=years.get(report, 0),
            section=table.text("section"),
            situation=table.text("situation"),
            challenge=table.text("challenge"),
            helped=table.text("helped"),
            lesson=table.text("lesson"),
            lesson_note=table.text("lesson_note", required=False),
            notes=table.texts("notes"),
            themes=table.texts("themes", required=True),
            kind=table.text("kind"),
            kinds=table.texts("kinds", required=True),
            role=table.text("role"),
            roles=table.texts("roles", required=True),
            size=table.text("size"),
            sizes=table.texts("sizes", required=True),
            items=table.texts("items", required=True),
        )
        table.refuse_unknown()


def _examples(top: Table, years: Mapping[str, int]) -> Iterator[Example]:
    for table in top.tables("example", named_by="id", title=_("example {name}"), most=_MOST):
        report = table.text("report")
        yield Example(
            id=table.ident("id"),
            title=table.text("title"),
            text=table.text("text"),
            note=table.text("note", required=False),
            report=report,
            year=years.get(report, 0),
            sections=table.texts("sections", required=True),
            themes=table.texts("themes", required=True),
            items=table.texts("items", required=True),
            packs=table.texts("packs"),
        )
        table.refuse_unknown()


def _situations(top: Table) -> Iterator[Situation]:
    title = _("situation {name}")
    for table in top.tables("situation", named_by="key", title=title, most=_MOST):
        yield Situation(
            key=table.ident("key"),
            name=table.text("name"),
            stories=table.texts("stories", required=True),
            note=table.text("note", required=False),
            pages=table.texts("pages"),
        )
        table.refuse_unknown()


def _check(book: CaseBook, years: Mapping[str, int], top: Table) -> None:
    """Note every name that is used twice, and every one that leads nowhere."""
    faults = top.faults
    stories: tuple[Case | Example, ...] = (*book.cases, *book.examples)
    ids = [story.id for story in stories]
    refuse_repeats(faults, _("story {name}"), ids)
    listed = {
        "themes": book.themes,
        "kinds": book.kinds,
        "roles": book.roles,
        "sizes": book.sizes,
    }
    for choices in listed.values():
        refuse_repeats(faults, _("choice {name}"), (choice.key for choice in choices))
    refuse_repeats(faults, _("situation {name}"), (s.key for s in book.situations))
    for story in stories:
        where = _("story {name}").format(name=story.id)
        refuse_unlisted(faults, where, "report", (story.report,), years)
        for key, choices in listed.items():
            names = getattr(story, key, ())  # examples have themes only
            refuse_unlisted(faults, where, key, names, {choice.key for choice in choices})
    for situation in book.situations:
        where = _("situation {name}").format(name=situation.key)
        refuse_unlisted(faults, where, "stories", situation.stories, ids)
