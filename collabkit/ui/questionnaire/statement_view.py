"""The statement, its answers and everything that may be said beside them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE, NOTED, FormKind
from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.questionnaire.details import Details
from collabkit.ui.questionnaire.ends import Ends
from collabkit.ui.questionnaire.extras import Extras
from collabkit.ui.questionnaire.state import Statement
from collabkit.ui.theme.icons import sign_names
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import NO_RING, bring_into_view, scroll_area_of
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.part import Part, lay_out_now, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.track import Track

_WRITTEN = (FormKind.NOTES, FormKind.LINE)
_ON_A_TRACK = (FormKind.FROM_TO, FormKind.COMPARE)
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
        self.help = Text("", "body", "muted")
        self.ends = Ends()
        self.writing = TextBox(_("Your words"), lines=4, longest=LONGEST_TEXT)
        self._cards, self._track = LevelChoice(), Track()
        self.choice: LevelChoice = self._cards  # the one of the two that is shown
        self.expected = Text("", "body", "muted")
        self.extras = Extras()
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
        self._head.addWidget(self.help)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._head)
        self._box.addWidget(self.ends)
        self._box.addWidget(self.writing)
        self._box.addWidget(self._cards)
        self._box.addWidget(self._track)
        self._cards.add_apart(self.take_back)
        self._box.addWidget(self.expected)
        self._box.addWidget(self.advice)
        self._box.addWidget(self.extras)
        self._box.addWidget(self.details)
        for choice in (self._cards, self._track):
            choice.answer_given.connect(self.answer_given)
        self.writing.edit.textChanged.connect(self._on_writing_changed)
        self.writing.edited.connect(self._on_writing_edited)
        self.take_back.clicked.connect(self.answer_taken_back)
        self.dress(theme_of(self))

    def show_statement(
        self, statement: Statement, response: Response, extras: Mapping[str, Response]
    ) -> bool:
        """Show a statement and what was said about it; tell whether it is another than before."""
        is_other = statement is not self._shown
        if is_other:
            self._show_words(statement)
        self.writing.set_text(response.note)
        self.extras.show_responses(extras)
        if response.answer != self.choice.answer:
            self.choice.set_answer(response.answer)
        self.take_back.setVisible(response.answer not in (None, NOTED))
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

    def has_focus_below_answers(self) -> bool:
        """Tell whether the keyboard is where one says more about the answer."""
        focus = QApplication.focusWidget()
        return any(part.isAncestorOf(focus) for part in (self.extras, self.details) if focus)

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
        sign = _sign_of(statement.section_name)
        self._sign.show_sign(sign, "accent")
        show_if(self._sign, bool(sign))
        parts = (statement.about, statement.section_name, statement.title)
        self.section.setText(" · ".join(part for part in parts if part))
        self.words.show_text(statement.words.text, statement.words.spans)
        self.words.setAccessibleDescription(statement.progress)
        self.prompt.setText(statement.prompt)
        self.prompt.setVisible(bool(statement.prompt))
        self.help.setText(statement.help)
        self.help.setVisible(bool(statement.help))
        if statement.ends is not None:
            self.ends.show_ends(statement.ends)
        self.ends.setVisible(statement.ends is not None)
        is_written = statement.kind in _WRITTEN
        self.writing.setVisible(is_written)
        self._show_choice(statement)
        self.expected.setText(statement.expected)
        self.expected.setVisible(bool(statement.expected))
        self.extras.show_extras(statement.extras)
        self.advice.setText("\n".join(statement.advice))
        self.advice.setVisible(bool(statement.advice))
        self.details.show_statement(statement)
        self.details.note.setVisible(not is_written)  # it is what the statement asks for

    def _show_choice(self, statement: Statement) -> None:
        is_track = statement.kind in _ON_A_TRACK
        shown, other = (self._track, self._cards) if is_track else (self._cards, self._track)
        if shown is not self.choice:
            shown.add_apart(self.take_back)
            self.choice = shown
        other.hide()
        shown.setVisible(bool(statement.levels or statement.ways_out))
        shown.setAccessibleName(statement.words.text)
        shown.setAccessibleDescription(statement.prompt)
        shown.offer(
            [
                Answer(level.code, level.name, level.description, level.mark or str(number))
                for number, level in enumerate(statement.levels, 1)
            ],
            [Answer(way.code, way.name, mark=way.mark) for way in statement.ways_out],
        )
        shown.put_apart_first(statement.may_not_apply)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.writing.flush()
        self.extras.flush()
        self.details.flush()

    def may_be_left(self) -> bool:
        """Keep what was typed; stay at what cannot be kept, such as a date that makes no sense."""
        self.flush()
        wrong = None if self.isHidden() else self.extras.misunderstood()
        if wrong is None or wrong.edit is None:
            return True
        wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        lay_out_now()
        if (area := scroll_area_of(wrong)) is not None:
            bring_into_view(area, wrong)
        return False

    def _on_writing_changed(self) -> None:
        self.details.typing_begun.emit("note")

    def _on_writing_edited(self, text: str) -> None:
        self.details.written.emit("note", text)


def _sign_of(section_name: str) -> str:
    """Return the quiet mark of one of the five themes; other sections have none."""
    name = section_name.casefold()
    return name if name in sign_names() else ""
