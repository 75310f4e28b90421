"""One statement's possible answers as cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.level_card import Answer, AnswerButton, LevelCard
from collabkit.ui.widgets.one_stop import let_tab_stop_at, move_on
from collabkit.ui.widgets.part import Part


class LevelChoice(Part):
    """Cards of which one can be chosen; *don't know* and the like stand below, apart.

    Up and down move between the cards without choosing, space chooses; Tab visits the group once.
    ``answer_given(code)`` tells what a person chose; setting an answer by program is silent.
    """

    answer_given = Signal(str)
    _LEVEL_GAP = 1.3

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level_cards: list[AnswerButton] = []
        self._apart_cards: list[AnswerButton] = []
        self._apart_first = False
        self._answer: str | None = None
        self._last_apart: QWidget | None = None
        self._levels = self._new_levels_box()
        self._apart = Flow()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._levels)
        self._box.addLayout(self._apart)
        self.setAccessibleName(name)
        self.dress(theme_of(self))

    @property
    def cards(self) -> list[AnswerButton]:
        """The cards that are offered, in the order in which they stand."""
        if self._apart_first:
            return [*self._apart_cards, *self._level_cards]
        return [*self._level_cards, *self._apart_cards]

    @property
    def answer(self) -> str | None:
        """The code of the chosen card, or ``None``."""
        return self._answer

    def offer(self, levels: Sequence[Answer], ways_out: Sequence[Answer] = ()) -> None:
        """Show these answers, none of them chosen. Cards that are there already are used again."""
        self._level_cards = self._fitted(self._level_cards, len(levels), small=False)
        self._apart_cards = self._fitted(self._apart_cards, len(ways_out), small=True)
        cards = (*self._level_cards, *self._apart_cards)
        for card, answer in zip(cards, (*levels, *ways_out), strict=True):
            if card.answer != answer:
                card.show_answer(answer)
        self.set_answer(None)
        let_tab_stop_at(next(iter(self.cards), None), self.cards)

    def set_answer(self, code: str | None) -> None:
        """Show ``code`` as chosen, or nothing; nobody is told."""
        self._answer = code
        for card in self.cards:
            card.show_chosen(card.code == code)
        chosen = next((card for card in self.cards if card.isChecked()), None)
        if chosen is not None or not any(card.hasFocus() for card in self.cards):
            let_tab_stop_at(chosen or next(iter(self.cards), None), self.cards)

    def choose(self, code: str) -> None:
        """Choose ``code`` as a person does by a key; an unknown one does nothing."""
        for card in self.cards:
            if card.code == code:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._on_card_chosen(code)

    def focus_card(self) -> QWidget | None:
        """Return the card that gets the keyboard: the chosen one or the first."""
        return next(
            (card for card in self.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus), None
        )

    def dress(self, theme: Theme) -> None:
        self._levels.setSpacing(theme.metrics.units(self._LEVEL_GAP))
        self._apart.setSpacing(theme.metrics.units(1.3))
        self._box.setSpacing(theme.metrics.units(3))

    def add_apart(self, widget: QWidget) -> None:
        """Put ``widget`` after *don't know* and the like."""
        self._apart.addWidget(widget)
        self._last_apart = widget

    def put_apart_first(self, first: bool) -> None:
        """Show *don't know* and the like above the levels, or below them as usual."""
        self._apart_first = first
        self._box.setDirection(
            QBoxLayout.Direction.BottomToTop if first else QBoxLayout.Direction.TopToBottom
        )

    def _new_levels_box(self) -> QBoxLayout:
        return QVBoxLayout()

    def _new_level_card(self) -> AnswerButton:
        return LevelCard(Answer("", ""))

    def _fitted(self, cards: list[AnswerButton], number: int, *, small: bool) -> list[AnswerButton]:
        for card in cards[number:]:
            card.hide()
            card.deleteLater()
        return [*cards[:number], *(self._card(small=small) for _n in range(number - len(cards)))]

    def _card(self, *, small: bool) -> AnswerButton:
        card = LevelCard(Answer("", ""), small) if small else self._new_level_card()
        card.chosen.connect(self._on_card_chosen)
        card.step_wanted.connect(self._on_card_step_wanted)
        (self._apart if small else self._levels).addWidget(card)
        if small and self._last_apart is not None:
            self._apart.removeWidget(self._last_apart)
            self._apart.addWidget(self._last_apart)
        return card

    def _on_card_chosen(self, code: str) -> None:
        self.set_answer(code)
        self.answer_given.emit(code)

    def _on_card_step_wanted(self, step: int) -> None:
        move_on(step, self.cards)
