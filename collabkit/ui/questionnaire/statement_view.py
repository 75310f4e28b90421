"""The statement, its answers and everything that may be said beside them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE
from collabkit.i18n import _
from collabkit.ui.questionnaire.details import Details
from collabkit.ui.questionnaire.state import Statement
from collabkit.ui.theme.icons import sign_names
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StatementView(Part):
    """One statement. The same widgets serve all of them.

    ``answer_given(code)`` and ``answer_taken_back()`` tell what a person did with the cards;
    ``details`` has its own signals.
    """

    answer_given = Signal(str)
    answer_taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Statement | None = None
        self._sign = Sign("", "accent", 1.3)
        self.section = Text("", "strong", "accent", alignment=_MIDDLE)
        self.words = TermText("", role="statement")
        # Has the keyboard when a statement opens, so that nothing looks chosen beforehand.
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.words.setProperty(NO_RING, True)
        self.words.installEventFilter(self)
        self.prompt = Text("", "body", "muted")
        self.choice = LevelChoice()
        self.take_back = Button(_("Take my answer back"), "quiet", "undo")
        self.advice = Text("", "body", "muted")
        self.details = Details()
        self._section = QHBoxLayout()
        self._section.addWidget(self._sign)
        self._section.addWidget(self.section, 1)
        self._head = QVBoxLayout()
        self._head.addLayout(self._section)
        self._head.addWidget(self.words)
        self._head.addWidget(self.prompt)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._head)
        self._box.addWidget(self.choice)
        self.choice.add_apart(self.take_back)
        self._box.addWidget(self.advice)
        self._box.addWidget(self.details)
        self.choice.answer_given.connect(self.answer_given)
        self.take_back.clicked.connect(self.answer_taken_back)
        self.dress(theme_of(self))

    def show_statement(self, statement: Statement, response: Response) -> bool:
        """Show a statement and what was said about it; tell whether it is another than before."""
        is_other = statement is not self._shown
        if is_other:
            self._show_words(statement)
        if response.answer != self.choice.answer:
            self.choice.set_answer(response.answer)
        self.take_back.setVisible(response.answer is not None)
        self.details.show_response(response, afresh=is_other)
        return is_other

    def choose_marked(self, digit: str) -> None:
        """Choose the answer that is numbered ``digit``; 0 is *don't know* unless one has it."""
        codes = {card.answer.mark: card.code for card in self.choice.cards}
        self.choice.choose(codes.get(digit, DONT_KNOW if digit == "0" else ""))

    def choose_not_applicable(self) -> None:
        """Choose *does not apply*, where it is offered."""
        self.choice.choose(NOT_APPLICABLE)

    def go_to_top(self) -> None:
        """Give the keyboard to the statement and let it be read out."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.words, f"{self.words.accessibleDescription()}. {self.words.text()}")

    def choose_ringed(self) -> bool:
        """Choose the card that has the keyboard, if nothing is chosen yet; tell whether."""
        ringed = next((card for card in self.choice.cards if card.hasFocus()), None)
        if ringed is None or self.choice.answer is not None:
            return False
        self.choice.choose(ringed.code)
        return True

    def go_to_cards(self) -> None:
        """Give the keyboard to the chosen card or the first one."""
        if card := self.choice.focus_card():
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(2.5))
        self._head.setSpacing(m.units(1))
        self._section.setSpacing(m.units(1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Otherwise these two would scroll the page.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            self.go_to_cards()
            return True
        return super().eventFilter(watched, event)

    def _show_words(self, statement: Statement) -> None:
        self._shown = statement
        self._sign.show_sign(_sign_of(statement.section_name), "accent")
        parts = (statement.section_name, statement.title)
        self.section.setText(" · ".join(part for part in parts if part))
        self.words.show_text(statement.words.text, statement.words.spans)
        self.words.setAccessibleDescription(statement.progress)
        self.prompt.setText(statement.prompt)
        self.choice.setAccessibleName(statement.words.text)
        self.choice.setAccessibleDescription(statement.prompt)
        self.choice.offer(
            [
                Answer(level.code, level.name, level.description, level.mark or str(number))
                for number, level in enumerate(statement.levels, 1)
            ],
            [Answer(way.code, way.name, mark=way.mark) for way in statement.ways_out],
        )
        self.advice.setText("\n".join(statement.advice))
        self.advice.setVisible(bool(statement.advice))
        self.details.show_statement(statement)


def _sign_of(section_name: str) -> str:
    """Return the quiet mark of one of the five themes; other sections have none."""
    name = section_name.casefold()
    return name if name in sign_names() else ""
