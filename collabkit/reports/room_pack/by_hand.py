"""Results by hand: what to do with a tally if the laptop fails.

The rules are those of ``assessments.spread`` and ``assessments.bands``, told in steps; the tables
and the examples are worked out by that code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from collabkit.assessments.bands import has_bands
from collabkit.assessments.meanings import band_meanings
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import in_words
from collabkit.assessments.spread import (
    end_width,
    is_ordered,
    low_and_high,
    neighbouring,
    split_size,
    spread_of,
)
from collabkit.assessments.tally import Tally
from collabkit.i18n import _, ngettext
from collabkit.reports.pdf.blocks import Columns, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, HEADING, INK, MM, SMALL, SheetSize
from collabkit.reports.pdf.table import Table
from collabkit.reports.room_pack.grid import Grid
from collabkit.reports.room_pack.listing import numbered
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.printing import booklet, front
from collabkit.room.naming import statement_name

# Votes of eleven people who chose 1, 2, 3, 4, 5: one for each word, the first told step by step.
_EXAMPLES = ((0, 3, 0, 5, 3), (0, 0, 0, 6, 5), (0, 0, 2, 6, 3), (0, 2, 2, 5, 2))
_FIVE = 5  # steps of the usual scale
_TABLE_TO = (20, 40)  # up to how many people the table goes: at least, at most
_TABLES = 3  # beside each other
_ROW = 9.5 * MM  # to write in
_CELL = replace(SMALL, leading=11.5, colour=INK, after=0)
_TEXT = replace(BODY, size=11.5, leading=16)


def by_hand(material: Material, size: SheetSize) -> bytes:
    """Return the steps, the tables and a page to work on, as a tagged PDF."""
    root = Element("Document")
    usual = next((a for a in material.by_form if _is_usual(a.form)), material.by_form[0])
    lead = _("For when the laptop does not work. You need the tally sheet and a pencil.")
    first = front(_("Results by hand"), lead, root)
    parts = [
        [*first, *_steps(usual, material, root), *_tables(material, root)],
        _examples(usual, material, root),
        _working_page(material, root),
    ]
    title = _("Results by hand: {title}").format(title=material.preparation.title)
    return booklet(title, parts, material, size, root)


def _is_usual(form: AnswerForm) -> bool:
    return is_ordered(form) and len(form.options) == _FIVE


def _steps(usual: Asked, material: Material, root: Element) -> list[Block]:
    minimum = material.preparation.minimum
    low, high = _ends(usual)
    steps = [
        _("Count how many people chose a number. Leave 0 and N out. Call this count n."),
        _(
            "If n is less than {minimum}, stop. Say: “Not enough answers to show.” Then put the "
            "slips away."
        ).format(minimum=in_words(minimum)),
        _(
            "Count the low end: all who chose {low}. Count the high end: all who chose {high}. "
            "Find n in the table below, under “Each end”. If both ends are as big as the table "
            "says, or bigger, the word is Split. You have finished."
        ).format(low=low, high=high),
        _(
            "If not: find the two numbers next to each other which most people chose. Add the two. "
            "If that is everybody, the word is Together."
        ),
        _(
            "If it is not everybody, look at the table again, under “Two neighbours”. If your two "
            "numbers add up to as many, or more, the words are Mostly together."
        ),
        _("Anything else is Spread."),
    ]
    blocks = numbered(steps, root, _TEXT)
    blocks += [Text(words, _TEXT, root.add("P")) for words in _other_forms(material, usual)]
    return blocks


def _examples(usual: Asked, material: Material, root: Element) -> list[Block]:
    """Return a worked example, more to compare, and the mean; none without a usual scale."""
    form, minimum = usual.form, material.preparation.minimum
    if not _is_usual(form):
        return []
    tally = _tally(form, _EXAMPLES[0])
    low, high = low_and_high(tally.counts, form)
    words = _(
        "Twelve people vote. One chooses 0, three choose 2, five choose 4, and three choose 5. "
        "So n is {n}. At the low end are {low}, at the high end {high}. The table says {size} if "
        "n is {n}. Both ends are as big as that, so the word is {word}."
    ).format(
        n=tally.n,
        low=low,
        high=high,
        size=split_size(tally.n),
        word=spread_name(spread_of(tally, form, minimum)),
    )
    marks = [choice.mark for choice in usual.levels]
    head = [
        *(_("chose {mark}").format(mark=mark) for mark in marks),
        _("n"), _("low end"), _("high end"), _("best two"), _("In a word"),
    ]  # fmt: skip
    return [
        *opening(_("A worked example"), "", "example", root),
        Text(words, _TEXT, root.add("P")),
        Text(_("Four votes to compare"), HEADING, root.add("H3")),
        Table(
            [_example_row(form, counts) for counts in _EXAMPLES],
            [None] * 9 + [38 * MM],
            root,
            head=head,
        ),
        *(_bands(material, form, root) if has_bands(form) else []),
    ]


def _example_row(form: AnswerForm, counts: Sequence[int]) -> list[str]:
    tally = _tally(form, counts)
    low, high = low_and_high(tally.counts, form)
    numbers = [*counts, tally.n, low, high, neighbouring(tally.counts, form)]
    return [*map(str, numbers), spread_name(spread_of(tally, form, minimum=1))]


def _tally(form: AnswerForm, counts: Sequence[int]) -> Tally:
    codes = [option.code for option in form.options]
    return Tally("", dict(zip(codes, counts, strict=True)))


def _ends(asked: Asked) -> tuple[str, str]:
    """Return which numbers are the low end and which the high end: "1 or 2"."""
    width = end_width(asked.form)
    marks = [level.mark for level in asked.levels]
    either = _(" or ")
    return either.join(marks[:width]), either.join(marks[len(marks) - width :])


def _other_forms(material: Material, usual: Asked) -> Iterator[str]:
    """Yield how to count where answers are not on the usual scale."""
    for asked in material.by_form:
        if end_width(asked.form) == end_width(usual.form) and is_ordered(asked.form):
            continue
        numbers = [e.number for e in material.statements if e.form.id == asked.form.id]
        which = ngettext("Statement {numbers}", "Statements {numbers}", len(numbers)).format(
            numbers=", ".join(map(str, numbers))
        )
        if is_ordered(asked.form):
            low, high = _ends(asked)
            yield _("{which}: the low end is {low}, the high end is {high}.").format(
                which=which, low=low, high=high
            )
        else:
            yield _(
                "{which}: the answers have no order. Leave step 3 out, and in steps 4 and 5 look "
                "at the one answer that most people chose."
            ).format(which=which)


def _tables(material: Material, root: Element) -> list[Block]:
    least = material.preparation.minimum
    most = max(_TABLE_TO[0], min(_TABLE_TO[1], material.preparation.people))
    numbers = list(range(least, most + 1))
    length = -(-len(numbers) // _TABLES)
    heading = _("The table: find n at the left, then read across")
    above = Text(heading, HEADING, root.add("H2"))
    head = (_("n"), _("Each end"), _("Two neighbours"))
    tables = [
        Table(
            [
                (str(n), str(split_size(n)), str(mostly_together_from(n)))
                for n in numbers[start : start + length]
            ],
            (9 * MM, None, None),
            root,
            head=head,
            row_headings=True,
        )
        for start in range(0, len(numbers), length)
    ]
    more = _(
        "For more people: “each end” is n divided by 5, “two neighbours” is 4 times n divided by "
        "5; round both up."
    )
    return [
        above,
        Columns(tables, (None,) * len(tables), gap=8 * MM, after=12),
        Text(more, _TEXT, root.add("P")),
    ]


def mostly_together_from(n: int) -> int:
    """Return how many of ``n`` make four fifths, rounded up."""
    return -(-n * 4 // 5)


def _bands(material: Material, form: AnswerForm, root: Element) -> list[Block]:
    tally = _tally(form, _EXAMPLES[0])
    total = sum(step * count for step, count in enumerate(_EXAMPLES[0], start=1))
    words = _(
        "Multiply each number by how many people chose it. Add all of that up and divide it by n. "
        "Keep one digit after the point; from a second digit of 5 on, round up. In the example: "
        "2 × 3, 4 × 5 and 5 × 3 make {total}, and {total} divided by {n} is {mean}. "
        "A vote that is Split gets no band: talk first."
    ).format(total=total, n=tally.n, mean=shown(Fraction(total, tally.n)))
    rows = [(band_name(b.band), b.reach, b.meaning) for b in band_meanings(material.pack)]
    return [
        Text(_("The mean, and what it suggests"), HEADING, root.add("H3")),
        Text(words, _TEXT, root.add("P")),
        Table(
            rows,
            (30 * MM, 38 * MM, None),
            root,
            head=(_("Band"), _("Mean"), _("What it suggests")),
            row_headings=True,
        ),
        Text(
            _("The limits are a rule of thumb. They are there to start a talk, not to judge."),
            _TEXT,
            root.add("P"),
        ),
    ]


def _working_page(material: Material, root: Element) -> list[Block]:
    """Return a page with a row for each statement, to be filled in."""
    has_means = any(has_bands(asked.form) for asked in material.by_form)
    head = [
        _("Statement"), _("n"), _("Low end"), _("High end"), _("Best two"), _("In a word"),
        *([_("Mean"), _("Band")] if has_means else []),
    ]  # fmt: skip
    narrow = 15 * MM
    widths = [None, 11 * MM, narrow, narrow, narrow, 25 * MM, *([14 * MM, 25 * MM] * has_means)]
    rows = [[_title(asked, material), *("" for _cell in head[1:])] for asked in material.statements]
    return [
        *opening(
            _("Work it out here"),
            _("One row for each vote. Fill it in when all slips or hands are counted."),
            "work",
            root,
        ),
        Grid(head, rows, widths, root, row_height=_ROW, style=_CELL),
    ]


def _title(asked: Asked, material: Material) -> str:
    return _("{number}. {title}").format(
        number=asked.number, title=statement_name(asked.item, material.pack)
    )
