"""Make a ``Pack`` from a TOML file, or say everything that is wrong with it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from collabkit.assessments.pack import Outcome, OutcomeKind, Pack, Source
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.forms import read_forms
from collabkit.assessments.packs.items import SectionReader
from collabkit.assessments.packs.keys import Reference, read_keys
from collabkit.assessments.packs.rules import check_rules
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.text import parse_tables, read_file
from collabkit.assessments.packs.vocabulary import SETTINGS
from collabkit.i18n import _

FORMAT = 1
_MOST_MINUTES = 240
_MOST_SOURCES = 50


def read_pack(path: Path) -> Pack:
    """Return the pack in the file at ``path``.

    Raises ``PackError`` with every fault found if it is not a pack, and
    ``EnvironmentProblemError`` if the file cannot be opened.
    """
    return parse_pack(read_file(path), path.name)


def parse_pack(data: bytes, name: str) -> Pack:
    """Return the pack in ``data``; ``name`` is the file's name, for faults.

    Raises ``PackError`` with every fault found, each a sentence that names file, part and key.
    """
    faults = Faults(name)
    top = Table(parse_tables(data, faults), _("the top of the file"), faults)
    _check_format(top)
    pack_id, version = top.ident("id"), top.ident("version")
    title, question, purpose = top.text("title"), top.text("question"), top.text("purpose")
    answered_by, period, status = top.text("answered_by"), top.text("period"), top.text("status")
    full, short = _minutes(top)
    references: list[Reference] = []
    outcome = _outcome(top, references)
    sources = tuple(_sources(top))
    forms, form_ids = read_forms(top)
    sections = SectionReader(forms, outcome.kind if outcome else None)
    pack = Pack(
        id=pack_id,
        version=version,
        title=title,
        question=question,
        purpose=purpose,
        answered_by=answered_by,
        period=period,
        status=status,
        minutes_full=full,
        minutes_short=short,
        outcome=outcome or Outcome(OutcomeKind.SHARED_PAGE),
        forms=forms,
        sources=sources,
        sections=tuple(sections.read(top)),
        digest=hashlib.sha256(data).hexdigest(),
    )
    top.refuse_unknown()
    check_rules(pack, form_ids, (*references, *sections.references), faults)
    faults.stop_if_any()
    return pack


def _check_format(top: Table) -> None:
    number = top.whole("format", 1, 1_000)
    if number is not None and number != FORMAT:
        top.faults.refuse(
            top.where,
            _(
                'key "format" is {number}, but this version of collabkit reads format {known}. '
                "A newer version may be able to read it."
            ).format(number=number, known=FORMAT),
        )


def _minutes(top: Table) -> tuple[int, int | None]:
    table = top.table("minutes")
    if table is None:
        return 0, None
    full = table.whole("full", 1, _MOST_MINUTES)
    short = table.whole("short", 1, _MOST_MINUTES, required=False)
    table.refuse_unknown()
    return full or 0, short


def _outcome(top: Table, references: list[Reference]) -> Outcome | None:
    table = top.table("outcome")
    if table is None:
        return None
    kind = table.choice("kind", OutcomeKind)
    if kind is None:
        return None
    return Outcome(kind, read_keys(table, SETTINGS[kind], references))


def _sources(top: Table) -> Iterator[Source]:
    title = _("source {name}")
    for table in top.tables("source", named_by="key", title=title, most=_MOST_SOURCES):
        yield Source(
            key=table.text("key"),
            title=table.text("title"),
            publisher=table.text("publisher", required=False),
            year=table.whole("year", 1500, 2200, required=False),
            authors=table.text("authors", required=False),
        )
        table.refuse_unknown()
