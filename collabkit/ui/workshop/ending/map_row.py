"""One statement on the map."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.room.meeting import Decision
from collabkit.room.scenes import MapEntry
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick
from collabkit.ui.workshop.ending.mini_dots import MiniDots

_BESIDE = 30  # ems; with less, what came out stands below the statement


class MapRow(Card):
    """A statement, its spread in a word, and its dots; while choosing, with a tick box.

    ``ticked(item_id, bool)`` tells that somebody chose it, or not any more.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item_id = ""
        self.section = Text("", "note", "muted")
        self.statement = Text("", "strong")
        self.tick = Tick("")
        self.tick.clicked.connect(self._on_tick_clicked)
        self.refusal = Text("", "body", "muted")
        self.refusal.hide()
        self.dots = MiniDots()
        self.standing = Text("", "strong")
        self.remark = Text("", "note", "muted")
        words = QVBoxLayout()
        for part in (self.section, self.statement, self.tick, self.refusal):
            words.addWidget(part)
        told = QVBoxLayout()
        told.addStretch(1)
        told.addWidget(self.standing)
        told.addWidget(self.remark)
        told.addStretch(1)
        self._outcome = QHBoxLayout()
        self._outcome.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self._outcome.addLayout(told, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(words, 3)
        self._row.addLayout(self._outcome, 2)
        self._words, self._told = words, told
        self.add(self._row)
        self.dress(theme_of(self))

    def show_entry(self, entry: MapEntry, *, is_choice: bool) -> None:
        """Show ``entry``, with a tick box while the room chooses."""
        self.item_id = entry.item_id
        self.setAccessibleName(entry.statement)
        self.section.setText(entry.section)
        self.statement.setText(entry.statement)
        show_if(self.statement, not is_choice)
        self.tick.set_words(entry.statement)
        self.tick.setAccessibleDescription(f"{entry.section}. {entry.standing}.")
        self.tick.setChecked(entry.is_chosen)
        show_if(self.tick, is_choice)
        last = entry.rounds[-1] if entry.rounds else None
        self.dots.show_round(last)
        show_if(self.dots, bool(last and last.columns))
        self.refuse("")
        self.standing.setText(entry.standing)
        self.remark.setText(_remark(entry))
        show_if(self.remark, bool(self.remark.text()))

    def refuse(self, sentence: str) -> None:
        """Take the tick back, and say why below it; without a sentence, say nothing any more."""
        if sentence:
            self.tick.setChecked(False)
            announce(self, sentence)
        self.refusal.setText(sentence)
        show_if(self.refusal, bool(sentence))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        m = theme.metrics
        side, above = m.units(2.5), m.units(1.4)
        self.body.setContentsMargins(side, above, side, above)
        if hasattr(self, "_row"):
            self._row.setSpacing(m.units(2))
            self._words.setSpacing(m.units(0.2))
            self._told.setSpacing(0)
            self._outcome.setSpacing(m.units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        m = theme_of(self).metrics
        fits = self.width() >= m.ems(_BESIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self._row.setSpacing(m.units(2) if fits else 0)

    def _on_tick_clicked(self, is_on: bool) -> None:
        self.ticked.emit(self.item_id, is_on)


def _remark(entry: MapEntry) -> str:
    words = []
    if len(entry.rounds) > 1:
        words.append(_("after vote {number}").format(number=entry.rounds[-1].number))
    if entry.decision is Decision.PARK:
        words.append(_("parked"))
    elif entry.decision is Decision.ACTION:
        words.append(_("has an action"))
    return ", ".join(words)
