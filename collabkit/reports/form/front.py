"""How a form begins: whose it is, what happens with the answers, and who fills it in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from collabkit.assessments.form_fields import AboutYou, Branch
from collabkit.assessments.limits import LONGEST_NAME
from collabkit.assessments.names import role_name
from collabkit.assessments.pack import DONT_KNOW
from collabkit.i18n import _
from collabkit.reports.form import words
from collabkit.reports.form.asking import Question
from collabkit.reports.form.fields import Fields
from collabkit.reports.form.places import boxes, frame, square_of
from collabkit.reports.form.sheet import Sheet
from collabkit.reports.pdf.blocks import Heading, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import bar, space
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MUTED, TextStyle
from collabkit.reports.pdf.text import Run
from collabkit.reports.room_pack.question import BallotType
from collabkit.room.choices import RoomChoice


class Front:
    """Sets the beginning and the end of one form."""

    def __init__(self, sheet: Sheet, kind: BallotType, width: float, fields: Fields) -> None:
        self._sheet = sheet
        self._type = kind
        self._width = width
        self._fields = fields
        self.heading = TextStyle(
            kind.size * 1.2,
            kind.size * 1.5,
            Face.BOLD,
            before=kind.size * 1.2,
            after=kind.size * 0.35,
            keep_next=True,
        )

    def opening(self, root: Element, questions: Sequence[Question]) -> Iterator[Block]:
        """Yield the title and everything that has to be known before ``questions``."""
        sheet, body = self._sheet, self._type.body
        may_not = any(c.code == DONT_KNOW for each in questions for c in each.asked.choices)
        yield bar(after=8)
        yield Heading(sheet.pack.title, self._type.title, root.add("H1"), "form")
        name = replace(body, face=Face.SEMIBOLD, after=2)
        for line in words.whose(sheet):
            yield Text(line, name, root.add("P"))
        if sheet.pack.question:
            yield Text(sheet.pack.question, replace(body, colour=MUTED, before=6), root.add("P"))
        yield from self._told(
            root, _("How long it takes"), (words.how_long(sheet, len(questions)),)
        )
        yield from self._told(root, _("How to answer"), words.how_to_answer(may_not_know=may_not))
        yield from self._told(root, _("What happens with your answers"), words.who_sees(sheet))
        yield from self._told(root, _("How to give it back"), words.how_to_give_back())

    def about_you(self, root: Element) -> Iterator[Block]:
        """Yield what people may say about themselves."""
        yield Text(_("About you"), self.heading, root.add("H2"))
        if self._sheet.role is None:
            yield self._role(root)
        yield self._name(root)

    def ending(self, root: Element) -> Iterator[Block]:
        """Yield thanks, and once more how to give it back."""
        yield from self._told(root, _("Thank you"), words.how_to_give_back())

    def _told(self, root: Element, title: str, paragraphs: tuple[str, ...]) -> Iterator[Block]:
        yield Text(title, self.heading, root.add("H2"))
        for text in paragraphs:
            yield Text(text, self._type.body, root.add("P"))

    def _role(self, root: Element) -> Block:
        label = _("In which role do you answer?")
        field = self._fields.plan(Branch.ABOUT_YOU, AboutYou.ROLE, label)
        choices = [
            RoomChoice("", role, role_name(role), "", step)
            for step, role in enumerate(self._sheet.roles)
        ]
        part = root.add("Sect")
        text = Text(label, self._type.body, part.add("P"))
        square = square_of(field, self._fields)
        places = boxes(choices, self._type.body, part, self._width, square)
        return Stack([text, *places], whole=True, after=self._type.size * 0.4)

    def _name(self, root: Element) -> Block:
        label = _("A name or number of your own choosing")
        part = root.add("Sect")
        hint = _("It may stay empty, and need not be your real name.")
        runs = [Run(f"{label}. "), Run(hint)]
        text = Text(runs, self._type.body, part.add("P"))
        field = self._fields.plan(Branch.ABOUT_YOU, AboutYou.NAME, f"{label}. {hint}")
        place = frame(field, self._fields, part, self._type.body, longest=LONGEST_NAME)
        return Stack([text, place, space(self._type.size * 0.4)], whole=True)
