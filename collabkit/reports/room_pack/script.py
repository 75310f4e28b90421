"""The facilitator's script: what to say, what to do and how long it takes, a page a statement."""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.i18n import _, ngettext
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, CELL, MM, SheetSize
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.grid import Grid
from collabkit.reports.room_pack.listing import aloud
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.printing import booklet, front
from collabkit.reports.room_pack.script_ending import ending
from collabkit.reports.room_pack.script_statement import statement_pages
from collabkit.reports.room_pack.script_troubles import troubles
from collabkit.room.agenda import Agenda, AgendaEntry, AgendaKind, agenda_of
from collabkit.room.promise import promise_lines
from collabkit.room.ways import Way

_ROW = 19  # points
_CLOCK = replace(CELL, size=10, leading=11.8)
_TEXT = replace(BODY, size=11.5, leading=16)
_STRONG = replace(_TEXT, face=Face.SEMIBOLD)
_STEP = replace(_STRONG, size=13, leading=18, before=10, after=2, keep_next=True)


def script(material: Material, size: SheetSize) -> bytes:
    """Return the script as a tagged PDF."""
    root = Element("Document")
    agenda = agenda_of(material.preparation, material.pack)
    parts = [
        _front(material, agenda, root),
        _welcome(material, root),
        *statement_pages(material, agenda, size, root),
        ending(material, agenda, root),
        troubles(material, size, root),
    ]
    title = _("Script: {title}").format(title=material.preparation.title)
    return booklet(title, parts, material, size, root)


def _front(material: Material, agenda: Agenda, root: Element) -> list[Block]:
    times = material.preparation.times
    rows = [
        (clock.told(times, entry.starts), title, str(entry.minutes), "")
        for entry, title in _titled(agenda)
    ]
    end = _("End, after {minutes}").format(minutes=clock.lasting(agenda.total))
    rows.append((clock.told(times, agenda.total), end, "", ""))
    begins = _("Clock") if times.begins is not None else _("From the start")
    head = (begins, _("What"), _("Minutes"), _("Really at"))
    return [
        *front(_("Script for the facilitator"), material.line, root),
        Text(
            _(
                "Words with a bar beside them are said aloud; use your own if you like. All else "
                "is for you. In quotation marks under a step stands the button of the console that "
                "begins it. There is a page for each statement, with lines for notes."
            ),
            _TEXT,
            root.add("P"),
        ),
        *([Text(_too_long(agenda), _STRONG, root.add("P"))] if agenda.over else []),
        *([Text(agenda.note, _TEXT, root.add("P"))] if agenda.note else []),
        Grid(
            head,
            rows,
            (22 * MM, None, 18 * MM, 22 * MM),
            root,
            row_height=_ROW,
            left=2,
            style=_CLOCK,
        ),
    ]


def _titled(agenda: Agenda) -> Iterator[tuple[AgendaEntry, str]]:
    """Yield the entries with their titles; statements have their numbers."""
    place = 0
    for entry in agenda.entries:
        title = entry.title
        if entry.kind is AgendaKind.STATEMENT:
            place += 1
            title = _("{number}. {title}").format(number=place, title=title)
        yield entry, title


def _too_long(agenda: Agenda) -> str:
    return ngettext(
        "This is {minutes} minute longer than the time you have. Leave statements out, or let the "
        "last ones be voted on without a talk.",
        "This is {minutes} minutes longer than the time you have. Leave statements out, or let the "
        "last ones be voted on without a talk.",
        agenda.over,
    ).format(minutes=agenda.over)


def _welcome(material: Material, root: Element) -> list[Block]:
    preparation = material.preparation
    minutes = clock.lasting(preparation.times.welcome)
    return [
        *opening(_("Welcome"), minutes, "welcome", root),
        Text(_("Before you begin"), _STEP, root.add("H3")),
        *bullets(tuple(_before(material)), root),
        Text(_("Say what we are here for"), _STEP, root.add("H3")),
        aloud(
            (
                _("Welcome. Today we look at how we work with other organisations."),
                _(
                    "We take one statement at a time. Everybody answers alone, then we all see the "
                    "answers together and talk. At the end we agree a few things to do."
                ),
            ),
            root,
        ),
        Text(_("Read the promise aloud, slowly"), _STEP, root.add("H3")),
        aloud(promise_lines(preparation), root),
        aloud((_("Can everybody live with that? Then we begin."),), root),
        Text(_("Say how we answer"), _STEP, root.add("H3")),
        aloud(tuple(_how_we_answer(preparation.ways)), root),
        Text(_("Then press “Begin”."), _TEXT, root.add("P")),
    ]


def _before(material: Material) -> Iterator[str]:
    yield _("Count the people who answer, and set “People in the room who answer”.")
    yield ngettext(
        "Nothing is shown about fewer than {minimum} person.",
        "Nothing is shown about fewer than {minimum} people. If fewer are here, do not begin: see "
        "the last page.",
        material.preparation.minimum,
    ).format(minimum=material.preparation.minimum)
    if Way.SHEETS in material.preparation.ways:
        yield _(
            "“Key in sheets” that were filled in beforehand, and read them back. Whoever does it "
            "reads them; keep to yourselves what they say."
        )
    yield _("A table card on every table, a pencil for everybody, the box where all can reach it.")


def _how_we_answer(ways: frozenset[Way]) -> Iterator[str]:
    if Way.SLIPS in ways:
        yield _(
            "When I say so, write one number on a slip, fold it and put it into the box. Please "
            "let nobody see it."
        )
    if Way.SHEETS in ways:
        yield _(
            "Whoever has filled in a whole sheet has answered already, and only talks. If we vote "
            "again, everybody takes part."
        )
    if Way.HANDS in ways:
        yield _("Where we raise hands, close your eyes until all hands are counted, if you like.")
    yield _("The card on your table says what the numbers mean. 0 is “don't know”.")
