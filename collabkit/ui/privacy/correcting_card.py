"""A wrong name: which one, what it should be, and where else it is put right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.privacy.correcting_presenter import CorrectingState
from collabkit.ui.privacy.correcting_words import owners_note
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick


class CorrectingCard(Card):
    """A name that is wrong. ``chosen(key)``, ``correction_wanted(name, owners, everywhere)``."""

    chosen = Signal(str)
    correction_wanted = Signal(str, bool, bool)

    def __init__(self) -> None:
        super().__init__(_("A name that is wrong"))
        self._offered: tuple[tuple[str, str], ...] = ()
        self._shown: CorrectingState | None = None
        self._is_busy = False
        self.which = PickField(_("Which name is wrong?"))
        self.which.picked.connect(self.chosen)
        self.name = TextField(_("What should it be?"), longest=LONGEST_TITLE)
        self.name.entered.connect(self._on_correct_clicked)
        self._notes = Column(gap=0.8)
        self.owners = ExplainedTick("", owners_note())
        self.everywhere = Tick("")
        self.correct = Button(_("Put it right"), "plain", "tick")
        self.correct.clicked.connect(self._on_correct_clicked)
        self.add(
            Text(
                _(
                    "Whoever finds a name wrong can ask you to put it right. Answers, results and "
                    "counts stay as they are, and notes stay as they were written."
                )
            ),
            self.which,
            self._notes,
            # Before the name, so that nobody comes to it without having seen what follows.
            self.owners,
            self.everywhere,
            self.name,
            Acts(self.correct),
        )

    def show_correcting(self, state: CorrectingState) -> None:
        """Show which names there are, and the chosen one ready to be changed."""
        before, self._shown = self._shown, state
        held = state.chosen
        if state.options != self._offered:
            self._offered = state.options
            self.which.set_options(state.options)
        self.which.set_code(held.key if held else None)
        is_one = len(state.options) == 1
        show_if(self.which, not is_one)
        heading = _("The name of the charity") if is_one else _("A name that is wrong")
        if self.heading is not None:
            self.heading.setText(heading)
        self.setAccessibleName(heading)
        if before is None or before.chosen != held:
            self.name.set_text(held.name if held else "")
            for tick in (self.owners.tick, self.everywhere):
                tick.setChecked(True)
        self.name.set_fault(state.fault)
        if before is None or before.notes != state.notes:
            self._notes.fill(*(Text(words, "note", "muted") for words in state.notes))
        self.owners.tick.set_words(state.owners)
        self.everywhere.set_words(state.everywhere)
        for part, is_there in (
            (self.name, held is not None),
            (self._notes, bool(state.notes)),
            (self.owners, bool(state.owners)),
            (self.everywhere, bool(state.everywhere)),
        ):
            show_if(part, is_there)
        self.show_busy(self._is_busy)

    def show_busy(self, is_busy: bool) -> None:
        """Rest while something else on the page is under way."""
        self._is_busy = is_busy
        is_chosen = self._shown is not None and self._shown.chosen is not None
        self.correct.setEnabled(is_chosen and not is_busy)

    def first_focus(self) -> QWidget:
        """Return where the keyboard begins: at the choice, or at the name if there is none."""
        return self.name.line if self.which.isHidden() else self.which.list

    def take_focus(self) -> None:
        """Give the keyboard to the name, all of it marked so that typing replaces it."""
        target = self.name.line if not self.name.isHidden() else self.which.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.line.selectAll()
        QTimer.singleShot(0, self, self._show_name)

    def forget(self) -> None:
        """Leave nothing standing that was typed, for the next who looks."""
        self._shown = None
        self.name.set_text("")
        self.name.set_fault("")

    def _show_name(self) -> None:
        """Bring the whole field into view, once a notice above has taken its room."""
        area = scroll_area_of(self)
        if area is not None and self.isVisible() and not self.name.isHidden():
            lay_out_now()
            bring_into_view(area, self.name)

    def _on_correct_clicked(self) -> None:
        if not self.correct.isEnabled():
            return
        self.correction_wanted.emit(
            self.name.text, self.owners.tick.isChecked(), self.everywhere.isChecked()
        )
        if self._shown is not None and self._shown.fault:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_name)
