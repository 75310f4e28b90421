"""Facts from the reports that may be quoted, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from collabkit.assessments.packs.faults import FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.reading import open_tables, refuse_repeats

_MOST_FACTS = 200


class FactsError(FaultyFileError):
    """A file cannot be used as the list of facts."""


@dataclass(frozen=True, slots=True)
class QuotedFact:
    """One fact in our own words.

    ``source`` is how it is to be cited, ``report`` the key of the report in which it stands, and
    ``note`` what should be known before it is quoted. ``packs`` are ids of packs that say more.
    """

    key: str
    title: str
    text: str
    source: str
    report: str
    note: str = ""
    packs: tuple[str, ...] = ()

    @property
    def quotation(self) -> str:
        """The fact with its source and note, ready to be copied into a bid or a paper."""
        return " ".join(part for part in (self.text, f"({self.source})", self.note) if part)


@cache
def facts() -> tuple[QuotedFact, ...]:
    """Return the facts that come with the program; raises as ``read_facts`` does."""
    return read_facts(resource("facts.toml"))


def read_facts(path: Path) -> tuple[QuotedFact, ...]:
    """Return the facts in the file at ``path``, in its order.

    Raises ``FactsError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    top = open_tables(path, FactsError)
    found = tuple(_facts(top))
    top.refuse_unknown()
    refuse_repeats(top.faults, _("fact {name}"), (fact.key for fact in found))
    top.faults.stop_if_any()
    return found


def _facts(top: Table) -> Iterator[QuotedFact]:
    for table in top.tables("fact", named_by="key", title=_("fact {name}"), most=_MOST_FACTS):
        yield QuotedFact(
            key=table.ident("key"),
            title=table.text("title"),
            text=table.text("text"),
            source=table.text("source"),
            report=table.text("report"),
            note=table.text("note", required=False),
            packs=table.texts("packs"),
        )
        table.refuse_unknown()
