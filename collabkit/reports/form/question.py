"""One statement of a form with everything that is to be filled in."""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.assessments.pack import FormKind
from collabkit.i18n import _
from collabkit.reports.form.answers import Answers
from collabkit.reports.form.asking import Question
from collabkit.reports.form.fields import Fields
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import rule_above
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import EDGE, MM, MUTED
from collabkit.reports.room_pack.material import Asked
from collabkit.reports.room_pack.question import BallotType, words_of

TOP_MARGIN = 17 * MM


class Questions:
    """Sets the statements of one form."""

    def __init__(self, kind: BallotType, width: float, fields: Fields) -> None:
        self._type = kind
        self._answers = Answers(kind, width - kind.gutter, fields)

    def block(self, question: Question, root: Element, *, is_first: bool) -> Block:
        """Return one statement; the first one below a prompt has no rule above it."""
        kind, asked = self._type, question.asked
        parent = root.add("Sect")
        heading = parent.add("H3")
        number = Text(f"{asked.number}. ", kind.statement, heading)
        body = Stack(
            [
                *words_of(asked, parent, heading, kind),
                *self._asides(asked, parent),
                *self._answers.of(asked, parent),
                *self._answers.further(question.further, parent),
                *([] if question.further else self._answers.note(asked, parent)),
            ]
        )
        return Stack(
            [Columns([number, body], (kind.gutter, None))],
            whole=True,
            padding=Padding(top=0 if is_first else kind.between, bottom=kind.between),
            ground=None if is_first else _rule_between,
        )

    def _asides(self, asked: Asked, parent: Element) -> Iterator[Block]:
        """Yield what helps to answer."""
        words = [asked.item.help] if asked.item.help else []
        if asked.item.not_applicable_when:
            reason = asked.item.not_applicable_when
            words.append(_("Does not apply when {reason}.").format(reason=reason))
        if asked.form.kind is FormKind.DATE:
            words.append(_("Please write a day, such as 30 June 2026."))
        if words:
            yield Text(" ".join(words), replace(self._type.body, colour=MUTED), parent.add("P"))


def _rule_between(paper: Paper, x: float, top: float, width: float, height: float) -> None:
    """Draw a rule above a statement, unless it stands at the top of a page."""
    if paper.size.height - top > TOP_MARGIN + 1:
        rule_above(EDGE)(paper, x, top, width, height)
