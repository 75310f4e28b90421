"""One statement of the sheet; the current one shows how it can be keyed in."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.keying_in.paper import Way
from collabkit.ui.keying_in.state import KeyedLine
from collabkit.ui.keying_in.wording import line_words, spoken
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.workshop.keying.answer_keys import AnswerKeys
from collabkit.ui.workshop.keying.answer_line import AnswerLine

_LONGEST_LINE = 200
WORDS_KEY = "C"


class LinePart(Part):
    """A line with the answer; below it, while it is current, keys, words and days.

    ``picked(item_id)``, ``key_given(key)``, ``words_given(item_id, words)``,
    ``day_given(item_id, date or None)``, ``go_on_wanted()``, ``taken_back()`` and
    ``step_wanted(by)``.
    """

    picked = Signal(str)
    key_given = Signal(str)
    words_given = Signal(str, str)
    day_given = Signal(str, object)
    go_on_wanted = Signal()
    taken_back = Signal()
    step_wanted = Signal(int)

    def __init__(self, keyed: KeyedLine) -> None:
        super().__init__()
        self.item_id = keyed.line.item_id
        self._line = keyed.line
        self._keyed: KeyedLine | None = None
        self._desk: _Desk | None = None
        self.line = AnswerLine()
        self.line.setCheckable(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.line)
        self._below = QVBoxLayout()
        self._box.addLayout(self._below)
        self.line.clicked.connect(self._on_line_clicked)
        self.line.key_given.connect(self._on_line_key_given)
        self.line.entered_sheet.connect(self.go_on_wanted)
        self.line.taken_back.connect(self.taken_back)
        self.line.step_wanted.connect(self._on_line_step_wanted)
        self.dress(theme_of(self))

    @property
    def field(self) -> QWidget | None:
        """Where words or a day are written, if that is how it is keyed in."""
        return self._desk.field if self._desk else None

    def show_line(self, keyed: KeyedLine) -> None:
        """Show what was keyed in; as the current one, how to key it in."""
        if keyed == self._keyed:
            return
        self._keyed = keyed
        self.line.show_words(keyed.mark, keyed.answer, line_words(keyed.line))
        self.line.setAccessibleName(spoken(keyed))
        self.line.setChecked(keyed.is_current)
        if keyed.is_current and self._desk is None:
            self._desk = _Desk(keyed)
            self._desk.key_given.connect(self.key_given)
            self._desk.words_given.connect(self._on_desk_words_given)
            self._desk.day_given.connect(self._on_desk_day_given)
            self._desk.go_on_wanted.connect(self.go_on_wanted)
            self._below.addWidget(self._desk)
            if self.isVisible():
                self._desk.show()
        elif not keyed.is_current and self._desk is not None:
            desk, self._desk = self._desk, None
            self._below.removeWidget(desk)
            desk.hide()
            desk.deleteLater()
        if self._desk is not None:
            self._desk.show_line(keyed)

    def show_refusal(self, sentence: str) -> None:
        """Say why the last key did nothing."""
        if self._desk is not None:
            self._desk.show_refusal(sentence)

    def take_keyboard(self) -> None:
        """Give the keyboard to what takes the answer."""
        target = self.field if self._line.way is not Way.KEY else None
        (target or self.line).setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self._desk is not None:
            self._desk.flush()

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(1.2))
        self._below.setContentsMargins(m.ems(2.6), 0, 0, 0)

    def _on_line_clicked(self) -> None:
        self.line.setChecked(bool(self._keyed and self._keyed.is_current))
        self.picked.emit(self.item_id)

    def _on_line_key_given(self, key: str) -> None:
        if key.upper() == WORDS_KEY and self._desk is not None and self._desk.open_words():
            return
        self.key_given.emit(key)

    def _on_line_step_wanted(self, by: int, _across: int) -> None:
        self.step_wanted.emit(by)

    def _on_desk_words_given(self, words: str) -> None:
        self.words_given.emit(self.item_id, words)

    def _on_desk_day_given(self, day: date | None) -> None:
        self.day_given.emit(self.item_id, day)


class _Desk(Part):
    """Where the current statement is keyed in."""

    key_given = Signal(str)
    words_given = Signal(str)
    day_given = Signal(object)
    go_on_wanted = Signal()

    def __init__(self, keyed: KeyedLine) -> None:
        super().__init__()
        line = keyed.line
        self.keys: AnswerKeys | None = None
        self.words: TextBox | TextField | None = None
        self.day: DateField | None = None
        self._open: Button | None = None
        self._refusal = Text("", "note", "alert")
        self._refusal.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if line.way is Way.DAY:
            self.day = DateField(_("The day on the paper"))
            self.day.edited.connect(self.day_given)
            self._box.addWidget(self.day)
        if line.choices or line.way is Way.KEY:
            self.keys = AnswerKeys()
            self.keys.show_choices(line.choices)
            self.keys.key_given.connect(self.key_given)
            self._box.addWidget(self.keys)
        if line.way is Way.LINE:
            self.words = TextField(_("What is written on the paper"), longest=_LONGEST_LINE)
            self.words.entered.connect(self._on_words_entered)
        elif line.way is Way.WORDS or line.has_words:
            self.words = TextBox(_("What is written on the paper"), lines=2, longest=LONGEST_TEXT)
        if self.words is not None:
            self.words.edited.connect(self.words_given)
            self._box.addWidget(self.words)
        if line.has_words:
            self._open = Button(_("Add what is written beside it (C)"), "quiet", "note")
            self._open.clicked.connect(self.open_words)
            put(self._box, self._open)
            self._show_words(keyed.note != "")
        self._box.insertWidget(0, self._refusal)
        if line.way is not Way.KEY:
            go_on = Button(_("Go on"), "plain", "next", sign_after=True)
            go_on.clicked.connect(self.go_on_wanted)
            put(self._box, go_on)
        self.dress(theme_of(self))

    @property
    def field(self) -> QWidget | None:
        """Where words or a day are written, if anywhere."""
        return self.day or self.words

    def show_line(self, keyed: KeyedLine) -> None:
        """Show what was keyed in; nobody is told."""
        if self.words is not None and not self.words.is_being_typed:
            self.words.set_text(keyed.note)
        if self.day is not None and keyed.day != self.day.value:
            self.day.set_date(keyed.day)

    def show_refusal(self, sentence: str) -> None:
        """Say why the last key did nothing."""
        if sentence and sentence != self._refusal.text():
            announce(self, sentence, urgent=True)
        self._refusal.setText(sentence)
        show_if(self._refusal, bool(sentence))

    def open_words(self) -> bool:
        """Let the words beside an answer be written, and tell whether there is room for any."""
        if self._open is None or self.words is None:
            return False
        self._show_words(True)
        self.words.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.words is not None:
            self.words.flush()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))

    def _show_words(self, is_open: bool) -> None:
        if self.words is not None and self._open is not None:
            show_if(self.words, is_open)
            show_if(self._open, not is_open)

    def _on_words_entered(self) -> None:
        self.flush()
        self.go_on_wanted.emit()
