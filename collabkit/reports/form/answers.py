"""What is to be filled in for one statement: boxes, frames, or both."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from collabkit.assessments.form_fields import Branch
from collabkit.assessments.limits import LONGEST_NOTE
from collabkit.assessments.pack import FormKind
from collabkit.i18n import _
from collabkit.reports.form.fields import Field, Fields
from collabkit.reports.form.places import boxes, frame, frame_height, square_of
from collabkit.reports.pdf.blocks import Columns, Stack, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MUTED
from collabkit.reports.pdf.text import line_width, single_line
from collabkit.reports.room_pack.boxes import side_by_side
from collabkit.reports.room_pack.material import Asked
from collabkit.reports.room_pack.question import BallotType

_LONGEST_DAY = 40
# Where words are the answer: how many characters, and how many lines high.
_WORDS = {FormKind.NOTES: (LONGEST_NOTE, 6), FormKind.LINE: (200, 1)}
_NOTE_LINES = 4  # of notes beside an answer
_LARGEST_FOR_PAIRS = 14  # points, up to which two frames stand beside each other
_GAP = 14.0  # points between them


class Answers:
    """Sets what is to be filled in, in a given width."""

    def __init__(self, kind: BallotType, width: float, fields: Fields) -> None:
        self._size = kind.size
        self._style = kind.body
        self._label = replace(kind.body, colour=MUTED, after=2)
        self._width = width
        self._fields = fields

    def of(self, asked: Asked, parent: Element) -> Iterator[Block]:
        """Yield the places for the answer to a statement."""
        item, form = asked.item, asked.form
        air = space(self._size * 0.4)
        if form.kind is FormKind.DATE:
            yield self._frame(Branch.DAY, item.id, _day(item.statement), parent, _LONGEST_DAY)
        elif form.is_words_only:
            longest, lines = _WORDS[form.kind]
            yield self._frame(Branch.WORDS, item.id, item.statement, parent, longest, lines)
        if asked.choices:
            if not form.options:
                yield air  # below the frame
            square = square_of(self._field_of(asked), self._fields)
            yield from boxes(asked.choices, self._style, parent, self._width, square)
        if form.takes_words and form.options:
            label = _("Notes: {statement}").format(statement=item.statement)
            yield air
            yield self._frame(Branch.NOTE, item.id, label, parent, LONGEST_NOTE, _NOTE_LINES)

    def note(self, asked: Asked, parent: Element) -> Iterator[Block]:
        """Yield a line for a note, where there is no room for words yet."""
        if asked.form.takes_words or asked.form.kind is FormKind.DATE:
            return
        label = _("Note: {statement}").format(statement=asked.item.statement)
        text = Text(_("Note"), replace(self._label, after=0), parent.add("P"))
        place = self._frame(Branch.NOTE, asked.item.id, label, parent, LONGEST_NOTE)
        yield space(self._size * 0.4)
        yield self._labelled(text, self._wide(_("Note"), 0.8), place, frame_height(self._style))

    def further(self, further: Sequence[Asked], parent: Element) -> Iterator[Block]:
        """Yield what is asked about a statement: its label, and beside or below it the place."""
        pair: list[Block] = []
        for asked in further:
            group = parent.add("Sect")
            label = group.add("P")
            if asked.choices:
                yield from _beside_each_other(pair)
                pair = []
                yield from self._further_choice(asked, group, label)
                continue
            pair.append(self._further_words(asked, group, label))
            if len(pair) == 2 or self._size > _LARGEST_FOR_PAIRS:
                yield from _beside_each_other(pair)
                pair = []
        yield from _beside_each_other(pair)

    def _further_choice(self, asked: Asked, group: Element, label: Element) -> Iterator[Block]:
        words = asked.item.title or asked.item.statement
        wide = self._wide(words, 1.6)
        yield space(self._size * 0.5)
        if asked.form.kind is FormKind.CHOICE and wide < self._width / 2:
            square = square_of(self._field_of(asked), self._fields)
            room = self._width - wide
            if row := side_by_side(asked.choices, self._style, group, room, square):
                text = Text(words, replace(self._label, after=0), label)
                yield self._labelled(text, wide, row, row.height(room))
                return
        yield Text(words, self._label, label)
        yield from self.of(asked, group)

    def _further_words(self, asked: Asked, group: Element, label: Element) -> Block:
        words = asked.item.title or asked.item.statement
        words = _day(words) if asked.form.kind is FormKind.DATE else words
        text = Text(words, self._label, label)
        return Stack([space(self._size * 0.5), text, *self.of(asked, group)])

    def _field_of(self, asked: Asked) -> Field:
        return self._fields.plan(Branch.ANSWER, asked.item.id, asked.item.statement)

    def _frame(
        self,
        branch: Branch,
        about: str,
        label: str,
        parent: Element,
        longest: int,
        lines: int = 1,
    ) -> Block:
        field = self._fields.plan(branch, about, label)
        return frame(field, self._fields, parent, self._style, longest=longest, lines=lines)

    def _wide(self, words: str, air: float) -> float:
        """Return how wide a column with ``words`` is; ``air`` in sizes of the type."""
        return (line_width(single_line(words)) + air) * self._size

    def _labelled(self, text: Text, wide: float, place: Block, height: float) -> Block:
        """Set a label beside a place of a given height, level with its middle."""
        lower = space(max(0.0, (height - self._style.leading) / 2))
        return Columns([Stack([lower, text]), place], (wide, None))


def _beside_each_other(blocks: Sequence[Block]) -> Iterator[Block]:
    if blocks:
        yield Columns(blocks, [None] * len(blocks), gap=_GAP)


def _day(words: str) -> str:
    return _("{words} (such as 30 June 2026)").format(words=words)
