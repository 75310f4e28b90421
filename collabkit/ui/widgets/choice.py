"""A question with a few options."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.one_stop import let_tab_stop_at, move_on
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.radio import Radio
from collabkit.ui.widgets.text import Text


class Choice(Part):
    """A label and radio buttons below it, in a column or ``side_by_side``.

    ``options`` are pairs of code and text. Up and down move without choosing, space chooses; Tab
    visits the group once. ``chosen(code)`` tells what a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
        *,
        side_by_side: bool = False,
    ) -> None:
        super().__init__(parent)
        self.label = Text(label, "strong")
        show_if(self.label, bool(label))
        self.hint = Text(hint, "note", "muted")
        show_if(self.hint, bool(hint))
        self._options: QVBoxLayout | Flow = Flow() if side_by_side else QVBoxLayout()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.label)
        self._box.addWidget(self.hint)
        self._box.addLayout(self._options)
        self._code: str | None = None
        self.radios: list[Radio] = []
        self.setAccessibleName(label)
        self.setAccessibleDescription(hint)
        for code, text in options:
            radio = Radio(code, text)
            radio.chosen.connect(self._on_radio_chosen)
            radio.step_wanted.connect(self._on_radio_step_wanted)
            self._options.addWidget(radio)
            self.radios.append(radio)
        self.set_code(None)
        self.dress(theme_of(self))

    @property
    def code(self) -> str | None:
        """The code of the chosen option, or ``None``."""
        return self._code

    def set_code(self, code: str | None) -> None:
        """Show ``code`` as chosen, or nothing; nobody is told."""
        self._code = code
        for radio in self.radios:
            radio.show_chosen(radio.code == code)
        stop = next((radio for radio in self.radios if radio.isChecked()), None)
        let_tab_stop_at(stop or next(iter(self.radios), None), self.radios)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, theme.metrics.units(1), 0, theme.metrics.units(0.5))
        self._box.setSpacing(theme.metrics.units(0.5))
        gap = theme.metrics.units(0.3)
        if isinstance(self._options, Flow):
            # A mark must be clearly nearer to its own text than to its neighbour's.
            self._options.set_gaps(theme.metrics.units(2.5), gap)
        else:
            self._options.setSpacing(gap)

    def _on_radio_chosen(self, code: str) -> None:
        self.set_code(code)
        self.chosen.emit(code)

    def _on_radio_step_wanted(self, step: int) -> None:
        move_on(step, self.radios)
