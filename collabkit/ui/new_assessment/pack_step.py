"""The step at which a questionnaire is chosen: what was used last or suits the charity first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.services.pack_cards import PackCard
from collabkit.ui.new_assessment.pack_face import PackFace, card_minutes
from collabkit.ui.new_assessment.state import WizardState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.level_card import Answer, LevelCard
from collabkit.ui.widgets.one_stop import let_tab_stop_at, move_on
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.section import Section


class PackStep(Part):
    """Which questionnaire. ``chosen(pack_id)``.

    Up and down move through all cards, space chooses; more about the chosen one stands below it.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[LevelCard] = []
        self._offered: tuple[tuple[Answer, ...], ...] = ()
        self._face: Card | None = None
        self._usual = _Group(_("As last time"))
        self._suggested = _Group(_("For a charity like yours"))
        self._others = _Group("")
        self._groups = (self._usual, self._suggested, self._others)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for group in self._groups:
            self._box.addWidget(group)
        self.setAccessibleName(_("Questionnaire"))
        self.dress(theme_of(self))

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        self._offer(state)
        chosen = None
        for card in self.cards:
            card.show_chosen(card.code == state.choices.pack_id)
            if card.isChecked():
                chosen = card
        let_tab_stop_at(chosen or self.cards[0], self.cards)
        if chosen is not None:
            self._tell_more(chosen, state)

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        return self.first_focus()

    def flush(self) -> None:
        """There is nothing to type."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return next((card for card in self.cards if card.isChecked()), None)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(0)

    def _offer(self, state: WizardState) -> None:
        by_id = {card.id: card for card in state.cards}
        reasons = {s.pack_id: s.reason for s in state.suggested if s.pack_id in by_id}
        usual = [state.usual] if state.usual in by_id else []
        suggested = [pack_id for pack_id in reasons if pack_id not in usual]
        rest = [pack_id for pack_id in by_id if pack_id not in (*usual, *suggested)]
        offered = tuple(
            tuple(_answer(by_id[pack_id], reasons.get(pack_id, "")) for pack_id in pack_ids)
            for pack_ids in (usual, suggested, rest)
        )
        if offered == self._offered:
            return
        self._offered = offered
        self._forget_face()
        is_first = True
        for group, answers in zip(self._groups, offered, strict=True):
            group.show_cards(answers, is_first=is_first)
            is_first = is_first and not answers
        are_others = bool(usual or suggested)
        self._others.heading.setText(_("All the others") if are_others else _("All questionnaires"))
        self.cards = [card for group in self._groups for card in group.cards]
        for card in self.cards:
            card.chosen.connect(self._on_card_chosen)
            card.step_wanted.connect(self._on_card_step_wanted)

    def _tell_more(self, card: LevelCard, state: WizardState) -> None:
        if self._face is not None and self._face.property("pack") == state.pack.digest:
            return
        self._forget_face()
        self._face = Card()
        self._face.setProperty("pack", state.pack.digest)
        self._face.setAccessibleName(_("About {title}").format(title=state.pack.title))
        self._face.add(PackFace(state.pack))
        group = next(group for group in self._groups if card in group.cards)
        group.put_below(card, self._face)

    def _forget_face(self) -> None:
        if self._face is not None:
            self._face.hide()
            self._face.deleteLater()
            self._face = None

    def _on_card_chosen(self, pack_id: str) -> None:
        self.chosen.emit(pack_id)

    def _on_card_step_wanted(self, step: int) -> None:
        move_on(step, self.cards)


class _Group(Section):
    """A heading with the cards below it."""

    def __init__(self, heading: str) -> None:
        self._is_first = False
        self.cards: list[LevelCard] = []
        self._column = QVBoxLayout()
        super().__init__(heading)
        self.add(self._column)

    def show_cards(self, answers: tuple[Answer, ...], *, is_first: bool) -> None:
        """Show a card for each; the first group needs no space above its heading."""
        self._is_first = is_first
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [LevelCard(answer) for answer in answers]
        for card in self.cards:
            self._column.addWidget(card)
        self.setVisible(bool(answers))
        self.dress(theme_of(self))

    def put_below(self, card: LevelCard, face: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(card) + 1, face)
        face.show()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._column.setSpacing(theme.metrics.units(1.3))
        if self._is_first:
            self.body.setContentsMargins(0, 0, 0, 0)


def _answer(card: PackCard, reason: str = "") -> Answer:
    about = (
        f"{card.question}\n{reason} {card_minutes(card)}"
        if reason
        else (f"{card.question}\n{card_minutes(card)}")
    )
    title = _("{title} (your own)").format(title=card.title) if card.is_own else card.title
    return Answer(card.id, title, about)
