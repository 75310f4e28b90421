"""Fields for a passphrase, which show what is typed if that is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick

_LONGEST = 1_000


class PassphraseField(Part):
    """A field or, with ``again``, two in which the same has to be typed, and a tick to see it.

    ``entered()`` tells that Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(
        self, label: str, hint: str = "", again: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = TextField(label, hint, _LONGEST)
        self.again = TextField(again, longest=_LONGEST) if again else None
        self.shown = Tick(_("Show what I type"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for field in self._fields:
            self._box.addWidget(field)
        self._box.addWidget(self.shown)
        self._fields[-1].entered.connect(self.entered)
        self.shown.toggled.connect(self._on_shown_toggled)
        if self.again is not None:  # what is wrong with a new one is wrong no longer
            for field in self._fields:
                field.line.textEdited.connect(self.accept)
        self._on_shown_toggled(False)
        self.dress(theme_of(self))

    @property
    def passphrase(self) -> str:
        """What was typed into the first field."""
        return self.field.text

    @property
    def is_same_twice(self) -> bool:
        """Whether both fields say the same; true if there is only one."""
        return self.again is None or self.again.text == self.field.text

    def refuse(self, sentence: str, *, is_other: bool = False) -> None:
        """Say what is wrong and go there; ``is_other`` means the second field."""
        wrong = self.again if is_other and self.again is not None else self.field
        for field in self._fields:
            field.set_fault(sentence if field is wrong else "")
        focus_in_view(wrong.line)
        wrong.line.selectAll()

    def accept(self, _typed: str = "") -> None:
        """Say that nothing is wrong."""
        for field in self._fields:
            field.set_fault("")

    def forget(self) -> None:
        """Empty the fields and hide what is typed next."""
        self.accept()
        for field in self._fields:
            field.set_text("")
        self.shown.setChecked(False)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))

    @property
    def _fields(self) -> tuple[TextField, ...]:
        return (self.field,) if self.again is None else (self.field, self.again)

    def _on_shown_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in self._fields:
            field.line.setEchoMode(mode)
