"""What to print, how often and how, and what else goes into the bag."""

from collections.abc import Iterator

from collabkit.i18n import _, ngettext
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import HEADING, LETTER, MM, SheetSize
from collabkit.reports.pdf.table import Table
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.printing import booklet, front
from collabkit.room.ways import Way

SECOND_VOTES = 3  # reckoned with: about one statement in four is split or spread
_SPARE_BALLOTS = 2
_PEOPLE_AT_A_CARD = 3


def print_list(material: Material, size: SheetSize) -> bytes:
    """Return the list as a tagged PDF."""
    root = Element("Document")
    blocks: list[Block] = [
        *front(_("What to print"), material.line, root),
        Table(
            tuple(_rows(material, size)),
            (44 * MM, 17 * MM, None),
            root,
            head=(_("File"), _("Copies"), _("How")),
            row_headings=True,
        ),
        Text(_("In the window of your printer"), HEADING, root.add("H2")),
        *bullets(_printer(), root),
        Text(_("What else goes into the bag"), HEADING, root.add("H2")),
        *bullets(tuple(_bag(material)), root),
    ]
    title = _("What to print: {title}").format(title=material.preparation.title)
    return booklet(title, [blocks], material, size, root)


def _rows(material: Material, size: SheetSize) -> Iterator[tuple[str, str, str]]:
    people, ways = material.preparation.people, material.preparation.ways
    yield _("1 Facilitator script"), "1", _("On both sides. One more for whoever helps you.")
    yield _("2 Agenda"), "2", _("On one side: one for the wall, one for the table.")
    if Way.SHEETS in ways:
        copies = _("{copies} in all").format(copies=people + _SPARE_BALLOTS)
        how = _(
            "On both sides, flipped on the long edge, collated; staple those of several sheets."
        )
    else:
        copies, how = _("none"), _("You do not use sheets; the files are there if you need them.")
    ask = _("Ask beforehand who reads large print: 18 or 22 point.")
    yield _("3 Ballots"), copies, _("{how} {ask}").format(how=how, ask=ask)
    if Way.SLIPS in ways:
        statements = len(material.preparation.statements)
        yield (
            _("4 Slips"),
            str(statements + SECOND_VOTES),
            ngettext(
                "On one side, then cut. One copy is for one vote: {statements} statement and "
                "{again} second votes.",
                "On one side, then cut. One copy is for one vote: {statements} statements and "
                "{again} second votes.",
                statements,
            ).format(statements=statements, again=SECOND_VOTES),
        )
    else:
        yield _("4 Slips"), "2", _("On one side, then cut: a reserve, if hands do not feel right.")
    yield (
        _("5 Table cards"),
        str(-(-people // _PEOPLE_AT_A_CARD)),
        _("On one side, on thick paper if you can; fold in the middle to stand like a tent."),
    )
    large = _("Tabloid") if size == LETTER else _("A3")
    yield (
        _("6 Tally sheet"),
        "1",
        _(
            "On one side, on {large}. Without such a printer: a copy shop, or “Fit to page” on "
            "the paper you have."
        ).format(large=large),
    )
    yield _("7 Results by hand"), "1", _("In case the laptop fails.")


def _printer() -> tuple[str, ...]:
    return (
        _("Size: “Actual size” or 100%, so that boxes and slips keep their size."),
        _("Ballots: “Print on both sides”, “Flip on long edge” and “Collate”. Each ballot has an "
          "even number of sides, so no two people share a sheet."),
        _("Everything can be printed in black and white."),
    )  # fmt: skip


def _bag(material: Material) -> Iterator[str]:
    yield ngettext(
        "pencils or pens for {people} person, and two more",
        "pencils or pens for {people} people, and two more",
        material.preparation.people,
    ).format(people=material.preparation.people)
    yield _("a box with a slit, an envelope for used slips, sticky tape, scissors, a large pen")
    yield _("laptop with its charger, clicker, cable for the projector, extension lead")
