"""Documents for pages: one with every kind of block, and the plans of all sample assessments."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plan_examples import TODAY, group

from collabkit.assessments.outcomes.blocks import (
    Block,
    Board,
    Bullets,
    Column,
    Dots,
    Entries,
    Entry,
    Fact,
    Facts,
    Field,
    FieldKind,
    Fold,
    Idea,
    Ideas,
    Outline,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
    Shapes,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.pack import ActionKind, Effort
from collabkit.paths import DataFolder
from collabkit.reports.contents.parts import Fact as Told
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.plan_document import PlanDocument
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.sample import fill_sample

_ENTRIES = (
    Entry("Share the minibus", "Two of four have one.", "Asked in June", "Partly", "BUS-1"),
    Entry("One person to call"),
    Entry("A note kept together", mark="overdue"),
)
_TABLE = Table(
    "Scores from 1 to 5, then and now",
    ("", "November 2026", "November 2027", "Change"),
    (
        ("Power", "2.5", "3.5", "Up by 1.0"),
        ("Empathy", "3.0", "3.1", "No clear change"),
        ("Honesty", "", "4.0", ""),
        ("Communication", "4.0", "5.0", "Up by 1.0"),
        ("Impact", "2.0", "", ""),
    ),
    numbers=(1, 2),
)
SHAPES = Shapes(
    ("Power", "Empathy", "Honesty", "Communication", "Impact"),
    (
        Outline("November 2026", (Fraction(5, 2), Fraction(3), None, Fraction(4), Fraction(2))),
        Outline("November 2027", (Fraction(7, 2), Fraction(3), Fraction(4), Fraction(5), None)),
    ),
    _TABLE,
    "Two charts beside each other. Power has gone up by one; Honesty has a score for the first "
    "time.",
)
DOTS = Dots(
    "POW-1",
    "We talk with partners about the advantages that each side holds.",
    (("Not yet", 0), ("Starting", 2), ("Patchy", 3), ("Regular practice", 1), ("How we work", 2)),
    (("Don't know", 1), ("Does not apply to us", 0)),
    "Five of eight chose 2 or 3.",
)
_CATEGORIES = Dots(
    "BAR-1",
    "Who could change this?",
    (("In our control", 3), ("Shared", 12), ("Outside our control", 0)),
    (),
    "Twelve of fifteen say: shared.",
)
_BLOCKS: tuple[tuple[str, tuple[Block, ...]], ...] = (
    (
        "Words",
        (
            Paragraph("What it comes to in one sentence.", Tone.LEAD),
            Paragraph("A few words more.\nOn a line of their own."),
            Paragraph("Said in passing.", Tone.QUIET),
            Paragraph("Ask before you publish this.", Tone.CARE),
            Subheading("A heading inside"),
            Facts((Fact("When", "22 November 2026"), Fact("Who", ""))),
            Bullets(("One point", "Another point")),
        ),
    ),
    (
        "Lists",
        (
            Entries(_ENTRIES),
            Entries(_ENTRIES, numbered=True),
            Entries(_ENTRIES, ticked=True),
            Fold("Folded away on screen", _ENTRIES),
            Board(
                (
                    Column("Yes", _ENTRIES),
                    Column("Not sure", (), "Nothing here."),
                    Column("No", _ENTRIES[:1]),
                    Column("Empty", ()),
                )
            ),
        ),
    ),
    ("Figures", (_TABLE, DOTS, _CATEGORIES, SHAPES)),
    (
        "To do",
        (
            Ideas(
                (
                    Idea("A", "POW-1", "Ask two partners.", ActionKind.QUICK_WIN, Effort.LOW),
                    Idea("B", "", "Write to the council.", ActionKind.INFLUENCE),
                )
            ),
            Pick("next", "What next?", (PickOption("a", "Go on", "As it is."),), ()),
            Pick(
                "first",
                "What first?",
                (PickOption("a", "The bus"), PickOption("b", "The note", "Kept by all.")),
                ("b",),
            ),
            Field("owner", "Who looks after this", ""),
            Field("day", "By when", "2026-12-20", "20 December 2026", FieldKind.DATE),
            Field("why", "Why", "", kind=FieldKind.TEXT, hint="A sentence or two"),
        ),
    ),
)
ON_SCREEN = Part("talk", "Only on screen", (Paragraph("Never on paper."),), Place.SCREEN)


def parts_document(*parts: Part, label: str = "", lead: str = "A line below.") -> PartsDocument:
    return PartsDocument(
        title="Everything beside each other",
        subject="Sample Charity",
        day="22 November 2026",
        made_on=TODAY,
        lead=lead,
        facts=(Told("From", "Four organisations"), Told("Signed", "")),
        parts=parts,
        label=label,
    )


def every_block(label: str = "") -> PartsDocument:
    parts = [Part(f"p{n}", title, blocks) for n, (title, blocks) in enumerate(_BLOCKS)]
    return parts_document(*parts, ON_SCREEN, label=label)


@cache
def sample_documents() -> dict[str, PlanDocument]:
    """The plan of each pack that comes with the program, from its sample."""
    with TemporaryDirectory() as folder:
        services = open_services(DataFolder(Path(folder)))
        try:
            return {
                pack.id: services.exports.plan_document(
                    fill_sample(services, pack.id, TODAY), TODAY, with_notes=True
                )
                for pack in builtin_packs()
            }
        finally:
            services.close()


def group_with_everything() -> PlanDocument:
    """A group's plan for practice, with an outcome of every block and parts beside the results."""
    parts = every_block().parts
    beside = Part("roles", "Trustees and staff", (SHAPES, Paragraph("Both see the same.")))
    return replace(group(), outcome=parts, beside=(beside,), label="Practice")


def short() -> PlanDocument:
    """A report whose outcome is no profile, with a plan."""
    parts = every_block().parts
    return replace(group(), shape=None, findings=None, themes=(), outcome=parts)
