"""The whole form: a questionnaire for one person elsewhere, to fill in on a screen or on paper."""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.assessments.form_fields import KIND, VERSION, Branch, Told
from collabkit.i18n import _
from collabkit.reports.form.asking import Part, parts_of
from collabkit.reports.form.fields import Fields
from collabkit.reports.form.front import Front
from collabkit.reports.form.question import TOP_MARGIN, Questions
from collabkit.reports.form.sheet import FormSize, Sheet
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.layout import Block, Page, set_evenly
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import FOOTER_BASELINE, MM, MUTED, SMALL, SheetSize, TextStyle
from collabkit.reports.pdf.text import line_width, shortened, single_line
from collabkit.reports.room_pack.printing import EDGE_OF_PAPER, Furniture, Side, Standing, printed
from collabkit.reports.room_pack.question import BallotType

_MOST_AIR = 1.2  # between two statements, in sizes of the type
_GAP = 24  # points, between the two sides of a footer


def render_form(sheet: Sheet, size: FormSize, paper: SheetSize) -> bytes:
    """Return a questionnaire as a tagged PDF with fields; equal sheets give equal bytes.

    What is in the fields is read back by ``exchange.answers.filled_form``. Raises
    ``EnvironmentProblemError`` if the fonts are not installed.
    """
    return _Form(sheet, size, paper).pdf()


class _Form:
    def __init__(self, sheet: Sheet, size: FormSize, paper: SheetSize) -> None:
        self._sheet = sheet
        self._paper = paper
        self._type = BallotType(size.value)
        self._width = paper.width - 2 * EDGE_OF_PAPER
        self._foot = FOOTER_BASELINE + self._footer.leading + 2 * MM
        self._height = paper.height - TOP_MARGIN - self._foot
        self._fields = Fields(size.value)
        self._front = Front(sheet, self._type, self._width, self._fields)
        self._questions = Questions(self._type, self._width, self._fields)

    def pdf(self) -> bytes:
        root = Element("Document")
        blocks = list(self._blocks(root))
        pages = set_evenly(blocks, self._width, self._height)
        sides = [Side(tuple(self._standing(page)), self._furniture()) for page in pages]
        title = " · ".join((self._sheet.pack.title, self._sheet.charity))
        return printed(title, sides, self._paper, root, self._sheet.made_on)

    def _blocks(self, root: Element) -> Iterator[Block]:
        parts = parts_of(self._sheet)
        yield from self._front.opening(root, [q for part in parts for q in part.questions])
        yield from self._front.about_you(root)
        for part in parts:
            yield from self._part(part, root)
        yield from self._front.ending(root)

    def _part(self, part: Part, root: Element) -> Iterator[Block]:
        section, first = part.section, part.questions[0].asked
        yield Text(section.name, self._front.heading, root.add("H2"))
        lead = section.question or section.covers
        if lead and lead != first.form.prompt:
            after = self._type.size * 0.6
            style = replace(self._type.body, colour=MUTED, after=after, keep_next=True)
            yield Text(lead, style, root.add("P"))
        prompt = ""
        for question in part.questions:
            is_first = question.asked.form.prompt != prompt
            prompt = question.asked.form.prompt
            if is_first:
                before = self._type.size if question is not part.questions[0] else 0
                style = replace(self._type.prompt, before=before, keep_next=True)
                yield Text(prompt, style, root.add("P"))
            yield self._questions.block(question, root, is_first=is_first)

    def _standing(self, page: Page) -> Iterator[Standing]:
        """Set one page; the room that is left goes below the statements, if not too much."""
        last = page.placed[-1]
        left = self._height - last.offset - last.block.height(self._width)
        gaps = sum(each.block.whole for each in page.placed[:-1])
        gap = min(left / max(1, gaps), _MOST_AIR * self._type.size)
        top = self._paper.height - TOP_MARGIN
        for each in page.placed:
            yield Standing(each.block, EDGE_OF_PAPER, top - each.offset, self._width)
            top -= gap if each.block.whole else 0

    @property
    def _footer(self) -> TextStyle:
        """No smaller than anything else in large print."""
        if self._type.size < FormSize.LARGE_PRINT.value:
            return SMALL
        return TextStyle(self._type.size, self._type.body.leading, colour=MUTED)

    def _furniture(self) -> Furniture:
        style = self._footer

        def write(paper: Paper) -> None:
            if paper.page == 1:
                self._tell(paper)
            page = _("Page {page} of {pages}").format(page=paper.page, pages=paper.pages)
            code = self._sheet.sheet
            right = single_line(_("{code}   {page}").format(code=code, page=page) if code else page)
            wide = line_width(right) * style.size
            left = shortened(self._sheet.charity, self._width - wide - _GAP, style.size)
            paper.write(left, EDGE_OF_PAPER, FOOTER_BASELINE, style)
            edge = self._paper.width - EDGE_OF_PAPER
            paper.write(right, edge - wide, FOOTER_BASELINE, style)

        return write

    def _tell(self, paper: Paper) -> None:
        """Write into the file which sheet it is, for whoever reads it back."""
        sheet = self._sheet
        told = {
            Told.KIND: KIND,
            Told.VERSION: str(VERSION),
            Told.ASSESSMENT: sheet.assessment,
            Told.SHEET: sheet.sheet,
            Told.PACK: sheet.pack.id,
            Told.PACK_VERSION: sheet.pack.version,
            Told.WORDING: sheet.pack.digest,
            Told.ROLE: sheet.role or "",
            Told.PARTY: sheet.party,
            Told.ABOUT: sheet.about,
            Told.FIELDS: str(self._fields.number),
        }
        for about, value in told.items():
            self._fields.hide(paper, Branch.TOLD, about, value)
