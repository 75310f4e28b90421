"""A document in the making, from top to bottom: paragraphs, headings, lists, boxes, links."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from collabkit.i18n import _
from collabkit.reports.docx.blank import open_blank
from collabkit.reports.docx.boxes import tick_box
from collabkit.reports.docx.looks import Look
from collabkit.reports.docx.styles import NUMBERS
from collabkit.reports.docx.words import Words, strong, write
from collabkit.reports.plain_text import plain_line

_AFTER_TABLE, _AFTER_LIST = Pt(10), Pt(7)
_EMU = 12700  # in a point
_LISTED = {
    Look.BULLET, Look.NUMBER, Look.CONTINUE, Look.QUIET_CONTINUE, Look.TICK, Look.TICK_CONTINUE,
    Look.TICK_QUIET,
}  # fmt: skip
_HEADINGS = {1: Look.HEADING_1, 2: Look.HEADING_2, 3: Look.HEADING_3}


class Draft:
    """Wraps the document of python-docx; what is added comes after everything so far."""

    def __init__(self) -> None:
        self.document = open_blank()
        self._bookmarks = 0
        self._boxes = 0
        self._pictures = 0
        self._follows_table = False
        self._in_list: Paragraph | None = None

    def say(self, words: Words, look: Look = Look.NORMAL, *, keep_next: bool = False) -> Paragraph:
        """Add a paragraph; ``keep_next`` keeps it on the page of what follows."""
        return write(self._paragraph(look, keep_next=keep_next), words)

    def heading(self, text: str, level: int = 1, *, key: str = "", new_page: bool = False) -> None:
        """Add a heading; with a ``key`` a link can lead to it."""
        paragraph = self._paragraph(_HEADINGS[level])
        if new_page:
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = Pt(0)
        write(paragraph, text)
        if key:
            self._bookmark(paragraph, key)

    def link(self, text: str, key: str) -> None:
        """Add a line of the contents that leads to the heading with that key."""
        paragraph = self._paragraph(Look.CONTENTS)
        link = OxmlElement("w:hyperlink", {qn("w:anchor"): key, qn("w:history"): "1"})
        run = paragraph.add_run(plain_line(text))
        run._r.style = Look.LINK
        link.append(run._r)
        paragraph._p.append(link)

    def lead(self, text: str) -> None:
        """Add what stands under the heading of a part, if there is anything."""
        if text:
            self.say(text, Look.LEAD)

    def bullets(self, entries: Sequence[Words]) -> list[Paragraph]:
        """Add a plain list; return its paragraphs."""
        return [self.say(words, Look.BULLET) for words in entries]

    def new_numbers(self) -> int:
        """Return a numbered list that begins at 1, for ``numbered``."""
        numbering = self.document.part.numbering_part.element
        number = numbering.add_num(NUMBERS)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def numbered(self, words: Words, numbers: int, *, keep_next: bool = False) -> None:
        """Add the next entry of a numbered list."""
        paragraph = self.say(words, Look.NUMBER, keep_next=keep_next)
        belongs = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        belongs.get_or_add_ilvl().val = 0
        belongs.get_or_add_numId().val = numbers

    def tick_box(self, words: Words, *, is_ticked: bool = False, keep_next: bool = False) -> None:
        """Add a line with a box before it that can be ticked in Word and on paper."""
        paragraph = self._paragraph(Look.TICK, keep_next=keep_next)
        self._boxes += 1
        paragraph._p.append(tick_box(self._boxes, is_ticked=is_ticked))
        paragraph.add_run("\t")
        write(paragraph, words)

    def line_to_write_on(self, label: str, lines: int = 1) -> None:
        """Add a label with an empty line after it; a rule runs on to the margin."""
        write(self._paragraph(Look.WRITE), [strong(_("{label}: ").format(label=label)), "\t"])
        for _line in range(lines - 1):
            self.say("\t", Look.WRITE)

    def fact(self, label: str, value: str, look: Look = Look.NORMAL, lines: int = 1) -> None:
        """Add a label with its value, or a line to write on if there is none."""
        if not value:
            self.line_to_write_on(label, lines)
            return
        self.say([strong(_("{label}: ").format(label=label)), value], look)

    def add_table(self, table: Any) -> None:
        """Add the XML of a table."""
        if self._follows_table:  # tables that touch would become one
            self._paragraph(Look.BETWEEN)
        elif self._in_list:
            self._in_list.paragraph_format.space_after = _AFTER_LIST
        self.document._body._body._insert_tbl(table)
        self._follows_table = True

    def picture(self, png: Any, width: float, in_words: str) -> None:
        """Add a picture, ``width`` points wide; ``in_words`` says what it shows."""
        self._pictures += 1
        paragraph = self._paragraph(Look.PICTURE)
        drawing = paragraph.add_run().add_picture(png, width=Emu(round(width * _EMU)))
        of = drawing._inline.docPr
        of.set("name", _("Picture {number}").format(number=self._pictures))
        of.set("descr", plain_line(in_words))

    def end(self) -> None:
        """Finish: a document does not end with a table."""
        if self._follows_table:
            self._paragraph(Look.BETWEEN)

    def _paragraph(self, look: Look, *, keep_next: bool = False) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph._p.style = look
        if keep_next:
            paragraph.paragraph_format.keep_with_next = True
        if self._follows_table and look not in {*_HEADINGS.values(), Look.BETWEEN}:
            paragraph.paragraph_format.space_before = _AFTER_TABLE
        elif self._in_list and look not in {*_LISTED, *_HEADINGS.values()}:
            paragraph.paragraph_format.space_before = _AFTER_LIST
        self._follows_table = False
        self._in_list = paragraph if look in _LISTED else None
        return paragraph

    def _bookmark(self, paragraph: Paragraph, key: str) -> None:
        number = str(self._bookmarks)
        self._bookmarks += 1
        start = OxmlElement("w:bookmarkStart", {qn("w:id"): number, qn("w:name"): key})
        end = OxmlElement("w:bookmarkEnd", {qn("w:id"): number})
        paragraph._p.insert(1, start)  # after the properties of the paragraph
        paragraph._p.append(end)
