"""The ballot: a whole sheet that one person fills in, without a name, in a chosen size of type.

One file is one person's ballot. It always has an even number of sides, so that two-sided printing
of many copies never puts two people on one sheet; and no statement runs over two sides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading, Padding, Stack, Text
from collabkit.reports.pdf.layout import Block, space_between, stack_height
from collabkit.reports.pdf.marks import rule_above
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import EDGE, FOOTER_BASELINE, INK, MM, SMALL, SheetSize
from collabkit.reports.pdf.text import line_width, single_line
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.printing import EDGE_OF_PAPER, Furniture, Side, Standing, printed
from collabkit.reports.room_pack.question import BallotType, question
from collabkit.reports.room_pack.sharing import Measured, share_out

_TOP = 20 * MM  # the upper margin; the line for the number of the sheet stands in it
_FOOT = 19 * MM
_NUMBER_LINE = 22 * MM
_MOST_AIR = 1.5  # between two statements, in sizes of the type
_SMALLEST_TYPE = 9  # points, down to which a statement shrinks that is higher than a side


def ballot(material: Material, type_size: float, size: SheetSize) -> bytes:
    """Return one person's ballot, set in ``type_size`` points, as a tagged PDF."""
    root = Element("Document")
    sides = _Ballot(material, BallotType(type_size), size, root).sides()
    title = _("Ballot: {title}").format(title=material.preparation.title)
    return printed(title, sides, size, root, material.made_on)


class _Ballot:
    def __init__(
        self, material: Material, kind: BallotType, size: SheetSize, root: Element
    ) -> None:
        self._material = material
        self._type = kind
        self._root = root
        self._width = size.width - 2 * EDGE_OF_PAPER
        self._top = size.height - _TOP
        self._height = size.height - _TOP - _FOOT

    def sides(self) -> list[Side]:
        """Return the sides; their tags are made in the order of reading."""
        contents: list[list[Block]] = []
        statements = iter(self._material.statements)
        for share in self._shares():
            blocks = [] if contents else self._head(self._root)
            lead = ""
            for _measured in share:
                asked = next(statements)
                if asked.form.prompt != lead:
                    blocks.append(self._prompt(asked, self._root, is_first=not lead))
                blocks.append(self._question(asked, self._root, is_first=asked.form.prompt != lead))
                lead = asked.form.prompt
            contents.append(blocks)
        furniture = self._furniture(len(contents))
        if len(contents) % 2:
            empty = _("This side is empty on purpose.")
            contents.append([Text(empty, self._type.body, self._root.add("P"))])
        return [Side(tuple(self._standing(blocks)), furniture) for blocks in contents]

    def _shares(self) -> list[tuple[Measured, ...]]:
        nowhere = Element("Document")  # measured first, and built anew in the order of reading
        head = stack_height(self._head(nowhere), self._width) + self._type.size
        measured = [
            Measured(
                self._question(asked, nowhere).height(self._width),
                asked.form.prompt,
                # Its rule takes as much room as the first statement below it saves.
                self._prompt(asked, nowhere, is_first=True).height(self._width)
                + self._type.prompt.after,
            )
            for asked in self._material.statements
        ]
        return share_out(measured, head, self._height)

    def _head(self, root: Element) -> list[Block]:
        title = self._material.preparation.title
        blocks: list[Block] = [Heading(title, self._type.title, root.add("H1"), "ballot")]
        whose = [_("Practice")] if self._material.is_practice else []
        whose += [self._material.charity] if self._material.charity else []
        if whose:
            name = replace(self._type.body, after=self._type.size * 0.6)
            blocks.append(Text(" · ".join(whose), name, root.add("P")))
        words = _(
            "Please do not write your name. Tick one box for each statement. “Don't know” is an "
            "honest answer."
        )
        last = replace(self._type.body, after=self._type.size)
        return [*blocks, Text(words, last, root.add("P"))]

    def _prompt(self, asked: Asked, root: Element, *, is_first: bool = False) -> Block:
        """Return how the statements below are to be answered; a rule parts it from those above."""
        text = Text(asked.form.prompt, self._type.prompt, root.add("P"))
        after = self._type.prompt.after
        if is_first:
            return Stack([text], after=after)
        padding = Padding(top=self._type.between)
        return Stack([text], padding=padding, ground=rule_above(EDGE), after=after)

    def _question(self, asked: Asked, root: Element, *, is_first: bool = False) -> Block:
        """Return one statement, in smaller type if it would be higher than a side."""
        size = self._type.size
        prompt = self._prompt(asked, Element("P"), is_first=True)
        room = self._height - prompt.height(self._width)
        block = question(asked, root, self._type, self._width, is_first=is_first)
        while block.height(self._width) > room - self._type.prompt.after and size > _SMALLEST_TYPE:
            size -= 1
            root.kids.pop()
            block = question(asked, root, BallotType(size), self._width, is_first=is_first)
        return block

    def _standing(self, blocks: Sequence[Block]) -> Iterator[Standing]:
        """Set one side; the room that is left goes between the statements, if not too much."""
        left = self._height - stack_height(blocks, self._width)
        gap = min(left / max(1, len(blocks) - 1), _MOST_AIR * self._type.size)
        top = self._top
        above: Block | None = None
        for block in blocks:
            if above and above.whole:
                top -= gap
            top -= space_between(above, block)
            yield Standing(block, EDGE_OF_PAPER, top, self._width)
            top -= block.height(self._width)
            above = block

    def _furniture(self, filled: int) -> Furniture:
        """Return what stands round the text: room for a number on each sheet, page and way on."""
        style = replace(self._type.body, after=0)

        def write(paper: Paper) -> None:
            right = paper.size.width - EDGE_OF_PAPER
            if paper.page % 2:
                _sheet_number(paper, right)
            page = _("Page {page} of {pages}").format(page=paper.page, pages=paper.pages)
            paper.write(single_line(page), EDGE_OF_PAPER, FOOTER_BASELINE, style)
            on = single_line(_way_on(paper.page, filled))
            paper.write(on, right - line_width(on) * style.size, FOOTER_BASELINE, style)

        return write


def _sheet_number(paper: Paper, right: float) -> None:
    """Draw a line for the number that whoever keys the sheet in gives it."""
    baseline = paper.size.height - _TOP + 5 * MM
    words = single_line(_("Sheet number (whoever counts fills this in):"))
    left = right - _NUMBER_LINE - 6
    paper.write(words, left - line_width(words) * SMALL.size, baseline, SMALL)
    paper.canvas.setStrokeColorRGB(*INK)
    paper.canvas.setLineWidth(0.7)
    paper.canvas.line(right - _NUMBER_LINE, baseline - 2, right, baseline - 2)


def _way_on(page: int, filled: int) -> str:
    if page >= filled:
        return _("Thank you.") if page == filled else ""
    return _("Please turn over") if page % 2 else _("Please take the next sheet")
