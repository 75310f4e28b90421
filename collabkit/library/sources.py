"""Where the content comes from: the two reports, what was taken from them, and what is ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from collabkit.assessments.packs.faults import FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.reading import open_tables, refuse_repeats

_MOST = 50


class SourcesError(FaultyFileError):
    """A file cannot be used as the list of sources."""


@dataclass(frozen=True, slots=True)
class Report:
    """A published report: what it is, what was taken from it, and what to be careful with."""

    key: str  # "RtR 2021", as statements cite it
    title: str
    authors: str
    publisher: str  # may be empty
    year: int
    published: str  # the day or year in words
    about: str
    taken: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def citation(self) -> str:
        """The report in one line: title, authors, publisher, day."""
        parts = (f"“{self.title}”", self.authors, self.publisher, self.published)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class OwnWork:
    """Something that this toolkit added to what the reports say."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a page on the origin of the content tells."""

    lead: str
    untested: str
    reports: tuple[Report, ...]
    ours: tuple[OwnWork, ...]

    def report(self, key: str) -> Report:
        """Return one report; raises ``KeyError`` for an unknown key."""
        for report in self.reports:
            if report.key == key:
                return report
        raise KeyError(key)


@cache
def builtin_sources() -> Sources:
    """Return the sources that come with the program; raises as ``read_sources`` does."""
    return read_sources(resource("sources.toml"))


def read_sources(path: Path) -> Sources:
    """Return the sources in the file at ``path``.

    Raises ``SourcesError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    top = open_tables(path, SourcesError)
    sources = Sources(
        lead=top.text("lead"),
        untested=top.text("untested"),
        reports=tuple(_reports(top)),
        ours=tuple(_own_work(top)),
    )
    top.refuse_unknown()
    refuse_repeats(top.faults, _("report {name}"), (report.key for report in sources.reports))
    top.faults.stop_if_any()
    return sources


def _reports(top: Table) -> Iterator[Report]:
    for table in top.tables("report", named_by="key", title=_("report {name}"), most=_MOST):
        yield Report(
            key=table.text("key"),
            title=table.text("title"),
            authors=table.text("authors"),
            publisher=table.text("publisher", required=False),
            year=table.whole("year", 1900, 2100) or 0,
            published=table.text("published"),
            about=table.text("about"),
            taken=table.texts("taken", required=True),
            cautions=table.texts("cautions"),
        )
        table.refuse_unknown()


def _own_work(top: Table) -> Iterator[OwnWork]:
    for table in top.tables("ours", named_by="title", title=_("our work {name}"), most=_MOST):
        yield OwnWork(table.text("title"), table.text("text"))
        table.refuse_unknown()
