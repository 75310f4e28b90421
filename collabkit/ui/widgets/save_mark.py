"""Tells whether what was typed is on disk."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.part import Part
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
    """“Saving…”, “Saved”, or a sentence if something is wrong. Never a pop-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SaveState(Saving.NOTHING)
        self._sign = Sign(size=1.1)
        self._words = Text("", "note", "muted", alignment=_MIDDLE)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._sign)
        self._box.addWidget(self._words, 1)
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
        if trouble and not again:
            announce(self, sentence, urgent=True)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))
        # The words change all the time; what lies beside them must not move with each.
        least = self._words.fontMetrics().horizontalAdvance(_("Saving…"))
        self._words.setMinimumWidth(least + theme.metrics.units(1))
        self._words.setMaximumWidth(theme.metrics.ems(24))
