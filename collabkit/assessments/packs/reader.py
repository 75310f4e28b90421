"""Make a ``Pack`` from a TOML file, or say everything that is wrong with it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import (
    Expected,
    OftenNot,
    OftenNotApplicable,
    Outcome,
    OutcomeKind,
    Pack,
    Source,
)
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.forms import read_forms
from collabkit.assessments.packs.items import SectionReader
from collabkit.assessments.packs.keys import (
    Part,
    Reference,
    Vocabulary,
    name_of,
    names_of,
    read_keys,
    words,
)
from collabkit.assessments.packs.rules import check_rules
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.text import parse_tables, read_file
from collabkit.assessments.packs.vocabulary import SETTINGS
from collabkit.i18n import _

FORMAT = 1
MOST_MINUTES = 240
MOST_SOURCES = 50
MOST_HINTS = 50
_EXPECTED: Vocabulary = {
    "low": name_of(Part.ANSWER),
    "high": name_of(Part.ANSWER),
    "items": names_of(Part.ITEM).or_without(),
    "sections": names_of(Part.SECTION).or_without(),
}
_OFTEN_NOT: Vocabulary = {"who": words(OftenNot), "items": names_of(Part.ITEM)}


def read_pack(path: Path, *, is_proven: bool = False) -> Pack:
    """Return the pack in the file at ``path``; see ``parse_pack`` for ``is_proven``.

    Raises ``PackError`` with every fault found if it is not a pack, and
    ``EnvironmentProblemError`` if the file cannot be opened.
    """
    return parse_pack(read_file(path), path.name, is_proven=is_proven)


def parse_pack(data: bytes, name: str, *, is_proven: bool = False) -> Pack:
    """Return the pack in ``data``; ``name`` is the file's name, for faults.

    ``is_proven`` says that it was found in order before: it comes with the program, or somebody
    has answered it, and must stay readable even if more is asked of packs by now. Raises
    ``PackError`` with every fault found, each a sentence that names file, part and key.
    """
    faults = Faults(name)
    digest = hashlib.sha256(data).hexdigest()
    return pack_from(parse_tables(data, faults), digest, faults, is_proven=is_proven)


def pack_from(
    tables: Mapping[str, Any], digest: str, faults: Faults, *, is_proven: bool = False
) -> Pack:
    """Return the pack in ``tables``, which are laid out as in a TOML file.

    ``digest`` is that of the TOML file. Raises the error of ``faults`` with every fault found.
    """
    top = Table(tables, _("the top of the file"), faults)
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
    expected = tuple(_expected(top, references))
    often_not = tuple(_often_not_applicable(top, references))
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
        digest=digest,
        when=top.text("when", required=False),
        parts_called=_parts_called(top),
        expected=expected,
        often_not_applicable=often_not,
    )
    top.refuse_unknown()
    check_rules(pack, form_ids, (*references, *sections.references), faults, is_proven=is_proven)
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
    full = table.whole("full", 1, MOST_MINUTES)
    short = table.whole("short", 1, MOST_MINUTES, required=False)
    table.refuse_unknown()
    table.known_as(_("minutes"))
    return full or 0, short


def _outcome(top: Table, references: list[Reference]) -> Outcome | None:
    table = top.table("outcome")
    if table is None:
        return None
    kind = table.choice("kind", OutcomeKind)
    if kind is None:
        return None
    return Outcome(kind, read_keys(table, SETTINGS[kind], references))


def _parts_called(top: Table) -> tuple[str, str]:
    words = top.texts("parts_called")
    if not words:
        return "part", "parts"
    if len(words) != 2:
        top.fault(
            _('key "parts_called" needs two words, such as "area" and "areas".'), "parts_called"
        )
        return "", ""
    return words[0], words[1]


def _expected(top: Table, references: list[Reference]) -> Iterator[Expected]:
    title = _("expected {name}")
    for table in top.tables(
        "expected", named_by="size", title=title, most=MOST_HINTS, required=False
    ):
        size = table.choice("size", IncomeBand)
        found = read_keys(table, _EXPECTED, references)
        if size is not None and "low" in found and "high" in found:
            yield Expected(
                size, found["low"], found["high"], found.get("items", ()), found.get("sections", ())
            )


def _often_not_applicable(top: Table, references: list[Reference]) -> Iterator[OftenNotApplicable]:
    title = _("often_not_applicable {name}")
    for table in top.tables(
        "often_not_applicable", named_by="who", title=title, most=MOST_HINTS, required=False
    ):
        found = read_keys(table, _OFTEN_NOT, references)
        yield OftenNotApplicable(found.get("who", ()), found.get("items", ()))


def _sources(top: Table) -> Iterator[Source]:
    title = _("source {name}")
    for table in top.tables("source", named_by="key", title=title, most=MOST_SOURCES):
        yield Source(
            key=table.text("key"),
            title=table.text("title"),
            publisher=table.text("publisher", required=False),
            year=table.whole("year", 1500, 2200, required=False),
            authors=table.text("authors", required=False),
        )
        table.refuse_unknown()
