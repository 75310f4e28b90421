"""Tells whether what was typed is on disk."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Saving(Enum):
    """How it stands with what was last typed or chosen."""

    NOTHING = auto()
    UNDER_WAY = auto()
    DONE = auto()
    TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the save mark shows; ``sentence`` only if something is wrong."""

    saving: Saving
    sentence: str = ""


class SaveMark(Part):
    """“Saving…”, “Saved”, or a sentence if something is wrong. Never a pop-up.

    ``way_out_requested()`` asks what can be done about it, where that is not told already.
    """

    way_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SaveState(Saving.NOTHING)
        self._sign = Sign(size=1.1)
        self._words = Text("", "note", "muted", alignment=_MIDDLE)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._sign)
        self._box.addWidget(self._words, 1)
        self._way_out = Button(_("What you can do"), "quiet")
        self._way_out.clicked.connect(self.way_out_requested)
        self._way_out.hide()
        self._box.addWidget(self._way_out)
        self._is_told_elsewhere = False
        self.setAccessibleName(_("Saving"))
        self.dress(theme_of(self))
        self.render_state(self._state)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    @property
    def tells_success(self) -> bool:
        """Whether it says that everything is saved."""
        return self._state.saving is Saving.DONE

    def render_state(self, state: SaveState) -> None:
        """Show ``state``; trouble is also told to screen readers at once."""
        again = state == self._state
        self._state = state
        match state.saving:
            case Saving.NOTHING:
                sentence, sign = "", ""
            case Saving.UNDER_WAY:
                sentence, sign = _("Saving…"), ""
            case Saving.DONE:
                sentence, sign = _("Saved"), "tick"
            case Saving.TROUBLE:
                sentence, sign = state.sentence, "alert"
        trouble = state.saving is Saving.TROUBLE
        self._sign.show_sign(sign, "alert" if trouble else "muted")
        self._words.set_tone("alert" if trouble else "muted")
        self._words.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._show_way_out()
        if trouble and not again:
            announce(self, sentence, urgent=True)

    def show_way_out(self, wanted: bool) -> None:
        """Offer what can be done about trouble, unless that stands above the page already."""
        self._is_told_elsewhere = not wanted
        self._show_way_out()

    def _show_way_out(self) -> None:
        is_trouble = self._state.saving is Saving.TROUBLE
        show_if(self._way_out, is_trouble and not self._is_told_elsewhere)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))
        # The words change all the time; what lies beside them must not move with each.
        least = self._words.fontMetrics().horizontalAdvance(_("Saving…"))
        self._words.setMinimumWidth(least + theme.metrics.units(1))
        self._words.setMaximumWidth(theme.metrics.ems(24))
